"""Which notice tells of which change in the register, and what is wrong with one that does not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.events.register import (
    AuthorityChanged,
    ChangeNotified,
    ChangeSubject,
    ContactChanged,
    CrossingPointsChanged,
)
from domain.facts import Fact
from domain.law.provision import Provision
from domain.law.verdict import Reason, reason
from domain.law.view import CaseView

Change = AuthorityChanged | ContactChanged | CrossingPointsChanged


def notice_of(
    case: CaseView, change: Fact, law: Provision, subject: ChangeSubject, sender: str | None = None
) -> tuple[Fact | None, Fact | None]:
    """Return the notice that tells of a change as the provision asks, or else the last one that fell short.

    A notice does not name its change. So each change takes the first free notice sent after the previous
    change took effect and before it takes effect itself; what is left over tells late of what is left over.
    """
    assert isinstance(change.data, Change)
    changes = [
        fact
        for fact in case.history.all(type(change.data))
        if isinstance(fact.data, Change) and _same(fact.data, change.data, sender)
    ]
    sent = [fact for fact in case.history.all(ChangeNotified) if _about(fact, change.data.party, subject)]
    good = [fact for fact in sent if fault(fact, law, sender) is None]
    found = _shared_out(case, changes, good).get(change.key)
    if found is not None:
        return found, None
    poor = [fact for fact in sent if fact not in good and _tries(fact, law, sender)]
    return None, poor[-1] if poor else None


def fault(notice: Fact, law: Provision, sender: str | None) -> Reason | None:
    """Return what keeps a notice from being what the provision asks for; None when nothing does."""
    data = notice.data
    assert isinstance(data, ChangeNotified)
    for what, found, allowed in (
        ("writing", data.writing.value, law.words("writing")),
        ("channel", data.channel.value, law.words("channels")),
        ("sender", data.by, (sender or data.by,)),
    ):
        if found not in allowed:
            return reason("one_of", what=what, found=found, allowed=allowed)
    return None


def _same(one: Change, other: Change, sender: str | None) -> bool:
    if one.party != other.party:
        return False
    return sender is None or isinstance(one, CrossingPointsChanged) or one.authority == sender


def _about(notice: Fact, party: str, subject: ChangeSubject) -> bool:
    data = notice.data
    return isinstance(data, ChangeNotified) and data.party == party and data.subject is subject


def _tries(notice: Fact, law: Provision, sender: str | None) -> bool:
    """A notice of the sender itself, or one sent another way; not what another authority says of itself."""
    data = notice.data
    assert isinstance(data, ChangeNotified)
    return sender is None or data.by == sender or data.channel.value not in law.words("channels")


def _effective(change: Fact) -> date:
    assert isinstance(change.data, Change)
    return change.data.effective_on


def _shared_out(
    case: CaseView, changes: Sequence[Fact], notices: Sequence[Fact]
) -> dict[tuple[str, str], Fact]:
    free = list(notices)
    found: dict[tuple[str, str], Fact] = {}
    ordered = sorted(changes, key=_effective)
    for late in (False, True):
        previous = None
        for change in ordered:
            effective = _effective(change)
            if change.key not in found:
                for notice in free:
                    day = case.day(notice.occurred_at)
                    if late or ((previous is None or day > previous) and day <= effective):
                        found[change.key] = notice
                        free.remove(notice)
                        break
            previous = effective
    return found
