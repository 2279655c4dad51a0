"""report = judge(history, law, calendars, as_of): pure, and the only way to reach a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from domain.cases.definition import CaseStatus, Gap
from domain.events.ledger import ExcuseAccepted, WaiverGranted
from domain.facts import Fact
from domain.law.book import LawBook
from domain.law.calendars import Calendars
from domain.law.history import Contradicted, History, Missing
from domain.law.idle import idle_facts
from domain.law.norm import Applies, Norm
from domain.law.provision import Force, Provision
from domain.law.releases import released
from domain.law.verdict import DEVIATIONS, OPEN, Severity, Status, Verdict, reason
from domain.law.view import CaseView, DeemedConsent
from domain.record import record

#: What an instrument may excuse: deviations, and what would be one if the text or the register were sure.
EXCUSABLE = frozenset({*DEVIATIONS, Status.REVIEW})
_SEVERITY = {
    Force.DEFAULT_RULE: Severity.MILD,
    Force.RECOMMENDED: Severity.NOTE,
    Force.CONSTITUTIVE: Severity.NOTE,
    Force.PROGRAMMATIC: Severity.NOTE,
}


def severity_of(provision: Provision) -> Severity:
    """How heavy a deviation from a provision weighs."""
    return _SEVERITY.get(provision.force, Severity.BREACH)


@record
class Obligation:
    """A norm that a fact of the case triggered, with its verdict."""

    norm: Norm
    trigger: Fact
    verdict: Verdict

    @property
    def id(self) -> str:
        """Stable over every re-judgement: place of the trigger in the log, and norm."""
        return f"{self.trigger.position}:{self.norm.id}"

    @property
    def is_deviation(self) -> bool:
        """Breached, or fulfilled late."""
        return self.verdict.status in DEVIATIONS

    @property
    def severity(self) -> Severity:
        """How heavy a deviation from this norm weighs."""
        return severity_of(self.norm.provision)

    @property
    def due_at(self) -> datetime | None:
        """First instant that is late under the reading that ships, where there is a time limit."""
        window = self.verdict.window
        return window.proposed.cutoff if window else None


@record
class Report:
    """What is held of one case at one moment, from the facts known, under one edition of the law."""

    case_id: str
    kind: str
    as_of: datetime
    status: CaseStatus
    obligations: tuple[Obligation, ...]
    consent: DeemedConsent | None
    gaps: tuple[Gap, ...]
    #: Earliest instant at which anything here can change without a new fact.
    next_check: datetime | None
    history: History

    @property
    def deviations(self) -> tuple[Obligation, ...]:
        """The obligations that were breached or fulfilled late."""
        return tuple(item for item in self.obligations if item.is_deviation)

    @property
    def open(self) -> tuple[Obligation, ...]:
        """The obligations that still wait for something."""
        return tuple(item for item in self.obligations if item.verdict.status in OPEN)


def judge(history: History, law: LawBook, calendars: Calendars, as_of: datetime) -> Report:
    """Judge a case as of a moment.

    ``history`` holds the facts known and effective at that moment (see History), ``law`` the packs in the
    edition asked for. Nothing else is read. A fact that contradicts another leaves what depends on it
    undetermined; it never raises.
    """
    definition = law.definition(history.kind)
    view = CaseView(history, as_of, calendars, definition.parties(history), definition.zone)
    view.consent = definition.consent(view, law)
    obligations = tuple(_obligations(view, law, definition.category_and_rank(history)))
    checks = [item.verdict.next_check for item in obligations if item.verdict.next_check is not None]
    checks.extend(fact.occurred_at for fact in history.later[:1])
    status, status_check = definition.status(view, obligations)
    if status_check is not None:
        checks.append(status_check)
    return Report(
        history.case_id,
        history.kind,
        as_of,
        status,
        obligations,
        view.consent,
        (*definition.gaps(view), *idle_facts(view, law)),
        min(checks, default=None),
        history,
    )


def _obligations(view: CaseView, law: LawBook, of: tuple[str, str] | None) -> Iterator[Obligation]:
    releases = bool(view.history.all(WaiverGranted, ExcuseAccepted))
    history = view.history
    if not history.facts:
        return
    first, last = (view.day(history.facts[end].occurred_at) for end in (0, -1))
    binding: dict[Applies, bool] = {}
    for norm, types, only_first, verified in law.triggered(history.kind, frozenset(history.types), of):
        binds = binding.get(norm.applies)
        if binds is None:
            binds = binding[norm.applies] = norm.applies(view)
        if not binds:
            continue
        provision = norm.provision
        until = provision.in_force_until
        always = provision.in_force_from <= first and (until is None or last < until)
        triggers = history.of(types) if norm.triggers is None else norm.triggers(view)
        for trigger in triggers[:1] if only_first else triggers:
            verdict = _judge_trigger(view, law, norm, trigger, always)
            if verdict is None:
                continue
            if not verified:
                verdict = _unverified(verdict)
            if releases:
                verdict = released(view, norm.provision, verdict)
            if norm.excuse is not None and verdict.status in EXCUSABLE:
                verdict = norm.excuse(view, norm, trigger, verdict)
            yield Obligation(norm, trigger, verdict)


def _judge_trigger(view: CaseView, law: LawBook, norm: Norm, trigger: Fact, always: bool) -> Verdict | None:
    """Judge one trigger; ``always`` says that the provision is in force on every day of the case."""
    try:
        if not always and not norm.provision.in_force_on(day := _governing_day(view, norm, trigger)):
            return _not_in_force(norm, day, law.first_days[norm.provision.instrument])
        return norm.check(view, trigger, norm.provision)
    except Contradicted as contradiction:
        names = tuple(sorted({fact.type for fact in contradiction.facts}))
        return Verdict(
            Status.UNDETERMINED,
            evidence=contradiction.facts,
            reasons=(reason("contradiction", events=names, count=len(contradiction.facts)),),
        )
    except Missing as missing:
        return Verdict(
            Status.UNDETERMINED, reasons=(reason("missing", events=missing.types),), awaited=missing.types
        )


def _governing_day(view: CaseView, norm: Norm, trigger: Fact) -> date:
    """Return the day whose law is asked: that of the trigger, or of what it announces."""
    return norm.governs(view, trigger) if norm.governs else view.day(trigger.occurred_at)


def _not_in_force(norm: Norm, day: date, instrument_from: date) -> Verdict:
    """Before its first known wording a provision may have said something; before its instrument it was not there."""
    if norm.provision.earlier_text_unknown and instrument_from <= day < norm.provision.in_force_from:
        return Verdict(
            Status.UNDETERMINED,
            reasons=(reason("wording_unknown", day=day, first=norm.provision.in_force_from),),
        )
    why = reason(
        "not_in_force",
        day=day,
        first=norm.provision.in_force_from,
        until=norm.provision.in_force_until,
    )
    return Verdict(Status.NOT_APPLICABLE, reasons=(why,))


def _unverified(verdict: Verdict) -> Verdict:
    """A rule whose text is not verified raises at most a review."""
    if verdict.status in DEVIATIONS:
        return verdict.under(Status.REVIEW, reason("unverified"))
    return verdict
