"""Builds the page of one case from its report: what is held, why, and what it rests on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from api.web.asked import PRESENT, Asked
from api.web.explaining import gap_sentence, silence_sentences, verdict_sentences
from api.web.mandate_lines import acting_lines, answering_links
from api.web.pages import Article, CasePage, Duty, Link, Statement, Tag
from api.web.speech import Speech
from api.web.timeline import fact_link, places_of, timeline
from api.web.words import contested_tag, unverified_tag, verdict_tag, word_of
from domain.cases.definition import NO_SUBJECT, CaseDefinition, Gap
from domain.cases.identity import case_kind
from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.history import History
from domain.law.judge import Obligation, Report
from domain.law.provision import Provision, Text
from domain.law.timelimit import ZONES
from domain.law.verdict import OPEN, Status
from domain.law.view import DeemedConsent

#: The beginning of a citation, up to the paragraph: "Protocol, Art. 8" of "Protocol, Art. 8(1)".
_ARTICLE: Final = re.compile(r"[^,(]*,[^,(;]*")
#: The same up to the paragraph: "Decree, Art. 3(1)" of "Decree, Art. 3(1)(a), sentence 2".
_PARAGRAPH: Final = re.compile(r"[^,(]*,[^,(;]*\(\d+\)")
#: From so many obligations on, they are grouped by paragraph and folded.
MANY: Final = 60
#: How many of the next duties the page puts first.
NEXT: Final = 12
_GRAVEST_FIRST: Final = (
    Status.BREACHED,
    Status.FULFILLED_LATE,
    Status.REVIEW,
    Status.UNDETERMINED,
    Status.EXCUSED,
    Status.WAIVED,
    Status.PENDING,
    Status.HOLDING,
    Status.FULFILLED,
    Status.DISCHARGED,
    Status.NOT_ASSESSED,
    Status.NOT_APPLICABLE,
)
#: Stands behind every instant that is due.
_NEVER: Final = datetime.max.replace(tzinfo=UTC)
Places = Mapping[tuple[str, str], int]


def case_page(
    report: Report,
    law: LawBook,
    speech: Speech,
    *,
    asked: Asked,
    recorded: int,
) -> CasePage:
    """Say a report in one language. ``recorded`` is the number of facts the case has today."""
    definition = law.definition(report.kind)
    places = places_of(report.history.recorded)
    duties = tuple(duty_of(item, law, places, speech, asked=asked) for item in report.obligations)
    waiting = _next(duties)
    entries = timeline(report.history, report.as_of, definition.zone, speech)
    return CasePage(
        case_id=report.case_id,
        kind=speech.text(definition.label),
        status=speech.text(report.status.label),
        since=speech.when(report.status.since, definition.zone) if report.status.since else None,
        since_at=report.status.since,
        particulars=tuple(_particulars(definition, report.history, speech)),
        statements=_statements(report.consent, law, places, speech, asked),
        gaps=tuple(gap_of(gap, places, speech) for gap in report.gaps),
        next_duties=waiting[:NEXT],
        further=len(waiting[NEXT:]),
        next_check=speech.when(report.next_check, definition.zone) if report.next_check else None,
        timeline=entries,
        articles=_articles(duties, law, speech),
        hidden=recorded - len(entries),
        report=report,
        acting=acting_lines(report.history, definition.zone, speech, asked),
    )


def _particulars(definition: CaseDefinition, history: History, speech: Speech) -> Iterator[tuple[str, str]]:
    """Yield what a case is about: its two States, or the guest's State, the category and the rank."""
    subject, parties = definition.subject(history), definition.parties(history)
    if subject == NO_SUBJECT:
        yield (
            speech.t("case.requesting"),
            speech.state(parties.requesting) if parties else speech.t("unknown"),
        )
        yield speech.t("case.requested"), speech.state(parties.requested) if parties else speech.t("unknown")
        return
    if subject.foreign_state:
        yield speech.t("case.foreign_state"), speech.state(subject.foreign_state)
    if subject.category:
        yield speech.t("case.category"), speech.term(subject.category)
    if subject.rank:
        yield speech.t("case.rank"), speech.term(subject.rank)


def duty_of(
    item: Obligation,
    law: LawBook,
    places: Places,
    speech: Speech,
    base: str = "",
    *,
    asked: Asked = PRESENT,
) -> Duty:
    """Say one obligation. ``base`` is the address of the case page, where the reader is on another page."""
    zone = law.definition(case_kind(item.trigger.case_id)).zone
    provision, verdict = item.norm.provision, item.verdict
    return Duty(
        id=item.id,
        provision=provision,
        title=speech.text(provision.title),
        citation=speech.text(provision.citation),
        restatement=speech.text(provision.text),
        bearer=names(provision.bearers, speech),
        counterparty=names(provision.counterparties, speech),
        tag=verdict_tag(verdict.status, speech),
        beneath=verdict_tag(verdict.beneath, speech) if verdict.beneath else None,
        severity=word_of(item.severity, speech)
        if item.is_deviation or verdict.status is Status.REVIEW
        else None,
        is_deviation=item.is_deviation,
        contested=verdict.contested,
        due_at=item.due_at,
        due=speech.due(item.due_at, ZONES[verdict.window.proposed.zone])
        if item.due_at and verdict.window
        else None,
        trigger=fact_link(item.trigger, places, speech, base),
        triggered=speech.day(item.trigger.occurred_at.astimezone(zone).date()),
        evidence=_links(verdict.evidence, places, speech, base),
        sentences=verdict_sentences(item, law, speech),
        obligation=item,
        answering=answering_links(provision, speech, asked),
    )


def gap_of(gap: Gap, places: Places, speech: Speech, base: str = "") -> Statement:
    """Say a contradiction or a missing fact. ``base`` as above."""
    return Statement((gap_sentence(gap, speech),), links=_links(gap.facts, places, speech, base))


def names(texts: Sequence[Text], speech: Speech) -> str:
    """Join names of bodies."""
    return "; ".join(speech.text(text) for text in texts)


def article_of(provision: Provision, law: LawBook, speech: Speech) -> str:
    """Name the article of a provision, as its citation begins; of one without an article, its instrument."""
    if "/art-" not in provision.id:
        return speech.text(law.instruments[provision.instrument].short)
    citation = speech.text(provision.citation)
    found = _ARTICLE.match(citation)
    return found[0] if found else citation


def _links(facts: Iterable[Fact], places: Places, speech: Speech, base: str) -> tuple[Link, ...]:
    return tuple(fact_link(fact, places, speech, base) for fact in facts)


def _articles(duties: Sequence[Duty], law: LawBook, speech: Speech) -> tuple[Article, ...]:
    """Group by article, in the order of the texts; where there are very many, by paragraph, each with a tally."""
    many = len(duties) > MANY
    name = _paragraph_of if many else article_of
    groups = groupby(duties, key=lambda duty: name(duty.provision, law, speech))
    return tuple(_article(heading, tuple(group), many, speech) for heading, group in groups)


def _article(heading: str, duties: tuple[Duty, ...], many: bool, speech: Speech) -> Article:
    if not many:
        return Article(heading, duties)
    counted = Counter(duty.status for duty in duties)
    tally = tuple(
        replace(tag, words=f"{tag.words}: {counted[status]}")
        for status in _GRAVEST_FIRST
        if counted[status]
        for tag in (verdict_tag(status, speech),)
    )
    return Article(heading, duties, tally)


def _paragraph_of(provision: Provision, law: LawBook, speech: Speech) -> str:
    found = _PARAGRAPH.match(speech.text(provision.citation))
    return found[0] if found else article_of(provision, law, speech)


def _next(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return what is open or still awaited after its time, the most urgent first; without a time last."""
    waiting = [
        duty
        for duty in duties
        if duty.status in OPEN or (duty.is_deviation and duty.obligation.verdict.awaited)
    ]
    return tuple(sorted(waiting, key=lambda duty: (duty.due_at is None, duty.due_at or _NEVER)))


def _statements(
    consent: DeemedConsent | None, law: LawBook, places: Places, speech: Speech, asked: Asked
) -> tuple[Statement, ...]:
    if consent is None:
        return ()
    provision = law.provision(consent.norm_id)
    tags: list[Tag] = [] if consent.verified else [unverified_tag(speech)]
    links = [
        Link(speech.text(provision.citation), asked.law(provision.id)),
        fact_link(consent.receipt, places, speech),
    ]
    for fact, key, tone in (
        (consent.challenged_by, "consent.challenged", "warn"),
        (consent.accepted_by, "consent.accepted", "good"),
        (consent.late_reply, "consent.late_reply", "info"),
    ):
        if fact is not None:
            tags.append(Tag(speech.t(key), tone))
            links.append(fact_link(fact, places, speech))
    if consent.challenged_by is not None and consent.accepted_by is None:
        tags.append(contested_tag(speech))
    words = silence_sentences(consent, law, speech)
    return (Statement(words, tuple(tags), tuple(links)),)


__all__ = ["article_of", "case_page", "duty_of", "gap_of", "names"]
