"""Obligations and deviations as the API shows them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from api.shapes.base import InstantOut, PageOut, Shape, TextOut
from api.shapes.mandates import OfficeOfOut, answering_out
from domain.law.book import LawBook
from domain.law.explain import explain
from domain.law.judge import Obligation
from domain.law.provision import Language, Provision, Text
from domain.law.sentences import sentences
from domain.law.verdict import Severity, Status
from domain.law.words import label
from projections.questions.obligations import ObligationSummary


class TriggerOut(Shape):
    """The event that triggered an obligation."""

    type: str
    position: int
    time: InstantOut


class ObligationOut(Shape):
    """An obligation in a list."""

    id: Annotated[str, Field(description="Stable: position of the trigger, a colon, and the norm")]
    subject: Annotated[str, Field(description="Case id")]
    norm: str
    citation: TextOut
    title: TextOut
    clock: str | None
    status: Status
    label: TextOut
    deviation: bool
    severity: Severity
    beneath: Annotated[
        Status | None, Field(description="What a waiver, an excuse or an unverified text covers")
    ]
    contested: bool
    trigger: TriggerOut
    due_at: Annotated[
        InstantOut | None, Field(description="First instant that is late, in the reading that ships")
    ]
    warn_at: Annotated[InstantOut | None, Field(description="... in the strictest reading")]
    breach_at: Annotated[InstantOut | None, Field(description="... in every reading")]
    done_at: InstantOut | None
    next_check: InstantOut | None
    href: str
    stale: bool = False

    @classmethod
    def of(cls, summary: ObligationSummary) -> ObligationOut:
        """Return the shape of an obligation in a list."""
        row = summary.row
        return cls(
            **_common(summary.id, row.case_id, summary.provision, summary.status),
            deviation=summary.is_deviation,
            severity=summary.severity,
            beneath=Status(row.beneath) if row.beneath else None,
            contested=row.contested,
            trigger=TriggerOut(type=row.trigger_type, position=row.position, time=row.trigger_at),
            due_at=row.due_at,
            warn_at=row.warn_at,
            breach_at=row.breach_at,
            done_at=row.done_at,
            next_check=row.next_check,
            stale=summary.stale,
        )


def _common(obligation_id: str, case_id: str, provision: Provision, status: Status) -> dict[str, Any]:
    words = Text(label(status, Language.EN), label(status, Language.KA))
    return {
        "id": obligation_id,
        "subject": case_id,
        "norm": provision.id,
        "citation": TextOut.of(provision.citation),
        "title": TextOut.of(provision.title),
        "clock": provision.clock,
        "status": status,
        "label": TextOut.of(words),
        "href": f"/v1/deviations/{obligation_id}",
    }


class ObligationDetailOut(ObligationOut):
    """An obligation with the reasons for its verdict."""

    words: Annotated[
        tuple[str, ...], Field(description="The explanation in sentences, in the language asked for")
    ]
    explanation: Annotated[dict[str, Any], Field(description="The same as data, in both languages")]
    answering: Annotated[
        tuple[OfficeOfOut, ...],
        Field(
            description="Who answers for it: the bearers, else whom the provision lists; each in the register"
        ),
    ]

    @classmethod
    def explained(cls, item: Obligation, law: LawBook, language: Language) -> ObligationDetailOut:
        """Return the full shape of a judged obligation."""
        verdict, trigger = item.verdict, item.trigger
        window = verdict.window
        reasons = explain(item, law)
        return cls(
            **_common(item.id, trigger.case_id, item.norm.provision, verdict.status),
            deviation=item.is_deviation,
            severity=item.severity,
            beneath=verdict.beneath,
            contested=verdict.contested,
            trigger=TriggerOut(type=trigger.type, position=trigger.position, time=trigger.occurred_at),
            due_at=item.due_at,
            warn_at=window.earliest.cutoff if window else None,
            breach_at=window.latest.cutoff if window else None,
            done_at=verdict.done_at,
            next_check=verdict.next_check,
            words=tuple(sentences(reasons, language)),
            explanation=dict(reasons.data()),
            answering=answering_out(item.norm.provision),
        )


class ObligationsOut(PageOut):
    """A page of obligations."""

    obligations: tuple[ObligationOut, ...]
    stale: Annotated[int, Field(description="Cases that wait to be judged again; their rows are marked")]


class DeviationsOut(PageOut):
    """A page of deviations."""

    deviations: tuple[ObligationOut, ...]
    stale: Annotated[int, Field(description="Cases that wait to be judged again; their rows are marked")]


class CaseObligationsOut(Shape):
    """Every obligation of a case, in the order of the law, judged for the moment asked about."""

    id: str
    as_of: InstantOut
    known_at: InstantOut | None
    obligations: tuple[ObligationDetailOut, ...]
