"""A small invented ledger in memory: a case for every face that a page can have. All persons are invented."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from domain.events import CATALOGUE
from domain.facts import EventRef, Evidence, Fact, Precision
from domain.ledger import Unreadable
from tests.law.cases import ESCORT, GEORGIA, IMMIGRATION, SAMPLES, SUBJECT

NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
SOURCE = "/systems/sample"
SEALED_SUBJECT = {**SUBJECT, "family_name": "sealed:1:U0FNUExF", "born_on": "sealed:1:U0FNUExFLWRheQ=="}
SEALED_ESCORT = {name: value if name == "person" else "sealed:1:U0FNUExF" for name, value in ESCORT.items()}


class Story:
    """Collects facts in the order in which the ledger would have recorded them."""

    def __init__(self) -> None:
        self.facts: dict[str, list[Fact | Unreadable]] = {}
        self._position = 0

    def add(self, case_id: str, type_name: str, days_ago: float, *, lag: float = 0.01, **given: Any) -> Fact:
        envelope = {
            name: given.pop(name) for name in ("corrects", "evidence", "precision", "office") if name in given
        }
        facts = self.facts.setdefault(case_id, [])
        self._position += 1
        occurred = NOW - timedelta(days=days_ago)
        fact = Fact(
            case_id=case_id,
            version=len(facts) + 1,
            position=self._position,
            source=SOURCE,
            event_id=f"{case_id}-{len(facts) + 1}",
            occurred_at=occurred,
            recorded_at=min(NOW, occurred + timedelta(days=lag)),
            data=CATALOGUE[type_name].model_validate({**SAMPLES.get(type_name, {}), **given}),
            **envelope,
        )
        facts.append(fact)
        return fact


def _application(story: Story, case_id: str, days_ago: float, state: str = "RO", **given: Any) -> Fact:
    authority = IMMIGRATION if state == "RO" else f"{state.lower()}-border-guard"
    story.add(
        case_id,
        "ApplicationSubmitted",
        days_ago,
        requesting_state=state,
        requesting_authority=authority,
        subject=SEALED_SUBJECT,
        **given,
    )
    return story.add(case_id, "ApplicationReceived", days_ago - 0.2)


def told() -> Story:
    """Return the story."""
    story = Story()
    case = "readmission-2026-00001"
    _application(
        story,
        case,
        60,
        escorted=True,
        escorts=[SEALED_ESCORT],
        attachments=[{"kind": "annex_1"}, {"kind": "other", "justification": "letter of the employer"}],
    )
    story.add(case, "InterviewRequested", 58)
    story.add(case, "InterviewHeld", 56)
    story.add(case, "ReplySent", 52, decision="accepted")
    story.add(case, "TravelDocumentIssued", 50, valid_until="2027-01-15")
    story.add(case, "TransferNotified", 46, transfer_date=(NOW - timedelta(days=40)).date().isoformat())
    story.add(
        case,
        "TransferCompleted",
        40,
        evidence=(Evidence(reference="handover protocol 12/2026", sha256="0" * 63 + "1"),),
    )

    silent = "readmission-2026-00002"
    _application(story, silent, 40)
    story.add(silent, "DeemedConsentChallenged", 20)
    story.add(silent, "ReplySent", 18, decision="refused", grounds=["the person is no national"])

    torn = "readmission-2026-00003"
    _application(story, torn, 30)
    story.add(torn, "ReplySent", 26, decision="accepted")
    story.add(torn, "ReplySent", 25, decision="refused", grounds=["a second look at the file"])

    headless = "readmission-2026-00004"
    story.add(headless, "ReplySent", 12, decision="accepted", lag=9)

    mended = "readmission-2026-00005"
    _application(story, mended, 22)
    wrong = story.add(mended, "ReplySent", 3, decision="refused", grounds=["entered for another person"])
    story.add(
        mended,
        "ReplySent",
        12,
        decision="accepted",
        lag=10,
        precision=Precision.DAY,
        corrects=EventRef(source=wrong.source, event_id=wrong.event_id),
    )
    notice = story.add(
        mended, "TransferNotified", 2, transfer_date=(NOW + timedelta(days=1)).date().isoformat()
    )
    story.add(
        mended,
        "EventRetracted",
        1,
        event_id=notice.event_id,
        event_source=notice.source,
        reason="sent by mistake; nothing was notified",
    )
    story.add(mended, "TransferNotified", 0.5, transfer_date=(NOW + timedelta(days=2)).date().isoformat())

    _application(story, "readmission-2026-00006", 9, state="DE")
    _application(story, "readmission-2026-00007", 2)
    _application(story, "readmission-2026-00008-with-a-very-long-name-of-its-reporting-system-0001", 1)

    stopped = "readmission-2026-00009"
    _application(story, stopped, 5)
    story.facts[stopped].append(Unreadable(9999, stopped, 3, "unknown event type"))

    claim = "claim-2026-00001"
    story.add(claim, "InvoiceIssued", 45)
    story.add(claim, "InvoiceReceived", 44)
    transit = "transit-2026-00001"
    story.add(
        transit,
        "TransitRequested",
        10,
        planned_on=(NOW + timedelta(days=3)).date().isoformat(),
        subject=SEALED_SUBJECT,
    )
    story.add(transit, "TransitRequestReceived", 9)
    programme = "programme-2026-00001"
    story.add(
        programme,
        "ProgrammeRegistered",
        1200,
        funder="eu-european-union",
        partner="un-iom",
        budget={"amount": "4800000.00", "currency": "EUR"},
        months=42,
        not_before="2013-01-01",
        not_after="2017-12-31",
        activities=16,
    )
    story.add(programme, "ProgrammeStageReached", 1100, stage="programme_started")
    story.add(programme, "DeliveryRecorded", 400, number=3, delivery="equipment_and_software")
    story.add(programme, "SpendingRecorded", 40, number=3, amount={"amount": "5000000.00", "currency": "EUR"})
    story.add(programme, "SpendingRecorded", 39, amount={"amount": "10.00", "currency": "USD"})

    register = "register-ge-ro"
    story.add(register, "ContactChanged", 20, effective_on=(NOW - timedelta(days=15)).date().isoformat())
    return story


__all__ = ["GEORGIA", "NOW", "Story", "told"]
