"""The library's application recorder over our log: it reads by SELECT and writes by the append function alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from eventsourcing.persistence import IntegrityError, Notification, StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore
from psycopg import Cursor
from psycopg.rows import tuple_row

from domain.codec import content_digest
from domain.errors import Unavailable
from domain.ledger import Answer, CaseHead, Head, Item, LogRow, Outcome
from domain.ledger.mapper import StoredItem, StoredRecord
from projections.postgres.append import Unconfirmed, Writer
from projections.postgres.faults import unavailable_when_lost

#: Channel on which every append announces the last position.
CHANNEL: Final = "matiane_event"
#: Source of events that other applications of the library store here.
_LIBRARY_SOURCE: Final = "eventsourcing"
_LARGEST: Final = 2**63 - 1

_SELECT: Final = "SELECT notification_id, originator_id, originator_version, topic, recorded_at, state, chain FROM matiane.event "
_LOG: Final = _SELECT + (
    "WHERE notification_id > %s AND notification_id <= %s AND (%s OR topic = ANY(%s)) ORDER BY notification_id LIMIT %s"
)
_CASES: Final = _SELECT + (
    "WHERE originator_id = ANY(%s) AND notification_id <= %s ORDER BY originator_id, originator_version"
)
_CASE: Final = _SELECT + "WHERE originator_id = %s AND originator_version > %s AND originator_version <= %s "
_FORWARD: Final = _CASE + "ORDER BY originator_version LIMIT %s"
_BACKWARD: Final = _CASE + "ORDER BY originator_version DESC LIMIT %s"
_HEADS: Final = (
    "SELECT case_id, version, position FROM matiane.case_head WHERE case_id > %s ORDER BY case_id LIMIT %s"
)


class LedgerRecorder(PostgresApplicationRecorder):
    """Reads and appends ``matiane.event``. Needs no right to change the table."""

    def __init__(self, datastore: PostgresDatastore, *, events_table_name: str = "event") -> None:
        super().__init__(datastore, events_table_name=events_table_name)
        self.sql_create_statements.clear()
        self.channel_name = CHANNEL

    def create_table(self) -> None:
        """Do nothing: migrations make the tables."""

    # --- what the ledger asks for ---

    def append(self, requests: Sequence[Sequence[Item]]) -> list[Answer]:
        """Store a group of requests in one transaction; one answer per item. Raises Unavailable."""
        with unavailable_when_lost():
            return self._append(requests)

    def rows(self, after: int, limit: int, *, stop: int | None, topics: Sequence[str]) -> list[LogRow]:
        """Read the log in order of position."""
        upto = _LARGEST if stop is None else stop
        return self._rows(_LOG, [after, upto, not topics, list(topics), limit])

    def case_rows(self, case_ids: Sequence[str], upto: int | None) -> list[LogRow]:
        """Read the events of cases, by case and version."""
        return self._rows(_CASES, [list(case_ids), _LARGEST if upto is None else upto])

    def cases(self, after: str, limit: int) -> list[CaseHead]:
        """List cases in order of their id."""
        with unavailable_when_lost(), self._cursor() as cursor:
            return [CaseHead(*row) for row in cursor.execute(_HEADS, (after, limit)).fetchall()]

    def head(self) -> Head:
        """Return where the log ends."""
        with unavailable_when_lost(), self._cursor() as cursor:
            query = "SELECT position, recorded_at, chain FROM matiane.ledger_head"
            position, recorded_at, chain = cursor.execute(query).fetchall()[0]
        return Head(position, recorded_at.astimezone(UTC), chain.hex())

    def position_at(self, instant: datetime) -> int:
        """Return the last position recorded at or before the instant."""
        with unavailable_when_lost(), self._cursor() as cursor:
            query = "SELECT matiane.position_at(%s)"
            return int(cursor.execute(query, (instant,)).fetchall()[0][0])

    # --- what the library asks for ---

    def insert_events(self, stored_events: Sequence[StoredEvent], **_: Any) -> Sequence[int] | None:  # noqa: ANN401
        """Store events of explicit versions, all or none; raises IntegrityError when one cannot stand."""
        if not stored_events:
            return None
        answers = self._append([[_item(event) for event in stored_events]])
        if bad := {answer.outcome for answer in answers} - {Outcome.APPENDED}:
            raise IntegrityError(f"nothing was stored: {', '.join(sorted(bad))}")
        return [answer.position for answer in answers if answer.position is not None]

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredRecord]:
        """Read the events of one case."""
        params = [str(originator_id), -1 if gt is None else gt, _LARGEST if lte is None else lte, limit]
        return [_record(row) for row in self._rows(_BACKWARD if desc else _FORWARD, params)]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Read the log from a position."""
        after = 0 if start is None else start - inclusive_of_start
        return [_record(row) for row in self.rows(after, limit, stop=stop, topics=topics)]

    # --- how ---

    def _append(self, requests: Sequence[Sequence[Item]]) -> list[Answer]:
        with self.datastore.get_connection() as connection:
            writer = Writer(connection)
            try:
                return writer.append(requests)
            except Unconfirmed:
                message = "the standby did not confirm the events: send them again with the same ids"
                raise Unavailable(message) from None
            finally:
                writer.release()

    @contextmanager
    def _cursor(self) -> Iterator[Cursor[tuple[Any, ...]]]:
        with (
            self.datastore.get_connection() as connection,
            connection.cursor(binary=True, row_factory=tuple_row) as cursor,
        ):
            yield cursor

    def _rows(self, query: str, params: Sequence[object]) -> list[LogRow]:
        with unavailable_when_lost(), self._cursor() as cursor:
            return [LogRow(*row) for row in cursor.execute(query, params, prepare=True).fetchall()]


def _record(row: LogRow) -> StoredRecord:
    return StoredRecord(
        originator_id=row.case_id,
        originator_version=row.version,
        topic=row.topic,
        state=row.state,
        id=row.position,
        recorded_at=row.recorded_at,
    )


def _item(event: StoredEvent) -> Item:
    case_id, version = str(event.originator_id), event.originator_version
    if isinstance(event, StoredItem):
        return event.item._replace(case_id=case_id, explicit=version)
    return Item(
        case_id=case_id,
        topic=event.topic,
        state=event.state,
        source=_LIBRARY_SOURCE,
        event_id=f"{case_id}/{version}",
        digest=content_digest(event.state),
        explicit=version,
    )
