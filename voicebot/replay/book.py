"""The calendar of a replay: the office as it was when the call began, in memory. What the record tells is as it was then."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from calendar_backend.tokyo import TOKYO
from dialog import events
from dialog.actions import (
    Action,
    AskCallback,
    Book,
    Cancel,
    Change,
    FindBookings,
    FindByNumber,
    FindPlaces,
    Hold,
)
from dialog.calendar import NO_DETAILS, Availability, Booking, Place, Reason, TooLate, TooMany, Unavailable
from dialog.office import Office, Procedure
from dialog.opening import DAYS_KNOWN, Day
from dialog.refused import NOTHING, Refused

MOST = 3
"""Places told at a time."""

EVERY = timedelta(minutes=15)
WORKDAYS = 5

Key = tuple[object, ...]


def key_of(asked: Action, caller: str) -> Key:
    """By what one inquiry is the same as another."""
    match asked:
        case FindBookings():
            return "FindBookings", asked.phone or caller
        case Book():
            return "Book", asked.procedures, asked.start, asked.office
        case Change():
            return "Change", asked.booking.number, asked.start
        case Cancel():
            return "Cancel", asked.booking.number
        case Hold():
            return "Hold", asked.procedures, asked.start, asked.people, asked.office
        case AskCallback():
            return "AskCallback", asked.office
        case FindPlaces():
            refused = asked.refused
            return (
                "FindPlaces",
                asked.procedures,
                asked.days,
                asked.times,
                refused,
                asked.people,
                asked.office,
            )
        case FindByNumber():
            return "FindByNumber", asked.number, asked.phone
    return (type(asked).__name__,)


@dataclass(frozen=True, slots=True)
class Known:
    """What a call asked and what came back."""

    asked: Action
    came: events.Event


class RecordedBook:
    """The dialog's `Calendars`, and the `Calendar` of each office."""

    def __init__(self, started: events.CallStarted, known: Iterable[Known] = ()) -> None:
        self._offices = {office.id: office for office in started.offices or (started.office,)}
        self._caller = started.caller
        self._answers: dict[Key, list[events.Event]] = defaultdict(list)
        self._full: list[FindPlaces] = []
        self._taken: set[datetime] = set()
        self._standing = list(started.standing or started.affected)
        self.unknown: list[str] = []
        """Kinds of inquiries that the record had no answer to."""

        for one in known:
            self._learn(one)

    def _learn(self, one: Known) -> None:
        self._answers[key_of(one.asked, self._caller)].append(one.came)
        match one.asked, one.came:
            case FindPlaces(), events.PlacesFound(availability=found) if found.reason is Reason.FULL:
                self._full.append(one.asked)
            case Hold(start=start) | Book(start=start) | Change(start=start), events.PlaceTaken():
                self._taken.add(start)
            case _, events.BookingsFound(bookings=bookings):
                numbers = {booking.number for booking in self._standing}
                self._standing += [booking for booking in bookings if booking.number not in numbers]

    def at(self, office: str) -> "_Book":
        """Raises KeyError for an office that the call could not reach."""
        return _Book(self, self._offices[office] if office else next(iter(self._offices.values())), office)

    def bookings(self, phone: str, now: datetime) -> tuple[Booking, ...]:
        came = self.recorded(FindBookings(phone))
        if isinstance(came, events.BookingsFound):
            return came.bookings
        return tuple(self._standing) if phone == self._caller else ()

    def booking(self, number: str, phone: str, now: datetime) -> Booking | None:
        came = self.recorded(FindByNumber(number, phone))
        if isinstance(came, events.BookingsFound):
            return next(iter(came.bookings), None)
        return next((one for one in self._standing if one.number == number and phone == self._caller), None)

    def recorded(self, asked: Action) -> events.Event | None:
        """What came back then, in the order in which it came; None: that was not asked. Raises Unavailable where the
        calendar could not be asked then, either."""
        answers = self._answers.get(key_of(asked, self._caller))
        if not answers:
            self.unknown.append(type(asked).__name__)
            return None
        came = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(came, events.Trouble):
            raise Unavailable("as on record")
        return came

    def free(self, asked: FindPlaces, office: Office, now: datetime) -> Iterator[datetime]:
        """Starts of the days that are known, as far as nothing is known against them."""
        minutes = sum(office.procedure(one).minutes or 15 for one in asked.procedures)
        length = timedelta(minutes=minutes)
        for n in range(DAYS_KNOWN + 1):
            day = (now + timedelta(days=n)).date()
            for first, last in _open(office, asked.procedures, day).spans:
                start = datetime.combine(day, first, TOKYO)
                while start + length <= datetime.combine(day, last, TOKYO):
                    if start > now and not asked.refused.has(start) and not self._is_taken(asked, start):
                        yield start
                    start += EVERY

    def _is_taken(self, asked: FindPlaces, start: datetime) -> bool:
        return start in self._taken or any(
            one.procedures == asked.procedures and one.office == asked.office and _within(one, start)
            for one in self._full
        )

    def is_taken(self, start: datetime) -> bool:
        return start in self._taken


@dataclass(frozen=True)
class _Book:
    """One office's calendar."""

    whole: RecordedBook
    known: Office
    id: str
    """As it was asked for: empty where there is no choice."""

    def at(self, office: str) -> "_Book":
        return self

    def office(self, known: Office, now: datetime) -> Office:
        return known

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
        asked = FindPlaces(procedures, days, times, refused, people, self.id)
        came = self.whole.recorded(asked)
        if isinstance(came, events.PlacesFound):
            return came.availability
        minutes = sum(self.known.procedure(one).minutes or 15 for one in procedures)
        free = list(self.whole.free(asked, self.known, now))
        fitting = [start for start in free if _within(asked, start)]

        def places(starts: Iterable[datetime]) -> tuple[Place, ...]:
            return tuple(Place(start, start + timedelta(minutes=minutes)) for start in starts)

        if fitting:
            return Availability(places(fitting[:MOST]))
        wished = datetime.combine(days[0] if days else now.date(), times[0] if times else time(), TOKYO)
        near = sorted(free, key=lambda start: (abs(start - wished), start))[:MOST]
        reason, why = self._reason(asked, now)
        detail = (why.detail, why.reading) if why else ("", "")
        return Availability((), reason, *detail, places(sorted(near)))

    def _reason(self, asked: FindPlaces, now: datetime) -> tuple[Reason, "_Why | None"]:
        first, last = asked.days or (now.date(), now.date() + timedelta(days=DAYS_KNOWN))
        if last < now.date():
            return Reason.PAST, None
        if first > now.date() + timedelta(days=DAYS_KNOWN):
            return Reason.TOO_FAR, None
        days = [first + timedelta(days=n) for n in range(min((last - first).days, DAYS_KNOWN) + 1)]
        opened = [_open(self.known, asked.procedures, day) for day in days]
        if not any(day.spans for day in opened):
            why = opened[0].why
            return Reason.CLOSED, _Why(why.text, why.reading) if why else _Why("weekend", "")
        if asked.times and not any(
            span[0] <= asked.times[1] and asked.times[0] < span[1] for day in opened for span in day.spans
        ):
            return Reason.OUTSIDE_HOURS, None
        return Reason.FULL, None

    def hold(
        self,
        procedures: tuple[str, ...],
        start: datetime,
        call_sid: str,
        now: datetime,
        people: int = 1,
        instead_of: str = "",
    ) -> bool:
        came = self.whole.recorded(Hold(procedures, start, people, self.id))
        return isinstance(came, events.Held) if came is not None else not self.whole.is_taken(start)

    def release(self, call_sid: str, now: datetime) -> None:
        pass

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
        came = self.whole.recorded(Book(procedures, start, phone, people, name, self.id, second, details))
        if isinstance(came, events.TooMany):
            raise TooMany
        if isinstance(came, events.Booked):
            return came.number
        return None if came is not None or self.whole.is_taken(start) else "1000"

    def change(
        self,
        booking: Booking,
        start: datetime,
        phone: str,
        call_sid: str,
        now: datetime,
        procedures: tuple[str, ...] = (),
    ) -> bool:
        came = self.whole.recorded(Change(booking, start, phone, procedures))
        if isinstance(came, events.TooLate):
            raise TooLate
        return isinstance(came, events.Changed) if came is not None else not self.whole.is_taken(start)

    def cancel(self, booking: Booking, phone: str, call_sid: str, now: datetime) -> None:
        if isinstance(self.whole.recorded(Cancel(booking, phone)), events.TooLate):
            raise TooLate

    def ask_callback(self, phone: str, about: str, call_sid: str, now: datetime) -> None:
        self.whole.recorded(AskCallback(about, phone, self.id))

    def bookings(self, phone: str, now: datetime) -> tuple[Booking, ...]:
        return self.whole.bookings(phone, now)

    def booking(self, number: str, phone: str, now: datetime) -> Booking | None:
        return self.whole.booking(number, phone, now)


@dataclass(frozen=True, slots=True)
class _Why:
    detail: str
    reading: str


def _within(asked: FindPlaces, start: datetime) -> bool:
    days, times = asked.days, asked.times
    return (days is None or days[0] <= start.date() <= days[1]) and (
        times is None or times[0] <= start.time() <= times[1]
    )


def _open(office: Office, procedures: tuple[str, ...], day: date) -> Day:
    """When all counters that are needed are open."""
    known = [_day(office, office.procedure(one), day) for one in procedures]
    whole = known[0]
    for other in known[1:]:
        spans = tuple(
            (max(a[0], b[0]), min(a[1], b[1]))
            for a in whole.spans
            for b in other.spans
            if max(a[0], b[0]) < min(a[1], b[1])
        )
        whole = replace(whole, spans=spans, why=whole.why or other.why)
    return whole


def _day(office: Office, procedure: Procedure, day: date) -> Day:
    counter = office.counter(procedure)
    known = counter.open.on(day) if counter is not None and counter.open is not None else None
    if known is not None:
        return known
    lexicon = office.lexicon
    usual = ((lexicon.opens, lexicon.closes),) if day.weekday() < WORKDAYS else ()
    return Day(day, usual)
