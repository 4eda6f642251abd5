"""What was named with a wish to change or cancel: it tells which booking is meant, and what is to become of it."""

from dataclasses import dataclass

from dialog.calendar import Booking
from nlu.meaning import DateSpan, Meaning, Scored, T, TimeSpan
from nlu.question import Expect

CLEAR = 0.5
"""Scores below this name nothing."""

EQUAL = 0.05
"""Values nearer than this to the best were said beside it."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Procedures, days and times that may be the booking's own or new ones."""

    procedures: tuple[str, ...] = ()
    days: tuple[DateSpan, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    unchanged: tuple[Expect, ...] = ()

    def meant(self, bookings: tuple[Booking, ...]) -> tuple[Booking, ...]:
        """Those of the bookings that are named by what they are for, else by their day; all where none is."""
        by_procedure = tuple(one for one in bookings if not set(self.procedures).isdisjoint(one.procedures))
        among = by_procedure or bookings
        by_day = tuple(one for one in among if any(_is_on(one, day) for day in self.days))
        return by_day or among

    def new_day(self, booking: Booking) -> DateSpan | None:
        """The first day that is not the booking's own; for a new time alone, that."""
        own = booking.start.date()
        new = next((day for day in self.days if not _is_on(booking, day)), None)
        stays = Expect.DATE in self.unchanged or self._named_time(booking)
        return new or (DateSpan(own, own) if stays else None)

    def new_time(self, booking: Booking) -> TimeSpan | None:
        """The first time that is not the booking's own; that where it is to stay."""
        start = booking.start.timetz().replace(tzinfo=None)
        return self._named_time(booking) or (
            TimeSpan(start, start) if Expect.TIME in self.unchanged else None
        )

    def _named_time(self, booking: Booking) -> TimeSpan | None:
        start = booking.start.timetz().replace(tzinfo=None)
        return next((one for one in self.times if (one.first, one.last) != (start, start)), None)


NOTHING_NAMED = Mentioned()


def mentioned(meaning: Meaning) -> Mentioned:
    """Of several readings of one day or time, the best; of several days that were said, all."""
    procedures = tuple(said.value for said in meaning.procedures if said.score >= CLEAR)
    return Mentioned(procedures, _as_clear(meaning.dates), _as_clear(meaning.times), meaning.unchanged)


def _as_clear(found: tuple[Scored[T], ...]) -> tuple[T, ...]:
    """Those as clear as the best."""
    return tuple(said.value for said in found if said.score >= CLEAR and found[0].score - said.score < EQUAL)


def _is_on(booking: Booking, day: DateSpan) -> bool:
    return day.single and day.first == booking.start.date()
