"""What happens in a transit operation (protocol, Art. 9)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from domain.events.base import EventData
from domain.events.parts import (
    Assistance,
    Channel,
    CrossingPoint,
    Decision,
    EscortOfficer,
    Form,
    Language,
    Subject,
    TransitMode,
)
from domain.kernel import Instant, OfficeId, Remark, State


class TransitRequested(EventData, kinds="transit", label=("Transit requested", "ტრანზიტი მოთხოვნილია")):
    """The requesting authority applied for a transit."""

    requesting_state: State
    requested_state: State
    requesting_authority: OfficeId
    requested_authority: OfficeId
    subject: Subject
    mode: TransitMode
    mode_reason: Remark | None = None
    planned_on: date
    entry_point: CrossingPoint | None = None
    channel: Channel
    form: Form
    language: Language
    escorted: bool = False
    escorts: Annotated[tuple[EscortOfficer, ...], Field(max_length=20)] = ()
    assistance_needed: bool = False
    assistance: Assistance | None = None


class TransitRequestReceived(
    EventData, kinds="transit", label=("Transit request received", "ტრანზიტის განაცხადი მიღებულია")
):
    """The application reached the requested authority: the five days start here."""

    requested_state: State
    authority: OfficeId


class TransitRequestWithdrawn(
    EventData, kinds="transit", label=("Transit request withdrawn", "ტრანზიტის განაცხადი გამოთხოვილია")
):
    """The requesting side gave the transit up."""

    by: OfficeId
    reason: Remark | None = None


class TransitReplySent(
    EventData, kinds="transit", label=("Transit reply sent", "ტრანზიტზე პასუხი გაგზავნილია")
):
    """The requested authority consented to the transit or refused it."""

    decision: Decision
    by: OfficeId
    to: OfficeId
    channel: Channel
    language: Language
    transfer_at: Instant | None = None
    entry_point: CrossingPoint | None = None
    transit_type: TransitMode | None = None
    escort_needed: bool | None = None
    refusal_reason: Remark | None = None
    assistance_possible: bool | None = None


class TransitConsentRevoked(
    EventData, kinds="transit", label=("Transit consent revoked", "ტრანზიტზე თანხმობა გაუქმდა")
):
    """The requested side took its consent back."""

    by: OfficeId
    reason: Remark


class TransitStarted(EventData, kinds="transit", label=("Transit started", "ტრანზიტი დაიწყო")):
    """The person entered the State of transit."""

    entry_point: CrossingPoint
    mode: TransitMode


class TransitCompleted(EventData, kinds="transit", label=("Transit completed", "ტრანზიტი დასრულდა")):
    """The person left the State of transit towards the destination."""

    exit_point: CrossingPoint | None = None
