"""What the larger pages show: frozen models in one language, built by the modules beside this one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from domain.law.judge import Obligation, Report
from domain.law.provision import Instrument, Provision
from domain.law.verdict import Status


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class ActingLine:
    """An office that acted in a case, and under what mandate."""

    office: Link
    words: str
    first: str
    #: Nothing on record lets it act on that day.
    missing: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """A short word with a tone; the tone only repeats what the word says."""

    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Field:
    """A member of a fact. A sealed value is never opened here; members of members stand below it."""

    name: str
    value: str = ""
    sealed: bool = False
    parts: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document that supports a fact."""

    reference: str
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A recorded fact on the timeline."""

    position: int
    type: str
    title: str
    #: Instant for machines, and as the wall clock of the case shows it.
    occurred_at: datetime
    occurred: str
    recorded_at: datetime
    recorded: str
    #: How much later than it happened the ledger learned of it, where that is a day or more.
    late_by: str | None
    source: str
    event_id: str
    office: str | None
    clock: str
    #: The values that say most about it.
    headline: str
    fields: tuple[Field, ...]
    documents: tuple[Document, ...] = ()
    #: It no longer counts: corrected or retracted, by the entry named, for the reason given.
    struck: str | None = None
    struck_by: Link | None = None
    reason: str | None = None
    #: The entry that this one corrects or retracts.
    changes: Link | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation with its verdict and the reasons for it."""

    id: str
    provision: Provision
    title: str
    citation: str
    restatement: str
    bearer: str
    counterparty: str
    tag: Tag
    #: What would be held without the waiver, the excuse or the missing verification.
    beneath: Tag | None
    severity: str | None
    is_deviation: bool
    contested: bool
    due_at: datetime | None
    due: str | None
    trigger: Link
    triggered: str
    evidence: tuple[Link, ...]
    sentences: tuple[str, ...]
    obligation: Obligation = field(repr=False)
    #: Who answers for it, each with its place in the register of mandates.
    answering: tuple[Link, ...] = ()

    @property
    def status(self) -> Status:
        """The verdict itself."""
        return self.obligation.verdict.status


@dataclass(frozen=True, slots=True)
class Article:
    """The obligations of one article, or of one paragraph of a long one."""

    heading: str
    duties: tuple[Duty, ...]
    #: How many stand at each verdict, the gravest first; said where a case has very many.
    tally: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Something derived that the case page says in sentences of its own."""

    sentences: tuple[str, ...]
    tags: tuple[Tag, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case at one moment, as far as it was known at one moment."""

    case_id: str
    kind: str
    status: str
    since: str | None
    since_at: datetime | None
    #: The two States, or whose guest it is about: what is said, and what it is.
    particulars: tuple[tuple[str, str], ...]
    statements: tuple[Statement, ...]
    gaps: tuple[Statement, ...]
    next_duties: tuple[Duty, ...]
    #: Open duties that are not among them.
    further: int
    next_check: str | None
    timeline: tuple[Entry, ...]
    articles: tuple[Article, ...]
    #: Facts that had not happened or were not known at the moment asked about.
    hidden: int
    report: Report = field(repr=False)
    #: Who acted, and under what.
    acting: tuple[ActingLine, ...] = ()


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """An instrument in the law browser."""

    instrument: Instrument
    articles: tuple[tuple[str, tuple[Provision, ...]], ...]
    judged: int
    attested: int
    shown: int
