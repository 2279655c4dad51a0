"""Art. 6: other documents."""

from __future__ import annotations

import pytest

from domain.events.readmission import ApplicationSubmitted, OtherDocumentsDecided
from domain.law.verdict import Status
from tests.law.cases import GEORGIA, IMMIGRATION, case

ATTACH = "protocol-ro/art-6/1"
WEIGH = "protocol-ro/art-6/2"
LATER = "2026-07-01T12:00+04:00"


@pytest.mark.parametrize(
    ("kinds", "status"),
    [
        (["other"], Status.FULFILLED),
        (["annex_1", "other"], Status.FULFILLED),
        (["annex_1"], Status.NOT_APPLICABLE),
        ([], Status.NOT_APPLICABLE),
    ],
)
def test_the_permission_is_used_or_not(kinds: list[str], status: Status) -> None:
    told = case().record(ApplicationSubmitted, attachments=[{"kind": kind} for kind in kinds])
    assert told.judge(LATER).status(ATTACH) is status


@pytest.mark.parametrize(
    ("by", "status"),
    [(GEORGIA, Status.FULFILLED), (IMMIGRATION, Status.BREACHED), ("ge-mfa", Status.BREACHED)],
)
def test_the_requested_authority_weighs_them(by: str, status: Status) -> None:
    told = case().record(ApplicationSubmitted).record(OtherDocumentsDecided, by=by)
    assert told.judge(LATER).status(WEIGH) is status


def test_before_the_protocol() -> None:
    told = case().at("2019-06-01T12:00+04:00").record(ApplicationSubmitted).record(OtherDocumentsDecided)
    assert told.judge(LATER).status(WEIGH) is Status.NOT_APPLICABLE
