"""The readmission year keeps its published totals and never changes by accident."""

from __future__ import annotations

import hashlib
import json
from collections import Counter

import pytest

from domain.events import CATALOGUE
from examples.year import APPLICATIONS, REFUSED, cases, events

DIGEST = "7492ee95bedfd8e52c37f7b32588f6d22cd54a56b7ad10809168495ba19e52eb"


@pytest.fixture(scope="module")
def year():
    return list(events())


def test_the_published_totals_come_out(year):
    decisions = Counter(event["data"]["decision"] for event in year if event["type"] == "ReplySent")
    submitted = [event for event in year if event["type"] == "ApplicationSubmitted"]

    assert len(submitted) == APPLICATIONS == 2547
    assert decisions == {"accepted": 2504, "refused": REFUSED} == {"accepted": 2504, "refused": 43}
    assert {event["time"][:4] for event in submitted} == {"2021"}


def test_every_event_is_a_fact_of_the_catalogue(year):
    for event in year:
        CATALOGUE[event["type"]].model_validate(event["data"])


def test_ids_are_unique_within_their_source(year):
    assert max(Counter((event["source"], event["id"]) for event in year).values()) == 1


def test_no_reply_precedes_its_application():
    for case in cases():
        times = {event["type"]: event["time"] for event in case}
        assert times["ApplicationSubmitted"] <= times["ApplicationReceived"] <= times["ReplySent"]


def test_the_same_bytes_come_out_every_time(year):
    lines = "\n".join(json.dumps(event, sort_keys=True, ensure_ascii=False) for event in year)

    assert hashlib.sha256(lines.encode()).hexdigest() == DIGEST
