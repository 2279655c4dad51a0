"""The moment that a page is asked about, and how its links keep it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Asked:
    """The state of the world and the state of knowledge asked about; None for the present."""

    as_of: datetime | None = None
    known_at: datetime | None = None
    #: Both as they stood in the address.
    kept: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def is_present(self) -> bool:
        """Tell whether the page speaks of the present."""
        return self.as_of is None and self.known_at is None

    def to(self, path: str, /, **values: str) -> str:
        """Return an address at the same moment; empty values are left out."""
        return address(path, {**values, **self.kept})

    def law(self, provision_id: str) -> str:
        """Return the address of a provision in the law browser."""
        return self.to(f"/law/{quote(provision_id)}")

    def case(self, case_id: str) -> str:
        """Return the address of a case."""
        return self.to(f"/cases/{quote(case_id)}")


PRESENT: Final = Asked()


def address(path: str, values: Mapping[str, str]) -> str:
    """Build an address; empty values are left out."""
    query = urlencode({name: value for name, value in values.items() if value})
    return f"{path}?{query}" if query else path
