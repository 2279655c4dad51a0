"""Norms that apply others by reference: judged for this case, reported once, under the importing provision."""

from __future__ import annotations

import pytest

from domain.events.state_protocol.conduct import FlagsDisplayed, SpeechDelivered, ThingPlaced
from domain.events.state_protocol.things import Thing
from domain.events.state_protocol.vocabulary import Activity
from domain.law.book import LawBook
from domain.law.decree_386.forms import catalogue
from domain.law.decree_386.forms.catalogue import JoinedDuty
from domain.law.decree_386.forms.duties import Asks, Attests, Duty
from domain.law.decree_386.forms.imports import Imports
from domain.law.decree_386.forms.wanted import Wanted
from domain.law.provision import Assessment, Provision, Scope
from domain.law.verdict import Status
from tests.law.decree.forms import law, only, provision, report, status
from tests.law.decree.tale import Tale, visit

#: For a head of state only: a flag, a speech that only an officer can vouch for, a carpet on another item.
ONLY_HEADS = Scope(frozenset(), frozenset(), frozenset({"head_of_state"}))
FLAG = provision("99/1/a", scope=ONLY_HEADS)
MANNER = provision("99/1/b", scope=ONLY_HEADS, assessment=Assessment.ATTESTED)
TALK = provision("99/2", scope=ONLY_HEADS)
PARTS: tuple[tuple[Provision, Duty], ...] = (
    (FLAG, Asks(activity=Activity.ARRIVAL, wanted=Wanted(FlagsDisplayed))),
    (MANNER, Attests(activity=Activity.ARRIVAL)),
    (TALK, Asks(activity=Activity.TALKS, wanted=Wanted(SpeechDelivered))),
)
RUG = (provision("99/10"), Asks(activity=Activity.ARRIVAL, wanted=Wanted(ThingPlaced, {"thing": Thing.RUGS})))


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "duties", lambda: tuple(JoinedDuty(*pair) for pair in (*PARTS, RUG)))


def importing(*named: str, leaving_out: tuple[str, ...] = (), transferred: bool = False) -> LawBook:
    item = provision("100/1", imports=tuple(f"decree-386/art-{local}" for local in named))
    away = tuple(f"decree-386/art-{local}" for local in leaving_out)
    return law((item, Imports(activity=Activity.ARRIVAL, leaving_out=away, transferred=transferred)))


def speaker(*told: str) -> Tale:
    """A visit of a speaker of parliament, to which the parts do not speak themselves."""
    tale = visit(rank="speaker").tell("12:00", "AircraftLanded")
    if "flag" in told:
        tale.tell("12:05", "FlagsDisplayed", activity="arrival", place="airport")
    if "vouched" in told:
        tale.tell("12:30", "ProvisionAttested", provision=MANNER.id, outcome="kept", by="ge-mfa")
    if "over" in told:
        tale.tell("12:40", "ActivityEnded", activity="arrival")
    return tale


def test_the_parts_are_judged_for_a_case_to_which_they_do_not_speak() -> None:
    assert status(speaker("flag", "vouched"), importing("99/1")) is Status.FULFILLED
    assert status(speaker("flag"), importing("99/1")) is Status.PENDING


def test_the_heaviest_part_is_the_answer_and_every_broken_one_is_named() -> None:
    found = only(speaker("over"), importing("99/1")).verdict
    assert found.status is Status.BREACHED
    assert [why.key for why in found.reasons] == ["imported_not_kept"]
    assert dict(found.reasons[0].values)["provisions"] == (FLAG.id,)


def test_a_start_of_an_id_ends_at_a_part_of_the_text() -> None:
    """Art. 99/1 is not Art. 99/10."""
    assert status(speaker("flag", "vouched", "over"), importing("99/1")) is Status.FULFILLED


def test_what_the_importing_article_rules_itself_is_left_out() -> None:
    book = importing("99/1", leaving_out=("99/1/a",))
    assert status(speaker("over", "vouched"), book) is Status.FULFILLED


def test_a_part_about_another_item_is_judged_once_that_item_is_there() -> None:
    tale = speaker()
    assert report(tale, importing("99/2")).obligations == ()
    tale.plan("talks", "14:00")
    assert status(tale, importing("99/2")) is Status.PENDING
    tale.tell("14:10", "SpeechDelivered", activity="talks", by="ge-president")
    assert status(tale, importing("99/2")) is Status.FULFILLED


def test_a_transferred_part_is_judged_for_this_item() -> None:
    tale = speaker().tell("12:10", "SpeechDelivered", activity="arrival", by="ge-president")
    assert status(tale, importing("99/2", transferred=True)) is Status.FULFILLED


def test_an_officer_vouches_for_the_whole_where_only_his_word_is_asked() -> None:
    tale = speaker("flag").tell(
        "13:00", "ProvisionAttested", provision="decree-386/art-100/1", outcome="kept", by="ge-mfa"
    )
    assert status(tale, importing("99/1")) is Status.FULFILLED


def test_his_word_does_not_cover_what_the_facts_show() -> None:
    tale = speaker("over").tell(
        "13:00", "ProvisionAttested", provision="decree-386/art-100/1", outcome="kept", by="ge-mfa"
    )
    assert status(tale, importing("99/1")) is Status.BREACHED


def test_a_cancelled_item_discharges_the_whole() -> None:
    tale = visit(rank="speaker").tell("-3 12:00", "CaseCancelled", reason="the guest stays at home")
    assert status(tale, importing("99/1")) is Status.DISCHARGED
