"""Given, when, then on judge(): a case told fact by fact, with lawful samples for whatever is not said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.events import EventData
from domain.facts import Fact
from domain.law.calendars import load_calendars
from domain.law.history import History
from domain.law.judge import Obligation, Report, judge
from domain.law.library import load_law
from domain.law.verdict import Status, Verdict

PERSON = "7b0f3c1e-5d59-4f0e-9a56-3a1f0a9d1c01"
OFFICER = "7b0f3c1e-5d59-4f0e-9a56-3a1f0a9d1c02"

GEORGIA = "ge-migration-department"
IMMIGRATION = "ro-immigration-inspectorate"
BORDER_POLICE = "ro-border-police"
TBILISI_AIRPORT = "ge-tbilisi-airport"
OTOPENI = "ro-otopeni-airport"

SUBJECT = {"person": PERSON, "category": "national_of_requested_state"}
ESCORT = {
    "person": OFFICER,
    "rank": "sample rank",
    "first_name": "Sample",
    "surname": "Escort",
    "document_series": "SAMPLE",
    "document_number": "0000000",
    "document_issued_on": "2024-01-15",
}
_BY_ROMANIA = {"by": IMMIGRATION, "to": GEORGIA}
_BY_GEORGIA = {"by": GEORGIA, "to": IMMIGRATION}

#: A lawful fact of each type, between Romania (requesting) and Georgia (requested).
SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "PersonApprehended": {"person": PERSON, "state": "RO", "in_border_region": True},
    "IrregularStayEstablished": {"person": PERSON, "state": "RO"},
    "ApplicationSubmitted": {
        "requesting_state": "RO",
        "requested_state": "GE",
        "requesting_authority": IMMIGRATION,
        "requested_authority": GEORGIA,
        "subject": SUBJECT,
        "channel": "official_email",
        "form": "annex_5",
        "language": "en",
    },
    "ApplicationReceived": {"requested_state": "GE", "authority": GEORGIA},
    "ApplicationWithdrawn": {"by": IMMIGRATION},
    "AdditionalInformationRequested": {**_BY_GEORGIA, "by_side": "requested", "language": "en"},
    "AdditionalInformationProvided": {**_BY_ROMANIA, "language": "en"},
    "OtherDocumentsDecided": {"by": GEORGIA, "taken_into_account": True},
    "InterviewRequested": {"by": IMMIGRATION, "language": "en"},
    "InterviewPlaceAgreed": {"place": "a room at the airport"},
    "IntervieweeTransported": {"by_side": "requesting", "cost_borne_by": "requesting"},
    "InterviewHeld": {"by": "ge-embassy-bucharest", "venue": "mission_or_consular_post"},
    "InterviewPrevented": {"reason": "the mission had no interpreter"},
    "DecisionAfterInterviewRequested": {"by": IMMIGRATION, "writing": "written", "language": "en"},
    "ReplySent": {**_BY_GEORGIA, "decision": "accepted", "channel": "official_email", "language": "en"},
    "DeemedConsentChallenged": {"by": GEORGIA, "ground": "the application was never received"},
    "DeemedConsentAccepted": {"by": GEORGIA},
    "TravelDocumentIssued": {"kind": "issued_by_requested_state", "by": "ge-embassy-bucharest"},
    "TransferNotified": {
        **_BY_ROMANIA,
        "crossing_point": TBILISI_AIRPORT,
        "channel": "official_email",
        "language": "en",
    },
    "TransferBecameImpossible": {"limit": "notified_date", "reason": "the flight was cancelled"},
    "TransferImpossibilityNotified": {**_BY_ROMANIA, "limit": "notified_date", "language": "en"},
    "TransferTermExtended": {"obstacle": "treatment in hospital", "agreed_by": GEORGIA},
    "TransferCompleted": {"crossing_point": TBILISI_AIRPORT, "received_by": GEORGIA},
    "ReadmissionInErrorClaimed": {"by": GEORGIA, "ground": "the person proved to be no national"},
    "PersonTakenBack": {"by": IMMIGRATION},
    "CrossingPointAgreed": {"crossing_point": "ge-kutaisi-airport", "agreed_by": [GEORGIA, IMMIGRATION]},
    "EscortChanged": {"change": "one escort replaced"},
    "EscortChangeNotified": {**_BY_ROMANIA, "language": "en"},
    "EscortVisasStated": {"route": [{"country": "TR", "visa_required": False}]},
    "EscortStarted": {"escort_count": 1},
    "PersonHandedOver": {"to": GEORGIA},
    "DocumentsHandedOver": {"to": GEORGIA, "documents": ["copy of the consent"]},
    "ForceUsed": {"ground": "self_defence"},
    "TransitRequested": {
        "requesting_state": "RO",
        "requested_state": "GE",
        "requesting_authority": BORDER_POLICE,
        "requested_authority": GEORGIA,
        "subject": {"person": PERSON, "category": "third_country_national"},
        "mode": "air",
        "entry_point": TBILISI_AIRPORT,
        "channel": "official_email",
        "form": "annex_6",
        "language": "en",
    },
    "TransitRequestReceived": {"requested_state": "GE", "authority": GEORGIA},
    "TransitRequestWithdrawn": {"by": BORDER_POLICE},
    "TransitReplySent": {
        "decision": "accepted",
        "by": GEORGIA,
        "to": BORDER_POLICE,
        "channel": "official_email",
        "language": "en",
        "transfer_at": "2026-06-15T09:00:00+04:00",
        "entry_point": TBILISI_AIRPORT,
        "transit_type": "air",
        "escort_needed": False,
    },
    "TransitConsentRevoked": {"by": GEORGIA, "reason": "public order"},
    "TransitStarted": {"entry_point": TBILISI_AIRPORT, "mode": "air"},
    "TransitCompleted": {},
    "CostIncurred": {
        "kind": "accommodation",
        "money": {"amount": "100.00", "currency": "EUR"},
        "borne_by": "requested",
    },
    "InvoiceIssued": {
        "number": "INV-1",
        "money": {"amount": "100.00", "currency": "EUR"},
        "requesting_state": "RO",
        "requested_state": "GE",
        "issued_by": GEORGIA,
        "bank_details_stated": True,
        "language": "en",
    },
    "InvoiceReceived": {"number": "INV-1", "received_by": IMMIGRATION},
    "InvoicePaid": {
        "number": "INV-1",
        "money": {"amount": "100.00", "currency": "EUR"},
        "paid_by": IMMIGRATION,
    },
    "InvoiceDisputed": {"number": "INV-1", "by": IMMIGRATION, "ground": "one night too many"},
    "CompetentAuthorityRegistered": {"party": "GE", "authority": GEORGIA},
    "AuthorityChanged": {"party": "GE", "authority": GEORGIA, "change": "renamed"},
    "ContactChanged": {"party": "GE", "authority": GEORGIA},
    "CrossingPointsChanged": {"party": "GE", "crossing_points": [TBILISI_AIRPORT]},
    "ChangeNotified": {
        "subject": "contact",
        "party": "GE",
        **_BY_GEORGIA,
        "channel": "official_email",
        "writing": "written",
        "language": "en",
    },
    "ProblemRaised": {"party": "RO", "problem": "replies sent to an old address"},
    "ProblemResolved": {"resolution": "the address was replaced"},
    "ExpertMeetingRequested": {"party": "RO", "topic": "interviews", "language": "en"},
    "ExpertMeetingHeld": {"participants": [GEORGIA, IMMIGRATION]},
    "AmendmentAgreed": {"amendment": "amendment-1", "agreed_by": ["GE", "RO"]},
    "AmendmentDocumented": {"amendment": "amendment-1", "separate_document": True},
    "CompletionNoticeSent": {"party": "GE"},
    "JointCommitteeNotified": {"party": "RO"},
    "CommitteeNoticeCopied": {"party": "GE"},
    "EnteredIntoForce": {"on": "2019-06-29"},
    "AgreementTerminated": {},
    "ProvisionAttested": {"outcome": "kept", "by": GEORGIA},
    "WaiverGranted": {"by": GEORGIA, "ground": "agreed by telephone"},
    "ExcuseAccepted": {"by": GEORGIA, "ground": "the airport was closed"},
    "EventRetracted": {"event_source": "/test", "reason": "recorded by mistake"},
}


class Judged:
    """A report, asked by the id of a provision."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def all(self, norm_id: str) -> list[Obligation]:
        assert norm_id in load_law().norm_by_id, f"{norm_id} is not judged at all"
        return [item for item in self.report.obligations if item.norm.id == norm_id]

    def verdict(self, norm_id: str) -> Verdict:
        """The verdict on the only obligation under a provision."""
        found = self.all(norm_id)
        assert len(found) == 1, f"{norm_id}: {len(found)} obligations"
        return found[0].verdict

    def status(self, norm_id: str) -> Status | None:
        """The status of the only obligation under a provision; None where there is none."""
        return self.verdict(norm_id).status if self.all(norm_id) else None

    def statuses(self, norm_id: str) -> list[Status]:
        return [item.verdict.status for item in self.all(norm_id)]


class Case:
    """A case being told: ``at`` moves the clock, ``record`` adds a fact that happened then."""

    def __init__(self, case_id: str) -> None:
        self.case_id = case_id
        self.facts: list[Fact] = []
        self._now = datetime.fromisoformat("2026-06-01T10:00+04:00")

    def at(self, moment: str) -> Case:
        self._now = datetime.fromisoformat(moment)
        assert self._now.tzinfo is not None, f"{moment} needs a zone"
        return self

    def record(self, model: type[EventData], **values: Any) -> Case:
        """Add a fact of the type; what is not given comes from the sample, None leaves a field out."""
        data = {key: value for key, value in {**SAMPLES[model.TYPE], **values}.items() if value is not None}
        number = len(self.facts) + 1
        self.facts.append(
            Fact(
                case_id=self.case_id,
                version=number,
                position=number,
                source="/test",
                event_id=str(number),
                occurred_at=self._now,
                recorded_at=self._now,
                data=model.model_validate(data),
            )
        )
        return self

    def judge(self, as_of: str) -> Judged:
        moment = datetime.fromisoformat(as_of)
        history = History(self.case_id, self.facts, as_of=moment)
        return Judged(judge(history, load_law(), load_calendars(), moment))


def case(case_id: str = "readmission-1") -> Case:
    """Begin a case; the kind is in the id."""
    return Case(case_id)
