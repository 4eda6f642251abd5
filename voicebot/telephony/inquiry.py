"""What the conversation asks of the calendar, and the event that comes of it."""

import logging
from dataclasses import replace
from typing import Any

from dialog import events
from dialog.actions import (
    AskCallback,
    Book,
    Cancel,
    Change,
    FindBookings,
    FindByNumber,
    FindPlaces,
    Hold,
    Release,
)
from dialog.calendar import Booking, Calendars, TooLate, TooMany, Unavailable
from voicebot.clock import Clock
from voicebot.telephony.calls import Call

Inquiry = FindPlaces | Hold | Release | Book | FindBookings | FindByNumber | Change | Cancel | AskCallback

log = logging.getLogger(__name__)


def answered(inquiry: Inquiry, call: Call, calendars: Calendars, clock: Clock) -> events.Event:
    """Blocks on the database. Where that fails nothing is done, and it is `Trouble`."""
    try:
        return answer(inquiry, call, calendars, clock)
    except Unavailable as error:
        log.error("call %s: calendar unavailable: %s", call.sid, error)
    except Exception:
        log.exception("call %s: the calendar failed", call.sid)
    return events.Trouble(clock.now())


def answer(inquiry: Inquiry, call: Call, calendars: Calendars, clock: Clock) -> events.Event:
    """Blocks on the database. Raises Unavailable, and then nothing is done."""
    now = clock.now()
    match inquiry:
        case FindPlaces(procedures, days, times, refused, people, office, instead_of):
            found = calendars.at(office).find(procedures, now, days, times, refused, people, instead_of)
            return events.PlacesFound(now, found)
        case Hold(procedures, start, people, office, instead_of):
            held = calendars.at(office).hold(procedures, start, call.sid, now, people, instead_of)
            return events.Held(now) if held else events.PlaceTaken(now)
        case Release(office):
            calendars.at(office).release(call.sid, now)
            return events.Released(now)
        case AskCallback(about, phone, office):
            calendars.at(office).ask_callback(phone or call.caller, about, call.sid, now)
            return events.CallbackNoted(now)
        case FindBookings(phone):
            return events.BookingsFound(now, calendars.bookings(phone or call.caller, now))
        case FindByNumber(claimed, phone):
            one = calendars.booking(claimed, phone, now)
            return events.BookingsFound(now, (one,) if one else ())
        case Book(procedures, start, phone, people, name, office, second, details):
            book, by = calendars.at(office).book, phone or call.caller
            try:
                number = book(procedures, start, by, call.sid, now, people, name, second, details)
            except TooMany:
                return events.TooMany(now)
            if number is None:
                return events.PlaceTaken(now)
            call.booking = told(Booking(number, procedures[0], start, procedures[1:]))
            return events.Booked(now, number)
        case Change(booking, start, phone, procedures):
            try:
                changed = calendars.at(booking.office).change(
                    booking, start, phone or call.caller, call.sid, now, procedures
                )
            except TooLate:
                return events.TooLate(now)
            if not changed:
                return events.PlaceTaken(now)
            known = procedures or booking.procedures
            call.booking = told(replace(booking, start=start, procedure=known[0], more=known[1:]))
            return events.Changed(now)
        case Cancel(booking, phone):
            try:
                calendars.at(booking.office).cancel(booking, phone or call.caller, call.sid, now)
            except TooLate:
                return events.TooLate(now)
            call.booking = told(booking)
            return events.Cancelled(now)


def told(booking: Booking) -> dict[str, Any]:
    """As it stands in the record of a call."""
    done = {"procedure": booking.procedure, "also": list(booking.more)}
    return {"number": booking.number, **done, "start": booking.start.isoformat()}
