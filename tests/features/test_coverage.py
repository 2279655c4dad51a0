"""Coverage: what the feature files hold, and how far they cover each instrument."""

from __future__ import annotations

import pytest

from api.coverage import UnreadableFeature, read_scenarios
from domain.errors import NotFound
from domain.law.coverage import Scenario, coverage, parts_of, provision_map
from domain.law.library import load_law

TEXT = """Feature: x
  @protocol-ro/art-8/1
  Rule: one
    @in-time
    Scenario Outline: y
      Given the case is judged on 2026-06-08
      Then protocol-ro/art-8/1 is <answer>
      And the case shows no gap
      Examples:
        | answer    |
        | fulfilled |
        | breached  |
"""


def tagged(*tags):
    return Scenario("name", "file.feature", 1, tags)


def row(scenarios):
    return next(item for item in coverage(load_law(), scenarios) if item.instrument == "protocol-ro")


def test_a_scenario_has_the_tags_of_its_rule_and_the_claims_of_every_row(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "one.feature").write_text(TEXT, "utf-8")
    (found,) = read_scenarios(tmp_path)
    assert (found.file, found.line, found.name) == ("inner/one.feature", 5, "y")
    assert found.tags == ("protocol-ro/art-8/1", "in-time")
    assert found.claims[:2] == ("protocol-ro/art-8/1 is fulfilled", "protocol-ro/art-8/1 is breached")


def test_a_folder_without_features_says_what_to_do(tmp_path):
    with pytest.raises(NotFound, match="checkout"):
        read_scenarios(tmp_path / "absent")


@pytest.mark.parametrize("content", [b"Fature: slip\n", b"\xff\xfe", b"Feature: x\n  @a\n"])
def test_an_unreadable_file_is_named(tmp_path, content):
    (tmp_path / "bad.feature").write_bytes(content)
    with pytest.raises(UnreadableFeature, match=r"bad\.feature"):
        read_scenarios(tmp_path)


def test_every_provision_of_the_protocol_is_counted_once():
    found = row(())
    assert (found.provisions, found.judged, found.attested, found.shown) == (85, 67, 10, 8)
    assert found.with_scenario == 0
    assert len(found.without) == 85
    assert found.data()["without"] == list(found.without)


def test_an_aggregate_is_shown_through_all_of_its_parts():
    ids = [item.id for item in load_law().provisions.values() if not item.aggregate]
    parts = parts_of("protocol-ro/art-2/1", ids)
    assert parts == ("protocol-ro/art-2/1.1", "protocol-ro/art-2/1.2")
    assert "protocol-ro/art-2/1" in row([tagged(parts[0])]).without
    whole = row([tagged(*parts)])
    assert "protocol-ro/art-2/1" not in whole.without
    assert whole.with_scenario == 3
    assert "protocol-ro/art-1/1" in row([tagged("protocol-ro/art-1/1")]).without


def test_the_map_goes_from_provision_to_norm_to_scenario():
    shown = tagged("protocol-ro/art-8/1", "protocol-ro/art-8/1")
    found = {item.id: item for item in provision_map(load_law(), [shown])}
    assert found["protocol-ro/art-8/1"].has_norm
    assert found["protocol-ro/art-8/1"].scenarios == (shown,)
    assert not found["protocol-ro/preamble"].has_norm
