"""The run-sheet and the plan as pages: what they show, what they let in, how they can be narrowed."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from api.web import web_pages
from domain.events import CATALOGUE
from tests.law.decree.tale import visit
from tests.web.memory_desk import MemoryDesk
from tests.web.test_every_page import Outline

SCRIPTED = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'"
)
CASE = "visit-tale-1"
SHEET = f"/cases/{CASE}/run-sheet"
PLAN = "/plan?kind=visit&category=official&rank=head_of_state&guest_state=RO&arrival_at=2026-11-20T12:00"


class Rows(HTMLParser):
    """The rows of a sheet, by the provision that each ends with."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str | None]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if "sheet-row" in (attributes.get("class") or "").split():
            self.found[str(attributes["data-key"]).rpartition("art-")[2]] = attributes


@pytest.fixture
def desk() -> MemoryDesk:
    """A visit whose guest lands at noon; it is ten minutes to."""
    tale = visit().tell("11:40", "FlagsDisplayed", **FLAGS)
    return MemoryDesk({CASE: tale.facts}, tale.instant("11:50"))


FLAGS = {
    "place": "airport",
    "left": "guest_state_flag",
    "right": "georgian_state_flag",
    "seen_from": "airfield",
    "activity": "arrival",
}


@pytest.mark.parametrize("language", ["en", "ka"])
@pytest.mark.parametrize("address", [SHEET, f"{SHEET}?place=airport", PLAN, "/plan"])
def test_a_page_is_whole_and_has_nothing_inline(get, address, language):
    answer = get(address, language)
    assert answer.status_code == 200
    outline = Outline(answer.text)
    assert outline.all("html") == [{"lang": language}]
    assert len(outline.all("h1")) == 1
    assert all("src" in script for script in outline.all("script"))
    assert [attributes for _, attributes in outline.tags if "style" in attributes] == []
    assert [name for _, attributes in outline.tags for name in attributes if name.startswith("on")] == []
    labelled = {attributes["for"] for attributes in outline.all("label")}
    fields = [field for field in outline.all("input", "select") if field.get("type") != "hidden"]
    assert all(attributes["id"] in labelled for attributes in fields)
    ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    for attributes in outline.all("a", "link", "form"):
        target = attributes.get("href") or attributes.get("action") or ""
        assert target.startswith(("/", "#")) or not target, target
        assert not target.startswith("#") or target[1:] in ids, target


def test_only_the_page_that_records_may_run_scripts(get):
    assert get(SHEET).headers["content-security-policy"] == SCRIPTED
    assert "script-src" not in get(PLAN).headers["content-security-policy"]
    assert "script-src" not in get(f"/cases/{CASE}").headers["content-security-policy"]


def test_scripts_are_modules_of_ours_and_are_asked_for_anew(get):
    sources = [str(script["src"]) for script in Outline(get(SHEET).text).all("script")]
    assert [source.partition("?")[0] for source in sources] == ["/static/run-sheet/page.js"]
    seen = set()
    waiting = ["page.js"]
    while waiting:
        name = waiting.pop()
        seen.add(name)
        answer = get(f"/static/run-sheet/{name}")
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.headers["cache-control"] == "no-cache"
        waiting += set(re.findall(r'from "\./([a-z]+\.js)"', answer.text)) - seen
    assert seen == {"page.js", "events.js", "marks.js", "sender.js", "store.js"}


def test_the_worker_lies_at_the_root_so_that_it_may_serve_cases(get):
    answer = get("/run-sheet-worker.js")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "no-cache"


def test_an_open_row_carries_the_event_that_one_tap_records(get):
    rows = Rows(get(SHEET).text).found
    (record,) = json.loads(rows["3/1/b.2"]["data-records"])
    CATALOGUE[record["type"]].model_validate(record["data"])
    (omission,) = json.loads(rows["3/1/b.2"]["data-omission"])
    assert omission["data"]["provision"] == "decree-386/art-3/1/b.2"


def test_a_settled_row_has_nothing_to_tap_and_says_when_it_was_done(get):
    text = get(SHEET).text
    row = Rows(text).found["3/1/b.1"]
    assert "data-records" not in row
    assert "settled" in row["class"]
    assert "15 Jun 2026, 11:40" in text


def test_a_row_whose_time_has_passed_says_so(get):
    rows = Rows(get(SHEET).text).found
    assert "passed" in rows["3/1/a.4"]["class"]
    assert "passed" not in rows["3/1/a.1"]["class"]


def test_rows_are_narrowed_by_body_place_day_and_state(get):
    whole = Rows(get(SHEET).text).found
    for query in (
        "body=ge-tbilisi-city-hall",
        "place=airport",
        "day=2026-06-15",
        "show=open",
        "place=airport&show=open",
    ):
        found = Rows(get(f"{SHEET}?{query}").text).found
        assert 0 < len(found) < len(whole), query
        assert set(found) <= set(whole)
    assert Rows(get(f"{SHEET}?place=stage&day=1999-01-01").text).found == {}


def test_another_moment_can_be_read_and_not_recorded(get):
    answer = get(f"{SHEET}?as_of=2026-06-14T12:00")
    assert "script-src" in answer.headers["content-security-policy"]
    assert Outline(answer.text).all("script") == []
    rows = Rows(answer.text).found
    assert "settled" not in rows["3/1/b.1"]["class"]
    assert all("data-records" not in row for row in rows.values())


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/cases/visit-nobody/run-sheet", 404),
        ("/cases/nonsense/run-sheet", 404),
        (f"{SHEET}?as_of=soon", 422),
        (f"{SHEET}?body={'x' * 300}", 422),
    ],
)
def test_what_is_not_there_gets_one_line(get, address, status):
    answer = get(address)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_the_case_page_leads_to_the_run_sheet(get):
    hrefs = [link["href"] for link in Outline(get(f"/cases/{CASE}").text).all("a")]
    assert SHEET in hrefs


def test_a_plan_shows_its_sheet_and_its_warnings(get):
    answer = get(f"{PLAN}&departure_at=2026-11-22T23:30")
    assert answer.status_code == 200
    assert "3/1/a.4" in Rows(answer.text).found
    assert "At night: departure" in answer.text
    assert Outline(answer.text).all("script") == []


@pytest.mark.parametrize("language", ["en", "ka"])
@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("departure_at=2026-11-19T11:00", "departure_at"),
        ("rank=emperor", "rank"),
        ("guest_state=", "guest_state"),
        ("arrival_at=yesterday", "arrival_at"),
        ("activity-2=talks&starts_at-2=2026-11-19T10:00", "starts_at-2"),
        ("activity-1=talks", "starts_at-1"),
        ("activity-1=dinner&starts_at-1=2026-11-20T20:00&ends_at-1=2026-11-20T19:00", "ends_at-1"),
    ],
)
def test_a_plan_that_cannot_be_marks_the_field(get, language, query, field):
    address = "&".join(
        [part for part in PLAN.split("&") if part.partition("=")[0] != query.partition("=")[0]] + [query]
    )
    answer = get(address, language)
    assert answer.status_code == 422
    marked = re.findall(r'field-wrong">.*?name="([a-z_0-9-]+)"', answer.text, re.DOTALL)
    assert marked == [field]
    assert Rows(answer.text).found == {}


@pytest.mark.parametrize("kind", ["visit", "outgoing", "reception", "credentials", "ceremony", "unknown"])
def test_every_kind_of_plan_has_a_form(get, kind):
    answer = get(f"/plan?kind={kind}", "ka")
    assert answer.status_code == 200
    assert len(Outline(answer.text).all("form")) == 1


def test_lists_show_what_is_due_under_the_decree(get):
    answer = get("/due?as_of=2026-06-15T11:00")
    assert answer.status_code == 200
    assert "Ministers, MPs, agency heads arrive thirty minutes before" in answer.text


def test_an_instant_of_georgia_ends_the_limits_of_the_decree(get):
    provision = "/law/decree-386/art-3/1/a.4"
    assert "A day ends at midnight of Georgia." in get(provision).text
    assert "საქართველოს შუაღამისას" in get(provision, "ka").text


@pytest.mark.parametrize(
    ("language", "day", "item"),
    [
        ("en", ("before", "15 Jun"), ("before", "dinner")),
        ("ka", ("ვიდრე დადგება", "15 ივნ"), ("ვიდრე დაიწყება", "სადილი (ვახშამი)")),
    ],
)
def test_what_is_wanted_in_advance_shows_what_it_goes_before_and_no_clock(language, day, item):
    tale = visit().plan("dinner", "20:30")
    desk = MemoryDesk({CASE: tale.facts}, tale.instant("-3 09:00"))
    page = TestClient(web_pages(desk)).get(SHEET, headers={"Accept-Language": language}).text
    shown = {
        key: re.findall(r'<span class="by">(.*?)</span> <time class="worded"[^>]*>(.*?)</time>', row)
        for key, row in re.findall(
            r'<li class="sheet-row[^>]*data-key="[^"]*art-([^"]*)"(.*?)</li>', page, re.DOTALL
        )
    }
    assert shown["25/11.1"] == [day]
    assert shown["3/6/a.2"] == [item]
    assert shown["3/6/d.3"] == []
