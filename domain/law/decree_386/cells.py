"""Norms that read what they ask for from their cell of the table (``matrix.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Final

from domain.events.state_protocol.preparing import DecisionTaken
from domain.events.state_protocol.things import Subject
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.decree_386.forms.cell_forms import Form, excluded_by, form_of, not_meant
from domain.law.decree_386.forms.duties import Duty, Tap, kept_so_far, omission, said, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.decree_386.matrix import Asking, Cell, Column, Row, matrix
from domain.law.provision import Force, Provision
from domain.law.templates import breached, fulfilled
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

#: The item of the programme at which a column is asked for, where its cell names none.
_USUAL: Final[Mapping[Column, Activity]] = MappingProxyType(
    {
        Column.POLICE_CARS: Activity.VISIT,
        Column.RESIDENCE_FLAG: Activity.VISIT,
        Column.LODGING: Activity.VISIT,
        Column.DINNER: Activity.VISIT,
        Column.DINNER_SPEECHES: Activity.DINNER,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellDuty(Duty):
    """Asks for, or excludes, what the cells of a provision say."""

    cells: tuple[tuple[Column, Cell], ...]
    #: Columns on which a second reading would let the provision speak too; the shipped one does not.
    disputed: tuple[Column, ...] = ()
    #: What the run-sheet records with it, because other cells of the row ask the same event for it.
    besides: tuple[tuple[str, int], ...] = ()

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the one cell that requires something, or all that exclude something together."""
        column, cell = self.cells[0]
        if cell.asks is Asking.FORBIDDEN:
            return self._excludes(case, occasion, law)
        return asked_by(form_of(column, cell, occasion.activity), case, occasion, law)

    def _excludes(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
        found = sorted(
            {
                fact
                for column, cell in self.cells
                for fact in excluded_by(column, cell).candidates(case, occasion, law)
            },
            key=lambda fact: (fact.occurred_at, fact.position),
        )
        if not found:
            return self._disputed(case, occasion, law)
        names = tuple(dict.fromkeys(fact.type for fact in found))
        verdict = breached(*found, why=reason("forbidden", events=names))
        decided = exception(case, found[0]) if law.force is Force.DEFAULT_RULE else None
        if decided is None:
            return verdict
        return verdict.under(Status.EXCUSED, reason("exception_decided"), evidence=(decided,))

    def _disputed(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
        verdict = kept_so_far(occasion)
        found = [
            fact for column in self.disputed for fact in not_meant(column).candidates(case, occasion, law)
        ]
        if not found:
            return verdict
        why = reason("flags_not_meant")
        evidence = (*verdict.evidence, *found)
        return replace(verdict, evidence=evidence, reasons=(*verdict.reasons, why), contested=True)

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the events that are asked for; what is excluded needs none."""
        column, cell = self.cells[0]
        if cell.asks is Asking.FORBIDDEN:
            return ()
        form = form_of(column, cell, occasion.activity)
        return tuple(
            Tap(item.model.TYPE, {**dict(self.besides), **example(item, occasion, law), **own})
            for item in form.wanted
            for own in _told_apart(form, law)
        )

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return the start of the item; for the whole visit, that of the arrival or of the dinner."""
        if occasion.activity is not Activity.VISIT:
            return occasion.start
        item = programme_of(case.history).sole(_during(self.cells[0][0]))
        return None if item is None else item.start


def _during(column: Column) -> Activity:
    """Return the item in which what is asked of the visit as a whole comes about."""
    return Activity.DINNER if column is Column.DINNER else Activity.ARRIVAL


def example(wanted: Wanted, occasion: Occasion, law: Provision) -> dict[str, object]:
    """Return the payload of an event that would do; an item that may be any is the one at hand."""
    data = wanted.example(occasion, law)
    if data.get("activity") is None and "activity" in wanted.model.model_fields:
        data["activity"] = occasion.activity.value
    return {name: value for name, value in data.items() if value is not None}


def _told_apart(form: Form, law: Provision) -> list[dict[str, str]]:
    """Return, for each of the facts that a form asks for, in what it differs from the others."""
    if not form.apart:
        return [{}] * form.least
    return [{form.apart: who} for who in (*law.bearer_keys, "georgian-party")[: form.least]]


def asked_by(form: Form, case: CaseView, occasion: Occasion, law: Provision) -> Verdict:
    """Judge whether all that a form asks for was recorded and says what is wanted."""
    done: list[Fact] = []
    for wanted in form.wanted:
        found = wanted.candidates(case, occasion, law)
        if not found or omission(case, occasion, law) is not None:
            return unmet(case, occasion, law, wanted.model)
        if together := wanted.jointly(found, case, law):
            done.extend(together)
            continue
        wrong = [fact for fact in found if wanted.shortfalls(fact, case, law)]
        if wrong and (form.each or len(wrong) == len(found)):
            return said(wanted, wrong, case, law)
        apart = {getattr(fact.data, form.apart, None) for fact in found} if form.apart else found
        if len(apart) < form.least:
            return _too_few(found, len(apart), form.least, occasion, wanted)
        done.append(next(fact for fact in found if fact not in wrong))
    return fulfilled(*dict.fromkeys(done))


def _too_few(found: list[Fact], number: int, least: int, occasion: Occasion, wanted: Wanted) -> Verdict:
    why = reason("too_few", found=number, wanted=least)
    if occasion.over is not None:
        return breached(*found, why=why)
    return Verdict(Status.PENDING, evidence=tuple(found), reasons=(why,), awaited=(wanted.model.TYPE,))


def exception(case: CaseView, fact: Fact) -> Fact | None:
    """Return the decision for an exception to a rule "as a rule" that was taken before a fact, if any."""
    return next(
        (
            item
            for item in case.history.all(DecisionTaken)
            if isinstance(item.data, DecisionTaken)
            and item.data.subject is Subject.EXCEPTION
            and item.occurred_at <= fact.occurred_at
        ),
        None,
    )


def row_of(local: str) -> Row:
    """Return the only row whose cells rest on a provision of Arts. 4 to 18; raises ValueError otherwise."""
    rows = [row for row in matrix().rows.values() if any(row.naming(local))]
    if len(rows) != 1:
        raise ValueError(f"{local}: named in {len(rows)} rows of the matrix, not in one")
    return rows[0]


def cell_duty(local: str, columns: tuple[Column, ...] = ()) -> CellDuty:
    """Build the duty of a provision from its cells: those of the columns, or all that forbid something.

    Raises ValueError where the table does not say that the cells rest on the provision.
    """
    cells = {column: cell for column, cell in row_of(local).naming(local) if local in cell.by}
    if strange := set(columns) - set(cells):
        raise ValueError(f"{local}: the matrix does not name it under {', '.join(sorted(strange))}")
    chosen = columns or tuple(column for column, cell in cells.items() if cell.asks is Asking.FORBIDDEN)
    first = cells[chosen[0]]
    if first.asks is Asking.FORBIDDEN:
        on: tuple[Activity, ...] = (Activity.VISIT,)
    else:
        on = first.on or (_USUAL.get(chosen[0], Activity.ARRIVAL),)
    return CellDuty(
        activity=on[0],
        also=on[1:],
        cells=tuple((column, cells[column]) for column in chosen),
        disputed=tuple(column for column, cell in cells.items() if cell.asks is Asking.SILENT),
        besides=_besides(chosen[0], row_of(local)),
    )


def _besides(column: Column, row: Row) -> tuple[tuple[str, int], ...]:
    """Return what else is known of an escort: motorcycles and road police cars ride together."""
    other = {Column.MOTORCYCLES: Column.POLICE_CARS, Column.POLICE_CARS: Column.MOTORCYCLES}.get(column)
    return () if other is None else ((other.value, row.cells[other].count or 0),)
