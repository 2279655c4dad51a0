"""``matiane judge``: what is held of one case, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from api.commands.terminal import Json, give, note, say, settings
from api.errors import InvalidParameter
from api.instants import NoInstant, instant, rfc3339
from domain.law.judge import Obligation, Report
from domain.law.provision import Language
from domain.law.verdict import Status


def _moment(text: str | None, name: str) -> datetime | None:
    if text is None:
        return None
    try:
        return instant(text)
    except NoInstant as error:
        raise InvalidParameter(f"{name}: {error}") from None


def judge(
    case: Annotated[str, typer.Argument(metavar="CASE", help="Case id, such as readmission-2021-0042.")],
    *,
    as_of: Annotated[str | None, typer.Option(metavar="T", help="Judge as of this instant.")] = None,
    known_at: Annotated[
        str | None, typer.Option(metavar="T", help="Know only what was recorded by then.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of the words.")] = Language.EN,
    json: Json = False,
) -> None:
    """Judge one case from its facts, and explain every verdict."""
    from api import composition  # noqa: PLC0415  # slow to import
    from api.asking import checked_case, moment  # noqa: PLC0415
    from api.params import Asked  # noqa: PLC0415
    from projections.answers import answer  # noqa: PLC0415

    asked = Asked.model_construct(as_of=_moment(as_of, "--as-of"), known_at=_moment(known_at, "--known-at"))
    with composition.core(settings(), note) as core:
        when = moment(asked, composition.present())
        judging = core.judging
        report = answer(
            core.ledger, judging.law, judging.calendars, checked_case(case), when.as_of, when.known_at
        )
        if json:
            from api.shapes.detail import case_data  # noqa: PLC0415

            give(case_data(report, judging.law, lang, when.known_at))
        else:
            _tell(report, lang)


def _tell(report: Report, lang: Language) -> None:
    from domain.law.sentences import consent_sentences  # noqa: PLC0415
    from domain.law.words import reason_sentence  # noqa: PLC0415

    say(f"{report.case_id} as of {rfc3339(report.as_of)}: {report.status.label[lang]}")
    if report.consent:
        say("")
        for line in consent_sentences(report.consent, lang):
            say(line)
    for gap in report.gaps:
        say(f"! {reason_sentence(gap.why, lang)}")
    for item in report.obligations:
        if item.verdict.status is not Status.NOT_APPLICABLE:
            _tell_one(item, lang)


def _tell_one(item: Obligation, lang: Language) -> None:
    from domain.law.explain import explain  # noqa: PLC0415
    from domain.law.sentences import sentences  # noqa: PLC0415

    say("")
    say(f"{item.norm.provision.citation[lang]} ({item.id})")
    for line in sentences(explain(item), lang):
        say(f"  {line}")
