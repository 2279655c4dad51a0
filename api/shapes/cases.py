"""Cases as the API shows them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from api.cloudevents_out import event_of
from api.shapes.base import InstantOut, PageOut, Shape, TextOut
from domain.cases.definition import Gap
from domain.events.ledger import EventRetracted
from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.history import History
from domain.law.provision import Language, Text
from domain.law.sentences import consent_sentences
from domain.law.view import DeemedConsent
from domain.law.words import reason_sentence
from projections.questions.cases import CaseSummary
from projections.questions.labels import label_of
from projections.rows import CaseStatusRow


class StatusOut(Shape):
    """Where a case stands."""

    code: str
    label: TextOut
    since: InstantOut | None
    final: bool


class CountsOut(Shape):
    """How many obligations of a case are in each state that matters."""

    open: int
    overdue: int
    deviations: int
    review: int
    contested: int
    undetermined: int


class CaseOut(Shape):
    """A case in a list."""

    id: str
    kind: str
    requesting_state: str | None
    requested_state: str | None
    foreign_state: Annotated[str | None, Field(description="The State whose guest comes, or that is visited")]
    category: Annotated[str | None, Field(description="Category of a visit, or form of a ceremony")]
    rank: Annotated[str | None, Field(description="Rank of the guest")]
    procedure: str | None
    status: StatusOut
    counts: CountsOut
    #: Codes of contradictions and missing facts.
    gaps: tuple[str, ...]
    #: Why nothing can be said about the case; null when it can be judged.
    incomplete: str | None
    next_check: InstantOut | None
    first_at: InstantOut | None
    last_at: InstantOut | None
    version: Annotated[int, Field(description="Number of recorded events")]
    position: Annotated[int, Field(description="Position of the last recorded event")]
    stale: Annotated[
        bool, Field(description="An instant has passed, and the verdicts wait to be judged again")
    ] = False

    @classmethod
    def of(cls, summary: CaseSummary) -> CaseOut:
        """Return the shape of a case in a list."""
        return cls(**case_members(summary.row), stale=summary.stale)


def case_members(row: CaseStatusRow) -> dict[str, Any]:
    """Return the members that a case has in a list and alone."""
    return {
        "id": row.case_id,
        "kind": row.kind,
        "requesting_state": row.requesting,
        "requested_state": row.requested,
        "foreign_state": row.foreign_state,
        "category": row.category,
        "rank": row.rank,
        "procedure": row.procedure,
        "status": StatusOut(
            code=row.status,
            label=TextOut.of(label_of(row.kind, row.status)),
            since=row.since,
            final=row.final,
        ),
        "counts": CountsOut(
            open=row.open_count,
            overdue=row.overdue_count,
            deviations=row.deviation_count,
            review=row.review_count,
            contested=row.contested_count,
            undetermined=row.undetermined_count,
        ),
        "gaps": row.gaps,
        "incomplete": row.incomplete,
        "next_check": row.next_check,
        "first_at": row.first_at,
        "last_at": row.last_at,
        "version": row.events,
        "position": row.position,
    }


class CasesOut(PageOut):
    """A page of cases."""

    cases: tuple[CaseOut, ...]
    stale: Annotated[int, Field(description="Cases that wait to be judged again; those shown are marked")]


class GapOut(Shape):
    """A contradiction, or a missing fact."""

    code: str
    words: TextOut
    #: Positions of the events that show it.
    positions: tuple[int, ...]

    @classmethod
    def of(cls, gap: Gap) -> GapOut:
        """Return the shape of a gap."""
        words = Text(reason_sentence(gap.why, Language.EN), reason_sentence(gap.why, Language.KA))
        positions = tuple(fact.position for fact in gap.facts)
        return cls(code=gap.code, words=TextOut.of(words), positions=positions)


class StatementOut(Shape):
    """Silence that counts as consent: derived, dated, contestable."""

    kind: Literal["deemed_consent"] = "deemed_consent"
    norm: str
    since: InstantOut
    verified: bool
    receipt: Annotated[int, Field(description="Position of the receipt from which the limit ran")]
    late_reply: int | None
    challenged_by: int | None
    accepted_by: int | None
    words: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, consent: DeemedConsent, law: LawBook) -> StatementOut:
        """Return the shape of a consent by silence."""
        return cls(
            norm=consent.norm_id,
            since=consent.since,
            verified=consent.verified,
            receipt=consent.receipt.position,
            late_reply=_position(consent.late_reply),
            challenged_by=_position(consent.challenged_by),
            accepted_by=_position(consent.accepted_by),
            words={language.value: tuple(consent_sentences(consent, language, law)) for language in Language},
        )


def _position(fact: Fact | None) -> int | None:
    return fact.position if fact else None


class CaseDetailOut(CaseOut):
    """One case, judged for the moment asked about."""

    as_of: InstantOut
    known_at: InstantOut | None
    contradictions: tuple[GapOut, ...]
    statements: tuple[StatementOut, ...]


Standing = Literal["effective", "corrected", "retracted", "retraction"]


class RecordedOut(Shape):
    """A recorded event, and what became of it."""

    standing: Standing
    changed_by: Annotated[
        int | None, Field(description="Position of the event that corrected or retracted it")
    ]
    version: int
    event: dict[str, Any]


class UnreadableOut(Shape):
    """A recorded event that this release cannot read."""

    position: int
    subject: str
    version: int
    reason: str


class HistoryOut(Shape):
    """Everything that was recorded of a case, in the order of recording."""

    id: str
    known_at: InstantOut | None
    events: tuple[RecordedOut, ...]
    unreadable: tuple[UnreadableOut, ...]


def recorded_events(case_id: str, facts: list[Fact]) -> tuple[RecordedOut, ...]:
    """Return the recorded events of a case, each with what became of it."""
    history = History(case_id, facts)
    effective = {fact.key for fact in history.facts}
    changed = {change.original.key: change.by for change in history.changes}

    def shape(fact: Fact) -> RecordedOut:
        by = changed.get(fact.key)
        standing: Standing = "effective"
        if isinstance(fact.data, EventRetracted):
            standing = "retraction"
        elif fact.key not in effective:
            standing = "corrected" if by is not None and by.corrects is not None else "retracted"
        changed_by = by.position if by is not None and standing in ("corrected", "retracted") else None
        return RecordedOut(
            standing=standing, changed_by=changed_by, version=fact.version, event=event_of(fact)
        )

    return tuple(shape(fact) for fact in facts)
