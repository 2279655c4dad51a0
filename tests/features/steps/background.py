"""Steps that set a case up: who asks whom for what."""

from __future__ import annotations

from datetime import date

from domain.events.costs import InvoiceIssued, InvoiceReceived
from domain.events.readmission import ApplicationReceived, ApplicationSubmitted
from domain.events.transit import TransitRequested, TransitRequestReceived
from tests.features.harness.defaults import Setting
from tests.features.harness.moments import Moment
from tests.features.harness.phrases import fact
from tests.features.harness.tables import Rows
from tests.features.harness.world import World


def _setting(requesting: str, person: str, *, accelerated: bool = False, mode: str = "air") -> Setting:
    """A national is asked back from the own State; others from the other party of the protocol."""
    if person in ("GE", "RO"):
        return Setting(requesting, person, accelerated=accelerated, mode=mode)
    return Setting(requesting, "RO" if requesting == "GE" else "GE", person, accelerated, mode)


@fact(
    "(a|an) {accelerated}{state} application for a {person}, received on {moment}[:]",
    "{accelerated}{state} განაცხადი {person} შესახებ, მიღებული {moment}[:]",
)
def an_application_received(
    world: World, *, accelerated: bool, state: str, person: str, moment: Moment, datatable: Rows = None
) -> None:
    world.setting = _setting(state, person, accelerated=accelerated)
    world.state(ApplicationSubmitted, moment, datatable)
    world.state(ApplicationReceived, moment)


@fact(
    "(a|an) {accelerated}{state} application for a {person}, submitted on {moment}[:]",
    "{accelerated}{state} განაცხადი {person} შესახებ, წარდგენილი {moment}[:]",
)
def an_application_submitted(
    world: World, *, accelerated: bool, state: str, person: str, moment: Moment, datatable: Rows = None
) -> None:
    world.setting = _setting(state, person, accelerated=accelerated)
    world.state(ApplicationSubmitted, moment, datatable)


@fact("(a|an) {accelerated}{state} case about a {person}")
def a_case_without_application(world: World, *, accelerated: bool, state: str, person: str) -> None:
    world.setting = _setting(state, person, accelerated=accelerated)


@fact("(a|an) {state} transit request by {mode} for a {person}, planned for {day}, submitted on {moment}[:]")
def a_transit_request(
    world: World, *, state: str, mode: str, person: str, day: date, moment: Moment, datatable: Rows = None
) -> None:
    world.kind = "transit"
    world.setting = _setting(state, person, mode=mode)
    world.setting.transit = True
    world.setting.planned_on = day
    world.state(TransitRequested, moment, datatable)


@fact("the transit request is received on {moment}")
def the_transit_request_is_received(world: World, moment: Moment) -> None:
    world.state(TransitRequestReceived, moment)


@fact("a claim of {state_requested} on {state_requesting}")
def a_claim(world: World, state_requested: str, state_requesting: str) -> None:
    world.kind = "claim"
    world.setting = Setting(state_requesting, state_requested)


@fact("an invoice of {amount} issued on {moment}[:]")
def an_invoice_is_issued(
    world: World, amount: dict[str, str], moment: Moment, datatable: Rows = None
) -> None:
    world.state(InvoiceIssued, moment, datatable, money=amount)


@fact("the invoice is received on {moment}")
def the_invoice_is_received(world: World, moment: Moment) -> None:
    world.state(InvoiceReceived, moment)


@fact("the register of authorities and crossing points")
def the_register(world: World) -> None:
    world.kind = "register"
