"""The law in one edition: instruments, provisions, notes, and norms indexed by what triggers them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from domain.cases.definition import CaseDefinition
from domain.errors import NotFound
from domain.events import EventData
from domain.law.norm import Applies, Excuse, Norm, RuleSet
from domain.law.provision import Instrument, Note, Provision


@dataclass(frozen=True, slots=True)
class LawPack:
    """One legal instrument: its provisions as data, its norms as code."""

    instrument: Instrument
    provisions: tuple[Provision, ...]
    notes: tuple[Note, ...]
    norms: tuple[Norm, ...]


class Triggered(NamedTuple):
    """A norm, and which of the types at hand trigger it: found out once for every set of types."""

    norm: Norm
    types: tuple[type[EventData], ...]
    #: These types only show that a trigger is missing: the first fact stands for it.
    only_first: bool
    verified: bool


def build_pack(
    instrument: Instrument,
    provisions: Sequence[Provision],
    notes: Sequence[Note],
    rules: Iterable[RuleSet],
    applies: Applies,
    *,
    excuse: Excuse | None = None,
) -> LawPack:
    """Join rules with their provisions; raises ValueError for a rule without a provision."""
    joined = {norm_id: rule for part in rules for norm_id, rule in part.rules.items()}
    norms = tuple(
        Norm(
            provision,
            rule.kinds,
            rule.on,
            rule.instead,
            rule.check,
            applies,
            rule.triggers,
            excuse,
            rule.governs,
        )
        for provision in provisions
        if (rule := joined.pop(provision.id, None)) is not None
    )
    if joined:
        raise ValueError(f"rules without a provision: {', '.join(sorted(joined))}")
    return LawPack(instrument, tuple(provisions), tuple(notes), norms)


class LawBook:
    """All packs of one edition, ready to judge with."""

    def __init__(self, packs: Sequence[LawPack], definitions: Sequence[CaseDefinition]) -> None:
        self.packs = tuple(packs)
        self.provisions: Mapping[str, Provision] = {
            provision.id: provision for pack in packs for provision in pack.provisions
        }
        self.notes: Mapping[str, Note] = {note.id: note for pack in packs for note in pack.notes}
        self.instruments: Mapping[str, Instrument] = {pack.instrument.id: pack.instrument for pack in packs}
        #: When each instrument came into force: the first day of its first provisions.
        self.first_days: Mapping[str, date] = {
            pack.instrument.id: min((item.in_force_from for item in pack.provisions), default=date.max)
            for pack in packs
        }
        self.definitions: Mapping[str, CaseDefinition] = {item.kind: item for item in definitions}
        self._norms = tuple(norm for pack in packs for norm in pack.norms)
        self.norm_by_id: Mapping[str, Norm] = {norm.id: norm for norm in self._norms}
        self._select = lru_cache(maxsize=4096)(self._select_norms)

    def provision(self, provision_id: str) -> Provision:
        """Return a provision by its id; raises NotFound."""
        try:
            return self.provisions[provision_id]
        except KeyError:
            raise NotFound(f"no provision has the id {provision_id!r}: see /v1/law for all ids") from None

    def definition(self, kind: str) -> CaseDefinition:
        """Return the definition of a kind of case; raises NotFound."""
        try:
            return self.definitions[kind]
        except KeyError:
            raise NotFound(f"no kind of case is called {kind!r}") from None

    def triggered(
        self, kind: str, types: frozenset[type[EventData]], of: tuple[str, str] | None = None
    ) -> tuple[Triggered, ...]:
        """Return the norms that a case of this kind with facts of exactly these types triggers, in text order.

        ``of`` is the category and rank of a visit: norms that speak to others only are left out.
        """
        return self._select(kind, types, of)

    def _select_norms(
        self, kind: str, types: frozenset[type[EventData]], of: tuple[str, str] | None
    ) -> tuple[Triggered, ...]:
        return tuple(
            found
            for norm in self._norms
            if kind in norm.kinds
            and (of is None or norm.provision.scope.holds(*of))
            and (found := _triggered(norm, types)) is not None
        )


def _triggered(norm: Norm, types: frozenset[type[EventData]]) -> Triggered | None:
    verified = norm.provision.mark.verified
    if on := tuple(model for model in norm.on if model in types):
        return Triggered(norm, on, only_first=False, verified=verified)
    if instead := tuple(model for model in norm.instead if model in types):
        return Triggered(norm, instead, only_first=True, verified=verified)
    return None
