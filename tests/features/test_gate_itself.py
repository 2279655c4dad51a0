"""Each check of the gate finds what it is there for, and leaves a sound feature alone."""

from __future__ import annotations

import pytest

from domain.law.library import load_law
from tests.features.harness import gate

SOUND = """Feature: A sound feature
  > Scenario: what the law says may be quoted

  @protocol-ro/art-8/1 @in-time
  Scenario: kept
    When the transfer of 2026-06-15 is notified on 2026-06-08
    Then protocol-ro/art-8/1 is fulfilled
"""
STEP = "    When the case is judged on 2026-06-08\n    Then the case shows no gap\n"


def problems(tmp_path, check, text, *, mark=b""):
    (tmp_path / "sample.feature").write_bytes(mark + text.encode())
    return check(gate.Features(tmp_path, load_law()))


@pytest.mark.parametrize(
    "check",
    [
        check
        for check in gate.CHECKS
        if check not in (gate.without_scenario, gate.one_sided, gate.limits_without_cases)
    ],
    ids=lambda check: check.__name__,
)
def test_a_sound_feature_passes(tmp_path, check):
    assert problems(tmp_path, check, SOUND) == []


def test_a_byte_order_mark_is_found(tmp_path):
    assert problems(tmp_path, gate.not_gherkin, SOUND, mark=b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", ["", "Fature: a slip\n", "Feature: x\n  @a\n"])
def test_a_file_that_is_no_feature_is_found(tmp_path, text):
    assert problems(tmp_path, gate.not_gherkin, text)


@pytest.mark.parametrize("tag", ["@protocol-ro/art-8/9", "@intime", "@protocol-ro"])
def test_an_unknown_tag_is_found(tmp_path, tag):
    assert problems(tmp_path, gate.unknown_tags, SOUND.replace("@in-time", tag))


def test_a_provision_on_a_feature_or_on_examples_is_found(tmp_path):
    outline = f"Feature: x\n  Scenario Outline: y\n{STEP}    @protocol-ro/art-8/1\n    Examples:\n      | a |\n      | 1 |\n"
    assert problems(tmp_path, gate.misplaced_tags, outline)
    assert problems(tmp_path, gate.misplaced_tags, f"@protocol-ro/art-8/1\n{SOUND}")


def test_names_used_twice_are_found_across_rules(tmp_path):
    text = f"Feature: x\n  Rule: a\n    Scenario: same\n{STEP}  Rule: b\n    Scenario: same\n{STEP}"
    assert problems(tmp_path, gate.names_used_twice, text)
    assert problems(tmp_path, gate.names_used_twice, f"Feature: x\n  Scenario:\n{STEP}")


def test_a_scenario_without_steps_or_claims_is_found(tmp_path):
    assert problems(tmp_path, gate.without_steps, "Feature: x\n  Scenario: y\n")
    only_when = "Feature: x\n  Scenario: y\n    When the case is judged on 2026-06-08\n"
    assert problems(tmp_path, gate.without_steps, only_when)


@pytest.mark.parametrize("examples", ["", "    Examples:\n", "    Examples:\n      | day |\n"])
def test_an_outline_without_rows_is_found(tmp_path, examples):
    step = STEP.replace("2026-06-08", "<day>")
    assert problems(
        tmp_path, gate.outlines_without_rows, f"Feature: x\n  Scenario Outline: y\n{step}{examples}"
    )


@pytest.mark.parametrize(
    "line",
    ["Scenario a transfer", "Rule (1)", "When the transfer is notified", "სცენარი ვადაში", "Regulă: unu"],
)
def test_a_swallowed_line_is_found(tmp_path, line):
    text = SOUND.replace("  > Scenario: what the law says may be quoted", f"  {line}")
    assert problems(tmp_path, gate.swallowed_text, text)


def test_a_provision_without_scenario_is_found(tmp_path):
    found = problems(tmp_path, gate.without_scenario, SOUND)
    assert "protocol-ro/art-8/2.3" in found
    assert "protocol-ro/art-8/1" not in found


def test_an_aggregate_needs_no_scenario_of_its_own(tmp_path):
    assert load_law().provisions["protocol-ro/art-10"].aggregate
    assert "protocol-ro/art-10" not in problems(tmp_path, gate.without_scenario, SOUND)


def test_a_tag_without_a_claim_is_found(tmp_path):
    text = SOUND.replace("Then protocol-ro/art-8/1 is fulfilled", "Then the case shows no gap")
    assert problems(tmp_path, gate.tags_without_claim, text)


def test_one_sided_scenarios_are_found(tmp_path):
    found = problems(tmp_path, gate.one_sided, SOUND)
    assert "protocol-ro/art-8/1: no scenario in which it is not kept" in found
    assert "protocol-ro/art-8/1: no scenario in which it is kept" not in found


@pytest.mark.parametrize(
    "claim", ["is breached", "is fulfilled late", "would otherwise be breached", "is <answer>"]
)
def test_a_broken_provision_is_recognised(tmp_path, claim):
    rows = "    Examples:\n      | answer        |\n      | fulfilled late |\n" if "<" in claim else ""
    text = SOUND.replace("is fulfilled", claim) + rows
    found = problems(tmp_path, gate.one_sided, text)
    assert "protocol-ro/art-8/1: no scenario in which it is not kept" not in found


def test_a_missing_case_of_a_time_limit_is_found(tmp_path):
    found = problems(tmp_path, gate.limits_without_cases, SOUND)
    mine = [line for line in found if line.startswith("protocol-ro/art-8/1:")]
    assert len(mine) == 5
    assert "protocol-ro/art-8/1: no scenario tagged @contested or @excused" in mine
