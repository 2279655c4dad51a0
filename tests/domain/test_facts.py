"""What cannot be a fact is refused; what is unlawful, late or contradictory is not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from domain.cases.identity import case_kind
from domain.codec import UnreadableRecord, decode
from domain.errors import FutureTime, InvalidEvent, UnknownEventType, WrongCaseKind
from domain.events import CATALOGUE, event_model
from domain.events.parts import Money
from domain.events.readmission import ReplySent
from domain.facts import CLOCK_TOLERANCE, Draft, Envelope, admit

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
REPLY = ReplySent(decision="refused", by="ge-x", to="ro-x", channel="fax", language="en")

RECORD = (
    b'{"case_id":"readmission-1","data":%b,"event_id":"1","occurred_at":"2026-06-01T12:00:00Z",'
    b'"source":"/x","type":"ReplySent","version":%d}'
)


def draft(case_id="readmission-1", at=NOW, data=REPLY):
    return Draft(envelope=Envelope(case_id=case_id, source="/x", event_id="1", occurred_at=at), data=data)


def test_an_unlawful_fact_is_admitted():
    assert admit(draft(at=NOW - timedelta(days=4000)), NOW)


@pytest.mark.parametrize("ahead", [timedelta(0), CLOCK_TOLERANCE])
def test_a_clock_may_run_a_little_ahead(ahead):
    assert admit(draft(at=NOW + ahead), NOW)


def test_the_future_is_refused():
    with pytest.raises(FutureTime) as refused:
        admit(draft(at=NOW + CLOCK_TOLERANCE + timedelta(microseconds=1)), NOW)
    assert refused.value.pointer == "/time"


def test_an_event_of_another_kind_of_case_is_refused():
    with pytest.raises(WrongCaseKind, match="belongs to a case of kind readmission"):
        admit(draft(case_id="transit-1"), NOW)


@pytest.mark.parametrize(
    "bad",
    [
        "visitation-1",
        "readmission",
        "readmission-",
        "readmission-A",
        "readmission-1-",
        "readmission-" + "x" * 65,
        "",
        "1",
    ],
)
def test_a_case_id_without_its_kind_is_refused(bad):
    with pytest.raises(InvalidEvent) as refused:
        case_kind(bad)
    assert refused.value.pointer == "/subject"


@pytest.mark.parametrize("good", ["readmission-1", "transit-2026-00001", "claim-a-b", "register-ro"])
def test_a_case_id_names_its_kind(good):
    assert case_kind(good) == good.split("-", 1)[0]


def test_an_unknown_type_says_where_the_types_are():
    with pytest.raises(UnknownEventType, match="/v1/schemas"):
        event_model("ReplySend")


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValidationError):
        Envelope(case_id="readmission-1", source="/x", event_id="1", occurred_at=datetime(2026, 6, 1))


def test_money_is_never_a_float_with_noise():
    with pytest.raises(ValidationError):
        Money(amount=0.1 + 0.2, currency="EUR")


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"not json",
        b"[]",
        b'{"type":"Unheard"}',
        RECORD % (b'{"decision":"Anna"}', 1),
        RECORD % (b"{}", 99),
    ],
)
def test_bytes_that_no_model_reads_are_unreadable_and_never_quoted(stored):
    with pytest.raises(UnreadableRecord) as unreadable:
        decode(stored, version=1, position=7, recorded_at=NOW)
    assert "position 7" in str(unreadable.value)
    assert "Anna" not in str(unreadable.value)


def test_every_type_has_labels_in_both_languages_and_a_meaning():
    for model in CATALOGUE.values():
        english, georgian = model.LABEL
        assert english
        assert any("\u10d0" <= letter <= "\u10ff" for letter in georgian)
        assert model.__doc__
        assert model.KINDS
