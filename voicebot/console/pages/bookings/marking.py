"""Who came and who did not, with a click."""

import re

from calendar_backend import BadWish, ChangedMeanwhile, UnknownBooking, models
from calendar_backend.changing import UNMARKED
from voicebot.console import actors, which_office
from voicebot.console.ask import Ask, Go
from voicebot.console.pages.bookings import booking
from voicebot.console.refusal import BAD, NOT_FOUND, STALE, Refusal

CAME = {"came": True, "missed": False, "open": None}
ACTIONS = {"came": models.CAME, "missed": models.DID_NOT_COME, "open": UNMARKED}
_MARK = re.compile(r"([1-9][0-9]{3})\.([0-9]{1,18})\.(came|missed|open)")


def noted(ask: Ask) -> Go:
    """`mark` is the booking, its version and what happened: `4711.93.came`. Back to the page it was sent from."""
    calendar, _ = which_office.about(ask)
    sent = _MARK.fullmatch(ask.form.get("mark", ""))
    if sent is None:
        raise Refusal(BAD, "unreadable")
    number, seen, what = sent[1], int(sent[2]), sent[3]
    try:
        marked = calendar.mark(number, CAME[what], ask.now, by=actors.clerk(ask), seen=seen)
        ask.record("booking.mark", f"booking:{calendar.office.id}/{number}", None, {"status": marked.status})
        ask.service.queues.changed(calendar.office.id)
    except UnknownBooking:
        raise Refusal(NOT_FOUND, "no_booking") from None
    except ChangedMeanwhile:
        record = calendar.record(number)
        if not booking.mine_already(ask, calendar, record, ACTIONS[what]):
            raise Refusal(STALE, "changed_meanwhile") from None
        marked = record.booking
    except BadWish:
        raise Refusal(STALE, "still_to_come") from None
    office = f"office={calendar.office.id}"
    if ask.form.get("back") == "booking":
        row = which_office.number(ask.form.get("of", ""))
        return Go(f"/console/bookings/{number}?{office}&of={row or ''}", told="booking_marked")
    counter = ask.form.get("counter", "")
    there = f"&counter={counter}" if calendar.office.counter(counter) else ""
    return Go(
        f"/console/bookings?{office}&day={marked.start:%Y-%m-%d}{there}", "booking_marked", f"n{number}"
    )
