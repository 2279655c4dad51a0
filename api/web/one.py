"""Pages about one thing: a case, a deviation, the law, a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from urllib.parse import quote

from starlette.requests import Request

from api.web.case_page import article_of, case_page, duty_of, law_href, names
from api.web.pages import InstrumentPage
from api.web.query import Query
from api.web.render import Page
from api.web.rows import Desk
from api.web.speech import Speech
from api.web.timeline import places_of, timeline
from api.web.words import unverified_tag, verdict_tag, word_of
from domain.errors import NotFound
from domain.facts import Fact
from domain.law.book import LawBook, LawPack
from domain.law.history import History, known_at
from domain.law.judge import Report, judge
from domain.law.provision import Assessment, Provision
from domain.law.verdict import Status
from domain.law.words import count_of, kind_label, say


def case(desk: Desk, request: Request, speech: Speech) -> Page:
    """One case, now or as of a moment, from what is known now or was known at a moment."""
    query = Query(request.query_params, speech)
    as_of, known = query.moment("as_of"), query.moment("known_at")
    case_id = request.path_params["case_id"]
    facts = desk.facts(case_id)
    report = _report(desk, case_id, facts, as_of, known)
    page = case_page(report, desk.law, speech, as_of=as_of, known_at=known, recorded=len(facts))
    chosen = {"as_of": query.text("as_of"), "known_at": query.text("known_at")}
    return Page(
        "case.html",
        {"case": page, "chosen": chosen, "zone": desk.law.definition(report.kind).zone, "law_href": law_href},
    )


def deviation(desk: Desk, request: Request, speech: Speech) -> Page:
    """One obligation of one case: what was owed, what happened, what is held and why."""
    obligation_id = request.path_params["obligation_id"]
    position, _, norm_id = obligation_id.partition(":")
    missing = NotFound(speech.t("error.no_obligation"))
    if not (position.isascii() and position.isdigit() and len(position) < len("9223372036854775807")):
        raise missing
    case_id = desk.case_at(int(position))
    report = _report(desk, case_id, desk.facts(case_id), None, None)
    item = next((item for item in report.obligations if item.id == obligation_id), None)
    if item is None or item.norm.id != norm_id:
        raise missing
    zone = desk.law.definition(report.kind).zone
    base = f"/cases/{quote(case_id)}"
    places = places_of(report.history.recorded)
    duty = duty_of(item, desk.law, places, speech, base)
    concerned = {item.trigger.key, *(fact.key for fact in item.verdict.evidence)}
    entries = timeline(report.history, report.as_of, zone, speech)
    keys = {places[key] for key in concerned if key in places}
    return Page(
        "deviation.html",
        {
            "duty": duty,
            "settled": not item.is_deviation and item.verdict.status is not Status.REVIEW,
            "case_id": case_id,
            "report": report,
            "instrument": desk.law.instruments[item.norm.provision.instrument],
            "unverified": unverified_tag(speech) if not item.norm.provision.mark.verified else None,
            "entries": tuple(entry for entry in entries if entry.position in keys),
            "zone": zone,
            "law_href": law_href,
            "base": base,
        },
    )


def law_browser(desk: Desk, _: Request, speech: Speech) -> Page:
    """The instruments, article by article."""
    return Page(
        "law.html",
        {
            "instruments": tuple(_instrument(pack, desk.law, speech) for pack in desk.law.packs),
            "unverified": unverified_tag(speech),
            "law_href": law_href,
            "assessment_of": lambda assessment: word_of(assessment, speech),
        },
    )


def provision(desk: Desk, request: Request, speech: Speech) -> Page:
    """One provision: what it says, in which version, how sure we are, how it has been kept."""
    found = desk.law.provisions.get(request.path_params["provision_id"])
    if found is None:
        raise NotFound(speech.t("error.no_provision"))
    counts = desk.verdicts(found.id)
    return Page(
        "provision.html",
        {
            "law": found,
            "instrument": desk.law.instruments[found.instrument],
            "other": "en" if speech.language.value == "ka" else "ka",
            "bearer": names(found.bearers, speech),
            "counterparty": names(found.counterparties, speech),
            "limit": _limit_words(found, speech),
            "notes": tuple(desk.law.notes[name] for name in found.notes if name in desk.law.notes),
            "parameters": tuple(
                (name, say(value, speech.language)) for name, value in found.parameters.items()
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
    )


def statistics(desk: Desk, request: Request, speech: Speech) -> Page:
    """The figures of a year, and how they are counted."""
    years = desk.choices().years
    year = Query(request.query_params, speech).year("year") or (max(years) if years else desk.now().year)
    figures = desk.statistics(year)
    provisions = desk.law.provisions
    return Page(
        "statistics.html",
        {
            "figures": figures,
            "years": sorted({*years, year}),
            "freshness": desk.freshness(),
            "title_of": lambda norm: speech.text(provisions[norm].title) if norm in provisions else norm,
            "citation_of": lambda norm: (
                speech.text(provisions[norm].citation) if norm in provisions else norm
            ),
            "law_href": law_href,
        },
    )


def _report(
    desk: Desk, case_id: str, facts: Sequence[Fact], as_of: datetime | None, known: datetime | None
) -> Report:
    """Judge a case from stored facts: the one way to a verdict, whatever moment is asked about."""
    moment = as_of or desk.now()
    return judge(History(case_id, known_at(facts, known), as_of=moment), desk.law, desk.calendars, moment)


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


def _limit_words(law: Provision, speech: Speech) -> str | None:
    limit = law.limit
    if limit is None:
        return None
    length = count_of(limit.count, limit.unit, speech.language)
    words = [speech.t(f"limit.{limit.direction}", length=length), speech.t(f"limit.zone.{limit.zone}")]
    if limit.calendar:
        words.append(speech.t(f"limit.calendar.{limit.calendar}"))
    if limit.unqualified:
        words.append(speech.t("limit.unqualified"))
    if limit.number_in:
        words.append(speech.t("limit.number_in", place=limit.number_in))
    return " ".join(words)
