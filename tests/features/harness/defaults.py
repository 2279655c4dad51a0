"""What a feature need not say: each fact by the right authority, through a lawful channel, in English.

A scenario states only what it is about. Everything filled in here keeps the protocol, so that nothing but
the stated fields can make a verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

from domain.events import EventData

MISSIONS: Final = {"GE": "ge-embassy-bucharest", "RO": "ro-embassy-tbilisi"}
MINISTRIES: Final = {"GE": "ge-mfa", "RO": "ro-mfa"}
AIRPORTS: Final = {"GE": "ge-tbilisi-airport", "RO": "ro-otopeni-airport"}
OTHER_AUTHORITIES: Final = {"DE": "de-federal-police", "PL": "pl-border-guard"}
PERSON: Final = str(UUID(int=0x5BEC1))

#: Facts that the requested side brings about; all others are the requesting side's.
BY_REQUESTED: Final = frozenset(
    [
        "ReplySent",
        "OtherDocumentsDecided",
        "DeemedConsentChallenged",
        "DeemedConsentAccepted",
        "ReadmissionInErrorClaimed",
        "TransitReplySent",
        "WaiverGranted",
        "ExcuseAccepted",
        "TransferTermExtended",
    ]
)
BY_MISSION: Final = frozenset(("InterviewHeld", "TravelDocumentIssued"))


@dataclass
class Setting:
    """Who the two sides are, and what the case is about."""

    requesting: str = "RO"
    requested: str = "GE"
    category: str = "national_of_requested_state"
    accelerated: bool = False
    mode: str = "air"
    transit: bool = False
    planned_on: date | None = None

    @property
    def requesting_authority(self) -> str:
        """The authority competent to ask (Art. 1)."""
        if self.requesting == "GE":
            return "ge-migration-department"
        if self.requesting == "RO":
            by_border_police = self.mode == "air" if self.transit else self.accelerated
            return "ro-border-police" if by_border_police else "ro-immigration-inspectorate"
        return OTHER_AUTHORITIES.get(self.requesting, f"{self.requesting.lower()}-authority")

    @property
    def requested_authority(self) -> str:
        """The authority competent to answer (Art. 1)."""
        if self.requested == "GE":
            return "ge-migration-department"
        if self.requested == "RO":
            return self._requested_of_romania()
        return OTHER_AUTHORITIES.get(self.requested, f"{self.requested.lower()}-authority")

    def _requested_of_romania(self) -> str:
        by_border_police = (
            self.mode == "air"
            if self.transit
            else self.accelerated or self.category == "national_of_requested_state"
        )
        return "ro-border-police" if by_border_police else "ro-immigration-inspectorate"

    @property
    def airport(self) -> str:
        """The designated crossing point of the requested State (Art. 2)."""
        return AIRPORTS.get(self.requested, f"{self.requested.lower()}-airport")


def defaults(model: type[EventData], setting: Setting) -> dict[str, Any]:
    """Return a lawful value for every field that does not make the scenario."""
    ours = setting.requesting_authority
    theirs = setting.requested_authority
    by, to = (theirs, ours) if model.TYPE in BY_REQUESTED else (ours, theirs)
    if model.TYPE in BY_MISSION:
        by = MISSIONS.get(setting.requested, theirs)
    common: dict[str, Any] = {
        "requesting_state": setting.requesting,
        "requested_state": setting.requested,
        "requesting_authority": ours,
        "requested_authority": theirs,
        "procedure": "accelerated" if setting.accelerated else "ordinary",
        "subject": {"person": PERSON, "category": setting.category},
        "person": PERSON,
        "state": setting.requesting,
        "authority": theirs,
        "by": by,
        "to": to,
        "agreed_by": theirs,
        "received_by": theirs,
        "channel": "official_email",
        "form": "annex_6" if setting.transit else "annex_5",
        "language": "en",
        "writing": "written",
        "by_side": "requesting",
        "cost_borne_by": "requesting",
        "borne_by": "requesting",
        "in_border_region": "yes",
        "taken_into_account": "yes",
        "venue": "mission_or_consular_post",
        "decision": "accepted",
        "crossing_point": setting.airport,
        "entry_point": setting.airport,
        "mode": setting.mode,
        "planned_on": setting.planned_on,
        "number": "INVOICE-1",
        "issued_by": theirs,
        "paid_by": ours,
        "bank_details_stated": "yes",
        "money": {"amount": "1200.00", "currency": "EUR"},
        "party": "GE",
        "place": "Specimen place",
        "reason": "Specimen reason",
        "ground": "Specimen ground",
        "change": "Specimen change",
        "obstacle": "Specimen obstacle",
        "problem": "Specimen problem",
        "resolution": "Specimen resolution",
        "topic": "Specimen topic",
        "amendment": "Specimen amendment",
        "separate_document": "yes",
        "escort_count": "2",
    }
    fields = {name: common[name] for name in model.model_fields if common.get(name) is not None}
    own = _own(setting, ours).get(model.TYPE, {})
    return {
        name: value
        for name, value in {**fields, **own}.items()
        if name in model.model_fields and value is not None
    }


def _own(setting: Setting, ours: str) -> dict[str, dict[str, Any]]:
    """Return what an event type takes in place of the common value of a field."""
    planned = f"{setting.planned_on}T06:00:00+00:00" if setting.planned_on else None
    agreed = [setting.requesting_authority, setting.requested_authority]
    return {
        "ApplicationReceived": {"procedure": None},
        "ReplySent": {"transfer_at": None},
        "CrossingPointAgreed": {"crossing_point": None, "agreed_by": agreed},
        "InvoiceReceived": {"received_by": ours},
        "TravelDocumentIssued": {"kind": "issued_by_requested_state"},
        "CostIncurred": {"kind": "transport"},
        "ForceUsed": {"ground": "self_defence"},
        "TransitReplySent": {
            "transfer_at": planned,
            "transit_type": setting.mode,
            "escort_needed": "no",
        },
        "TransitCompleted": {"exit_point": None},
        "ChangeNotified": {"subject": "contact", "by": "ge-migration-department", "to": "ro-border-police"},
        "CompetentAuthorityRegistered": {"authority": "ge-migration-department"},
        "AuthorityChanged": {"authority": "ge-migration-department"},
        "ContactChanged": {"authority": "ge-migration-department"},
        "CrossingPointsChanged": {"crossing_points": [AIRPORTS["GE"]]},
        "ExpertMeetingHeld": {"participants": ["ge-migration-department", "ro-border-police"]},
        "AmendmentAgreed": {"agreed_by": ["GE", "RO"]},
    }
