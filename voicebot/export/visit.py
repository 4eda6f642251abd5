"""A resident's visit for their own calendar (iCalendar, RFC 5545), and what is to be brought. No name and no telephone number stand in it."""

from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event

from calendar_backend import OfficeFile
from calendar_backend.models import CANCELLED
from calendar_backend.place import Booking
from calendar_backend.records import Record
from voicebot.export.feed import PRODUCT


@dataclass(frozen=True)
class Texts:
    """In the resident's language."""

    summary: str
    number: str
    bring: str


def bring(office: OfficeFile, booking: Booking) -> list[str]:
    """For all of the visit, every thing once."""
    procedures = map(office.procedure, booking.procedure_ids)
    return list(dict.fromkeys(thing.text for one in procedures if one for thing in one.bring))


def dated(office: OfficeFile, record: Record, texts: Texts, address: str, now: datetime) -> bytes:
    """One event. Taken again after a change it takes the place of the old one."""
    booking = record.booking
    event = Event()
    event.add("uid", f"{office.id}.{record.id}@voicebot")
    event.add("dtstamp", now)
    event.add("sequence", record.version)
    event.add("dtstart", booking.start)
    event.add("dtend", booking.end)
    event.add("summary", f"{texts.summary} {'、'.join(booking.procedure_names)}")
    where = [office.name, office.access.text if office.access else ""]
    event.add("location", " ".join(filter(None, where)))
    things = bring(office, booking)
    lines = [texts.number, f"{texts.bring}: {'、'.join(things)}" if things else "", address]
    event.add("description", "\n".join(filter(None, lines)))
    event.add("url", address)
    event.add("status", "CANCELLED" if booking.status == CANCELLED else "CONFIRMED")
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
