"""A lawful presentation of credentials, told fact by fact; a test leaves out or changes what it is about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tests.law.decree.tale import Tale

#: Invented ambassadors: the State, and when their agréments were asked for.
NAMED = (("RO", "2026-01-10"), ("PL", "2026-02-03"), ("DE", "2026-02-20"), ("FR", "2026-03-15"))
Told = tuple[str, str, dict[str, Any]]


def person(number: int) -> str:
    """Return the pseudonym of an ambassador, by the place in the order of naming."""
    return str(UUID(int=0xA0 + number))


def preliminaries(number: int) -> list[Told]:
    """Return what comes before the ceremony for one ambassador."""
    who: dict[str, Any] = {"ambassador": person(number)}
    notice = {"by": "ge-director-diplomatic-protocol", "to": ["presenting-ambassador"], **who}
    papers = ("credentials_copy", "recall_letter_copy", "ceremony_speech_text")
    return [
        ("-6 10:00", "StepTaken", {"step": "ambassador_calls_on_protocol_director", **who}),
        ("-6 10:15", "NoticeGiven", {"subject": "ceremony_details", **notice}),
        ("-5 10:00", "StepTaken", {"step": "ambassador_calls_on_foreign_minister", **who}),
        *(
            ("-5 10:10", "MaterialDelivered", {"material": paper, "to": "ge-foreign-minister", **who})
            for paper in papers
        ),
        (
            "-3 10:00",
            "NoticeGiven",
            {
                "subject": "credentials_date",
                "by": "ge-diplomatic-protocol-department",
                "to": ["guest-embassy"],
                **who,
            },
        ),
    ]


AGREED: Told = (
    "-4 10:00",
    "AgreementReached",
    {
        "subject": "credentials_date",
        "between": ["ge-diplomatic-protocol-department", "ge-state-protocol-service"],
    },
)
LIST: Told = (
    "11:50",
    "OfficialsPresent",
    {
        "role": "attendance",
        "present": [
            {"office": office}
            for office in (
                "ge-foreign-minister",
                "ge-head-international-relations",
                "ge-head-state-protocol",
                "ge-head-press-service",
                "ge-head-policy-analysis",
                "ge-director-diplomatic-protocol",
                "interpreter",
                "press-representative",
            )
        ],
    },
)


def _guard(place: str) -> Told:
    return (
        "11:00",
        "HonourGuardFormed",
        {"formation": "posted", "place": place, "parade_uniform": True},
    )


ESCORT: Told = ("11:20", "EscortRode", {"leg": "to_credentials", "motorcycles": 3, "police_cars": 1})
PHOTOGRAPH: Told = (
    "12:50",
    "StepTaken",
    {"step": "commemorative_photograph", "place": "at_state_flag", "by": ["ge-head-state-protocol"]},
)
GUEST = {"who": ["presenting-ambassador"]}
SINGLE: tuple[Told, ...] = (
    (
        "11:30",
        "PersonsEscorted",
        {**GUEST, "by": ["ge-director-diplomatic-protocol"], "place": "residence_entrance"},
    ),
    ESCORT,
    _guard("residence_entrance"),
    (
        "11:31",
        "OfficialsPresent",
        {
            "role": "greeting",
            "present": [{"office": "ge-honour-guard-commander"}, {"office": "ge-state-protocol-officer"}],
        },
    ),
    (
        "11:35",
        "PersonsEscorted",
        {
            **GUEST,
            "by": ["ge-honour-guard-commander", "ge-state-protocol-officer"],
            "place": "ceremonies_hall",
        },
    ),
    ("11:50", "StepTaken", {"step": "attendees_enter_hall", "by": ["embassy-diplomat", "georgian-party"]}),
    LIST,
    ("12:00", "ActivityStarted", {"activity": "credentials_presentation"}),
    ("12:05", "SpeechDelivered", {"by": "presenting-ambassador"}),
    ("12:10", "CredentialsPresented", {"ambassador": person(0)}),
    ("12:12", "SpeechDelivered", {"by": "ge-president"}),
    PHOTOGRAPH,
    ("13:00", "ActivityEnded", {"activity": "credentials_presentation"}),
    (
        "13:00",
        "ListApproved",
        {"attendance": "credentials_talk_list"},
    ),
    ("13:05", "ActivityStarted", {"activity": "credentials_talk"}),
    ("13:20", "ActivityEnded", {"activity": "credentials_talk"}),
)


def _for_each(number: int) -> list[Told]:
    who: dict[str, Any] = {"ambassador": person(number)}
    minute = 5 + 10 * number
    return [
        (
            "11:30",
            "PersonsEscorted",
            {**GUEST, **who, "by": ["ge-diplomatic-protocol-officer"], "place": "krtsanisi_house_2"},
        ),
        (
            "11:31",
            "OfficialsPresent",
            {"role": "greeting", "present": [{"office": "ge-state-protocol-officer"}], **who},
        ),
        (
            "11:35",
            "PersonsEscorted",
            {**GUEST, **who, "by": ["ge-state-protocol-officer"], "place": "fireplace_hall"},
        ),
        ("11:50", "StepTaken", {"step": "ambassador_takes_place", "number": number + 1, **who}),
        (f"12:{minute:02}", "AmbassadorAnnounced", who),
        (f"12:{minute + 1:02}", "SpeechDelivered", {"by": "presenting-ambassador", **who}),
        (f"12:{minute + 3:02}", "CredentialsPresented", who),
    ]


def joint(count: int = 4) -> list[Told]:
    """Return the ceremony of several ambassadors."""
    return [
        ESCORT,
        _guard("house_2_door"),
        ("11:45", "StepTaken", {"step": "officials_take_places"}),
        LIST,
        (
            "12:00",
            "ActivityStarted",
            {"activity": "credentials_presentation", "place": "fireplace_hall"},
        ),
        *(told for number in range(count) for told in _for_each(number)),
        ("12:45", "SpeechDelivered", {"by": "ge-president"}),
        PHOTOGRAPH,
        ("13:00", "ActivityEnded", {"activity": "credentials_presentation"}),
    ]


def opened(form: str, count: int, **changes: Any) -> Tale:
    """Return a case in which so many ambassadors are named and the ceremony is planned for noon."""
    tale = Tale("credentials-tale-1").tell("-20 10:00", "CredentialsRegistered", form=form)
    for number, (state, asked) in enumerate(NAMED[:count]):
        named = {"sending_state": state, "agrement_requested_on": asked, **changes.get(state, {})}
        tale.tell("-20 11:00", "AmbassadorNamed", ambassador={"person": person(number)}, **named)
    return tale.plan("credentials_presentation", "12:00")


def told(tale: Tale, story: list[Told] | tuple[Told, ...]) -> Tale:
    """Tell a story: in the order of its times the ledger gets it in any order."""
    for when, event, data in story:
        tale.tell(when, event, **data)
    return tale


def one(story: list[Told] | None = None) -> Tale:
    """Return the lawful ceremony of one ambassador, or another story of it."""
    return told(opened("single", 1), story or [*preliminaries(0), AGREED, *SINGLE])


def four(story: list[Told] | None = None, **changes: Any) -> Tale:
    """Return the lawful ceremony of four ambassadors, or another story of it."""
    before = [item for number in range(4) for item in preliminaries(number)]
    return told(opened("joint", 4, **changes), story or [*before, AGREED, *joint()])


def lawful(form: str) -> list[Told]:
    """Return the whole lawful story of a form."""
    count = 1 if form == "single" else 4
    before = [item for number in range(count) for item in preliminaries(number)]
    return [*before, AGREED, *(SINGLE if form == "single" else joint())]
