"""Days off of Georgia and Romania as cited, dated data, and the working days that follow from them."""

from domain.law.calendars.calendar import Calendar, DayOff, OutsideCalendar
from domain.law.calendars.load import Calendars, load_calendars, parse_calendar

__all__ = ["Calendar", "Calendars", "DayOff", "OutsideCalendar", "load_calendars", "parse_calendar"]
