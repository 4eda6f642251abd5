"""Cancelling a booking, after it was asked whether it is meant and why."""

from calendar_backend import CalendarError, ChangedMeanwhile, DatabaseUnusable
from calendar_backend.models import CANCELLED, LIVE
from voicebot.console import actors, which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.pages.bookings import booking
from voicebot.console.refusal import STALE, Refusal
from voicebot.refusal_words import in_words

REASONS = ("visitor", "office", "twice", "mistake", "other")
"""Texts below `bookings.reasons`. None of them names a person: the history is never changed."""


def asked(ask: Ask) -> View:
    _, record, values = booking.values(ask)
    if record.booking.status not in LIVE:
        raise Refusal(STALE, "not_standing")
    return View("bookings/cancel.html", values | {"reasons": REASONS, "wrong": "", "complaint": ""})


def cancelled(ask: Ask) -> View | Go:
    calendar, record, values = booking.values(ask)
    number, reason = record.booking.number, ask.form.get("reason", "")
    here = f"/console/bookings/{number}?office={calendar.office.id}&of={record.id}"
    values |= {"reasons": REASONS, "wrong": "", "complaint": ""}
    if reason not in REASONS:
        return View("bookings/cancel.html", values | {"wrong": ask.words("bookings.choose_reason")}, 422)
    if record.booking.status not in LIVE:
        if booking.mine_already(ask, calendar, record, CANCELLED):
            return Go(here, told="booking_cancelled")
        raise Refusal(STALE, "not_standing")
    seen = which_office.number(ask.form.get("seen", "")) or -1
    by = actors.clerk(ask)
    try:
        calendar.cancel(number, None, ask.now, by=by, by_clerk=True, reason=reason, seen=seen)
    except DatabaseUnusable:
        raise
    except ChangedMeanwhile:
        raise Refusal(STALE, "changed_meanwhile") from None
    except CalendarError as error:
        complaint = in_words(error, ask.words.language)
        return View("bookings/cancel.html", values | {"complaint": complaint}, 409)
    ask.service.queues.changed(calendar.office.id)
    before = {"status": record.booking.status, "start": record.booking.start.isoformat()}
    ask.record("booking.cancel", f"booking:{calendar.office.id}/{number}", before, {"reason": reason})
    return Go(here, told="booking_cancelled")
