"""What only an inauguration asks (Decree, Art. 23): its Sunday, what follows the oath, and who is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from domain.events.state_protocol.conduct import Attendee, OfficialsPresent, SalvoFired, StepTaken
from domain.events.state_protocol.registering import ElectionHeld
from domain.events.state_protocol.steps import Step
from domain.facts import Fact
from domain.law.decree_386.forms.attendance import Attends
from domain.law.decree_386.forms.duties import said, unmet
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.sequences import InOrderStep
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.history import Contradicted
from domain.law.provision import Provision
from domain.law.templates import fulfilled, pending, perform_by, undetermined
from domain.law.timelimit import nth_weekday_after
from domain.law.verdict import DEVIATIONS, Reason, Status, Verdict, reason
from domain.law.view import CaseView
from domain.law.zones import first_instant_after

OATH: Final = Wanted(StepTaken, where={"step": Step.OATH})
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
#: After a re-election one person is both.
_PAIRS: Final = {
    "ge-president": "ge-president-elect",
    "ge-president-elect": "ge-president",
    "ge-president-family": "ge-president-elect-family",
    "ge-president-elect-family": "ge-president-family",
}


def deciding_round(case: CaseView) -> ElectionHeld | None:
    """Return the round that decided the election; raises Contradicted where two different ones claim to."""
    found = [
        fact
        for fact in case.history.all(ElectionHeld)
        if isinstance(fact.data, ElectionHeld) and fact.data.deciding
    ]
    rounds = [fact.data for fact in found if isinstance(fact.data, ElectionHeld)]
    if len({data.round_on for data in rounds}) > 1:
        raise Contradicted(found)
    return rounds[-1] if rounds else None


def third_sunday(election: ElectionHeld, law: Provision) -> date:
    """Return the Sunday that note-22 arrives at: strictly after polling day, that day itself not counted."""
    return _nth(election.round_on, law)


def _nth(day: date, law: Provision) -> date:
    weekday = _WEEKDAYS.index(str(law.parameters["weekday"]))
    return nth_weekday_after(day, weekday, law.whole("nth"))


def _other_readings(election: ElectionHeld, law: Provision) -> tuple[date, ...]:
    """Return the Sundays of the readings that note-22 sets aside, where they differ from its own.

    One counts a Sunday on which people vote, the other counts from the day on which the result was established.
    """
    days = [_nth(election.round_on - timedelta(days=1), law)]
    if election.results_on is not None:
        days.append(_nth(election.results_on, law))
    return tuple(sorted({day for day in days if day != third_sunday(election, law)}))


def judge_day(case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
    """Judge on which day the ceremony was held; a Sunday that only another reading allows calls for a review."""
    election = deciding_round(case)
    started = occasion.started
    if election is None:
        if started is None:
            return pending(awaited=(ElectionHeld,))
        why = reason("missing", events=(ElectionHeld.TYPE,))
        return undetermined(started, why=why, awaited=(ElectionHeld,))
    wanted, others = third_sunday(election, law), _other_readings(election, law)
    whys = (reason("third_sunday", election=election.round_on, day=wanted), *_differ(wanted, others))
    if started is None:
        return _not_held(case, occasion, (wanted, *others), whys)
    held = case.day(started.occurred_at)
    contested = bool(others) and (held == wanted or held in others)
    if held == wanted:
        return Verdict(Status.FULFILLED, evidence=(started,), reasons=whys, contested=contested)
    found = reason("held_on_another_day", day=held, wanted=wanted)
    verdict = Verdict(Status.BREACHED, evidence=(started,), reasons=(found, *whys), contested=contested)
    return verdict.under(Status.REVIEW) if held in others else verdict


def _differ(wanted: date, others: tuple[date, ...]) -> tuple[Reason, ...]:
    return tuple(reason("another_reading", day=other, wanted=wanted) for other in others)


def _not_held(
    case: CaseView, occasion: Occasion, days: tuple[date, ...], whys: tuple[Reason, ...]
) -> Verdict:
    """Open until the last Sunday of any reading is over; a plan for another day is pointed out at once."""
    wanted, late = days[0], first_instant_after(max(days), case.zone)
    if occasion.planned_start is not None and (planned := case.day(occasion.planned_start)) != wanted:
        whys = (reason("planned_for_another_day", day=planned, wanted=wanted), *whys)
    if case.as_of >= late:
        return Verdict(Status.BREACHED, reasons=whys, awaited=("ActivityStarted",))
    early = first_instant_after(min(days), case.zone)
    contested = case.as_of >= early
    return Verdict(
        Status.PENDING,
        reasons=whys,
        awaited=("ActivityStarted",),
        next_check=late if contested else early,
        contested=contested,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterTheOath(InOrderStep):
    """A step that follows "as soon as the oath ends": the alert of the provision is a review, never a breach."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge what was done, then its place, then how soon after the end of the oath it began."""
        found = self.wanted.candidates(case, occasion, law)
        ended = _oath_ended(case, occasion, law)
        if not found:
            verdict = unmet(case, occasion, law, self.wanted.model)
            if verdict.status is not Status.PENDING or ended is None:
                return verdict
            return _soon(perform_by(case, law, ended, None, awaits=self.wanted.model))
        verdict = self.content(case, occasion, law, found)
        if verdict.status is not Status.FULFILLED:
            return verdict
        if ended is None:
            why = reason("missing", events=(StepTaken.TYPE,))
            return undetermined(found[0], why=why, awaited=(StepTaken,))
        misplaced = self._out_of_place(case, occasion, law, found[0])
        if misplaced is None and found[0].occurred_at < ended:
            misplaced = reason("before_the_oath_ended", at=ended)
        if misplaced is not None:
            return replace(verdict, status=Status.BREACHED, reasons=(*verdict.reasons, misplaced))
        return _soon(perform_by(case, law, ended, found[0], awaits=self.wanted.model))

    def content(self, case: CaseView, occasion: Occasion, law: Provision, found: Sequence[Fact]) -> Verdict:
        """Judge what the facts say."""
        return said(self.wanted, found, case, law)


@dataclass(frozen=True, slots=True, kw_only=True)
class Salute(AfterTheOath):
    """The salvos are counted, whether they were recorded one by one or together."""

    def content(self, case: CaseView, occasion: Occasion, law: Provision, found: Sequence[Fact]) -> Verdict:
        """Compare the sum with the number of the provision; too few stay open until the ceremony is over."""
        fired = sum(fact.data.salvos for fact in found if isinstance(fact.data, SalvoFired))
        wanted = law.whole("salvos")
        if fired == wanted:
            return fulfilled(*found)
        if fired < wanted and occasion.over is None:
            return pending(awaited=(SalvoFired,), why=reason("salvos_so_far", fired=fired, wanted=wanted))
        why = reason("says_otherwise", what="salvos", found=fired, wanted=wanted)
        return Verdict(Status.BREACHED, evidence=tuple(found), reasons=(why,))


def _oath_ended(case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
    taken = OATH.candidates(case, occasion, law)
    if not taken:
        return None
    data = taken[-1].data
    assert isinstance(data, StepTaken)
    return data.ended_at or taken[-1].occurred_at


def _soon(verdict: Verdict) -> Verdict:
    if verdict.status in DEVIATIONS:
        return verdict.under(Status.REVIEW, reason("no_number_in_text"))
    return verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class InaugurationGuests(Attends):
    """After a re-election the outgoing President and the new one are one person, who counts for both."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Leave it undetermined where only a re-election, of which nothing is on record, would fill the list."""
        verdict = Attends.judge(self, case, occasion, law)
        if verdict is None or verdict.status is not Status.FULFILLED or _elected_again(case) is not None:
            return verdict
        facts = self.facts(case, occasion)
        present = [
            item for fact in facts if isinstance(fact.data, OfficialsPresent) for item in fact.data.present
        ]
        day = case.day(occasion.start or facts[0].occurred_at)
        if not Attends.absent(self, case, law, present, day):
            return verdict
        why = reason("not_stated", what="re_elected", wanted=True)
        return undetermined(*facts, why=why, awaited=(ElectionHeld,))

    def absent(
        self, case: CaseView, law: Provision, present: Sequence[Attendee], day: date
    ) -> tuple[str, ...]:
        """Leave out whom the other of a pair stands for, unless it is on record that a new person was elected."""
        absent = Attends.absent(self, case, law, present, day)
        if _elected_again(case) is False:
            return absent
        here = {item.office for item in present}
        return tuple(office for office in absent if _PAIRS.get(office) not in here)


def _elected_again(case: CaseView) -> bool | None:
    election = deciding_round(case)
    return None if election is None else election.re_elected
