"""The run-sheet on a phone beside the runway: taps, a lost network, a reload, and what the ledger holds in the end."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from api import composition
from domain.facts import Fact
from tests.api.conftest import served, settings_for
from tests.browser.test_pages import AXE, CUT, findings

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}
CASE = "visit-2026-browser"
SHEET = f"/cases/{CASE}/run-sheet"
LOCALES = {"en": "en-GB", "ka": "ka-GE"}
GEORGIAN = re.compile("[\u10d0-\u10ff]")


def told(number: int, type_name: str, **data: Any) -> dict[str, Any]:
    return {
        "specversion": "1.0",
        "id": f"told-{number}",
        "source": "/test/protocol",
        "type": type_name,
        "subject": CASE,
        "time": (datetime.now(UTC) - timedelta(days=10)).isoformat(),
        "data": data,
    }


def planned() -> list[dict[str, Any]]:
    """An official visit whose guest lands in an hour."""
    hours = {"arrival": 1, "talks": 20, "dinner": 28, "departure": 50}
    now = datetime.now(UTC)
    return [
        told(0, "VisitRegistered", category="official", rank="head_of_state", guest_state="RO"),
        *(
            told(
                number,
                "ProgrammeItemScheduled",
                activity=activity,
                starts_at=(now + timedelta(hours=ahead)).isoformat(),
            )
            for number, (activity, ahead) in enumerate(hours.items(), 1)
        ),
    ]


class Runway:
    """A real service over a real database, and what its ledger holds."""

    def __init__(self, core: composition.Core, address: str) -> None:
        self._core = core
        self.address = address

    def tapped(self) -> list[Fact]:
        """Everything that a phone recorded, in the order of recording."""
        facts = [fact for fact in self._core.ledger.history(CASE) if isinstance(fact, Fact)]
        return [fact for fact in facts if fact.source.startswith("/run-sheet/")]


@pytest.fixture
def runway(database: str) -> Iterator[Runway]:
    with (
        composition.core(settings_for(database)) as core,
        composition.application(core, composition.following) as app,
        served(app) as address,
    ):
        answer = httpx.post(f"{address}/v1/events", json=planned(), timeout=30)
        assert answer.status_code == 201, answer.text
        yield Runway(core, address)


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    opened = browser.new_context(viewport=PHONE, locale="en-GB", has_touch=True)
    yield opened
    opened.close()


def opened(context: Any, runway: Runway) -> Any:
    """Open the sheet, until it is kept for moments without a network."""
    page = context.new_page()
    page.goto(runway.address + SHEET)
    page.wait_for_selector("html[data-ready][data-kept]")
    return page


def row(page: Any, provision: str) -> Any:
    return page.locator(f".sheet-row[data-key$='decree-386/art-{provision}']")


def stored(page: Any, runway: Runway, count: int) -> list[Fact]:
    """Wait until the ledger holds so many taps and nothing waits; return them."""
    for _ in range(400):
        if len(runway.tapped()) == count:
            break
        page.wait_for_timeout(50)
    page.wait_for_selector("#queue[data-waiting='0']", state="attached", timeout=20_000)
    found = runway.tapped()
    assert len(found) == count
    return found


def online(context: Any, page: Any) -> None:
    context.set_offline(False)
    page.evaluate("window.dispatchEvent(new Event('online'))")


FLAGS, BANNER, REPORT, BOW = "3/1/b.1", "3/1/b.2", "3/1/e.2", "3/1/e.3"


def test_taps_survive_a_lost_network_and_are_stored_once(context: Any, runway: Runway) -> None:
    page = opened(context, runway)
    row(page, FLAGS).locator(".act-done").tap()
    assert [fact.type for fact in stored(page, runway, 1)] == ["FlagsDisplayed"]

    context.set_offline(True)
    row(page, BANNER).locator(".act-done").tap()
    row(page, REPORT).locator(".act-done").tap()
    row(page, BOW).locator(".act-omit").tap()
    row(page, BOW).locator(".act-reason").first.tap()
    page.wait_for_selector("#queue[data-waiting='3']")
    assert "3 waiting" in page.locator("#queue-words").inner_text()
    assert len(runway.tapped()) == 1

    # The page itself is shown again without a network, with everything that was tapped.
    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector("#queue[data-waiting='3']")
    assert row(page, BANNER).locator(".sheet-mark[data-state='waiting']").count() == 1
    assert row(page, BANNER).locator(".act-done").is_hidden()

    online(context, page)
    facts = stored(page, runway, 4)
    assert sorted(fact.type for fact in facts) == [
        "FlagsDisplayed",
        "ItemOmitted",
        "StepTaken",
        "ThingPlaced",
    ]
    assert len({fact.event_id for fact in facts}) == 4
    (omitted,) = [fact for fact in facts if fact.type == "ItemOmitted"]
    assert omitted.data.provision == f"decree-386/art-{BOW}"
    assert omitted.data.reason == "The guest side declined"

    page.reload()
    page.wait_for_selector("html[data-ready]")
    page.wait_for_selector("#queue[data-waiting='0']", state="attached")
    assert len(runway.tapped()) == 4
    assert row(page, FLAGS).locator(".tag-good").count() == 1


def test_an_answer_that_is_lost_on_the_way_doubles_nothing(context: Any, runway: Runway) -> None:
    page = opened(context, runway)
    lost = []

    def swallow(route: Any) -> None:
        """Let the ledger have the event, and the phone no answer: twice."""
        if len(lost) < 2:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.route("**/v1/events", swallow)
    row(page, FLAGS).locator(".act-done").tap()
    page.wait_for_selector("#queue.calm", state="attached", timeout=20_000)
    row(page, FLAGS).locator(".tag-good").wait_for()
    assert lost == [201, 200]
    stored(page, runway, 1)


def test_a_time_is_chosen_before_and_changed_after(context: Any, runway: Runway) -> None:
    page = opened(context, runway)
    page.evaluate("document.querySelector('#recorder').open = true")
    page.select_option("#recorder-office", "ge-mfa")
    early = page.evaluate("new Date(Date.now() + 4 * 3600e3 - 600e3).toISOString().slice(0, 16)")
    row(page, FLAGS).locator(".act-time").tap()
    page.fill("#panel-time", early)
    page.locator(".panel-time button[type=submit]").tap()
    (fact,) = stored(page, runway, 1)
    assert fact.occurred_at.strftime("%H:%M") == (
        datetime.fromisoformat(early).replace(tzinfo=UTC) - timedelta(hours=4)
    ).strftime("%H:%M")
    assert (fact.clock, fact.precision, fact.office) == ("manual", "minute", "ge-mfa")

    context.set_offline(True)
    later = page.evaluate("new Date(Date.now() + 4 * 3600e3 - 300e3).toISOString().slice(0, 16)")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    row(page, FLAGS).locator(".act-change").tap()
    page.fill("#panel-time", later)
    page.locator(".panel-time button[type=submit]").tap()
    online(context, page)
    first, second = stored(page, runway, 2)
    assert second.corrects.event_id == first.event_id
    assert second.data == first.data


def test_whoever_was_not_there_is_left_out_of_those_present(context: Any, runway: Runway) -> None:
    page = opened(context, runway)
    greeting = row(page, "3/1/a.1")
    greeting.locator(".act-time").tap()
    greeting.locator(".present input").nth(1).uncheck()
    greeting.locator(".panel-time button[type=submit]").tap()
    (fact,) = stored(page, runway, 1)
    offices = [item.office for item in fact.data.present]
    assert "ge-president" in offices
    assert "ge-speaker" not in offices
    assert len(offices) == 10


def test_a_slip_of_the_thumb_is_taken_back(context: Any, runway: Runway) -> None:
    page = opened(context, runway)
    context.set_offline(True)
    row(page, FLAGS).locator(".act-done").tap()
    page.wait_for_selector("#queue[data-waiting='1']")
    # It may have been handed to the network already, so the ledger is told; what nobody saw is only dropped.
    row(page, FLAGS).locator(".act-undo").tap()
    online(context, page)
    page.wait_for_selector("#queue[data-waiting='0']", state="attached", timeout=20_000)
    row(page, FLAGS).locator(".act-done").wait_for()
    assert [fact.type for fact in runway.tapped()] in ([], ["FlagsDisplayed", "EventRetracted"])


def test_a_time_that_has_not_come_is_not_recorded(context: Any, runway: Runway) -> None:
    page = opened(context, runway)
    ahead = page.evaluate("new Date(Date.now() + 6 * 3600e3).toISOString().slice(0, 16)")
    row(page, FLAGS).locator(".act-time").tap()
    page.fill("#panel-time", ahead)
    page.locator(".panel-time button[type=submit]").tap()
    assert page.locator("#panel-time:invalid").count() == 1
    assert runway.tapped() == []


def test_what_the_ledger_refuses_stays_and_says_why(context: Any, runway: Runway) -> None:
    page = opened(context, runway)
    refused = {"type": "/problems/invalid-event", "title": "x", "status": 422, "detail": "sample refusal"}
    page.route("**/v1/events", lambda route: route.fulfill(status=422, json=refused))
    row(page, FLAGS).locator(".act-done").tap()
    mark = row(page, FLAGS).locator(".sheet-mark[data-state='refused']")
    mark.wait_for()
    assert "sample refusal" in mark.inner_text()
    page.unroute("**/v1/events")
    mark.locator(".act-again").tap()
    stored(page, runway, 1)


@pytest.mark.parametrize("language", LOCALES)
def test_the_page_is_sound_on_a_phone(browser: Any, runway: Runway, language: str) -> None:
    context = browser.new_context(viewport=PHONE, locale=LOCALES[language])
    context.add_init_script(AXE)
    for address in (SHEET, "/plan", PLAN):
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message, kept=complaints: kept.append(message.text))
        page.on("pageerror", lambda error, kept=complaints: kept.append(str(error)))
        page.goto(runway.address + address)
        if address == SHEET:
            page.wait_for_selector("html[data-ready]")
            row(page, FLAGS).locator(".act-omit").click()
        page.evaluate("document.querySelectorAll('details').forEach(item => item.open = true)")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert page.evaluate("document.documentElement.lang") == language
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(CUT) == []
        assert findings(page) == []
        small = page.evaluate(SMALL)
        assert small == [], address
        assert complaints == []
    context.close()


PLAN = (
    "/plan?kind=visit&category=official&rank=head_of_state&guest_state=FR"
    "&arrival_at=2026-08-15T23:00&departure_at=2026-08-17T11:00"
)
#: Things to touch that a thumb would miss, beside those of every page.
SMALL = """() => [...document.querySelectorAll('main button, main select, main summary, main input')]
    .filter(item => item.type !== 'checkbox')
    .map(item => [item.getBoundingClientRect(), item])
    .filter(([box]) => box.width > 0 && (box.height < 47.5 || box.width < 47.5))
    .map(([box, item]) => `${Math.round(box.width)}x${Math.round(box.height)} ${item.outerHTML.slice(0, 90)}`)"""


def test_without_scripts_it_is_a_list_that_can_be_filtered(browser: Any, runway: Runway) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB", viewport=PHONE)
    page = context.new_page()
    page.goto(runway.address + SHEET)
    whole = page.locator(".sheet-row").count()
    assert page.locator(".act-done").count() == 0
    page.click(".sheet-filter > summary")
    page.select_option("#f-place", "airport")
    page.click(".sheet-filter button")
    assert "place=airport" in page.url
    assert 0 < page.locator(".sheet-row").count() < whole
    assert page.locator("#f-place").input_value() == "airport"
    page.goto(runway.address + PLAN)
    assert page.locator(".sheet-row").count() > 10
    context.close()


@pytest.mark.parametrize("language", LOCALES)
def test_it_prints_on_a4(browser: Any, runway: Runway, language: str) -> None:
    context = browser.new_context(viewport=PHONE, locale=LOCALES[language])
    page = context.new_page()
    page.goto(runway.address + SHEET)
    page.evaluate("document.fonts.ready.then(() => true)")
    printed = page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594" in printed or b"/MediaBox [0 0 595" in printed
    letters = "".join(printed_letters(printed))
    assert bool(GEORGIAN.search(letters)) == (language == "ka")
    assert b"NotoSansGeorgian" in printed
    context.close()


def printed_letters(document: bytes) -> Iterator[str]:
    """Yield the letters to which the glyphs of a PDF are mapped: its fonts hold no others than those on the paper."""
    for body in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL):
        try:
            text = zlib.decompress(body)
        except zlib.error:
            continue
        if b"begincmap" in text:
            for block in re.findall(rb"beginbf(?:char|range)(.*?)endbf", text, re.DOTALL):
                for code in re.findall(rb"<([0-9A-Fa-f]{4,})>\s*\n", block):
                    yield bytes.fromhex(code.decode()).decode("utf-16-be", errors="ignore")
