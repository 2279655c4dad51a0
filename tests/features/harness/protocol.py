"""What a feature on state protocol need not say: a value for what an event must have and no scenario is about."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from domain.events import EventData
from domain.events.state_protocol.vocabulary import PROTOCOL_KINDS
from domain.law.provision import Provision
from domain.law.zones import TBILISI
from tests.features.harness.values import person

KINDS: Final = frozenset(PROTOCOL_KINDS.split())
#: Lawful values of what an event must have and a scenario is not about.
_OWN: Final[dict[str, dict[str, Any]]] = {
    "CaseCancelled": {"reason": "Specimen reason"},
    "ProgrammeItemCancelled": {"reason": "Specimen reason"},
    "ItemOmitted": {"reason": "Specimen reason"},
    "AmbassadorNamed": {"ambassador": {"person": person("1")}, "sending_state": "RO"},
    "CredentialsPresented": {"ambassador": person("1"), "activity": "credentials_presentation"},
    "AmbassadorAnnounced": {"ambassador": person("1"), "activity": "credentials_presentation"},
    "AircraftParked": {"stand": "3"},
    "StandAssigned": {"stand": "3"},
    "AnthemsPlayed": {"order": ["guest_state_anthem", "georgian_state_anthem"]},
    "EscortRode": {"leg": "in_city"},
    "SeatTaken": {"car": "1"},
    "SpeechDelivered": {"by": "ge-president"},
    "GiftHandled": {"stage": "gift_presented"},
    "AwardHanded": {"items": ["state_award_insignia"], "by": "ge-president", "to": "award-recipient"},
    "FlowersPresented": {"to": "guest-spouse", "by": "couple-in-national-dress"},
    "SalvoFired": {"salvos": "7"},
    "BroadcastAired": {"media": ["television", "radio"], "live": "yes"},
    "InviteeAdmitted": {"basis": "invitation_card"},
    "ElectionHeld": {"deciding": "yes"},
    "InstructionIssued": {"to": "ge-mfa"},
    "InstructionAnswered": {"by": "ge-mfa", "complied": "yes"},
    "AirspaceCleared": {"country": "TR"},
    "ProvisionAttested": {"by": "ge-head-state-protocol"},
    "WaiverGranted": {"by": "ge-president", "ground": "Specimen ground"},
    "ExcuseAccepted": {"by": "ge-president", "ground": "Specimen ground"},
    "EventRetracted": {"reason": "Specimen reason"},
}


def protocol_defaults(model: type[EventData], when: datetime) -> dict[str, Any]:
    """Return a lawful value for every member that an event must have and no scenario is about."""
    fields = dict(_OWN.get(model.TYPE, {}))
    if model.TYPE == "ElectionHeld":
        fields["round_on"] = when.astimezone(TBILISI).date().isoformat()
    return fields


def releasing_office(provision: Provision) -> str:
    """Return an office that may release the bearer: the President, or his first deputy where he is the bearer."""
    return "ge-president" if "ge-president" not in provision.bearer_keys else "ge-first-deputy-state-minister"
