"""What several routes ask: a case at a moment, and pages that lead to the next one."""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import datetime

from starlette.requests import Request

from api.errors import InvalidParameter
from api.params import Asked
from domain.cases.identity import case_kind
from domain.errors import InvalidEvent
from domain.law.judge import Report
from projections.answers import answer
from projections.questions.at import Moment
from projections.views import Views

Clock = Callable[[], datetime]


def checked_case(case_id: str) -> str:
    """Return a case id that can be one; raises InvalidParameter."""
    try:
        case_kind(case_id)
    except InvalidEvent as error:
        raise InvalidParameter(error.message, pointer="case_id") from None
    return case_id


def moment(asked: Asked, now: datetime) -> Moment:
    """Return the moment asked about; raises InvalidParameter for knowledge that nobody has yet."""
    if asked.known_at is not None and asked.known_at > now:
        message = "the ledger does not know yet what it will know then: name an instant of the past, or leave it out"
        raise InvalidParameter(message, pointer="known_at")
    return Moment(asked.as_of or now, asked.known_at)


def is_present(asked: Asked) -> bool:
    """Tell whether the rows answer, which hold the present."""
    return asked.as_of is None and asked.known_at is None


def report(views: Views, case_id: str, when: Moment) -> Report:
    """Judge one case; raises NotFound and CaseIncomplete."""
    judging = views.judging
    return answer(views.ledger, judging.law, judging.calendars, case_id, when.as_of, when.known_at)


def known(value: str | None, values: Container[str], parameter: str, where: str) -> None:
    """Refuse a filter that nothing can match, so that a typing error is not taken for an empty list."""
    if value is not None and value not in values:
        raise InvalidParameter(f"there is no such value: {where}", pointer=parameter)


def next_address(request: Request, after: str | int | None) -> str | None:
    """Return the address of the next page, with the same filters."""
    if after is None:
        return None
    url = request.url.include_query_params(after=after)
    return f"{url.path}?{url.query}"
