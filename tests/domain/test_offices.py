from __future__ import annotations

import tomllib
from datetime import date, timedelta
from importlib.resources import files

import pytest
from pydantic import TypeAdapter, ValidationError

from domain.offices import OFFICES, ProtocolOffice, fills, holders, read_offices, standing

READER = TypeAdapter(ProtocolOffice)
CHANGE = date(2004, 2, 17)
DAY = timedelta(days=1)


def register(held: str, extra: str = "") -> dict[str, object]:
    """Return a parsed register of two offices, the first with the given entries."""
    return tomllib.loads(
        f"""
        [ge-one]
        label = {{ en = "One", ka = "ერთი" }}
        {extra}
        held = [{held}]
        [ge-two]
        label = {{ en = "Two", ka = "ორი" }}
        """
    )


def entry(by: str = "ge-one", since: str = "2001-01-01", until: str | None = None) -> str:
    end = f", until = {until}" if until else ""
    return f'{{ by = "{by}", from = {since}{end}, sourced = true, source = {{ en = "x", ka = "y" }} }}'


@pytest.mark.parametrize(
    ("held", "reason"),
    [
        (entry(by="ge-three"), "no office 'ge-three'"),
        (entry(until="2001-01-01"), "ends before it begins"),
        (entry(until="2000-12-31"), "ends before it begins"),
        (f"{entry(until='2002-01-02')}, {entry(since='2002-01-01')}", "two entries for 2002-01-01"),
        (f"{entry(since='2002-01-01')}, {entry(since='2001-01-01')}", "two entries for 2002-01-01"),
        (entry().replace("sourced = true", 'sourced = "yes"'), "sourced"),
        (entry().replace("from = 2001-01-01", 'from = "2001-01-01"'), "from"),
        (entry().replace(', ka = "y"', ""), "ka"),
        (entry().replace("by = ", "holder = "), "holder"),
    ],
)
def test_a_register_that_contradicts_itself_is_refused_by_table(held, reason):
    with pytest.raises(ValueError, match=rf"(?s)\[ge-one\].*{reason}"):
        read_offices(register(held))


def test_a_class_takes_no_entries():
    with pytest.raises(ValueError, match=r"\[ge-one\]: a class belongs to no time"):
        read_offices(register(entry(), extra="class = true"))


def test_entries_may_touch_and_two_offices_may_share_a_function():
    held = ", ".join(
        (entry(until="2002-01-01"), entry(since="2002-01-01"), entry(by="ge-two", since="2001-06-01"))
    )
    assert len(read_offices(register(held))["ge-one"].held) == 3


@pytest.mark.parametrize(
    ("day", "present", "absent", "how"),
    [
        (CHANGE - DAY, "ge-state-minister", "ge-prime-minister", "sourced"),
        (CHANGE, "ge-prime-minister", "ge-state-minister", "general"),
        (CHANGE + DAY, "ge-prime-minister", "ge-state-minister", "general"),
    ],
)
def test_a_successor_holds_the_function_from_its_first_day(day, present, absent, how):
    assert fills(present, "ge-state-minister", day)
    assert not fills(absent, "ge-state-minister", day)
    assert standing("ge-state-minister", day) == how


def test_a_successor_does_not_become_the_office_it_follows():
    assert not fills("ge-state-minister", "ge-prime-minister", CHANGE)


def test_the_wording_of_2018_is_what_names_the_prime_minister():
    named = date(2018, 12, 14)
    assert standing("ge-prime-minister", named - DAY) == "general"
    assert standing("ge-prime-minister", named) == "sourced"


def test_before_the_decree_and_in_a_gap_nobody_is_known():
    assert standing("ge-president", date(2001, 10, 15)) == "none"
    assert standing("ge-state-provision-service", date(2026, 6, 1)) == "none"
    assert holders("ge-road-police", date(2004, 7, 20)) == ()


@pytest.mark.parametrize("day", [date.min, date(2026, 6, 1), date.max])
def test_a_class_holds_itself_on_every_day(day):
    assert fills("interpreter", "interpreter", day)
    assert not fills("main-guest", "interpreter", day)
    assert standing("interpreter", day) == "class"


def test_a_function_that_the_register_does_not_have_is_an_error():
    with pytest.raises(KeyError):
        fills("ge-president", "ge-emperor", CHANGE)


def test_every_office_is_a_class_or_held_by_someone_some_day():
    assert [office.id for office in OFFICES.values() if not office.is_class and not office.held] == []


def test_general_knowledge_is_called_so_in_both_languages():
    for office in OFFICES.values():
        for holding in office.held:
            if not holding.sourced:
                assert "eneral knowledge" in holding.source["en"], office.id
                assert "საყოველთაო ცოდნა" in holding.source["ka"], office.id


def test_a_known_office_is_read_and_the_schema_lists_them_all():
    assert READER.validate_json('"ge-president"', strict=True) == "ge-president"
    assert READER.json_schema() == {"type": "string", "enum": sorted(OFFICES)}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("ge-emperor", "unknown office 'ge-emperor': see /v1/offices"),
        ("Invented Person", "unknown office: see /v1/offices"),
        ("x" * 65, "unknown office: see /v1/offices"),
        ("", "unknown office: see /v1/offices"),
    ],
)
def test_an_unknown_office_is_refused_and_nothing_but_an_id_is_repeated(value, shown):
    with pytest.raises(ValidationError) as refused:
        READER.validate_python(value)
    assert shown in refused.value.errors()[0]["msg"]


def keys_of_the_decree() -> set[str]:
    """Return every key by which the decree's data names a person or body."""
    found: set[str] = set()
    for item in files("domain.law.decree_386").iterdir():
        if item.name.startswith("art_") and item.name.endswith(".toml"):
            for provision in tomllib.loads(item.read_text("utf-8")).get("provision", ()):
                found.update(provision.get("bearers", ()), provision.get("counterparties", ()))
                found.update(member["office"] for member in provision.get("members", ()))
    return found


def test_every_office_that_the_decree_names_is_in_the_register():
    keys = keys_of_the_decree()
    assert len(keys) > 80
    assert keys - OFFICES.keys() == set()
    assert tomllib.loads(
        files("domain.law.decree_386").joinpath("bodies.toml").read_text("utf-8")
    ).keys() <= (OFFICES.keys())
