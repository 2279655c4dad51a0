"""Steps that state facts: the general one for any event, then short ones for what happens often."""

from __future__ import annotations

from datetime import date

from domain.events import EventData
from domain.events.ledger import EventRetracted, ExcuseAccepted, ProvisionAttested, WaiverGranted
from domain.events.readmission import ApplicationReceived, ReplySent, TransferCompleted, TransferNotified
from domain.events.transit import TransitReplySent
from domain.law.provision import Provision
from domain.law.zones import TBILISI
from tests.features.harness.moments import EVENING, Moment
from tests.features.harness.phrases import fact
from tests.features.harness.protocol import KINDS, releasing_office
from tests.features.harness.tables import Rows
from tests.features.harness.world import World


@fact("on {moment} {event}[:]", "{moment}, {event}[:]")
def something_happens(world: World, moment: Moment, event: type[EventData], datatable: Rows = None) -> None:
    world.state(event, moment, datatable)


@fact(
    "on {moment_when} {event}, recorded on {moment_known}[:]",
    "{moment_when}, {event}, ჩაწერილია {moment_known}[:]",
)
def something_is_recorded_late(
    world: World, moment_when: Moment, event: type[EventData], moment_known: Moment, datatable: Rows = None
) -> None:
    world.state(event, moment_when, datatable, recorded=moment_known)


@fact("on {moment} the {event} is corrected[:]", "{moment}, {event} შესწორდა[:]")
def a_fact_is_corrected(world: World, moment: Moment, event: type[EventData], datatable: Rows = None) -> None:
    wrong = world.last(event)
    happened = wrong.occurred_at.astimezone(TBILISI)
    world.state(event, Moment(happened.date(), happened.time()), datatable, recorded=moment, corrects=wrong)


@fact(
    "on {moment_known} the time of the {event} is corrected to {moment_when}",
    "{moment_known}, {event}: დრო შესწორდა, სწორია {moment_when}",
)
def a_time_is_corrected(
    world: World, moment_known: Moment, event: type[EventData], moment_when: Moment
) -> None:
    world.state(event, moment_when, recorded=moment_known, corrects=world.last(event))


@fact("on {moment} the {event} is retracted", "{moment}, {event} გაუქმებულია")
def a_fact_is_retracted(world: World, moment: Moment, event: type[EventData]) -> None:
    wrong = world.last(event)
    world.state(EventRetracted, moment, event_id=wrong.event_id, event_source=wrong.source)


def other_side(world: World, provision: Provision) -> str:
    """The authority to which a duty is owed: only it can release. The decree binds one State: another office may."""
    if world.kind in KINDS:
        return releasing_office(provision)
    owed_by_requested = provision.bearer_keys[0].startswith("requested")
    setting = world.setting
    return setting.requesting_authority if owed_by_requested else setting.requested_authority


@fact(
    "on {moment} {provision} is waived",
    "on {moment} {provision} is waived because {text}",
    "{moment}, {provision}: ვალდებულებისგან გათავისუფლება",
    "{moment}, {provision}: ვალდებულებისგან გათავისუფლება, საფუძველი {text}",
)
def a_duty_is_waived(
    world: World, moment: Moment, provision: Provision, text: str = "Specimen ground"
) -> None:
    world.state(WaiverGranted, moment, norm=provision.id, by=other_side(world, provision), ground=text)


@fact(
    "on {moment} an excuse for {provision} is accepted",
    "on {moment} an excuse for {provision} is accepted: {text}",
    "{moment}, {provision}: მიზეზი საპატიოდ მიიჩნიეს",
    "{moment}, {provision}: მიზეზი საპატიოდ მიიჩნიეს, საფუძველი {text}",
)
def an_excuse_is_accepted(
    world: World, moment: Moment, provision: Provision, text: str = "Specimen ground"
) -> None:
    world.state(ExcuseAccepted, moment, norm=provision.id, by=other_side(world, provision), ground=text)


@fact(
    "on {moment} an officer attests that {provision} was kept",
    "{moment}, თანამდებობის პირი ადასტურებს: {provision} დაცულია",
)
def attested_kept(world: World, moment: Moment, provision: Provision) -> None:
    world.state(ProvisionAttested, moment, provision=provision.id, outcome="kept")


@fact(
    "on {moment} an officer attests that {provision} was not kept",
    "{moment}, თანამდებობის პირი ადასტურებს: {provision} დაცული არ არის",
)
def attested_not_kept(world: World, moment: Moment, provision: Provision) -> None:
    world.state(ProvisionAttested, moment, provision=provision.id, outcome="not_kept")


@fact(
    "on {moment} an officer attests that {provision} did not apply",
    "{moment}, თანამდებობის პირი ადასტურებს: {provision} არ ვრცელდებოდა",
)
def attested_not_applicable(world: World, moment: Moment, provision: Provision) -> None:
    world.state(ProvisionAttested, moment, provision=provision.id, outcome="not_applicable")


@fact("the application is received on {moment}", "განაცხადი მიღებულია {moment}")
def the_application_is_received(world: World, moment: Moment) -> None:
    world.state(ApplicationReceived, moment)


@fact("the reply accepts on {moment}[:]", "პასუხი თანხმობაა, {moment}[:]")
def the_reply_accepts(world: World, moment: Moment, datatable: Rows = None) -> None:
    reply = TransitReplySent if world.kind == "transit" else ReplySent
    world.state(reply, moment, datatable, decision="accepted")


@fact("the reply refuses on {moment}[:]", "პასუხი უარია, {moment}[:]")
def the_reply_refuses(world: World, moment: Moment, datatable: Rows = None) -> None:
    reply = TransitReplySent if world.kind == "transit" else ReplySent
    world.state(reply, moment, datatable, decision="refused")


@fact(
    "the transfer of {day} is notified on {moment}[:]",
    "{day}-ის გადაცემა შეტყობინებულია {moment}[:]",
)
def the_transfer_is_notified(world: World, day: date, moment: Moment, datatable: Rows = None) -> None:
    world.state(TransferNotified, moment, datatable, transfer_date=day.isoformat())


@fact("the person is transferred on {moment}[:]", "პირი გადაცემულია {moment}[:]")
def the_person_is_transferred(world: World, moment: Moment, datatable: Rows = None) -> None:
    world.state(TransferCompleted, moment, datatable)


@fact(
    "on {moment_now} somebody reports {event} for {moment_when}[:]",
    "{moment_now} ვიღაც იტყობინება: {event}, {moment_when}[:]",
)
def a_fact_is_offered(
    world: World, moment_now: Moment, event: type[EventData], moment_when: Moment, datatable: Rows = None
) -> None:
    world.offer(event, moment_when, moment_now, datatable)


@fact("the case is judged on {moment}", "საქმე ფასდება {moment}")
def the_case_is_judged(world: World, moment: Moment) -> None:
    world.judge(moment.at(EVENING))


@fact(
    "the case is judged on {moment_asked} as known on {moment_known}",
    "საქმე ფასდება {moment_asked} იმით, რაც ცნობილი იყო {moment_known}",
)
def the_case_is_judged_as_known(world: World, moment_asked: Moment, moment_known: Moment) -> None:
    world.judge(moment_asked.at(EVENING), moment_known.at(EVENING))
