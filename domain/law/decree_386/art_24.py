"""Decree, Art. 24: 26 May, the day of the restoration of independence."""

from __future__ import annotations

from datetime import date, datetime, time

from domain.events.state_protocol.conduct import OfficialsPresent
from domain.events.state_protocol.programme import ActivityEnded, ActivityStarted
from domain.events.state_protocol.vocabulary import Activity, Presence
from domain.facts import Fact
from domain.law.decree_386.forms.duties import Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.law.zones import first_instant_after

rules = DecreeRules("ceremony")
PRESIDENT = "ge-president"
SPOUSE = "ge-president-spouse"


def _day(case: CaseView, occasion: Occasion, law: Provision) -> date:
    """Return the 26 May of the year in which the events are held or, while no time is known, of the next one."""
    said = occasion.start
    known = case.day(said or occasion.trigger.occurred_at)
    day = date(known.year, law.whole("month"), law.whole("day"))
    return day if said is not None or known <= day else day.replace(year=known.year + 1)


def _open(case: CaseView, occasion: Occasion, law: Provision, *awaited: str) -> Verdict:
    """Nothing was recorded yet: open until the day is over."""
    late = first_instant_after(_day(case, occasion, law), case.zone)
    if case.as_of < late:
        return Verdict(Status.PENDING, awaited=awaited, next_check=late)
    why = reason("not_recorded", events=awaited, activity=occasion.activity.value)
    return Verdict(Status.BREACHED, reasons=(why,), awaited=awaited)


def _called_off(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    if occasion.cancelled is not None or omission(case, occasion, law) is not None:
        return unmet(case, occasion, law, OfficialsPresent)
    return None


def _another_day(fact: Fact, case: CaseView, wanted: date) -> Verdict:
    return breached(fact, why=reason("held_on_another_day", day=case.day(fact.occurred_at), wanted=wanted))


# (1) The President takes part.
def _present(_case: CaseView, occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    data = {
        "role": Presence.ATTENDANCE.value,
        "activity": occasion.activity.value,
        "present": [{"office": PRESIDENT}],
    }
    return (Tap(OfficialsPresent.TYPE, data),)


@rules.judged("24/1", Activity.INDEPENDENCE_DAY, records=_present)
def president_takes_part(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """The President is recorded as present at one of the events of the day, and on the day itself."""
    if (left := _called_off(case, occasion, law)) is not None:
        return left
    day = _day(case, occasion, law)
    found = [
        fact
        for fact in case.history.all(OfficialsPresent)
        if isinstance(fact.data, OfficialsPresent)
        and fact.data.activity is not Activity.EVENING_RECEPTION
        and any(item.office == PRESIDENT for item in fact.data.present)
    ]
    on_the_day = [fact for fact in found if case.day(fact.occurred_at) == day]
    if on_the_day:
        return fulfilled(on_the_day[0])
    if found:
        return _another_day(found[0], case, day)
    return _open(case, occasion, law, OfficialsPresent.TYPE)


# (2) The reception in the evening.
def _hosts(_case: CaseView, _occasion: Occasion, _law: Provision) -> tuple[Tap, ...]:
    reception = Activity.EVENING_RECEPTION.value
    hosts = [{"office": PRESIDENT, "with_spouse": True}]
    return (
        Tap(ActivityStarted.TYPE, {"activity": reception, "led_by": PRESIDENT}),
        Tap(OfficialsPresent.TYPE, {"role": Presence.HOSTING.value, "activity": reception, "present": hosts}),
    )


def _evening(case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
    planned = programme_of(case.history).sole(Activity.EVENING_RECEPTION)
    if planned is not None and planned.start is not None:
        return planned.start
    return datetime.combine(_day(case, occasion, law), time(law.whole("evening_from")), tzinfo=case.zone)


@rules.judged("24/2", Activity.INDEPENDENCE_DAY, records=_hosts, due=_evening)
def reception_in_the_evening(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """A reception begins in the evening of the day, in the name of the President and the spouse."""
    if (left := _called_off(case, occasion, law)) is not None:
        return left
    reception = programme_of(case.history).sole(Activity.EVENING_RECEPTION)
    started = reception.started if reception is not None else None
    if reception is None or started is None:
        if reception is not None and reception.cancelled is not None:
            return breached(reception.cancelled, why=reason("reception_cancelled"))
        return _open(case, occasion, law, ActivityStarted.TYPE)
    day = _day(case, occasion, law)
    if case.day(started.occurred_at) != day:
        return _another_day(started, case, day)
    hosted = _in_whose_name(case, started, law, occasion)
    began = started.occurred_at.astimezone(case.zone).time()
    if hosted.status is Status.FULFILLED and began < time(law.whole("evening_from")):
        why = reason("before_the_evening", at=started.occurred_at, hour=law.whole("evening_from"))
        return breached(started, why=why).under(Status.REVIEW)
    return hosted


def _in_whose_name(case: CaseView, started: Fact, law: Provision, occasion: Occasion) -> Verdict:
    facts = [
        fact
        for fact in case.history.all(OfficialsPresent)
        if isinstance(fact.data, OfficialsPresent)
        and fact.data.role is Presence.HOSTING
        and fact.data.activity in (None, Activity.EVENING_RECEPTION)
    ]
    hosts: set[str] = set()
    for fact in facts:
        assert isinstance(fact.data, OfficialsPresent)
        for item in fact.data.present:
            hosts |= {item.office, SPOUSE} if item.with_spouse and item.office == PRESIDENT else {item.office}
    missing = tuple(office for office in (PRESIDENT, SPOUSE) if office not in hosts)
    if not missing:
        return fulfilled(started, *facts)
    if facts:
        why = reason("not_in_the_name_of", offices=missing)
        return breached(*facts, why=why)
    if any(_ends_it(fact) for fact in case.history.all(ActivityEnded)):
        return breached(started, why=reason("not_in_the_name_of", offices=missing))
    return _open(case, occasion, law, OfficialsPresent.TYPE)


def _ends_it(fact: Fact) -> bool:
    return isinstance(fact.data, ActivityEnded) and fact.data.activity is Activity.EVENING_RECEPTION
