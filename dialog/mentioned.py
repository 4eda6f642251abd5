"""What was named with a wish to change or cancel: it tells which booking is meant, and what is to become of it."""

from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta

from dialog.calendar import Booking
from nlu.meaning import Bare, DateSpan, Excluded, Meaning, Moved, Ordinal, Request, Scored, Shift, T, TimeSpan
from nlu.question import Expect

UNDOES = (Request.CHANGE, Request.CANCEL)
"""What takes back a booking that stands, or moves it."""

CLEAR = 0.55
"""Scores below this name nothing: 日にち is nearly a 四日."""

PLAIN = 0.85
"""A procedure below this may be another of the same name."""

SLIGHTLY = timedelta(minutes=15)
"""Earlier or later than this is another time."""

EQUAL = 0.05
"""Values nearer than this to the best were said beside it."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Procedures, days and times that may be the booking's own or new ones."""

    procedures: tuple[str, ...] = ()
    days: tuple[DateSpan, ...] = ()
    times: tuple[TimeSpan, ...] = ()
    unchanged: tuple[Expect, ...] = ()
    moved: Moved | None = None
    dropped: tuple[str, ...] = ()
    topic: Expect | None = None
    ordinal: Ordinal | None = None
    every: bool = False
    staying: tuple[str, ...] = ()
    """What the bookings are for that are not meant."""

    touched: tuple[str, ...] = ()
    """What was named in passing: it tells which is meant where nothing else does."""

    excluded: tuple[Excluded, ...] = ()
    """Days that cannot be: they may be the booking's own."""

    vague: tuple[str, ...] = ()
    """Those of the procedures of which another may be meant by the same name: both that are パスポート."""

    weekdays: tuple[int, ...] = ()
    """Of days that are named by nothing else; 0 is Monday."""

    shift: Shift | None = None
    more: bool = False
    """What is named comes on top of what was wished before."""

    def meant(self, bookings: tuple[Booking, ...]) -> tuple[Booking, ...]:
        """Those of the bookings, soonest first, that are named by what they are for, by their day, and by their time or
        their order; all where none is."""
        named = {*self.procedures, *self.dropped}.difference(self.staying)
        left = tuple(one for one in bookings if set(one.procedures).isdisjoint(self.staying)) or bookings
        among = tuple(one for one in left if not named.isdisjoint(one.procedures))
        among = (
            among or tuple(one for one in left if not set(self.touched).isdisjoint(one.procedures)) or left
        )
        among = tuple(one for one in among if self.excludes(one)) or among
        on_day = tuple(one for one in among if any(_is_on(one, day) for day in self.days))
        among = on_day or tuple(one for one in among if one.start.weekday() in self.weekdays) or among
        among = tuple(one for one in among if any(_is_at(one, span) for span in self.times)) or among
        return _in_order(among, self.ordinal) or among

    def excludes(self, booking: Booking) -> bool:
        """Whether its day was said to be impossible."""
        own = booking.start.date()
        return any(
            one.weekday == own.weekday() or (one.days is not None and one.days.first <= own <= one.days.last)
            for one in self.excluded
        )

    def names(self, booking: Booking) -> bool:
        """Whether what it is for, or its day, was named."""
        named = {*self.procedures, *self.dropped, *self.touched}
        on_it = any(_is_on(booking, day) for day in self.days) or self.excludes(booking)
        return on_it or not named.isdisjoint(booking.procedures)

    def at_another(self, bookings: tuple[Booking, ...], meant: tuple[Booking, ...]) -> bool:
        """Whether the time of another one is named than is meant: 「2時のはやめて、住民票のあとに」."""
        by_time = [one for one in bookings if any(t.single and _is_at(one, t) for t in self.times)]
        return len(meant) == 1 and len(by_time) == 1 and meant[0] is not by_time[0]

    @property
    def is_new(self) -> bool:
        """Whether it may tell where the booking is to go."""
        return bool(self.days or self.times or self.moved or self.unchanged)

    def new_day(self, booking: Booking) -> DateSpan | None:
        """The first day that is not the booking's own, or so far from it; for a new time alone, that."""
        own = booking.start.date()
        if self.moved and self.moved.days:
            moved = _moved(booking, self.moved).date()
            return DateSpan(moved, moved)
        new = _narrowest([day for day in self.days if not _is_on(booking, day)])
        if self.moved and not new:
            return DateSpan(own, own)
        of_time = Expect.DATE in self.unchanged or self.topic is Expect.TIME or self.new_time(booking)
        return new or (DateSpan(own, own) if of_time else None)

    def new_time(self, booking: Booking) -> TimeSpan | None:
        """The first time that is not the booking's own, or so far from it; that where it is to stay."""
        if named := self._named_time(booking):
            return named
        if self.moved or Expect.TIME in self.unchanged:
            start = _clock(_moved(booking, self.moved or Moved()))
            return TimeSpan(start, start)
        if self.times and self.new_day_named(booking):
            return TimeSpan(_clock(booking.start), _clock(booking.start))
        return self._beside_own(booking) if not self.days else None

    def new_day_named(self, booking: Booking) -> bool:
        """Whether another day is named than the booking's own."""
        return any(day.single and not _is_on(booking, day) for day in self.days)

    def _beside_own(self, booking: Booking) -> TimeSpan | None:
        """「もう少し遅く」: of its day, what is behind it."""
        start = booking.start
        if self.shift is Shift.LATER_TIME:
            return TimeSpan(_clock(start + SLIGHTLY), time.max)
        return TimeSpan(time.min, _clock(start - SLIGHTLY)) if self.shift is Shift.EARLIER_TIME else None

    def _named_time(self, booking: Booking) -> TimeSpan | None:
        start = _clock(booking.start)
        return next((one for one in self.times if (one.first, one.last) != (start, start)), None)

    def instead(self, booking: Booking) -> tuple[str, ...]:
        """What the booking is to be for, where that is named beside what it is for: 「住民票の予約を戸籍に変えて」."""
        plain = [one for one in self.procedures if one not in self.vague]
        others = tuple(one for one in plain if one not in booking.procedures)
        own = {*plain, *self.dropped, *self.touched} & set(booking.procedures)
        told = own or {Expect.DATE, Expect.TIME} <= set(self.unchanged)
        moves = bool(self.days) and not set(self.dropped) & set(booking.procedures)
        return others if told and not moves and len(others) == 1 else ()

    def becomes(self, booking: Booking) -> tuple[str, ...]:
        """All that the booking is to be for from then on; empty where that stays."""
        own = booking.procedures
        if added := self.on_top(booking):
            return (*own, *added)
        others = self.instead(booking)
        if set(own) & set(self.dropped):
            return booking.with_errands(self.dropped, others)
        return others

    def less(self, booking: Booking) -> tuple[str, ...]:
        """What is left of a booking for several where some of it is named to be given back; empty where all of it is, or
        nothing is named."""
        named = {*self.dropped} & {*booking.procedures} or {*self.procedures} & {*booking.procedures}
        return booking.with_errands(named) if named and not self.every else ()

    def on_top(self, booking: Booking) -> tuple[str, ...]:
        """What the booking is to be for besides, where it stays as it is else: 「印鑑証明も一緒に」."""
        if not self.more or not {Expect.DATE, Expect.TIME} <= set(self.unchanged):
            return ()
        others = tuple(one for one in self.procedures if one not in (*booking.procedures, *self.vague))
        return others if len(others) == 1 and not set(self.dropped) & set(booking.procedures) else ()

    def less_named(self, booking: Booking | None) -> "Mentioned":
        """Without what tells which booking is meant, and without the day and the hour of the one that was taken for it."""
        days = tuple(one for one in self.days if booking is None or not _is_on(booking, one))
        times = tuple(one for one in self.times if booking is None or not _is_at(booking, one))
        return Mentioned(
            days=days,
            times=times,
            unchanged=self.unchanged,
            moved=self.moved,
            topic=self.topic,
            shift=self.shift,
        )

    def beside(self, before: "Mentioned") -> "Mentioned":
        """With what was named before and is not named anew."""
        return Mentioned(
            *(getattr(self, one.name) or getattr(before, one.name) for one in fields(self)),
        )


NOTHING_NAMED = Mentioned()


def mentioned(meaning: Meaning) -> Mentioned:
    """Of several readings of one day or time, the best; of several days that were said, all."""
    procedures = tuple(said.value for said in meaning.procedures if said.score >= CLEAR)
    days, times = _as_clear(meaning.dates), _as_clear(meaning.times)
    return Mentioned(
        procedures,
        days,
        times,
        meaning.unchanged,
        meaning.moved,
        meaning.dropped,
        meaning.topic,
        meaning.ordinal,
        meaning.every,
        meaning.staying,
        meaning.touched,
        meaning.excluded,
        tuple(said.value for said in meaning.procedures if CLEAR <= said.score < PLAIN),
        _weekdays(meaning, days),
        meaning.shift,
        meaning.more,
    )


def _weekdays(meaning: Meaning, days: tuple[DateSpan, ...]) -> tuple[int, ...]:
    if meaning.bare is not Bare.WEEKDAY or meaning.request is Request.CHANGE:
        return ()
    return tuple(day.first.weekday() for day in days if day.single)


def _as_clear(found: tuple[Scored[T], ...]) -> tuple[T, ...]:
    """Those as clear as the best."""
    return tuple(said.value for said in found if said.score >= CLEAR and found[0].score - said.score < EQUAL)


def _narrowest(days: list[DateSpan]) -> DateSpan | None:
    """The first of the days, or the one day of it that was said as well: 「来週に変えて。来週の木曜」."""
    if not days:
        return None
    within = (day for day in days if day.single and days[0].first <= day.first <= days[0].last)
    return next(within, days[0])


def _is_on(booking: Booking, day: DateSpan) -> bool:
    return day.single and day.first == booking.start.date()


def _is_at(booking: Booking, span: TimeSpan) -> bool:
    return span.first <= _clock(booking.start) <= span.last


def _in_order(bookings: tuple[Booking, ...], ordinal: Ordinal | None) -> tuple[Booking, ...]:
    """The one meant by its place in the row; empty where there is none."""
    if ordinal is None or len(bookings) < 2:
        return ()
    if ordinal is Ordinal.MIDDLE:
        return bookings[1:2] if len(bookings) == 3 else ()
    return bookings[:1] if ordinal is Ordinal.EARLIEST else bookings[-1:]


def _moved(booking: Booking, far: Moved) -> datetime:
    return booking.start + timedelta(days=far.days, minutes=far.minutes)


def _clock(moment: datetime) -> time:
    return moment.timetz().replace(tzinfo=None)
