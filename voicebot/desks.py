"""The desks of all offices that one service takes calls for."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Engine

from calendar_backend import DEMO_OFFICE, OfficeCalendar, OfficeFile, OfficeFileError, load_into, load_office
from calendar_backend.amending import load_at_start
from dialog.calendar import Booking, Calendars, Unavailable
from dialog.city import city
from dialog.events import CallStarted
from dialog.office import Office
from prompts import Override
from voicebot import desk, office_words
from voicebot.desk import Desk

log = logging.getLogger(__name__)

STARTED_BY = "voicebot serve"
"""Who loaded a file, as it stands in the office's history."""


class Desks:
    """The dialog's `Calendars`, by office id; the first stands for all as long as none is chosen."""

    def __init__(self, calendars: Mapping[str, OfficeCalendar]) -> None:
        self._desks = {office: Desk(calendar) for office, calendar in calendars.items()}

    def at(self, office: str) -> Desk:
        """Raises KeyError for an office that is not served."""
        return self._desks[office] if office else next(iter(self._desks.values()))

    def bookings(self, phone: str, now: datetime) -> tuple[Booking, ...]:
        found = [
            replace(booking, office=office)
            for office, at in self._desks.items()
            for booking in at.bookings(phone, now)
        ]
        return tuple(sorted(found, key=lambda booking: booking.start))

    def booking(self, number: str, phone: str, now: datetime) -> Booking | None:
        for office, at in self._desks.items():
            if found := at.booking(number, phone, now):
                return replace(found, office=office)
        return None


def load(paths: Sequence[str]) -> tuple[OfficeFile, ...]:
    """The office files, or the demo office where there is none. Raises OfficeFileError, also where two are the same office
    or are called at the same number."""
    files: list[OfficeFile] = []
    for path in paths or (DEMO_OFFICE,):
        file = load_office(path, office_words.complaints)
        known = {one.id for one in files}, {number for one in files for number in one.called}
        if file.id in known[0]:
            problem = f"id「{file.id}」の役所が2つあります"
            raise OfficeFileError(str(path), None, problem, "それぞれ別のものにしてください")
        if twice := known[1].intersection(file.called):
            problem = f"called の「{min(twice)}」は、ほかの役所にも書いてあります"
            raise OfficeFileError(str(path), None, problem, "どちらか1つだけに書いてください")
        files.append(file)
    return tuple(files)


def open_all(
    engine: Engine, files: Sequence[OfficeFile], now: datetime | None = None
) -> dict[str, OfficeCalendar]:
    """Makes the database say what the files say; the calendars by office id. With `now`, what was changed on the pages
    since a file was loaded stands, and the history says what was loaded. Raises DatabaseUnusable."""
    for file in files:
        if now is None:
            load_into(engine, file)
        elif not load_at_start(engine, file, now, STARTED_BY):
            log.warning(
                "office %s was changed on the pages since its file was loaded: the database stands; "
                "'voicebot office load FILE' takes the file",
                file.id,
            )
    return {file.id: OfficeCalendar(engine, file.id) for file in files}


def offices(files: Sequence[OfficeFile], on: date) -> tuple[Office, ...]:
    """As the conversation knows them on the day."""
    return tuple(desk.office(file, on) for file in files)


def started(
    served: Sequence[Office],
    called: str,
    caller: str,
    calendars: Calendars,
    now: datetime,
    rate: float,
    overrides: tuple[Override, ...] = (),
) -> CallStarted:
    """What a call begins with that comes in now: the office it is for, with the hours of today, the caller's bookings,
    those that cannot be kept by themselves, and what is said in other words than the file of sentences. Blocks on the database."""
    office, offices = phoned(served, called, calendars, now)
    try:
        found = calendars.bookings(caller, now) if caller else ()
    except Unavailable as error:
        log.error("the caller's bookings are not known: %s", error)
        found = ()
    affected = tuple(booking for booking in found if booking.closure is not None)
    return CallStarted(now, office, caller, rate, offices, affected, found, overrides)


def phoned(
    served: Sequence[Office], called: str, calendars: Calendars, now: datetime
) -> tuple[Office, tuple[Office, ...]]:
    """The office that a call is for which starts now, and those it may be for, where they are several.

    `called`: E.164; an office at which callers reach it by this number, else all of them together. Blocks on the
    database; where that is away, the office is as it was.
    """
    found = tuple(_today(office, calendars, now) for office in served)
    if len(found) == 1:
        return found[0], ()
    fixed = next((office for office in found if called and called in office.called), None)
    return fixed or city(found), found


def _today(known: Office, calendars: Calendars, now: datetime) -> Office:
    try:
        return calendars.at(known.id).office(known, now)
    except Unavailable:
        return known
