"""An explanation in words, English or Georgian: complete, and in the order in which an officer asks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from domain.facts import Precision
from domain.law.book import LawBook
from domain.law.explain import Explanation, FactRef, LimitData, ReadingData, SkippedDay, fact_ref
from domain.law.library import load_law
from domain.law.provision import Language, Mark, Text
from domain.law.timelimit import ZONES
from domain.law.verdict import Status
from domain.law.view import DeemedConsent
from domain.law.words import (
    count_of,
    day,
    instant,
    label,
    listing,
    local_time,
    place,
    reason_sentence,
    sentence,
    short_day,
    term,
    utc,
)
from domain.law.zones import TBILISI, local_day


def sentences(explanation: Explanation, language: Language) -> list[str]:
    """Return the explanation as sentences: verdict, norm, trigger, count of days, reasons, what is next."""
    return [*_verdict(explanation, language), *_norm(explanation, language), *_rest(explanation, language)]


def limit_sentences(explanation: Explanation, language: Language) -> list[str]:
    """Return how the time limit was counted, and nothing where there is none."""
    return [] if explanation.limit is None else list(_limit(explanation.limit, explanation, language))


def _verdict(explanation: Explanation, language: Language) -> Iterator[str]:
    verdict = explanation.verdict
    contested = "verdict_contested" if explanation.limit is not None else "verdict_read_otherwise"
    key = contested if verdict.contested else "verdict"
    yield sentence(key, language, status=label(verdict.status, language))
    for why in explanation.reasons:
        yield reason_sentence(why, language)
    if verdict.beneath is not None:
        yield sentence("beneath", language, status=label(verdict.beneath, language))


def _norm(explanation: Explanation, language: Language) -> Iterator[str]:
    norm = explanation.norm
    stated = {
        "citation": norm.citation[language],
        "edition": norm.edition,
        "first": day(norm.in_force_from, language),
        "text": norm.text[language],
    }
    if norm.in_force_until is None:
        yield sentence("norm", language, **stated)
    else:
        yield sentence("norm_until", language, **stated, until=day(norm.in_force_until, language))
    bearers = _names(explanation.bearers, language)
    if explanation.bearers and explanation.counterparties:
        towards = _names(explanation.counterparties, language)
        yield sentence("bearers_to", language, bearers=bearers, counterparties=towards)
    elif explanation.bearers:
        yield sentence("bearers", language, bearers=bearers)


def _names(names: tuple[Text, ...], language: Language) -> str:
    return listing([name[language] for name in names])


def _rest(explanation: Explanation, language: Language) -> Iterator[str]:
    applies = explanation.verdict.status is not Status.NOT_APPLICABLE
    key = "trigger" if applies else "trigger_looked_at"
    yield sentence(key, language, fact=fact_words(explanation.trigger, language))
    if explanation.limit is not None:
        yield from _limit(explanation.limit, explanation, language)
    if explanation.evidence:
        where = ZONES[explanation.limit.proposed.state] if explanation.limit else TBILISI
        facts = [fact_words(fact, language, where) for fact in explanation.evidence]
        yield sentence("evidence", language, facts=listing(facts))
    if explanation.awaited:
        names = [term(event.type, language) for event in explanation.awaited]
        yield sentence("awaited", language, events=listing(names))
    if explanation.next_check is not None:
        yield sentence("next_check", language, when=instant(explanation.next_check, language))
    if explanation.norm.mark is not Mark.V:
        yield sentence("mark", language, mark=label(explanation.norm.mark, language))
    for note in explanation.notes:
        yield sentence("note", language, id=note.id, reading=note.reading[language])


def fact_words(fact: FactRef, language: Language, where: ZoneInfo = TBILISI) -> str:
    """Name a fact: what, when, and which record of the ledger.

    ``where`` is the zone whose midnight ends the day of a time limit; a day that differs in Tbilisi is told too.
    """
    when = _when(fact, language, where)
    return sentence("fact", language, event=fact.label[language], when=when, position=str(fact.position))


def _when(fact: FactRef, language: Language, where: ZoneInfo) -> str:
    at = fact.occurred_at
    if fact.precision == Precision.DAY:  # the day was reported as one of Tbilisi; it has no time to convert
        return day(local_day(at, TBILISI), language)
    words = instant(at, language, where)
    in_tbilisi = local_day(at, TBILISI)
    if in_tbilisi == local_day(at, where):
        return words
    return f"{words} / {short_day(in_tbilisi, language)}, {local_time(at, language)}"


def _limit(limit: LimitData, explanation: Explanation, language: Language) -> Iterator[str]:
    if limit.count == 0:  # the day itself was named, and nothing is counted
        yield from _on_the_day(limit, language)
        return
    key = "limit_before" if limit.direction == "before" else "limit_after"
    yield sentence(key, language, limit=count_of(limit.count, limit.unit, language))
    proposed, *others = limit.readings
    if proposed.last_moment is not None:
        where = ZONES[proposed.state]
        yield sentence("last_moment", language, moment=instant(proposed.last_moment, language, where))
        return
    yield _day_zero(proposed, explanation, language)
    yield from _skipped("skipped", proposed.skipped, language)
    yield sentence("last_day", language, **_reading(proposed, language))
    for reading in others:
        yield sentence("other_reading", language, **_reading(reading, language))
        if reading.skipped != proposed.skipped:
            yield from _skipped("other_skipped", reading.skipped, language)
    yield from _contested_window(limit, language)


def _on_the_day(limit: LimitData, language: Language) -> Iterator[str]:
    how = _phrase("how_on_the_day", language)
    for number, reading in enumerate(limit.readings):
        key = "other_reading" if number else "last_day"
        yield sentence(key, language, **{**_reading(reading, language), "how": how})
    yield from _contested_window(limit, language)


def _contested_window(limit: LimitData, language: Language) -> Iterator[str]:
    if limit.contested_window:
        where = ZONES[limit.proposed.state]
        warn, breach = (instant(at, language, where) for at in (limit.warn_at, limit.breach_at))
        yield sentence("contested_window", language, warn=warn, breach=breach)


def _day_zero(reading: ReadingData, explanation: Explanation, language: Language) -> str:
    where, trigger = ZONES[reading.state], explanation.trigger
    if explanation.counted_from is not None:
        event = explanation.counted_from.label[language]
        return sentence("day_zero_of", language, day=day(reading.day_zero, language), event=event)
    local = trigger.occurred_at.astimezone(where)
    zero = day(reading.day_zero, language)
    if local.date() != reading.day_zero or trigger.precision == Precision.DAY:
        return sentence("day_zero", language, day=zero)
    time = local_time(trigger.occurred_at, language, where)
    return sentence("day_zero_event", language, day=zero, event=trigger.label[language], time=time)


def _reading(reading: ReadingData, language: Language) -> dict[str, str]:
    return {
        "day": day(reading.last_day, language),
        "how": _how(reading, language),
        "place": place(ZONES[reading.state].key, language),
        "utc": utc(reading.cutoff, language),
    }


def _how(reading: ReadingData, language: Language) -> str:
    rule = "not_moved" if reading.rule == "rolled" and not reading.skipped else reading.rule
    how = _phrase(f"how_{rule}", language, calendar=_calendar(reading.calendars, language))
    return _phrase("how_firm", language, how=how) if reading.firm_days_off else how


def _calendar(states: tuple[str, ...], language: Language) -> str:
    names = [term(state, language) for state in states]
    if len(names) == 1:
        return _phrase("calendar_one", language, state=names[0])
    return _phrase(
        "calendar_joint",
        language,
        states=" და ".join(names) if language is Language.KA else " and ".join(names),
    )


def _phrase(key: str, language: Language, **values: str) -> str:
    """Fill a phrase that stands inside a sentence."""
    words = sentence(key, language, **values)
    return words[:1].lower() + words[1:]


def _skipped(key: str, days: tuple[SkippedDay, ...], language: Language) -> Iterator[str]:
    if days:
        by_day: dict[date, list[str]] = {}
        for item in days:
            names = by_day.setdefault(item.day, [])
            if item.kind == "day_off":
                names.append(f"{item.name[language]}, {term(item.calendar, language)}")
        parts = [
            f"{short_day(when, language)} ({'; '.join(names)})" if names else short_day(when, language)
            for when, names in by_day.items()
        ]
        yield sentence(key, language, days="; ".join(parts))


def consent_sentences(consent: DeemedConsent, language: Language, law: LawBook | None = None) -> list[str]:
    """Return the statement that silence counts as consent, with all that speaks for and against it."""
    provision = (law or load_law()).provision(consent.norm_id)
    said = [
        sentence(
            "consent",
            language,
            since=instant(consent.since, language),
            citation=provision.citation[language],
            receipt=fact_words(fact_ref(consent.receipt), language),
        )
    ]
    if not consent.verified:
        said.append(sentence("consent_unverified", language))
    for key, fact in (
        ("consent_late_reply", consent.late_reply),
        ("consent_challenged", consent.challenged_by),
        ("consent_accepted", consent.accepted_by),
    ):
        if fact is not None:
            said.append(sentence(key, language, fact=fact_words(fact_ref(fact), language)))
    if consent.challenged_by is None and consent.accepted_by is None:
        said.append(sentence("consent_open", language))
    return said
