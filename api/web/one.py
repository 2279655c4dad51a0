"""Pages about one thing: a case, a deviation, the law, a year."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from typing import Final

from starlette.requests import Request

from api.web.asked import Asked
from api.web.case_page import article_of, case_page, duty_of, names
from api.web.desk import Desk
from api.web.pages import InstrumentPage
from api.web.query import Query, UnknownThen
from api.web.render import Page
from api.web.speech import Speech
from api.web.timeline import places_of, timeline
from api.web.words import unverified_tag, verdict_tag, word_of
from domain.errors import NotFound
from domain.events.state_protocol.vocabulary import PROTOCOL_KINDS
from domain.facts import Fact
from domain.law.book import LawBook, LawPack
from domain.law.history import History
from domain.law.judge import Report
from domain.law.provision import Assessment, Provision
from domain.law.verdict import Status
from domain.law.words import count_of, kind_label, say
from projections.answers import CaseIncomplete
from projections.questions.statistics import COUNTING

#: A position has fewer digits than this.
LONGEST_POSITION: Final = 19


def case(desk: Desk, request: Request, speech: Speech) -> Page:
    """One case, now or as of a moment, from what is known now or was known at a moment."""
    now = desk.now()
    asked = Query(request.query_params, speech).asked(now)
    case_id = request.path_params["case_id"]
    try:
        today = desk.report(case_id, now, None)
        stopped(desk, case_id)
        report = today if asked.is_present else report_at(desk, case_id, asked, now, speech)
    except CaseIncomplete:
        return incomplete(desk, case_id, speech, asked)
    page = case_page(report, desk.law, speech, asked=asked, recorded=len(today.history.recorded))
    zone = desk.law.definition(report.kind).zone
    protocol = report.kind in PROTOCOL_KINDS.split()
    return Page("case.html", {"case": page, "zone": zone, "protocol": protocol}, asked=asked)


def deviation(desk: Desk, request: Request, speech: Speech) -> Page:
    """One obligation of one case: what was owed, what happened, what is held and why, now or as of a moment."""
    now = desk.now()
    asked = Query(request.query_params, speech).asked(now)
    obligation_id = request.path_params["obligation_id"]
    position, _, norm_id = obligation_id.partition(":")
    if not (position.isascii() and position.isdigit() and len(position) < LONGEST_POSITION):
        raise NotFound(obligation_id)
    case_id = desk.case_at(int(position))
    try:
        report = report_at(desk, case_id, asked, now, speech)
        stopped(desk, case_id)
    except CaseIncomplete:
        return incomplete(desk, case_id, speech, asked)
    item = next((item for item in report.obligations if item.id == obligation_id), None)
    if item is None and not asked.is_present and norm_id in desk.law.norm_by_id:
        raise UnknownThen(speech.t("error.no_duty_then"))
    if item is None or item.norm.id != norm_id:
        raise NotFound(obligation_id)
    zone = desk.law.definition(report.kind).zone
    base = asked.case(case_id)
    places = places_of(report.history.recorded)
    concerned = {item.trigger.key, *(fact.key for fact in item.verdict.evidence)}
    positions = {places[key] for key in concerned if key in places}
    entries = timeline(report.history, report.as_of, zone, speech)
    return Page(
        "deviation.html",
        {
            "duty": duty_of(item, desk.law, places, speech, base, asked=asked),
            "settled": not item.is_deviation and item.verdict.status is not Status.REVIEW,
            "case_id": case_id,
            "instrument": desk.law.instruments[item.norm.provision.instrument],
            "unverified": None if item.norm.provision.mark.verified else unverified_tag(speech),
            "entries": tuple(entry for entry in entries if entry.position in positions),
            "zone": zone,
            "base": base,
        },
        asked=asked,
    )


def report_at(desk: Desk, case_id: str, asked: Asked, now: datetime, speech: Speech) -> Report:
    """Judge a case for the moment asked about; a case that is only not known yet then is not said to be missing."""
    try:
        return desk.report(case_id, asked.as_of or now, asked.known_at)
    except NotFound:
        if asked.known_at is None or not desk.entries(case_id):
            raise
        raise UnknownThen(speech.t("error.unknown_then")) from None


def stopped(desk: Desk, case_id: str) -> None:
    """A case that the views could not judge is shown as incomplete, here as in the lists."""
    row = desk.case(case_id)
    if row is not None and row.row.incomplete is not None:
        raise CaseIncomplete(row.row.incomplete)


def incomplete(desk: Desk, case_id: str, speech: Speech, asked: Asked) -> Page:
    """A case of which nothing is asserted: only what was recorded and can be read."""
    entries = desk.entries(case_id)
    history = History(case_id, [entry for entry in entries if isinstance(entry, Fact)])
    zone = desk.law.definition(history.kind).zone
    unread = sum(not isinstance(entry, Fact) for entry in entries)
    values = {
        "case_id": case_id,
        "kind": speech.text(desk.law.definition(history.kind).label),
        "unread": unread,
        "entries": timeline(history, desk.now(), zone, speech),
        "zone": zone,
    }
    return Page("incomplete.html", values, asked=asked)


def law_browser(desk: Desk, request: Request, speech: Speech) -> Page:
    """The instruments, article by article."""
    asked = Query(request.query_params, speech).asked(desk.now())
    return Page(
        "law.html",
        {
            "instruments": tuple(_instrument(pack, desk.law, speech) for pack in desk.law.packs),
            "unverified": unverified_tag(speech),
            "assessment_of": lambda assessment: word_of(assessment, speech),
        },
        asked=asked,
    )


def provision(desk: Desk, request: Request, speech: Speech) -> Page:
    """One provision: what it says, in which version, how sure we are, how it has been kept."""
    found = desk.law.provision(request.path_params["provision_id"])
    asked = Query(request.query_params, speech).asked(desk.now())
    counts = desk.at(asked).lists.verdicts(found.id)
    return Page(
        "provision.html",
        {
            "law": found,
            "instrument": desk.law.instruments[found.instrument],
            "other": "en" if speech.language.value == "ka" else "ka",
            "bearer": names(found.bearers, speech),
            "counterparty": names(found.counterparties, speech),
            "limit": _limit_words(found, desk.law, speech),
            "notes": tuple(desk.law.notes[name] for name in found.notes if name in desk.law.notes),
            "parameters": tuple(
                (speech.parameter(name), say(value, speech.language))
                for name, value in found.parameters.items()
            ),
            "scenarios": tuple(desk.scenarios(found.id)),
            "counts": tuple(
                (verdict_tag(status, speech), counts[status]) for status in Status if counts.get(status)
            ),
            "words": {
                "force": word_of(found.force, speech),
                "assessment": word_of(found.assessment, speech),
                "mark": word_of(found.mark, speech),
                "kind": kind_label(found.kind, speech.language),
            },
            "unverified": unverified_tag(speech) if not found.mark.verified else None,
            "judged": found.id in desk.law.norm_by_id,
        },
        asked=asked,
    )


def statistics(desk: Desk, request: Request, speech: Speech) -> Page:
    """The figures of a year, and how they are counted."""
    years = desk.years()
    query = Query(request.query_params, speech)
    year = query.year("year") or max(years, default=desk.now().year)
    provisions = desk.law.provisions
    return Page(
        "statistics.html",
        {
            "figures": desk.statistics(year),
            "years": sorted({*years, year}),
            "counting": tuple(speech.t(f"counting.{key}") for key in COUNTING),
            "freshness": desk.freshness(),
            "provision_of": lambda norm: provisions[norm],
        },
        asked=query.asked(desk.now()),
    )


def _instrument(pack: LawPack, law: LawBook, speech: Speech) -> InstrumentPage:
    counted = [provision for provision in pack.provisions if not provision.aggregate]

    def count(assessment: Assessment) -> int:
        return sum(provision.assessment is assessment for provision in counted)

    return InstrumentPage(
        pack.instrument,
        tuple(
            (heading, tuple(group))
            for heading, group in groupby(pack.provisions, key=lambda item: article_of(item, law, speech))
        ),
        judged=count(Assessment.JUDGED),
        attested=count(Assessment.ATTESTED),
        shown=count(Assessment.SHOWN),
    )


def _limit_words(provision: Provision, law: LawBook, speech: Speech) -> str | None:
    limit = provision.limit
    if limit is None:
        return None
    length = count_of(limit.count, limit.unit, speech.language)
    counted = (
        speech.t(f"limit.{limit.direction}", length=length) if limit.count else speech.t("limit.same_day")
    )
    words = [counted, speech.t(f"limit.zone.{limit.zone}")]
    if limit.calendar:
        words.append(speech.t(f"limit.calendar.{limit.calendar}"))
    if limit.unqualified:
        words.append(speech.t("limit.unqualified"))
    if limit.number_in:
        words.append(speech.t("limit.number_in", place=_cited(limit.number_in, law, speech)))
    return " ".join(words)


def _cited(citation: str, law: LawBook, speech: Speech) -> str:
    """Say a citation, which the law files hold in English, in the language of the page."""
    found = (item.citation for item in law.provisions.values() if item.citation.en == citation)
    return next((speech.text(item) for item in found), citation)
