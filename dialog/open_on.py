"""Whether a counter is open on a day that a caller asks about."""

from datetime import date, time, timedelta
from itertools import pairwise

from dialog import values
from dialog.office import Counter, Office
from dialog.opening import Day
from nlu.meaning import DateSpan, TimeSpan
from prompts import formats, render
from prompts.sentence import Sentence

MANY = 3
"""Of a longer run only so many days are told."""

FAR_H = 3
"""Hours before opening or behind closing at which nobody wishes to come."""

CLOSED_LONG = 4
"""Days from one open day to the next: from Friday over a weekend and a holiday to Tuesday."""


def answer(office: Office, visit: tuple[str, ...], asked: DateSpan) -> tuple[Sentence, ...]:
    """Each day with its date: open from when to when, or closed and why. Without procedures, of all counters."""
    length = (asked.last - asked.first).days + 1
    days = [asked.first + timedelta(days=n) for n in range(min(length, MANY))]
    return tuple(dict.fromkeys(_told(office, visit, day) for day in days))


def late(office: Office, visit: tuple[str, ...]) -> tuple[Sentence, ...]:
    """The weekdays on which the counters concerned are open longest; empty where no weekday is longer than most, or
    nothing is known."""
    known = [week for counter in _counters(office, visit) if (week := _closes(counter))]
    if not known:
        return ()
    ends = [min((week[n] for week in known), default=time.min) for n in range(7)]
    latest = max(ends)
    days = [n for n, end in enumerate(ends) if end == latest]
    if latest == time.min or len(days) > MANY:
        return ()
    named = formats.listed([formats.weekday(n) for n in days])
    return (render("open_late", day=named, clock=formats.clock_short(latest)),)


def _closes(counter: Counter) -> list[time]:
    """When it closes on each weekday, Monday first; midnight where it is closed. Empty: not known."""
    if counter.open is None:
        return []
    return [spans[-1][1] if spans else time.min for spans in counter.open.week]


def last_before_closure(office: Office, visit: tuple[str, ...]) -> tuple[Sentence, ...]:
    """The last day on which all counters concerned are open before they are closed for longer than a weekend with a
    holiday, and the first one after it; empty where no such closure is known."""
    known = [counter.open for counter in _counters(office, visit) if counter.open is not None]
    if not known:
        return ()
    first, last = max(one.first for one in known), min(one.last for one in known)
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    opened = [day for day in every if all((found := one.on(day)) and found.spans for one in known)]
    for before, after in pairwise(opened):
        if (after - before).days > CLOSED_LONG:
            return (render("last_open", day1=formats.day(before), day2=formats.day(after)),)
    return ()


def _counters(office: Office, visit: tuple[str, ...]) -> list[Counter]:
    named = [office.counter(office.procedure(one)) for one in visit] or office.counters
    return [counter for counter in named if counter is not None]


def outside(
    office: Office, visit: tuple[str, ...], asked: DateSpan, wished: TimeSpan | None
) -> tuple[Sentence, ...]:
    """That the counter is closed at the time, and when it is open on the one day that is asked for, where both are
    known. It may be open, too, and only nothing begin then that would end before it closes."""
    found = _found(office, visit, asked.first) if asked.single else []
    spans = found[0].spans if found else ()
    if (
        wished is not None
        and wished.single
        and any(opens <= wished.first < closes for opens, closes in spans)
    ):
        return (render("off_grid"),)
    told = (render("open_from_to", opening=formats.opening(spans)),) if len(spans) == 1 else ()
    return (render("outside_hours"), *told)


def other_half(
    office: Office, visit: tuple[str, ...], asked: DateSpan | None, wished: TimeSpan | None
) -> TimeSpan | None:
    """The same hour in the other half of the day, where the counter is open then, and closed for hours before or after the
    one that was heard: nobody comes at 午後11時, and ごぜん is heard as ごご. Else None."""
    if asked is None or not asked.single or wished is None or not wished.single:
        return None
    spans = [span for one in _found(office, visit, asked.first)[:1] for span in one.spans]
    hour = wished.first.hour
    far = all(hour + FAR_H < opens.hour or hour >= closes.hour + FAR_H for opens, closes in spans)
    meant = wished.first.replace(hour=(hour + 12) % 24)
    inside = any(opens <= meant < closes for opens, closes in spans)
    return TimeSpan(meant, meant) if far and inside else None


def later_elsewhere(
    office: Office, visit: tuple[str, ...], day: date, wished: TimeSpan
) -> tuple[Sentence, ...]:
    """The weekdays on which the counters concerned are open at a time at which they are closed on this day; empty where they are
    open then, or never."""
    found = _found(office, visit, day)
    spans = [span for one in found for span in one.spans]
    if not spans or any(opens <= wished.last and wished.first < closes for opens, closes in spans):
        return ()
    known = [week for counter in _counters(office, visit) if (week := _closes(counter))]
    latest = max((min(week[n] for week in known) for n in range(7)), default=time.min) if known else time.min
    return late(office, visit) if wished.first < latest and spans[-1][1] <= wished.first else ()


def closed(office: Office, visit: tuple[str, ...], asked: DateSpan) -> Sentence | None:
    """That all counters concerned are closed on the one day that is asked for; None: one may be open."""
    found = _found(office, visit, asked.first) if asked.single else []
    return _told(office, visit, asked.first) if found and not any(one.spans for one in found) else None


def is_open(office: Office, visit: tuple[str, ...], day: date) -> bool:
    """Whether all counters concerned are known to be open at some time of the day."""
    found = _found(office, visit, day)
    return bool(found) and all(one.spans for one in found)


def _told(office: Office, visit: tuple[str, ...], day: date) -> Sentence:
    found = _found(office, visit, day)
    if not found:
        return render("not_known")
    spoken = formats.day(day)
    if any(one.spans for one in found):
        if len({one.spans for one in found}) > 1:
            return render("day_open_some", day=spoken)
        return render("day_open", day=spoken, opening=formats.opening(found[0].spans))
    why = found[0].why
    if why is None:
        return render("day_closed", day=spoken)
    return render("day_holiday", day=spoken, holiday=values.term(why))


def _found(office: Office, visit: tuple[str, ...], day: date) -> list[Day]:
    """What is known of the counters concerned; empty where nothing is."""
    known = [c.open.on(day) for c in _counters(office, visit) if c.open is not None]
    return [found for found in known if found is not None]
