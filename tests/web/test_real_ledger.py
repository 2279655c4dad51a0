"""The same pages over a real database: what was appended is in the lists, and nothing personal is on any page."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import psycopg
import pytest
from fastapi import FastAPI

from api.web import LedgerDesk, web_pages
from api.web.asked import Asked
from api.web.listing import OtherTimes
from domain.events import CATALOGUE
from domain.facts import Draft, Envelope
from projections.follow import Follower
from projections.judging import standard
from projections.postgres.connection import service_conninfo
from projections.postgres.factory import open_ledger
from projections.views import Views
from tests.law.cases import SAMPLES, SUBJECT
from tests.web.addresses import PAGES

NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
CASE = "readmission-2026-1"
SILENT = "readmission-2026-2"
TORN = "readmission-2026-3"
NAME = "Samplename-Neverreal"


def draft(case: str, type_name: str, at: str, **given: object) -> Draft:
    occurred = datetime.fromisoformat(f"{at}T12:00:00+04:00")
    envelope = Envelope(
        case_id=case, source="/test", event_id=f"{case}/{type_name}/{at}", occurred_at=occurred
    )
    return Draft(envelope=envelope, data=CATALOGUE[type_name].model_validate({**SAMPLES[type_name], **given}))


def applied(case: str, at: str) -> list[Draft]:
    subject = {**SUBJECT, "family_name": NAME, "born_on": "1901-02-03"}
    return [
        draft(case, "ApplicationSubmitted", at, subject=subject),
        draft(case, "ApplicationReceived", at),
    ]


@pytest.fixture
def views(database: str) -> Iterator[Views]:
    ledger = open_ledger(database)
    ledger.append(
        [
            *applied(CASE, "2026-03-02"),
            draft(CASE, "ReplySent", "2026-03-05"),
            draft(CASE, "TransferNotified", "2026-03-10", transfer_date="2026-03-11"),
            *applied(SILENT, "2026-04-01"),
            *applied(TORN, "2026-05-28"),
            draft(TORN, "ReplySent", "2026-05-29"),
            draft(TORN, "ReplySent", "2026-05-30", decision="refused", grounds=["no national"]),
        ],
        now=NOW,
    )
    judging = standard()
    follower = Follower(ledger, judging)
    with psycopg.connect(service_conninfo(database), autocommit=True) as connection:
        while follower.step(connection, NOW).events:
            pass
    with Views(database, ledger, judging) as opened:
        yield opened
    ledger.close()


@pytest.fixture
def pages(views: Views) -> FastAPI:
    app = FastAPI()
    app.mount("/", web_pages(LedgerDesk(views, lambda: NOW)))
    return app


def visit(app: FastAPI, *addresses: str, language: str = "en") -> list[httpx.Response]:
    async def run() -> list[httpx.Response]:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://pages") as client:
            return [await client.get(address, headers={"Accept-Language": language}) for address in addresses]

    return asyncio.run(run())


def test_every_list_and_page_answers_from_the_projections(pages):
    overview, cases, silent, due, deviations, gaps, statistics, law = visit(
        pages,
        "/",
        "/cases?flag=gaps",
        f"/cases/{SILENT}",
        "/due",
        "/deviations?norm=protocol-ro/art-8/1",
        "/gaps",
        "/statistics",
        "/law/protocol-ro/art-4/1.2",
    )
    assert "Nothing is waiting." in overview.text
    assert 'class="figure-number">3</span> <span class="figure-words">open cases' in overview.text
    assert f'href="/cases/{TORN}"' in cases.text
    assert f'href="/cases/{CASE}"' not in cases.text
    assert "Silence counts as consent" in silent.text
    assert f'href="/cases/{SILENT}"' in due.text
    address = re.search(r'href="(/deviations/\d+:protocol-ro/art-8/1)"', deviations.text)[1]
    assert "2 stand where only one can be true" in gaps.text
    assert "Statistics of 2026" in statistics.text
    assert 'class="figure-number">3</span> <span class="figure-words">applications' in statistics.text
    assert "Scenarios that mirror it" in law.text
    (page,) = visit(pages, address)
    assert page.status_code == 200
    assert "fulfilled late" in page.text


@pytest.mark.parametrize("language", ["en", "ka"])
def test_nothing_personal_is_on_any_page(pages, language):
    # What is known only later than this ledger's present cannot be asked.
    lists = [address for address in PAGES if not address.startswith("/cases/") and "known_at" not in address]
    mine = [f"/cases/{CASE}", f"/cases/{SILENT}", f"/cases/{TORN}", f"/cases?search={CASE}"]
    for answer in visit(pages, *lists, *mine, language=language):
        assert answer.status_code == 200, answer.url
        assert NAME not in answer.text
        assert "1901" not in answer.text
        assert "sealed:1:" not in answer.text


def test_a_list_is_read_to_its_end_page_by_page(pages, monkeypatch):
    monkeypatch.setattr("api.web.lists.ROWS", 2)
    for path, rows in (("/cases", 3), ("/deviations", None), ("/due", None), ("/gaps", None)):
        address, seen = path, []
        while address:
            (answer,) = visit(pages, address)
            assert answer.status_code == 200
            seen += re.findall(r'<th scope="row"><a[^>]* href="([^"]+)"', answer.text)
            following = re.search(r'<a rel="next" href="([^"]+)"', answer.text)
            address = following[1].replace("&amp;", "&") if following else None
        assert len(seen) >= 1
        if path != "/gaps":
            assert len(seen) == len(set(seen)), path
        assert rows in (None, len(seen))


def test_a_strange_cursor_or_a_character_no_text_has_is_refused(pages):
    for answer in visit(
        pages, "/cases?after=x", "/deviations?after=%22", "/cases?search=%00", "/due?norm=a%00"
    ):
        assert answer.status_code == 422


def test_lists_about_another_time_are_judged_from_the_log(pages):
    then = "as_of=2026-03-04"
    overview, cases, due, gaps, law = visit(
        pages,
        f"/?{then}",
        f"/cases?{then}",
        f"/due?show=open&{then}",
        f"/gaps?{then}",
        f"/law/protocol-ro/art-4/1.2?{then}",
    )
    assert 'class="figure-number">1</span> <span class="figure-words">open cases' in overview.text
    assert "3 cases were judged for this page." in overview.text
    for answer in (cases, due):
        assert f'href="/cases/{CASE}?as_of=2026-03-04"' in answer.text
        assert SILENT not in answer.text
    assert TORN not in gaps.text
    assert "pending" in law.text
    (nothing_known,) = visit(pages, "/cases?known_at=2020-01-01")
    assert "No case fits." in nothing_known.text


def test_a_moment_is_judged_once_until_a_fact_or_the_clock_can_change_it(views):
    clock = [NOW]
    other_times = OtherTimes(views, lambda: clock[0])
    then = Asked(as_of=datetime(2026, 3, 4, tzinfo=UTC))
    first = other_times.at(then)
    assert other_times.at(then).lists is first.lists
    assert other_times.at(then).spot.seconds == 0 < first.spot.seconds

    views.ledger.append([draft(SILENT, "ReplySent", "2026-04-02")], now=NOW)
    again = other_times.at(then)
    assert again.lists is not first.lists

    known = Asked(known_at=datetime.now(UTC) + timedelta(days=1))
    found = other_times.at(known).lists
    assert other_times.at(known).lists is found
    clock[0] = found.next_check
    assert other_times.at(known).lists is not found
