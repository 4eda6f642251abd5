"""Who has booked says at the entrance that they are here: by number, QR code, or the end of the telephone number."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta

from calendar_backend import AnotherDay, NotBookable, SeveralBookings, UnknownBooking
from calendar_backend.devices import KIOSK, Device
from voicebot.console import which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.counters import device
from voicebot.console.page import Live, Page, resident_form, resident_page
from voicebot.console.pages.counters.kiosk import PAGE_S
from voicebot.console.refusal import BUSY

NUMBER, PHONE = "number", "phone"
DIGITS = 4
CLEAR, BACK, GO = "clear", "back", "go"

_QR = re.compile(r"/book/mine/([0-9a-f]{32})\b")
"""In what the code of a booking's own page holds."""


def asked(ask: Ask) -> View:
    device.needed(ask, KIOSK)
    return _form(_by(ask.query("by")))


def _by(text: str) -> str:
    return PHONE if text == PHONE else NUMBER


def _form(by: str, typed: str = "", complaint: str = "", status: int = 200, **values: object) -> View:
    """`complaint`: a key below `kiosk.check_in.wrong`; `values` are for its text."""
    shown = {"by": by, "typed": typed, "complaint": complaint, "values": values, "after": PAGE_S}
    return View("residents/kiosk/check_in.html", shown, status)


def sent(ask: Ask) -> View | Go:
    """A key that was pressed, or all of it. Raises Refusal."""
    here = device.needed(ask, KIOSK)
    by, typed, key = _by(ask.form.get("by", "")), ask.form.get("typed", ""), ask.form.get("key", GO)
    qr = _QR.search(typed[:400])
    digits = which_office.digits(typed)
    if key == CLEAR:
        return _form(by)
    if key == BACK:
        return _form(by, digits[:-1])
    if key != GO:
        return _form(by, f"{digits}{which_office.digits(key)}"[:DIGITS])
    if not qr and len(digits) != DIGITS:
        return _form(by, digits[:DIGITS], "digits", 422)
    if wait := ask.state.checked_in_at.wait(here.id, ask.now):
        return _form(by, "", "too_often", BUSY, minutes=wait // timedelta(minutes=1) + 1)
    start = _start(ask.form.get("start", ""))
    return _checked_in(ask, here, by, digits, qr[1] if qr else "", start)


def _checked_in(ask: Ask, here: Device, by: str, digits: str, token: str, start: time | None) -> View | Go:
    queues = ask.service.queues
    given = {"token": token} if token else {"phone_end" if by == PHONE else "number": digits}
    try:
        ticket = queues.at(here.office_id).check_in(ask.now, client=device.client(here), start=start, **given)
    except UnknownBooking:
        ask.state.checked_in_at.failed(here.id, ask.now)
        return _form(by, "", f"unknown_{by}", 422)
    except AnotherDay as error:
        return _form(by, "", "another_day", 422, start=error.start)
    except SeveralBookings as error:
        return _which(digits, error.starts)
    except NotBookable as error:
        return _form(by, "", "shut", 409, why=error.detail)
    queues.changed(here.office_id, ticket.counter_id)
    return Go(f"/kiosk/ticket/{ticket.token}")


def _which(digits: str, starts: Sequence[datetime]) -> View:
    """At which time; two at one time are told apart by their numbers."""
    if len(set(starts)) < 2:
        return _form(NUMBER, "", "use_number", 409)
    return View(
        "residents/kiosk/which.html", {"digits": digits, "starts": sorted(set(starts)), "after": PAGE_S}
    )


def _start(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


routes: list[Page | Live] = [resident_page("/kiosk/check-in", asked), resident_form("/kiosk/check-in", sent)]
