"""From drafts to what the log stores: admitted, sealed, encoded, and the answers turned back into receipts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final, NamedTuple, Protocol
from uuid import UUID

from domain.codec import content_digest, encode, topic
from domain.errors import (
    ContentConflict,
    MatianeError,
    PersonErased,
    Unavailable,
    UnknownTarget,
    VersionConflict,
)
from domain.events.ledger import EventRetracted
from domain.facts import Draft, admit
from domain.ledger.answers import Answer, Outcome, Receipt
from domain.sealing import Keyring


class PersonKeys(Keyring, Protocol):
    """A keyring that can learn that the log holds other keys than it thought."""

    def refresh(self, persons: Sequence[UUID]) -> None:
        """Read the persons' keys anew."""


class Item(NamedTuple):
    """One event ready to be stored, or to be found stored already."""

    case_id: str
    topic: str
    state: bytes
    source: str
    event_id: str
    digest: bytes
    #: Number of events that the case must have before this one; None for any.
    expected: int | None = None
    #: Version that the event must get; None for the next one.
    explicit: int | None = None
    #: (source, event id) of the events of this case that it corrects or retracts.
    targets: tuple[tuple[str, str], ...] = ()
    #: Keys under which its personal fields are sealed.
    keys: tuple[tuple[UUID, bytes], ...] = ()


class _Noting:
    """Passes a keyring on and notes which keys were used."""

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self.used: dict[UUID, bytes] = {}

    def key_for(self, person: UUID) -> bytes:
        key = self.used.get(person)
        if key is None:
            key = self.used[person] = self._keyring.key_for(person)
        return key

    def find(self, person: UUID) -> bytes | None:
        return self._keyring.find(person)


def _targets(draft: Draft) -> tuple[tuple[str, str], ...]:
    envelope = draft.envelope
    found = []
    if envelope.corrects is not None:
        found.append((envelope.corrects.source, envelope.corrects.event_id))
    if isinstance(draft.data, EventRetracted):
        found.append((draft.data.event_source or envelope.source, draft.data.event_id))
    return tuple(found)


def _unknown_target(draft: Draft) -> UnknownTarget:
    corrects = draft.envelope.corrects
    pointer = "/data/event_id" if corrects is None else "/corrects"
    message = "the corrected or retracted event was never recorded in this case: check its source and id"
    return UnknownTarget(message, pointer=pointer)


def item_of(draft: Draft, keyring: Keyring) -> Item:
    """Seal and encode a draft.

    Raises PersonErased when a person's key was destroyed, InvalidEvent for an unsealable value.
    """
    noting = _Noting(keyring)
    state = encode(draft, noting)
    targets = _targets(draft)
    if any("\0" in part for target in targets for part in target):
        raise _unknown_target(draft)
    envelope = draft.envelope
    return Item(
        case_id=envelope.case_id,
        topic=topic(draft),
        state=state,
        source=envelope.source,
        event_id=envelope.event_id,
        digest=content_digest(state),
        expected=draft.expected_version,
        targets=targets,
        keys=tuple(noting.used.items()),
    )


def _refusal(draft: Draft, answer: Answer) -> MatianeError | None:
    """Return the error that an answer stands for; None when the item itself is in order."""
    match answer.outcome:
        case Outcome.CONTENT_CONFLICT:
            message = (
                "this source and id were used before with other content: send a new event under a new id"
            )
            return ContentConflict(message, pointer="/id")
        case Outcome.VERSION_CONFLICT:
            message = (
                f"the case has {answer.version} events before this one, not {draft.expected_version}: "
                "read the case again and decide anew"
            )
            return VersionConflict(message, pointer="/expectedversion")
        case Outcome.UNKNOWN_TARGET:
            return _unknown_target(draft)
        case Outcome.PERSON_ERASED:
            message = "a person in this event was erased: nothing more can be recorded under this pseudonym"
            return PersonErased(message, pointer="/data")
        case Outcome.KEY_CHANGED:
            return Unavailable("a person's key changed while the event was being recorded: send it again")
        case _:
            return None


def _receipt(item: Item, answer: Answer) -> Receipt:
    if (
        answer.position is None
        or answer.version is None
        or answer.recorded_at is None
        or answer.chain is None
    ):
        raise AssertionError("an accepted item has a place")
    return Receipt(
        source=item.source,
        event_id=item.event_id,
        case_id=item.case_id,
        version=answer.version,
        position=answer.position,
        recorded_at=answer.recorded_at.astimezone(UTC),
        chain=answer.chain.hex(),
        duplicate=answer.outcome == Outcome.DUPLICATE,
    )


class Submission:
    """The drafts of one call on their way into the log.

    All-or-nothing by default: one bad draft refuses all. With ``per_item`` each draft stands alone.
    Send ``pending`` to the log, hand its answers to ``absorb``, and again until that returns True.
    Every method raises the first refusal, with its index, when the submission is all-or-nothing.
    """

    #: How often items are sealed anew under the recorded keys before the caller is asked to come again.
    ATTEMPTS: Final = 3

    def __init__(
        self, drafts: Sequence[Draft], keyring: PersonKeys, *, now: datetime, per_item: bool = False
    ) -> None:
        self._drafts = drafts
        self._keyring = keyring
        self._per_item = per_item
        self._attempts = 0
        self._results: dict[int, Receipt | MatianeError] = {}
        self._items: list[tuple[int, Item]] = []
        for index, draft in enumerate(drafts):
            try:
                self._items.append((index, item_of(admit(draft, now), keyring)))
            except MatianeError as error:
                self._refuse(index, error)

    def _refuse(self, index: int, error: MatianeError) -> None:
        error.at(index)
        if not self._per_item:
            raise error
        self._results[index] = error

    @property
    def pending(self) -> list[list[Item]]:
        """Groups of items that are to be stored together or not at all."""
        if self._per_item:
            return [[item] for _, item in self._items]
        return [[item for _, item in self._items]] if self._items else []

    @property
    def size(self) -> int:
        """Number of events to be stored."""
        return len(self._items)

    @property
    def weight(self) -> int:
        """Number of bytes to be stored."""
        return sum(len(item.state) for _, item in self._items)

    def absorb(self, answers: Sequence[Answer]) -> bool:
        """Take the answers to all pending items; False when some must be sent again under other keys."""
        self._attempts += 1
        answered = list(zip(self._items, answers, strict=True))
        stale = [place for place, answer in answered if answer.outcome == Outcome.KEY_CHANGED]
        if stale and self._attempts < self.ATTEMPTS:
            self._keyring.refresh([person for _, item in stale for person, _ in item.keys])
            if self._per_item:
                self._settle([pair for pair in answered if pair[1].outcome != Outcome.KEY_CHANGED])
            self._reseal([index for index, _ in (stale if self._per_item else self._items)])
            return not self._items
        self._settle(answered)
        self._items = []
        return True

    def _reseal(self, indexes: Sequence[int]) -> None:
        self._items = []
        for index in indexes:
            try:
                self._items.append((index, item_of(self._drafts[index], self._keyring)))
            except MatianeError as error:
                self._refuse(index, error)

    def _settle(self, answered: Sequence[tuple[tuple[int, Item], Answer]]) -> None:
        for (index, item), answer in answered:
            error = _refusal(self._drafts[index], answer)
            if error is not None:
                self._refuse(index, error)
            elif answer.outcome != Outcome.WITHHELD:
                self._results[index] = _receipt(item, answer)

    def results(self) -> list[Receipt | MatianeError]:
        """Return one result per draft, in their order."""
        return [self._results[index] for index in range(len(self._drafts))]
