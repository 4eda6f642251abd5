"""The Calendar port: what the conversation asks of the office's book."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from dialog.office import Office
from dialog.refused import NOTHING, Refused
from nlu.lexicon import Term

NO_DETAILS: Mapping[str, str] = MappingProxyType({})


class Reason(StrEnum):
    """Why the wish cannot be met."""

    CLOSED = "closed"
    FULL = "full"
    PAST = "past"
    TOO_SOON = "too_soon"
    TOO_FAR = "too_far"
    OUTSIDE_HOURS = "outside_hours"
    OFF_GRID = "off_grid"


@dataclass(frozen=True, slots=True)
class Place:
    """A free start time."""

    start: datetime
    """Aware, Asia/Tokyo."""

    end: datetime | None = None
    """Of the whole visit; None: not known."""


@dataclass(frozen=True, slots=True)
class Availability:
    """The answer to a wish."""

    fitting: tuple[Place, ...] = ()
    """Free places within the wish."""

    reason: Reason | None = None
    """Why there is none; None when there is."""

    detail: str = ""
    """Which holiday, or "weekend", when CLOSED."""

    detail_reading: str = ""
    """The holiday in hiragana, where it is known."""

    alternatives: tuple[Place, ...] = ()
    """The nearest free places when nothing fits."""


@dataclass(frozen=True, slots=True)
class Closure:
    """Why a booking cannot be kept: its counter is closed then."""

    why: Term | None = None
    """台風; None: the hours have changed."""

    times: tuple[time, time] | None = None
    """The part of the day that is closed, where it is a part."""


@dataclass(frozen=True, slots=True)
class Booking:
    """A place that stands for the caller."""

    number: str
    procedure: str
    start: datetime
    """Aware, Asia/Tokyo."""

    more: tuple[str, ...] = ()
    """What is done after it in the same visit."""

    people: int = 1
    office: str = ""
    """Its id, where several are served."""

    closure: Closure | None = None
    """Why it cannot be kept; None: it can."""

    end: datetime | None = None
    """None: not known."""

    @property
    def procedures(self) -> tuple[str, ...]:
        return (self.procedure, *self.more)

    def with_errands(self, off: Collection[str], new: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Ids of what it is for with `new` in the place of those that are taken off; empty where nothing is left."""
        gone = [one for one in self.procedures if one in off]
        at = self.procedures.index(gone[0]) if gone else len(self.procedures)
        kept = tuple(one for one in self.procedures[at:] if one not in gone)
        return (*self.procedures[:at], *new, *kept)


def procedures_of(bookings: Iterable[Booking]) -> set[str]:
    """Ids of what any of them is for."""
    return {done for one in bookings for done in one.procedures}


class TooLate(Exception):
    """The office takes no change of the booking any more."""


class TooMany(Exception):
    """The caller's number has as many bookings as the office allows."""


class Unavailable(Exception):
    """The book cannot be read or written at the moment."""


class Calendar(Protocol):
    """Carried out by whoever joins the rooms; all may block on a database and raise `Unavailable`."""

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
        """At most three places for the wish, or the reason and the nearest alternatives. Several procedures are one
        visit, done one after another; several people each take a place. Nothing of what is refused is among the
        places. `instead_of`: the number of a booking whose own place counts as free."""

    def hold(
        self,
        procedures: tuple[str, ...],
        start: datetime,
        call_sid: str,
        now: datetime,
        people: int = 1,
        instead_of: str = "",
    ) -> bool:
        """Keeps the place for the call for some minutes, anew when it has it, and gives back any other that the call
        holds; False when somebody else has it. `instead_of`: the number of a booking that is to go there; what that has
        already is not held besides."""

    def release(self, call_sid: str, now: datetime) -> None:
        """Gives back what the call holds."""

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
        """Makes the call's hold a booking; without a hold, takes the place. The 4-digit booking number, or None when
        somebody else has the place. `second`: the caller means it beside what exists for the number; the record says
        so. `details`: what was answered to what the office asks besides. Raises TooMany."""

    def office(self, known: Office, now: datetime) -> Office:
        """The office with its hours as they are in the book now; where that cannot be read, as it was last, at first
        `known`. Raises nothing."""

    def ask_callback(self, phone: str, about: str, call_sid: str, now: datetime) -> None:
        """Puts the caller on the list of those whom a person phones back."""

    def bookings(self, phone: str, now: datetime) -> tuple[Booking, ...]:
        """What stands for the number and is not over, by start."""

    def booking(self, number: str, phone: str, now: datetime) -> Booking | None:
        """The booking to come that has both numbers; None alike for an unknown number and for another's."""

    def change(
        self,
        booking: Booking,
        start: datetime,
        phone: str,
        call_sid: str,
        now: datetime,
        procedures: tuple[str, ...] = (),
    ) -> bool:
        """Takes the new place, then frees the old; False when somebody else has it. `procedures`: what it is for from then
        on; empty: as before. Raises TooLate."""

    def cancel(self, booking: Booking, phone: str, call_sid: str, now: datetime) -> None:
        """Frees the place. Raises TooLate."""


class Calendars(Protocol):
    """The calendars of all offices served."""

    def at(self, office: str) -> Calendar:
        """That of the office with this id; with an empty one, of the only office or the first."""

    def bookings(self, phone: str, now: datetime) -> tuple[Booking, ...]:
        """As `Calendar.bookings`, at all of them."""

    def booking(self, number: str, phone: str, now: datetime) -> Booking | None:
        """As `Calendar.booking`, at any of them."""


class FakeCalendar:
    """A calendar of free starts in memory; ships with the port."""

    def __init__(self, *free: datetime) -> None:
        self.free = sorted(free)
        self.held: dict[str, datetime] = {}
        """By call."""

        self.booked: list[tuple[str, datetime, str]] = []
        """Procedures joined by +, start, phone."""

        self.people: list[int] = []
        """How many each of them is for."""

        self.names: list[str] = []
        self.seconds: list[bool] = []
        """Which of them were booked as a second one."""

        self.details: list[dict[str, str]] = []

        self.standing: list[Booking] = []
        """Bookings that stand."""

        self.phones: dict[str, str] = {}
        """Whose they are, by booking number; of the caller where left out."""

        self.too_late = self.too_many = False
        self.callbacks: list[tuple[str, str]] = []
        """Phone, and what it is about."""

        self.visit = timedelta(minutes=15)
        """How long every visit takes."""

        self.reason = Reason.FULL
        """Told when nothing fits."""

        self.fits_not: set[str] = set()
        """What takes too long for the place of a booking that is to be for it."""

    def at(self, office: str) -> "FakeCalendar":
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
        first, last = days or (date.min, date.max)
        early, late = times or (time.min, time.max)
        fits = self.fits_not.isdisjoint(procedures)
        own = [one.start for one in self.standing if fits and one.number == instead_of]
        starts = [*(one for one in own if one not in self.free), *self.free]
        free = [s for s in starts if s not in self.held.values() and not refused.has(s)]
        fitting = [s for s in free if first <= s.date() <= last and early <= s.time() <= late]
        if fitting:
            return Availability(tuple(map(self._place, fitting[:3])))
        return Availability(reason=self.reason, alternatives=tuple(map(self._place, free[:3])))

    def _place(self, start: datetime) -> Place:
        return Place(start, start + self.visit)

    def hold(
        self,
        procedures: tuple[str, ...],
        start: datetime,
        call_sid: str,
        now: datetime,
        people: int = 1,
        instead_of: str = "",
    ) -> bool:
        if any(one.number == instead_of and one.start == start for one in self.standing):
            self.held.pop(call_sid, None)
            return True
        if not self._has(start, call_sid):
            return False
        self.held[call_sid] = start
        return True

    def release(self, call_sid: str, now: datetime) -> None:
        self.held.pop(call_sid, None)

    def _has(self, start: datetime, call_sid: str) -> bool:
        others = {held for call, held in self.held.items() if call != call_sid}
        return start in self.free and start not in others

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
        if self.too_many:
            raise TooMany
        if not self._has(start, call_sid):
            return None
        self.free.remove(start)
        self.held.pop(call_sid, None)
        self.booked.append(("+".join(procedures), start, phone))
        self.people.append(people)
        self.names.append(name)
        self.seconds.append(second)
        self.details.append(dict(details))
        number = str(4718 + len(self.booked))
        visit = Booking(number, procedures[0], start, procedures[1:], people, end=start + self.visit)
        self.standing.append(visit)
        return number

    def office(self, known: Office, now: datetime) -> Office:
        return known

    def ask_callback(self, phone: str, about: str, call_sid: str, now: datetime) -> None:
        self.callbacks.append((phone, about))

    def bookings(self, phone: str, now: datetime) -> tuple[Booking, ...]:
        return tuple(b for b in self.standing if phone and self._is_of(b, phone))

    def booking(self, number: str, phone: str, now: datetime) -> Booking | None:
        return next((b for b in self.standing if b.number == number and self._is_of(b, phone)), None)

    def _is_of(self, booking: Booking, phone: str) -> bool:
        return self.phones.get(booking.number, phone) == phone

    def change(
        self,
        booking: Booking,
        start: datetime,
        phone: str,
        call_sid: str,
        now: datetime,
        procedures: tuple[str, ...] = (),
    ) -> bool:
        if self.too_late:
            raise TooLate
        if start != booking.start:
            if not self._has(start, call_sid):
                return False
            self.free.remove(start)
            self.free.append(booking.start)
        self.held.pop(call_sid, None)
        moved = replace(booking, start=start)
        if procedures:
            moved = replace(moved, procedure=procedures[0], more=procedures[1:])
        self.standing[self._index(booking)] = moved
        return True

    def cancel(self, booking: Booking, phone: str, call_sid: str, now: datetime) -> None:
        if self.too_late:
            raise TooLate
        del self.standing[self._index(booking)]
        self.free.append(booking.start)

    def _index(self, booking: Booking) -> int:
        return next(n for n, one in enumerate(self.standing) if one.number == booking.number)
