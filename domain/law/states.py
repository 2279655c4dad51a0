"""The States of the agreement: Georgia and the Member States of the European Union, with their civil time."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from domain.law.zones import zone

GEORGIA: Final = "GE"

#: IANA zone of each Member State: that of its capital, where a State has several.
_MEMBER_ZONES: Final = MappingProxyType(
    {
        "AT": "Europe/Vienna",
        "BE": "Europe/Brussels",
        "BG": "Europe/Sofia",
        "CY": "Asia/Nicosia",
        "CZ": "Europe/Prague",
        "DE": "Europe/Berlin",
        "DK": "Europe/Copenhagen",
        "EE": "Europe/Tallinn",
        "ES": "Europe/Madrid",
        "FI": "Europe/Helsinki",
        "FR": "Europe/Paris",
        "GR": "Europe/Athens",
        "HR": "Europe/Zagreb",
        "HU": "Europe/Budapest",
        "IE": "Europe/Dublin",
        "IT": "Europe/Rome",
        "LT": "Europe/Vilnius",
        "LU": "Europe/Luxembourg",
        "LV": "Europe/Riga",
        "MT": "Europe/Malta",
        "NL": "Europe/Amsterdam",
        "PL": "Europe/Warsaw",
        "PT": "Europe/Lisbon",
        "RO": "Europe/Bucharest",
        "SE": "Europe/Stockholm",
        "SI": "Europe/Ljubljana",
        "SK": "Europe/Bratislava",
    }
)
MEMBER_STATES: Final = frozenset(_MEMBER_ZONES)

#: The zone whose midnight ends a day of the State.
STATE_ZONES: Final = MappingProxyType(
    {GEORGIA: zone("Asia/Tbilisi"), **{state: zone(name) for state, name in _MEMBER_ZONES.items()}}
)
