"""Decree, Art. 1: the five categories of visit, and what the state and the official visit consist of."""

from __future__ import annotations

from dataclasses import replace

from domain.events.state_protocol.preparing import DecisionTaken, ProgrammeApproved
from domain.events.state_protocol.programme import ProgrammeItemCancelled, ProgrammeItemScheduled
from domain.events.state_protocol.things import Programme, Subject
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.decree_386.forms.duties import Tap, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.visits import visit_fact, visit_of
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, not_applicable, undetermined
from domain.law.verdict import Reason, Status, Verdict, reason
from domain.law.view import CaseView

rules = DecreeRules("visit")
VISIT = Activity.VISIT


def _decided(case: CaseView, subject: Subject) -> list[Fact]:
    return [
        fact
        for fact in case.history.all(DecisionTaken)
        if isinstance(fact.data, DecisionTaken) and fact.data.subject is subject
    ]


def special_case(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether a special case was decided and recorded for this visit."""
    return bool(_decided(case, Subject.SPECIAL_CASE))


def _another(case: CaseView, law: Provision) -> bool:
    visit = visit_of(case)
    earlier = visit.earlier_state_visits if visit is not None else None
    return earlier is not None and earlier >= law.whole("max_per_tenure")


def _decide_special(case: CaseView, _occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
    if not _another(case, law):
        return ()
    return (Tap(DecisionTaken.TYPE, {"subject": Subject.SPECIAL_CASE.value}),)


# (2) The state visit.
rules.attests("1/2.1", VISIT)


@rules.judged("1/2.2", VISIT, records=_decide_special)
def once_per_tenure(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """At most one state visit in a tenure, unless a special case is recorded (note-4)."""
    registered, visit = visit_fact(case.history), visit_of(case)
    if registered is None or visit is None:
        return None
    if visit.earlier_state_visits is None:
        return undetermined(registered, why=reason("earlier_visits_unknown"))
    most = law.whole("max_per_tenure")
    count = reason("state_visits_in_tenure", count=visit.earlier_state_visits + 1, most=most)
    if not _another(case, law):
        return fulfilled(registered, why=count)
    if decided := _decided(case, Subject.SPECIAL_CASE):
        return replace(fulfilled(registered, *decided[:1]), reasons=(count, reason("special_case_decided")))
    return _without_special_case(case, occasion, law, count)


def _without_special_case(case: CaseView, occasion: Occasion, law: Provision, count: Reason) -> Verdict:
    arrival = programme_of(case.history).sole(Activity.ARRIVAL)
    took_place = occasion.over is not None or bool(arrival and arrival.starts)
    if occasion.cancelled is not None or not took_place:
        return replace(unmet(case, occasion, law, DecisionTaken), reasons=(count,))
    return breached(occasion.trigger, why=count)


# An officer vouches that the case was special, where one was decided.
rules.attests("1/2.3", VISIT, when=special_case)

# (3) The official visit.
rules.attests("1/3.1", VISIT)


def _planned(case: CaseView) -> dict[Activity, Fact]:
    """Return what the programme provides for: items scheduled or begun, and those of an approved programme."""
    found: dict[Activity, Fact] = {}
    for activity, items in programme_of(case.history).by_activity.items():
        held = [item for item in items if item.cancelled is None]
        if held:
            found[activity] = held[0].trigger
    for fact in case.history.all(ProgrammeApproved):
        assert isinstance(fact.data, ProgrammeApproved)
        for activity in fact.data.items:
            found.setdefault(activity, fact)
    return found


def _left_out(case: CaseView) -> dict[Activity, Fact]:
    """Return what was expressly left out: taken from the programme, or excepted by a decision."""
    found: dict[Activity, Fact] = {}
    for fact in case.history.all(ProgrammeItemCancelled):
        assert isinstance(fact.data, ProgrammeItemCancelled)
        found.setdefault(fact.data.activity, fact)
    for fact in _decided(case, Subject.EXCEPTION):
        assert isinstance(fact.data, DecisionTaken)
        if fact.data.activity is not None:
            found.setdefault(fact.data.activity, fact)
    return found


def _named(law: Provision) -> tuple[Activity, ...]:
    return tuple(Activity(name) for name in law.words("items"))


def _names(items: list[Activity]) -> tuple[str, ...]:
    return tuple(item.value for item in items)


def _approve(_case: CaseView, _occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
    data = {"programme": Programme.MAIN.value, "items": list(law.words("items"))}
    return (Tap(ProgrammeApproved.TYPE, data),)


@rules.judged("1/3.5", VISIT, records=_approve)
@rules.judged("1/3.3", VISIT, records=_approve)
def programme_provides(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """Each item is in the programme, or expressly left out of it (note-16)."""
    planned, left_out = _planned(case), _left_out(case)
    wanted = _named(law)
    held = [item for item in wanted if item in planned]
    waived = [item for item in wanted if item not in planned and item in left_out]
    missing = [item for item in wanted if item not in planned and item not in left_out]
    if missing:
        why = reason("programme_lacks", items=_names(missing))
        verdict = unmet(case, occasion, law, ProgrammeItemScheduled)
        if verdict.status in (Status.PENDING, Status.BREACHED):
            verdict = replace(
                verdict, reasons=(why,), awaited=(ProgrammeItemScheduled.TYPE, ProgrammeApproved.TYPE)
            )
        return verdict
    reasons = (
        *((reason("programme_holds", items=_names(held)),) if held else ()),
        *((reason("programme_leaves_out", items=_names(waived)),) if waived else ()),
    )
    evidence = dict.fromkeys([*(planned[item] for item in held), *(left_out[item] for item in waived)])
    return Verdict(Status.FULFILLED, evidence=tuple(evidence), reasons=reasons)


@rules.judged("1/3.4", VISIT)
def programme_may_add(case: CaseView, _occasion: Occasion, law: Provision) -> Verdict | None:
    """In some cases the programme holds more: shown as used or not."""
    planned = _planned(case)
    used = [item for item in _named(law) if item in planned]
    if not used:
        return not_applicable(why=reason("permission_unused"))
    verdict = fulfilled(*dict.fromkeys(planned[item] for item in used), why=reason("permission_used"))
    return replace(verdict, reasons=(*verdict.reasons, reason("programme_holds", items=_names(used))))
