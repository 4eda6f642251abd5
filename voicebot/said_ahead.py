"""What callers of an office may hear from today on, so that its phrases can be rendered ahead."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from calendar_backend import OfficeFile, cells
from calendar_backend.opening import Openings, days
from prompts import Spoken, formats, render
from prompts.sentence import Sentence


def sentences(file: OfficeFile, today: date) -> Iterator[Sentence]:
    """Offers, read-backs and booking numbers in which every procedure, bookable day, time and digit stands once.

    Offers of three have all phrases of offers of two; one of a single place is rare and rendered on demand.
    """
    bookable, times = _bookable(file, today)
    names = [formats.name(p.name, p.reading) for p in file.procedures]
    for digit in "0123456789":
        number = formats.number(digit * 4)
        yield render("number_is", number=number)
        yield render("number_again", number=number)
    if not bookable or not times:
        return
    first = datetime.combine(bookable[0], times[0])
    for name in names:
        yield _read_back(name, first)
    moments = [datetime.combine(day, times[0]) for day in bookable]
    for moment in (*moments, *(datetime.combine(bookable[0], at) for at in times)):
        yield _read_back(names[0], moment)
        day, later = formats.moments([moment, moment])
        yield render("offer_3", place1=day, place2=later, place3=later)


def _read_back(name: Spoken, at: datetime) -> Sentence:
    return render("read_back", procedure=name, day=formats.day(at.date()), clock=formats.clock(at.time()))


def _bookable(file: OfficeFile, today: date) -> tuple[list[date], list[time]]:
    """The days to come on which a counter is open, and the times of day at which a visit may begin on any of them."""
    openings = Openings(file)
    found: list[date] = []
    mask = 0
    for day in days(today, today + timedelta(days=file.rules.horizon_days)):
        opened = [openings.of(counter.id, day) for counter in file.counters]
        if any(one.spans for one in opened):
            found.append(day)
        for one in opened:
            mask |= one.starts(cells.CELL_MINUTES)
    grid = file.rules.grid_minutes
    times = [at for n, at in enumerate(cells.TIMES) if mask >> n & 1 and at.minute % grid == 0]
    return found, times
