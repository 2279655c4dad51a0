"""Cases of state protocol: visits, outgoing visits, receptions, credentials, ceremonies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from domain.cases.definition import NO_SUBJECT, CaseDefinition, CaseStatus, CaseSubject, Gap
from domain.cases.gaps import contradictions
from domain.events import EventData
from domain.events.mandates import TalkingPointsChapterGiven
from domain.events.state_protocol.conduct import InActivity
from domain.events.state_protocol.preparing import MaterialDelivered, MaterialPrepared
from domain.events.state_protocol.programme import (
    ActivityEnded,
    ActivityStarted,
    AircraftDeparted,
    AircraftLanded,
    ProgrammeItemScheduled,
)
from domain.events.state_protocol.registering import (
    CaseCancelled,
    CeremonyRegistered,
    CredentialsRegistered,
    OutgoingVisitRegistered,
    ReceptionRegistered,
    VisitRegistered,
)
from domain.events.state_protocol.things import Material
from domain.events.state_protocol.vocabulary import (
    Activity,
    CeremonyForm,
    CredentialsForm,
    OutgoingCategory,
    ReceptionGuests,
    VisitCategory,
)
from domain.facts import Fact
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.visits import visit_fact
from domain.law.history import History
from domain.law.judge import Obligation
from domain.law.provision import Text
from domain.law.verdict import reason
from domain.law.view import CaseView

LABELS: Final = {
    "empty": Text("Nothing effective recorded", "მოქმედი ჩანაწერი არ არის"),
    "registered": Text("Registered", "დარეგისტრირებულია"),
    "scheduled": Text("Scheduled", "დაგეგმილია"),
    "arrived": Text("Guest in Georgia", "სტუმარი საქართველოშია"),
    "under_way": Text("Under way", "მიმდინარეობს"),
    "departed": Text("Guest departed", "სტუმარი გაემგზავრა"),
    "held": Text("Held", "ჩატარდა"),
    "contradictory": Text("Contradictory times", "ურთიერთსაწინააღმდეგო დროები"),
    "cancelled": Text("Called off", "გაუქმებულია"),
}
#: What a list may be asked for: every category of a visit and every form of a ceremony.
CATEGORIES: Final = tuple(
    sorted(
        {
            member.value
            for words in (VisitCategory, OutgoingCategory, ReceptionGuests, CredentialsForm, CeremonyForm)
            for member in words
        }
    )
)
FINAL: Final = frozenset({"departed", "held", "cancelled"})
#: Fact types of which one case can truly hold only one.
ONLY_ONE: Final[dict[str, tuple[type[EventData], ...]]] = {
    "visit": (VisitRegistered, AircraftLanded, AircraftDeparted),
    "outgoing": (OutgoingVisitRegistered,),
    "reception": (ReceptionRegistered,),
    "credentials": (CredentialsRegistered,),
    "ceremony": (CeremonyRegistered,),
}


class ProtocolCase(CaseDefinition):
    """Definition of one kind of case of state protocol."""

    def __init__(self, kind: str, label: Text) -> None:
        self.kind = kind
        self.label = label

    def subject(self, history: History) -> CaseSubject:
        """Return whose visit, and of which category and rank, or which ceremony it is."""
        opened = history.first(*ONLY_ONE[self.kind][:1])
        return NO_SUBJECT if opened is None else _subject(opened)

    def category_and_rank(self, history: History) -> tuple[str, str] | None:
        """Return category and rank of a visit, to which many provisions speak alone."""
        fact = visit_fact(history)
        if fact is None or not isinstance(fact.data, VisitRegistered):
            return None
        return fact.data.category.value, fact.data.rank.value

    def status(self, view: CaseView, obligations: Sequence[Obligation]) -> tuple[CaseStatus, datetime | None]:
        """How far the programme has come."""
        code, since = _standing(view.history)
        return CaseStatus(code, LABELS[code], since, code in FINAL), None

    def gaps(self, view: CaseView) -> tuple[Gap, ...]:
        """Contradictions, and facts about items that the programme does not have."""
        return (
            *contradictions(view, ONLY_ONE[self.kind]),
            *_outside_the_programme(view),
            *_departed_before_arrival(view),
            *_unregistered(view),
            *_without_security_chapter(view),
        )


def _subject(opened: Fact) -> CaseSubject:
    data = opened.data
    if isinstance(data, VisitRegistered):
        return CaseSubject(data.guest_state, data.category.value, data.rank.value)
    if isinstance(data, OutgoingVisitRegistered):
        return CaseSubject(data.host_state, data.category.value)
    if isinstance(data, ReceptionRegistered):
        return CaseSubject(data.guest_state, data.guests.value)
    if isinstance(data, CeremonyRegistered):
        return CaseSubject(
            data.guest_state, data.form.value, data.guest_rank.value if data.guest_rank else None
        )
    assert isinstance(data, CredentialsRegistered)
    return CaseSubject(None, data.form.value)


def _standing(history: History) -> tuple[str, datetime | None]:
    facts = history.facts
    if not facts:
        return "empty", None
    if (cancelled := history.first(CaseCancelled)) is not None:
        return "cancelled", cancelled.occurred_at
    if history.kind == "visit":
        return _visit_standing(history)
    opened = programme_of(history).main
    return ("registered", facts[0].occurred_at) if opened is None else _item_standing(opened)


def _item_standing(opened: Occasion) -> tuple[str, datetime | None]:
    if opened.ended is not None:
        return "held", opened.ended.occurred_at
    if len(opened.starts) > 1:
        return "contradictory", opened.starts[-1].occurred_at
    if opened.starts:
        return "under_way", opened.starts[0].occurred_at
    if opened.scheduled is not None:
        return "scheduled", opened.scheduled.occurred_at
    return "registered", opened.trigger.occurred_at


def _visit_standing(history: History) -> tuple[str, datetime | None]:
    landed, departed = history.all(AircraftLanded), history.first(AircraftDeparted)
    if len(landed) > 1:
        return "contradictory", landed[-1].occurred_at
    if departed is not None:
        return "departed", departed.occurred_at
    if landed:
        return "arrived", landed[0].occurred_at
    arrival = programme_of(history).sole(Activity.ARRIVAL)
    if arrival is not None and arrival.scheduled is not None:
        return "scheduled", arrival.scheduled.occurred_at
    return "registered", history.facts[0].occurred_at


def _outside_the_programme(view: CaseView) -> Iterator[Gap]:
    """Facts about an item that was neither planned nor begun: recorded, and shown as what they are."""
    programme = programme_of(view.history)
    seen: set[str] = set()
    for fact in view.history.facts:
        data = fact.data
        activity = data.activity if isinstance(data, InActivity | ActivityEnded) else None
        if activity is None or activity.value in seen or programme.of(activity):
            continue
        seen.add(activity.value)
        why = reason("outside_the_programme", activity=activity.value, event=fact.type)
        yield Gap(f"outside_{activity.value}", why, (fact,))


def _departed_before_arrival(view: CaseView) -> Iterator[Gap]:
    arrival, departure = (
        programme_of(view.history).sole(item) for item in (Activity.ARRIVAL, Activity.DEPARTURE)
    )
    if arrival is None or departure is None:
        return
    first, last = _latest(arrival), _latest(departure)
    if first is not None and last is not None and last < first:
        facts = tuple(item for item in (arrival.scheduled, departure.scheduled) if item is not None)
        yield Gap("departure_before_arrival", reason("departure_before_arrival"), facts)


def _latest(occasion: Occasion) -> datetime | None:
    return occasion.starts[-1].occurred_at if occasion.starts else occasion.planned_start


def _without_security_chapter(view: CaseView) -> Iterator[Gap]:
    """Talking points without the defence and security chapter (tasks of the department, task 8)."""
    points = [
        fact
        for fact in view.history.all(MaterialPrepared, MaterialDelivered)
        if isinstance(fact.data, MaterialPrepared | MaterialDelivered)
        and fact.data.material is Material.TALKING_POINTS
    ]
    if points and view.history.first(TalkingPointsChapterGiven) is None:
        yield Gap("no_security_chapter", reason("no_security_chapter"), (points[0],))


def _unregistered(view: CaseView) -> Iterator[Gap]:
    """A programme without the fact that says what it is the programme of."""
    opening = ONLY_ONE[view.history.kind][0]
    if view.history.facts and view.history.first(opening) is None:
        planned = view.history.all(ProgrammeItemScheduled, ActivityStarted)
        yield Gap(f"no_{opening.TYPE}", reason("missing", events=(opening.TYPE,)), tuple(planned[:1]))


def protocol_cases() -> tuple[ProtocolCase, ...]:
    """Return the definitions of every kind of case that the decree governs."""
    return (
        ProtocolCase("visit", Text("Visit", "ვიზიტი")),
        ProtocolCase("outgoing", Text("Outgoing visit", "ვიზიტი საზღვარგარეთ")),
        ProtocolCase("reception", Text("Reception", "მიღება")),
        ProtocolCase("credentials", Text("Presentation of credentials", "რწმუნების სიგელების გადაცემა")),
        ProtocolCase("ceremony", Text("Ceremony", "ცერემონია")),
    )
