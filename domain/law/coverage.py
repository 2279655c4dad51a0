"""Which provisions have scenarios: from the law book and parsed features to counts and a map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.law.book import LawBook, LawPack
from domain.law.provision import Assessment, Provision, Text


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario of a feature, as far as the law is concerned."""

    name: str
    #: The feature file, relative to the folder of features.
    file: str
    line: int
    #: Tags of the scenario, its rule and its feature, without the at sign.
    tags: tuple[str, ...]
    #: What it claims: the text of its Then steps.
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProvisionCoverage:
    """A provision, whether a norm judges it, and the scenarios that show it."""

    id: str
    citation: Text
    assessment: Assessment
    aggregate: bool
    has_norm: bool
    scenarios: tuple[Scenario, ...]
    #: An aggregate of which every part has a scenario.
    by_parts: bool = False


@dataclass(frozen=True, slots=True)
class InstrumentCoverage:
    """How far the scenarios cover one instrument; every provision is in exactly one of the three kinds."""

    instrument: str
    provisions: int
    judged: int
    attested: int
    shown: int
    with_scenario: int
    without: tuple[str, ...]

    def data(self) -> dict[str, str | int | list[str]]:
        """Return the row as JSON can hold it."""
        return {
            "instrument": self.instrument,
            "provisions": self.provisions,
            "judged": self.judged,
            "attested": self.attested,
            "shown": self.shown,
            "with_scenario": self.with_scenario,
            "without": list(self.without),
        }


def parts_of(aggregate: str, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the provisions that an aggregate is made of: those whose ids continue its own."""
    return tuple(item for item in ids if item.startswith((f"{aggregate}/", f"{aggregate}.")))


def coverage(law: LawBook, scenarios: Sequence[Scenario]) -> tuple[InstrumentCoverage, ...]:
    """Return one row per instrument. An aggregate has a scenario when each of its parts has one."""
    tagged = _by_tag(scenarios)
    return tuple(_instrument(pack, tagged) for pack in law.packs)


def provision_map(law: LawBook, scenarios: Sequence[Scenario]) -> tuple[ProvisionCoverage, ...]:
    """Return provision, norm and scenarios, in the order of the texts."""
    tagged = _by_tag(scenarios)
    atomic = [item.id for pack in law.packs for item in pack.provisions if not item.aggregate]
    return tuple(
        ProvisionCoverage(
            item.id,
            item.citation,
            item.assessment,
            item.aggregate,
            item.id in law.norm_by_id,
            tuple(tagged.get(item.id, ())),
            item.aggregate and _covered(item, atomic, tagged),
        )
        for pack in law.packs
        for item in pack.provisions
    )


def _by_tag(scenarios: Iterable[Scenario]) -> Mapping[str, list[Scenario]]:
    tagged: dict[str, list[Scenario]] = defaultdict(list)
    for scenario in scenarios:
        for tag in dict.fromkeys(scenario.tags):
            tagged[tag].append(scenario)
    return tagged


def _covered(item: Provision, atomic: Iterable[str], tagged: Mapping[str, object]) -> bool:
    wanted = parts_of(item.id, atomic) if item.aggregate else (item.id,)
    return bool(wanted) and all(part in tagged for part in wanted)


def _instrument(pack: LawPack, tagged: Mapping[str, list[Scenario]]) -> InstrumentCoverage:
    atomic = [item.id for item in pack.provisions if not item.aggregate]

    without = tuple(item.id for item in pack.provisions if not _covered(item, atomic, tagged))
    kinds = [item.assessment for item in pack.provisions]
    return InstrumentCoverage(
        pack.instrument.id,
        len(pack.provisions),
        kinds.count(Assessment.JUDGED),
        kinds.count(Assessment.ATTESTED),
        kinds.count(Assessment.SHOWN),
        len(pack.provisions) - len(without),
        without,
    )
