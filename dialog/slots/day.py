"""The day of the visit, or a run of days."""

import calendar
from dataclasses import replace
from datetime import date, timedelta

from dialog import closed_day
from dialog.slots.acceptance import asked_another, best
from dialog.slots.slot import CERTAIN, Doubted, Slot
from dialog.state import State
from nlu.meaning import Bare, DateSpan, Meaning, Scored
from nlu.question import Choice, Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence

NAMED = 0.15
"""What another hypothesis must score to fill in a day that the best one leaves open."""


def day(state: State, meaning: Meaning) -> DateSpan | None:
    """The best day heard; a single one within a run of days (12月 … 12月10日) is what was meant by it."""
    known = state.day is not None and state.day.single and asked_another(state, Expect.DATE)
    heard = best(meaning.dates, known)
    if heard is None or heard.single or meaning.bare is Bare.THIRD:
        return heard and within(state.day, heard, meaning.bare)
    named = [s.value for s in meaning.dates if s.value.single and s.score >= NAMED]
    return next((day for day in named if heard.first <= day.first <= heard.last), heard)


def within(span: DateSpan | None, heard: DateSpan, bare: Bare | None) -> DateSpan:
    """The day meant by words that lean on what is known.

    A bare 「10日」 after a month was named is the 10th of that month; a bare 「木曜日」 after a Thursday is that Thursday,
    after another day of a later week, or after 「再来週」, the one of that week; a bare 「下旬」 after December is its own.
    """
    if span is None:
        return heard
    match bare:
        case Bare.WEEKDAY if heard.single:
            return _of_week(span, heard)
        case Bare.DAY if heard.single and not span.single:
            return _of_month(span, heard)
        case Bare.THIRD if not heard.single and not span.single:
            return _part_of(span, heard)
    return heard


def _of_week(span: DateSpan, heard: DateSpan) -> DateSpan:
    if span.single:
        named = span.first + timedelta(days=heard.first.weekday() - span.first.weekday())
        return DateSpan(named, named) if named == span.first or named >= heard.first else heard
    if span.first <= heard.first <= span.last:
        return heard
    named = span.first + timedelta(days=(heard.first.weekday() - span.first.weekday()) % 7)
    return DateSpan(named, named) if named <= span.last else heard


def _of_month(span: DateSpan, heard: DateSpan) -> DateSpan:
    try:
        named = span.first.replace(day=heard.first.day)
    except ValueError:
        return heard
    return DateSpan(named, named) if span.first <= named <= span.last else heard


def _part_of(month: DateSpan, heard: DateSpan) -> DateSpan:
    """The same third of the month that was named."""
    if month.first <= heard.first <= heard.last <= month.last:
        return heard
    third = min((heard.first.day - 1) // 10, 2)
    first = month.first.replace(day=10 * third + 1)
    last = month.last if third == 2 else first + timedelta(days=9)
    return DateSpan(first, last) if month.first <= last else heard


def _hear(state: State, meaning: Meaning) -> State | None:
    said = day(state, meaning)
    if said is None:
        return None
    heard = (render("date_heard", day=formats.day(said.first)),) if said.single else ()
    return replace(state, day=said, lead=(*state.lead, *heard))


def _differs(state: State, meaning: Meaning) -> bool:
    said, place = day(state, meaning), state.place
    return said is not None and (place is None or not said.first <= place.start.date() <= said.last)


def _press(state: State, keys: str, today: date) -> Meaning:
    pressed = _next(today, int(keys[:2]), int(keys[2:]))
    return Meaning(dates=(Scored(DateSpan(pressed, pressed), CERTAIN),))


def _next(today: date, month: int, day: int) -> date:
    """The next such day; raises ValueError for one that does not exist."""
    this_year, next_year = today.year, today.year + 1
    if (month, day) == (2, 29):
        leap = this_year if calendar.isleap(this_year) else next_year
        return date(leap, month, day)
    coming = date(this_year, month, day)
    return coming if coming >= today else date(next_year, month, day)


def _meant(state: State, readings: tuple[DateSpan, ...], attempt: int) -> tuple[Sentence, Question]:
    if len(readings) == 1:
        return render("day_meant", attempt, day=formats.day(readings[0].first)), Question(Expect.ANSWER)
    named = {f"day{n}": formats.day(span.first) for n, span in enumerate(readings, 1)}
    start = state.time.first if state.time else state.office.lexicon.opens
    choices = tuple(Choice(span.first, start) for span in readings)
    return render("which_day", attempt, **named), Question(
        Expect.CHOICE, choices=choices, heard_two_ways=True
    )


DAY = Slot(
    name="date",
    expect=Expect.DATE,
    value=lambda state: state.day,
    wanted=lambda state: state.day is None,
    clear=lambda state: replace(state, day=None),
    hear=_hear,
    fit=closed_day.left_out,
    differs=_differs,
    press=_press,
    digits=4,
    missing="missing_date",
    doubted=Doubted(
        scored=lambda meaning: meaning.dates,
        without=lambda meaning: replace(meaning, dates=()),
        put=lambda state, span: replace(state, day=span),
        asks=_meant,
    ),
)
