"""The rows of a run-sheet in one language: what a phone and a sheet of paper show, filtered and headed by day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final, get_origin
from zoneinfo import ZoneInfo

import orjson

from api.web.pages import Tag
from api.web.speech import Speech
from api.web.words import verdict_tag
from domain.events import CATALOGUE
from domain.events.state_protocol.vocabulary import Activity
from domain.law.book import LawBook
from domain.law.planning import (
    RecordTemplate,
    RunSheet,
    RunSheetRow,
    SheetPart,
    time_sentences,
    warning_sentence,
)
from domain.law.verdict import OPEN, Status
from domain.law.words import term
from domain.law.zones import TBILISI, local_day

#: Nothing more is to be done about these.
SETTLED: Final = frozenset(
    {Status.FULFILLED, Status.FULFILLED_LATE, Status.DISCHARGED, Status.WAIVED, Status.EXCUSED}
)

#: Items that are prepared over days: of what goes before them the day is said, of other items the item.
_WHOLE_DAYS: Final = frozenset({Activity.VISIT, Activity.ARRIVAL, Activity.DEPARTURE})

#: Members that name offices or persons, and all that the script can complete.
_PERSONS: Final = frozenset({"to", "who", "chosen"})
_COMPLETED: Final = _PERSONS | {"by", "reason"}


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which rows are shown; empty values for all."""

    body: str = ""
    place: str = ""
    #: A day in Tbilisi, as YYYY-MM-DD.
    day: str = ""
    #: ``open`` for what is not settled yet.
    show: str = ""

    def holds(self, row: RunSheetRow) -> bool:
        """Tell whether a row is shown."""
        return (
            (not self.body or any(body.id == self.body for body in row.bodies))
            and (not self.place or (row.place is not None and row.place.value == self.place))
            and (not self.day or (row.at is not None and str(local_day(row.at, TBILISI)) == self.day))
            and (self.show != "open" or row.status not in SETTLED)
        )


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as the page shows it."""

    key: str
    anchor: str
    at: datetime | None
    clock: str
    #: The clock is said in words: the day or the item before which it has to be done.
    worded: bool
    #: What stands before the time: that it ends a time limit, or that it has to be done before; else nothing.
    until: str
    title: str
    text: str
    who: str
    where: str
    citation: str
    href: str
    #: The provision that applies this one by reference, and its address.
    importer: str
    importer_href: str
    tag: Tag
    settled: bool
    open: bool
    #: Its time has passed and it is still open.
    passed: bool
    done: str
    words: tuple[str, ...]
    #: Names of the events that one tap records.
    events: tuple[str, ...]
    records: str
    omission: str


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """Rows under one heading."""

    heading: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A run-sheet as the page shows it."""

    groups: tuple[SheetGroup, ...]
    warnings: tuple[str, ...]
    bodies: tuple[Choice, ...]
    places: tuple[Choice, ...]
    days: tuple[Choice, ...]
    shown: int
    whole: int
    open: int
    #: Anchor of the first open row that is still ahead.
    next: str


def sheet_page(sheet: RunSheet, law: LawBook, speech: Speech, narrowed: Narrowed) -> SheetPage:
    """Say a run-sheet in one language."""
    zone = law.definition(sheet.report.kind).zone
    shown = [row for row in sheet.rows if narrowed.holds(row)]
    made = {row.key: _row(row, number, sheet.as_of, zone, law, speech) for number, row in enumerate(shown)}
    ahead = next((row for row in made.values() if row.open and row.at and row.at >= sheet.as_of), None)
    return SheetPage(
        groups=tuple(_groups(shown, made, zone, speech)),
        warnings=tuple(warning_sentence(warning, speech.language) for warning in sheet.warnings),
        bodies=_choices((body.id, speech.text(body.label)) for row in sheet.rows for body in row.bodies),
        places=_choices(
            (row.place.value, term(row.place.value, speech.language)) for row in sheet.rows if row.place
        ),
        days=_days(sheet.rows, zone, speech),
        shown=len(shown),
        whole=len(sheet.rows),
        open=sum(row.status not in SETTLED for row in shown),
        next=ahead.anchor if ahead else "",
    )


def _row(  # noqa: PLR0917  # a row, its number, and what it is said with
    row: RunSheetRow, number: int, as_of: datetime, zone: ZoneInfo, law: LawBook, speech: Speech
) -> SheetRow:
    provision, importer = row.provision, row.imported_by
    settled = row.status in SETTLED
    return SheetRow(
        key=row.key,
        anchor=f"row-{number}",
        at=row.at,
        clock=_clock(row, zone, speech),
        worded=_has_no_number(row),
        until=_until(row, speech),
        title=speech.text(provision.title),
        text=speech.text(provision.text),
        who="; ".join(speech.text(body.label) for body in row.bodies),
        where=term(row.place.value, speech.language) if row.place else "",
        citation=speech.text(provision.citation),
        href=f"/law/{provision.id}",
        importer=speech.text(importer.citation) if importer else "",
        importer_href=f"/law/{importer.id}" if importer else "",
        tag=verdict_tag(row.status, speech),
        settled=settled,
        open=row.status in OPEN,
        passed=row.status in OPEN and row.at is not None and row.at < as_of,
        done=speech.when(row.done_at, zone) if row.done_at else "",
        words=tuple(time_sentences(row, law, speech.language)) if row.window else (),
        events=tuple(dict.fromkeys(term(record.type, speech.language) for record in row.records)),
        records="[]" if settled else _json(row.records, speech),
        omission=_json([row.omission] if row.omission and not settled else [], speech),
    )


def _until(row: RunSheetRow, speech: Speech) -> str:
    if row.at is None:
        return ""
    if row.window is not None:
        return speech.t("run.by")
    if not row.ahead:
        return ""
    return speech.t("run.before" if row.activity in {None, *_WHOLE_DAYS} else "run.before_item")


def _clock(row: RunSheetRow, zone: ZoneInfo, speech: Speech) -> str:
    if row.at is None:
        return ""
    if row.window is not None and row.window.proposed.last_moment is None:
        return speech.t("run.day_end")
    if _has_no_number(row):
        return _anchor_words(row, zone, speech)
    return f"{row.at.astimezone(zone):%H:%M}"


def _has_no_number(row: RunSheetRow) -> bool:
    """Tell whether the law says only what goes before what: the time of the anchor is not the row's own."""
    return row.ahead and row.window is None


def _anchor_words(row: RunSheetRow, zone: ZoneInfo, speech: Speech) -> str:
    """Name what the row goes before: an item of the programme, or the day on which the visit or the flight is."""
    if row.activity is not None and row.activity not in _WHOLE_DAYS:
        return term(row.activity.value, speech.language)
    return speech.day_and_month(local_day(row.at, zone)) if row.at else ""


def asks_for_persons(sheet: RunSheet) -> bool:
    """Tell whether some row needs an office or persons that only the officer can name."""
    return any(_PERSONS & set(record.missing) for row in sheet.rows for record in row.records)


def _json(records: Iterable[RecordTemplate], speech: Speech) -> str:
    """Write templates for the script: only those that it can complete by what an officer chooses."""
    stated = [_template(record, speech) for record in records if set(record.missing) <= _COMPLETED]
    return orjson.dumps(stated).decode()


def _template(record: RecordTemplate, speech: Speech) -> dict[str, object]:
    stated: dict[str, object] = {"type": record.type, "data": dict(record.data)}
    if record.missing:
        stated["missing"] = record.missing
        stated["lists"] = [name for name in record.missing if _holds_several(record.type, name)]
        stated["options"] = [[office, term(office, speech.language)] for office in record.options]
    present = record.data.get("present", ())
    if len(present) > 1:
        stated["names"] = [term(item["office"], speech.language) for item in present]
    return stated


def _holds_several(type_name: str, member: str) -> bool:
    return get_origin(CATALOGUE[type_name].model_fields[member].annotation) is tuple


def _groups(
    rows: Sequence[RunSheetRow], made: dict[str, SheetRow], zone: ZoneInfo, speech: Speech
) -> Iterable[SheetGroup]:
    plan = [made[row.key] for row in rows if row.part is SheetPart.PREPARATION]
    if plan:
        yield SheetGroup(speech.t("run.preparation"), tuple(plan))
    rest = [row for row in rows if row.part is not SheetPart.PREPARATION]
    for day, found in groupby(rest, key=lambda row: local_day(row.at, zone) if row.at else None):
        heading = speech.weekday(day) if day else speech.t("run.no_time")
        yield SheetGroup(heading, tuple(made[row.key] for row in found))


def _choices(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(sorted((Choice(*pair) for pair in dict(pairs).items()), key=lambda choice: choice.words))


def _days(rows: Sequence[RunSheetRow], zone: ZoneInfo, speech: Speech) -> tuple[Choice, ...]:
    days = sorted({local_day(row.at, zone) for row in rows if row.at})
    return tuple(Choice(str(day), speech.weekday(day)) for day in days)
