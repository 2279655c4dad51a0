"""An explanation holds everything that its verdict rests on, as data and in words of both languages."""

from __future__ import annotations

import json

import pytest

from domain.events import CATALOGUE
from domain.law.explain import as_json, explain
from domain.law.library import load_law
from domain.law.provision import Language
from domain.law.sentences import consent_sentences, sentences
from tests.features.harness.moments import moment
from tests.features.harness.world import World

PROVISION = "protocol-ro/art-8/1"


@pytest.fixture
def world():
    """A transfer of Thursday 26 November 2026, announced on Saint George's Day, a working day in Romania."""
    world = World()
    for name, when, fields in (
        ("ApplicationSubmitted", "2026-10-26 at 10:00", {}),
        ("ApplicationReceived", "2026-10-26 at 11:00", {}),
        ("ReplySent", "2026-11-02", {}),
        ("TransferNotified", "2026-11-23 at 14:05", {"transfer_date": "2026-11-26"}),
    ):
        world.state(CATALOGUE[name], moment(when), **fields)
    return world


def explained(world, provision=PROVISION):
    return explain(world.one(load_law().provision(provision)))


def test_the_data_is_json_and_names_norm_trigger_and_count(world):
    data = json.loads(json.dumps(explained(world).data(), ensure_ascii=False))
    assert data["obligation"] == f"4:{PROVISION}"
    assert data["norm"]["edition"] == "protocol-ro 2019-06-29"
    assert data["norm"]["in_force_from"] == "2019-06-29"
    assert data["norm"]["verified"] is True
    assert data["trigger"]["position"] == 4
    assert data["trigger"]["occurred_at"] == "2026-11-23T10:05:00+00:00"
    assert data["trigger"]["local"] == "2026-11-23T14:05:00+04:00"
    assert data["verdict"]["status"] == "fulfilled"
    assert data["verdict"]["contested"] is True
    proposed = next(item for item in data["limit"]["readings"] if item["proposed"])
    assert (proposed["day_zero"], proposed["last_day"]) == ("2026-11-26", "2026-11-20")
    assert proposed["cutoff"] == "2026-11-20T22:00:00+00:00"
    assert proposed["cutoff_local"] == "2026-11-21T00:00:00+02:00"
    skipped = {item["day"]: item for item in proposed["skipped"]}
    assert skipped["2026-11-23"]["calendar"] == "GE"
    assert skipped["2026-11-23"]["name"]["ka"] == "გიორგობა"
    assert {item["last_day"] for item in data["limit"]["readings"]} == {
        "2026-11-19",
        "2026-11-20",
        "2026-11-23",
    }
    assert data["notes"][0]["id"] == "note-37"


def test_the_words_follow_the_count_in_english(world):
    said = "\n".join(sentences(explained(world), Language.EN))
    for part in (
        "Verdict: fulfilled; contested",
        "Protocol, Art. 8(1), in the version protocol-ro 2019-06-29 (in force from Sat 29 Jun 2019)",
        '"Transfer notified" of Mon 23 Nov 2026, 14:05 (Tbilisi), record 4',
        "Time limit: 3 working days, counted backwards.",
        "Day 0 is Thu 26 Nov 2026; it is not counted.",
        "Not counted: Sat 21 Nov; Sun 22 Nov; Mon 23 Nov (Saint George's Day (Giorgoba), Georgia).",
        "The last day is Fri 20 Nov 2026, counting working days by the common calendar of Georgia and Romania",
        "By another reading it is Mon 23 Nov 2026, counting working days by the calendar of Romania",
        "Between Fri 20 Nov 2026, 00:00 (Bucharest) and Tue 24 Nov 2026, 00:00 (Bucharest) the verdict is contested",
        "Reading followed (note-37)",
    ):
        assert part in said


def test_the_words_follow_the_count_in_georgian(world):
    said = "\n".join(sentences(explained(world), Language.KA))
    for part in (
        "შეფასება: შესრულებული; სადავოა",
        "ვადა: 3 სამუშაო დღე, უკუთვლით.",
        "დღე 0: ხუთშაბათი, 26 ნოემბერი 2026; იგი არ ითვლება.",
        "ორშაბათი, 23 ნოემბერი (გიორგობა, საქართველო)",
        "ბოლო დღე: პარასკევი, 20 ნოემბერი 2026",
    ):
        assert part in said


def test_no_sentence_leaves_a_place_unfilled_or_a_language_mixed(world):
    world.judge(moment("2027-03-31 at 10:00").at(None))
    for item in world.report.obligations:
        for language in Language:
            for line in sentences(explain(item), language):
                assert "{" not in line
                assert line.endswith(".") or ":" in line
                assert any("ა" <= letter <= "ჰ" for letter in line) == (language is Language.KA), line


def test_day_zero_is_told_with_the_event_that_set_it():
    world = World()
    world.state(CATALOGUE["ApplicationSubmitted"], moment("2026-06-01 at 10:00"))
    world.state(CATALOGUE["ApplicationReceived"], moment("2026-06-01 at 14:05"))
    said = sentences(explained(world, "protocol-ro/art-4/1.2"), Language.EN)
    assert 'Day 0 is Mon 1 Jun 2026 ("Application received", 14:05 (Tbilisi)); it is not counted.' in said
    assert 'Still awaited: "Reply sent".' in said
    assert any(
        line.startswith("Without a new fact this can change at Sun 14 Jun 2026, 00:00 (Tbilisi)")
        for line in said
    )


def test_an_excuse_is_told_and_what_lies_beneath_it(world):
    world.state(CATALOGUE["TransferNotified"], moment("2026-11-25"), transfer_date="2026-11-27")
    world.state(CATALOGUE["ExcuseAccepted"], moment("2026-11-28"), norm=PROVISION, ground="Flight cancelled")
    late = explain(world.one(load_law().provision(PROVISION), 1))
    assert late.release is not None
    assert late.data()["verdict"]["beneath"] == "fulfilled_late"
    said = "\n".join(sentences(late, Language.EN))
    assert "ground: Flight cancelled" in said
    assert "Without that it would be: fulfilled late." in said


def test_consent_by_silence_is_told_with_what_speaks_for_and_against_it():
    world = World()
    world.state(CATALOGUE["ApplicationSubmitted"], moment("2026-06-01 at 10:00"))
    world.state(CATALOGUE["ApplicationReceived"], moment("2026-06-01 at 14:05"))
    world.judge(moment("2026-07-01 at 10:00").at(None))
    consent = world.report.consent
    said = consent_sentences(consent, Language.EN)
    assert said[0].startswith("Silence counts as consent since Tue 16 Jun 2026, 00:00 (Tbilisi)")
    assert said[-1].endswith("can be contested.")
    assert "დუმილი თანხმობად ითვლება" in consent_sentences(consent, Language.KA)[0]
    world.state(CATALOGUE["DeemedConsentChallenged"], moment("2026-06-20"), ground="Reply was sent")
    assert any("contests it" in line for line in consent_sentences(world.report.consent, Language.EN))


def test_an_explanation_refuses_what_json_cannot_hold():
    with pytest.raises(TypeError, match="object"):
        as_json(object())


def test_a_term_extended_to_a_day_counts_nothing():
    world = World()
    world.state(CATALOGUE["ApplicationSubmitted"], moment("2026-06-01 at 10:00"))
    world.state(CATALOGUE["ReplySent"], moment("2026-06-05 at 10:00"))
    world.state(CATALOGUE["TransferTermExtended"], moment("2026-08-20"), extended_until="2026-10-08")
    said = sentences(explained(world, "protocol-ro/art-8/2.3"), Language.EN)
    assert any(line.startswith("The last day is Thu 8 Oct 2026") for line in said)
    assert not any("Day 0" in line or line.startswith("Time limit") for line in said)


def _applied(world, day="2026-06-01"):
    world.state(CATALOGUE["ApplicationSubmitted"], moment(f"{day} at 10:00"))
    world.state(CATALOGUE["ApplicationReceived"], moment(f"{day} at 14:05"))


@pytest.mark.parametrize("day", ["2026-06-01", "2026-06-02"])
def test_day_zero_names_the_receipt_where_another_event_triggers(day):
    world = World()
    _applied(world)
    world.state(CATALOGUE["InterviewRequested"], moment(f"{day} at 16:00"))
    item = explained(world, "protocol-ro/art-7/1.1")
    assert 'Day 0 is Mon 1 Jun 2026 ("Application received"); it is not counted.' in sentences(
        item, Language.EN
    )
    assert "დღე 0: ორშაბათი, 1 ივნისი 2026 („განაცხადი მიღებულია“); იგი არ ითვლება." in sentences(
        item, Language.KA
    )


def test_what_does_not_apply_was_only_looked_at():
    world = World()
    _applied(world)
    world.state(
        CATALOGUE["InterviewRequested"], moment("2026-06-02 at 16:00"), annex_documents_available=True
    )
    item = explained(world, "protocol-ro/art-7/1.1")
    said = "\n".join(sentences(item, Language.EN))
    assert "Verdict: not applicable." in said
    assert 'Looked at because of "Interview requested"' in said
    assert "It applies" not in said
    assert any(line.startswith("განხილვის საფუძველი: ") for line in sentences(item, Language.KA))


def test_evidence_is_told_by_the_clock_that_ends_the_limit(world):
    """A notice just before midnight in Bucharest is in time, though its day in Tbilisi is the next one."""
    world.state(CATALOGUE["TransferNotified"], moment("2026-11-24 at 01:59"), transfer_date="2026-11-27")
    said = sentences(explain(world.one(load_law().provision(PROVISION), 1)), Language.EN)
    evidence = next(line for line in said if line.startswith("Evidence"))
    assert (
        '"Transfer notified" of Mon 23 Nov 2026, 23:59 (Bucharest) / Tue 24 Nov, 01:59 (Tbilisi)' in evidence
    )
    first = explain(world.one(load_law().provision(PROVISION), 0))
    plain = next(line for line in sentences(first, Language.EN) if line.startswith("Evidence"))
    assert "Mon 23 Nov 2026, 12:05 (Bucharest), record 4" in plain


def test_a_term_that_names_the_day_itself_ends_on_that_day_at_the_latest():
    world = World()
    world.state(CATALOGUE["ApplicationSubmitted"], moment("2026-06-01 at 10:00"))
    world.state(CATALOGUE["ReplySent"], moment("2026-06-05 at 10:00"))
    world.state(CATALOGUE["TransferTermExtended"], moment("2026-08-20"), extended_until="2026-10-08")
    item = explained(world, "protocol-ro/art-8/2.3")
    last = [line for line in sentences(item, Language.EN) if line.startswith("The last day")]
    assert last[0].startswith("The last day is Thu 8 Oct 2026, on that day at the latest; it ends at 24:00")
    assert any("არა უგვიანეს ამ დღისა" in line for line in sentences(item, Language.KA))
