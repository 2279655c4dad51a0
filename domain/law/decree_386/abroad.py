"""What only a visit of the President abroad asks (Decree, Art. 27): its beginning, the group sent ahead, the route."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from domain.events.state_protocol.preparing import AirspaceCleared
from domain.events.state_protocol.registering import OutgoingVisitRegistered
from domain.events.state_protocol.vocabulary import Activity, OutgoingCategory
from domain.facts import Fact
from domain.law.decree_386.forms.duties import Asks, Duty, InTime, Tap, omission, said, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, pending, undetermined
from domain.law.timelimit import add_months
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.law.zones import first_instant_after


def registered(case: CaseView) -> OutgoingVisitRegistered | None:
    """Return what was decided of the visit, as it stands after corrections."""
    fact = case.history.first(OutgoingVisitRegistered)
    return fact.data if fact is not None and isinstance(fact.data, OutgoingVisitRegistered) else None


def official(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether it is an official visit; paragraphs (1) and (2) speak of no other."""
    visit = registered(case)
    return visit is not None and visit.category is OutgoingCategory.OFFICIAL


def with_group(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether a preparatory group goes ahead: on every official visit, else where one was planned or sent."""
    return official(case, occasion) or bool(programme_of(case.history).of(Activity.ADVANCE_GROUP))


def with_treaties(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether treaties are to be signed."""
    visit = registered(case)
    return visit is not None and visit.treaties


def group_and_treaties(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether a group goes ahead of a visit on which treaties are to be signed."""
    return with_group(case, occasion) and with_treaties(case, occasion)


def left(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the visit really began: the take-off from Georgia or, where none is recorded, its own beginning."""
    departure = programme_of(case.history).sole(Activity.DEPARTURE)
    if departure is not None and departure.starts:
        return departure.starts[0].occurred_at
    return occasion.started.occurred_at if occasion.started else None


def visit_start(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the visit began; failing that, when it is to begin."""
    if (began := left(case, occasion)) is not None:
        return began
    if occasion.planned_start is not None:
        return occasion.planned_start
    departure = programme_of(case.history).sole(Activity.DEPARTURE)
    return departure.planned_start if departure is not None else None


@dataclass(frozen=True, slots=True)
class GroupLeaves:
    """Finds the departure of the group: real, planned or, while neither is known, on the latest lawful day."""

    #: How long before the visit the group leaves at the latest.
    months: int

    def __call__(self, case: CaseView, occasion: Occasion) -> datetime | None:
        """Return the instant, or None while not even the visit has a time."""
        group = programme_of(case.history).sole(Activity.ADVANCE_GROUP)
        if group is not None and group.start is not None:
            return group.start
        begins = visit_start(case, occasion)
        if begins is None:
            return None
        return datetime.combine(add_months(case.day(begins), -self.months), time(12), tzinfo=case.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeTheGroup(InTime):
    """A time limit that runs to the departure of the group."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge against the departure, known or reckoned."""
        anchored = replace(self, anchor=GroupLeaves(law.whole("months")))
        # A frozen dataclass with slots is rebuilt, which a bare super() does not survive.
        return InTime.judge(anchored, case, occasion, law)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotMuchEarlier(InTime):
    """A latest moment; an act done much earlier is pointed out for information only (note-28)."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the limit, and say where the act came much earlier."""
        # A frozen dataclass with slots is rebuilt, which a bare super() does not survive.
        verdict = InTime.judge(self, case, occasion, law)
        if verdict is None or verdict.window is None or verdict.done_at is None:
            return verdict
        done, latest = case.day(verdict.done_at), verdict.window.proposed.last_day
        if done >= latest - timedelta(weeks=law.whole("early_weeks")):
            return verdict
        why = reason("much_earlier", day=done, latest=latest)
        return replace(verdict, reasons=(*verdict.reasons, why))


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryCountry(Duty):
    """Each State on the route must have cleared it before the take-off."""

    #: The member of the event that says so: ``permit`` or ``flight_plan``.
    member: str

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Name the States that are missing, or came too late."""
        if occasion.cancelled is not None or omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, AirspaceCleared)
        route, began = self.route(case), left(case, occasion)
        if not route:
            why = reason("route_not_stated")
            awaited = (OutgoingVisitRegistered,)
            return (
                pending(awaited=awaited, why=why) if began is None else undetermined(why=why, awaited=awaited)
            )
        cleared = self._cleared(case)
        missing = tuple(state for state in route if state not in cleared)
        if missing:
            why = reason("countries_missing", states=missing)
            if began is None and occasion.over is None:
                return pending(awaited=(AirspaceCleared,), why=why)
            return replace(breached(*cleared.values(), why=why), awaited=(AirspaceCleared.TYPE,))
        facts = [cleared[state] for state in route]
        last = max(facts, key=lambda fact: fact.occurred_at)
        if began is not None and last.occurred_at >= began:
            why = reason("done_afterwards", at=began, done=last.occurred_at)
            return Verdict(Status.FULFILLED_LATE, evidence=(last,), reasons=(why,), done_at=last.occurred_at)
        return fulfilled(*facts)

    def route(self, case: CaseView) -> Sequence[str]:
        """Return the States whose airspace is crossed."""
        visit = registered(case)
        return visit.overflies if visit is not None else ()

    def _cleared(self, case: CaseView) -> dict[str, Fact]:
        found: dict[str, Fact] = {}
        for fact in case.history.all(AirspaceCleared):
            if isinstance(fact.data, AirspaceCleared) and getattr(fact.data, self.member):
                found.setdefault(fact.data.country, fact)
        return found

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the clearance of each State on the route."""
        return tuple(
            Tap(AirspaceCleared.TYPE, {"country": state, self.member: True}) for state in self.route(case)
        )

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return the beginning of the visit."""
        return visit_start(case, occasion)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Asks):
    """Money that is paid back or settled after the visit: the text gives no time, so a person looks in the end."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge what was recorded; without a record it stays open until the alert, and then calls for a review."""
        found = self.wanted.candidates(case, occasion, law)
        if found:
            return said(self.wanted, found, case, law)
        if occasion.cancelled is not None or omission(case, occasion, law) is not None or not occasion.over:
            return unmet(case, occasion, law, self.wanted.model)
        days = law.whole("alert_days")
        alert = first_instant_after(case.day(occasion.over.occurred_at) + timedelta(days=days), case.zone)
        if case.as_of < alert:
            return replace(pending(awaited=(self.wanted.model,)), next_check=alert)
        verdict = unmet(case, occasion, law, self.wanted.model)
        return verdict.under(Status.REVIEW, reason("no_time_for_accounts", days=days))

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return the end of the visit."""
        return occasion.ended.occurred_at if occasion.ended else (occasion.planned_end or occasion.start)
