"""In which order rows of one time stand: that of the text, and within a ceremony that of its steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from domain.law.book import LawBook
from domain.law.decree_386.forms.duties import Duty
from domain.law.decree_386.forms.sequences import AttestedStep, InOrderStep, Order
from domain.law.decree_386.forms.together import Together

#: Place of a provision among all: that of the text, and what it comes after there.
Place = tuple[int, int]

#: What one article asks for and another puts in its place: the anthems for a head of government (Art. 7(1)(d)).
_PUT_BY: Final[Mapping[str, str]] = {"decree-386/art-7/1/c.1": "decree-386/art-3/1/g.3"}


def places(law: LawBook) -> Mapping[str, Place]:
    """Return the place of each provision; a step that the text names early stands after those that precede it."""
    found: dict[str, Place] = {norm: (number, 0) for number, norm in enumerate(law.norm_by_id)}
    for order in _orders(law):
        last: Place = (-1, 0)
        for number, (norm, _) in enumerate(order.steps, 1):
            last = found[norm] = max(found[norm], (last[0], number))
    return found | {norm: found[other] for norm, other in _PUT_BY.items() if norm in found and other in found}


def _orders(law: LawBook) -> Iterator[Order]:
    """Yield each ceremony's order once."""
    seen: dict[int, Order] = {}
    for norm in law.norm_by_id.values():
        for duty in _single(norm.check):
            if isinstance(duty, InOrderStep | AttestedStep):
                seen.setdefault(id(duty.order), duty.order)
    yield from seen.values()


def _single(check: object) -> Iterator[Duty]:
    if isinstance(check, Together):
        yield from check.parts
    elif isinstance(check, Duty):
        yield check
