"""A lawful reception, told fact by fact; a test leaves out or changes what it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.law.decree.tale import DAY, Tale

Told = tuple[str, str, dict[str, Any]]
Test = Callable[[Told], bool]
PROTOCOL, ANALYSIS = "ge-state-protocol-service", "ge-policy-analysis-service"
#: Each material: its provision, and who must have it.
MATERIALS = {
    "draft_programme_of_stay": ("2/a", PROTOCOL),
    "list_of_foreign_participants": ("2/b", PROTOCOL),
    "list_of_georgian_participants": ("2/c", PROTOCOL),
    "short_biographies": ("3/a", ANALYSIS),
    "materials_on_visit_purposes": ("3/b", ANALYSIS),
    "substantiated_proposals": ("3/c.1", ANALYSIS),
    "views_on_issues_raised": ("3/c.2", ANALYSIS),
}
GUEST = {"who": ["main-guest"]}
OFFICER = "ge-state-protocol-officer"


def _told(subject: str, *to: str) -> dict[str, Any]:
    return {"subject": subject, "to": list(to), "by": PROTOCOL}


def lawful(host: str = "ge-president", *, security: bool = False) -> list[Told]:
    """Return the whole story of a lawful reception by a host."""
    advisers = ["ge-international-relations-service", "ge-chancellery-sector-structure"]
    clearing = (
        ["ge-security-council-secretary", "ge-president"]
        if security
        else [
            "ge-first-deputy-state-minister",
            host,
        ]
    )
    return [
        (
            "-6 10:00",
            "AgreementReached",
            {"subject": "reception_expediency", "between": advisers},
        ),
        *(("-6 11:00", "MaterialDelivered", {"material": "opinion", "by": body}) for body in advisers),
        ("-5 15:00", "AgreementReached", {"subject": "reception_with_host", "between": clearing}),
        *(
            ("-4 12:00", "MaterialDelivered", {"material": material, "to": to, "endorsed": True})
            for material, (_, to) in MATERIALS.items()
        ),
        ("-4 13:00", "NoticeGiven", _told("meeting_time", "ge-ministries-and-agencies")),
        ("-3 13:00", "ProgrammeApproved", {"programme": "final_programme"}),
        ("-3 14:00", "ListApproved", {"attendance": "meeting_list_of_guests"}),
        ("-3 14:00", "ListApproved", {"attendance": "meeting_list_of_georgian_side"}),
        ("-2 10:00", "NoticeGiven", _told("meeting_subject", "ge-president-press-service")),
        ("-2 10:00", "NoticeGiven", _told("meeting_subject", "ge-state-protection-service")),
        ("-3 10:00", "NoticeGiven", _told("guests_reception", "ge-state-provision-service")),
        ("-3 12:00", "MaterialDelivered", {"material": "talking_points", "to": "ge-secretariat"}),
        ("-1 16:00", "GiftHandled", {"stage": "prepared"}),
        ("10:00", "ServiceProvided", {"service": "room"}),
        ("11:40", "StepTaken", {"step": "guest_cars_enter", "place": "chancellery_left_gate"}),
        ("11:42", "StepTaken", {"step": "guest_cars_stop", "place": "chancellery_second_entrance"}),
        ("11:42", "PersonsArrived", {**GUEST, "place": "chancellery_second_entrance"}),
        ("11:43", "OfficialsPresent", {"role": "greeting", "present": [{"office": OFFICER}]}),
        ("11:50", "PersonsEscorted", {**GUEST, "by": [OFFICER], "place": "reception_room"}),
        ("12:00", "ActivityStarted", {"activity": "audience"}),
        ("12:01", "ServiceProvided", {"service": "interpretation"}),
        ("13:00", "ActivityEnded", {"activity": "audience"}),
        ("13:10", "PersonsEscorted", {**GUEST, "by": [OFFICER], "place": "chancellery_yard"}),
        ("+1 12:00", "MaterialPrepared", {"material": "record_of_talk", "by": ANALYSIS}),
        (
            "+3 12:00",
            "MaterialDelivered",
            {
                "material": "record_of_talk",
                "by": ANALYSIS,
                "to": "ge-secret-records-group",
                "certified": True,
            },
        ),
    ]


def opened(day: date = DAY, **data: Any) -> Tale:
    """Return a reception of Romanian guests by the President, planned for noon of the day."""
    said = {"host": "ge-president", "guests": "foreign_delegation", "guest_state": "RO", **data}
    tale = Tale("reception-tale-1", day).tell("-25 10:00", "ReceptionRegistered", **said)
    return tale.plan("audience", "12:00")


def told(story: list[Told] | None = None, day: date = DAY, **data: Any) -> Tale:
    """Return a reception of which this is told; the whole lawful story by default."""
    tale = opened(day, **data)
    for when, event, payload in lawful() if story is None else story:
        tale.tell(when, event, **payload)
    return tale


def has(event: str, **data: Any) -> Test:
    """Find the facts of a type that say this."""

    def found(item: Told) -> bool:
        return item[1] == event and all(item[2].get(name) == value for name, value in data.items())

    return found


def without(*tests: Test, **how: Any) -> list[Told]:
    """Return the lawful story without some facts."""
    return [item for item in lawful(**how) if not any(test(item) for test in tests)]


def changed(test: Test, when: str = "", **data: Any) -> list[Told]:
    """Return the lawful story with some facts told otherwise."""
    return [(when or item[0], item[1], {**item[2], **data}) if test(item) else item for item in lawful()]
