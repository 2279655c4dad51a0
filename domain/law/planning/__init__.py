"""The law looking forward: run-sheets of cases, and of what is only planned."""

from domain.law.planning.checking import refusals
from domain.law.planning.drawing import plan_sheet, run_sheet
from domain.law.planning.errors import InvalidPlan
from domain.law.planning.request import PlanRequest
from domain.law.planning.sheet import (
    Body,
    RecordTemplate,
    RunSheet,
    RunSheetRow,
    RunSheetWarning,
    SheetPart,
    WarningKind,
)
from domain.law.planning.words import row_sentences, time_sentences, warning_sentence

__all__ = [
    "Body",
    "InvalidPlan",
    "PlanRequest",
    "RecordTemplate",
    "RunSheet",
    "RunSheetRow",
    "RunSheetWarning",
    "SheetPart",
    "WarningKind",
    "plan_sheet",
    "refusals",
    "row_sentences",
    "run_sheet",
    "time_sentences",
    "warning_sentence",
]
