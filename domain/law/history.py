"""The effective facts of one case: corrected, without the retracted, in the order of the world."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from typing import TypeVar, cast

from domain.cases.identity import case_kind
from domain.events import EventData
from domain.events.ledger import EventRetracted
from domain.facts import Fact

Data = TypeVar("Data", bound=EventData)
Found = TypeVar("Found")


class Contradicted(Exception):
    """Facts exclude each other where only one can be true: what depends on them is undetermined."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        super().__init__(facts[0].type)
        self.facts = tuple(facts)


class Missing(Exception):
    """A fact that must have happened was not recorded: what depends on it is undetermined."""

    def __init__(self, *types: type[EventData]) -> None:
        super().__init__(", ".join(model.TYPE for model in types))
        self.types = tuple(model.TYPE for model in types)


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that a later event corrected or retracted."""

    original: Fact
    by: Fact


class History:
    """What one case holds to be true, from what was recorded.

    Facts stand in the order in which they happened; facts of the same instant in the order in which they
    were recorded. A corrected fact keeps its place in the log, so that what it triggered keeps its identity.
    """

    __slots__ = (
        "_by_type",
        "_joined",
        "_noted",
        "case_id",
        "changes",
        "facts",
        "idle",
        "kind",
        "later",
        "recorded",
    )

    def __init__(self, case_id: str, recorded: Iterable[Fact], *, as_of: datetime | None = None) -> None:
        self.case_id = case_id
        self.kind = case_kind(case_id)
        self.recorded = tuple(recorded)
        effective, self.changes, self.idle = _effective(self.recorded)
        effective.sort(key=lambda fact: (fact.occurred_at, fact.position))
        if as_of is not None and effective and effective[-1].occurred_at > as_of:
            self.later = tuple(fact for fact in effective if fact.occurred_at > as_of)
            effective = [fact for fact in effective if fact.occurred_at <= as_of]
        else:
            self.later = ()
        self.facts = tuple(effective)
        by_type: dict[type[EventData], list[Fact]] = {}
        for fact in effective:
            by_type.setdefault(type(fact.data), []).append(fact)
        self._by_type = by_type
        self._joined: dict[tuple[type[EventData], ...], Sequence[Fact]] = {}
        self._noted: dict[object, object] = {}

    def all(self, *types: type[EventData]) -> Sequence[Fact]:
        """Return the facts of these types, in the order of the world."""
        return self.of(types)

    def of(self, types: tuple[type[EventData], ...]) -> Sequence[Fact]:
        """Return the facts of these types, in the order of the world; the same as ``all``, for a tuple at hand."""
        if len(types) == 1:
            return self._by_type.get(types[0], ())
        wanted = self._joined.get(types)
        if wanted is None:
            wanted = tuple(fact for fact in self.facts if type(fact.data) in types)
            self._joined[types] = wanted
        return wanted

    def first(self, *types: type[EventData]) -> Fact | None:
        """Return the earliest fact of these types, or None."""
        found = self.of(types)
        return found[0] if found else None

    def last(self, *types: type[EventData]) -> Fact | None:
        """Return the latest fact of these types, or None."""
        found = self.of(types)
        return found[-1] if found else None

    def sole(self, model: type[EventData]) -> Fact | None:
        """Return the only fact of a type, or None; raises Contradicted when there are several."""
        found = self._by_type.get(model)
        if not found:
            return None
        if len(found) > 1:
            raise Contradicted(found)
        return found[0]

    def need(self, model: type[EventData]) -> Fact:
        """Return the only fact of a type; raises Missing or Contradicted."""
        fact = self.sole(model)
        if fact is None:
            raise Missing(model)
        return fact

    def after(self, instant: datetime, *types: type[EventData]) -> Fact | None:
        """Return the earliest fact of these types at or after an instant, or None."""
        return next((fact for fact in self.of(types) if fact.occurred_at >= instant), None)

    def before(self, instant: datetime, *types: type[EventData]) -> Fact | None:
        """Return the latest fact of these types at or before an instant, or None."""
        return next((fact for fact in reversed(self.of(types)) if fact.occurred_at <= instant), None)

    def has(self, model: type[EventData]) -> bool:
        """Tell whether any fact of a type stands."""
        return model in self._by_type

    @property
    def types(self) -> Iterable[type[EventData]]:
        """The event types that occur."""
        return self._by_type.keys()


def once(ask: Callable[[History], Found]) -> Callable[[History], Found]:
    """Let what many rules ask of a history be found out once; ``ask`` must not raise."""

    @wraps(ask)
    def asked(history: History) -> Found:
        noted = history._noted  # noqa: SLF001  # the two belong together
        if ask not in noted:
            noted[ask] = ask(history)
        return cast("Found", noted[ask])

    return asked


def known_at(recorded: Iterable[Fact], instant: datetime | None) -> tuple[Fact, ...]:
    """Return what the ledger knew at an instant; all of it when none is given."""
    if instant is None:
        return tuple(recorded)
    return tuple(fact for fact in recorded if fact.recorded_at <= instant)


class _Editions:
    """Builds what is effective, fact by fact in the order of recording."""

    def __init__(self) -> None:
        self.standing: dict[tuple[str, str], list[Fact]] = {}
        self.changes: list[Change] = []
        self.idle: list[Fact] = []
        self._roots: dict[tuple[str, str], tuple[str, str]] = {}
        #: What each retraction removed, by the retraction's key, and under which root it stood.
        self._removed: dict[tuple[str, str], tuple[Fact, tuple[str, str], list[Fact]]] = {}

    def take(self, fact: Fact) -> None:
        """Take the next fact: a new one, a correction, or a retraction."""
        target = _target(fact)
        if target is None:
            self.standing[fact.key] = [fact]
        elif target in self._removed and fact.corrects is None:
            self._restore(target, fact)
        elif not (editions := self.standing.get(self._roots.get(target, target))):
            self.idle.append(fact)
        elif fact.corrects is not None:
            self.changes.append(Change(editions[-1], fact))
            self._roots[fact.key] = self._roots.get(target, target)
            editions.append(fact)
        else:
            self._remove(target, editions, fact)

    def _remove(self, target: tuple[str, str], editions: list[Fact], by: Fact) -> None:
        root = self._roots.get(target, target)
        gone = [edition for edition in editions if target in (root, edition.key)]
        self.changes.append(Change(gone[-1] if gone else editions[-1], by))
        editions[:] = [edition for edition in editions if edition not in gone]
        self._removed[by.key] = (by, root, gone)

    def _restore(self, target: tuple[str, str], by: Fact) -> None:
        retraction, root, gone = self._removed.pop(target)
        self.changes = [change for change in self.changes if change.by is not retraction]
        self.changes.append(Change(retraction, by))
        self.standing[root] = sorted([*self.standing.get(root, []), *gone], key=lambda fact: fact.position)


def _effective(recorded: tuple[Fact, ...]) -> tuple[list[Fact], tuple[Change, ...], tuple[Fact, ...]]:
    """Apply corrections and retractions in the order of recording; also return those that changed nothing.

    Retracting a fact takes its corrections with it; retracting a correction brings back what it corrected, and
    retracting a retraction what it removed.
    """
    if not any(fact.corrects is not None or type(fact.data) is EventRetracted for fact in recorded):
        return list(recorded), (), ()
    editions = _Editions()
    for fact in sorted(recorded, key=lambda fact: fact.position):
        editions.take(fact)
    facts = [_in_place(standing) for standing in editions.standing.values() if standing]
    return facts, tuple(editions.changes), tuple(editions.idle)


def _in_place(standing: list[Fact]) -> Fact:
    original, last = standing[0], standing[-1]
    if last is original:
        return original
    return replace(last, position=original.position, version=original.version)


def _target(fact: Fact) -> tuple[str, str] | None:
    if fact.corrects is not None:
        return (fact.corrects.source, fact.corrects.event_id)
    if isinstance(fact.data, EventRetracted):
        return (fact.data.event_source or fact.source, fact.data.event_id)
    return None
