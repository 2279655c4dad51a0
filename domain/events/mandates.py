"""Work under a mandate: treaty undertakings and opinions, cooperation, chapters of talking points."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.events.base import EventData
from domain.kernel import OfficeId, Remark, State


class TreatyField(StrEnum):
    """What a treaty is about."""

    ARMS_CONTROL = "arms_control"
    DISARMAMENT = "disarmament"
    DEFENCE = "defence"
    SECURITY = "security"


class TreatyWork(StrEnum):
    """What is asked for: an undertaking to be performed, a draft, or an opinion."""

    UNDERTAKING = "undertaking"
    DRAFTING = "drafting"
    RATIFICATION = "ratification"
    DENUNCIATION = "denunciation"


class OpinionStage(StrEnum):
    """How far an opinion on a treaty has come."""

    PREPARED = "opinion_prepared"
    ADOPTED = "opinion_adopted"
    REJECTED = "opinion_rejected"


class CooperationField(StrEnum):
    """The fields in which the department cooperates (tasks 1 to 5)."""

    NATO_INTEGRATION = "nato_integration"
    EURO_ATLANTIC = "euro_atlantic_matters"
    DEFENCE_ORGANISATIONS = "defence_security_organisations"
    ACCREDITED_MISSIONS = "accredited_missions"
    NEW_THREATS = "new_threats"


class NewThreat(StrEnum):
    """The new threats (task 5)."""

    TERRORISM = "terrorism"
    ORGANISED_CRIME = "organised_crime"
    DRUGS = "drug_trafficking"
    TRAFFICKING = "trafficking_in_human_beings"
    CLIMATE = "global_climate_change"


class Counterpart(StrEnum):
    """With whom, or between whom."""

    ORGANISATION = "international_organisation"
    FOREIGN_STATE = "foreign_state"
    GEORGIAN_MISSION = "georgian_mission_abroad"
    GEORGIAN_BODIES = "georgian_bodies"


class TreatyWorkRegistered(
    EventData, kinds="treaty", label=("Treaty work registered", "სახელშეკრულებო საქმე დარეგისტრირდა")
):
    """An undertaking under a treaty, or an opinion or a draft that was asked for."""

    work: TreatyWork
    field: TreatyField
    #: Short title of the treaty.
    treaty: Remark
    #: Who answers for it.
    responsible: OfficeId
    #: Who asked for the opinion.
    asked_by: OfficeId | None = None
    due_on: date | None = None


class CoordinationStepTaken(
    EventData, kinds="treaty cooperation", label=("Coordination step taken", "საკოორდინაციო ნაბიჯი გადაიდგა")
):
    """Bodies were brought together: told, asked, or consulted."""

    by: OfficeId
    bodies: Annotated[tuple[OfficeId, ...], Field(min_length=1, max_length=60)]
    #: They were consulted on an opinion.
    consulted: bool = False
    step: Remark | None = None


class UndertakingPerformed(
    EventData, kinds="treaty", label=("Undertaking performed", "ვალდებულება შესრულდა")
):
    """What the treaty asks for was done."""

    by: OfficeId
    detail: Remark | None = None


class TreatyDraftReviewed(
    EventData, kinds="treaty", label=("Treaty draft reviewed", "ხელშეკრულების პროექტი განიხილეს")
):
    """A body took part in working out a treaty."""

    by: OfficeId


class TreatyOpinionStageReached(
    EventData, kinds="treaty", label=("Opinion on a treaty", "დასკვნა ხელშეკრულებაზე")
):
    """An opinion or recommendation was prepared, adopted or rejected."""

    stage: OpinionStage
    by: OfficeId


class CooperationRecorded(
    EventData, kinds="cooperation", label=("Cooperation recorded", "თანამშრომლობა აღირიცხა")
):
    """A body cooperated with others, or coordinated them, in a field of its mandate."""

    by: OfficeId
    field: CooperationField
    counterpart: Counterpart
    topics: Annotated[tuple[NewThreat, ...], Field(max_length=5)] = ()
    country: State | None = None
    with_body: Remark | None = None


class TalkingPointsChapterGiven(
    EventData,
    kinds="reception outgoing",
    label=("Defence and security chapter given", "თავდაცვისა და უსაფრთხოების თავი ჩაბარდა"),
):
    """The department gave the defence and security chapter of the talking points for a meeting."""

    by: OfficeId
