"""Immutable records that are made by the million: facts, reasons, verdicts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def record(cls: type[Made]) -> type[Made]:
    """Make a dataclass that the type checker holds to be frozen.

    A dataclass that is frozen at run time takes four times as long to make, because it sets each
    member through a guard; the gate runs the type checker, so assigning to a member still fails there.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
