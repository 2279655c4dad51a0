"""The case as a norm sees it: effective facts, the moment, the provision, calendars and parties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.facts import Fact
from domain.law.calendars import Calendars
from domain.law.history import History


@dataclass(frozen=True, slots=True)
class Parties:
    """The two States of a case."""

    requesting: str
    requested: str

    def are(self, one: str, other: str) -> bool:
        """Tell whether the case lies between these two States."""
        return {self.requesting, self.requested} == {one, other}


@dataclass(frozen=True, slots=True)
class DeemedConsent:
    """The requested side's silence counts as consent since an instant: derived, dated, contestable."""

    #: Id of the provision whose limit ran out.
    norm_id: str
    receipt: Fact
    #: First instant after the latest last day.
    since: datetime
    verified: bool
    #: A reply that came after the limit, if any.
    late_reply: Fact | None
    challenged_by: Fact | None
    accepted_by: Fact | None


class CaseView:
    """What a rule may ask of a case. One view serves all norms of one judgement."""

    __slots__ = ("_days", "as_of", "calendars", "consent", "history", "noted", "parties", "zone")

    def __init__(
        self, history: History, as_of: datetime, calendars: Calendars, parties: Parties | None, zone: ZoneInfo
    ) -> None:
        self.history = history
        self.as_of = as_of
        self.calendars = calendars
        self.parties = parties
        #: Zone of the local days in which the case is told.
        self.zone = zone
        #: Set by the pack before its norms are judged; None where nothing is deemed.
        self.consent: DeemedConsent | None = None
        self._days: dict[datetime, date] = {}
        #: What several norms of one judgement ask for is found out once and kept here.
        self.noted: dict[object, object] = {}

    def day(self, instant: datetime) -> date:
        """Return the local day of an instant."""
        day = self._days.get(instant)
        if day is None:
            day = self._days[instant] = instant.astimezone(self.zone).date()
        return day
