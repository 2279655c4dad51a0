"""Durable appends without HTTP, against bare PostgreSQL on the same server: what the ledger itself costs.

    python -m bench.append [connection string]

Ours and the base take turns, so that a noisy machine disturbs both; a ratio is the median of the rounds' ratios.
Without a connection string an embedded database is started for the run.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from itertools import count, islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final, NamedTuple
from uuid import UUID

from bench import baseline
from bench.baseline import Rate, Row
from domain.codec import encode, topic
from domain.events.parts import PersonCategory, Subject
from domain.events.readmission import ApplicationSubmitted
from domain.facts import Draft, Envelope
from domain.ledger import Ledger, Submission
from projections.postgres.appender import CoalescingAppender
from projections.postgres.embedded import EmbeddedPostgres
from projections.postgres.factory import open_ledger
from projections.postgres.migrate import migrate

ROUNDS: Final = 5
SECONDS: Final = 1.5
SUBMITTERS: Final = 64
#: Callers that send batches, as the service has them.
BATCH_SUBMITTERS: Final = 8
BATCH: Final = 100
_CASES: Final = 500
#: More drafts than a round can use.
_PREPARED: Final = int(SECONDS * 12_000)
_numbers = count(1)


class Ratio(NamedTuple):
    """One comparison: medians over the rounds, and the ratio of ours to the base."""

    name: str
    base: Rate
    ours: Rate
    ratio: float


def drafts(number: int) -> list[Draft]:
    """Make applications of invented persons; no event comes twice."""
    return [_draft(place) for place in islice(_numbers, number)]


def _draft(number: int) -> Draft:
    case = number % _CASES
    return Draft(
        envelope=Envelope(
            case_id=f"readmission-{case}",
            source="/bench",
            event_id=f"e{number}",
            occurred_at=datetime.now(UTC),
        ),
        data=ApplicationSubmitted.model_validate(
            {
                "requesting_state": "RO",
                "requested_state": "GE",
                "requesting_authority": "ro-immigration",
                "requested_authority": "ge-migration",
                "subject": Subject(
                    person=UUID(int=case + 1),
                    category=PersonCategory.OWN_NATIONAL,
                    family_name="Inventedson",
                    born_on="1990-05-17",
                ),
                "channel": "official_email",
                "form": "annex_5",
                "language": "en",
            }
        ),
    )


def rows(ledger: Ledger, made: Sequence[Draft]) -> list[Row]:
    """Return what bare PostgreSQL is given: the same bytes under the same ids, already sealed."""
    return [
        (
            draft.envelope.case_id,
            number,
            topic(draft),
            encode(draft, ledger.keyring),
            draft.envelope.source,
            draft.envelope.event_id,
        )
        for number, draft in enumerate(made)
    ]


def appended_singles(appender: CoalescingAppender, made: Sequence[Draft], seconds: float) -> Rate:
    """Append one event at a time from many submitters: validated, sealed, chained, committed."""

    def work(number: int) -> list[float]:
        latencies = []
        for draft in made[number::SUBMITTERS]:
            sent = perf_counter()
            if sent > deadline:
                break
            appender.submit([draft], now=datetime.now(UTC)).result()
            latencies.append(perf_counter() - sent)
        return latencies

    begun = perf_counter()
    deadline = begun + seconds
    with ThreadPoolExecutor(SUBMITTERS) as pool:
        latencies = [value for found in pool.map(work, range(SUBMITTERS)) for value in found]
    return baseline.rate(len(latencies), perf_counter() - begun, latencies)


def appended_batches(
    append: Callable[[Sequence[Draft]], object], made: Sequence[Draft], seconds: float, submitters: int = 1
) -> Rate:
    """Append batches, each submitter one after another."""

    def work(number: int) -> list[float]:
        latencies = []
        for start in range(number * BATCH, len(made) - BATCH + 1, BATCH * submitters):
            sent = perf_counter()
            if sent > deadline:
                break
            append(made[start : start + BATCH])
            latencies.append(perf_counter() - sent)
        return latencies

    begun = perf_counter()
    deadline = begun + seconds
    with ThreadPoolExecutor(submitters) as pool:
        latencies = [value for found in pool.map(work, range(submitters)) for value in found]
    return baseline.rate(len(latencies) * BATCH, perf_counter() - begun, latencies)


def measure(conninfo: str) -> list[Ratio]:
    """Measure all rounds on a migrated database."""
    singles: list[tuple[Rate, Rate]] = []
    batches: list[tuple[Rate, Rate]] = []
    stored: list[tuple[Rate, Rate]] = []
    ledger = open_ledger(conninfo)
    with CoalescingAppender(conninfo, ledger.keyring) as appender:
        for _ in range(ROUNDS):
            # What is only waiting to be sent must not be walked through by the collector while the clock runs.
            gc.collect()
            gc.freeze()
            baseline.prepare(conninfo)
            bare = baseline.single_commits(conninfo, rows(ledger, drafts(_PREPARED)), SECONDS)
            singles.append((bare, appended_singles(appender, drafts(_PREPARED), SECONDS)))
            baseline.prepare(conninfo)
            copied = baseline.copies(conninfo, rows(ledger, drafts(_PREPARED * 2)), SECONDS)
            made = drafts(_PREPARED)
            gc.freeze()
            batches.append(
                (copied, appended_batches(partial(_submit, appender), made, SECONDS, BATCH_SUBMITTERS))
            )
            sealed = iter(_sealed(ledger, drafts(_PREPARED)))
            stored.append((copied, appended_batches(partial(_store_next, ledger, sealed), made, SECONDS)))
    ledger.close()
    return [
        _ratio(f"single events, {SUBMITTERS} submitters : one row per commit, 8 connections", singles),
        _ratio(
            f"batches of {BATCH}, {BATCH_SUBMITTERS} submitters, sealed on the way : binary COPY by {BATCH}",
            batches,
        ),
        _ratio(f"batches of {BATCH}, one after another, sealed before : binary COPY by {BATCH}", stored),
    ]


def _submit(appender: CoalescingAppender, part: Sequence[Draft]) -> None:
    appender.submit(part, now=datetime.now(UTC)).result()


def _sealed(ledger: Ledger, made: Sequence[Draft]) -> list[Submission]:
    now = datetime.now(UTC)
    starts = range(0, len(made), BATCH)
    return [Submission(made[start : start + BATCH], ledger.keyring, now=now) for start in starts]


def _store_next(ledger: Ledger, sealed: Iterator[Submission], _: Sequence[Draft]) -> None:
    submission = next(sealed)
    submission.absorb(ledger.log_store.append(submission.pending))


def _ratio(name: str, rounds: Sequence[tuple[Rate, Rate]]) -> Ratio:
    base, ours = (Rate(*map(median, zip(*side, strict=True))) for side in zip(*rounds, strict=True))
    return Ratio(
        name, base, ours, median(one.events_per_second / bare.events_per_second for bare, one in rounds)
    )


def main() -> None:
    """Measure and print."""
    with ExitStack() as stack:
        if len(sys.argv) > 1:
            conninfo = sys.argv[1]
        else:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="matiane-bench-")))
            conninfo = stack.enter_context(EmbeddedPostgres(folder / "data")).dsn()
        migrate(conninfo)
        for found in measure(conninfo):
            print(found.name)
            for side, rate in (("base", found.base), ("ours", found.ours)):
                figures = f"{rate.events_per_second:9,.0f} events/s   p50 {rate.p50_ms:6.2f} ms   p99 {rate.p99_ms:6.2f} ms"
                print(f"  {side} {figures}")
            print(f"  ratio {found.ratio:.2f}")


if __name__ == "__main__":
    main()
