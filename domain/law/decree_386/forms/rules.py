"""How the articles register their norms: one line per provision, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from domain.events.state_protocol.vocabulary import Activity, Presence
from domain.law.decree_386.cells import cell_duty
from domain.law.decree_386.forms.attendance import Attends, MayAttend
from domain.law.decree_386.forms.duties import (
    Anchor,
    Asks,
    Attests,
    Duty,
    Forbids,
    InTime,
    Judge,
    Permits,
    Special,
    Tap,
    start,
)
from domain.law.decree_386.forms.imports import Imports
from domain.law.decree_386.forms.occasions import OPENING, Occasion
from domain.law.decree_386.forms.sequences import AttestedStep, InOrderStep, Order
from domain.law.decree_386.forms.together import Together
from domain.law.decree_386.forms.visits import Condition
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.decree_386.matrix import Column
from domain.law.decree_386.meeting import Meets
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.view import CaseView

Records = Callable[[CaseView, Occasion, Provision], tuple[Tap, ...]]
Due = Callable[[CaseView, Occasion, Provision], datetime | None]


def decree(local: str) -> str:
    """Return the id of a provision from its place in the decree: ``decree("3/1/a.1")``, ``decree("decree/2")``."""
    return f"decree-386/{local}" if local.startswith(("decree/", "meta.")) else f"decree-386/art-{local}"


class DecreeRules(RuleSet):
    """Registers the duties of an article for one kind of case."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def duty(self, local: str, duty: Duty) -> Duty:
        """Register a duty under a provision."""
        on = tuple(model for model in OPENING if self.kind in model.KINDS)
        self.norm(decree(local), *on, kinds=(self.kind,), triggers=duty.triggers, governs=duty.governs)(duty)
        return duty

    def asks(self, local: str, activity: Activity, wanted: Wanted, when: Condition | None = None) -> None:
        """Something must be there, or be done, and say what is wanted."""
        self.duty(local, Asks(activity=activity, wanted=wanted, when=when))

    def in_time(
        self,
        local: str,
        activity: Activity,
        wanted: Wanted,
        *,
        anchor: Anchor = start,
        planned: Anchor | None = None,
        everyone: bool = False,
        when: Condition | None = None,
    ) -> None:
        """Something must be done within the time limit of the provision, counted to or from an anchor."""
        self.duty(
            local,
            InTime(
                activity=activity, wanted=wanted, anchor=anchor, planned=planned, everyone=everyone, when=when
            ),
        )

    def attends(
        self,
        local: str,
        activity: Activity,
        role: Presence,
        *,
        only: tuple[str, ...] = (),
        when: Condition | None = None,
    ) -> None:
        """The members of the provision must be present."""
        self.duty(local, Attends(activity=activity, role=role, only=only, when=when))

    def may_attend(self, local: str, activity: Activity, role: Presence) -> None:
        """The members of the provision may be present."""
        self.duty(local, MayAttend(activity=activity, role=role))

    def step(
        self,
        local: str,
        activity: Activity,
        order: Order,
        wanted: Wanted,
        when: Condition | None = None,
        *,
        also: tuple[Wanted, ...] = (),
        ahead_of: Wanted | None = None,
        afterwards: bool = False,
    ) -> None:
        """A step of an ordered ceremony; steps are registered in the order of the text.

        ``also`` is what the same provision asks for beside the step, ``ahead_of`` what it must precede.
        """
        step = InOrderStep(
            activity=activity,
            wanted=wanted,
            order=order,
            number=len(order.steps),
            when=when,
            ahead_of=ahead_of,
            afterwards=afterwards,
        )
        order.steps.append((decree(local), step))
        beside = tuple(Asks(activity=activity, wanted=item) for item in also)
        whole = Together(activity=activity, parts=(step, *beside), when=when, afterwards=afterwards)
        self.duty(local, whole if also else step)

    def attested_step(
        self,
        local: str,
        activity: Activity,
        order: Order,
        wanted: Wanted,
        *,
        landmark: bool = False,
        when: Condition | None = None,
    ) -> None:
        """A step for which an officer vouches; a landmark only bounds the steps that follow it."""
        step = AttestedStep(
            activity=activity, order=order, wanted=wanted, answers_for_its_place=not landmark, when=when
        )
        order.steps.append((decree(local), step))
        self.duty(local, step)

    def forbids(self, local: str, activity: Activity, wanted: Wanted, when: Condition | None = None) -> None:
        """Something must not be there."""
        self.duty(local, Forbids(activity=activity, wanted=wanted, when=when))

    def permits(self, local: str, activity: Activity, wanted: Wanted, when: Condition | None = None) -> None:
        """Something may be done."""
        self.duty(local, Permits(activity=activity, wanted=wanted, when=when))

    def attests(
        self, local: str, activity: Activity, when: Condition | None = None, *, afterwards: bool = False
    ) -> None:
        """An officer vouches for it."""
        self.duty(local, Attests(activity=activity, when=when, afterwards=afterwards))

    def imports(
        self,
        local: str,
        activity: Activity,
        *,
        leaving_out: tuple[str, ...] = (),
        only_their_place: tuple[str, ...] = (),
        also: tuple[Activity, ...] = (),
        stand_ins: Callable[[CaseView], Mapping[str, str]] | None = None,
        transferred: bool = False,
        when: Condition | None = None,
    ) -> None:
        """The provisions that this one names apply by reference, except those it rules on itself.

        Of those in ``only_their_place`` it asks itself what is done, and takes over only when. ``also`` are further items that it reaches; ``stand_ins`` tells who stands where the imported text names
        somebody else; ``transferred`` applies what was written for one item to this one.
        """
        left_out = tuple(decree(local) for local in leaving_out)
        self.duty(
            local,
            Imports(
                activity=activity,
                also=also,
                leaving_out=left_out,
                only_their_place=tuple(decree(local) for local in only_their_place),
                stand_ins=stand_ins,
                transferred=transferred,
                when=when,
            ),
        )

    def cell(self, local: str, *columns: Column) -> None:
        """What the provision's cells of the table ask for; without columns, all that they exclude."""
        self.duty(local, cell_duty(local, columns))

    def meets(
        self,
        local: str,
        *,
        farewell: bool = True,
        asked_elsewhere: tuple[str, ...] = (),
        when: Condition | None = None,
    ) -> None:
        """The members of the provision greet the guest and, unless it says otherwise, see the guest off."""
        also = (Activity.DEPARTURE,) if farewell else ()
        meets = Meets(activity=Activity.ARRIVAL, also=also, asked_elsewhere=asked_elsewhere, when=when)
        self.duty(local, meets)

    def judged(
        self,
        local: str,
        activity: Activity,
        *,
        when: Condition | None = None,
        records: Records | None = None,
        due: Due | None = None,
        ahead: Condition | None = None,
    ) -> Callable[[Judge], Judge]:
        """Register a function of its own for a norm that fits no form."""

        def register(judge: Judge) -> Judge:
            special = Special(
                activity=activity, when=when, judged_by=judge, records=records, due=due, ahead=ahead
            )
            self.duty(local, special)
            return judge

        return register
