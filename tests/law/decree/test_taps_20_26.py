"""What a tap on the run-sheet offers for credentials and receptions is a fact, and the one that is wanted."""

from __future__ import annotations

import pytest

from domain.events import CATALOGUE
from domain.law.calendars import load_calendars
from domain.law.decree_386.forms.duties import Duty, Tap
from domain.law.history import History
from domain.law.library import load_law
from domain.law.verdict import Status
from domain.law.view import CaseView
from domain.law.zones import TBILISI
from tests.law.decree import credentials, receptions
from tests.law.decree.tale import Tale

SETTLED = (Status.FULFILLED, Status.NOT_APPLICABLE)


def _taps(tale: Tale, provision: str) -> list[Tap]:
    moment = tale.instant("-6 12:00")
    view = CaseView(History(tale.case_id, tale.facts, as_of=moment), moment, load_calendars(), None, TBILISI)
    law = load_law().provision(provision)
    duty = load_law().norm_by_id[provision].check
    assert isinstance(duty, Duty)
    found: list[Tap] = []
    for trigger in duty.triggers(view):
        occasion = duty.occasion(view, trigger)
        if occasion is not None and (duty.when is None or duty.when(view, occasion)):
            found += duty.taps(view, occasion, law)
    return found


def _of(article: int, *left_out: str) -> list[str]:
    start = f"decree-386/art-{article}/"
    return [
        norm
        for norm in load_law().norm_by_id
        if norm.startswith(start) and norm.removeprefix(start) not in left_out
    ]


@pytest.mark.parametrize("provision", _of(20))
@pytest.mark.parametrize("form", ["single", "joint"])
def test_what_is_offered_for_credentials_is_a_fact(form: str, provision: str) -> None:
    tale = credentials.opened(form, 1 if form == "single" else 4)
    for tap in _taps(tale, provision):
        needed = {name for name, field in CATALOGUE[tap.type].model_fields.items() if field.is_required()}
        # An ambassador's pseudonym is filled in by whoever records it, unless the case names it.
        data = {"by": "ge-mfa", **({"ambassador": credentials.person(0)} if "ambassador" in needed else {})}
        known = {name: value for name, value in data.items() if name in needed and name not in tap.data}
        CATALOGUE[tap.type].model_validate({**tap.data, **known})


#: Done after the meeting, or asked for only on a condition of which this reception has none.
LATER = ("3/d", "4.2", "5.3", "6/b", "9/b")


@pytest.mark.parametrize("provision", _of(26, *LATER))
def test_what_is_offered_for_a_reception_keeps_the_provision(provision: str) -> None:
    tale = receptions.opened()
    taps = _taps(tale, provision)
    assert taps
    for number, tap in enumerate(taps):
        tale.tell(f"-8 1{number}:00", tap.type, **tap.data)
    tale.tell("12:00", "ActivityStarted", activity="audience")
    tale.tell("13:00", "ActivityEnded", activity="audience")
    assert tale.status(provision, "+20 12:00") in SETTLED
