"""What holds for every history: judging never fails, never depends on the order of recording, and says
truly when it can next change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.events import CASE_KINDS, CATALOGUE
from domain.facts import EventRef, Fact
from domain.law.calendars import load_calendars
from domain.law.explain import explain
from domain.law.history import History, known_at
from domain.law.judge import judge
from domain.law.library import load_law
from domain.law.provision import Language
from domain.law.sentences import consent_sentences, sentences
from domain.law.words import reason_sentence
from tests.golden.samples import SAMPLES

LAW, CALENDARS = load_law(), load_calendars()
START = datetime(2026, 3, 2, 8, tzinfo=UTC)

#: What a sample says otherwise, so that both sides of a rule are met.
VARIANTS = {
    "ApplicationSubmitted": [
        {},
        {"procedure": "ordinary", "requesting_authority": "ro-immigration-inspectorate"},
        {"requesting_state": "DE", "requesting_authority": "de-federal-police"},
        {
            "requesting_state": "GE",
            "requested_state": "RO",
            "requesting_authority": "ge-migration-department",
        },
        {"escorted": False, "escorts": [], "form": "letter", "channel": "post", "language": "ro"},
    ],
    "ReplySent": [{}, {"decision": "refused", "grounds": []}, {"channel": "telephone", "writing": "oral"}],
    "TransitReplySent": [{}, {"decision": "accepted"}],
    "TransitRequested": [{}, {"mode": "sea"}, {"mode": "air", "escorted": False}],
    "TransferNotified": [{}, {"transfer_date": "2026-03-20"}, {"transfer_date": "2027-12-30"}],
    "TransferCompleted": [{}, {"crossing_point": "ge-kutaisi-airport"}],
    "ProvisionAttested": [{}, {"outcome": "not_kept"}, {"outcome": "not_applicable"}],
    "InvoicePaid": [{}, {"credited_at": None}, {"money": {"amount": "1.00", "currency": "RON"}}],
    "TransferBecameImpossible": [{}, {"limit": "three_months"}],
    "ForceUsed": [{}, {"ground": "self_defence"}],
    "TransferTermExtended": [{}, {"extended_until": "2026-03-05"}],
    "ContactChanged": [{}, {"effective_on": "2026-03-01"}],
    "IrregularStayEstablished": [{}, {"state": "TR"}, {"state": "GE"}],
    "EnteredIntoForce": [{}, {"instrument": "protocol-ro"}],
    "WaiverGranted": [{}, {"norm": "protocol-ro/art-8/2.3"}, {"norm": "agreement/C7"}],
    "ExcuseAccepted": [{}, {"norm": "protocol-ro/art-8/1"}],
}
#: Members that hold a day, and days far outside every calendar.
DAYS = {
    "TransferNotified": "transfer_date",
    "TransferTermExtended": "extended_until",
    "TransitRequested": "planned_on",
    "AgreementTerminated": "on",
    "EnteredIntoForce": "on",
    "ContactChanged": "effective_on",
}
FAR = ("0001-01-01", "2019-06-29", "2027-12-31", "9999-12-31")


@st.composite
def histories(draw):
    """A case of any kind with up to a dozen facts, in any order, some corrected or retracted."""
    kind = draw(st.sampled_from(CASE_KINDS))
    types = [name for name, model in CATALOGUE.items() if kind in model.KINDS]
    facts = []
    for position in range(1, draw(st.integers(1, 12)) + 1):
        name = draw(st.sampled_from(types))
        payload = {**SAMPLES[name][1], **draw(st.sampled_from(VARIANTS.get(name, [{}])))}
        if name in DAYS and draw(st.integers(0, 3)) == 0:
            payload[DAYS[name]] = draw(st.sampled_from(FAR))
        corrects = None
        if name == "EventRetracted":
            payload = {"event_id": str(draw(st.integers(1, position))), "reason": "mistaken"}
        elif facts and draw(st.integers(0, 7)) == 0:
            target = draw(st.sampled_from(facts))
            if type(target.data) is CATALOGUE[name]:
                corrects = EventRef(source="/x", event_id=target.event_id)
        day = draw(st.integers(-2500, 900) if draw(st.integers(0, 9)) == 0 else st.integers(0, 150))
        occurred = START + timedelta(days=day, minutes=draw(st.integers(0, 1439)))
        facts.append(
            Fact(
                f"{kind}-1",
                position,
                position,
                "/x",
                str(position),
                occurred,
                START + timedelta(days=1000, minutes=position),
                CATALOGUE[name].model_validate(payload),
                corrects=corrects,
            )
        )
    return facts


moments = st.integers(-10, 400 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
thorough = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def report(facts, as_of):
    return judge(History(facts[0].case_id, facts, as_of=as_of), LAW, CALENDARS, as_of)


def held(outcome):
    """Everything a report asserts, without the moment itself."""
    return (
        outcome.status,
        {
            item.id: (item.verdict.status, item.verdict.contested, item.verdict.beneath)
            for item in outcome.obligations
        },
        outcome.consent,
        [gap.code for gap in outcome.gaps],
    )


@thorough
@given(histories(), moments)
def test_every_history_is_judged_and_explained_in_both_languages(facts, as_of):
    outcome = report(facts, as_of)
    assert outcome.status.label.en
    for language in Language:
        for item in outcome.obligations:
            assert all(sentences(explain(item, LAW), language))
        for gap in outcome.gaps:
            assert reason_sentence(gap.why, language)
        if outcome.consent is not None:
            assert consent_sentences(outcome.consent, language, LAW)


@thorough
@given(histories(), moments)
def test_nothing_changes_by_itself_before_the_next_check(facts, as_of):
    """Walk from one next check to the next: in between, everything that is held stays as it was."""
    for _ in range(12):
        outcome = report(facts, as_of)
        following = outcome.next_check
        if following is None:
            assert held(report(facts, as_of + timedelta(days=4000))) == held(outcome)
            return
        assert following > as_of
        for moment in (as_of + (following - as_of) / 2, following - timedelta(microseconds=1)):
            assert held(report(facts, moment)) == held(outcome)
        as_of = following


@thorough
@given(histories(), moments, st.randoms(use_true_random=False))
def test_the_order_in_which_facts_are_read_does_not_matter(facts, as_of, random):
    shuffled = list(facts)
    random.shuffle(shuffled)
    assert held(report(shuffled, as_of)) == held(report(facts, as_of))


@thorough
@given(histories(), moments)
def test_ids_of_obligations_are_unique(facts, as_of):
    ids = [item.id for item in report(facts, as_of).obligations]
    assert len(set(ids)) == len(ids)


@thorough
@given(histories(), moments, st.integers(0, 12))
def test_what_was_held_then_is_answered_the_same_later(facts, as_of, known):
    moment = START + timedelta(days=1000, minutes=known)
    then = [fact for fact in facts if fact.position <= known]
    if then:
        assert held(report(list(known_at(facts, moment)), as_of)) == held(report(then, as_of))


@thorough
@given(histories(), moments)
def test_a_breach_is_asserted_only_after_the_latest_reading(facts, as_of):
    for item in report(facts, as_of).obligations:
        window = item.verdict.window
        if window is not None and item.verdict.status.value == "breached" and not item.verdict.reasons:
            assert as_of >= window.breach_at
        if item.verdict.status.value in {"breached", "fulfilled_late"}:
            assert item.norm.provision.mark.verified
