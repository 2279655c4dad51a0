"""Samples of the events of treaty work, cooperation and the programme."""

from __future__ import annotations

from typing import Any

DEPARTMENT = "ge-security-policy-department"
EURO = {"amount": "4800000.00", "currency": "EUR"}

#: Event type to (case id, payload).
MANDATE_SAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "ProgrammeRegistered": (
        "programme-1",
        {
            "funder": "eu-european-union",
            "partner": "un-iom",
            "budget": EURO,
            "months": 42,
            "not_before": "2013-01-01",
            "not_after": "2017-12-31",
            "activities": 16,
        },
    ),
    "ProgrammeStageReached": ("programme-1", {"stage": "programme_started"}),
    "ProjectActivityStageReached": ("programme-1", {"number": 3, "stage": "activity_begun"}),
    "DeliveryRecorded": (
        "programme-1",
        {
            "number": 13,
            "delivery": "assistance_to_person",
            "to": "ge-border-police",
            "what": "help with finding work",
            "country": "AM",
            "person": "5b1f6a2e-0000-4000-8000-000000000001",
            "readmitted": True,
        },
    ),
    "SpendingRecorded": (
        "programme-1",
        {"amount": {"amount": "1200.50", "currency": "EUR"}, "number": 13, "purpose": "assistance"},
    ),
    "OutcomeReported": ("programme-1", {"objective": "specific-3", "indicator": "strategy adopted"}),
    "TreatyWorkRegistered": (
        "treaty-1",
        {
            "work": "ratification",
            "field": "defence",
            "treaty": "sample treaty on defence",
            "responsible": DEPARTMENT,
            "asked_by": "ge-mfa",
            "due_on": "2026-06-30",
        },
    ),
    "CoordinationStepTaken": (
        "treaty-1",
        {"by": DEPARTMENT, "bodies": ["ge-defence-ministry"], "consulted": True, "step": "letter sent"},
    ),
    "UndertakingPerformed": ("treaty-1", {"by": DEPARTMENT, "detail": "yearly report sent"}),
    "TreatyDraftReviewed": ("treaty-1", {"by": DEPARTMENT}),
    "TreatyOpinionStageReached": ("treaty-1", {"stage": "opinion_prepared", "by": DEPARTMENT}),
    "CooperationRecorded": (
        "cooperation-1",
        {
            "by": "ge-new-threats-division",
            "field": "new_threats",
            "counterpart": "foreign_state",
            "topics": ["terrorism", "drug_trafficking"],
            "country": "RO",
            "with_body": "sample body",
        },
    ),
    "TalkingPointsChapterGiven": ("reception-1", {"by": DEPARTMENT}),
}
