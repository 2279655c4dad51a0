"""Protocol, Art. 10: duties of escorts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from domain.cases.gaps import state_of
from domain.events.escort import (
    DocumentsHandedOver,
    EscortChanged,
    EscortChangeNotified,
    EscortStarted,
    EscortVisasStated,
    ForceGround,
    ForceUsed,
    PersonHandedOver,
)
from domain.events.ledger import ProvisionAttested
from domain.events.parts import VisaNeed
from domain.events.readmission import ApplicationSubmitted, ApplicationWithdrawn, TransferCompleted
from domain.events.transit import TransitRequested, TransitRequestWithdrawn, TransitStarted
from domain.facts import Fact
from domain.law.history import Missing
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.templates import (
    attested,
    breached,
    lacking,
    missing_of,
    not_applicable,
    pending,
    perform_by,
    required,
    stated,
    undetermined,
    without_delay,
)
from domain.law.verdict import DEVIATIONS, Status, Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()

#: What must be stated about each use of coercion.
CIRCUMSTANCES = ("no_authorised_persons_present", "threat", "proportionality")

#: The points that an officer vouches for, once per escort.
CHECKLIST = (
    "protocol-ro/art-10/c.1",
    "protocol-ro/art-10/c.2",
    "protocol-ro/art-10/c.3",
    "protocol-ro/art-10/c.4",
    "protocol-ro/art-10/e.1",
    "protocol-ro/art-10/f.1",
    "protocol-ro/art-10/g",
)


def _application(case: CaseView) -> ApplicationSubmitted | TransitRequested | None:
    fact = case.history.first(ApplicationSubmitted, TransitRequested)
    if fact is None:
        return None
    assert isinstance(fact.data, ApplicationSubmitted | TransitRequested)
    return fact.data


def _escorted(case: CaseView) -> bool:
    application = _application(case)
    return application is not None and (application.escorted or bool(application.escorts))


@rules.norm("protocol-ro/art-10/a.1", ApplicationSubmitted, TransitRequested)
def application_names_the_escorts(case: CaseView, application: Fact, law: Provision) -> Verdict | None:
    """Art. 10(a): rank, first name and surname of each escort, in point F or B4."""
    return _escorts_are_stated(application, law)


@rules.norm("protocol-ro/art-10/a.2", ApplicationSubmitted, TransitRequested)
def application_gives_their_documents(case: CaseView, application: Fact, law: Provision) -> Verdict | None:
    """Art. 10(a): series, number and date of issue of each escort's travel document."""
    return _escorts_are_stated(application, law)


def _escorts_are_stated(application: Fact, law: Provision) -> Verdict | None:
    data = application.data
    assert isinstance(data, ApplicationSubmitted | TransitRequested)
    if not data.escorted and not data.escorts:
        return None
    fields = law.words("fields")
    missing = {name for officer in data.escorts or (None,) for name in missing_of(officer, fields)}
    return stated(application, fields, tuple(name for name in fields if name in missing))


@rules.norm("protocol-ro/art-10/b", EscortChanged, instead=(EscortChangeNotified,))
def change_of_escorts_is_told_at_once(case: CaseView, change: Fact, law: Provision) -> Verdict:
    """Art. 10(b): at once. An alert after a working day (note-42)."""
    if isinstance(change.data, EscortChangeNotified):
        raise Missing(EscortChanged)
    told = case.history.after(change.occurred_at, EscortChangeNotified)
    dropped = case.history.after(change.occurred_at, ApplicationWithdrawn, TransitRequestWithdrawn)
    return without_delay(case, law, change, told, awaits=EscortChangeNotified, dropped=dropped)


def _checklist(norm_id: str) -> Callable[[CaseView, Fact, Provision], Verdict | None]:
    @rules.norm(norm_id, EscortStarted, instead=(TransferCompleted, TransitStarted))
    def officer_vouches(case: CaseView, trigger: Fact, law: Provision) -> Verdict | None:
        if isinstance(trigger.data, EscortStarted):
            return attested(case, law) if trigger is case.history.first(EscortStarted) else None
        return attested(case, law) if _escorted(case) else None

    return officer_vouches


for _norm_id in CHECKLIST:
    _checklist(_norm_id)


@rules.norm("protocol-ro/art-10/d", EscortStarted)
def escorts_hand_the_person_over(case: CaseView, start: Fact, law: Provision) -> Verdict | None:
    """Art. 10(d): to the country of destination: the requested State, or after a transit a third country."""
    if start is not case.history.first(EscortStarted):
        return None
    handover = case.history.first(PersonHandedOver) or case.history.first(TransferCompleted)
    if handover is None:
        return pending(awaited=(PersonHandedOver,), why=reason("no_limit_in_text"))
    assert case.parties is not None
    assert isinstance(handover.data, PersonHandedOver | TransferCompleted)
    data = handover.data
    state = state_of(data.to if isinstance(data, PersonHandedOver) else data.received_by)
    transit = isinstance(_application(case), TransitRequested)
    parties = (case.parties.requesting, case.parties.requested)
    wanted = None if transit else case.parties.requested
    ok = state not in parties if transit else state == wanted
    return required(handover, ok=ok, why=reason("handed_over", what="person", state=state, wanted=wanted))


@rules.norm("protocol-ro/art-10/e.2", PersonHandedOver, instead=(TransferCompleted,))
def escorts_hand_the_papers_over(case: CaseView, handover: Fact, law: Provision) -> Verdict | None:
    """Art. 10(e): to the authorities of the State that receives the person.

    The text sets no time. Papers that have not followed within a working day are looked at by a person.
    """
    data = handover.data
    assert isinstance(data, PersonHandedOver | TransferCompleted)
    if isinstance(data, TransferCompleted) and not (_escorted(case) or case.history.has(EscortStarted)):
        return None
    wanted = state_of(data.to if isinstance(data, PersonHandedOver) else data.received_by)
    papers = case.history.all(DocumentsHandedOver)
    right = next((fact for fact in papers if _receiver(fact) == wanted), None)
    if right is None and papers:
        why = reason("handed_over", what="documents", state=_receiver(papers[0]), wanted=wanted)
        return breached(papers[0], why=why)
    verdict = perform_by(case, law, handover.occurred_at, right, awaits=DocumentsHandedOver)
    if verdict.status in DEVIATIONS:
        return verdict.under(Status.REVIEW, reason("no_limit_in_text"))
    return verdict


def _receiver(papers: Fact) -> str:
    assert isinstance(papers.data, DocumentsHandedOver)
    return state_of(papers.data.to)


@rules.norm("protocol-ro/art-10/f.2", ForceUsed)
def force_is_necessary_self_defence(case: CaseView, use: Fact, law: Provision) -> Verdict:
    """Art. 10(f): an officer vouches for self-defence; coercion is lawful only under point h (note-40).

    Coercion whose circumstances exclude point h goes beyond the escort's powers; where they are not stated,
    an officer's word decides, and without it the question stays open.
    """
    assert isinstance(use.data, ForceUsed)
    if use.data.ground is ForceGround.SELF_DEFENCE:
        return attested(case, law, use)
    if use.data.no_authorised_persons_present is False:
        return breached(use, why=reason("authorised_persons_present"))
    missing = missing_of(use.data, CIRCUMSTANCES)
    if not missing:
        return not_applicable(use, why=reason("superseded", by="protocol-ro/art-10/h"))
    verdict = attested(case, law, use)
    if verdict.status is not Status.PENDING:
        return verdict
    why = lacking("fields", CIRCUMSTANCES, missing)
    return undetermined(use, why=why, awaited=(ProvisionAttested,))


@rules.norm("protocol-ro/art-10/h", ForceUsed)
def coercion_is_the_exception(case: CaseView, use: Fact, law: Provision) -> Verdict | None:
    """Art. 10(h): with nobody entitled present and a stated danger, an officer vouches for the measure."""
    assert isinstance(use.data, ForceUsed)
    if use.data.ground is ForceGround.SELF_DEFENCE or use.data.no_authorised_persons_present is False:
        return None
    return None if missing_of(use.data, CIRCUMSTANCES) else attested(case, law, use)


@rules.norm("protocol-ro/art-10/i", EscortVisasStated)
def escorts_hold_the_visas(case: CaseView, statement: Fact, law: Provision) -> Verdict | None:
    """Art. 10(i): visas of third countries on the route, where needed. The last statement counts."""
    if statement is not case.history.first(EscortVisasStated):
        return None
    last = case.history.last(EscortVisasStated)
    assert last is not None
    assert isinstance(last.data, EscortVisasStated)
    except_states = law.words("except_states")
    needed = [need for need in last.data.route if need.visa_required and need.country not in except_states]
    if not needed:
        return not_applicable(last, why=reason("no_visa_needed"))
    day = case.day((case.history.first(EscortStarted) or last).occurred_at)
    wanted = tuple(need.country for need in needed)
    unsaid = tuple(need.country for need in needed if need.visa_held is None)
    absent = tuple(need.country for need in needed if _lacks(need, day))
    if unsaid and not absent:
        why = lacking("visas", wanted, unsaid)
        return undetermined(last, why=why, awaited=(EscortVisasStated,))
    return required(last, ok=not absent, why=lacking("visas", wanted, absent))


def _lacks(need: VisaNeed, day: date) -> bool:
    return need.visa_held is False or (need.valid_until is not None and need.valid_until < day)
