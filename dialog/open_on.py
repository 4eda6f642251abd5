"""Whether a counter is open on a day that a caller asks about."""

from datetime import date, timedelta

from dialog import values
from dialog.office import Office
from dialog.opening import Day
from nlu.meaning import DateSpan, TimeSpan
from prompts import formats, render
from prompts.sentence import Sentence

MANY = 3
"""Of a longer run only so many days are told."""


def answer(office: Office, visit: tuple[str, ...], asked: DateSpan) -> tuple[Sentence, ...]:
    """Each day with its date: open from when to when, or closed and why. Without procedures, of all counters."""
    length = (asked.last - asked.first).days + 1
    days = [asked.first + timedelta(days=n) for n in range(min(length, MANY))]
    return tuple(dict.fromkeys(_told(office, visit, day) for day in days))


def outside(
    office: Office, visit: tuple[str, ...], asked: DateSpan, time: TimeSpan | None
) -> tuple[Sentence, ...]:
    """That the counter is closed at the time, and when it is open on the one day that is asked for, where both are
    known. It may be open, too, and only nothing begin then that would end before it closes."""
    found = _found(office, visit, asked.first) if asked.single else []
    spans = found[0].spans if found else ()
    if time is not None and time.single and any(opens <= time.first < closes for opens, closes in spans):
        return (render("off_grid"),)
    told = (render("open_from_to", opening=formats.opening(spans)),) if len(spans) == 1 else ()
    return (render("outside_hours"), *told)


def closed(office: Office, visit: tuple[str, ...], asked: DateSpan) -> Sentence | None:
    """That all counters concerned are closed on the one day that is asked for; None: one may be open."""
    found = _found(office, visit, asked.first) if asked.single else []
    return _told(office, visit, asked.first) if found and not any(one.spans for one in found) else None


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
    counters = [office.counter(office.procedure(one)) for one in visit] or office.counters
    known = [c.open.on(day) for c in counters if c is not None and c.open is not None]
    return [found for found in known if found is not None]
