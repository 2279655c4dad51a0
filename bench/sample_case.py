"""A readmission from Romania with fifteen events, from the apprehension papers to the payment, on any day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from domain.codec import encode
from domain.events import CATALOGUE
from domain.facts import Draft, Envelope

GEORGIA: Final = "ge-migration-department"
ROMANIA: Final = "ro-immigration-inspectorate"
MISSION: Final = "ge-embassy-bucharest"
PERSON: Final = "00000000-0000-4000-8000-000000000001"
ESCORT: Final = "00000000-0000-4000-8000-000000000002"
FIRST_DAY: Final = datetime(2022, 1, 10, 7, 30, tzinfo=UTC)

_MONEY: Final = {"amount": "240.00", "currency": "EUR"}
_MAIL: Final = {"channel": "official_email", "language": "en"}
_TO_GEORGIA: Final = {"by": ROMANIA, "to": GEORGIA}
_TO_ROMANIA: Final = {"by": GEORGIA, "to": ROMANIA}

#: Hours after the first event, type, data.
STEPS: Final[tuple[tuple[int, str, dict[str, Any]], ...]] = (
    (0, "IrregularStayEstablished", {"person": PERSON, "state": "RO"}),
    (
        24,
        "ApplicationSubmitted",
        {
            "requesting_state": "RO",
            "requested_state": "GE",
            "requesting_authority": ROMANIA,
            "requested_authority": GEORGIA,
            "subject": {
                "person": PERSON,
                "category": "national_of_requested_state",
                "family_name": "Example",
                "given_names": "Sample",
                "born_on": "1990-01-01",
            },
            "form": "annex_5",
            "escorted": True,
            "escorts": [
                {
                    "person": ESCORT,
                    "rank": "inspector",
                    "first_name": "Sample",
                    "surname": "Escort",
                    "document_series": "XX",
                    "document_number": "0000000",
                    "document_issued_on": "2019-03-01",
                }
            ],
            "attachments": [{"kind": "annex_1"}],
            **_MAIL,
        },
    ),
    (26, "ApplicationReceived", {"requested_state": "GE", "authority": GEORGIA}),
    (30, "InterviewRequested", {"by": ROMANIA, "language": "en"}),
    (74, "IntervieweeTransported", {"by_side": "requesting", "cost_borne_by": "requesting"}),
    (76, "InterviewHeld", {"by": MISSION, "venue": "mission_or_consular_post"}),
    (170, "ReplySent", {"decision": "accepted", **_TO_ROMANIA, **_MAIL}),
    (200, "TravelDocumentIssued", {"kind": "issued_by_requested_state", "by": MISSION}),
    (360, "TransferNotified", {"crossing_point": "ge-tbilisi-airport", **_TO_GEORGIA, **_MAIL}),
    (540, "EscortStarted", {"escort_count": 1}),
    (546, "TransferCompleted", {"crossing_point": "ge-tbilisi-airport", "received_by": GEORGIA}),
    (546, "DocumentsHandedOver", {"to": GEORGIA, "documents": ["copy of the consent"]}),
    (
        800,
        "InvoiceIssued",
        {
            "number": "INV-1",
            "money": _MONEY,
            "requesting_state": "RO",
            "requested_state": "GE",
            "issued_by": GEORGIA,
            "bank_details_stated": True,
            "language": "en",
        },
    ),
    (824, "InvoiceReceived", {"number": "INV-1", "received_by": ROMANIA}),
    (1200, "InvoicePaid", {"number": "INV-1", "money": _MONEY, "paid_by": ROMANIA}),
)


class FixedKeys:
    """One key for everybody: nothing here is about keeping keys."""

    def key_for(self, person: UUID) -> bytes:
        """Return the one key."""
        return b"k" * 32

    def find(self, person: UUID) -> bytes | None:
        """Return the one key."""
        return b"k" * 32


def drafts(case_id: str, number: int) -> list[Draft]:
    """Return the events of one case; ``number`` moves it by days and minutes."""
    start = FIRST_DAY + timedelta(days=number % 1200, minutes=number % 97)
    found = []
    for place, (hours, type_name, data) in enumerate(STEPS):
        moment = start + timedelta(hours=hours, minutes=(number * (place + 1)) % 53)
        days = {
            "TransferNotified": {"transfer_date": (start + timedelta(hours=546)).date()},
            "TravelDocumentIssued": {"valid_until": (moment + timedelta(days=90)).date()},
        }
        envelope = Envelope(
            case_id=case_id,
            source="/bench/ro",
            event_id=f"{case_id}.{place:02d}",
            occurred_at=moment,
            office=ROMANIA,
        )
        found.append(
            Draft(
                envelope=envelope,
                data=CATALOGUE[type_name].model_validate({**data, **days.get(type_name, {})}),
            )
        )
    return found


def stored(case_id: str, number: int) -> list[bytes]:
    """Return the stored bytes of one case's events."""
    return [encode(draft, FixedKeys()) for draft in drafts(case_id, number)]
