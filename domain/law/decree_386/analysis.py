"""Materials for the Foreign Policy Analysis Service (Decree, Art. 27(5) and (6)): each request has its own clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from domain.events.state_protocol.preparing import MaterialDelivered, MaterialRequested
from domain.events.state_protocol.things import Material
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.decree_386.abroad import visit_start
from domain.law.decree_386.forms.duties import Duty, InTime, Tap, omission, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.visits import in_scope
from domain.law.provision import Provision
from domain.law.templates import not_applicable, pending, perform_by
from domain.law.verdict import OPEN, Reason, Verdict, reason
from domain.law.view import CaseView
from domain.law.zones import first_instant_after
from domain.offices.register import fills

SERVICE: Final = "ge-policy-analysis-service"
#: Asked collectively: whoever of them answers, answers.
_EVERYBODY: Final = ("ge-ministries-and-agencies", "ge-chancellery-structures")


def requests(case: CaseView) -> list[Fact]:
    """Return the requests of the Service for analytical material."""
    return [
        fact
        for fact in case.history.all(MaterialRequested)
        if isinstance(fact.data, MaterialRequested)
        and fact.data.material is Material.ANALYTICAL
        and _is(fact.data.by, SERVICE, case, fact)
    ]


def _is(found: str | None, office: str, case: CaseView, fact: Fact) -> bool:
    return found in (None, office) or fills(str(found), office, case.day(fact.occurred_at))


def too_late_to_ask(case: CaseView, occasion: Occasion, days: int) -> tuple[Reason, ...]:
    """Say where the materials cannot go through both limits in order any more (note-26).

    A request is pointed out as soon as it is made; and where none was made, the day from which one comes too late.
    """
    begins = visit_start(case, occasion)
    if begins is None or occasion.over is not None:
        return ()
    visit = case.day(begins)
    latest = visit - timedelta(days=days)
    asked = requests(case)
    late = [fact for fact in asked if case.day(fact.occurred_at) > latest]
    if late:
        day = case.day(late[0].occurred_at)
        return (reason("request_cannot_be_met", requested=day, visit=visit, latest=latest, days=days),)
    if not asked and case.as_of < begins:
        if case.day(case.as_of) > latest:
            return (reason("request_overdue", latest=latest, visit=visit, days=days),)
        return (reason("request_by", latest=latest, visit=visit, days=days),)
    return ()


def warned(case: CaseView, occasion: Occasion, days: int, verdict: Verdict) -> Verdict:
    """Add what the days say of a request to an open verdict, which is looked at again when they say otherwise."""
    whys = too_late_to_ask(case, occasion, days)
    begins = visit_start(case, occasion)
    turns: list[datetime] = []
    if begins is not None and whys and not requests(case):
        turns = [first_instant_after(case.day(begins) - timedelta(days=days), case.zone), begins]
    checks = [verdict.next_check, *(turn for turn in turns if turn > case.as_of)]
    check = min((moment for moment in checks if moment is not None), default=None)
    return replace(verdict, reasons=(*verdict.reasons, *whys), next_check=check)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersRequest(Duty):
    """Each request must be answered within the limit by everybody whom it asked."""

    def triggers(self, case: CaseView) -> Sequence[Fact]:
        """Return the requests; while there is none, what stands for the visit."""
        asked = requests(case)
        return asked or [item.trigger for item in programme_of(case.history).of(self.activity)]

    def occasion(self, case: CaseView, trigger: Fact) -> Occasion | None:
        """Return the visit, whatever the trigger."""
        return programme_of(case.history).sole(Activity.VISIT)

    def __call__(self, case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
        """Judge the request that a trigger is."""
        occasion = self.occasion(case, trigger)
        if occasion is None or not in_scope(case, law):
            return None
        if not isinstance(trigger.data, MaterialRequested):
            return self._unasked(case, occasion, law)
        return self._answer(case, occasion, law, trigger)

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the first request, for those who ask about the visit as a whole."""
        asked = requests(case)
        return self._answer(case, occasion, law, asked[0]) if asked else self._unasked(case, occasion, law)

    def _unasked(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
        if occasion.over is not None or occasion.cancelled is not None:
            return not_applicable(why=reason("nothing_requested"))
        return warned(case, occasion, law.whole("lead_days"), pending(awaited=(MaterialRequested,)))

    def _answer(self, case: CaseView, occasion: Occasion, law: Provision, asked: Fact) -> Verdict:
        done = _answered(case, asked)
        if done is None and omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, MaterialDelivered)
        verdict = perform_by(
            case, law, asked.occurred_at, done, awaits=MaterialDelivered, dropped=occasion.cancelled
        )
        begins = visit_start(case, occasion)
        if begins is None:
            return verdict
        days, day, visit = law.whole("lead_days"), case.day(asked.occurred_at), case.day(begins)
        latest = visit - timedelta(days=days)
        if day <= latest:
            return verdict
        why = reason("request_cannot_be_met", requested=day, visit=visit, latest=latest, days=days)
        return replace(verdict, reasons=(*verdict.reasons, why))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the delivery or, while nothing was asked for, the request."""
        material = Material.ANALYTICAL.value
        if not requests(case):
            return (Tap(MaterialRequested.TYPE, {"material": material, "by": SERVICE}),)
        return (Tap(MaterialDelivered.TYPE, {"material": material, "to": SERVICE}),)

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return the latest time to ask, while nothing was asked for; later the time limit says when."""
        begins = visit_start(case, occasion)
        if begins is None or requests(case):
            return None
        return begins - timedelta(days=law.whole("lead_days"))


def _answered(case: CaseView, asked: Fact) -> Fact | None:
    """Return the answer that completed what a request asked for; None while somebody has not answered."""
    assert isinstance(asked.data, MaterialRequested)
    answers = [
        fact
        for fact in case.history.all(MaterialDelivered)
        if isinstance(fact.data, MaterialDelivered)
        and fact.data.material is Material.ANALYTICAL
        and fact.occurred_at >= asked.occurred_at
        and _is(fact.data.to, SERVICE, case, fact)
    ]
    firsts = [
        next((fact for fact in answers if _from(fact, body, case)), None)
        for body in asked.data.of or _EVERYBODY[:1]
    ]
    complete = [fact for fact in firsts if fact is not None]
    if len(complete) < len(firsts):
        return None
    return max(complete, key=lambda fact: fact.occurred_at)


def _from(fact: Fact, body: str, case: CaseView) -> bool:
    assert isinstance(fact.data, MaterialDelivered)
    return body in _EVERYBODY or _is(fact.data.by, body, case, fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkingPoints(InTime):
    """The talking points rest on those materials: while they are open, a request that comes too late is pointed out."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the limit, and warn."""
        # A frozen dataclass with slots is rebuilt, which a bare super() does not survive.
        verdict = InTime.judge(self, case, occasion, law)
        if verdict is None or verdict.status not in OPEN:
            return verdict
        return warned(case, occasion, law.whole("lead_days"), verdict)
