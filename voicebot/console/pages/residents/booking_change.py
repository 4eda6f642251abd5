"""A resident moves or cancels a booking."""

from datetime import datetime

from calendar_backend import (
    CalendarError,
    ChangedMeanwhile,
    DatabaseUnusable,
    NotBookable,
    PlaceTaken,
    TooLate,
    UnknownBooking,
)
from calendar_backend.models import CANCELLED
from voicebot.console import which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import resident_form, resident_page
from voicebot.console.pages.residents import booking as choosing
from voicebot.console.pages.residents.booking_mine import Own, changeable, own
from voicebot.console.residents import keeping, visitor, when, wish
from voicebot.console.residents.wish import Choice, Wish


def _about(ask: Ask) -> Own | Go:
    """The booking, or its page where it cannot be changed any more."""
    mine = own(ask)
    return mine if changeable(ask, mine) else Go(f"{mine.address}{_late(mine)}")


def _late(mine: Own) -> str:
    return "?done=late" if mine.stands() else ""


def _choice(mine: Own) -> Choice:
    booking = mine.booking
    return wish.at(mine.calendar, Wish(booking.procedure_ids, booking.office_id, booking.people))


def _client(mine: Own) -> str:
    return visitor.of_secret(mine.token, "move")


def asked(ask: Ask) -> View | Go:
    """Chooses a day, then a time; with a time it shows what the change is."""
    mine = _about(ask)
    if isinstance(mine, Go) or not mine.known:
        return mine if isinstance(mine, Go) else Go(mine.address)
    if start := ask.query("start"):
        return _read_back(mine, which_office.start(start))
    return _times(ask, mine, ask.query("month"), ask.query("day"))


def _read_back(mine: Own, start: datetime) -> View:
    booking = mine.booking
    values = {"mine": mine, "start": start, "end": start + (booking.end - booking.start)}
    return View("residents/book/move.html", values)


def _times(
    ask: Ask, mine: Own, month: str = "", day: str = "", lost: datetime | None = None, complaint: str = ""
) -> View:
    values = when.shown(ask, _choice(mine), month, day, lost)
    values |= {"complaint": complaint, "typed": None, "moving": mine, "several": False}
    values["address"] = f"{mine.address}/move"
    return View("residents/book/times.html", values, 409 if complaint else 200)


def kept(ask: Ask) -> View | Go:
    """Keeps the new place while the change is read once more."""
    mine = _about(ask)
    if isinstance(mine, Go) or not mine.known:
        return mine if isinstance(mine, Go) else Go(mine.address)
    start = which_office.start(ask.form.get("start", ""))
    choice, ids, people = _choice(mine), mine.booking.procedure_ids, mine.booking.people
    try:
        if keeping.admitted(ask, choice, start):
            mine.calendar.hold_only(ids, start, ask.now, client=_client(mine), people=people)
        else:
            keeping.check_free(choice, start, ask.now)
    except (PlaceTaken, NotBookable) as error:
        return _times(ask, mine, lost=start, complaint=choosing.why(error))
    return Go(f"{mine.address}/move?start={start:%Y-%m-%dT%H:%M}")


def moved(ask: Ask) -> View | Go:
    mine = own(ask)
    old, start = mine.booking.start, which_office.start(ask.form.get("start", ""))
    if old == start and not mine.shut:
        return Go(f"{mine.address}?done=moved")
    try:
        mine.calendar.change(mine.booking.number, None, start, ask.now, by=_client(mine), seen=_seen(ask))
    except DatabaseUnusable:
        raise
    except TooLate:
        return Go(f"{mine.address}?done=late")
    except (ChangedMeanwhile, UnknownBooking):
        return Go(f"{mine.address}?done=meanwhile")
    except CalendarError as error:
        return _times(ask, mine, lost=start, complaint=choosing.why(error))
    ask.service.queues.changed(mine.booking.office_id)
    return Go(f"{mine.address}?done=moved")


def _seen(ask: Ask) -> int:
    return which_office.number(ask.form.get("seen", "")) or -1


def asked_to_cancel(ask: Ask) -> View | Go:
    mine = _about(ask)
    return mine if isinstance(mine, Go) else View("residents/book/cancel.html", {"mine": mine})


def cancelled(ask: Ask) -> Go:
    """The same form sent twice cancels once."""
    mine = own(ask)
    if mine.booking.status == CANCELLED:
        return Go(f"{mine.address}?done=cancelled")
    try:
        mine.calendar.cancel(mine.booking.number, None, ask.now, by=_client(mine), seen=_seen(ask))
    except TooLate:
        return Go(f"{mine.address}?done=late")
    except (ChangedMeanwhile, UnknownBooking):
        return Go(f"{mine.address}?done=meanwhile")
    ask.service.queues.changed(mine.booking.office_id)
    return Go(f"{mine.address}?done=cancelled")


routes = [
    resident_page("/book/mine/{token}/move", asked),
    resident_form("/book/mine/{token}/hold", kept),
    resident_form("/book/mine/{token}/move", moved),
    resident_page("/book/mine/{token}/cancel", asked_to_cancel),
    resident_form("/book/mine/{token}/cancel", cancelled),
]
