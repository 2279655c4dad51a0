"""Words that the events of state protocol share: categories, ranks, programme items, places, steps."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, StringConstraints

#: Kinds of case that the decree governs.
PROTOCOL_KINDS: Final = "visit outgoing reception credentials ceremony"

#: Tells two items of the same activity apart, such as ``dinner`` and ``dinner-2``.
ItemKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Count = Annotated[int, Field(ge=0, le=10_000)]


class VisitCategory(StrEnum):
    """The five categories of visit (Decree, Art. 1(1))."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    TRANSIT = "transit"
    UNOFFICIAL = "unofficial"


class GuestRank(StrEnum):
    """Who comes: the ranks to which Chapters II to V and Art. 25(10) speak."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    SPEAKER = "speaker"
    FOREIGN_MINISTER = "foreign_minister"
    OTHER_DELEGATION = "other_delegation"


class Delegation(StrEnum):
    """What delegation comes (Decree, Art. 25(8)(d))."""

    STATE = "state_delegation"
    GOVERNMENT = "government_delegation"
    PARLIAMENTARY = "parliamentary_delegation"
    FOREIGN_AFFAIRS = "foreign_affairs_delegation"
    DEFENCE = "defence_delegation"
    PROMINENT = "prominent_figures"


class VisitChannel(StrEnum):
    """Through whom a guest comes (Decree, Art. 25(11))."""

    DIPLOMATIC = "diplomatic_channel"
    PARLIAMENTARY = "parliamentary_channel"
    MINISTERIAL = "channel_of_ministry_or_agency"
    NON_STATE = "channel_of_organisation"


class VisitPurpose(StrEnum):
    """What a visit is for (Decree, Art. 1(3)-(6))."""

    NEGOTIATIONS = "negotiations"
    CONSULTATIONS = "consultations"
    SIGNING = "signing_of_treaties"
    ANNIVERSARY = "anniversary"
    PASSAGE = "passage"
    OPENING = "opening"
    CONFERENCE = "conference"
    REST = "rest"
    TREATMENT = "treatment"
    SPORT = "sport"
    OTHER = "other"


class Activity(StrEnum):
    """An item of a programme. ``visit`` is the visit as a whole."""

    VISIT = "visit"
    ARRIVAL = "arrival"
    DEPARTURE = "departure"
    RECEPTION_CEREMONY = "reception_ceremony"
    TALKS_ONE_TO_ONE = "talks_one_to_one"
    TALKS = "talks"
    SIGNING = "signing"
    PRESS_CONFERENCE = "press_conference"
    DINNER = "dinner"
    PERFORMANCE = "performance"
    SIGHTSEEING = "sightseeing"
    REGIONAL_TRIP = "regional_trip"
    PARLIAMENT_ADDRESS = "parliament_address"
    PUBLIC_MEETING = "public_meeting"
    AUDIENCE = "audience"
    CREDENTIALS = "credentials_presentation"
    CREDENTIALS_TALK = "credentials_talk"
    WREATH_LAYING = "wreath_laying"
    HONORARY_CITIZENSHIP = "honorary_citizenship"
    STATE_AWARD = "state_award"
    INAUGURATION = "inauguration"
    INDEPENDENCE_DAY = "independence_day"
    EVENING_RECEPTION = "evening_reception"
    ADVANCE_GROUP = "advance_group_mission"


class CeremonyForm(StrEnum):
    """The ceremonies of Chapter VI, other than the presentation of credentials."""

    WREATH_LAYING = "wreath_laying"
    HONORARY_CITIZENSHIP = "honorary_citizenship"
    STATE_AWARD = "state_award"
    INAUGURATION = "inauguration"
    INDEPENDENCE_DAY = "independence_day"


class CredentialsForm(StrEnum):
    """One ambassador at the President's residence, or several at Krtsanisi (Decree, Art. 20(2) and (3))."""

    SINGLE = "single"
    JOINT = "joint"


class OutgoingCategory(StrEnum):
    """Where the President travels (Decree, Art. 27)."""

    OFFICIAL = "official"
    FORUM = "international_forum"


class ReceptionGuests(StrEnum):
    """Who is received (Decree, Art. 26)."""

    DELEGATION = "foreign_delegation"
    GUEST = "foreign_guest"
    SECURITY_SERVICES = "military_or_security_service_representative"


class Flag(StrEnum):
    """A flag that was displayed."""

    GUEST = "guest_state_flag"
    STANDARD = "guest_presidential_standard"
    GEORGIA = "georgian_state_flag"


class Viewpoint(StrEnum):
    """From where left and right are told."""

    AIRFIELD = "airfield"
    STALLS = "stalls"
    DIRECTION_OF_TRAVEL = "direction_of_travel"
    HALL = "hall"


class Anthem(StrEnum):
    """An anthem that was played."""

    GUEST = "guest_state_anthem"
    GEORGIA = "georgian_state_anthem"


class Formation(StrEnum):
    """How an honour guard stood."""

    PARADE = "parade"
    CORRIDOR = "corridor"
    POSTED = "posted"


class Presence(StrEnum):
    """In what role persons were present."""

    GREETING = "greeting"
    FAREWELL = "farewell"
    AT_RAMP = "at_ramp"
    THRESHOLD = "at_threshold"
    ATTENDANCE = "attendance"
    ACCOMPANIMENT = "accompaniment"
    MEDIA = "media"
    #: In whose name a reception is given.
    HOSTING = "hosting"


class Medium(StrEnum):
    """A medium of a broadcast."""

    TELEVISION = "television"
    RADIO = "radio"


class Dress(StrEnum):
    """The dress that an invitation asks for."""

    DARK_SUIT = "dark_suit"
    EVENING_DRESS = "evening_dress"
    OTHER = "other_dress"


class Seat(StrEnum):
    """A seat in a car."""

    REAR_RIGHT = "rear_right"
    REAR_LEFT = "rear_left"
    FRONT = "front"
    OTHER = "other_seat"


class Leg(StrEnum):
    """A part of the motorcade's way."""

    ARRIVAL = "from_airport"
    CITY = "in_city"
    DEPARTURE = "to_airport"
    CREDENTIALS = "to_credentials"
    RETURN = "from_credentials"
