"""What cannot be planned."""

from __future__ import annotations

from typing import Literal

from domain.errors import MatianeError

#: What is wrong with a plan, for readers in another language than the message's.
Wrong = Literal["required", "value", "order", "item_order", "item_early", "item_late", "item_twice", "flight"]


class InvalidPlan(MatianeError):
    """The plan contradicts itself or names what the law does not know; ``pointer`` names the member."""

    code = "invalid-plan"

    def __init__(self, message: str, *, pointer: str, wrong: Wrong = "value") -> None:
        super().__init__(message, pointer=pointer)
        self.wrong: Wrong = wrong
