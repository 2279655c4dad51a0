"""Drafts for the ledger's tests. All persons are invented."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import psycopg

from domain.events.ledger import EventRetracted
from domain.events.parts import PersonCategory, Subject
from domain.events.readmission import ApplicationSubmitted, InterviewPlaceAgreed
from domain.facts import Draft, Envelope, EventRef
from domain.ledger import LogRow
from domain.log.chain import ChainRow
from projections.postgres.recorder import LedgerRecorder

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
CASE = "readmission-2026-1"
OTHER = "readmission-2026-2"
SOURCE = "/systems/test"
PERSON = UUID("11111111-2222-4333-8444-555555555555")


def note(
    event_id: str,
    *,
    case: str = CASE,
    place: str = "Embassy",
    expected: int | None = None,
    source: str = SOURCE,
    **envelope: Any,
) -> Draft:
    """A small fact without personal data."""
    return Draft(
        envelope=Envelope(case_id=case, source=source, event_id=event_id, occurred_at=NOW, **envelope),
        data=InterviewPlaceAgreed(place=place),
        expected_version=expected,
    )


def correction(event_id: str, of: str, *, case: str = CASE, source: str = SOURCE) -> Draft:
    """A fact that corrects another one."""
    return note(event_id, case=case, place="Consulate", corrects=EventRef(source=source, event_id=of))


def retraction(event_id: str, of: str, *, case: str = CASE) -> Draft:
    """A fact that says that another one never happened."""
    return Draft(
        envelope=Envelope(case_id=case, source=SOURCE, event_id=event_id, occurred_at=NOW),
        data=EventRetracted(event_id=of, reason="entered twice"),
    )


def application(
    event_id: str,
    *,
    case: str = CASE,
    person: UUID = PERSON,
    family_name: str = "Inventedson",
    expected: int | None = None,
) -> Draft:
    """A fact with personal data."""
    return Draft(
        envelope=Envelope(case_id=case, source=SOURCE, event_id=event_id, occurred_at=NOW),
        data=ApplicationSubmitted(
            requesting_state="RO",
            requested_state="GE",
            requesting_authority="ro-immigration",
            requested_authority="ge-migration",
            subject=Subject(
                person=person,
                category=PersonCategory.OWN_NATIONAL,
                family_name=family_name,
                born_on="1990-05-17",
            ),
            channel="official_email",
            form="annex_5",
            language="en",
        ),
        expected_version=expected,
    )


def log_rows(ledger: Any, after: int = 0) -> list[LogRow]:
    recorder = ledger.recorder
    assert isinstance(recorder, LedgerRecorder)
    return recorder.rows(after, 1_000_000, stop=None, topics=())


def chain_rows(ledger: Any) -> list[ChainRow]:
    return [ChainRow(*row) for row in log_rows(ledger)]


def count_events(database: str) -> int:
    with psycopg.connect(database) as connection:
        row = connection.execute("SELECT count(*) FROM matiane.event").fetchone()
    assert row is not None
    return int(row[0])


def tamper(database: str, statement: str) -> None:
    """Change the log the way only somebody with full rights over the server can."""
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute("ALTER TABLE matiane.event DISABLE TRIGGER ALL")
        connection.execute(statement)
        connection.execute("ALTER TABLE matiane.event ENABLE TRIGGER ALL")
