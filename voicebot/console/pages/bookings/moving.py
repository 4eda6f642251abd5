"""Another time for a booking: what is free, what it would change, and the change."""

from datetime import datetime, timedelta

from calendar_backend import (
    TOKYO,
    CalendarError,
    ChangedMeanwhile,
    DatabaseUnusable,
    OfficeCalendar,
    UnknownProcedure,
)
from calendar_backend.models import CHANGED, LIVE
from calendar_backend.records import Record
from voicebot.console import actors, which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.pages.bookings import booking
from voicebot.console.refusal import STALE, Refusal
from voicebot.refusal_words import in_words

SHOWN = timedelta(days=13)
"""Further days whose free places are counted beside the chosen one."""


def asked(ask: Ask) -> View:
    """Chooses a day, then a time; with a time it shows what the change would be."""
    calendar, record, values = booking.values(ask)
    wanted = ask.query("start")
    return _view(ask, calendar, record, values, which_office.start(wanted) if wanted else None)


def moved(ask: Ask) -> View | Go:
    calendar, record, values = booking.values(ask)
    number, old = record.booking.number, record.booking.start
    here = f"/console/bookings/{number}?office={calendar.office.id}&of={record.id}"
    start = which_office.start(ask.form.get("start", ""))
    seen = which_office.number(ask.form.get("seen", "")) or -1
    try:
        calendar.change(number, None, start, ask.now, by=actors.clerk(ask), by_clerk=True, seen=seen)
    except DatabaseUnusable:
        raise
    except ChangedMeanwhile:
        if old != start or not booking.mine_already(ask, calendar, record, CHANGED):
            raise Refusal(STALE, "changed_meanwhile") from None
        return Go(here, told="booking_moved")
    except CalendarError as error:
        complaint = in_words(error, ask.words.language)
        return _view(ask, calendar, record, values, None, start, complaint)
    ask.service.queues.changed(calendar.office.id)
    target = f"booking:{calendar.office.id}/{number}"
    ask.record("booking.move", target, {"start": old.isoformat()}, {"start": start.isoformat()})
    return Go(here, told="booking_moved" if old != start else "booking_as_it_was")


def _view(
    ask: Ask,
    calendar: OfficeCalendar,
    record: Record,
    values: dict[str, object],
    start: datetime | None,
    lost: datetime | None = None,
    complaint: str = "",
) -> View:
    """`lost`: a start that could not be had; its day is shown again. Raises Refusal."""
    now = record.booking
    if now.status not in LIVE:
        raise Refusal(STALE, "not_standing")
    near = start or lost
    chosen = near.date() if near else which_office.day(ask.query("day"), max(now.start, ask.now).date())
    first = max(chosen - timedelta(days=3), min(chosen, ask.now.date()))
    try:
        free = {one.day: one.times for one in calendar.movable(record.id, (first, first + SHOWN), ask.now)}
    except UnknownProcedure:
        raise Refusal(STALE, "procedure_gone") from None
    length = now.end - now.start
    offered = [datetime.combine(chosen, at, TOKYO) for at in free.get(chosen, ())]
    if start is not None and start not in offered:
        complaint, start = complaint or ask.words("bookings.not_free"), None
    others = calendar.bookings_of_phone(now.phone, ask.now) if start else []
    return View(
        "bookings/move.html",
        values
        | {
            "day": chosen,
            "days": [(day, len(free.get(day, ()))) for n in range(14) if (day := first + timedelta(days=n))],
            "times": [one for one in offered if one != now.start or values["shut"]],
            "start": start,
            "end": start + length if start else None,
            "meanwhile": [
                one
                for one in others
                if start and one.number != now.number and one.start < start + length and start < one.end
            ],
            "complaint": complaint,
            "first_day": ask.now.date(),
        },
        409 if complaint else 200,
    )
