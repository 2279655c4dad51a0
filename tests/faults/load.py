"""Many clients that append at once and remember what they were told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Any, Self
from uuid import NAMESPACE_URL, uuid5

import httpx

from tests.api.samples import application, event, receipt
from tests.faults.service import PATIENCE, until

CLIENTS = 8
SECRET = "Inventedashvili"


@dataclass
class Attempt:
    """One request and what became of it, as its sender knows."""

    events: list[dict[str, Any]]
    #: None where no answer came.
    status: int | None = None
    receipts: list[dict[str, Any]] = field(default_factory=list)
    #: The problem document of a refusal.
    problem: dict[str, Any] = field(default_factory=dict)

    @property
    def acknowledged(self) -> bool:
        return self.status in (200, 201)


def of_case(case: str) -> list[dict[str, Any]]:
    """An application of an invented person, its receipt, and the reply."""
    person = str(uuid5(NAMESPACE_URL, case))
    stated = [application(1, person=person, family_name=SECRET), receipt(), event()]
    return [{**item, "subject": case, "id": f"{case}/{item['id']}"} for item in stated]


def send(client: httpx.Client, address: str, attempt: Attempt) -> None:
    """Send a request, a batch where it has several events; a lost answer is no error."""
    content = attempt.events if len(attempt.events) > 1 else attempt.events[0]
    try:
        answer = client.post(f"{address}/v1/events", json=content)
    except httpx.TransportError:
        return
    attempt.status = answer.status_code
    if attempt.acknowledged:
        attempt.receipts = answer.json()["receipts"]
    else:
        assert answer.headers["content-type"] == "application/problem+json", answer.text
        attempt.problem = answer.json()


class Load:
    """Clients that append until the ``with`` statement ends, or the service does.

    Cases go whole in one request, or event by event.
    """

    def __init__(self, address: str, name: str) -> None:
        self._address = address
        self._name = name
        self._stop = Event()
        self._lock = Lock()
        self._threads = [Thread(target=self._run, args=(number,)) for number in range(CLIENTS)]
        self.attempts: list[Attempt] = []

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(PATIENCE)
            assert not thread.is_alive(), "a client hangs"

    def acknowledged(self) -> list[Attempt]:
        with self._lock:
            return [attempt for attempt in self.attempts if attempt.acknowledged]

    def unsure(self) -> list[Attempt]:
        """Requests to which no answer came."""
        with self._lock:
            return [attempt for attempt in self.attempts if attempt.status is None]

    def refused(self) -> list[Attempt]:
        """Requests that were answered, and not with receipts."""
        with self._lock:
            return [attempt for attempt in self.attempts if attempt.problem]

    def wait_for(self, more: int) -> None:
        """Wait until so many more requests have been acknowledged."""
        wanted = len(self.acknowledged()) + more
        until(lambda: len(self.acknowledged()) >= wanted, lambda: self.attempts[-1:])

    def _run(self, number: int) -> None:
        with httpx.Client(timeout=PATIENCE) as client:
            turn = 0
            while not self._stop.is_set():
                turn += 1
                events = of_case(f"readmission-{self._name}-{number}-{turn}")
                for part in [events] if turn % 2 else [[item] for item in events]:
                    attempt = Attempt(part)
                    send(client, self._address, attempt)
                    with self._lock:
                        self.attempts.append(attempt)
                    if attempt.status is None:
                        return  # the service is gone
                    if not attempt.acknowledged and self._stop.wait(0.05):
                        return


def send_all_again(address: str, attempts: Sequence[Attempt]) -> list[Attempt]:
    """Send every request once more, as it was."""
    again = [Attempt(attempt.events) for attempt in attempts]
    with httpx.Client(timeout=PATIENCE) as client:
        for attempt in again:
            send(client, address, attempt)
    return again
