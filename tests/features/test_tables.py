"""How a cell is read: labels of fields, members, offices, States and languages in both languages."""

from __future__ import annotations

import pytest

from domain.events import CATALOGUE
from domain.events.state_protocol.conduct import OfficialsPresent, ThingPlaced
from domain.events.state_protocol.preparing import CostRecorded
from domain.events.state_protocol.programme import ActivityStarted, ProgrammeItemScheduled
from domain.events.state_protocol.registering import AmbassadorNamed, OutgoingVisitRegistered
from domain.events.transit import TransitRequested
from tests.features.harness.moments import NOON, moment
from tests.features.harness.protocol import protocol_defaults, releasing_office
from tests.features.harness.tables import inline, laid_over
from tests.features.harness.values import attendee, person
from tests.features.harness.words import field_names
from tests.law.decree.forms import provision


@pytest.mark.parametrize("model", CATALOGUE.values(), ids=lambda model: model.TYPE)
def test_no_two_members_of_an_event_share_a_name(model):
    assert set(field_names(model).values()) == set(model.model_fields)


@pytest.mark.parametrize(
    "rows",
    [
        [["thing", "banner"], ["place", "airport"], ["languages", "ro; ka"]],
        [["Thing", "welcome banner"], ["Place", "Airport"], ["Languages", "Romanian; Georgian"]],
        [["ნივთი", "მისასალმებელი ტრანსპარანტი"], ["ადგილი", "აეროპორტი"], ["ენები", "რუმინული; ქართული"]],
        inline("ნივთი = banner; place = აეროპორტი; Languages = რუმინული + ka"),
    ],
)
def test_names_and_values_are_read_in_either_language(rows):
    assert laid_over(ThingPlaced, {}, rows) == {
        "thing": "banner",
        "place": "airport",
        "languages": ["ro", "ka"],
    }


def test_moments_flags_money_and_states_are_read_by_the_type_of_their_member():
    planned = laid_over(ProgrammeItemScheduled, {}, [["Starts at", "2026-06-15, 12:00"]])["starts_at"]
    assert planned == "2026-06-15T08:00:00+00:00"
    assert laid_over(ActivityStarted, {}, [["official", "კი"]]) == {"official": "yes"}
    assert laid_over(CostRecorded, {}, [["Amount", "12.00 GEL"]]) == {
        "amount": {"amount": "12.00", "currency": "GEL"}
    }
    assert laid_over(OutgoingVisitRegistered, {}, [["გადასაფრენი ქვეყნები", "თურქეთი; Bulgaria"]]) == {
        "overflies": ["TR", "BG"]
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ge-president", {"office": "ge-president"}),
        ("President of Georgia (with spouse)", {"office": "ge-president", "with_spouse": True}),
        ("საქართველოს პრეზიდენტი (მეუღლითურთ)", {"office": "ge-president", "with_spouse": True}),
        ("მინისტრი x3", {"office": "ge-minister", "count": 3}),
        ("Artist or performer x2", {"office": "artist", "count": 2}),
        ("შემსრულებელი (ხელოვანი)", {"office": "artist"}),
    ],
)
def test_an_attendee_has_an_office_a_spouse_and_a_number(text, expected):
    assert attendee(text) == expected
    assert laid_over(OfficialsPresent, {}, [["present", text]]) == {"present": [expected]}


def test_an_invented_person_is_told_by_a_number_or_by_the_sending_state():
    assert person("Germany") == person("გერმანია") == person("DE") != person("France")
    assert laid_over(AmbassadorNamed, {}, [["ელჩი", "2"]]) == {"ambassador": {"person": person("2")}}


def test_an_empty_cell_takes_a_default_away():
    assert laid_over(ThingPlaced, {"place": "airport"}, [["place", ""]]) == {}


@pytest.mark.parametrize("rows", [[["colour of the sky", "blue"]], [["thing"]]])
def test_a_row_that_names_no_member_is_refused(rows):
    with pytest.raises(ValueError, match=r"no field|a row has"):
        laid_over(ThingPlaced, {}, rows)


def test_a_line_that_names_no_value_is_refused():
    with pytest.raises(ValueError, match="field = value"):
        inline("a banner at the airport")


def test_older_tables_are_read_as_before():
    said = laid_over(TransitRequested, {}, [["escorts", "2"], ["escorts.1.rank", ""], ["mode", "sea"]])
    assert said["mode"] == "sea"
    assert "rank" not in said["escorts"][0]
    assert said["escorts"][1]["rank"]


def test_a_needed_member_that_no_scenario_is_about_has_a_value():
    day = moment("2018-11-28, 20:00").at(NOON)
    assert protocol_defaults(CATALOGUE["ElectionHeld"], day)["round_on"] == "2018-11-28"
    assert "activity" not in protocol_defaults(CATALOGUE["ThingPlaced"], day)


def test_who_releases_is_not_the_bearer():
    assert releasing_office(provision()) == "ge-president"
    assert releasing_office(provision(bearer_keys=("ge-president",))) == "ge-first-deputy-state-minister"
