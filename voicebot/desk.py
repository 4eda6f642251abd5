"""The office's desk: its file and its calendar, as the conversation wants them."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial

from sqlalchemy.exc import SQLAlchemyError

from calendar_backend import (
    Affected,
    CalendarError,
    HoldGone,
    NotBookable,
    OfficeCalendar,
    OfficeFile,
    PersonLimit,
    PlaceTaken,
    UnknownBooking,
)
from calendar_backend import Booking as Booked
from calendar_backend import TooLate as TooLateToChange
from calendar_backend.office import Procedure as OfficeProcedure
from calendar_backend.office_part import Wording
from dialog import values
from dialog.calendar import (
    NO_DETAILS,
    Availability,
    Booking,
    Closure,
    Place,
    Reason,
    TooLate,
    TooMany,
    Unavailable,
)
from dialog.office import Answers, Counter, Office, Procedure
from dialog.opening import Day, open_days
from dialog.refused import NOTHING, Refused
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Request
from prompts import render
from prompts.sentence import Sentence
from voicebot.guide_words import guide_of
from voicebot.opening_words import opening_words

log = logging.getLogger(__name__)


def office(file: OfficeFile, on: date | None = None) -> Office:
    """The snapshot that a call starts with; the hours that are told are those in force on the day, none when None."""
    opening = {c.id: opening_words(c.hours, on) for c in file.counters} if on else {}
    spans = [hours for counter in file.counters for hours in counter.hours]
    entries = tuple(
        Entry(
            p.id,
            Term(p.name, p.reading),
            tuple(Term(a.text, a.reading) for a in p.aliases),
            tuple(Term(a.text, a.reading) for a in p.answered_by),
            p.within_days,
        )
        for p in file.procedures
    )
    events = tuple(
        Entry(e.id, Term(e.name, e.reading), tuple(Term(a.text, a.reading) for a in e.aliases))
        for e in file.guide
    )
    lexicon = Lexicon(entries, min(s.open for s in spans), max(s.close for s in spans), events)
    procedures = tuple(
        Procedure(
            p.id,
            Term(p.name, p.reading),
            Term("、".join(w.text for w in p.bring), "、".join(w.reading for w in p.bring))
            if p.bring
            else None,
            opening.get(p.counter),
            p.key,
            p.counter,
            p.duration_minutes,
            _term(p.deadline),
            p.people,
            _answers(p, _OF_PROCEDURE),
            asked_as=_term(p.asked_as),
            explained=_term(p.explained),
        )
        for p in file.procedures
    )
    return Office(
        file.id,
        Term(file.name, file.reading),
        procedures,
        lexicon,
        file.agent_phone,
        file.phone,
        file.called,
        file.agent_hours.open,
        file.agent_hours.close,
        counters=tuple(Counter(c.id, Term(c.name, c.reading), floor=_term(c.floor)) for c in file.counters),
        asks_name=file.rules.asks_name,
        asks=tuple(file.rules.asks.items()),
        answers=_answers(file, _OF_OFFICE),
        guide=guide_of(file),
    )


_OF_OFFICE = {
    Request.PARKING: "parking",
    Request.ACCESS: "access",
    Request.WELFARE: "welfare",
    Request.WALK_IN: "walk_in",
}
_OF_PROCEDURE = {
    Request.FEE: "fee",
    Request.PROXY: "proxy",
    Request.SEAL: "seal",
    Request.CONVENIENCE_STORE: "convenience_store",
}
"""Where in the office file the answers stand."""


def _answers(of: OfficeFile | OfficeProcedure, fields: Mapping[Request, str]) -> Answers:
    found = ((request, _term(getattr(of, field))) for request, field in fields.items())
    return tuple((request, words) for request, words in found if words is not None)


def _term(words: Wording | None) -> Term | None:
    return Term(words.text, words.reading) if words else None


def today(calendar: OfficeCalendar, day: date) -> Office:
    """The office as a call finds it that starts on this day, as last read."""
    known = office(calendar.office, day)
    opening = partial(_opening, calendar)
    counters = tuple(replace(c, open=open_days(day, partial(opening, c.id))) for c in known.counters)
    return replace(known, staffed=calendar.open_on(day), counters=counters)


def _opening(calendar: OfficeCalendar, counter: str, day: date) -> Day:
    known = calendar.snapshot.openings.of(counter, day)
    why = Term(known.detail, known.detail_reading) if known.detail_reading else None
    return Day(day, tuple((span.open, span.close) for span in known.spans), why)


def standing_sentences(known: Office) -> tuple[Sentence, ...]:
    """What will be said in this office whoever calls, so that it can be rendered ahead."""
    greeting = render("greeting", office=values.term(known.name))
    menu = render("keys_procedure", menu=values.menu(known))
    heard = (render("procedure_heard", procedure=values.term(p.name)) for p in known.procedures)
    return (greeting, menu, *heard)


def _closure(shut: Mapping[str, Affected], booking: Booked) -> Closure | None:
    why = shut.get(booking.number)
    return Closure(Term(why.name, why.reading) if why.name else None, why.times) if why else None


class Desk:
    """The dialog's `Calendar`, on the database."""

    def __init__(self, calendar: OfficeCalendar) -> None:
        self._calendar = calendar
        self._today: tuple[int, date, Office] | None = None
        """The revision and the day on which the office was like this."""

    def at(self, office: str) -> "Desk":
        """As in `Calendars`: there is no other office."""
        return self

    def find(
        self,
        procedures: tuple[str, ...],
        now: datetime,
        days: tuple[date, date] | None,
        times: tuple[time, time] | None,
        refused: Refused = NOTHING,
        people: int = 1,
        instead_of: str = "",
    ) -> Availability:
        try:
            without = None if refused == NOTHING else refused.has
            found = self._calendar.find(
                procedures, now, days, times, people=people, without=without, instead_of=instead_of
            )
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error
        return Availability(
            fitting=tuple(Place(p.start, p.end) for p in found.fitting),
            reason=Reason(found.reason.value) if found.reason else None,
            detail=found.detail,
            detail_reading=found.detail_reading,
            alternatives=tuple(Place(p.start, p.end) for p in found.alternatives),
        )

    def hold(
        self,
        procedures: tuple[str, ...],
        start: datetime,
        call_sid: str,
        now: datetime,
        people: int = 1,
        instead_of: str = "",
    ) -> bool:
        try:
            self._calendar.hold_only(
                procedures, start, now, client=call_sid, people=people, instead_of=instead_of
            )
        except (PlaceTaken, NotBookable, HoldGone):
            return False
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error
        return True

    def release(self, call_sid: str, now: datetime) -> None:
        try:
            self._calendar.release_all(call_sid, now)
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error

    def book(
        self,
        procedures: tuple[str, ...],
        start: datetime,
        phone: str,
        call_sid: str,
        now: datetime,
        people: int = 1,
        name: str = "",
        second: bool = False,
        details: Mapping[str, str] = NO_DETAILS,
    ) -> str | None:
        try:
            return self._calendar.book(
                procedures,
                start,
                phone,
                call_sid,
                now,
                people=people,
                name=name,
                second=second or None,
                details=details,
            ).number
        except (PlaceTaken, NotBookable):
            return None
        except PersonLimit as error:
            raise TooMany from error
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error

    def office(self, known: Office, now: datetime) -> Office:
        try:
            self._calendar.refresh()
        except (SQLAlchemyError, CalendarError) as error:
            log.error("the office is as it was read last: %s", error)
        seen = self._today
        if seen is None or seen[:2] != (self._calendar.snapshot.revision, now.date()):
            revision = self._calendar.snapshot.revision
            seen = self._today = revision, now.date(), today(self._calendar, now.date())
        return seen[2]

    def ask_callback(self, phone: str, about: str, call_sid: str, now: datetime) -> None:
        try:
            self._calendar.ask_callback(phone, about, now, by=call_sid)
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error

    def bookings(self, phone: str, now: datetime) -> tuple[Booking, ...]:
        try:
            found = self._calendar.bookings_of_phone(phone, now)
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error
        return self._to_come(found, now)

    def booking(self, number: str, phone: str, now: datetime) -> Booking | None:
        try:
            found = self._calendar.look_up(number, phone)
        except UnknownBooking:
            return None
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error
        return next(iter(self._to_come([found], now)), None)

    def _to_come(self, found: Iterable[Booked], now: datetime) -> tuple[Booking, ...]:
        """Those that are to come or, as their counter is shut, do not come; by what the office does now."""
        found = list(found)
        try:
            shut = self._calendar.affected(found, now)
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error
        known = {procedure.id for procedure in self._calendar.office.procedures}
        return tuple(
            Booking(
                b.number,
                b.procedure_id,
                b.start,
                b.more_procedure_ids,
                b.people,
                closure=_closure(shut, b),
                end=b.end,
            )
            for b in found
            if known.issuperset(b.procedure_ids) and (b.start > now or b.number in shut)
        )

    def change(
        self,
        booking: Booking,
        start: datetime,
        phone: str,
        call_sid: str,
        now: datetime,
        procedures: tuple[str, ...] = (),
    ) -> bool:
        try:
            self._calendar.change(booking.number, phone, start, now, by=call_sid, procedures=procedures)
        except (PlaceTaken, NotBookable):
            return False
        except (TooLateToChange, UnknownBooking) as error:
            raise TooLate from error
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error
        return True

    def cancel(self, booking: Booking, phone: str, call_sid: str, now: datetime) -> None:
        try:
            self._calendar.cancel(booking.number, phone, now, by=call_sid)
        except (TooLateToChange, UnknownBooking) as error:
            raise TooLate from error
        except (SQLAlchemyError, CalendarError) as error:
            raise Unavailable(type(error).__name__) from error
