"""The programme ledger: what a funded programme promised, delivered, spent and achieved."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from domain.events.base import EventData
from domain.events.parts import Money
from domain.kernel import OfficeId, PersonId, Remark, State

#: Number of an activity in the programme's own list, from 1.
ActivityNumber = Annotated[int, Field(ge=1, le=999)]


class ProgrammeStage(StrEnum):
    """How far a programme has come."""

    STARTED = "programme_started"
    ENDED = "programme_ended"
    REPORT_APPROVED = "closing_report_approved"


class ActivityStage(StrEnum):
    """How far an activity of a programme has come."""

    BEGUN = "activity_begun"
    COMPLETED = "activity_completed"


class Delivery(StrEnum):
    """What was delivered."""

    EXPERTS = "expert_assistance"
    DOCUMENT = "document_adopted"
    EQUIPMENT = "equipment_and_software"
    SOFTWARE = "software_package"
    TRAINING = "training"
    SYSTEM = "system_deployed"
    MODULE = "training_module"
    MEETING = "border_meeting"
    CAMPAIGN = "information_scheme"
    CENTRE_SUPPORT = "centre_supported"
    ASSISTANCE = "assistance_to_person"
    CENSUS = "census_conducted"


class ProgrammeRegistered(
    EventData, kinds="programme", label=("Programme registered", "პროგრამა დარეგისტრირდა")
):
    """A programme was agreed: who pays, who carries it out, how much, for how long, within which years."""

    funder: OfficeId
    partner: OfficeId
    budget: Money
    months: Annotated[int, Field(ge=1, le=600)]
    not_before: date
    not_after: date
    #: How many activities its list has.
    activities: Annotated[int, Field(ge=1, le=999)]

    @model_validator(mode="after")
    def _window_is_not_empty(self) -> Self:
        if self.not_after < self.not_before:
            raise ValueError("not_after lies before not_before: give the years in their order")
        return self


class ProgrammeStageReached(
    EventData, kinds="programme", label=("Programme stage reached", "პროგრამის ეტაპი დადგა")
):
    """The programme started or ended, or its closing report was approved."""

    stage: ProgrammeStage


class ProjectActivityStageReached(
    EventData, kinds="programme", label=("Activity stage reached", "საქმიანობის ეტაპი დადგა")
):
    """An activity of the programme began or was completed."""

    number: ActivityNumber
    stage: ActivityStage


class DeliveryRecorded(EventData, kinds="programme", label=("Delivery recorded", "მიწოდება აღირიცხა")):
    """Something of an activity was delivered, held, adopted or put into operation."""

    number: ActivityNumber
    delivery: Delivery
    #: Who received it.
    to: OfficeId | None = None
    what: Remark | None = None
    #: The neighbouring State of a border meeting.
    country: State | None = None
    #: The person who was helped.
    person: PersonId | None = None
    #: The person was readmitted, or is another returnee.
    readmitted: bool | None = None


class SpendingRecorded(EventData, kinds="programme", label=("Spending recorded", "ხარჯი ჩაიწერა")):
    """Money of the programme was spent. Beyond the budget, or in another currency, it is recorded and shown."""

    amount: Money
    number: ActivityNumber | None = None
    purpose: Remark | None = None


class OutcomeReported(EventData, kinds="programme", label=("Outcome reported", "შედეგი მოხსენდა")):
    """An outcome was reported for an objective of the programme."""

    #: As the list of objectives counts them: ``objective-1``, ``specific-3``.
    objective: Annotated[str, StringConstraints(pattern=r"^(objective|specific)-[1-9]\d?$")]
    indicator: Remark
