"""Protocol, Art. 2: border crossing points."""

from __future__ import annotations

from domain.events.escort import CrossingPointAgreed
from domain.events.readmission import TransferCompleted
from domain.events.register import ChangeSubject, CrossingPointsChanged
from domain.events.transit import TransitStarted
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.readmission.protocol.art_01 import told_by_diplomatic_way
from domain.law.readmission.protocol.forms import agreed_beforehand, superseded
from domain.law.templates import one_of
from domain.law.verdict import Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()

OTHER_POINT = "protocol-ro/art-2/3"
ARRIVALS = (TransferCompleted, TransitStarted)


@rules.norm("protocol-ro/art-2/1.1", *ARRIVALS)
def georgia_is_entered_at_tbilisi(case: CaseView, arrival: Fact, law: Provision) -> Verdict | None:
    """Art. 2(1): persons enter Georgia at the airport of Tbilisi."""
    return _listed(case, arrival, law, "GE")


@rules.norm("protocol-ro/art-2/1.2", *ARRIVALS)
def romania_is_entered_at_otopeni(case: CaseView, arrival: Fact, law: Provision) -> Verdict | None:
    """Art. 2(1): persons enter Romania at the airport of Otopeni."""
    return _listed(case, arrival, law, "RO")


@rules.norm("protocol-ro/art-2/2", CrossingPointsChanged)
def a_change_of_crossing_points_takes_the_diplomatic_way(
    case: CaseView, change: Fact, law: Provision
) -> Verdict:
    """Art. 2(2): a change of the list is told in writing, through diplomatic channels; no time is set."""
    return told_by_diplomatic_way(case, change, law, ChangeSubject.CROSSING_POINTS)


@rules.norm(OTHER_POINT, *ARRIVALS)
def another_point_is_agreed_by_both(case: CaseView, arrival: Fact, law: Provision) -> Verdict | None:
    """Art. 2(3): a point that is not listed needs the agreement of both authorities, before it is used."""
    point = _point(arrival)
    if point in law.words("designated"):
        return None
    about = [fact for fact in case.history.all(CrossingPointAgreed) if _agrees_on(fact, point)]
    joint = next((fact for fact in about if _by_both(case, fact, law)), None)
    return agreed_beforehand(arrival, joint, reason("not_agreed", what="crossing_point", found=point))


def _listed(case: CaseView, arrival: Fact, law: Provision, state: str) -> Verdict | None:
    """The listed point of the other State is no other point, and does not bring anybody into this one."""
    if case.parties is None or case.parties.requested != state:
        return None
    point = _point(arrival)
    listed = law.words("crossing_points")
    if point not in listed and point not in law.words("points_of_the_other"):
        return superseded(arrival, OTHER_POINT)
    return one_of(arrival, point, listed, "crossing_point")


def _point(arrival: Fact) -> str:
    data = arrival.data
    assert isinstance(data, TransferCompleted | TransitStarted)
    return data.crossing_point if isinstance(data, TransferCompleted) else data.entry_point


def _agrees_on(fact: Fact, point: str) -> bool:
    return isinstance(fact.data, CrossingPointAgreed) and fact.data.crossing_point == point


def _by_both(case: CaseView, fact: Fact, law: Provision) -> bool:
    assert isinstance(fact.data, CrossingPointAgreed)
    assert case.parties is not None
    known = law.words("authorities")
    states = {office[:2].upper() for office in fact.data.agreed_by if office in known}
    return states >= {case.parties.requesting, case.parties.requested}
