"""The desks of all offices that one service takes calls for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Engine

from calendar_backend import DEMO_OFFICE, OfficeCalendar, OfficeFile, OfficeFileError, load_into, load_office
from dialog.calendar import Booking, Calendars
from dialog.city import city
from dialog.office import Office
from voicebot import desk
from voicebot.desk import Desk


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
        file = load_office(path)
        known = {one.id for one in files}, {number for one in files for number in one.called}
        if file.id in known[0]:
            problem = f"id「{file.id}」の役所が2つあります"
            raise OfficeFileError(str(path), None, problem, "それぞれ別のものにしてください")
        if twice := known[1].intersection(file.called):
            problem = f"called の「{min(twice)}」は、ほかの役所にも書いてあります"
            raise OfficeFileError(str(path), None, problem, "どちらか1つだけに書いてください")
        files.append(file)
    return tuple(files)


def open_all(engine: Engine, files: Sequence[OfficeFile]) -> dict[str, OfficeCalendar]:
    """Makes the database say what the files say; the calendars by office id. Raises DatabaseUnusable."""
    for file in files:
        load_into(engine, file)
    return {file.id: OfficeCalendar(engine, file.id) for file in files}


def offices(files: Sequence[OfficeFile], on: date) -> tuple[Office, ...]:
    """As the conversation knows them on the day."""
    return tuple(desk.office(file, on) for file in files)


def phoned(
    served: Sequence[Office], called: str, calendars: Calendars, now: datetime
) -> tuple[Office, tuple[Office, ...]]:
    """The office that a call is for which starts now, and those it may be for, where they are several.

    `called`: E.164; an office at which callers reach it by this number, else all of them together.
    """
    found = tuple(desk.today(office, calendars.at(office.id), now) for office in served)
    if len(found) == 1:
        return found[0], ()
    fixed = next((office for office in found if called and called in office.called), None)
    return fixed or city(found), found
