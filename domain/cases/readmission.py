"""The readmission case: its States, what silence did, where it stands, what its facts contradict."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.cases.accounts import all_settled
from domain.cases.definition import CaseDefinition, CaseStatus, Gap
from domain.cases.gaps import contradictions, missing, state_of
from domain.cases.progress import Step, Steps, evolve
from domain.events import readmission as events
from domain.events.costs import InvoiceIssued, InvoicePaid, InvoiceReceived
from domain.events.parts import Decision
from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.history import History
from domain.law.judge import Obligation
from domain.law.mandates.resolving import unmandated
from domain.law.provision import Text
from domain.law.readmission.consent import deemed_consent
from domain.law.states import GEORGIA
from domain.law.verdict import Status, reason
from domain.law.view import CaseView, DeemedConsent, Parties

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
#: Nothing more is expected; a transferred case opens again with an invoice.
FINAL: Final = frozenset({"refused", "transferred", "settled", "withdrawn", "taken_back"})

START: Final = Step("empty", 0)
#: Codes of a case whose application waits for an answer, and those in which an answer was recorded.
WAITING: Final = frozenset(
    {"submitted", "under_review", "interview_pending", "interview_late", "interviewed"}
)
ANSWERED: Final = frozenset({"accepted", "refused"})


def _reply(fact: Fact) -> Step:
    assert isinstance(fact.data, events.ReplySent)
    return Step("accepted" if fact.data.decision is Decision.ACCEPTED else "refused", 5)


#: What each fact makes of the case (state table of the protocol).
STEPS: Final[Steps] = {
    events.IrregularStayEstablished: START,
    events.PersonApprehended: Step("apprehended", 1),
    events.ApplicationSubmitted: Step("submitted", 2),
    events.ApplicationReceived: Step("under_review", 3),
    events.InterviewRequested: Step("interview_pending", 4),
    events.InterviewPrevented: Step("interview_late", 4),
    events.InterviewHeld: Step("interviewed", 4),
    events.ReplySent: _reply,
    events.TransferNotified: Step("transfer_scheduled", 6),
    events.TransferBecameImpossible: Step("postponed", 6),
    events.TransferImpossibilityNotified: Step("postponed", 6),
    events.TransferCompleted: Step("transferred", 7),
    InvoiceReceived: Step("invoiced", 8),
    InvoicePaid: Step("settled", 9),
    events.PersonTakenBack: Step("taken_back", 10),
    events.ApplicationWithdrawn: Step("withdrawn", 10),
}

#: The provisions whose breach closes the term of the transfer.
TRANSFER_TERM: Final = frozenset({"protocol-ro/art-8/2.3", "agreement/C8"})
REPLY_TERM: Final = frozenset(
    {"protocol-ro/art-4/1.2", "protocol-ro/art-5/b.1", "agreement/C3", "agreement/C4"}
)

#: Fact types of which one case can truly hold only one.
ONLY_ONE: Final = (
    events.ApplicationSubmitted,
    events.ApplicationReceived,
    events.ReplySent,
    events.TransferCompleted,
)
#: A fact of the first type cannot have happened without one of the second.
PRESUPPOSES: Final = (
    (events.ApplicationReceived, events.ApplicationSubmitted),
    (events.ReplySent, events.ApplicationSubmitted),
    (events.ReplySent, events.ApplicationReceived),
    (events.InterviewHeld, events.InterviewRequested),
    (events.DecisionAfterInterviewRequested, events.InterviewRequested),
    (InvoiceReceived, InvoiceIssued),
    (InvoicePaid, InvoiceReceived),
)


class ReadmissionCase(CaseDefinition):
    """Definition of the kind ``readmission``."""

    kind = "readmission"
    label = Text("Readmission", "რეადმისია")

    def parties(self, history: History) -> Parties | None:
        """The application names both States; failing that, the offices of a message do.

        Before either, a Member State that found somebody can only turn to Georgia.
        """
        application = history.first(events.ApplicationSubmitted)
        if application is not None and isinstance(application.data, events.ApplicationSubmitted):
            return Parties(application.data.requesting_state, application.data.requested_state)
        reply = history.first(events.ReplySent)
        if reply is not None and isinstance(reply.data, events.ReplySent):
            return Parties(state_of(reply.data.to), state_of(reply.data.by))
        notice = history.first(events.TransferNotified)
        if notice is not None and isinstance(notice.data, events.TransferNotified):
            return Parties(state_of(notice.data.by), state_of(notice.data.to))
        return _before_the_application(history)

    def consent(self, view: CaseView, law: LawBook) -> DeemedConsent | None:
        """Silence past the reply limit (agreement, Art. 10(2))."""
        return deemed_consent(view, law)

    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """The facts say how far the case has come; silence and lapsed terms can take it further."""
        step, since = evolve(view.history.facts, STEPS, START)
        code = "invoiced" if step.code == "settled" and not all_settled(view.history) else step.code
        if code in WAITING | ANSWERED and len(view.history.all(events.ReplySent)) > 1:
            code = "contradictory"
        elif code in WAITING | {"refused"} and view.consent is not None and view.consent.verified:
            # A refusal that comes after the limit does not undo the consent; the case shows both.
            code, since = "deemed_accepted", view.consent.since
        elif code in WAITING and (lapsed := _lapsed(obligations, REPLY_TERM)):
            code, since = "overdue", lapsed
        if code in ("accepted", "deemed_accepted", "transfer_scheduled", "postponed") and (
            lapsed := _lapsed(obligations, TRANSFER_TERM)
        ):
            code, since = "window_expired", lapsed
        return CaseStatus(code, LABELS[code], since, code in FINAL), None

    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Contradictions, and facts that must have happened and were not recorded."""
        return (
            *contradictions(view, ONLY_ONE),
            *missing(view, PRESUPPOSES),
            *_transfer_without_consent(view),
            *unmandated(view, reporting=False),
        )


def _before_the_application(history: History) -> Parties | None:
    found = history.first(events.PersonApprehended, events.IrregularStayEstablished)
    if found is None or not isinstance(
        found.data, events.PersonApprehended | events.IrregularStayEstablished
    ):
        return None
    return Parties(found.data.state, GEORGIA) if found.data.state != GEORGIA else None


def _lapsed(obligations: Sequence[Obligation], norms: frozenset[str]) -> datetime | None:
    """The instant since which a term has run out with nothing done, as far as any of these norms says."""
    for item in obligations:
        verdict = item.verdict
        held = verdict.beneath or verdict.status
        if item.norm.id in norms and held is Status.BREACHED and verdict.window is not None:
            return verdict.window.breach_at
    return None


def _transfer_without_consent(view: CaseView) -> tuple[Gap, ...]:
    transfer = view.history.first(events.TransferCompleted)
    accepted = any(_reply(fact).code == "accepted" for fact in view.history.all(events.ReplySent))
    if transfer is None or accepted or view.consent is not None:
        return ()
    return (Gap("transfer_without_consent", reason("transfer_without_consent"), (transfer,)),)
