"""Turns a template and a page model into an answer: language, headers, links that every page has."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from api.web.asked import PRESENT, Asked
from api.web.speech import LANGUAGE_NAMES, SPEECHES, Speech
from domain.law.provision import Language
from domain.law.zones import TBILISI

COOKIE: Final = "matiane_lang"
ONE_YEAR: Final = 365 * 24 * 3600
#: No script at all; style, fonts and pictures from here alone.
POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
#: Pages that record: scripts, their requests and their worker from here alone; still nothing inline.
SCRIPT_POLICY: Final = f"{POLICY}; script-src 'self'; connect-src 'self'; worker-src 'self'"
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Vary": "Accept-Language, Cookie",
}
#: Address and name of each entry of the menu.
MENU: Final = (
    ("/", "nav.overview"),
    ("/cases", "nav.cases"),
    ("/due", "nav.due"),
    ("/plan", "nav.plan"),
    ("/deviations", "nav.deviations"),
    ("/gaps", "nav.gaps"),
    ("/law", "nav.law"),
    ("/register", "nav.register"),
    ("/statistics", "nav.statistics"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a view answers: a template, and what it shows."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    status: int = 200
    #: The moment that its links keep.
    asked: Asked = PRESENT
    #: Brings scripts of our own along.
    scripted: bool = False


@cache
def environment() -> Environment:
    """Return the template environment; every value is escaped, and an unknown name is an error."""
    return Environment(
        loader=PackageLoader("api.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


@cache
def static(name: str) -> str:
    """Address of a static file; it changes with its content, so that no reader keeps an old one."""
    content = files("api.web").joinpath("static", *name.split("/")).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def language_of(request: Request) -> Language:
    """Choose the language: the address, else the cookie, else what the browser asks for, else English."""
    for value in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if value in (Language.EN, Language.KA):
            return Language(value)
    return _accepted(request.headers.get("accept-language", ""))


def render(request: Request, page: Page, speech: Speech) -> HTMLResponse:
    """Answer with a page."""
    values = {**page.values, **_common(request, speech, page.asked)}
    text = environment().get_template(page.template).render(values)
    answer = HTMLResponse(text, page.status, HEADERS)
    if page.scripted:
        answer.headers["Content-Security-Policy"] = SCRIPT_POLICY
    answer.headers["Content-Language"] = speech.language.value
    if request.query_params.get("lang") in (Language.EN, Language.KA):
        answer.set_cookie(COOKIE, speech.language.value, max_age=ONE_YEAR, httponly=True, samesite="lax")
    return answer


def _common(request: Request, speech: Speech, asked: Asked) -> dict[str, object]:
    path = request.url.path
    return {
        "asked": asked,
        "present": _present(request),
        "bare": quote(path),
        "moment": {"as_of": _form_value(asked.as_of), "known_at": _form_value(asked.known_at)},
        "to": asked.to,
        "case_href": asked.case,
        "law_href": asked.law,
        "s": speech,
        "t": speech.t,
        "menu": tuple(
            (asked.to(href), speech.t(key), href == path, href != "/" and path.startswith(f"{href}/"))
            for href, key in MENU
        ),
        "switches": tuple(
            (language.value, name, _switched(request, language))
            for language, name in LANGUAGE_NAMES.items()
            if language is not speech.language
        ),
        "stylesheet": static("matiane.css"),
        "static": static,
    }


def _present(request: Request) -> str:
    """Return the address of the same page about the present, from its first row."""
    pairs = parse_qsl(request.url.query)
    kept = [pair for pair in pairs if pair[0] not in ("as_of", "known_at", "after", "lang")]
    path = quote(request.url.path, safe="/:")
    return f"{path}?{urlencode(kept)}" if kept else path


def _form_value(moment: datetime | None) -> str:
    """Write a moment as a date and time field holds it."""
    return f"{moment.astimezone(TBILISI):%Y-%m-%dT%H:%M}" if moment else ""


def _switched(request: Request, language: Language) -> str:
    pairs = [pair for pair in parse_qsl(request.url.query) if pair[0] != "lang"]
    return f"{quote(request.url.path)}?{urlencode([*pairs, ('lang', language.value)])}"


def _accepted(header: str) -> Language:
    best, weight = Language.EN, 0.0
    for part in header.split(",")[:20]:
        tag, _, quality = part.strip().partition(";")
        name = tag.strip().lower().partition("-")[0]
        try:
            value = float(quality.partition("=")[2]) if quality else 1.0
        except ValueError:
            continue
        if name in (Language.EN, Language.KA) and value > weight:
            best, weight = Language(name), value
    return best


def speech_of(request: Request) -> Speech:
    """Return how this reader is spoken to."""
    return SPEECHES[language_of(request)]
