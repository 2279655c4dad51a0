"""An interview held through the consular system names the activity of the programme that brought it."""

from __future__ import annotations

from datetime import date

from domain.law.explain import explain
from domain.law.library import load_law
from domain.law.provision import Language
from domain.law.sentences import sentences
from tests.law.cases import SAMPLES
from tests.law.decree.tale import Tale


def told(**channel: str) -> str:
    tale = Tale("readmission-tale-4", date(2026, 6, 15))
    for when, name, more in (
        ("09:00", "ApplicationSubmitted", {}),
        ("10:00", "ApplicationReceived", {}),
        ("11:00", "InterviewRequested", {}),
        ("+1 11:00", "InterviewHeld", channel),
    ):
        tale.tell(when, name, **{**SAMPLES.get(name, {}), **more})
    (held,) = [item for item in tale.report().obligations if item.norm.id == "protocol-ro/art-7/1.1"]
    return " ".join(sentences(explain(held, load_law()), Language.KA))


def test_the_channel_is_said_with_its_activity() -> None:
    assert "პროგრამა, საქმიანობა 9" in told(through="consular_information_system")
    assert "საქმიანობა 9" not in told()
