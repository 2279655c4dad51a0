"""What occurs in the rows, so that filters can offer it."""

from __future__ import annotations

from typing import NamedTuple

from psycopg.rows import tuple_row

from projections.views import Views


class Choices(NamedTuple):
    """Values that filters can offer."""

    #: Kind and status code.
    statuses: tuple[tuple[str, str], ...]
    states: tuple[str, ...]
    norms: tuple[str, ...]


def choices(views: Views) -> Choices:
    """Return which statuses, States and norms occur."""
    statuses = "SELECT DISTINCT kind, status FROM matiane_view.case_status ORDER BY 1, 2"
    states = (
        "SELECT state FROM (SELECT requesting AS state FROM matiane_view.case_status"
        " UNION SELECT requested FROM matiane_view.case_status"
        " UNION SELECT foreign_state FROM matiane_view.case_status) found WHERE state IS NOT NULL ORDER BY 1"
    )
    norms = (
        "SELECT norm FROM unnest(%s::text[]) AS known(norm)"
        " WHERE EXISTS (SELECT FROM matiane_view.obligation o WHERE o.norm = known.norm) ORDER BY 1"
    )
    known = list(views.judging.law.norm_by_id)
    with views.connect() as connection, connection.cursor(row_factory=tuple_row) as cursor:
        return Choices(
            tuple((kind, status) for kind, status in cursor.execute(statuses)),
            tuple(state for (state,) in cursor.execute(states)),
            tuple(norm for (norm,) in cursor.execute(norms, (known,))),
        )
