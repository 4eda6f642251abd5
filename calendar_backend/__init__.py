"""Offices, hours, free places and bookings. Knows no call.

engine = open_database("var/voicebot.db")
load_into(engine, load_office(DEMO_OFFICE))
calendar = OfficeCalendar(engine, "kokurakita-shimin")
calendar.find("tennyu", now, days=(day, day))
"""

from calendar_backend.callbacks import Callback
from calendar_backend.city import CityCalendar
from calendar_backend.closure import Closure
from calendar_backend.counter_queue import CounterQueue
from calendar_backend.database import open_database
from calendar_backend.errors import (
    AnotherDay,
    BadWish,
    CalendarError,
    ChangedMeanwhile,
    Collision,
    DatabaseUnusable,
    DeskBusy,
    DeskShut,
    HoldGone,
    MyNumberGiven,
    NaiveDatetime,
    NotBookable,
    NumbersExhausted,
    OfficeFileError,
    PersonLimit,
    PlaceTaken,
    SamePerson,
    SeveralBookings,
    StepReused,
    TooLate,
    UnknownBooking,
    UnknownCounter,
    UnknownEntry,
    UnknownOffice,
    UnknownProcedure,
    UnknownTicket,
)
from calendar_backend.holidays import Holiday, holiday
from calendar_backend.office import Counter, OfficeFile, Procedure
from calendar_backend.office_calendar import OfficeCalendar
from calendar_backend.office_file import DEMO_OFFICE, load_office
from calendar_backend.office_part import Wording
from calendar_backend.place import Affected, Attendance, Booking, Found, FreeDay, Happening, Hold, Place
from calendar_backend.queue_outlook import Outlook
from calendar_backend.queue_ticket import Desk, QueueEvent, QueueTicket
from calendar_backend.reason import WEEKEND, Reason
from calendar_backend.store import load_into, office_ids
from calendar_backend.tokyo import TOKYO
from calendar_backend.waiting import Waiting
from calendar_backend.waiting_time import Span

__all__ = [
    "DEMO_OFFICE",
    "TOKYO",
    "WEEKEND",
    "Affected",
    "AnotherDay",
    "Attendance",
    "BadWish",
    "Booking",
    "CalendarError",
    "Callback",
    "ChangedMeanwhile",
    "CityCalendar",
    "Closure",
    "Collision",
    "Counter",
    "CounterQueue",
    "DatabaseUnusable",
    "Desk",
    "DeskBusy",
    "DeskShut",
    "Found",
    "FreeDay",
    "Happening",
    "Hold",
    "HoldGone",
    "Holiday",
    "MyNumberGiven",
    "NaiveDatetime",
    "NotBookable",
    "NumbersExhausted",
    "OfficeCalendar",
    "OfficeFile",
    "OfficeFileError",
    "Outlook",
    "PersonLimit",
    "Place",
    "PlaceTaken",
    "Procedure",
    "QueueEvent",
    "QueueTicket",
    "Reason",
    "SamePerson",
    "SeveralBookings",
    "Span",
    "StepReused",
    "TooLate",
    "UnknownBooking",
    "UnknownCounter",
    "UnknownEntry",
    "UnknownOffice",
    "UnknownProcedure",
    "UnknownTicket",
    "Waiting",
    "Wording",
    "holiday",
    "load_into",
    "load_office",
    "office_ids",
    "open_database",
]
