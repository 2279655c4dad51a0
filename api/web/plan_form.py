"""The form of a plan: its fields by kind, what stands in them, and the plan that they state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from api.errors import Refused
from api.planning import KINDS, plan_of
from api.web.query import BadQuery, Query
from api.web.sheet_rows import Choice
from api.web.speech import Speech
from domain.events.state_protocol.vocabulary import (
    Activity,
    CeremonyForm,
    CredentialsForm,
    GuestRank,
    OutgoingCategory,
    ReceptionGuests,
    VisitCategory,
)
from domain.law.planning import InvalidPlan, PlanRequest
from domain.law.words import term

Sort = Literal["choice", "moment", "day", "check"]
#: Items of the programme that the form has room for.
ITEMS: Final = 8
_HOSTS: Final = ("ge-president", "ge-state-minister")
_STATE: Final = "state"
#: Codes of States other than Georgia; the rest are groups of States and placeholders.
_CODE: Final = re.compile(r"(?!GE|EU|EZ|UN|QO|XA|XB|ZZ)[A-Z]{2}")
#: A member of an item of the programme: ``/programme/0/starts_at``.
_OF_ITEM: Final = re.compile(r"/programme/(\d+)/([a-z_]+)")
#: Fields of each kind: member of the plan, sort, values.
_FIELDS: Final[Mapping[str, Sequence[tuple[str, Sort, type[StrEnum] | Sequence[str] | str]]]] = {
    "visit": (
        ("category", "choice", VisitCategory),
        ("rank", "choice", GuestRank),
        ("guest_state", "choice", _STATE),
        ("arrival_at", "moment", ""),
        ("departure_at", "moment", ""),
        ("with_spouse", "check", ""),
    ),
    "outgoing": (
        ("category", "choice", OutgoingCategory),
        ("host_state", "choice", _STATE),
        ("starts_at", "moment", ""),
        ("ends_at", "moment", ""),
        ("treaties", "check", ""),
    ),
    "reception": (
        ("host", "choice", _HOSTS),
        ("guests", "choice", ReceptionGuests),
        ("guest_state", "choice", _STATE),
        ("starts_at", "moment", ""),
    ),
    "credentials": (("form", "choice", CredentialsForm), ("starts_at", "moment", "")),
    "ceremony": (
        ("form", "choice", CeremonyForm),
        ("guest_rank", "choice", GuestRank),
        ("guest_state", "choice", _STATE),
        ("starts_at", "moment", ""),
        ("deciding_round_on", "day", ""),
    ),
}
LABELS: Final = {
    "category": "plan.category",
    "rank": "plan.rank",
    "guest_state": "plan.guest_state",
    "arrival_at": "plan.arrival_at",
    "departure_at": "plan.departure_at",
    "with_spouse": "plan.with_spouse",
    "host_state": "plan.host_state",
    "starts_at": "plan.starts_at",
    "ends_at": "plan.ends_at",
    "treaties": "plan.treaties",
    "host": "plan.host",
    "guests": "plan.guests",
    "form": "plan.form",
    "guest_rank": "plan.rank",
    "deciding_round_on": "plan.deciding_round_on",
    "activity": "plan.activity",
}
_WRONG: Final = {
    "required": "plan.wrong.required",
    "value": "plan.wrong.value",
    "order": "plan.wrong.order",
    "item_order": "plan.wrong.item_order",
    "item_early": "plan.wrong.item_early",
    "item_late": "plan.wrong.item_late",
    "item_twice": "plan.wrong.item_twice",
    "flight": "plan.wrong.flight",
}


@dataclass(frozen=True, slots=True)
class Input:
    """A field of the form, with what stands in it and what is wrong with it."""

    name: str
    sort: Sort
    label: str
    value: str
    choices: tuple[Choice, ...] = ()
    wrong: str = ""


class PlanForm:
    """The form as a reader filled it in."""

    def __init__(self, query: Query, speech: Speech) -> None:
        self._query = query
        self._speech = speech
        kind = query.text("kind")
        self.kind = kind if kind in KINDS else KINDS[0]
        self._wrong: dict[str, str] = {}
        self._rows: list[int] = []

    @property
    def is_filled(self) -> bool:
        """Tell whether anything was asked for."""
        return any(self._query.text(name) for name, _, _ in _FIELDS[self.kind])

    def plan(self) -> PlanRequest | None:
        """Return the plan, or None with what is wrong kept for the fields."""
        content = dict(self._content())
        if self._wrong:
            return None
        try:
            return plan_of(content)
        except Refused as refused:
            for error in refused.errors:
                key = error.wrong if isinstance(error, InvalidPlan) else "value"
                self._wrong.setdefault(self._field_of(error.pointer or ""), self._speech.t(_WRONG[key]))
            return None

    def fields(self) -> tuple[Input, ...]:
        """Return the fields of the kind."""
        return tuple(
            Input(
                name,
                sort,
                self._speech.t(LABELS[name]),
                self._query.text(name),
                self._choices(values),
                self._wrong.get(name, ""),
            )
            for name, sort, values in _FIELDS[self.kind]
        )

    def items(self) -> tuple[tuple[Input, ...], ...]:
        """Return the fields of the programme, a few for each item."""
        own = {"arrival", "departure"} if self.kind == "visit" else set()
        activities = tuple(
            Choice(item.value, term(item.value, self._speech.language))
            for item in Activity
            if item not in own
        )
        return tuple(tuple(self._item(number, activities)) for number in range(1, ITEMS + 1))

    def _item(self, number: int, activities: tuple[Choice, ...]) -> Iterator[Input]:
        for name, sort, label in (
            ("activity", "choice", "plan.activity"),
            ("starts_at", "moment", "plan.item_starts"),
            ("ends_at", "moment", "plan.item_ends"),
        ):
            field = f"{name}-{number}"
            yield Input(
                field,
                "choice" if sort == "choice" else "moment",
                self._speech.t(label),
                self._query.text(field),
                activities if sort == "choice" else (),
                self._wrong.get(field, ""),
            )

    def _choices(self, values: type[StrEnum] | Sequence[str] | str) -> tuple[Choice, ...]:
        language = self._speech.language
        if values == _STATE:
            names = {str(code): str(name) for code, name in self._speech.locale.territories.items()}
            found = [Choice(code, name) for code, name in names.items() if _CODE.fullmatch(code)]
            return tuple(sorted(found, key=lambda item: item.words))
        return tuple(Choice(str(value), term(str(value), language)) for value in values)

    def _content(self) -> Iterator[tuple[str, object]]:
        yield "kind", self.kind
        for name, sort, _ in _FIELDS[self.kind]:
            value = self._value(name, sort)
            if value is not None:
                yield name, value
        programme: list[dict[str, object]] = []
        for number in range(1, ITEMS + 1):
            stated = {
                name: value
                for name, sort in (("activity", "choice"), ("starts_at", "moment"), ("ends_at", "moment"))
                if (value := self._value(f"{name}-{number}", sort)) is not None
            }
            if stated:
                self._rows.append(number)
                programme.append(self._keyed(stated, programme))
        yield "programme", programme

    def _keyed(self, stated: dict[str, object], before: list[dict[str, object]]) -> dict[str, object]:
        """Give a second item of the same activity a key of its own."""
        same = sum(item.get("activity") == stated.get("activity") for item in before)
        return {**stated, "item": f"item-{same + 1}"} if same and "activity" in stated else stated

    def _value(self, name: str, sort: str) -> object:
        if sort == "check":
            return self._query.text(name) == "yes" or None
        if sort != "moment":
            return self._query.text(name) or None
        try:
            found = self._query.moment(name)
        except BadQuery:
            self._wrong[name] = self._speech.t("plan.wrong.value")
            return None
        return found.isoformat() if found else None

    def _field_of(self, pointer: str) -> str:
        """Return the field of a member that was refused."""
        found = _OF_ITEM.fullmatch(pointer)
        if found is None:
            return pointer.removeprefix("/")
        name = "activity" if found[2] == "item" else found[2]
        return f"{name}-{self._rows[int(found[1])]}"
