"""One sample of every event type: invented persons, fixed ids, every optional member present where it matters."""

from __future__ import annotations

from typing import Any

from tests.golden.mandate_samples import MANDATE_SAMPLES
from tests.golden.protocol_samples import PROTOCOL_SAMPLES

PERSON = "5b1f6a2e-0000-4000-8000-000000000001"
ESCORT = "5b1f6a2e-0000-4000-8000-0000000000e1"
GE, RO = "ge-migration-department", "ro-immigration-inspectorate"
MESSAGE = {"channel": "authorised_electronic_system", "language": "en"}
STATES = {"requesting_state": "RO", "requested_state": "GE"}
SUBJECT = {
    "person": PERSON,
    "category": "national_of_requested_state",
    "family_name": "ნიმუშიძე",
    "given_names": "Sample",
    "born_on": "1990-02-28",
    "birth_place": "Exampletown",
    "nationality": "GE",
}
OFFICER = {
    "person": ESCORT,
    "rank": "inspector",
    "first_name": "Sample",
    "surname": "Escort",
    "document_series": "XX",
    "document_number": "0000001",
    "document_issued_on": "2019-03-01",
}
MONEY = {"amount": "120.50", "currency": "EUR"}

#: Event type to (case id, payload).
SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "ProvisionAttested": (
        "readmission-1",
        {"provision": "protocol-ro/art-10/c.1", "outcome": "kept", "by": GE, "remark": "checked at the gate"},
    ),
    "WaiverGranted": (
        "readmission-1",
        {"norm": "protocol-ro/art-8/1", "by": GE, "ground": "both sides wanted speed"},
    ),
    "ExcuseAccepted": (
        "readmission-1",
        {"norm": "protocol-ro/art-4/1.2", "by": RO, "ground": "system outage"},
    ),
    "EventRetracted": (
        "readmission-1",
        {"event_id": "7", "event_source": "/ro", "reason": "sent for another case"},
    ),
    "PersonApprehended": ("readmission-1", {"person": PERSON, "state": "RO", "in_border_region": True}),
    "IrregularStayEstablished": ("readmission-1", {"person": PERSON, "state": "RO"}),
    "ApplicationSubmitted": (
        "readmission-1",
        {
            "procedure": "accelerated",
            **STATES,
            "requesting_authority": "ro-border-police",
            "requested_authority": GE,
            "subject": SUBJECT,
            **MESSAGE,
            "form": "annex_5",
            "escorted": True,
            "escorts": [OFFICER],
            "attachments": [{"kind": "other", "justification": "school register"}],
        },
    ),
    "ApplicationReceived": (
        "readmission-1",
        {"requested_state": "GE", "authority": GE, "procedure": "accelerated"},
    ),
    "ApplicationWithdrawn": ("readmission-1", {"by": RO, "reason": "person left by himself"}),
    "AdditionalInformationRequested": (
        "readmission-1",
        {"by": RO, "to": GE, "by_side": "requesting", "language": "en"},
    ),
    "AdditionalInformationProvided": ("readmission-1", {"by": GE, "to": RO, "language": "en"}),
    "OtherDocumentsDecided": ("readmission-1", {"by": GE, "taken_into_account": True}),
    "InterviewRequested": (
        "readmission-1",
        {
            "by": RO,
            "annex_documents_available": False,
            "nationality_otherwise_established": False,
            "language": "en",
        },
    ),
    "InterviewPlaceAgreed": ("readmission-1", {"place": "reception centre"}),
    "IntervieweeTransported": ("readmission-1", {"by_side": "requesting", "cost_borne_by": "requesting"}),
    "InterviewHeld": ("readmission-1", {"by": "ge-embassy-bucharest", "venue": "mission_or_consular_post"}),
    "InterviewPrevented": ("readmission-1", {"reason": "no transport on the day"}),
    "DecisionAfterInterviewRequested": ("readmission-1", {"by": RO, "writing": "written", "language": "en"}),
    "ReplySent": (
        "readmission-1",
        {
            "decision": "accepted",
            "by": GE,
            "to": RO,
            **MESSAGE,
            "writing": "written",
            "grounds": ["nationality established"],
            "transfer_at": "2026-06-15T08:00:00Z",
            "transfer_place": "ge-tbilisi-airport",
        },
    ),
    "DeemedConsentChallenged": ("readmission-1", {"by": GE, "ground": "the reply was sent in time"}),
    "DeemedConsentAccepted": ("readmission-1", {"by": GE}),
    "TravelDocumentIssued": (
        "readmission-1",
        {"kind": "issued_by_requested_state", "by": "ge-embassy-bucharest", "valid_until": "2026-09-01"},
    ),
    "TransferNotified": (
        "readmission-1",
        {
            "transfer_date": "2026-06-15",
            "crossing_point": "ge-tbilisi-airport",
            "by": RO,
            "to": GE,
            **MESSAGE,
        },
    ),
    "TransferBecameImpossible": ("readmission-1", {"limit": "notified_date", "reason": "flight cancelled"}),
    "TransferImpossibilityNotified": (
        "readmission-1",
        {"limit": "three_months", "by": RO, "to": GE, "language": "en"},
    ),
    "TransferTermExtended": (
        "readmission-1",
        {"obstacle": "appeal pending", "extended_until": "2026-10-01", "agreed_by": GE},
    ),
    "TransferCompleted": ("readmission-1", {"crossing_point": "ge-tbilisi-airport", "received_by": GE}),
    "ReadmissionInErrorClaimed": ("readmission-1", {"by": GE, "ground": "another nationality was proved"}),
    "PersonTakenBack": ("readmission-1", {"by": RO}),
    "CrossingPointAgreed": ("readmission-1", {"crossing_point": "ge-kutaisi-airport", "agreed_by": [RO, GE]}),
    "EscortChanged": ("readmission-1", {"escorts": [OFFICER], "change": "one escort replaced"}),
    "EscortChangeNotified": ("readmission-1", {"by": RO, "to": GE, "language": "en"}),
    "EscortVisasStated": (
        "readmission-1",
        {"route": [{"country": "TR", "visa_required": True, "visa_held": True, "valid_until": "2026-12-31"}]},
    ),
    "EscortStarted": ("readmission-1", {"escort_count": 1}),
    "PersonHandedOver": ("readmission-1", {"to": GE}),
    "DocumentsHandedOver": ("readmission-1", {"to": GE, "documents": ["travel document"]}),
    "ForceUsed": (
        "readmission-1",
        {
            "ground": "direct_coercion",
            "threat": "escape",
            "no_authorised_persons_present": True,
            "proportionality": "held by the arm for a minute",
        },
    ),
    "TransitRequested": (
        "transit-1",
        {
            **STATES,
            "requesting_authority": "ro-border-police",
            "requested_authority": GE,
            "subject": {**SUBJECT, "category": "third_country_national"},
            "mode": "land",
            "mode_reason": "no flight on the day",
            "planned_on": "2026-06-20",
            "entry_point": "ge-tbilisi-airport",
            **MESSAGE,
            "form": "annex_6",
            "escorted": True,
            "escorts": [OFFICER],
            "assistance_needed": True,
            "assistance": {"nature": "medical", "substance": "a nurse at the gate"},
        },
    ),
    "TransitRequestReceived": ("transit-1", {"requested_state": "GE", "authority": GE}),
    "TransitRequestWithdrawn": ("transit-1", {"by": RO, "reason": "direct flight found"}),
    "TransitReplySent": (
        "transit-1",
        {
            "decision": "refused",
            "by": GE,
            "to": RO,
            **MESSAGE,
            "transfer_at": "2026-06-20T08:00:00Z",
            "entry_point": "ge-tbilisi-airport",
            "transit_type": "air",
            "escort_needed": True,
            "refusal_reason": "public security",
            "assistance_possible": False,
        },
    ),
    "TransitConsentRevoked": ("transit-1", {"by": GE, "reason": "a ground for refusal became known"}),
    "TransitStarted": ("transit-1", {"entry_point": "ge-tbilisi-airport", "mode": "air"}),
    "TransitCompleted": ("transit-1", {"exit_point": "ge-tbilisi-airport"}),
    "CostIncurred": (
        "claim-1",
        {"kind": "interview_transport", "money": MONEY, "borne_by": "requested", "recoverable": True},
    ),
    "InvoiceIssued": (
        "claim-1",
        {
            "number": "INV-1",
            "money": MONEY,
            **STATES,
            "issued_by": GE,
            "bank_details_stated": True,
            "language": "en",
        },
    ),
    "InvoiceReceived": ("claim-1", {"number": "INV-1", "received_by": RO}),
    "InvoicePaid": (
        "claim-1",
        {"number": "INV-1", "money": MONEY, "paid_by": RO, "credited_at": "2026-07-14T09:00:00Z"},
    ),
    "InvoiceDisputed": ("claim-1", {"number": "INV-1", "by": RO, "ground": "cost not recoverable"}),
    "CompetentAuthorityRegistered": (
        "register-ro",
        {
            "party": "RO",
            "authority": RO,
            "functions": ["ordinary applications"],
            "contact": "office@example.invalid",
        },
    ),
    "AuthorityChanged": (
        "register-ro",
        {"party": "RO", "authority": RO, "change": "renamed", "effective_on": "2026-07-01"},
    ),
    "ContactChanged": ("register-ro", {"party": "RO", "authority": RO, "effective_on": "2026-07-01"}),
    "CrossingPointsChanged": (
        "register-ro",
        {
            "party": "GE",
            "crossing_points": ["ge-tbilisi-airport", "ge-kutaisi-airport"],
            "effective_on": "2026-07-01",
        },
    ),
    "ChangeNotified": (
        "register-ro",
        {
            "subject": "authority",
            "party": "RO",
            "by": "ro-mfa",
            "to": "ge-mfa",
            "channel": "diplomatic",
            "writing": "written",
            "language": "en",
        },
    ),
    "ProblemRaised": ("register-ro", {"party": "GE", "problem": "whose working days count"}),
    "ProblemResolved": ("register-ro", {"resolution": "days that both States work"}),
    "ExpertMeetingRequested": ("register-ro", {"party": "GE", "topic": "working days", "language": "en"}),
    "ExpertMeetingHeld": ("register-ro", {"participants": [GE, RO]}),
    "AmendmentAgreed": ("register-ro", {"amendment": "amendment-1", "agreed_by": ["GE", "RO"]}),
    "AmendmentDocumented": ("register-ro", {"amendment": "amendment-1", "separate_document": True}),
    "CompletionNoticeSent": ("register-ro", {"party": "GE", "instrument": "amendment-1"}),
    "JointCommitteeNotified": ("register-ro", {"party": "RO", "instrument": "amendment-1"}),
    "CommitteeNoticeCopied": ("register-ro", {"party": "GE", "instrument": "amendment-1"}),
    "EnteredIntoForce": ("register-ro", {"instrument": "amendment-1", "on": "2026-09-01"}),
    "AgreementTerminated": ("register-ro", {"on": "2026-12-31"}),
}
SAMPLES |= PROTOCOL_SAMPLES | MANDATE_SAMPLES
