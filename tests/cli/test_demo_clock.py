"""Examples of a later day than the machine's clock are left out, never refused halfway."""

from __future__ import annotations

from datetime import UTC, datetime

from api.commands.demonstrating import _past
from api.examples import example_drafts


def test_examples_of_the_future_are_left_out() -> None:
    drafts = example_drafts()
    now = datetime(2022, 1, 1, tzinfo=UTC)
    known = _past(drafts, now)
    assert 0 < len(known) < len(drafts)
    assert all(draft.envelope.occurred_at <= now for draft in known)
    assert _past(drafts, datetime(2100, 1, 1, tzinfo=UTC)) == drafts
