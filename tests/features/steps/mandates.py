"""Steps of treaty work, cooperation and the programme: what kind of case a scenario is about."""

from __future__ import annotations

from domain.events.programmes import ProgrammeRegistered, ProgrammeStageReached
from tests.features.harness.moments import Moment
from tests.features.harness.phrases import fact
from tests.features.harness.tables import Rows
from tests.features.harness.world import World


@fact("treaty work of the department", "დეპარტამენტის სახელშეკრულებო საქმე")
def treaty_work(world: World) -> None:
    world.kind = "treaty"


@fact("cooperation of the department", "დეპარტამენტის თანამშრომლობის საქმე")
def cooperation(world: World) -> None:
    world.kind = "cooperation"


@fact("the programme, registered on {moment}[:]", "პროგრამა, დარეგისტრირებული {moment}[:]")
def a_programme(world: World, moment: Moment, datatable: Rows = None) -> None:
    world.kind = "programme"
    world.state(ProgrammeRegistered, moment, datatable)


@fact("the programme starts on {moment}", "პროგრამა დაიწყო {moment}")
def the_programme_starts(world: World, moment: Moment) -> None:
    world.state(ProgrammeStageReached, moment, stage="programme_started")


@fact("the programme ends on {moment}", "პროგრამა დასრულდა {moment}")
def the_programme_ends(world: World, moment: Moment) -> None:
    world.state(ProgrammeStageReached, moment, stage="programme_ended")
