"""The readmission case: its States, what silence did, where it stands, what its facts contradict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.cases.definition import CaseStatus, Gap
from domain.events import readmission as events
from domain.events.costs import InvoiceIssued, InvoicePaid, InvoiceReceived
from domain.events.parts import Decision
from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.history import History
from domain.law.judge import Obligation
from domain.law.provision import Text
from domain.law.verdict import Status, reason
from domain.law.view import CaseView, DeemedConsent, Parties
from domain.law.zones import TBILISI

LABELS: Final = {
    "empty": Text("Nothing effective recorded", "მოქმედი ჩანაწერი არ არის"),
    "apprehended": Text("Person apprehended", "პირი დაკავებულია"),
    "submitted": Text("Application submitted", "განაცხადი წარდგენილია"),
    "under_review": Text("Under review", "განხილვაშია"),
    "interview_pending": Text("Interview pending", "გასაუბრება მოსალოდნელია"),
    "interview_late": Text("Interview late", "გასაუბრება დაგვიანდა"),
    "interviewed": Text("Interviewed", "გასაუბრება ჩატარებულია"),
    "contradictory": Text("Contradictory replies", "ურთიერთსაწინააღმდეგო პასუხები"),
    "accepted": Text("Accepted", "თანხმობა მიღებულია"),
    "refused": Text("Refused", "უარი ეთქვა"),
    "deemed_accepted": Text("Deemed accepted", "თანხმობა ნაგულისხმევია"),
    "overdue": Text("Reply overdue", "პასუხი ვადაგადაცილებულია"),
    "transfer_scheduled": Text("Transfer scheduled", "გადაცემა დანიშნულია"),
    "postponed": Text("Transfer postponed", "გადაცემა გადაიდო"),
    "window_expired": Text("Transfer term expired", "გადაცემის ვადა ამოიწურა"),
    "transferred": Text("Transferred", "გადაცემულია"),
    "taken_back": Text("Taken back after readmission in error", "შეცდომით რეადმისიის შემდეგ უკან მიღებულია"),
    "invoiced": Text("Invoiced", "ინვოისი მიღებულია"),
    "settled": Text("Settled", "ანგარიშსწორება დასრულებულია"),
    "withdrawn": Text("Withdrawn", "განაცხადი გამოთხოვილია"),
}
FINAL: Final = frozenset({"refused", "settled", "withdrawn", "taken_back"})
