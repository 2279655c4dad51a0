"""Every list can be asked about another time; whatever leads on from such a page stays at that time."""

import re
from datetime import UTC, datetime
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from api.web.asked import PRESENT
from api.web.gap_lines import gap_lines
from api.web.speech import SPEECHES
from domain.law.provision import Language
from projections.rows import GapRow
from tests.web.addresses import CASE

THEN = "as_of=2026-10-12T00:00"
KNOWN = "known_at=2026-10-20T00:00"
LISTS = ("/", "/cases", "/due", "/deviations", "/gaps")
CASES = re.compile(r'<th scope="row"><a class="id" href="/cases/([^"?]+)')


def links(text: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'<a [^>]*?href="([^"]+)"', text)]


def moment_of(address: str) -> dict[str, str]:
    return {
        name: value for name, value in parse_qsl(urlsplit(address).query) if name in ("as_of", "known_at")
    }


def figure(text: str, words: str) -> int:
    found = re.search(rf'figure-number">([\d,]+)</span> <span class="figure-words">{words}', text)
    return int(found[1].replace(",", ""))


@pytest.mark.parametrize("path", [*LISTS, CASE])
def test_every_list_has_the_form_and_says_what_it_was_asked(get, path):
    present = get(path).text
    assert 'name="as_of" type="datetime-local" value=""' in present
    assert "Back to the present" not in present
    then = get(f"{path}?{THEN}&{KNOWN}").text
    assert 'name="as_of" type="datetime-local" value="2026-10-12T00:00"' in then
    assert 'name="known_at" type="datetime-local" value="2026-10-20T00:00"' in then
    banner = re.search(r'<p class="banner">.*?</p>', then, re.DOTALL)[0]
    assert "Judged as of 12 Oct 2026, 00:00, Tbilisi." in banner
    assert "From what was known at 20 Oct 2026, 00:00, Tbilisi." in banner
    assert f'<a href="{path}">Back to the present</a>' in banner
    assert "აწმყოში დაბრუნება" in get(f"{path}?{THEN}", "ka").text


def test_all_that_is_reached_from_a_moment_stays_at_it(get):
    """Follow every link from page to page: only the language switch, anchors and the way back may differ."""
    start = f"/?{THEN}&{KNOWN}"
    expected = moment_of(start)
    waiting, seen = [start], set()
    while waiting:
        address = waiting.pop()
        answer = get(address)
        assert answer.status_code == 200, address
        text = answer.text.replace(re.search(r'<a href="[^"]+">Back to the present</a>', answer.text)[0], "")
        for link in links(text):
            if link.startswith("#"):
                continue
            assert moment_of(link) == expected, (address, link)
            # One of a kind is enough: of cases, of obligations, of provisions, of each list.
            parts = urlsplit(link).path.split("/", 2)[1:]
            kind = (parts[0], len(parts))
            if "lang=" not in link and kind not in seen:
                seen.add(kind)
                waiting.append(link.partition("#")[0])
    one = {(name, 2) for name in ("cases", "deviations", "law")}
    assert seen == one | {
        (name, 1)
        for name in (
            "",
            "cases",
            "due",
            "plan",
            "deviations",
            "gaps",
            "law",
            "matrix",
            "register",
            "statistics",
        )
    }


def test_filters_pages_and_the_form_keep_one_another(monkeypatch, get):
    monkeypatch.setattr("api.web.lists.ROWS", 2)
    text = get(f"/cases?state=RO&{THEN}").text
    assert '<input type="hidden" name="as_of" value="2026-10-12T00:00">' in text
    assert '<input type="hidden" name="state" value="RO">' in text
    address, seen = f"/cases?state=RO&{THEN}", []
    while address:
        page = get(address).text
        seen += CASES.findall(page)
        following = re.search(r'<a rel="next" href="([^"]+)"', page)
        address = unescape(following[1]) if following else None
    assert seen == ["claim-2026-00001", *(f"readmission-2026-0000{number}" for number in (1, 2, 3, 5))]
    assert '<a href="/cases?as_of=2026-10-12T00%3A00">Clear the filter</a>' in text


def test_a_list_shows_what_had_happened_and_what_was_known(get):
    before = CASES.findall(get(f"/cases?{THEN}").text)
    assert "readmission-2026-00004" not in before
    assert "readmission-2026-00003" in before
    # Its only fact happened on 21 October and was recorded nine days later.
    late = "as_of=2026-10-25T00:00"
    assert "readmission-2026-00004" in get(f"/gaps?{late}").text
    assert "readmission-2026-00004" not in get(f"/gaps?{late}&known_at=2026-10-25T00:00").text


def test_the_overview_counts_and_lists_as_of_then(get, desk):
    now, then = get("/").text, get("/?as_of=2026-10-05T12:00").text
    assert 0 < figure(then, "open cases") < figure(now, "open cases")
    soon = then[then.index("<h2>Due within") : then.index("<h2>Overdue")]
    assert figure(then, "due within 7 days") == soon.count('<li><a href="/deviations/') > 0
    assert f"{len(desk._entries)} cases were judged for this page." in then
    assert "Nothing is waiting." not in then


def test_a_deviation_is_told_as_of_then(get):
    address = re.search(r'href="(/deviations/\d+:protocol-ro/art-8/1)"', get(CASE).text)[1]
    assert "fulfilled late" in get(address).text
    early = get(f"{address}?as_of=2026-10-12T00:00")
    assert early.status_code == 404
    assert "At that moment nothing had triggered this obligation" in early.text
    assert f'<a href="{address}">Back to the present</a>' in early.text
    assert get(f"{address}?known_at=2026-10-12T00:00").status_code == 404


def test_verdicts_of_a_provision_are_counted_as_of_then(get):
    address = "/law/protocol-ro/art-4/1.2"
    counted = [
        sum(int(number) for number in re.findall(r"</span> (\d+)</li>", get(asked).text))
        for asked in (address, f"{address}?{THEN}", f"{address}?as_of=2020-01-01")
    ]
    assert counted[0] > counted[1] > counted[2] == 0


def test_statistics_say_that_they_stay_in_the_present(get):
    assert "The figures of a year are those of the present all the same." in get(f"/statistics?{THEN}").text
    assert "all the same" not in get("/statistics").text


@pytest.mark.parametrize("path", [*LISTS, CASE, "/law", "/statistics"])
@pytest.mark.parametrize("asked", ["as_of=soon", "as_of=0001-01-01", "known_at=2026-11-03", "known_at=x"])
def test_a_moment_that_cannot_be_asked_about_is_refused_in_one_line(get, path, asked):
    answer = get(f"{path}?{asked}")
    assert answer.status_code == 422
    # The refusal does not lead into itself.
    assert not [link for link in links(answer.text) if moment_of(link) and "lang=" not in link]


def test_what_will_be_known_is_not_known_yet(get):
    assert "The ledger does not know yet" in get("/?known_at=2027-01-01").text
    assert get("/?as_of=2027-01-01").status_code == 200


def test_where_nothing_has_happened_lately_livelier_days_are_offered(get, desk):
    offered = re.compile(r'<a href="([^"]+)">As of the (last recorded fact|middle of all applications)')
    assert not offered.findall(get("/").text)
    desk._now = datetime(2027, 6, 1, tzinfo=UTC)
    found = offered.findall(get("/").text)
    assert found == [
        ("/?as_of=2026-11-02", "last recorded fact"),
        ("/?as_of=2026-10-11", "middle of all applications"),
    ]
    last, middle = (get(address).text for address, _ in found)
    assert figure(last, "due within 7 days") > 0
    assert figure(middle, "open cases") > 0
    assert not offered.findall(last + middle)


def test_a_row_whose_case_has_moved_on_keeps_the_words_of_its_code(desk):
    rows = (
        GapRow("readmission-2026-00003", 7, "no_ReplySent", ()),
        GapRow("readmission-2026-00009", 0, "other_code", ()),
    )
    found = gap_lines(desk, PRESENT, rows, SPEECHES[Language.EN])
    assert [line.gap.sentences for line in found] == [
        ("Must have happened and was not recorded: Reply sent.",),
        ("other code",),
    ]
