"""Receptions by the President or the State Minister (Art. 26): whose they are, who cleared them, what was recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from domain.events.state_protocol.preparing import (
    AgreementReached,
    AgreementRequested,
    MaterialDelivered,
    ProgrammeApproved,
)
from domain.events.state_protocol.registering import ReceptionRegistered
from domain.events.state_protocol.things import Material, Programme, Subject
from domain.events.state_protocol.vocabulary import ReceptionGuests
from domain.law.decree_386.executing import Executes
from domain.law.decree_386.forms.beforehand import Beforehand, begun
from domain.law.decree_386.forms.duties import Duty, InTime, Tap, before, omission
from domain.law.decree_386.forms.occasions import Occasion
from domain.law.decree_386.forms.rules import DecreeRules
from domain.law.decree_386.forms.visits import Condition
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.provision import Provision
from domain.law.templates import breached, not_applicable, window_of
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView
from domain.offices.register import fills, standing

PRESIDENT: Final = "ge-president"
STATE_MINISTER: Final = "ge-state-minister"
FIRST_DEPUTY: Final = "ge-first-deputy-state-minister"
#: Whose views are taken account of before the host is asked (Art. 26(4)).
ADVISERS: Final = ("ge-international-relations-service", "ge-chancellery-sector-structure")


def registered(case: CaseView) -> ReceptionRegistered | None:
    """Return what was registered of the reception; None where nothing was."""
    fact = case.history.first(ReceptionRegistered)
    return fact.data if fact is not None and isinstance(fact.data, ReceptionRegistered) else None


def by_its_hosts(case: CaseView, occasion: Occasion) -> bool:
    """Tell whether the President or the State Minister receives: the article speaks of no other host."""
    reception = registered(case)
    if reception is None or reception.host in (PRESIDENT, STATE_MINISTER):
        return True
    return fills(reception.host, STATE_MINISTER, case.day(occasion.start or occasion.trigger.occurred_at))


def in_chancellery(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the guests are received in the building of the State Chancellery."""
    reception = registered(case)
    return reception is None or reception.in_chancellery


def of_security_services(case: CaseView, _occasion: Occasion) -> bool:
    """Tell whether the guests represent foreign military, law-enforcement or special services."""
    reception = registered(case)
    return reception is not None and reception.guests is ReceptionGuests.SECURITY_SERVICES


def final_programme(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the final programme was there, failing that when the reception began."""
    final = [
        fact.occurred_at
        for fact in case.history.all(ProgrammeApproved)
        if isinstance(fact.data, ProgrammeApproved) and fact.data.programme is Programme.FINAL
    ]
    return final[0] if final else begun_or_planned(case, occasion)


def begun_or_planned(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the reception began; once it is over and nobody recorded that, when it was to begin."""
    return begun(case, occasion) or (occasion.planned_start if occasion.over is not None else None)


def meeting(case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the talk took place; before that, when it is planned. A plan that was not kept starts nothing."""
    if occasion.ended is not None:
        return occasion.ended.occurred_at
    if occasion.started is not None:
        return occasion.started.occurred_at
    planned = occasion.planned_start
    return planned if planned is not None and case.as_of < planned else None


def meeting_ends(_case: CaseView, occasion: Occasion) -> datetime | None:
    """Return when the talk ended, or is to end, for the plan's order."""
    return occasion.ended.occurred_at if occasion.ended else (occasion.planned_end or occasion.start)


class ReceptionRules(DecreeRules):
    """Registers duties that bind only where one of the two hosts receives."""

    def duty(self, local: str, duty: Duty) -> Duty:
        """Register a duty under a provision, for receptions by the President or the State Minister."""
        return super().duty(local, replace(duty, when=_hosted(duty.when)))


def _hosted(when: Condition | None) -> Condition:
    def holds(case: CaseView, occasion: Occasion) -> bool:
        return by_its_hosts(case, occasion) and (when is None or when(case, occasion))

    return holds


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpediencyAgreed(InTime):
    """The agreement must be reached in time; where it was asked for in time, the delay is the Chancellery's (note-24)."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge the agreement, and say who held it up."""
        verdict = InTime.judge(self, case, occasion, law)
        if verdict is None or verdict.window is None:
            return verdict
        late = verdict.status in (Status.FULFILLED_LATE, Status.BREACHED)
        asked = [
            fact
            for fact in case.history.all(AgreementRequested)
            if isinstance(fact.data, AgreementRequested)
            and fact.data.subject is Subject.RECEPTION_EXPEDIENCY
            and fact.occurred_at < verdict.window.breach_at
        ]
        if not late or not asked:
            return verdict
        why = reason("at_risk", asked=asked[0].occurred_at, offices=ADVISERS)
        return replace(verdict, evidence=(*verdict.evidence, asked[0]), reasons=(*verdict.reasons, why))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedWithHost(Duty):
    """The Head of the State Chancellery clears the reception with the host, with regard to the views of two bodies."""

    def _wanted(self, case: CaseView) -> Wanted:
        reception = registered(case)
        host = PRESIDENT if reception is None else reception.host
        return Wanted(
            AgreementReached,
            where={"subject": Subject.RECEPTION},
            holds={"between": (FIRST_DEPUTY, host)},
        )

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Judge who agreed with whom and when, then the views."""
        if of_security_services(case, occasion):
            return not_applicable(why=reason("superseded", by="decree-386/art-26/4.2"))
        cleared = Beforehand(activity=self.activity, wanted=self._wanted(case))
        verdict = cleared.judge(case, occasion, law)
        if verdict is None or verdict.status is not Status.FULFILLED:
            return verdict
        day = case.day(verdict.evidence[0].occurred_at)
        silent = tuple(
            office
            for office in ADVISERS
            if not any(
                fact.occurred_at <= verdict.evidence[0].occurred_at
                for fact in _views(office).candidates(case, occasion, law)
            )
        )
        if not silent:
            return verdict
        bad = breached(verdict.evidence[0], why=reason("views_missing", offices=silent))
        if any(standing(office, day) == "sourced" for office in silent):
            return bad
        return bad.under(Status.REVIEW, reason("register_general", offices=silent))

    def taps(self, case: CaseView, occasion: Occasion, law: Provision) -> tuple[Tap, ...]:
        """Return the views, then the agreement."""
        views = tuple(
            Tap(MaterialDelivered.TYPE, _views(office).example(occasion, law)) for office in ADVISERS
        )
        return (*views, Tap(AgreementReached.TYPE, self._wanted(case).example(occasion, law)))

    def expected_at(self, case: CaseView, occasion: Occasion, law: Provision) -> datetime | None:
        """Return the day before, for the plan's order: the text gives no time."""
        return before(24 * 60)(case, occasion)


def _views(office: str) -> Wanted:
    return Wanted(MaterialDelivered, where={"material": Material.OPINION, "by": office})


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRecordMade(Executes):
    """The record of the talk is waited for until the day by which it has to be handed over."""

    def judge(self, case: CaseView, occasion: Occasion, law: Provision) -> Verdict | None:
        """Missing only once the limit of the provision that follows has run out."""
        verdict = Executes.judge(self, case, occasion, law)
        at = meeting(case, occasion)
        if verdict is None or at is None or verdict.status is not Status.BREACHED or not verdict.awaited:
            return verdict
        if omission(case, occasion, law) is not None or law.borrowed_limit is None:
            return verdict
        _, window, _ = window_of(case, law, at, law.borrowed_limit)
        if case.as_of >= window.breach_at:
            return verdict
        return Verdict(Status.PENDING, awaited=verdict.awaited, next_check=window.breach_at)
