"""Protocol, Art. 12: meetings of experts."""

from __future__ import annotations

from domain.events.register import (
    AuthorityChanged,
    CompetentAuthorityRegistered,
    ExpertMeetingHeld,
    ExpertMeetingRequested,
    ProblemRaised,
)
from domain.facts import Fact
from domain.law.norm import RuleSet
from domain.law.provision import Provision
from domain.law.templates import attested, fulfilled, pending, required
from domain.law.verdict import Status, Verdict, reason
from domain.law.view import CaseView

rules = RuleSet()


@rules.norm("protocol-ro/art-12.1", ProblemRaised)
def problems_are_solved_together(case: CaseView, problem: Fact, law: Provision) -> Verdict:
    """Art. 12: an officer vouches for the cooperation on each problem."""
    return attested(case, law, problem)


@rules.norm("protocol-ro/art-12.2", ExpertMeetingRequested)
def experts_meet_on_request(case: CaseView, request: Fact, law: Provision) -> Verdict:
    """Art. 12: a meeting follows a request; with no time limit, an officer may vouch that none was convened."""
    meeting = case.history.after(request.occurred_at, ExpertMeetingHeld)
    if meeting is not None:
        return fulfilled(meeting)
    word = attested(case, law, request)
    if word.status is not Status.PENDING:
        return word
    return pending(awaited=(ExpertMeetingHeld,), why=reason("no_limit_in_text"))


@rules.norm("protocol-ro/art-12.3", ExpertMeetingHeld)
def experts_represent_the_authorities(case: CaseView, meeting: Fact, law: Provision) -> Verdict:
    """Art. 12: those who met represent the authorities of Art. 1, or such as were designated since."""
    assert isinstance(meeting.data, ExpertMeetingHeld)
    competent = set(law.words("authorities")) | {
        fact.data.authority
        for fact in case.history.all(CompetentAuthorityRegistered, AuthorityChanged)
        if isinstance(fact.data, CompetentAuthorityRegistered | AuthorityChanged)
        and fact.occurred_at <= meeting.occurred_at
    }
    found = meeting.data.participants
    why = reason("one_of", what="participants", found=found, allowed=tuple(sorted(competent)))
    return required(meeting, ok=competent.issuperset(found), why=why)
