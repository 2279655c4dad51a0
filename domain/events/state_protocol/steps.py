"""Steps of ceremonies. A step says who did what; when and in which programme item stands beside it."""

from __future__ import annotations

from enum import StrEnum


class Step(StrEnum):
    """One movement of a ceremony, in the order of the decree's articles."""

    # Art. 3(1), greeting; most of them occur at the farewell too, and the activity tells the two apart
    COMPANIONS_DESCEND = "companions_descend"
    DELEGATION_DESCENDS = "delegation_descends"
    HOST_APPROACHES_AIRCRAFT = "host_approaches_aircraft"
    GREETERS_LINE_CARPET = "greeters_line_carpet"
    GUEST_GREETED_ON_BOARD = "guest_greeted_on_board"
    GUEST_DESCENDS = "guest_descends"
    LEADERS_GO_TO_GUARD = "leaders_go_to_guard"
    GUARD_REPORTS = "guard_commander_reports"
    GUEST_BOWS_TO_FLAG = "guest_bows_to_flag"
    LEADERS_APPROACH_LINE = "leaders_approach_line"
    GUEST_WALKS_LINE = "guest_walks_line"
    LEADERS_MOUNT_PODIUM = "leaders_mount_podium"
    SPOUSES_BESIDE_PODIUM = "spouses_beside_podium"
    GUARD_MARCHES_PAST = "guard_marches_past"
    # Art. 3(2), farewell
    GUEST_SETS_OUT = "main_guest_sets_out_for_airport"
    DELEGATION_SETS_OUT = "delegation_sets_out_for_airport"
    LEADERS_GO_TO_VIP_HALL = "leaders_go_to_vip_hall"
    REST_BOARDS = "rest_of_delegation_boards"
    LEADERS_ENTER_VIP_HALL = "leaders_enter_vip_hall"
    LEADERS_GO_TO_RAMP = "leaders_go_to_ramp_1"
    DELEGATION_BOARDS = "delegation_boards_aircraft"
    LEADERS_TAKE_LEAVE = "leaders_take_leave_of_each_other"
    # Art. 3(5), talks, signing, press conference
    GUEST_CAR_STOPS = "main_guest_car_stops"
    LEADERS_GO_UP = "leaders_go_up_to_fireplace_hall"
    NEGOTIATORS_JOIN = "negotiators_join_at_table"
    PARTIES_GO_TO_SIGNING = "parties_go_up_to_signing"
    DOCUMENTS_ANNOUNCED = "documents_and_signatories_announced"
    HOST_TAKES_LEAVE = "host_takes_leave_at_threshold"
    # Art. 3(6)-(9), dinner, theatre, trips
    HOST_LEADS_TO_BANQUET = "host_meets_guest_and_leads_to_banquet"
    LEADERS_ENTER_BANQUET = "leaders_enter_banquet_hall"
    MUSIC_BEGINS = "musical_numbers_begin"
    HOST_SEES_OFF = "host_escorts_guest_to_threshold"
    # Art. 4-18
    # Art. 19, wreath
    WREATH_BROUGHT = "wreath_brought"
    WREATH_CARRIED = "wreath_carried"
    GUEST_FOLLOWS_WREATH = "guest_follows_wreath"
    RIBBON_STRAIGHTENED = "ribbon_straightened"
    SILENCE = "minute_of_silence"
    TURN_TO_STEPS = "turn_to_steps"
    # Art. 20, credentials
    AMBASSADOR_CALLS_ON_DIRECTOR = "ambassador_calls_on_protocol_director"
    AMBASSADOR_CALLS_ON_MINISTER = "ambassador_calls_on_foreign_minister"
    ATTENDEES_ENTER_HALL = "attendees_enter_hall"
    OFFICIALS_TAKE_PLACES = "officials_take_places"
    AMBASSADOR_TAKES_PLACE = "ambassador_takes_place"
    # Art. 21-24, ceremonies
    ACT_READ = "act_of_award_read"
    HONOUREE_COMES_FORWARD = "honouree_comes_forward"
    COMMEMORATIVE_PHOTOGRAPH = "commemorative_photograph"
    PRESIDENT_TAKES_LEAVE = "president_takes_leave"
    FLAG_BROUGHT_IN = "state_flag_brought_in"
    OATH = "oath_taken"
    FLAG_RAISED = "state_flag_raised"
    # Art. 25-27, preparation
    GUEST_CARS_ENTER = "guest_cars_enter"
    GUEST_CARS_STOP = "guest_cars_stop"
    OTHER = "other_step"
