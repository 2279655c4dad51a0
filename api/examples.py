"""The example year as drafts, in the order in which it is loaded."""

from __future__ import annotations

from collections.abc import Sequence

from api.cloudevents import draft_of
from domain.errors import NotFound
from domain.facts import Draft
from domain.ledger import Ledger, Unreadable


def example_drafts() -> Sequence[Draft]:
    """Return every event of the example year. Raises NotFound outside a checkout."""
    try:
        from examples.year import events  # noqa: PLC0415  # stands beside the packages, in the checkout only
    except ModuleNotFoundError:
        raise NotFound("the example year is not here: run the demo from a checkout of Matiane") from None
    return [draft_of(event) for event in events()]


def is_loaded(ledger: Ledger, drafts: Sequence[Draft]) -> bool:
    """Tell whether the year was loaded: it is loaded in order, so its last event comes last."""
    last = drafts[-1].envelope
    return any(
        not isinstance(entry, Unreadable) and entry.key == (last.source, last.event_id)
        for entry in ledger.history(last.case_id)
    )
