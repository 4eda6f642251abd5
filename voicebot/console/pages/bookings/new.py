"""A new booking, for somebody at the counter or on a clerk's telephone."""

import re
import secrets
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from calendar_backend import (
    TOKYO,
    BadWish,
    CalendarError,
    DatabaseUnusable,
    OfficeCalendar,
    SamePerson,
    UnknownProcedure,
)
from calendar_backend.opening import Opening
from calendar_backend.place import Booking
from numbering import BadNumber, e164
from voicebot.console import actors, which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.refusal import BAD, Refusal
from voicebot.refusal_words import in_words

SHOWN = timedelta(days=13)
"""Further days whose free places are counted beside the chosen one."""
_STEP = re.compile("[0-9a-f]{16}")


@dataclass
class Form:
    """What was typed so far."""

    procedures: list[str]
    people: str
    """As typed."""

    day: date
    start: datetime | None = None
    phone: str = ""
    name: str = ""
    second: bool = False
    step: str = ""
    wrong: dict[str, str] = field(default_factory=dict)
    sent: bool = False
    """Whether there may be something of the visitor's that another day's page must keep."""


def asked(ask: Ask) -> View:
    calendar, values = which_office.about(ask)
    given = ask.request.query_params
    day = which_office.day(ask.query("day"), ask.now.date())
    procedures = [one for one in given.getlist("procedure") if one]
    typed = Form(procedures, given.get("people", "1"), day, step=secrets.token_hex(8))
    start = ask.query("start")
    typed.start = which_office.start(start) if start else None
    return _view(ask, calendar, values, typed)


def booked(ask: Ask) -> View | Go:
    """The same form sent twice is one booking. Its buttons of other days book nothing and keep what was typed."""
    calendar, values = which_office.about(ask)
    typed = _read(ask)
    if another := ask.form.get("look"):
        typed.day, typed.start = which_office.day(another, typed.day), None
        return _view(ask, calendar, values, typed)
    people = _people(ask, calendar, typed)
    phone = ""
    try:
        phone = e164(typed.phone)
    except BadNumber as error:
        typed.wrong["phone"] = which_office.bad_number(ask, error, typed.phone)
    if why := which_office.bad_name(ask, typed.name):
        typed.wrong["name"] = why
    if typed.start is None:
        typed.wrong["start"] = ask.words("bookings.choose_time")
    if typed.wrong or typed.start is None or people is None:
        return _view(ask, calendar, values, typed, 422)
    who = {"name": typed.name, "people": people, "step": typed.step, "second": typed.second}
    try:
        booking = calendar.book(
            typed.procedures,
            typed.start,
            phone,
            actors.clerk(ask),
            ask.now,
            by_clerk=True,
            **who,  # type: ignore[arg-type]
        )
    except DatabaseUnusable:
        raise
    except SamePerson as error:
        typed.wrong["second"] = f"{in_words(error, ask.words.language)}{ask.words('bookings.stop')}"
        values |= {"theirs": calendar.bookings_of_phone(phone, ask.now)}
        return _view(ask, calendar, values, typed, 409)
    except CalendarError as error:
        typed.wrong["start"] = f"{in_words(error, ask.words.language)}{ask.words('bookings.stop')}"
        typed.start = None
        return _view(ask, calendar, values, typed, 409)
    _on_record(ask, calendar, booking)
    ask.service.queues.changed(calendar.office.id)
    return Go(f"/console/bookings/{booking.number}?office={calendar.office.id}", told="booking_made")


def _on_record(ask: Ask, calendar: OfficeCalendar, booking: Booking) -> None:
    after = {"procedures": list(booking.procedure_ids), "start": booking.start.isoformat()}
    ask.record("booking.book", f"booking:{calendar.office.id}/{booking.number}", None, after)


def _read(ask: Ask) -> Form:
    """Raises Refusal for what no page of ours sends."""
    sent = ask.form
    step, start = sent.get("step", ""), sent.get("start", "")
    if not _STEP.fullmatch(step):
        raise Refusal(BAD, "unreadable")
    return Form(
        [one for one in sent.getlist("procedure") if one],
        sent.get("people", "1"),
        which_office.day(sent.get("day", ""), ask.now.date()),
        which_office.start(start) if start else None,
        sent.get("phone", "").strip(),
        " ".join(sent.get("name", "").split()),
        sent.get("second") == "yes",
        step,
        sent=True,
    )


def _people(ask: Ask, calendar: OfficeCalendar, typed: Form) -> int | None:
    """None where it is none, or more than its procedures are booked for at once; the form then says so."""
    allowed = [one.people for one in calendar.office.procedures if one.id in typed.procedures]
    most = min(allowed, default=which_office.MOST_PEOPLE)
    found = which_office.people(typed.people, most)
    if found is None:
        typed.wrong["people"] = ask.words("bookings.bad_people", most=most)
    return found


def _closed(calendar: OfficeCalendar, typed: Form, now: datetime) -> Opening | None:
    """Of the first procedure that no counter serves that day."""
    by_counter = {one.counter_id: one.opening for one in calendar.day(typed.day, now).counters}
    for procedure in calendar.office.procedures:
        openings = [by_counter[counter] for counter in procedure.counters if counter in by_counter]
        if procedure.id in typed.procedures and openings and not any(one.spans for one in openings):
            return openings[0]
    return None


def _view(
    ask: Ask, calendar: OfficeCalendar, values: dict[str, object], typed: Form, status: int = 200
) -> View:
    """With the free places of the day, and how many the days around it have."""
    free: dict[date, tuple[object, ...]] = {}
    first = max(typed.day - timedelta(days=3), min(typed.day, ask.now.date()))
    people = _people(ask, calendar, typed)
    if people is None:
        status = max(status, 422)
    elif typed.procedures:
        try:
            days = (first, first + SHOWN)
            found = calendar.availability(typed.procedures, ask.now, days, people=people, by_clerk=True)
            free = {one.day: one.times for one in found}
        except (UnknownProcedure, BadWish) as error:
            typed.wrong["procedure"] = f"{in_words(error, ask.words.language)}{ask.words('bookings.stop')}"
            status = max(status, 422)
    times = [datetime.combine(typed.day, at, TOKYO) for at in free.get(typed.day, ())]  # type: ignore[arg-type]
    looked = bool(typed.procedures) and "procedure" not in typed.wrong and (people is not None or typed.sent)
    return View(
        "bookings/new.html",
        {
            "theirs": [],
            "typed": typed,
            "wrong": typed.wrong,
            "times": times,
            "days": [(day, len(free.get(day, ()))) for n in range(14) if (day := first + timedelta(days=n))],
            "looked": looked,
            "closed": _closed(calendar, typed, ask.now) if looked and not times else None,
        }
        | values,
        status,
    )
