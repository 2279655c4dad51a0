"""One sample of every event type of state protocol: invented persons, every optional member where it fits."""

from __future__ import annotations

from typing import Any

GUEST = "5b1f6a2e-0000-4000-8000-000000000386"
VISIT, OUTGOING, RECEPTION = "visit-ro-1", "outgoing-1", "reception-1"
CREDENTIALS, CEREMONY = "credentials-1", "ceremony-1"
PERSON = {"person": GUEST, "name": "ნიმუშიძე"}
PROTOCOL, PRESIDENT, MFA = "ge-state-protocol-service", "ge-president", "ge-mfa"
PRESENT = [
    {"office": PRESIDENT, "with_spouse": True},
    {"office": "ge-minister", "count": 3},
    {"office": "ge-speaker"},
]
MONEY = {"amount": "1200.00", "currency": "GEL"}
#: What belongs to an item of the programme.
ARRIVAL, TALKS, DINNER = ({"activity": name} for name in ("arrival", "talks", "dinner"))

_REGISTERING: dict[str, tuple[str, dict[str, Any]]] = {
    "VisitRegistered": (
        VISIT,
        {
            "category": "official",
            "rank": "head_of_state",
            "guest_state": "RO",
            "guest": PERSON,
            "with_spouse": True,
            "purpose": "negotiations",
            "earlier_state_visits": 0,
            "organiser": PROTOCOL,
            "embassy_in_georgia": True,
            "delegation": "state_delegation",
            "channel": "diplomatic_channel",
        },
    ),
    "OutgoingVisitRegistered": (
        OUTGOING,
        {"category": "official", "host_state": "RO", "overflies": ["TR", "BG"], "treaties": True},
    ),
    "ReceptionRegistered": (
        RECEPTION,
        {
            "host": PRESIDENT,
            "guests": "foreign_delegation",
            "guest_state": "RO",
            "guest": PERSON,
            "hosting_body": MFA,
            "in_chancellery": True,
            "visit": VISIT,
        },
    ),
    "CredentialsRegistered": (CREDENTIALS, {"form": "joint"}),
    "AmbassadorNamed": (
        CREDENTIALS,
        {
            "ambassador": PERSON,
            "sending_state": "RO",
            "agrement_requested_on": "2026-01-15",
            "has_predecessor": True,
        },
    ),
    "CeremonyRegistered": (
        CEREMONY,
        {
            "form": "wreath_laying",
            "visit": VISIT,
            "guest": PERSON,
            "guest_state": "RO",
            "guest_rank": "head_of_state",
            "ambassador_in_tbilisi": True,
        },
    ),
    "ElectionHeld": (
        CEREMONY,
        {"round_on": "2018-11-28", "deciding": True, "results_on": "2018-12-07", "re_elected": False},
    ),
    "CaseCancelled": (VISIT, {"reason": "the guest's programme changed"}),
}

_PROGRAMME: dict[str, tuple[str, dict[str, Any]]] = {
    "ProgrammeItemScheduled": (
        VISIT,
        {
            **DINNER,
            "item": "dinner-2",
            "starts_at": "2026-06-16T19:00:00+04:00",
            "ends_at": "2026-06-16T22:00:00+04:00",
            "place": "banquet_hall",
        },
    ),
    "ProgrammeItemCancelled": (VISIT, {**DINNER, "item": "dinner-2", "reason": "no time left"}),
    "ActivityStarted": (
        VISIT,
        {
            **DINNER,
            "item": "dinner-2",
            "place": "banquet_hall",
            "led_by": PRESIDENT,
            "official": True,
        },
    ),
    "ActivityEnded": (VISIT, {**DINNER, "item": "dinner-2"}),
    "AircraftLanded": (VISIT, {"airport": "airport", "exits": 2}),
    "AircraftParked": (VISIT, {**ARRIVAL, "stand": 3}),
    "AircraftDeparted": (VISIT, {"airport": "airport", "entrances": 2}),
}

_CONDUCT: dict[str, tuple[str, dict[str, Any]]] = {
    "OfficialsPresent": (
        VISIT,
        {
            **ARRIVAL,
            "item": "arrival-1",
            "ambassador": GUEST,
            "role": "greeting",
            "place": "airport",
            "present": PRESENT,
        },
    ),
    "PersonsArrived": (VISIT, {**ARRIVAL, "who": ["ge-minister", "ge-agency-head"], "place": "airport"}),
    "StepTaken": (
        CREDENTIALS,
        {
            "activity": "credentials_presentation",
            "ambassador": GUEST,
            "step": "other_step",
            "by": [PRESIDENT],
            "place": "fireplace_hall",
            "count": 2,
            "number": 1,
            "languages": ["ka", "ro"],
            "ended_at": "2026-06-01T10:31:00Z",
        },
    ),
    "PersonsIntroduced": (
        VISIT,
        {
            **ARRIVAL,
            "presenter": "ge-head-state-protocol",
            "presented": [PRESIDENT],
            "to": ["main-guest", "guest-spouse"],
        },
    ),
    "PersonsEscorted": (
        VISIT,
        {
            **ARRIVAL,
            "ambassador": GUEST,
            "who": ["guest-delegation-member"],
            "by": ["ge-state-protocol-officer"],
            "place": "carpet_sector",
        },
    ),
    "FlagsDisplayed": (
        VISIT,
        {
            **ARRIVAL,
            "place": "airport",
            "left": "guest_state_flag",
            "right": "georgian_state_flag",
            "flags": ["guest_state_flag", "georgian_state_flag"],
            "seen_from": "airfield",
        },
    ),
    "AnthemsPlayed": (
        VISIT,
        {
            **ARRIVAL,
            "order": ["guest_state_anthem", "georgian_state_anthem"],
            "performer": "ge-defence-orchestra",
            "verses": 1,
            "ended_at": "2026-06-01T10:33:00Z",
        },
    ),
    "HonourGuardFormed": (
        VISIT,
        {
            **ARRIVAL,
            "formation": "parade",
            "by": "ge-defence-ministry",
            "place": "airport",
            "services": 3,
            "left": 4,
            "right": 4,
            "parade_uniform": True,
        },
    ),
    "EscortRode": (VISIT, {**ARRIVAL, "leg": "in_city", "motorcycles": 7, "police_cars": 1}),
    "ThingPlaced": (
        VISIT,
        {
            **ARRIVAL,
            "thing": "carpet",
            "place": "airport",
            "stand": 2,
            "languages": ["ro", "ka"],
            "colour": "red",
            "microphones": False,
            "carpeted": True,
            "number": 1,
        },
    ),
    "SeatTaken": (
        VISIT,
        {**ARRIVAL, "car": 1, "seat": "rear_right", "who": ["main-guest"]},
    ),
    "SpeechDelivered": (VISIT, {**DINNER, "ambassador": GUEST, "by": PRESIDENT, "interpreted": True}),
    "FlowersPresented": (
        VISIT,
        {
            **ARRIVAL,
            "to": "guest-spouse",
            "by": "couple-in-national-dress",
            "on_behalf_of": [PRESIDENT, "main-guest"],
            "place": "airport",
        },
    ),
    "GiftHandled": (
        VISIT,
        {
            "activity": "visit",
            "stage": "gift_presented",
            "by": PRESIDENT,
            "to": ["main-guest"],
            "on_behalf_of": PRESIDENT,
        },
    ),
    "AwardHanded": (
        CEREMONY,
        {
            "activity": "honorary_citizenship",
            "items": ["passport", "certificate", "gold_medal"],
            "by": PRESIDENT,
            "to": "honorary-citizen",
        },
    ),
    "CredentialsPresented": (
        CREDENTIALS,
        {"activity": "credentials_presentation", "ambassador": GUEST, "to": PRESIDENT},
    ),
    "AmbassadorAnnounced": (CREDENTIALS, {"activity": "credentials_presentation", "ambassador": GUEST}),
    "SalvoFired": (CEREMONY, {"activity": "inauguration", "salvos": 7}),
    "BroadcastAired": (VISIT, {**ARRIVAL, "media": ["television", "radio"], "live": True}),
    "InviteeAdmitted": (VISIT, {**DINNER, "basis": "list_checked", "checked_by": "ge-security-officer"}),
    "InviteeMissed": (VISIT, {**DINNER, "late": True, "warned": True}),
}

_PREPARING: dict[str, tuple[str, dict[str, Any]]] = {
    "AgreementRequested": (VISIT, {**TALKS, "subject": "meeting_time", "by": PROTOCOL, "of": [MFA]}),
    "AgreementReached": (
        VISIT,
        {"subject": "visit_character_and_dates", "between": ["georgian-party"], "reciprocity": True},
    ),
    "DecisionTaken": (
        VISIT,
        {
            **ARRIVAL,
            "subject": "main_greeter",
            "by": MFA,
            "chosen": ["ge-foreign-minister"],
            "ground": "composition of the delegation",
        },
    ),
    "NeedRecorded": (VISIT, {**ARRIVAL, "need": "interpreter_needed", "count": 2}),
    "ProgrammeApproved": (
        VISIT,
        {
            "activity": "visit",
            "programme": "main_programme",
            "items": ["arrival", "talks", "dinner", "departure"],
            "by": PROTOCOL,
            "agreed_with": ["guest-protocol-service"],
            "permanent_escorts": ["ge-foreign-minister"],
            "covers": ["talks"],
        },
    ),
    "ListApproved": (
        VISIT,
        {
            **TALKS,
            "attendance": "talks_list",
            "names": PRESENT,
            "by": PROTOCOL,
            "agreed_with": [MFA],
            "regards_guests": True,
        },
    ),
    "InvitationsIssued": (VISIT, {"men": "dark_suit", "ladies": "evening_dress"}),
    "StandAssigned": (VISIT, {**ARRIVAL, "stand": 3, "agreed_with": ["ge-tbilisi-airport"]}),
    "PreparationPlanApproved": (VISIT, {"by": "visit-organiser", "items": ["a.1", "b", "r.4"]}),
    "PlanTaskAssigned": (VISIT, {"task": "b", "to": "ge-state-provision-service"}),
    "PlanTaskCompleted": (VISIT, {"task": "b", "further": ["c"], "by": "ge-state-provision-service"}),
    "MaterialRequested": (
        VISIT,
        {**TALKS, "material": "talking_points", "by": PROTOCOL, "of": [MFA]},
    ),
    "MaterialDelivered": (
        VISIT,
        {
            **TALKS,
            "ambassador": GUEST,
            "material": "talking_points",
            "by": MFA,
            "to": PROTOCOL,
            "endorsed": True,
            "certified": True,
        },
    ),
    "MaterialPrepared": (
        VISIT,
        {**TALKS, "material": "treaty_drafts", "by": MFA, "translated": True, "printed": True},
    ),
    "NoticeGiven": (
        VISIT,
        {**TALKS, "ambassador": GUEST, "subject": "meeting_time", "to": [MFA], "by": PROTOCOL},
    ),
    "ServiceProvided": (
        VISIT,
        {
            **ARRIVAL,
            "service": "medical_point",
            "place": "airport",
            "by": "ge-health-ministry",
            "to": ["main-guest"],
            "count": 1,
            "agreed_with": [PROTOCOL],
        },
    ),
    "ServiceFailed": (VISIT, {**TALKS, "service": "utilities", "place": "hotel", "detail": "no light"}),
    "GuestsLodged": (
        VISIT,
        {"activity": "visit", "who": ["main-guest"], "place": "residence", "by": PROTOCOL},
    ),
    "CostRecorded": (
        VISIT,
        {
            "activity": "visit",
            "purpose": "reception_of_guests",
            "stage": "estimated",
            "by": PROTOCOL,
            "amount": MONEY,
            "agreed_with": [MFA],
            "reciprocity": True,
        },
    ),
    "AirspaceCleared": (OUTGOING, {"country": "TR", "permit": True, "flight_plan": True}),
    "InstructionIssued": (VISIT, {"to": MFA, "subject": "order of the cars"}),
    "InstructionAnswered": (VISIT, {"by": MFA, "complied": False, "reason": "no authority over it"}),
    "ItemOmitted": (
        VISIT,
        {
            **ARRIVAL,
            "ambassador": GUEST,
            "provision": "decree-386/art-3/1/b.2",
            "reason": "the wind was too strong",
        },
    ),
}

#: Event type to (case id, payload).
PROTOCOL_SAMPLES = {**_REGISTERING, **_PROGRAMME, **_CONDUCT, **_PREPARING}
