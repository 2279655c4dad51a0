"""Tells one readmission case as the events that an integrating system would report."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

NEW_YEAR: Final = datetime(2021, 1, 1, tzinfo=UTC)
GEORGIA: Final = "ge-migration-department"
AUTHORITIES: Final = {
    "AT": "at-foreigners-office",
    "DE": "de-federal-police",
    "FR": "fr-border-police",
    "GR": "gr-hellenic-police",
    "IT": "it-immigration-directorate",
    "NL": "nl-repatriation-service",
    "PL": "pl-border-guard",
    "SE": "se-police-authority",
}
CHANNELS: Final = ("authorised_electronic_system", "official_email", "fax", "post", "private_email")
CHANNEL_SHARES: Final = (850, 118, 25, 4, 3)
GROUNDS: Final = (
    "nationality not established by the documents attached",
    "person unknown in the population register",
    "prima facie evidence rebutted after the interview",
)

OPENING, CLOSING, FRIDAY = 6, 14, 4

Event = dict[str, Any]


class Story:
    """One case. Every draw comes from the given generator, so that a case never depends on its neighbours."""

    def __init__(self, random: Random, case_id: str, state: str) -> None:
        self.random = random
        self.case_id = case_id
        self.state = state
        self.events: list[Event] = []
        self.person = str(UUID(int=random.getrandbits(128), version=4))
        self.accelerated = random.random() < (0.35 if state == "RO" else 0.06)
        self.escorted = random.random() < 0.12
        self.authority = self._requesting_authority()

    def told(self, *, day: int, refused: bool) -> list[Event]:
        """Return the case, its application submitted on a day of the year counted from 0."""
        start = NEW_YEAR + timedelta(days=day, hours=6, minutes=self.random.randrange(480))
        received = self._apply(start)
        reply = self._reply(received, refused=refused)
        if not refused:
            self._return(reply)
        return self.events

    def _requesting_authority(self) -> str:
        if self.state != "RO":
            return AUTHORITIES[self.state]
        right, wrong = "ro-immigration-inspectorate", "ro-border-police"
        if self.accelerated:
            right, wrong = wrong, right
        return wrong if self.random.random() < 0.02 else right

    def _tell(self, time: datetime, type_name: str, office: str, **data: Any) -> datetime:
        number = len(self.events) + 1
        time = time.replace(second=0, microsecond=0)
        self.events.append(
            {
                "specversion": "1.0",
                "id": f"{self.case_id}.{number:02d}",
                "source": f"/example/{self.state.lower() if office != GEORGIA else 'ge'}",
                "type": type_name,
                "subject": self.case_id,
                "time": time.isoformat().replace("+00:00", "Z"),
                "office": office,
                "data": data,
            }
        )
        return time

    def _channel(self) -> str:
        return self.random.choices(CHANNELS, CHANNEL_SHARES)[0]

    def _language(self) -> str:
        return self.random.choices(("en", "ro", "ka"), (985, 8, 7))[0] if self.state == "RO" else "en"

    def _hours(self, low: float, high: float) -> timedelta:
        return timedelta(minutes=round(self.random.uniform(low, high) * 60))

    def _office_hours(self, moment: datetime) -> datetime:
        """Move a moment forward to a weekday between 06:00 and 14:00 UTC."""
        if moment.hour >= CLOSING:
            moment = (moment + timedelta(days=1)).replace(hour=OPENING)
        while moment.weekday() > FRIDAY:
            moment = (moment + timedelta(days=1)).replace(hour=OPENING)
        return moment.replace(hour=max(moment.hour, OPENING))

    def _apply(self, start: datetime) -> datetime:
        start = self._office_hours(start)
        if self.accelerated:
            self._tell(
                start - self._hours(3, 52),
                "PersonApprehended",
                self.authority,
                person=self.person,
                state=self.state,
                in_border_region=True,
            )
        elif self.random.random() < 0.25:
            self._tell(
                start - timedelta(days=self.random.randrange(3, 120)),
                "IrregularStayEstablished",
                self.authority,
                person=self.person,
                state=self.state,
            )
        annex = self.random.random() < 0.9
        documents = [{"kind": "annex_1" if annex else "annex_2"}]
        if self.random.random() < 0.05:
            documents = [{"kind": "other", "justification": "shows the former school of the person"}]
        self._tell(
            start,
            "ApplicationSubmitted",
            self.authority,
            procedure="accelerated" if self.accelerated else "ordinary",
            requesting_state=self.state,
            requested_state="GE",
            requesting_authority=self.authority,
            requested_authority=GEORGIA,
            subject={
                "person": self.person,
                "category": "national_of_requested_state",
                "family_name": f"Example-{self.case_id[-4:]}",
                "given_names": "Sample",
                "born_on": date(
                    1960 + self.random.randrange(40), 1 + self.random.randrange(12), 1
                ).isoformat(),
            },
            channel=self._channel(),
            form="annex_5" if self.random.random() < 0.99 else "letter",
            language=self._language(),
            escorted=self.escorted,
            escorts=[self._escort()] if self.escorted else [],
            attachments=documents,
        )
        received = start + self._hours(0.05, 4)
        self._tell(received, "ApplicationReceived", GEORGIA, requested_state="GE", authority=GEORGIA)
        if documents[0]["kind"] == "other" and self.random.random() < 0.9:
            self._tell(
                received + self._hours(0.2, 1.5),
                "OtherDocumentsDecided",
                GEORGIA,
                by=GEORGIA,
                taken_into_account=True,
            )
        return received

    def _escort(self) -> dict[str, str]:
        escort = {
            "person": str(UUID(int=self.random.getrandbits(128), version=4)),
            "rank": "inspector",
            "first_name": "Sample",
            "surname": f"Escort-{self.case_id[-4:]}",
            "document_series": "XX",
            "document_number": f"{self.random.randrange(10**7):07d}",
            "document_issued_on": "2019-03-01",
        }
        if self.random.random() < 0.03:
            del escort["document_issued_on"]
        return escort

    def _reply(self, received: datetime, *, refused: bool) -> datetime:
        after = (
            self._interview(received) if not self.accelerated and self.random.random() < 0.08 else received
        )
        if self.accelerated:
            delay = timedelta(hours=self.random.uniform(4, 40) if self.random.random() < 0.93 else 120)
        elif self.random.random() < 0.028:
            delay = timedelta(days=self.random.uniform(13, 26))
        else:
            delay = timedelta(days=min(11.4, self.random.lognormvariate(1.7, 0.45)))
        moment = self._office_hours(max(received + delay, after + timedelta(hours=2)))
        extra: dict[str, Any] = {}
        if refused:
            extra["grounds"] = [] if self.random.random() < 0.05 else [self.random.choice(GROUNDS)]
        return self._tell(
            moment,
            "ReplySent",
            GEORGIA,
            decision="refused" if refused else "accepted",
            by=GEORGIA,
            to=self.authority,
            channel=self._channel(),
            language=self._language(),
            **extra,
        )

    def _interview(self, received: datetime) -> datetime:
        asked = received + self._hours(0.2, 5)
        mission = "ge-embassy-bucharest" if self.state == "RO" else f"ge-embassy-{self.state.lower()}"
        self._tell(asked, "InterviewRequested", self.authority, by=self.authority, language="en")
        held = self._office_hours(received + timedelta(days=self.random.uniform(1, 3.2)))
        if self.random.random() < 0.12:
            self._tell(
                received + timedelta(days=3), "InterviewPrevented", GEORGIA, reason="no transport on the day"
            )
            self._tell(
                received + timedelta(days=5),
                "DecisionAfterInterviewRequested",
                self.authority,
                by=self.authority,
                writing="written",
                language="en",
            )
            held = self._office_hours(received + timedelta(days=self.random.uniform(6, 9)))
        self._tell(
            held - timedelta(hours=1),
            "IntervieweeTransported",
            self.authority,
            by_side="requesting",
            cost_borne_by="requesting",
        )
        return self._tell(held, "InterviewHeld", mission, by=mission, venue="mission_or_consular_post")

    def _return(self, reply: datetime) -> None:
        issued = self._office_hours(
            reply + timedelta(days=self.random.choices((0.5, 1.2, 2.5, 7), (55, 33, 9, 3))[0])
        )
        self._tell(
            issued,
            "TravelDocumentIssued",
            GEORGIA,
            kind="issued_by_requested_state",
            by=GEORGIA,
            valid_until=(issued + timedelta(days=90)).date().isoformat(),
        )
        if self.random.random() < 0.24:
            self._not_returned(issued)
            return
        days = self.random.uniform(9, 80) if self.random.random() < 0.97 else self.random.uniform(95, 110)
        transfer = self._office_hours(reply + timedelta(days=days))
        lead = timedelta(days=self.random.choice((6, 7, 8, 9)) if self.random.random() < 0.96 else 1)
        notified = max(reply + timedelta(hours=5), self._office_hours(transfer - lead))
        if self.random.random() < 0.03:
            self._postpone(notified, transfer)
            transfer += timedelta(days=14)
            notified += timedelta(days=14)
        self._announce(notified, transfer)
        self._transfer(transfer)

    def _not_returned(self, issued: datetime) -> None:
        """Most are given up in time; for some the term just lapses, with or without a word."""
        fate = self.random.random()
        moment = self._office_hours(issued + timedelta(days=self.random.uniform(10, 75)))
        if fate < 0.85:
            reason = self.random.choice(
                ("left by voluntary return", "stay was granted", "whereabouts unknown")
            )
            self._tell(moment, "ApplicationWithdrawn", self.authority, by=self.authority, reason=reason)
        elif fate < 0.95:
            known = {"limit": "three_months", "reason": "appeal pending"}
            self._tell(moment, "TransferBecameImpossible", self.authority, **known)
            self._tell(
                moment + self._hours(0.5, 20),
                "TransferImpossibilityNotified",
                self.authority,
                limit="three_months",
                by=self.authority,
                to=GEORGIA,
                language="en",
            )

    def _announce(self, moment: datetime, transfer: datetime) -> None:
        self._tell(
            moment,
            "TransferNotified",
            self.authority,
            transfer_date=transfer.date().isoformat(),
            crossing_point="ge-tbilisi-airport",
            by=self.authority,
            to=GEORGIA,
            channel=self._channel(),
            language=self._language(),
        )

    def _postpone(self, notified: datetime, transfer: datetime) -> None:
        self._announce(notified, transfer)
        known = transfer - timedelta(hours=20)
        self._tell(
            known,
            "TransferBecameImpossible",
            self.authority,
            limit="notified_date",
            reason="flight cancelled",
        )
        self._tell(
            known + self._hours(0.5, 30),
            "TransferImpossibilityNotified",
            self.authority,
            limit="notified_date",
            by=self.authority,
            to=GEORGIA,
            language="en",
        )

    def _transfer(self, moment: datetime) -> None:
        point = "ge-tbilisi-airport" if self.random.random() < 0.985 else "ge-kutaisi-airport"
        if point != "ge-tbilisi-airport" and self.random.random() < 0.7:
            self._tell(
                moment - timedelta(days=1),
                "CrossingPointAgreed",
                self.authority,
                crossing_point=point,
                agreed_by=[self.authority, GEORGIA],
            )
        if self.escorted:
            self._tell(moment - timedelta(hours=5), "EscortStarted", self.authority, escort_count=1)
        self._tell(moment, "TransferCompleted", GEORGIA, crossing_point=point, received_by=GEORGIA)
        if self.escorted:
            handed = moment + self._hours(0.2, 1)
            self._tell(handed, "PersonHandedOver", self.authority, to=GEORGIA)
            if self.random.random() < 0.97:
                self._tell(
                    handed, "DocumentsHandedOver", self.authority, to=GEORGIA, documents=["travel document"]
                )
            for point_of_list in ("c.1", "c.2", "c.3", "c.4") if self.state == "RO" else ():
                outcome = "kept" if self.random.random() < 0.97 else "not_kept"
                provision = f"protocol-ro/art-10/{point_of_list}"
                self._tell(
                    handed, "ProvisionAttested", GEORGIA, provision=provision, outcome=outcome, by=GEORGIA
                )
        if self.random.random() < 0.12:
            self._invoice(moment)

    def _invoice(self, moment: datetime) -> None:
        number = f"INV-{self.case_id[-4:]}"
        issued = self._office_hours(moment + timedelta(days=self.random.uniform(5, 30)))
        money = {"amount": f"{self.random.randrange(80, 900)}.00", "currency": "EUR"}
        self._tell(
            issued,
            "InvoiceIssued",
            GEORGIA,
            number=number,
            money=money,
            requesting_state=self.state,
            requested_state="GE",
            issued_by=GEORGIA,
            bank_details_stated=self.random.random() < 0.97,
            language="en",
        )
        received = issued + timedelta(days=1)
        self._tell(received, "InvoiceReceived", self.authority, number=number, received_by=self.authority)
        paid = self._office_hours(received + timedelta(days=self.random.uniform(5, 33)))
        self._tell(paid, "InvoicePaid", self.authority, number=number, money=money, paid_by=self.authority)
