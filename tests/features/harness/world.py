"""The case of one scenario: its facts, recorded as the ledger records them, and its report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.codec import decode, encode
from domain.errors import MatianeError
from domain.events import EventData
from domain.facts import Draft, Envelope, EventRef, Fact, admit
from domain.law.calendars import load_calendars
from domain.law.history import History, known_at
from domain.law.judge import Obligation, Report, judge
from domain.law.library import load_law
from domain.law.provision import Provision
from domain.law.verdict import Status
from domain.law.zones import TBILISI
from tests.features.harness import mandates
from tests.features.harness.defaults import Setting, defaults
from tests.features.harness.moments import EVENING, NOON, Moment
from tests.features.harness.protocol import KINDS, protocol_defaults
from tests.features.harness.tables import Rows, laid_over

SOURCE = "/feature"
#: A fact is recorded a minute after it happened, unless the feature says when.
DELAY = timedelta(minutes=1)


class Keys:
    """One key for every person, in memory."""

    def key_for(self, person: UUID) -> bytes:
        return person.bytes * 2

    def find(self, person: UUID) -> bytes | None:
        return person.bytes * 2


class World:
    """What has been stated so far."""

    def __init__(self) -> None:
        self.kind = "readmission"
        self.setting = Setting()
        self.facts: list[Fact] = []
        self.refusal: MatianeError | None = None
        self._asked: tuple[datetime, datetime | None] | None = None
        self._report: Report | None = None

    @property
    def case_id(self) -> str:
        return f"{self.kind}-feature-1"

    def state(
        self,
        model: type[EventData],
        when: Moment,
        rows: Rows = None,
        *,
        recorded: Moment | None = None,
        corrects: Fact | None = None,
        **fields: Any,
    ) -> Fact:
        """Record a fact: the lawful defaults, then the fields of the step, then its table."""
        known = recorded.at(EVENING) if recorded else when.at(NOON) + DELAY
        data = self._defaults(model, when)
        if corrects is not None:
            data = corrects.data.model_dump(mode="json", exclude_none=True)
        draft = self._draft(model, when, laid_over(model, {**data, **fields}, rows), corrects)
        state = encode(admit(draft, known), Keys())
        number = len(self.facts) + 1
        fact = decode(state, version=number, position=number, recorded_at=known)
        self.facts.append(fact)
        self._report = None
        return fact

    def offer(self, model: type[EventData], when: Moment, now: Moment, rows: Rows) -> None:
        """Ask the ledger to admit a fact, and keep its refusal."""
        draft = self._draft(model, when, laid_over(model, self._defaults(model, when), rows), None)
        try:
            admit(draft, now.at(NOON))
        except MatianeError as refusal:
            self.refusal = refusal

    def _defaults(self, model: type[EventData], when: Moment) -> dict[str, Any]:
        if self.kind in mandates.KINDS:
            return mandates.lawful(model)
        if self.kind in KINDS:
            return protocol_defaults(model, when.at(NOON))
        return defaults(model, self.setting)

    def _draft(
        self, model: type[EventData], when: Moment, data: dict[str, Any], corrects: Fact | None
    ) -> Draft:
        envelope = Envelope(
            case_id=self.case_id,
            source=SOURCE,
            event_id=f"event-{len(self.facts) + 1}",
            occurred_at=when.at(NOON),
            corrects=EventRef(source=corrects.source, event_id=corrects.event_id) if corrects else None,
        )
        return Draft(envelope=envelope, data=model.model_validate(data))

    def last(self, model: type[EventData]) -> Fact:
        """Return the fact of a type that was stated last."""
        for fact in reversed(self.facts):
            if isinstance(fact.data, model):
                return fact
        raise AssertionError(f"the scenario states no {model.LABEL[0]!r}")

    def judge(self, as_of: datetime, known: datetime | None = None) -> None:
        """Ask for the report of a moment, from what was known at another."""
        self._asked = (as_of, known)
        self._report = None

    @property
    def report(self) -> Report:
        """The report asked for; where nothing was asked, that of the end of the last fact's day."""
        if self._report is None:
            as_of, known = self._asked or (self._evening(), None)
            facts = known_at(self.facts, known)
            history = History(self.case_id, facts, as_of=as_of)
            self._report = judge(history, load_law(), load_calendars(), as_of)
        return self._report

    def _evening(self) -> datetime:
        last = max(fact.occurred_at for fact in self.facts)
        day = last.astimezone(TBILISI).date()
        return datetime.combine(day, EVENING, tzinfo=TBILISI).astimezone(UTC)

    def obligations(self, provision: Provision) -> Sequence[Obligation]:
        """Return what the report holds of a provision, by trigger."""
        return [item for item in self.report.obligations if item.norm.id == provision.id]

    def one(self, provision: Provision, place: int | None = None) -> Obligation:
        """Return the only obligation of a provision (leaving aside what does not apply), or the n-th of all."""
        found = self.obligations(provision)
        if place is None:
            found = [item for item in found if item.verdict.status is not Status.NOT_APPLICABLE] or found
            assert len(found) == 1, f"{provision.id} has {len(found)} obligations here; {self.told()}"
            return found[0]
        assert len(found) > place, f"{provision.id} has {len(found)} obligations here; {self.told()}"
        return found[place]

    def told(self) -> str:
        """Tell what the report holds, for the message of a failure."""
        lines = [
            f"{item.id} {item.verdict.status} {item.verdict.reasons}" for item in self.report.obligations
        ]
        return "the report holds:\n  " + "\n  ".join([*lines, f"status {self.report.status.code}"])


def local(instant: datetime, where: ZoneInfo = TBILISI) -> str:
    """Write an instant as features do."""
    return instant.astimezone(where).strftime("%Y-%m-%d at %H:%M")
