"""Steps of ceremonies. A step says who did what; when and in which programme item stands beside it."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """One movement of a ceremony, in the order of the decree's articles."""

    # Art. 3(1), greeting
    GUARD_REPORTS = "guard_commander_reports"
    GUEST_BOWS_TO_FLAG = "guest_bows_to_flag"
    # Art. 3(2), farewell
    # Art. 3(5), talks, signing, press conference
    # Art. 3(6)-(9), dinner, theatre, trips
    # Art. 4-18
    # Art. 19, wreath
    # Art. 20, credentials
    # Art. 21-24, ceremonies
    # Art. 25-27, preparation
    OTHER = "other_step"
