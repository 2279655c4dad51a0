"""Reads a plan as JSON states it; what cannot be one is refused by the names of its members."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import orjson
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from api.errors import Refused
from api.wording import INSTANT, faults, pointer_to, words
from domain.law.planning import InvalidPlan, PlanRequest, refusals
from domain.law.planning.errors import Wrong

READER: Final[TypeAdapter[PlanRequest]] = TypeAdapter(PlanRequest)
KINDS: Final = ("visit", "outgoing", "reception", "credentials", "ceremony")


def plan_schemas() -> dict[str, Any]:
    """Return the component schemas of a plan; ``PlanRequest`` is the whole of it."""
    whole = READER.json_schema(ref_template="#/components/schemas/{model}")
    return {**whole.pop("$defs", {}), "PlanRequest": whole}


def plan_of(content: object) -> PlanRequest:
    """Return the plan that a JSON value states; raises Refused with everything that is wrong with it."""
    if not isinstance(content, dict):
        raise Refused([InvalidPlan("write the plan as an object in braces", pointer="")])
    try:
        plan = READER.validate_json(orjson.dumps(content), strict=True)
    except ValidationError as error:
        raise Refused(list(_faults(error))) from None
    contradictions = list(refusals(plan))
    if contradictions:
        raise Refused(contradictions)
    return plan


def _faults(error: ValidationError) -> Iterator[InvalidPlan]:
    places = [place for place, _ in faults(error)]
    details = error.errors(include_url=False, include_input=False)
    for place, detail in zip(places, details, strict=True):
        # The first part names the kind of plan, which is no member of it.
        within = place[1:] if place and place[0] in KINDS else place
        if detail["type"].startswith("union_tag"):
            yield InvalidPlan(f"say what is planned: write one of {', '.join(KINDS)}", pointer="/kind")
        else:
            wrong: Wrong = "required" if detail["type"] == "missing" else "value"
            yield InvalidPlan(_words(within, detail), pointer=pointer_to(within), wrong=wrong)


def _words(place: tuple[str | int, ...], detail: ErrorDetails) -> str:
    name = str(place[-1]) if place else ""
    if detail["type"] == "value_error" and name.endswith("_at"):
        return INSTANT
    return words(detail)
