"""Things, services, materials and subjects that preparation and conduct speak of."""

from __future__ import annotations

from enum import StrEnum


class Thing(StrEnum):
    """A thing that is put in place."""

    CARPET = "carpet"
    RUGS = "rugs"
    PODIUM = "podium"
    BANNER = "banner"
    RAMP_1 = "ramp_no_1"
    RAMP_2 = "ramp_no_2"
    COAT_OF_ARMS = "coat_of_arms"
    ROPE = "press_sector_rope"
    EQUIPMENT = "press_equipment"
    SPEECH_TEXTS = "translated_speech_texts"
    CAR = "main_guest_car"
    MOTORCADE = "numbered_motorcade"
    WREATH = "wreath"
    OTHER = "other_thing"


class GiftStage(StrEnum):
    """How far a gift has come."""

    SELECTED = "selected"
    PREPARED = "prepared"
    PRESENTED = "gift_presented"


class AwardItem(StrEnum):
    """What an honoured person receives."""

    PASSPORT = "passport"
    CERTIFICATE = "certificate"
    GOLD_MEDAL = "gold_medal"
    AWARD = "state_award_insignia"


class Programme(StrEnum):
    """A programme of a visit."""

    MAIN = "main_programme"
    SPOUSE = "spouse_programme"
    DRAFT = "draft_programme"
    HOURLY = "hourly_programme"
    FINAL = "final_programme"


class AttendanceList(StrEnum):
    """A list of persons."""

    GREETERS = "greeters_list"
    TALKS = "talks_list"
    DINNER = "dinner_list"
    MEETING = "meeting_list"
    MEETING_GUESTS = "meeting_list_of_guests"
    MEETING_GEORGIA = "meeting_list_of_georgian_side"
    CREDENTIALS_TALK = "credentials_talk_list"
    OTHER = "other_list"


class Subject(StrEnum):
    """What was agreed, asked for, decided or told."""

    VISIT_CHARACTER_AND_DATES = "visit_character_and_dates"
    CEREMONY_DETAILS = "ceremony_details"
    SEATING_SCHEME = "seating_scheme"
    RECEPTION_EXPEDIENCY = "reception_expediency"
    RECEPTION = "reception_with_host"
    CREDENTIALS_DATE = "credentials_date"
    AMBASSADOR_ORDER = "order_of_ambassadors"
    COST_SHARING = "cost_sharing"
    FUNDING_SOURCE = "funding_source"
    PODIUM = "podium_subject"
    DINNER_ON_TRIP = "dinner_on_trip"
    AIRCRAFT_STAND = "aircraft_stand"
    PROGRAMME = "programme_subject"
    TREATY_TEXTS = "treaty_texts"
    FLIGHT_PLAN = "flight_plan"
    SPECIAL_AIRCRAFT = "special_aircraft"
    MEETING_TIME = "meeting_time"
    MEETING = "meeting_subject"
    GUESTS_RECEPTION = "guests_reception"
    PRESS_CONDITIONS = "press_working_conditions"
    MAIN_GREETER = "main_greeter"
    LOWERED_LEVEL = "lowered_level"
    SPECIAL_CASE = "special_case"
    EXCEPTION = "exception_to_rule"
    OTHER_GREETERS = "other_greeters"
    OTHER = "other_subject"


class Material(StrEnum):
    """A document or text that one body gives to another."""

    DRAFT_PROGRAMME = "draft_programme_of_stay"
    FOREIGN_PARTICIPANTS = "list_of_foreign_participants"
    GEORGIAN_PARTICIPANTS = "list_of_georgian_participants"
    BIOGRAPHIES = "short_biographies"
    VISIT_PURPOSES = "materials_on_visit_purposes"
    PROPOSALS = "substantiated_proposals"
    VIEWS = "views_on_issues_raised"
    ADDITIONAL_INFORMATION = "additional_information"
    ANALYTICAL = "analytical_materials"
    TALKING_POINTS = "talking_points"
    TALK_RECORD = "record_of_talk"
    EXPERT_REVIEW = "materials_for_expert_review"
    SPEECH_TEXT = "speech_text"
    LETTERS = "letters_of_president"
    TREATY_DRAFTS = "treaty_drafts"
    CREDENTIALS_COPY = "credentials_copy"
    RECALL_COPY = "recall_letter_copy"
    CEREMONY_SPEECH = "ceremony_speech_text"
    ACT_OF_AWARD = "act_of_award"
    OPINION = "opinion"
    OTHER = "other_material"


class Service(StrEnum):
    """Something that is provided, prepared or kept ready."""

    COMMUNICATIONS = "communications"
    NEWSPAPERS = "newspapers"
    MEDICAL_POINT = "medical_point"
    MEDICAL_AID = "medical_aid"
    AMBULANCE = "ambulance"
    TRANSPORT = "transport"
    INTERPRETATION = "interpretation"
    HOSPITALITY = "hospitality"
    ROOM = "room"
    TECHNICAL = "technical_service"
    PRESS_ACCREDITATION = "press_accreditation"
    PRESS_ADMISSION = "press_admission"
    PRESS_POSITION = "press_position"
    PRESS_BRIEFING = "press_briefing"
    DUTY_PRESS = "press_duty"
    UTILITIES = "utilities"
    CLEANLINESS = "cleanliness"
    AIRFIELD_STAFF = "airfield_staff"
    SITE_READY = "site_ready"
    BOUQUETS = "bouquets"
    CONCERT_PROGRAMME = "concert_programme"
    PERFORMANCE = "performance_organised"
    DINNER = "dinner_prepared"
    LODGING = "lodging"
    VISAS_AND_PASSPORTS = "visas_and_passports"
    AIRCRAFT = "aircraft_ready"
    AIRCRAFT_ORDER = "special_aircraft_ordered"
    FLIGHT_PLAN = "flight_plan_approved"
    PROTOCOL_OFFICERS = "protocol_officers_sent"
    ADVANCE_GROUP = "advance_group_formed"
    SITE_INSPECTION = "site_inspection"
    SCHEMES_REVIEW = "schemes_review"
    PHOTOGRAPHS = "photographs"
    OTHER = "other_service"


class CostPurpose(StrEnum):
    """What money was for."""

    RECEPTION_OF_GUESTS = "reception_of_guests"
    AIRPORT_SERVICES = "airport_services"
    ADVANCE_GROUP_MISSION = "advance_group_mission_costs"
    ADVANCE_GROUP_TRAVEL = "advance_group_travel"
    SPECIAL_AIRCRAFT = "special_aircraft_costs"
    DELEGATION_MISSION = "delegation_mission"


class CostStage(StrEnum):
    """How far a cost has come."""

    ESTIMATED = "estimated"
    ALLOTTED = "allotted"
    REIMBURSED = "reimbursed"
    SETTLED = "settled"


class Need(StrEnum):
    """A condition on which some provisions apply."""

    INTERPRETER = "interpreter_needed"
    TRANSLATION = "translation_needed"
    MEDICAL = "medical_need"
    AMBULANCE = "ambulance_needed"
    HOTEL = "hotel_needed"
    ARRIVAL_SPEECHES = "arrival_speeches_planned"
    GUEST_WISHES_TRIP = "guest_wishes_trip"
    EXPERT_REVIEW = "expert_review_needed"
    ADDITIONAL_INFORMATION = "additional_information_needed"
    STOP_OUTSIDE_TBILISI = "stop_outside_tbilisi"
    TIME_FOR_DINNER = "time_for_dinner"
    LADY = "recipient_or_companion_is_lady"
    BOUQUETS = "bouquets_needed"
    OTHER = "other_need"


class PlanItem(StrEnum):
    """An item of the preparatory plan, by its letter in Art. 25(12); numbers tell parts of a letter apart."""

    A1 = "a.1"
    A2 = "a.2"
    B = "b"
    C = "c"
    D = "d"
    E1 = "e.1"
    E2 = "e.2"
    E3 = "e.3"
    F = "f"
    G = "g"
    H = "h"
    I = "i"  # noqa: E741 (the letter of the text)
    J = "j"
    K = "k"
    L = "l"
    M = "m"
    N = "n"
    O = "o"  # noqa: E741 (the letter of the text)
    P = "p"
    Q1 = "q.1"
    Q2 = "q.2"
    R1 = "r.1"
    R2 = "r.2"
    R3 = "r.3"
    R4 = "r.4"
    S = "s"
