"""Names of statuses for readers; the rows hold only the codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from domain.cases import claim, programme, readmission, register, state_protocol, transit, treaty
from domain.law.provision import Text
from projections.rows import INCOMPLETE, INCOMPLETE_LABEL

LABELS: Final[Mapping[str, Mapping[str, Text]]] = {
    "readmission": readmission.LABELS,
    "transit": transit.LABELS,
    "claim": claim.LABELS,
    "register": {"kept": register.KEPT, "empty": register.EMPTY},
    "programme": programme.LABELS,
    "treaty": treaty.LABELS,
    "cooperation": {"empty": treaty.LABELS["empty"], "recorded": treaty.CooperationCase.RECORDED},
    **dict.fromkeys(state_protocol.ONLY_ONE, state_protocol.LABELS),
}


def label_of(kind: str, status: str) -> Text:
    """Return the name of a status of a kind of case."""
    if status == INCOMPLETE:
        return INCOMPLETE_LABEL
    return LABELS.get(kind, {}).get(status) or Text(status, status)
