"""CloudEvents of an invented case."""

from __future__ import annotations

from typing import Any

PERSON = "7d0a5e0e-4a57-4b3c-9a0e-0d8f7f5a1c11"
CASE = "readmission-2026-test-1"


def event(number: int = 1, **changes: Any) -> dict[str, Any]:
    """A reply, which any readmission case may hold; what is None is left out."""
    stated: dict[str, Any] = {
        "specversion": "1.0",
        "id": f"reply-{number}",
        "source": "/test/ge",
        "type": "ReplySent",
        "subject": CASE,
        "time": "2026-03-10T10:00:00+04:00",
        "data": {
            "decision": "accepted",
            "by": "ge-migration-department",
            "to": "ro-immigration-inspectorate",
            "channel": "official_email",
            "language": "en",
        },
    }
    stated.update(changes)
    return {name: value for name, value in stated.items() if value is not None}


def application(number: int = 1, **subject: str) -> dict[str, Any]:
    """An application from Romania, with a person."""
    return event(
        number,
        id=f"application-{number}",
        type="ApplicationSubmitted",
        source="/test/ro",
        time="2026-03-02T10:00:00+02:00",
        data={
            "requesting_state": "RO",
            "requested_state": "GE",
            "requesting_authority": "ro-immigration-inspectorate",
            "requested_authority": "ge-migration-department",
            "subject": {"person": PERSON, "category": "national_of_requested_state", **subject},
            "channel": "official_email",
            "form": "annex_5",
            "language": "en",
        },
    )


def receipt(number: int = 1) -> dict[str, Any]:
    return event(
        number,
        id=f"receipt-{number}",
        type="ApplicationReceived",
        time="2026-03-02T13:00:00+04:00",
        data={"requested_state": "GE", "authority": "ge-migration-department"},
    )
