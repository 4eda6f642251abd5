"""One booking: what it is, what was done to it, and what a clerk may do with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calendar_backend import OfficeCalendar, UnknownBooking
from calendar_backend.models import CAME, DID_NOT_COME, LIVE, PAST
from calendar_backend.place import Attendance
from calendar_backend.records import Record
from voicebot.console import actors, which_office
from voicebot.console.ask import Ask, View
from voicebot.console.refusal import NOT_FOUND, Refusal


@dataclass(frozen=True, slots=True)
class Line:
    """Of the history."""

    at: datetime
    who: actors.Actor
    action: str
    details: Mapping[str, Any]
    """Moments are datetimes."""


def recorded(ask: Ask, calendar: OfficeCalendar) -> Record:
    """The booking that the address names. Raises Refusal."""
    row = which_office.number(ask.form.get("of") or ask.query("of"))
    try:
        return calendar.record(ask.param("number"), row)
    except UnknownBooking:
        raise Refusal(NOT_FOUND, "no_booking") from None


def mine_already(ask: Ask, calendar: OfficeCalendar, record: Record, action: str) -> bool:
    """Whether this was the last that was done to it, by who asks: a form that was sent twice."""
    last = calendar.happenings(record.id)[-1:]
    return [(line.by, line.action) for line in last] == [(actors.clerk(ask), action)]


def values(ask: Ask) -> tuple[OfficeCalendar, Record, dict[str, object]]:
    """What every page about one booking shows. Raises Refusal."""
    calendar, found = which_office.about(ask)
    record = recorded(ask, calendar)
    booking = record.booking
    shut = calendar.affected([booking], ask.now).get(booking.number) if booking.status in LIVE else None
    return calendar, record, found | {"record": record, "booking": booking, "shut": shut}


def shown(ask: Ask) -> View:
    calendar, record, found = values(ask)
    booking, today = record.booking, ask.now.date()
    lines = calendar.happenings(record.id)
    known = actors.actors(ask, [record.client, *(line.by for line in lines)])
    history = [Line(line.at, known[line.by], line.action, _moments(line.details)) for line in lines]
    named = {p.id: p for p in calendar.office.procedures}
    bring = {text.text: None for one in booking.procedure_ids if one in named for text in named[one].bring}
    stands = booking.status in LIVE
    return View(
        "bookings/booking.html",
        found
        | {
            "parts": _parts(calendar, record, ask),
            "counter_names": {counter.id: counter.name for counter in calendar.office.counters},
            "procedures": [named.get(one) for one in booking.procedure_ids],
            "bring": list(bring),
            "history": history,
            "taken_by": known[record.client],
            "movable": stands and (booking.start > ask.now or found["shut"] is not None),
            "markable": booking.start.date() <= today and booking.status in (*LIVE, CAME, DID_NOT_COME, PAST),
            "stands": stands,
        },
    )


def _parts(calendar: OfficeCalendar, record: Record, ask: Ask) -> list[Attendance]:
    """Where it is, counter by counter; empty where its places are given back."""
    book = calendar.day(record.booking.start.date(), ask.now)
    found = [one.attendance for at in book.counters for one in at.expected if one.record.id == record.id]
    return sorted(found, key=lambda part: part.start)


def _moments(details: Mapping[str, str]) -> dict[str, Any]:
    """What the history says in ISO 8601 as moments."""
    known = {key: details[key] for key in ("from", "to", "start") if key in details}
    return {**details, **{key: datetime.fromisoformat(text) for key, text in known.items()}}
