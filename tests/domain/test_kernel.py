"""Instants within facts: written out, with a zone, read alike from JSON and from Python."""

from datetime import UTC, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from domain.kernel import Instant

READER = TypeAdapter(Instant)
NOON = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2026-06-01T12:00:00+04:00", "2026-06-01T08:00Z", "2026-06-01 12:00+04:00"])
def test_an_instant_is_read_from_strict_json_and_kept_as_utc(text):
    assert READER.validate_json(f'"{text}"', strict=True) == NOON
    assert READER.validate_python(text) == READER.validate_python(NOON) == NOON


@pytest.mark.parametrize(
    "text",
    ['"2026-06-01T12:00:00"', '"2026-06-01"', "1780300800", '"1780300800"', '"soon"', '"2026-13-01T00:00Z"'],
)
def test_what_is_no_instant_is_refused(text):
    with pytest.raises(ValidationError):
        READER.validate_json(text, strict=True)
