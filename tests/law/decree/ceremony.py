"""Ceremonies for the tests of Arts. 19 and 21 to 24: registered, planned for 12:00, begun and ended."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.law.decree.tale import DAY, Tale


def ceremony(form: str, day: date = DAY, *, registered: str = "-20 10:00", **more: Any) -> Tale:
    """A ceremony that is planned for 12:00 of the day."""
    tale = Tale(f"ceremony-{form.replace('_', '-')}-1", day)
    return tale.tell(registered, "CeremonyRegistered", form=form, **more).plan(form, "12:00")


def begin(tale: Tale, when: str = "12:00", **more: Any) -> Tale:
    """Begin the ceremony."""
    return tale.tell(when, "ActivityStarted", activity=_form(tale), **more)


def end(tale: Tale, when: str = "13:00") -> Tale:
    """End the ceremony: what is missing now is missing."""
    return tale.tell(when, "ActivityEnded", activity=_form(tale))


def step(tale: Tale, when: str, name: str, **more: Any) -> Tale:
    """Record a step of the ceremony."""
    return tale.tell(when, "StepTaken", step=name, activity=_form(tale), **more)


def _form(tale: Tale) -> str:
    return tale.case_id.removeprefix("ceremony-").removesuffix("-1").replace("-", "_")
