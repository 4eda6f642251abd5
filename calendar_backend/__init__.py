"""Offices, hours, free places and bookings. Knows no call.

engine = open_database("var/voicebot.db")
load_into(engine, load_office(DEMO_OFFICE))
calendar = OfficeCalendar(engine, "kokurakita-shimin")
calendar.find("tennyu", now, days=(day, day))
"""

from calendar_backend.database import open_database
from calendar_backend.errors import (
    BadWish,
    CalendarError,
    DatabaseUnusable,
    NaiveDatetime,
    NotBookable,
    NumbersExhausted,
    OfficeFileError,
    PlaceTaken,
    UnknownOffice,
    UnknownProcedure,
)
from calendar_backend.holidays import Holiday, holiday
from calendar_backend.office import Counter, OfficeFile, Procedure, Wording
from calendar_backend.office_calendar import OfficeCalendar
from calendar_backend.office_file import DEMO_OFFICE, load_office
from calendar_backend.place import Booking, Found, Place
from calendar_backend.reason import WEEKEND, Reason
from calendar_backend.store import load_into, office_ids
from calendar_backend.tokyo import TOKYO

__all__ = [
    "DEMO_OFFICE",
    "TOKYO",
    "WEEKEND",
    "BadWish",
    "Booking",
    "CalendarError",
    "Counter",
    "DatabaseUnusable",
    "Found",
    "Holiday",
    "NaiveDatetime",
    "NotBookable",
    "NumbersExhausted",
    "OfficeCalendar",
    "OfficeFile",
    "OfficeFileError",
    "Place",
    "PlaceTaken",
    "Procedure",
    "Reason",
    "UnknownOffice",
    "UnknownProcedure",
    "Wording",
    "holiday",
    "load_into",
    "load_office",
    "office_ids",
    "open_database",
]
