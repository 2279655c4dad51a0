"""Typed parts that several events share: channels, procedures, escorts, documents, money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from domain.kernel import Immutable, PersonalDate, PersonalText, PersonId, Remark, State


class Channel(StrEnum):
    """How a message travelled. The protocol allows the first three between authorities."""

    ELECTRONIC_SYSTEM = "authorised_electronic_system"
    OFFICIAL_EMAIL = "official_email"
    FAX = "fax"
    DIPLOMATIC = "diplomatic"
    POST = "post"
    PRIVATE_EMAIL = "private_email"
    MESSENGER = "messenger"
    TELEPHONE = "telephone"
    IN_PERSON = "in_person"


class Procedure(StrEnum):
    """Ordinary, or accelerated after apprehension in the border region (Agreement, Art. 6(3))."""

    ORDINARY = "ordinary"
    ACCELERATED = "accelerated"


class PersonCategory(StrEnum):
    """Whose national the person is, seen from the two parties; it decides which authority is competent."""

    OWN_NATIONAL = "national_of_requested_state"
    THIRD_COUNTRY = "third_country_national"
    STATELESS = "stateless"


class Decision(StrEnum):
    """The answer to an application."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


class TransitMode(StrEnum):
    """How the transit travels."""

    AIR = "air"
    LAND = "land"
    SEA = "sea"


class Form(StrEnum):
    """The form used: Annex 5 (readmission) and Annex 6 (transit) of the agreement, or none of them."""

    ANNEX_5 = "annex_5"
    ANNEX_6 = "annex_6"
    LETTER = "letter"
    OTHER = "other"


class Writing(StrEnum):
    """Whether a message was in writing."""

    WRITTEN = "written"
    ORAL = "oral"


class Side(StrEnum):
    """The two sides of one case."""

    REQUESTING = "requesting"
    REQUESTED = "requested"


class EvidenceKind(StrEnum):
    """Which list of the agreement a document belongs to (Annexes 1 to 4), or none of them."""

    ANNEX_1 = "annex_1"
    ANNEX_2 = "annex_2"
    ANNEX_3 = "annex_3"
    ANNEX_4 = "annex_4"
    OTHER = "other"


#: BCP 47 primary language of a message, such as ``en``.
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]

#: Identifier of a border crossing point, such as ``ge-tbilisi-airport``.
CrossingPoint = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}-[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]


class AttachedDocument(Immutable):
    """A document attached to an application, by kind; the document itself stays outside the ledger."""

    kind: EvidenceKind
    justification: Remark | None = None


class Subject(Immutable):
    """The person to be readmitted or to travel in transit. All particulars are sealed."""

    person: PersonId
    category: PersonCategory
    family_name: PersonalText | None = None
    given_names: PersonalText | None = None
    born_on: PersonalDate | None = None
    birth_place: PersonalText | None = None
    nationality: PersonalText | None = None


class EscortOfficer(Immutable):
    """An escort as Art. 10(a) of the protocol wants it stated. All particulars are sealed."""

    person: PersonId
    rank: PersonalText | None = None
    first_name: PersonalText | None = None
    surname: PersonalText | None = None
    document_series: PersonalText | None = None
    document_number: PersonalText | None = None
    document_issued_on: PersonalDate | None = None


class Assistance(Immutable):
    """Help wanted from the requested side during a transit: its nature and its substance."""

    nature: Remark | None = None
    substance: Remark | None = None


class Money(Immutable):
    """An amount with its ISO 4217 currency. Decimal, never a float."""

    amount: Annotated[Decimal, Field(ge=0, max_digits=14, decimal_places=2)]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class VisaNeed(Immutable):
    """A country on the escorts' route, and whether they need and hold its visa."""

    country: State
    visa_required: bool
    visa_held: bool | None = None
    valid_until: date | None = None
