"""A run-sheet as lines for a terminal: a heading per day, then time, what, who, where, and the article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.law.planning import RunSheet, RunSheetRow, SheetPart, warning_sentence
from domain.law.provision import Language, Text
from domain.law.verdict import OPEN
from domain.law.words import day, label, listing, term
from domain.law.zones import TBILISI

_PREPARATION = Text("Preparatory plan", "მოსამზადებელი გეგმა")
_NO_TIME = Text("Without a time", "დროის გარეშე")
_BY = Text("by {time}", "ბოლო დრო: {time}")
_BEFORE = Text("before {time}", "წინასწარ, დრომდე: {time}")


def lines(sheet: RunSheet, language: Language) -> Iterator[str]:
    """Yield the lines of a sheet: warnings, the preparatory plan, then the rows by day."""
    for warning in sheet.warnings:
        yield f"! {warning_sentence(warning, language)}"
    if sheet.preparation:
        yield from ("", _PREPARATION[language])
    for row in sheet.preparation:
        yield from _lines(row, language)
    last: date | str | None = None
    for row in sheet.rows:
        if row.part is SheetPart.PREPARATION:
            continue
        heading = row.at.astimezone(TBILISI).date() if row.at else _NO_TIME[language]
        if heading != last:
            yield from ("", day(heading, language) if isinstance(heading, date) else heading)
            last = heading
        yield from _lines(row, language)


def _lines(row: RunSheetRow, language: Language) -> Iterator[str]:
    yield f"{_clock(row, language):>5}  {row.provision.title[language]}{_state(row, language)}"
    place = [term(row.place.value, language)] if row.place else []
    who = listing([body.label[language] for body in row.bodies])
    cited = row.provision.citation[language]
    if row.imported_by is not None:
        cited = f"{row.imported_by.citation[language]} → {cited}"
    yield f"       {' · '.join([part for part in (who, *place, cited) if part])}"


def _clock(row: RunSheetRow, language: Language) -> str:
    if row.at is None:
        return ""
    clock = f"{row.at.astimezone(TBILISI):%H:%M}"
    if row.window is not None:
        return _BY[language].format(time=clock)
    return _BEFORE[language].format(time=clock) if row.ahead else clock


def _state(row: RunSheetRow, language: Language) -> str:
    return "" if row.status in OPEN else f" [{label(row.status, language)}]"
