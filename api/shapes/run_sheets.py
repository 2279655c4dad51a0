"""Run-sheets as the API shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from api.shapes.base import InstantOut, Shape, TextOut
from domain.law.book import LawBook
from domain.law.planning import (
    RecordTemplate,
    RunSheet,
    RunSheetRow,
    RunSheetWarning,
    SheetPart,
    WarningKind,
    row_sentences,
    warning_sentence,
)
from domain.law.provision import Language, Provision, Text
from domain.law.verdict import Severity, Status
from domain.law.words import label, term


class NamedOut(Shape):
    """A stored value and its word."""

    id: str
    label: TextOut

    @classmethod
    def term(cls, value: str) -> NamedOut:
        """Return a stored value with the word for it."""
        return cls(id=value, label=TextOut(en=term(value, Language.EN), ka=term(value, Language.KA)))


class CitedOut(Shape):
    """A provision."""

    norm: str
    citation: TextOut

    @classmethod
    def of(cls, provision: Provision) -> CitedOut:
        """Return a provision as it is cited."""
        return cls(norm=provision.id, citation=TextOut.of(provision.citation))


class RecordOut(Shape):
    """An event that records what a row asks for: a CloudEvent's type and data."""

    type: str
    label: TextOut
    data: dict[str, Any]
    missing: Annotated[tuple[str, ...], Field(description="Members that whoever records it has to add")]
    options: Annotated[
        tuple[str, ...], Field(description="Offices among which the missing member is chosen; any if none")
    ]

    @classmethod
    def of(cls, template: RecordTemplate) -> RecordOut:
        """Return the shape of a template."""
        return cls(
            type=template.type,
            label=NamedOut.term(template.type).label,
            data=dict(template.data),
            missing=template.missing,
            options=template.options,
        )


class RunSheetRowOut(Shape):
    """One thing that a provision asks for, in one item of the programme."""

    key: Annotated[str, Field(description="Stable: the obligation, and the provision that it imports")]
    obligation: Annotated[str, Field(description="Id of the obligation in the lists of a recorded case")]
    norm: str
    citation: TextOut
    title: TextOut
    text: TextOut
    severity: Annotated[Severity, Field(description="How heavy a deviation would weigh")]
    imported_by: Annotated[
        CitedOut | None, Field(description="The provision that applies this one by reference")
    ]
    part: Annotated[SheetPart, Field(description="preparation: the preparatory plan of Art. 25(11) and (12)")]
    status: Status
    label: TextOut
    at: Annotated[
        InstantOut | None, Field(description="Its place in time: the last moment, else when the plan has it")
    ]
    due_at: Annotated[
        InstantOut | None, Field(description="First instant that is late, in the reading that ships")
    ]
    warn_at: Annotated[InstantOut | None, Field(description="... in the strictest reading")]
    breach_at: Annotated[InstantOut | None, Field(description="... in every reading")]
    expected_at: Annotated[
        InstantOut | None, Field(description="When the plan has it, where no limit says when")
    ]
    ahead: Annotated[bool, Field(description="It has to be there before that; the law gives no number")]
    done_at: InstantOut | None
    bodies: Annotated[tuple[NamedOut, ...], Field(description="Who has to act, or to be there")]
    place: NamedOut | None
    activity: NamedOut | None
    item: Annotated[str, Field(description="Tells items of one activity apart; empty for the only one")]
    record: Annotated[tuple[RecordOut, ...], Field(description="Events that one tap would record")]
    omit: Annotated[
        RecordOut | None, Field(description="The event by which an officer says that it was not done")
    ]
    words: Annotated[
        tuple[str, ...], Field(description="Why it stands where it stands, in the language asked for")
    ]

    @classmethod
    def of(cls, row: RunSheetRow, law: LawBook, language: Language) -> RunSheetRowOut:
        """Return the shape of a row."""
        provision, window = row.provision, row.window
        return cls(
            key=row.key,
            obligation=row.obligation_id,
            norm=provision.id,
            citation=TextOut.of(provision.citation),
            title=TextOut.of(provision.title),
            text=TextOut.of(provision.text),
            severity=row.obligation.severity,
            imported_by=CitedOut.of(row.imported_by) if row.imported_by else None,
            part=row.part,
            status=row.status,
            label=TextOut.of(Text(label(row.status, Language.EN), label(row.status, Language.KA))),
            at=row.at,
            due_at=row.due_at,
            warn_at=window.warn_at if window else None,
            breach_at=window.breach_at if window else None,
            expected_at=row.expected_at,
            ahead=row.ahead,
            done_at=row.done_at,
            bodies=tuple(NamedOut(id=body.id, label=TextOut.of(body.label)) for body in row.bodies),
            place=NamedOut.term(row.place.value) if row.place else None,
            activity=NamedOut.term(row.activity.value) if row.activity else None,
            item=row.item,
            record=tuple(RecordOut.of(template) for template in row.records),
            omit=RecordOut.of(row.omission) if row.omission else None,
            words=tuple(row_sentences(row, law, language)),
        )


class SheetWarningOut(Shape):
    """Something to know before anything happens."""

    kind: WarningKind
    words: str
    norm: str | None
    rows: Annotated[tuple[str, ...], Field(description="Keys of the rows that it concerns; none: the sheet")]

    @classmethod
    def of(cls, warning: RunSheetWarning, language: Language) -> SheetWarningOut:
        """Return the shape of a warning."""
        return cls(
            kind=warning.kind,
            words=warning_sentence(warning, language),
            norm=warning.provision,
            rows=warning.rows,
        )


class RunSheetOut(Shape):
    """A run-sheet: what is due, by when, of whom and where, in the order of time."""

    subject: Annotated[str | None, Field(description="Case id; null for what is only planned")]
    kind: str
    as_of: InstantOut
    known_at: InstantOut | None
    warnings: tuple[SheetWarningOut, ...]
    rows: tuple[RunSheetRowOut, ...]

    @classmethod
    def of(
        cls,
        sheet: RunSheet,
        law: LawBook,
        language: Language,
        *,
        subject: str | None = None,
        known_at: datetime | None = None,
    ) -> RunSheetOut:
        """Return the shape of a sheet; a plan has no ``subject``."""
        return cls(
            subject=subject,
            kind=sheet.report.kind,
            as_of=sheet.as_of,
            known_at=known_at,
            warnings=tuple(SheetWarningOut.of(warning, language) for warning in sheet.warnings),
            rows=tuple(RunSheetRowOut.of(row, law, language) for row in sheet.rows),
        )
