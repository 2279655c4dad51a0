"""What decides about the official dinner: when it begins, when the guest comes, who was let in, who stayed away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from domain.events.state_protocol.conduct import (
    InviteeAdmitted,
    InviteeMissed,
    PersonsArrived,
    SpeechDelivered,
)
from domain.events.state_protocol.places import Place
from domain.events.state_protocol.vocabulary import Activity
from domain.facts import Fact
from domain.law.decree_386.forms.duties import Tap, kept_so_far, unmet
from domain.law.decree_386.forms.occasions import Occasion, programme_of
from domain.law.decree_386.forms.wanted import OneOf, Wanted
from domain.law.provision import Provision
from domain.law.templates import breached, fulfilled, perform_by, undetermined
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills

DINNER: Final = Activity.DINNER
_MINUTE: Final = timedelta(minutes=1)
GUEST_COMES: Final = Wanted(
    PersonsArrived,
    where={"place": OneOf((Place.KRTSANISI_HOUSE_2, Place.HOUSE_2_THRESHOLD)), "who": "main-guest"},
)
_SECURITY: Final = ("ge-security-officer", "ge-state-protection-service")


def dinner_starts(case: CaseView, _occasion: Occasion) -> datetime | None:
    """Return when the dinner begins, or is to begin."""
    dinner = programme_of(case.history).sole(DINNER)
    return dinner.start if dinner else None


def last_speech(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the last speech of the dinner was made."""
    speeches = [
        fact.occurred_at
        for fact in case.history.all(SpeechDelivered)
        if isinstance(fact.data, SpeechDelivered) and fact.data.activity is occasion.activity
    ]
    return max(speeches, default=None)


def guest_comes(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """The text names an exact time: what counts as that time is a tolerance that stands in the provision's data."""
    found = GUEST_COMES.candidates(case, occasion, law)
    at = occasion.start
    if not found or at is None:
        if found:
            return undetermined(*found[:1], why=reason("anchor_unknown"))
        return unmet(case, occasion, law, PersonsArrived)
    came = found[0]
    limited = perform_by(case, law, at, came, awaits=PersonsArrived)
    verdict = _tolerated(law, came, at)
    planned = occasion.planned_start
    moved = planned is not None and planned != at and verdict.status is not Status.FULFILLED
    if moved and planned is not None and _tolerated(law, came, planned).status is Status.FULFILLED:
        verdict = verdict.under(Status.EXCUSED, reason("tolerated_by_the_plan", planned=planned, actual=at))
    return Verdict(
        verdict.status,
        limited.limit,
        limited.window,
        verdict.evidence,
        verdict.reasons,
        beneath=verdict.beneath,
        done_at=came.occurred_at,
    )


def _tolerated(law: Provision, came: Fact, at: datetime) -> Verdict:
    """Kept within the tolerance; before it a breach, after it late."""
    earliest, latest = law.whole("earliest"), law.whole("latest")
    ahead = at - came.occurred_at
    within = latest * _MINUTE <= ahead <= earliest * _MINUTE
    minutes, wanted = int(ahead // _MINUTE), law.whole("minutes")
    why = reason("outside_tolerance", minutes=minutes, wanted=wanted, earliest=earliest, latest=latest)
    if within:
        why = reason("within_tolerance", minutes=minutes, wanted=wanted, earliest=earliest, latest=latest)
        return fulfilled(came, why=why)
    early = ahead > earliest * _MINUTE
    status = Status.BREACHED if early else Status.FULFILLED_LATE
    return Verdict(status, evidence=(came,), reasons=(why,))


def guest_taps(_case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
    """Return the guest's arrival at House II."""
    return (Tap(PersonsArrived.TYPE, GUEST_COMES.example(occasion, law)),)


def guest_due(_case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
    """Return the exact time that the text names."""
    return None if occasion.start is None else occasion.start - law.whole("minutes") * _MINUTE


def _admitted(case: CaseView, occasion: Occasion) -> list[Fact]:
    return [
        fact
        for fact in case.history.all(InviteeAdmitted)
        if isinstance(fact.data, InviteeAdmitted) and fact.data.activity in (None, occasion.activity)
    ]


def admission(case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
    """Nobody is let in with neither card nor check; whoever was checked is the matter of the next sentence."""
    found = _admitted(case, occasion)
    if not found:
        return unmet(case, occasion, law, InviteeAdmitted)
    unchecked = [fact for fact in found if _basis(fact) == "neither"]
    if unchecked:
        return breached(*unchecked, why=reason("admitted_unchecked"))
    return fulfilled(*found)


def _basis(fact: Fact) -> str:
    assert isinstance(fact.data, InviteeAdmitted)
    return fact.data.basis


def came_without_card(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether an invitee came without the card and was looked up in the list."""
    return any(_basis(fact) == "list_checked" for fact in _admitted(case, occasion))


def checked(case: CaseView, occasion: Occasion, _law: Provision) -> Verdict | None:
    """Whoever has no card is looked up in the list by an officer of the protection service."""
    without = [fact for fact in _admitted(case, occasion) if _basis(fact) == "list_checked"]
    unstated: list[Fact] = []
    for fact in without:
        assert isinstance(fact.data, InviteeAdmitted)
        by = fact.data.checked_by
        if by is None:
            unstated.append(fact)
        elif not _is_security(by, case, fact):
            why = reason("says_otherwise", what="checked_by", found=by, wanted=_SECURITY[0])
            return breached(fact, why=why)
    if unstated:
        return undetermined(*unstated, why=reason("not_stated", what="checked_by", wanted=_SECURITY[0]))
    return fulfilled(*without)


def _is_security(office: str, case: CaseView, fact: Fact) -> bool:
    day = case.day(fact.occurred_at)
    return office in _SECURITY or any(fills(office, function, day) for function in _SECURITY)


def _missed(case: CaseView, occasion: Occasion) -> Sequence[tuple[Fact, InviteeMissed]]:
    return [
        (fact, fact.data)
        for fact in case.history.all(InviteeMissed)
        if isinstance(fact.data, InviteeMissed) and fact.data.activity in (None, occasion.activity)
    ]


def attendance(case: CaseView, occasion: Occasion, _law: Provision) -> Verdict | None:
    """Attendance is mandatory even after a warning; absence without one is counted by the next sentence only."""
    absent = [fact for fact, data in _missed(case, occasion) if not data.late and data.warned]
    if absent:
        return breached(*absent, why=reason("invitee_stayed_away"))
    return kept_so_far(occasion)


def etiquette(case: CaseView, occasion: Occasion, _law: Provision) -> Verdict | None:
    """Absence without warning, and lateness; whether a warning covers lateness too is open, so a person looks."""
    missed = _missed(case, occasion)
    gross = [fact for fact, data in missed if not data.warned]
    if gross:
        return breached(*gross, why=reason("invitee_missed_unwarned"))
    warned = [fact for fact, data in missed if data.late]
    if warned:
        late = breached(*warned, why=reason("invitee_missed_unwarned"))
        return late.under(Status.REVIEW, reason("late_after_warning"))
    return kept_so_far(occasion)
