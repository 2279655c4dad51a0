"""Concurrent HTTP clients that cost little: prepared requests over kept-alive connections, nothing parsed but lengths.

Run as a process of its own, so that the clients do not share the interpreter with what they measure.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import cast

import uvloop


class Client(asyncio.Protocol):
    """One connection: sends the next request as soon as the answer to the last one is whole."""

    def __init__(self, requests: Iterator[bytes], deadline: float, done: asyncio.Future[None]) -> None:
        self._requests = requests
        self._deadline = deadline
        self._done = done
        self._sent = 0.0
        self._received = b""
        self.latencies: list[float] = []
        self.refused = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send the first request."""
        self._transport = cast("asyncio.Transport", transport)
        self._next()

    def data_received(self, data: bytes) -> None:
        """Collect the answer."""
        self._received += data
        head, found, body = self._received.partition(b"\r\n\r\n")
        if not found:
            return
        length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        if len(body) < length:
            return
        self.latencies.append(perf_counter() - self._sent)
        self.refused += not head.startswith((b"HTTP/1.1 201", b"HTTP/1.1 200"))
        self._received = b""
        self._next()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell that this client is done."""
        if not self._done.done():
            self._done.set_result(None)

    def _next(self) -> None:
        self._sent = perf_counter()
        request = next(self._requests, None)
        if request is None or self._sent > self._deadline:
            self._transport.close()
        else:
            self._transport.write(request)


async def _run(port: int, clients: int, seconds: float, requests: list[bytes]) -> dict[str, object]:
    loop = asyncio.get_running_loop()
    shared = iter(requests)
    begun = perf_counter()
    futures: list[asyncio.Future[None]] = [loop.create_future() for _ in range(clients)]
    made = [
        await loop.create_connection(partial(Client, shared, begun + seconds, future), "127.0.0.1", port)
        for future in futures
    ]
    await asyncio.gather(*futures)
    took = perf_counter() - begun
    latencies = sorted(value for _, client in made for value in client.latencies)
    return {
        "requests": len(latencies),
        "refused": sum(client.refused for _, client in made),
        "seconds": took,
        "p50_ms": latencies[len(latencies) // 2] * 1000,
        "p99_ms": latencies[len(latencies) * 99 // 100] * 1000,
        "exhausted": next(shared, None) is None,
    }


def main() -> None:
    """Read port, clients, seconds and a file of length-prefixed requests from the arguments."""
    port, clients, seconds, path = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4]
    requests: list[bytes] = []
    with Path(path).open("rb") as file:
        while size := file.read(4):
            requests.append(file.read(int.from_bytes(size, "big")))
    print(json.dumps(uvloop.run(_run(port, clients, seconds, requests))))


if __name__ == "__main__":
    main()
