"""The closing report of a programme: what an officer hands in, drawn from the judged case and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.cases.programme_figures import (
    ActivityFigures,
    ProgrammeFigures,
    deliveries,
    programme_figures,
)
from domain.cases.programme_pace import Pace, pace
from domain.events.programmes import (
    DeliveryRecorded,
    OutcomeReported,
    ProgrammeRegistered,
    ProgrammeStage,
    ProgrammeStageReached,
)
from domain.law.history import History
from domain.law.judge import Obligation, Report
from domain.law.zones import TBILISI, local_day

#: The objectives of the text, as the events count them.
OBJECTIVES: Final = ("objective-1", "objective-2", "specific-1", "specific-2", "specific-3", "specific-4")
ACTIVITY: Final = "iom-project/activity-"
FRAME: Final = ("iom-project/frame.1", "iom-project/frame.4")


@dataclass(frozen=True, slots=True)
class DeliveryLine:
    """A delivery as the report lists it; persons who were helped are counted and never named."""

    day: date
    delivery: str
    to: str | None
    country: str | None
    what: str | None


@dataclass(frozen=True, slots=True)
class ActivityReport:
    """An activity with its money, its deliveries, and what is held of it."""

    figures: ActivityFigures
    deliveries: tuple[DeliveryLine, ...]
    obligation: Obligation | None


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What was reported for an objective, and what is held of it."""

    day: date
    indicator: str
    obligation: Obligation | None


@dataclass(frozen=True, slots=True)
class ObjectiveReport:
    """An objective with its outcomes; none is as much part of the report as some."""

    objective: str
    outcomes: tuple[OutcomeLine, ...]


@dataclass(frozen=True, slots=True)
class ClosingReport:
    """Everything that the closing report says."""

    as_of: date
    registered_on: date
    funder: str
    partner: str
    approved_on: date | None
    figures: ProgrammeFigures
    pace: Pace | None
    frame: tuple[Obligation, ...]
    activities: tuple[ActivityReport, ...]
    objectives: tuple[ObjectiveReport, ...]
    deviations: tuple[Obligation, ...]

    @property
    def is_final(self) -> bool:
        """Tell whether the programme ended; before, the report is a draft."""
        return self.figures.ended_on is not None


def closing_report(report: Report) -> ClosingReport | None:
    """Return the closing report of a programme; None while it is not registered."""
    history = report.history
    figures, registered = programme_figures(history), history.first(ProgrammeRegistered)
    if figures is None or registered is None:
        return None
    assert isinstance(registered.data, ProgrammeRegistered)
    as_of = local_day(report.as_of, TBILISI)
    held = {item.norm.id: item for item in report.obligations}
    return ClosingReport(
        as_of=as_of,
        registered_on=local_day(registered.occurred_at, TBILISI),
        funder=registered.data.funder,
        partner=registered.data.partner,
        approved_on=_approved(history),
        figures=figures,
        pace=pace(figures, as_of),
        frame=tuple(held[name] for name in FRAME if name in held),
        activities=tuple(
            ActivityReport(item, _deliveries(history, item.number), held.get(f"{ACTIVITY}{item.number}"))
            for item in figures.activities
        ),
        objectives=tuple(ObjectiveReport(name, _outcomes(report, name)) for name in OBJECTIVES),
        deviations=report.deviations,
    )


def _approved(history: History) -> date | None:
    for fact in history.all(ProgrammeStageReached):
        if isinstance(fact.data, ProgrammeStageReached) and fact.data.stage is ProgrammeStage.REPORT_APPROVED:
            return local_day(fact.occurred_at, TBILISI)
    return None


def _deliveries(history: History, number: int) -> tuple[DeliveryLine, ...]:
    lines = []
    for fact in deliveries(history, number):
        data = fact.data
        assert isinstance(data, DeliveryRecorded)
        day = local_day(fact.occurred_at, TBILISI)
        lines.append(DeliveryLine(day, data.delivery.value, data.to, data.country, data.what))
    return tuple(lines)


def _outcomes(report: Report, objective: str) -> tuple[OutcomeLine, ...]:
    lines = []
    for fact in report.history.all(OutcomeReported):
        data = fact.data
        assert isinstance(data, OutcomeReported)
        if data.objective == objective:
            held = next((item for item in report.obligations if item.trigger is fact), None)
            lines.append(OutcomeLine(local_day(fact.occurred_at, TBILISI), data.indicator, held))
    return tuple(lines)
