"""A resident's own booking: found by its number and telephone number, or by its own address."""

from dataclasses import dataclass
from datetime import date, timedelta

from starlette.responses import Response

from calendar_backend import OfficeCalendar, UnknownBooking
from calendar_backend.models import CANCELLED, LIVE
from calendar_backend.place import Affected, Attendance, Booking
from calendar_backend.records import Record
from numbering import number_or_none
from voicebot.console import which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import resident_form, resident_page
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.console.residents import qr, visitor
from voicebot.export import visit
from voicebot.telephony.address import public_url

DONE = ("booked", "moved", "cancelled", "late", "meanwhile")
"""What the own page tells of what was just done: below `book.done`."""


@dataclass(frozen=True)
class Own:
    """A booking, as its owner's pages know it."""

    token: str
    record: Record
    calendar: OfficeCalendar
    shut: Affected | None
    """Why it cannot be kept."""

    latest: date
    """The last day on which it may be changed or cancelled."""

    @property
    def booking(self) -> Booking:
        return self.record.booking

    @property
    def address(self) -> str:
        return f"/book/mine/{self.token}"

    @property
    def known(self) -> bool:
        """Whether the office still does all of it."""
        return all(map(self.calendar.office.procedure, self.booking.procedure_ids))

    def stands(self) -> bool:
        return self.booking.status in LIVE


def own(ask: Ask) -> Own:
    """The booking of the address. Raises Refusal."""
    token = ask.param("token")
    record = ask.service.city.booked(token)
    if record is None:
        raise Refusal(NOT_FOUND, "not_found", back="/book/mine")
    booking, calendar = record.booking, ask.service.city.at(record.booking.office_id)
    calendar.refresh()
    shut = calendar.affected([booking], ask.now).get(booking.number) if booking.status in LIVE else None
    latest = booking.start.date() - timedelta(days=calendar.office.rules.cancel_days)
    return Own(token, record, calendar, shut, latest)


def changeable(ask: Ask, mine: Own) -> bool:
    """Whether the calendar would change or cancel it now."""
    start, today = mine.booking.start, ask.now.date()
    if not mine.stands():
        return False
    in_time = start > ask.now and today <= mine.latest
    return in_time or (mine.shut is not None and start.date() >= today)


def shown(ask: Ask) -> View:
    mine = own(ask)
    done = ask.query("done")
    booking = mine.booking
    return View(
        "residents/book/own.html",
        {
            "mine": mine,
            "office": mine.calendar.office,
            "done": done if done in DONE and (done != "cancelled") == mine.stands() else "",
            "changeable": changeable(ask, mine),
            "to_come": mine.stands() and booking.end > ask.now,
            "cancelled": booking.status == CANCELLED,
            "visit_parts": _parts(ask, mine),
            "counters": {counter.id: counter for counter in mine.calendar.office.counters},
            "bring": visit.bring(mine.calendar.office, booking),
            "qr": qr.svg(_own_address(ask, mine)),
            "own_address": _own_address(ask, mine),
        },
    )


def _own_address(ask: Ask, mine: Own) -> str:
    return public_url(ask.request, ask.service.settings.public_url) + mine.address


def _parts(ask: Ask, mine: Own) -> list[Attendance]:
    """Where it is, counter by counter; empty where its places are given back."""
    if not mine.stands():
        return []
    book = mine.calendar.day(mine.booking.start.date(), ask.now)
    found = [o.attendance for at in book.counters for o in at.expected if o.record.id == mine.record.id]
    return sorted(found, key=lambda part: part.start)


def dated(ask: Ask) -> Response:
    """The visit for the resident's own calendar."""
    mine = own(ask)
    words = ask.words
    texts = visit.Texts(
        words("book.ics.summary"),
        words("book.ics.number", number=mine.booking.number),
        words("book.own.bring"),
    )
    made = visit.dated(mine.calendar.office, mine.record, texts, _own_address(ask, mine), ask.now)
    headers = {"Content-Disposition": f'attachment; filename="{mine.booking.number}.ics"'}
    return Response(made, media_type="text/calendar; charset=utf-8", headers=headers)


def asked(ask: Ask) -> View:
    return _find("", "")


def found(ask: Ask) -> View | Go:
    """The same words whether the number or the telephone number is wrong. Raises Refusal when it was tried too often."""
    number, phone = ask.form.get("number", "").strip(), ask.form.get("phone", "").strip()
    plain, whose = which_office.digits(number), number_or_none(phone)
    address = visitor.address(ask)
    limits = (
        (ask.state.found_by, (whose, address)),
        (ask.state.found_anywhere, whose),
        (ask.state.found_from, address),
    )
    if waits := [wait for limit, key in limits if (wait := limit.wait(key, ask.now))]:
        raise visitor.too_often(max(waits))
    try:
        bookings = ask.service.city.look_up(plain, phone)
    except UnknownBooking:
        for limit, key in limits:
            limit.failed(key, ask.now)
        return _find(number[:20], phone[:80], "not_found" if whose else "no_phone")
    ask.state.found_by.succeeded((whose, address))
    tokens = [_token(ask, one) for one in bookings]
    if len(tokens) == 1:
        return Go(f"/book/mine/{tokens[0]}")
    return View("residents/book/which.html", {"bookings": list(zip(bookings, tokens, strict=True))})


def _token(ask: Ask, booking: Booking) -> str:
    record = ask.service.city.at(booking.office_id).record(booking.number)
    return ask.service.city.token(record.id)


def _find(number: str, phone: str, complaint: str = "") -> View:
    values = {"number": number, "phone": phone, "complaint": complaint}
    return View("residents/book/mine.html", values, 422 if complaint else 200)


routes = [
    resident_page("/book/mine", asked, nav="book.mine.nav"),
    resident_form("/book/mine", found),
    resident_page("/book/mine/{token}", shown),
    resident_page("/book/mine/{token}/visit.ics", dated),
]
