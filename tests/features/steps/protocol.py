"""Steps of state protocol: what a case is about, and the items of its programme."""

from __future__ import annotations

from datetime import date

from domain.events import EventData
from domain.events.state_protocol.preparing import ItemOmitted
from domain.events.state_protocol.programme import (
    ActivityEnded,
    ActivityStarted,
    AircraftDeparted,
    AircraftLanded,
    ProgrammeItemCancelled,
)
from domain.events.state_protocol.registering import (
    AmbassadorNamed,
    CeremonyRegistered,
    CredentialsRegistered,
    OutgoingVisitRegistered,
    ReceptionRegistered,
    VisitRegistered,
)
from domain.law.provision import Provision
from tests.features.harness.moments import Moment
from tests.features.harness.phrases import fact
from tests.features.harness.programme import open_case, schedule, shortly_after_opening
from tests.features.harness.tables import Rows, inline
from tests.features.harness.values import person
from tests.features.harness.world import World


@fact(
    "(a|an) {category} visit of (a|an|the) {rank} of {state}{spouse}, registered on {moment}[:]",
    "{state} {rank} {category} ვიზიტი{spouse}, დარეგისტრირებული {moment}[:]",
)
def a_visit_registered(
    world: World,
    *,
    category: str,
    rank: str,
    state: str,
    spouse: bool,
    moment: Moment,
    datatable: Rows = None,
) -> None:
    fields = {"category": category, "rank": rank, "guest_state": state, "with_spouse": spouse}
    open_case(world, "visit", VisitRegistered, moment, datatable, on=moment, **fields)


@fact(
    "(a|an) {category} visit of (a|an|the) {rank} of {state}{spouse}, arriving on {moment_arrives} "
    "and departing on {moment_departs}[:]",
    "{state} {rank} {category} ვიზიტი{spouse}, ჩამოსვლა {moment_arrives}, გამგზავრება {moment_departs}[:]",
)
def a_visit(
    world: World,
    *,
    category: str,
    rank: str,
    state: str,
    spouse: bool,
    moment_arrives: Moment,
    moment_departs: Moment,
    datatable: Rows = None,
) -> None:
    fields = {"category": category, "rank": rank, "guest_state": state, "with_spouse": spouse}
    open_case(world, "visit", VisitRegistered, moment_arrives, datatable, **fields)
    schedule(world, "arrival", moment_arrives)
    schedule(world, "departure", moment_departs)


@fact(
    "(a|an) outgoing {outing} of the President to {state}, decided on {moment}[:]",
    "პრეზიდენტის {outing} {where_state}, გადაწყვეტილი {moment}[:]",
)
def an_outgoing_visit_decided(
    world: World,
    *,
    outing: str,
    moment: Moment,
    state: str = "",
    where_state: str = "",
    datatable: Rows = None,
) -> None:
    fields = {"category": outing, "host_state": state or where_state}
    open_case(world, "outgoing", OutgoingVisitRegistered, moment, datatable, on=moment, **fields)


@fact(
    "(a|an) outgoing {outing} of the President to {state}[,] starting on {moment}[:]",
    "პრეზიდენტის {outing} {where_state}, დასაწყისი {moment}[:]",
)
def an_outgoing_visit(
    world: World,
    *,
    outing: str,
    moment: Moment,
    state: str = "",
    where_state: str = "",
    datatable: Rows = None,
) -> None:
    fields = {"category": outing, "host_state": state or where_state}
    open_case(world, "outgoing", OutgoingVisitRegistered, moment, datatable, **fields)
    schedule(world, "visit", moment)


@fact(
    "(a|an) reception of (a|an) {guests} by the {host} on {moment}[:]",
    "{host} მიერ {guests} მიღება, {moment}[:]",
)
def a_reception(world: World, *, guests: str, host: str, moment: Moment, datatable: Rows = None) -> None:
    fields = {"guests": guests, "host": host, "guest_state": "RO"}
    open_case(world, "reception", ReceptionRegistered, moment, datatable, **fields)
    schedule(world, "audience", moment)


@fact(
    "(a|an) reception of (a|an) {guests} by the {host}, registered on {moment}[:]",
    "{host} მიერ {guests} მიღება, დარეგისტრირებული {moment}[:]",
)
def a_reception_registered(
    world: World, *, guests: str, host: str, moment: Moment, datatable: Rows = None
) -> None:
    fields = {"guests": guests, "host": host, "guest_state": "RO"}
    open_case(world, "reception", ReceptionRegistered, moment, datatable, on=moment, **fields)


@fact(
    "(a|an) {form} presentation of credentials on {moment}[:]",
    "{form} მიერ რწმუნების (სიგელის|სიგელების) გადაცემა, {moment}[:]",
)
def a_presentation_of_credentials(world: World, form: str, moment: Moment, datatable: Rows = None) -> None:
    open_case(world, "credentials", CredentialsRegistered, moment, datatable, form=form)
    schedule(world, "credentials_presentation", moment)


@fact(
    "(a|an) {form} presentation of credentials, registered on {moment}[:]",
    "{form} მიერ რწმუნების (სიგელის|სიგელების) გადაცემა, დარეგისტრირებული {moment}[:]",
)
def credentials_registered(world: World, form: str, moment: Moment, datatable: Rows = None) -> None:
    open_case(world, "credentials", CredentialsRegistered, moment, datatable, on=moment, form=form)


@fact("the ambassador of {state} is to present credentials[:]", "{state} ელჩი წარადგენს რწმუნების სიგელს[:]")
def an_ambassador(world: World, state: str, datatable: Rows = None) -> None:
    who = {"ambassador": {"person": person(state)}, "sending_state": state}
    world.state(AmbassadorNamed, shortly_after_opening(world), datatable, **who)


@fact(
    "the ambassador of {state} is to present credentials, agrément requested on {day}",
    "{state} ელჩი წარადგენს რწმუნების სიგელს, აგრემანი მოთხოვნილია {day}",
)
def an_ambassador_by_agrement(world: World, state: str, day: date) -> None:
    who = {"ambassador": {"person": person(state)}, "sending_state": state}
    world.state(AmbassadorNamed, shortly_after_opening(world), agrement_requested_on=day.isoformat(), **who)


@fact("(a|an|the) {ceremony} on {moment}[:]", "{ceremony} ცერემონია, {moment}[:]")
def a_ceremony(world: World, ceremony: str, moment: Moment, datatable: Rows = None) -> None:
    _ceremony(world, ceremony, moment, datatable)
    schedule(world, ceremony, moment)


@fact(
    "(a|an|the) {ceremony}, registered on {moment}[:]",
    "{ceremony} ცერემონია, დარეგისტრირებული {moment}[:]",
)
def a_ceremony_registered(world: World, ceremony: str, moment: Moment, datatable: Rows = None) -> None:
    _ceremony(world, ceremony, moment, datatable, on=moment)


def _ceremony(world: World, form: str, about: Moment, rows: Rows, on: Moment | None = None) -> None:
    guest = {"guest_state": "RO"} if form in ("wreath_laying", "honorary_citizenship") else {}
    if form == "wreath_laying":
        guest["guest_rank"] = "head_of_state"
    open_case(world, "ceremony", CeremonyRegistered, about, rows, on=on, form=form, **guest)


@fact("the {activity} (is|are) scheduled for {moment}[:]", "{activity} დაგეგმილია {moment}[:]")
def an_item_is_scheduled(world: World, activity: str, moment: Moment, datatable: Rows = None) -> None:
    schedule(world, activity, moment, rows=datatable)


@fact(
    "the {activity} (is|are) scheduled for {moment} to {moment_ends}[:]",
    "{activity} დაგეგმილია {moment}, დასასრული {moment_ends}[:]",
)
def an_item_is_scheduled_with_its_end(
    world: World, activity: str, moment: Moment, moment_ends: Moment, datatable: Rows = None
) -> None:
    schedule(world, activity, moment, moment_ends, rows=datatable)


@fact(
    "on {moment_on} the {activity} (is|are) scheduled for {moment}[:]",
    "{moment_on}, {activity} დაინიშნა {moment}[:]",
)
def an_item_is_scheduled_on(
    world: World, *, moment_on: Moment, activity: str, moment: Moment, datatable: Rows = None
) -> None:
    schedule(world, activity, moment, on=moment_on, rows=datatable)


@fact("the {activity} (begin|begins) on {moment}[:]", "{activity} დაიწყო {moment}[:]")
def an_item_begins(world: World, activity: str, moment: Moment, datatable: Rows = None) -> None:
    world.state(ActivityStarted, moment, datatable, activity=activity)


@fact("the {activity} (end|ends) on {moment}[:]", "{activity} დასრულდა {moment}[:]")
def an_item_ends(world: World, activity: str, moment: Moment, datatable: Rows = None) -> None:
    world.state(ActivityEnded, moment, datatable, activity=activity)


@fact("the {activity} (is|are) cancelled on {moment}[:]", "{activity} გაუქმდა {moment}[:]")
def an_item_is_cancelled(world: World, activity: str, moment: Moment, datatable: Rows = None) -> None:
    world.state(ProgrammeItemCancelled, moment, datatable, activity=activity)


@fact("the aircraft lands on {moment}[:]", "თვითმფრინავი დაეშვა {moment}[:]")
def the_aircraft_lands(world: World, moment: Moment, datatable: Rows = None) -> None:
    world.state(AircraftLanded, moment, datatable)


@fact("the aircraft departs on {moment}[:]", "თვითმფრინავი გაფრინდა {moment}[:]")
def the_aircraft_departs(world: World, moment: Moment, datatable: Rows = None) -> None:
    world.state(AircraftDeparted, moment, datatable)


@fact("on {moment} {event}: {text}", "{moment}, {event}: {text}")
def something_happens_in_one_line(world: World, moment: Moment, event: type[EventData], text: str) -> None:
    world.state(event, moment, inline(text))


@fact(
    "on {moment} an officer records that {provision} was not done",
    "on {moment} an officer records that {provision} was not done: {text}",
    "{moment}, თანამდებობის პირი წერს: {provision} არ შესრულდა",
    "{moment}, თანამდებობის პირი წერს: {provision} არ შესრულდა: {text}",
)
def an_omission(world: World, moment: Moment, provision: Provision, text: str = "Specimen reason") -> None:
    world.state(ItemOmitted, moment, provision=provision.id, reason=text)
