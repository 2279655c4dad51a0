"""Plans for tests, as JSON would state them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from domain.law.calendars import load_calendars
from domain.law.library import load_law
from domain.law.planning import PlanRequest, RunSheet, RunSheetRow, plan_sheet
from domain.law.planning.sheet import WarningKind

NOW = "2026-06-01T10:00:00+04:00"
_READ: TypeAdapter[PlanRequest] = TypeAdapter(PlanRequest)


def visit(**changes: Any) -> dict[str, Any]:
    """An official visit of a head of state, on working days in the light."""
    return {
        "kind": "visit",
        "category": "official",
        "rank": "head_of_state",
        "guest_state": "RO",
        "arrival_at": "2026-06-15T12:00:00+04:00",
        "departure_at": "2026-06-17T11:00:00+04:00",
        **changes,
    }


def item(activity: str, starts_at: str, **more: Any) -> dict[str, Any]:
    """An item of the programme."""
    return {"activity": activity, "starts_at": starts_at, **more}


def read(plan: dict[str, Any]) -> PlanRequest:
    return _READ.validate_python(plan)


def sheet(plan: dict[str, Any], as_of: str = NOW) -> RunSheet:
    """Draw up the run-sheet of a plan."""
    return plan_sheet(read(plan), load_law(), load_calendars(), datetime.fromisoformat(as_of))


def rows(found: RunSheet, provision: str) -> list[RunSheetRow]:
    """Return the rows of a provision, ``"3/1/a.1"`` for short."""
    return [row for row in found.rows if row.provision.id == f"decree-386/art-{provision}"]


def row(found: RunSheet, provision: str) -> RunSheetRow:
    (only,) = rows(found, provision)
    return only


def warned(found: RunSheet, kind: WarningKind) -> list[str]:
    """Return the keys of reasons of the warnings of a kind."""
    return [warning.why.key for warning in found.warnings if warning.kind is kind]
