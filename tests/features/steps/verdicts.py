"""Steps that claim what is held of a provision, of the case, and of silence."""

from __future__ import annotations

from datetime import date

from domain.events import EventData
from domain.law.provision import Provision
from domain.law.timelimit import ZONES, Window
from domain.law.verdict import Status
from domain.law.zones import first_instant_after
from tests.features.harness.moments import NOON, Moment
from tests.features.harness.phrases import verdict
from tests.features.harness.world import World, local


@verdict("{provision} is {status}", "{provision} {status}")
def a_provision_is(world: World, provision: Provision, status: Status) -> None:
    found = [item.verdict.status for item in world.obligations(provision)]
    judged = [item for item in found if item is not Status.NOT_APPLICABLE]
    assert judged, f"{provision.id} does not apply; {world.told()}"
    assert set(judged) == {status}, f"{provision.id} is {', '.join(found)}; {world.told()}"


@verdict("{provision} is {status} for the {ordinal} trigger", "{provision} {status}, {ordinal} შემთხვევა")
def a_provision_is_for_one_trigger(world: World, provision: Provision, status: Status, ordinal: int) -> None:
    found = world.one(provision, ordinal).verdict.status
    assert found is status, f"{provision.id} is {found}; {world.told()}"


@verdict("{provision} does not apply", "{provision} არ ვრცელდება")
def a_provision_does_not_apply(world: World, provision: Provision) -> None:
    found = {item.verdict.status for item in world.obligations(provision)}
    assert found <= {Status.NOT_APPLICABLE}, f"{provision.id} is {', '.join(found)}; {world.told()}"


@verdict("{provision} would otherwise be {status}", "{provision} სხვაგვარად {status}")
def beneath_it_is(world: World, provision: Provision, status: Status) -> None:
    assert world.one(provision).verdict.beneath is status, world.told()


@verdict("{provision} is contested", "{provision} სადავოა")
def a_verdict_is_contested(world: World, provision: Provision) -> None:
    assert world.one(provision).verdict.contested, world.told()


@verdict("{provision} is not contested", "{provision} სადავო არ არის")
def a_verdict_is_not_contested(world: World, provision: Provision) -> None:
    assert not world.one(provision).verdict.contested, world.told()


def _window(world: World, provision: Provision) -> Window:
    window = world.one(provision).verdict.window
    assert window is not None, f"{provision.id} has no time limit here; {world.told()}"
    return window


@verdict("the last day of {provision} is {day}", "{provision}: ბოლო დღეა {day}")
def the_last_day_is(world: World, provision: Provision, day: date) -> None:
    assert _window(world, provision).proposed.last_day == day, _window(world, provision).proposed


@verdict("{provision} is due by the end of {moment}", "{provision}: ვადა იწურება დღის ბოლოს, {moment}")
def due_by_the_end_of_a_day(world: World, provision: Provision, moment: Moment) -> None:
    reading = _window(world, provision).proposed
    zone = {"Tbilisi": "GE", "Bucharest": "RO"}.get(moment.place or "", reading.zone)
    expected = first_instant_after(moment.day, ZONES[zone])
    assert reading.cutoff == expected, f"{local(reading.cutoff, ZONES[zone])}, by {reading.name}"


@verdict("{provision} is due by {moment}", "{provision}: ბოლო წამია {moment}")
def due_by_an_instant(world: World, provision: Provision, moment: Moment) -> None:
    reading = _window(world, provision).proposed
    assert moment.time, "write the time, or: is due by the end of ..."
    assert reading.last_moment == moment.at(NOON), f"{reading.last_moment}, by {reading.name}"


@verdict(
    "the readings of {provision} end between {day_first} and {day_last}",
    "{provision}: სხვადასხვა წაკითხვით ბოლო დღე {day_first} ან {day_last}",
)
def the_readings_end(world: World, provision: Provision, day_first: date, day_last: date) -> None:
    window = _window(world, provision)
    found = (window.earliest.last_day, window.latest.last_day)
    assert found == (day_first, day_last), [(item.name, str(item.last_day)) for item in window.readings]


@verdict("every reading of {provision} ends on {day}", "{provision}: ყველა წაკითხვით ბოლო დღეა {day}")
def all_readings_end(world: World, provision: Provision, day: date) -> None:
    window = _window(world, provision)
    assert {item.last_day for item in window.readings} == {day}, [
        (item.name, str(item.last_day)) for item in window.readings
    ]


@verdict(
    "the count of {provision} skips {day} for {text}",
    "{provision}: დათვლისას გამოტოვებულია {day}, {text}",
)
def the_count_skips(world: World, provision: Provision, day: date, text: str) -> None:
    skipped = [item for reading in _window(world, provision).readings for item in reading.skipped]
    assert any(item.day == day and text in (item.name_en, item.name_ka) for item in skipped), skipped


@verdict("{provision} awaits {event}", "{provision}: მოსალოდნელია {event}")
def it_awaits(world: World, provision: Provision, event: type[EventData]) -> None:
    assert event.TYPE in world.one(provision).verdict.awaited, world.one(provision).verdict.awaited


@verdict("{provision} rests on {event}", "{provision} ეყრდნობა: {event}")
def it_rests_on(world: World, provision: Provision, event: type[EventData]) -> None:
    held = world.one(provision)
    assert any(isinstance(fact.data, event) for fact in (held.trigger, *held.verdict.evidence)), held.verdict


@verdict("the status of the case is {text}", "საქმის მდგომარეობაა {text}")
def the_status_is(world: World, text: str) -> None:
    status = world.report.status
    assert text in (status.code, status.label.en, status.label.ka), f"it is {status.code}; {world.told()}"


@verdict("the case shows the contradiction {event}", "საქმეში წინააღმდეგობაა: {event}")
def a_contradiction_is_shown(world: World, event: type[EventData]) -> None:
    found = [gap.code for gap in world.report.gaps]
    assert f"several_{event.TYPE}" in found, found


@verdict("the case misses {event}", "საქმეს აკლია {event}")
def a_fact_is_missed(world: World, event: type[EventData]) -> None:
    found = [gap.code for gap in world.report.gaps]
    assert f"no_{event.TYPE}" in found, found


@verdict("the case shows the gap {text}", "საქმეში ჩანს ხარვეზი {text}")
def a_gap_is_shown(world: World, text: str) -> None:
    found = [gap.code for gap in world.report.gaps]
    assert text in found, found


@verdict("the case shows no gap", "საქმეში ხარვეზი არ ჩანს")
def no_gap_is_shown(world: World) -> None:
    assert not world.report.gaps, [gap.code for gap in world.report.gaps]


@verdict(
    "the case shows {counted} deviation",
    "the case shows {counted} deviations",
    "საქმეში {counted} გადახვევაა",
)
def so_many_deviations(world: World, counted: int) -> None:
    found = [item.id for item in world.report.deviations]
    assert len(found) == counted, found


@verdict("საქმეში გადახვევა არ არის")
def no_deviation(world: World) -> None:
    so_many_deviations(world, 0)


@verdict(
    "nothing changes by itself before the end of {moment}",
    "დღის ბოლომდე თავისთავად არაფერი იცვლება, {moment}",
)
def the_next_check_is(world: World, moment: Moment) -> None:
    zone = {"Tbilisi": "GE", "Bucharest": "RO"}[moment.place or "Tbilisi"]
    found = world.report.next_check
    assert found == first_instant_after(moment.day, ZONES[zone]), found


@verdict("silence counts as consent after {moment}")
def silence_is_consent(world: World, moment: Moment) -> None:
    consent = world.report.consent
    assert consent is not None, "silence has produced no consent"
    zone = {"Tbilisi": "GE", "Bucharest": "RO"}[moment.place or "Tbilisi"]
    assert consent.since == first_instant_after(moment.day, ZONES[zone]), consent.since


@verdict("silence has produced no consent")
def silence_is_no_consent(world: World) -> None:
    assert world.report.consent is None, world.report.consent


@verdict("it is refused: {text}", "ჩანაწერი არ მიიღეს: {text}")
def it_is_refused(world: World, text: str) -> None:
    assert world.refusal is not None, "it was admitted"
    assert text in (world.refusal.code, world.refusal.message), world.refusal.message
