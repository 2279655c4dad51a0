"""A case page says what was recorded, what became of it, what is held and why, at any moment asked about."""

import re

import pytest

from tests.web.addresses import CASE
from tests.web.memory_desk import MemoryDesk
from tests.web.story import NOW, told


def entry(text: str, title: str, number: int = 0) -> str:
    """The timeline entry with a title."""
    items = re.findall(r'<li class="entry.*?</li>', text, re.DOTALL)
    return [item for item in items if title in item][number]


def test_a_corrected_fact_stays_visible_and_names_its_correction(get):
    text = get(CASE).text
    struck = entry(text, "<del>Reply sent")
    assert "corrected" in struck
    assert "Reply sent</a>" in struck
    assert "Changes" in entry(text, "<strong>Reply sent")


def test_a_retracted_fact_is_struck_with_its_reason(get):
    struck = entry(get(CASE).text, "<del>Transfer notified")
    assert "retracted" in struck
    assert "sent by mistake; nothing was notified" in struck


def test_late_recording_and_a_day_without_a_time_are_said(get):
    corrected = entry(get(CASE).text, "<strong>Reply sent")
    assert "recorded 31 Oct 2026, 13:30, 10 days later" in corrected
    assert ">21 Oct 2026</time>" in corrected


@pytest.mark.parametrize("language", ["en", "ka"])
def test_sealed_values_are_never_shown(get, language):
    text = get("/cases/readmission-2026-00001", language).text
    assert "sealed:1:" not in text
    assert "U0FNUExF" not in text
    assert ("sealed</span>" if language == "en" else "დალუქულია</span>") in text


def test_a_consent_by_silence_is_stated_with_what_speaks_against_it(get):
    text = get("/cases/readmission-2026-00002").text
    statement = re.search(r'<div class="statement">.*?</div>', text, re.DOTALL)[0]
    assert "Silence counts as consent since Tue 6 Oct 2026" in statement
    assert "challenged" in statement
    assert "contested" in statement
    assert 'href="/law/protocol-ro/art-4/1.2"' in statement


def test_before_the_last_day_silence_means_nothing(get):
    text = get("/cases/readmission-2026-00002?as_of=2026-10-05T23:00").text
    assert "Silence counts as consent" not in text
    assert "Judged as of 5 Oct 2026, 23:00, Tbilisi." in text
    assert "Under review" in text


def test_contradictory_replies_and_a_missing_application_are_shown(get):
    assert "Contradictions and gaps" in get("/cases/readmission-2026-00003").text
    gaps = get("/gaps").text
    assert "Facts exclude each other, 2 stand where only one can be true: &#34;Reply sent&#34;." in gaps
    assert "&#34;Application received&#34;, without which it cannot have happened, was not." in gaps
    for fact in re.findall(r'href="(/cases/readmission-2026-00003)(#fact-\d+)"', gaps):
        assert f'id="{fact[1][1:]}"' in get(fact[0]).text


def test_known_at_leaves_out_what_the_ledger_did_not_know_yet(get):
    now = get("/cases/readmission-2026-00004").text
    assert "<strong>Reply sent" in now
    before = get("/cases/readmission-2026-00004?known_at=2026-10-25T00:00")
    assert before.status_code == 404
    assert "At that moment the ledger knew nothing of this case." in before.text
    torn = get("/cases/readmission-2026-00003?known_at=2026-10-08T00:00").text
    assert "<strong>Reply sent</strong>: accepted" in torn
    assert "<strong>Reply sent</strong>: refused" not in torn
    assert "One fact of today is left out." in torn


def test_evidence_of_a_verdict_links_to_the_entry_that_was_really_recorded(get):
    """A correction counts in the place of what it corrects; its link must not lead to the struck entry."""
    text = get(CASE).text
    correction = re.search(r'id="(fact-\d+)"', entry(text, "<strong>Reply sent"))[1]
    reply = re.search(r'id="duty-[^"]*protocol-ro/art-4/1\.2".*?</details>', text, re.DOTALL)[0]
    assert f'href="#{correction}"' in reply


def test_a_verdict_is_explained_in_both_languages(get):
    english, georgian = get(CASE, "en").text, get(CASE, "ka").text
    assert "Day 0" in english
    assert "fulfilled late" in english
    assert "დაგვიანებით შესრულებული" in georgian


def test_what_is_due_is_told_as_the_last_day_in_the_zone_of_the_limit(get):
    """A limit ends at a midnight of its State: told by another clock, a timely act would look late."""
    case = get(CASE).text
    address = re.search(r'href="(/deviations/\d+:protocol-ro/art-8/1)"', case)[1]
    last_day = re.search(
        r"The last day is (.*?\d{4}), [^;]*; it ends at 24:00 \(Bucharest;", get(address).text
    )[1]
    told = f"the end of {last_day} (Bucharest)"
    assert f"due by {told}" in get(address).text
    assert f"due by {told}" in case
    rows = re.findall(r"<tr>.*?</tr>", get("/deviations?norm=protocol-ro/art-8/1").text, re.DOTALL)
    row = next(row for row in rows if f'href="{address}"' in row)
    assert told in row
    assert f'{told} · <a class="id" href="{CASE}"' in get("/").text


@pytest.mark.parametrize("path", ["/due", "/deviations", "/"])
def test_a_list_names_the_midnight_that_the_case_page_names(get, path):
    """A row has only the instant; its zone comes from the provision and from the States of the case."""
    text = get(path).text
    rows = re.findall(r"<(tr|li)>(.*?)</\1>", text, re.DOTALL)
    found = [
        (link[1], told[0])
        for _, row in rows
        if (link := re.search(r'href="(/deviations/[^"?]+)', row))
        and (told := re.search(r"the end of [^<(]*\(\w+\)", row))
    ]
    assert found
    for address, told in found:
        assert told in get(address).text, address


def test_a_delay_is_counted_in_the_genitive_in_georgian(get):
    assert "10 დღის შემდეგ" in get(CASE, "ka").text


def test_a_limit_of_no_days_is_said_as_the_day_itself(get):
    assert "On that day at the latest." in get("/law/protocol-ro/art-1/2").text
    assert "0 calendar days" not in get("/law/protocol-ro/art-1/2").text
    assert "არა უგვიანეს ამ დღისა." in get("/law/protocol-ro/art-1/2", "ka").text


def test_a_deviation_page_says_who_owed_what_to_whom(get):
    address = re.search(r'href="(/deviations/\d+:protocol-ro/art-8/1)"', get(CASE).text)[1]
    text = get(address).text
    for words in ("Protocol, Art. 8(1)", "Who owed it", "To whom", "How this was found", "What happened"):
        assert words in text
    assert f'href="{CASE}"' in text
    assert "Transfer notified" in text


def test_an_unfiltered_list_pages_by_key_without_loss_or_repetition(monkeypatch, get):
    monkeypatch.setattr("api.web.lists.ROWS", 3)
    desk = MemoryDesk(told().facts, NOW)
    expected = sorted(desk._entries)
    address, seen = "/cases", []
    while address:
        text = get(address).text
        seen += re.findall(r'<th scope="row"><a class="id" href="/cases/([^"]+)"', text)
        following = re.search(r'<a rel="next" href="([^"]+)"', text)
        address = following[1].replace("&amp;", "&") if following else None
    assert seen == expected


def test_filters_narrow_the_list(get):
    german = get("/cases?state=DE").text
    assert "readmission-2026-00006" in german
    assert "readmission-2026-00007" not in german
    assert '<option value="DE" selected>Germany</option>' in german


def test_a_case_that_cannot_be_judged_is_incomplete_and_shows_what_was_recorded(get):
    text = get("/cases/readmission-2026-00009").text
    assert "nothing is asserted about the case" in text
    assert "One event cannot be read." in text
    assert "<strong>Application submitted</strong>" in text
    assert "Obligations" not in text
    assert "readmission-2026-00009" in get("/cases?flag=incomplete").text


def test_before_a_fact_happened_neither_it_nor_its_correction_is_shown(get):
    text = get(f"{CASE}?as_of=2026-10-12T00:00").text
    assert "Application received" in text
    assert "Reply sent</strong>" not in text
    assert "<del>" not in text


def test_a_struck_fact_is_shown_together_with_the_later_fact_that_struck_it(get):
    text = get(f"{CASE}?as_of=2026-10-31T18:00").text
    assert "retracted" in entry(text, "<del>Transfer notified")
    assert entry(text, "<strong>Event retracted")
