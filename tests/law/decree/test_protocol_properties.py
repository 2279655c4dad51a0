"""What holds for every history of state protocol: judging never fails, the order of recording does not matter,
and nothing changes by itself before the next check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import cache
from random import Random
from typing import Any, Literal, get_args, get_origin

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import AwareDatetime

from domain.events import CATALOGUE, EventData
from domain.events.state_protocol.conduct import Attendee
from domain.events.state_protocol.registering import Guest
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.calendars import load_calendars
from domain.law.decree_386.forms.duties import Duty, Tap
from domain.law.explain import explain
from domain.law.history import History
from domain.law.judge import Report, judge
from domain.law.library import load_law
from domain.law.provision import Language
from domain.law.sentences import sentences
from domain.law.view import CaseView
from domain.law.words import reason_sentence
from domain.law.zones import TBILISI
from tests.golden.samples import SAMPLES

LAW, CALENDARS = load_law(), load_calendars()
#: A Monday, and a day in the time of the State Minister.
STARTS = (datetime(2026, 6, 15, 8, tzinfo=UTC), datetime(2003, 9, 15, 8, tzinfo=UTC))
KINDS = ("visit", "visit", "outgoing", "reception", "credentials", "ceremony")
OPENS = {
    "visit": "VisitRegistered",
    "outgoing": "OutgoingVisitRegistered",
    "reception": "ReceptionRegistered",
    "credentials": "CredentialsRegistered",
    "ceremony": "CeremonyRegistered",
}
OFFICES = (
    *(
        "ge-president",
        "ge-state-minister",
        "ge-prime-minister",
        "ge-speaker",
        "ge-foreign-minister",
        "ge-mfa",
    ),
    *("ge-minister", "ge-head-state-protocol", "ge-state-protocol-service", "interpreter", "main-guest"),
    *("guest-spouse", "ge-defence-minister", "guest-delegation-member", "ge-head-policy-analysis"),
)
#: Offices stand in members whose names end so, or in these.
_OFFICE = {
    *("by", "to", "of", "who", "led_by", "presenter", "presented", "between", "chosen", "agreed_with"),
    *("permanent_escorts", "on_behalf_of", "host", "hosting_body", "organiser", "performer", "checked_by"),
}
#: Provisions that officers vouch for, release from, and report as not done.
NORMS = sorted(item for item in LAW.norm_by_id if item.startswith("decree-386/"))
#: They end what is to be tried, or need another fact to speak of.
SELDOM = {"EventRetracted", "CaseCancelled"}
#: What gives a programme its shape, so that most facts find an item.
PLANS = ["ProgrammeItemScheduled", "ActivityStarted", "ActivityEnded"]
PERSON = "5b1f6a2e-0000-4000-8000-00000000038"


def _leaves(annotation: Any) -> Iterable[Any]:
    inner = get_args(annotation)
    if get_origin(annotation) is Literal or not inner:
        return [annotation]
    return [leaf for item in inner for leaf in _leaves(item)]


def _value(name: str, leaves: list[Any], start: datetime, random: Random) -> Any:
    """What a member of an event may say; None where the sample's own value will do."""
    if name == "ambassador" and Guest not in leaves:
        return PERSON + random.choice("12")
    for leaf in leaves:
        choices = _choices(leaf)
        if choices:
            return random.choice(choices)
        if leaf is Attendee:
            return {"office": random.choice(OFFICES), "with_spouse": random.random() < 0.5}
        if leaf in (datetime, AwareDatetime):
            return (start + timedelta(minutes=random.choice(SPREADS[1:])(random))).isoformat()
    if Guest in leaves:
        return {"person": PERSON + random.choice("12")}
    return random.choice(OFFICES) if name in _OFFICE and str in leaves else None


def _choices(leaf: Any) -> list[Any]:
    if isinstance(leaf, type) and issubclass(leaf, Enum):
        return [member.value for member in leaf]
    if get_origin(leaf) is Literal:
        return list(get_args(leaf))
    return {bool: [True, False], int: [1, 2, 3, 7]}.get(leaf, [])


@cache
def taps(kind: str, start: datetime) -> tuple[Tap, ...]:
    """What the norms of a kind of case would have recorded for a programme with every item in it."""
    plans = [
        {"activity": item.value, "starts_at": (start + timedelta(minutes=20)).isoformat()}
        for item in Activity
    ]
    told = [(OPENS[kind], SAMPLES[OPENS[kind]][1]), *(("ProgrammeItemScheduled", plan) for plan in plans)]
    facts = [
        Fact(f"{kind}-1", place, place, "/x", str(place), start, start, CATALOGUE[name].model_validate(data))
        for place, (name, data) in enumerate(told, start=1)
    ]
    view = CaseView(History(f"{kind}-1", facts), start, CALENDARS, None, TBILISI)
    return tuple(
        tap
        for norm in LAW.norm_by_id.values()
        if kind in norm.kinds and isinstance(norm.check, Duty)
        for occasion in norm.check.occasions(view.history)
        for tap in norm.check.taps(view, occasion, norm.provision)
    )


def performed(tap: Tap, start: datetime, random: Random) -> dict[str, Any]:
    """What one tap records, now and then with a member said otherwise."""
    model = CATALOGUE[tap.type]
    said = {**SAMPLES[tap.type][1], "item": None, "ambassador": PERSON + "1", **tap.data}
    said = {name: value for name, value in said.items() if name in model.model_fields and value is not None}
    if random.random() < 0.3:
        other = payload(model, start, random)
        for name in random.sample(sorted(other), k=min(1, len(other))):
            said[name] = other[name]
    return said


def payload(model: type[EventData], start: datetime, random: Random) -> dict[str, Any]:
    """The sample of an event with some members said otherwise, and some not at all."""
    said = dict(SAMPLES[model.TYPE][1])
    if "state_protocol" not in model.__module__:
        norm = {"provision", "norm"} & set(model.model_fields)
        return {**said, **{name: random.choice(NORMS) for name in norm}}
    for name, field in model.model_fields.items():
        leaves = [leaf for leaf in _leaves(field.annotation) if leaf not in (type(None), Ellipsis)]
        if random.random() < 0.2 and not field.is_required():
            said.pop(name, None)
        elif random.random() < 0.6:
            values = [_value(name, leaves, start, random) for _ in range(random.randint(1, 2))]
            if values[0] is not None:
                said[name] = values if "tuple" in str(field.annotation) else values[0]
    if random.random() < 0.9:
        said.pop("item", None)
    if model.TYPE == "ProgrammeItemScheduled":
        said.pop("ends_at", None)
    if name_of_norm := {"provision"} & set(model.model_fields):
        said |= {name: random.choice(NORMS) for name in name_of_norm}
    return said


#: Facts lie weeks before, around the day, and within the hour in which most limits run.
SPREADS = (
    lambda random: random.randint(-60 * 24 * 60, 5 * 24 * 60),
    lambda random: random.randint(-240, 600),
    lambda random: random.randint(-40, 60),
)


def history(seed: int, count: int) -> list[Fact]:
    """A case, mostly with what opens it, and some facts, each at a moment of its own, recorded in any order."""
    random = Random(seed)
    kind, start = random.choice(KINDS), random.choice(STARTS)
    types = [name for name, model in CATALOGUE.items() if kind in model.KINDS and name not in SELDOM]
    names = [
        OPENS[kind],
        *random.choices(types + PLANS * 6 + ["CaseCancelled"] * random.randint(0, 1), k=count),
    ][0 if random.random() < 0.9 or not count else 1 :]
    places = random.sample(range(1, len(names) + 1), k=len(names))
    late: dict[int, None] = {}
    while len(late) < len(names):
        late[random.choice(SPREADS)(random)] = None
    chosen = [(name, payload(CATALOGUE[name], start, random)) for name in names]
    for number in range(1, len(chosen)):
        if random.random() < 0.5:
            tap = random.choice(taps(kind, start))
            chosen[number] = (tap.type, performed(tap, start, random))
    return [
        Fact(
            f"{kind}-1",
            place,
            place,
            "/x",
            str(number),
            start + timedelta(minutes=minutes),
            start + timedelta(days=500, minutes=place),
            CATALOGUE[name].model_validate(data),
        )
        for number, ((name, data), minutes, place) in enumerate(zip(chosen, late, places, strict=True))
    ]


histories = st.builds(history, st.integers(0, 2**40), st.integers(0, 40))
moments = st.integers(-70 * 24 * 60, 10 * 24 * 60)
thorough = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


def report(facts: list[Fact], as_of: datetime) -> Report:
    return judge(History(facts[0].case_id, facts, as_of=as_of), LAW, CALENDARS, as_of)


def begun(facts: list[Fact]) -> datetime:
    return max(item for item in STARTS if item - timedelta(days=70) < facts[0].occurred_at)


def held(found: Report) -> tuple[object, ...]:
    """Everything a report asserts, whatever fact stands for an item."""
    obligations = Counter(
        (
            item.norm.id,
            item.verdict.status,
            item.verdict.contested,
            item.verdict.beneath,
            tuple(sorted(why.key for why in item.verdict.reasons)),
        )
        for item in found.obligations
    )
    return found.status, obligations, sorted(gap.code for gap in found.gaps)


@thorough
@given(histories, moments)
def test_every_history_is_judged_and_explained_in_both_languages(facts: list[Fact], late: int) -> None:
    found = report(facts, begun(facts) + timedelta(minutes=late))
    for language in Language:
        for item in found.obligations:
            assert all(sentences(explain(item, LAW), language))
        for gap in found.gaps:
            assert reason_sentence(gap.why, language)
    ids = [item.id for item in found.obligations]
    assert len(set(ids)) == len(ids)


@thorough
@given(histories, moments, st.randoms(use_true_random=False))
def test_the_order_of_recording_does_not_matter(facts: list[Fact], late: int, random: Random) -> None:
    places = [fact.position for fact in facts]
    random.shuffle(places)
    again = [replace(fact, position=place) for fact, place in zip(facts, places, strict=True)]
    moment = begun(facts) + timedelta(minutes=late)
    assert held(report(again, moment)) == held(report(facts, moment))


@thorough
@given(histories, moments)
def test_nothing_changes_by_itself_before_the_next_check(facts: list[Fact], late: int) -> None:
    """Walk from one next check to the next: in between, everything that is held stays as it was."""
    moment = begun(facts) + timedelta(minutes=late)
    for _ in range(8):
        found = report(facts, moment)
        following = found.next_check
        if following is None:
            assert held(report(facts, moment + timedelta(days=400))) == held(found)
            return
        assert following > moment
        for between in (moment + (following - moment) / 2, following - timedelta(microseconds=1)):
            assert held(report(facts, between)) == held(found)
        moment = following
