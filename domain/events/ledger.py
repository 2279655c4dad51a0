"""Facts that may be recorded in a case of any kind: attestations, releases, retractions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from domain.events.base import EventData
from domain.kernel import OfficeId, Remark

ANY_KIND = "readmission transit claim register visit outgoing reception credentials ceremony treaty cooperation programme"

#: Id of a provision or of an agreement clock, such as ``protocol-ro/art-10/c.1``.
NormId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/[A-Za-z0-9./-]+$", max_length=80)]


class AttestedOutcome(StrEnum):
    """What an officer vouches for."""

    KEPT = "kept"
    NOT_KEPT = "not_kept"
    NOT_APPLICABLE = "not_applicable"


class ProvisionAttested(EventData, kinds=ANY_KIND, label=("Provision attested", "დებულება დადასტურდა")):
    """An officer vouches that a provision was kept, was not kept, or did not apply."""

    provision: NormId
    outcome: AttestedOutcome
    by: OfficeId
    remark: Remark | None = None


class WaiverGranted(EventData, kinds=ANY_KIND, label=("Waiver granted", "გათავისუფლება გაიცა")):
    """The side to whom a duty is owed released the bearer before the time was up."""

    norm: NormId
    by: OfficeId
    ground: Remark


class ExcuseAccepted(EventData, kinds=ANY_KIND, label=("Excuse accepted", "საპატიო მიზეზი მიღებულია")):
    """A breach was justified afterwards. The breach stays visible beneath the excuse."""

    norm: NormId
    by: OfficeId
    ground: Remark


class EventRetracted(EventData, kinds=ANY_KIND, label=("Event retracted", "მოვლენა გაუქმდა")):
    """The named event never happened. It stays in the log and no longer counts."""

    event_id: Annotated[str, Field(min_length=1, max_length=200)]
    event_source: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    reason: Remark
