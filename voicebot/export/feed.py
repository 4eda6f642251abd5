"""A counter's bookings as an iCalendar feed (RFC 5545), to be subscribed to by staff.

It leaves the city's machines with whoever subscribes: no name and no telephone number stand in it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from calendar_backend import OfficeFile
from calendar_backend.office import Counter
from calendar_backend.place import Attendance
from voicebot.export.day_sheet import shut

PRODUCT = "-//voicebot//calendar//JA"
REFRESH = timedelta(minutes=15)
"""How often a subscriber should ask (RFC 7986)."""


def feed(office: OfficeFile, counter: Counter, lines: Iterable[Attendance], now: datetime) -> bytes:
    """The feed of one counter; `lines` of other counters are left out. `now` is aware."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    title = f"{office.name} {counter.name}"
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for line in lines:
        if line.counter_id == counter.id:
            calendar.add_component(_event(office, title, line, now))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(office: OfficeFile, place: str, line: Attendance, now: datetime) -> Event:
    booking = line.booking
    event = Event()
    event.add("uid", f"{office.id}.{line.counter_id}.{booking.number}.{line.start:%Y%m%dT%H%M}@voicebot")
    event.add("dtstamp", now)
    event.add("dtstart", line.start)
    event.add("dtend", line.end)
    people = f"（{booking.people}人）" if booking.people > 1 else ""
    closed = f"【休み（{shut(line.affected)}）】" if line.affected else ""
    event.add("summary", f"{closed}{'、'.join(line.procedure_names)} {booking.number}{people}")
    event.add("location", place)
    event.add("status", "TENTATIVE" if line.affected else "CONFIRMED")
    event.add("class", "PRIVATE")
    return event
