"""The catalogue: every event type by its stable name."""

from __future__ import annotations

from types import MappingProxyType, ModuleType

from domain.errors import UnknownEventType
from domain.events import costs, escort, ledger, mandates, programmes, readmission, register, transit
from domain.events.base import EventData
from domain.events.state_protocol import conduct, preparing, programme, registering

_MODULES: tuple[ModuleType, ...] = (
    ledger,
    readmission,
    escort,
    transit,
    costs,
    register,
    registering,
    programme,
    conduct,
    preparing,
    mandates,
    programmes,
)


def _collect() -> dict[str, type[EventData]]:
    found: dict[str, type[EventData]] = {}
    for module in _MODULES:
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, EventData) and "TYPE" in vars(value):
                found[value.TYPE] = value
    return found


#: Stable name to model, in the order of the modules above.
CATALOGUE = MappingProxyType(_collect())

#: Every kind of case that some event belongs to.
CASE_KINDS = tuple(sorted(frozenset().union(*(model.KINDS for model in CATALOGUE.values()))))


def event_model(name: str) -> type[EventData]:
    """Return the model of an event type; raises UnknownEventType with the way to the list of types."""
    try:
        return CATALOGUE[name]
    except KeyError:
        message = f"unknown event type {name!r}: see /v1/schemas for the {len(CATALOGUE)} known types"
        raise UnknownEventType(message, pointer="/type") from None


__all__ = ["CASE_KINDS", "CATALOGUE", "EventData", "event_model"]
