"""What cannot be planned."""

from __future__ import annotations

from domain.errors import MatianeError


class InvalidPlan(MatianeError):
    """The plan contradicts itself or names what the law does not know; ``pointer`` names the member."""

    code = "invalid-plan"
