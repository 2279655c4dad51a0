"""Whatever is sent in whatever order and grouping: the log stays dense, chained and true to a simple model."""

from dataclasses import dataclass, field

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.facts import Draft
from domain.ledger import Ledger, Outcome
from domain.ledger.items import item_of
from domain.log.chain import Verified, verify_chain
from tests.ledger.samples import chain_rows, correction, note

CASES = ["readmission-1", "readmission-2", "readmission-3"]
IDS = [f"e{number}" for number in range(8)]

drafts = st.one_of(
    st.builds(
        lambda event_id, case, place, expected: note(event_id, case=case, place=place, expected=expected),
        st.sampled_from(IDS),
        st.sampled_from(CASES),
        st.sampled_from(["Embassy", "Consulate"]),
        st.one_of(st.none(), st.integers(0, 4)),
    ),
    st.builds(
        lambda event_id, of, case: correction(event_id, of, case=case),
        st.sampled_from(IDS),
        st.sampled_from(IDS),
        st.sampled_from(CASES),
    ),
)
groups = st.lists(
    st.lists(st.lists(drafts, min_size=1, max_size=4), min_size=1, max_size=5), min_size=1, max_size=4
)


@dataclass
class Model:
    """The ledger as one would write it in memory."""

    stored: dict[str, tuple[int, Draft]] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)

    def request(self, batch: list[Draft]) -> list[str]:
        trial = Model(dict(self.stored), dict(self.versions))
        outcomes = [trial.item(draft) for draft in batch]
        if set(outcomes) <= {Outcome.APPENDED, Outcome.DUPLICATE}:
            self.stored, self.versions = trial.stored, trial.versions
            return outcomes
        return [Outcome.WITHHELD if one in {Outcome.APPENDED, Outcome.DUPLICATE} else one for one in outcomes]

    def item(self, draft: Draft) -> str:
        envelope = draft.envelope
        known = self.stored.get(envelope.event_id)
        version = self.versions.get(envelope.case_id, 0)
        if known is not None:
            same = known[1].envelope == envelope and known[1].data == draft.data
            return Outcome.DUPLICATE if same else Outcome.CONTENT_CONFLICT
        # An item counts in its request even when it is bad itself: so do the ones after it see it.
        self.stored[envelope.event_id] = (len(self.stored) + 1, draft)
        self.versions[envelope.case_id] = version + 1
        if draft.expected_version not in {None, version}:
            return Outcome.VERSION_CONFLICT
        if envelope.corrects is not None:
            target = self.stored.get(envelope.corrects.event_id)
            if target is None or target[1] is draft or target[1].envelope.case_id != envelope.case_id:
                return Outcome.UNKNOWN_TARGET
        return Outcome.APPENDED


def verdict(outcomes: list[str]) -> list[str] | tuple[int, str]:
    """All outcomes of an accepted request; of a refused one the first fault, which is what its sender is told."""
    good = {Outcome.APPENDED, Outcome.DUPLICATE}
    if set(outcomes) <= good:
        return [str(outcome) for outcome in outcomes]
    assert not good & set(outcomes)
    return next((place, str(one)) for place, one in enumerate(outcomes) if one != Outcome.WITHHELD)


def play(ledger: Ledger, plan: list[list[list[Draft]]]) -> None:
    model = Model()
    for group in plan:
        requests = [[item_of(draft, ledger.keyring) for draft in batch] for batch in group]
        answers = ledger.log_store.append(requests)
        given_answers = iter(answers)
        for batch in group:
            told = [next(given_answers).outcome for _ in batch]
            assert verdict(told) == verdict(model.request(batch))
        flat = [draft for batch in group for draft in batch]
        for draft, answer in zip(flat, answers, strict=True):
            if answer.position is not None:
                assert answer.position == model.stored[draft.envelope.event_id][0]
    rows = chain_rows(ledger)
    assert isinstance(verify_chain(rows), Verified)
    assert len(rows) == len(model.stored)
    for case in CASES:
        versions = [row.version for row in rows if row.case_id == case]
        assert versions == list(range(1, model.versions.get(case, 0) + 1))
    assert {head.case_id: head.version for head in ledger.cases()} == model.versions
    assert ledger.head().position == len(rows)


def test_any_interleaving_keeps_the_log_true_to_the_model(ledger: Ledger, database: str) -> None:
    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(groups)
    def check(plan: list[list[list[Draft]]]) -> None:
        with psycopg.connect(database, autocommit=True) as owner:
            owner.execute("ALTER TABLE matiane.event DISABLE TRIGGER ALL")
            owner.execute("TRUNCATE matiane.event, matiane.case_head")
            owner.execute(
                "UPDATE matiane.ledger_head SET position = 0, chain = decode(repeat('00', 32), 'hex')"
            )
            owner.execute("ALTER TABLE matiane.event ENABLE ALWAYS TRIGGER event_is_append_only")
        play(ledger, plan)

    check()
