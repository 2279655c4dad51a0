"""A plan as facts in memory: registered and scheduled at the moment of planning, recorded nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5

from domain.events import EventData
from domain.events.state_protocol.preparing import NeedRecorded
from domain.events.state_protocol.programme import ProgrammeItemScheduled
from domain.events.state_protocol.registering import (
    AmbassadorNamed,
    CeremonyRegistered,
    CredentialsRegistered,
    ElectionHeld,
    Guest,
    OutgoingVisitRegistered,
    ReceptionRegistered,
    VisitRegistered,
)
from domain.events.state_protocol.vocabulary import Activity, CeremonyForm
from domain.facts import Fact
from domain.law.planning.request import (
    CeremonyPlan,
    CredentialsPlan,
    OutgoingPlan,
    PlanRequest,
    ReceptionPlan,
    VisitPlan,
)

SOURCE: Final = "/plan"
#: Pseudonyms of persons who are not named in a plan are made from this one.
_NOBODY: Final = UUID("00000000-0000-5000-8000-000000000386")


def plan_case(plan: PlanRequest) -> str:
    """Return the case id under which a plan is judged. No case of the ledger is meant by it."""
    return f"{plan.kind}-plan"


def planned_facts(plan: PlanRequest, at: datetime) -> tuple[Fact, ...]:
    """Return the facts that a plan amounts to, as if all were recorded at one moment."""
    case_id = plan_case(plan)
    return tuple(
        Fact(
            case_id=case_id,
            version=number,
            position=number,
            source=SOURCE,
            event_id=f"{case_id}-{number}",
            occurred_at=at,
            recorded_at=at,
            data=data,
        )
        for number, data in enumerate(_data(plan), 1)
    )


def _data(plan: PlanRequest) -> Iterator[EventData]:
    if isinstance(plan, VisitPlan):
        yield from _visit(plan)
    elif isinstance(plan, OutgoingPlan):
        yield from _outgoing(plan)
    elif isinstance(plan, ReceptionPlan):
        yield from _reception(plan)
    elif isinstance(plan, CredentialsPlan):
        yield from _credentials(plan)
    else:
        yield from _ceremony(plan)
    for item in plan.programme:
        yield ProgrammeItemScheduled(
            activity=item.activity,
            item=item.item,
            starts_at=item.starts_at,
            ends_at=item.ends_at,
            place=item.place,
        )
    for need in dict.fromkeys(plan.needs):
        yield NeedRecorded(need=need)


def _scheduled(
    activity: Activity, starts_at: datetime | None, ends_at: datetime | None = None
) -> Iterator[EventData]:
    if starts_at is not None:
        yield ProgrammeItemScheduled(activity=activity, starts_at=starts_at, ends_at=ends_at)


def _visit(plan: VisitPlan) -> Iterator[EventData]:
    yield VisitRegistered(
        category=plan.category,
        rank=plan.rank,
        guest_state=plan.guest_state,
        with_spouse=plan.with_spouse,
        purpose=plan.purpose,
        earlier_state_visits=plan.earlier_state_visits,
        organiser=plan.organiser,
        embassy_in_georgia=plan.embassy_in_georgia,
    )
    yield from _scheduled(Activity.ARRIVAL, plan.arrival_at)
    yield from _scheduled(Activity.DEPARTURE, plan.departure_at)


def _outgoing(plan: OutgoingPlan) -> Iterator[EventData]:
    yield OutgoingVisitRegistered(
        category=plan.category, host_state=plan.host_state, overflies=plan.overflies, treaties=plan.treaties
    )
    yield from _scheduled(Activity.VISIT, plan.starts_at, plan.ends_at)


def _reception(plan: ReceptionPlan) -> Iterator[EventData]:
    yield ReceptionRegistered(
        host=plan.host,
        guests=plan.guests,
        guest_state=plan.guest_state,
        hosting_body=plan.hosting_body,
        in_chancellery=plan.in_chancellery,
    )
    yield from _scheduled(Activity.AUDIENCE, plan.starts_at, plan.ends_at)


def _credentials(plan: CredentialsPlan) -> Iterator[EventData]:
    yield CredentialsRegistered(form=plan.form)
    for number, ambassador in enumerate(plan.ambassadors, 1):
        yield AmbassadorNamed(
            ambassador=Guest(person=uuid5(_NOBODY, str(number))),
            sending_state=ambassador.sending_state,
            agrement_requested_on=ambassador.agrement_requested_on,
        )
    yield from _scheduled(Activity.CREDENTIALS, plan.starts_at, plan.ends_at)


def _ceremony(plan: CeremonyPlan) -> Iterator[EventData]:
    yield CeremonyRegistered(form=plan.form, guest_state=plan.guest_state, guest_rank=plan.guest_rank)
    if plan.form is CeremonyForm.INAUGURATION and plan.deciding_round_on is not None:
        yield ElectionHeld(round_on=plan.deciding_round_on)
    yield from _scheduled(Activity(plan.form.value), plan.starts_at, plan.ends_at)
