"""What a feature on treaty work, cooperation or the programme need not say."""

from __future__ import annotations

from typing import Any, Final

from domain.events import EventData

KINDS: Final = frozenset({"treaty", "cooperation", "programme"})
DEPARTMENT: Final = "ge-security-policy-department"
_LAWFUL: Final[dict[str, dict[str, Any]]] = {
    "ProgrammeRegistered": {
        "funder": "eu-european-union",
        "partner": "un-iom",
        "budget": {"amount": "4800000.00", "currency": "EUR"},
        "months": "42",
        "not_before": "2013-01-01",
        "not_after": "2017-12-31",
        "activities": "16",
    },
    "OutcomeReported": {"indicator": "Specimen indicator"},
    "TreatyWorkRegistered": {
        "field": "defence",
        "treaty": "Specimen treaty",
        "responsible": DEPARTMENT,
    },
    "CoordinationStepTaken": {"by": DEPARTMENT, "bodies": ["ge-defence-ministry"]},
    "UndertakingPerformed": {"by": DEPARTMENT},
    "TreatyDraftReviewed": {"by": DEPARTMENT},
    "TreatyOpinionStageReached": {"by": DEPARTMENT},
    "CooperationRecorded": {"by": DEPARTMENT},
    "ProvisionAttested": {"by": "ge-mfa"},
    "WaiverGranted": {"by": "ge-mfa", "ground": "Specimen ground"},
    "ExcuseAccepted": {"by": "ge-mfa", "ground": "Specimen ground"},
    "EventRetracted": {"reason": "Specimen reason"},
}


def lawful(model: type[EventData]) -> dict[str, Any]:
    """Return a lawful value for what an event must have and no scenario is about."""
    return dict(_LAWFUL.get(model.TYPE, {}))
