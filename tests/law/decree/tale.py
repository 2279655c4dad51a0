"""Given, when, then on judge() for cases of state protocol: facts told one by one, in Tbilisi time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from domain.codec import decode, encode
from domain.events import CATALOGUE
from domain.facts import Draft, Envelope, EventRef, Fact
from domain.law.calendars import load_calendars
from domain.law.history import History
from domain.law.judge import Obligation, Report, judge
from domain.law.library import load_law
from domain.law.verdict import Status, Verdict
from domain.law.zones import TBILISI

#: A Monday on which nothing is closed.
DAY = date(2026, 6, 15)


class _Keys:
    def key_for(self, person: Any) -> bytes:
        return bytes(32)

    def find(self, person: Any) -> bytes | None:
        return bytes(32)


class Tale:
    """A case of state protocol told fact by fact. Times like ``"12:05"`` are of ``day``, Tbilisi time."""

    def __init__(self, case_id: str, day: date = DAY) -> None:
        self.case_id = case_id
        self.day = day
        self.facts: list[Fact] = []

    def instant(self, when: str | datetime) -> datetime:
        """Return the instant of a time of the day, of ``"-3 09:00"`` (three days before), or of a datetime."""
        if isinstance(when, datetime):
            return when
        shift, _, clock = when.rpartition(" ")
        day = self.day + timedelta(days=int(shift or 0))
        return datetime.combine(day, time.fromisoformat(clock), tzinfo=TBILISI)

    def tell(self, when: str | datetime, event: str, *, corrects: Fact | None = None, **data: Any) -> Tale:
        """Record that something happened; the payload as JSON would hold it."""
        number = len(self.facts) + 1
        envelope = Envelope(
            case_id=self.case_id,
            source="/tale",
            event_id=f"e{number}",
            occurred_at=self.instant(when),
            corrects=EventRef(source=corrects.source, event_id=corrects.event_id) if corrects else None,
        )
        state = encode(Draft(envelope=envelope, data=CATALOGUE[event].model_validate(data)), _Keys())
        self.facts.append(
            decode(
                state, version=number, position=number, recorded_at=self.instant(when) + timedelta(minutes=1)
            )
        )
        return self

    def plan(self, activity: str, starts: str, when: str = "-20 12:00", **more: Any) -> Tale:
        """Schedule an item of the programme."""
        return self.tell(
            when,
            "ProgrammeItemScheduled",
            activity=activity,
            starts_at=self.instant(starts).isoformat(),
            **more,
        )

    def report(self, as_of: str | datetime = "+5 12:00") -> Report:
        """Judge the case as of a moment."""
        moment = self.instant(as_of)
        history = History(self.case_id, self.facts, as_of=moment)
        return judge(history, load_law(), load_calendars(), moment)

    def all(self, provision: str, as_of: str | datetime = "+5 12:00") -> list[Obligation]:
        """Return the obligations of a provision, ``"3/1/a.1"`` for short."""
        wanted = provision if "386" in provision else f"decree-386/art-{provision}"
        return [item for item in self.report(as_of).obligations if item.norm.id == wanted]

    def verdict(self, provision: str, as_of: str | datetime = "+5 12:00") -> Verdict:
        """Return the verdict of the only obligation of a provision."""
        (found,) = self.all(provision, as_of)
        return found.verdict

    def status(self, provision: str, as_of: str | datetime = "+5 12:00") -> Status | None:
        """Return the status of the only obligation of a provision; None where there is none."""
        found = self.all(provision, as_of)
        assert len(found) <= 1, found
        return found[0].verdict.status if found else None


def visit(category: str = "official", rank: str = "head_of_state", day: date = DAY, **more: Any) -> Tale:
    """A visit of a Romanian guest: touchdown at 12:00 of the day, take-off at 11:00 two days later."""
    tale = Tale("visit-tale-1", day)
    tale.tell("-30 12:00", "VisitRegistered", category=category, rank=rank, guest_state="RO", **more)
    return tale.plan("arrival", "12:00").plan("departure", "+2 11:00")
