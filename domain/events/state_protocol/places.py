"""Places that the decree names. A place that it does not name is recorded as ``other_place``."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """Where something stood or happened."""

    # Airport
    AIRPORT = "airport"
    AIRFIELD_POSITIONS = "airfield_positions"
    CARPET_SECTOR = "carpet_sector"
    RAMP_1 = "ramp_1"
    RAMP_2 = "ramp_2"
    AIRCRAFT_DOOR = "aircraft_door"
    VIP_HALL = "vip_hall"
    CAR_PARK = "car_park"
    PODIUM = "podium"
    BESIDE_PODIUM = "beside_podium"
    PRESS_SECTOR = "press_sector"
    # Town
    ROUTE = "route"
    PROGRAMME_SITES = "programme_sites"
    MAIN_CAR = "main_car"
    RESIDENCE = "residence"
    HOTEL = "hotel"
    GUEST_HOUSE = "guest_house"
    # Krtsanisi
    KRTSANISI_HOUSE_2 = "krtsanisi_house_2"
    HOUSE_2_THRESHOLD = "house_2_threshold"
    HOUSE_2_DOOR = "house_2_door"
    CENTRAL_ENTRANCE = "central_entrance"
    FIREPLACE_HALL = "fireplace_hall"
    CONFERENCE_HALL = "conference_hall"
    BANQUET_HALL = "banquet_hall"
    GROUND_FLOOR = "ground_floor"
    SIGNING_TABLE = "signing_table"
    # Theatre
    STAGE = "theatre_stage"
    PRESIDENTIAL_BOX = "presidential_box"
    CENTRAL_BOX = "central_box"
    # Ceremonies
    MEMORIAL = "memorial"
    MEMORIAL_STEPS = "memorial_steps"
    RESIDENCE_ENTRANCE = "residence_entrance"
    CEREMONIES_HALL = "ceremonies_hall"
    AWARDS_CONFERENCE_HALL = "awards_conference_hall"
    HALL_CENTRE = "hall_centre"
    AT_STATE_FLAG = "at_state_flag"
    ENTRANCE_3 = "entrance_3"
    # State Chancellery
    CHANCELLERY_LEFT_GATE = "chancellery_left_gate"
    CHANCELLERY_ENTRANCE_2 = "chancellery_second_entrance"
    CHANCELLERY_ENTRANCE = "chancellery_entrance"
    CHANCELLERY_YARD = "chancellery_yard"
    RECEPTION_ROOM = "reception_room"
    OTHER = "other_place"
