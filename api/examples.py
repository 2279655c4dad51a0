"""The examples as drafts, in the order in which they are loaded: the year, then the hand-written cases."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from api.cloudevents import draft_of
from domain.errors import NotFound
from domain.facts import Draft
from domain.ledger import Ledger, Unreadable


def example_drafts() -> Sequence[Draft]:
    """Return every event of the examples. Raises NotFound outside a checkout."""
    try:
        # They stand beside the packages, in the checkout only.
        from examples.cases import example_cases  # noqa: PLC0415
        from examples.year import events  # noqa: PLC0415
    except ModuleNotFoundError:
        raise NotFound("the examples are not here: run the demo from a checkout of Matiane") from None
    by_hand = (event for case in example_cases() for event in case.events)
    return [draft_of(event) for event in chain(events(), by_hand)]


def is_loaded(ledger: Ledger, drafts: Sequence[Draft]) -> bool:
    """Tell whether the examples were loaded: they are loaded in order, so their last event comes last."""
    last = drafts[-1].envelope
    return any(
        not isinstance(entry, Unreadable) and entry.key == (last.source, last.event_id)
        for entry in ledger.history(last.case_id)
    )
