"""Times to choose from: the next free ones, a month at a glance, a day's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from calendar_backend import TOKYO, WEEKEND, Place, Reason, holiday
from calendar_backend.month import DayAtGlance
from voicebot.console import which_office
from voicebot.console.ask import Ask
from voicebot.console.refusal import BAD, Refusal
from voicebot.console.residents.wish import Choice

NOON = time(12)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the month."""

    day: date
    free: int
    kind: str
    """`free`, or why not: `full`, `weekend`, `holiday`, `closed`, `not_open` (too soon, too far), `past`."""

    name: str = ""
    """Of the holiday, or why the office is closed."""

    reading: str = ""


def cell(glance: DayAtGlance) -> Cell:
    if glance.reason is None:
        return Cell(glance.day, glance.free, "free")
    if glance.reason is Reason.FULL:
        return Cell(glance.day, 0, "full")
    if glance.reason is Reason.PAST:
        return Cell(glance.day, 0, "past")
    if glance.reason is not Reason.CLOSED:
        return Cell(glance.day, 0, "not_open")
    if glance.detail == WEEKEND:
        return Cell(glance.day, 0, "weekend")
    off = holiday(glance.day)
    kind = "holiday" if off and off.name == glance.detail else "closed"
    return Cell(glance.day, 0, kind, glance.detail, glance.detail_reading)


def month_of(text: str, default: date) -> date:
    """The first of a month, `2026-12`; empty: the default's. Raises Refusal."""
    if text and len(text) != len("2026-12"):
        raise Refusal(BAD, "bad_day")
    return which_office.day(f"{text}-01" if text else "", default).replace(day=1)


def weeks(cells: Sequence[Cell]) -> list[list[Cell | None]]:
    """From Sunday to Saturday, as calendars on walls have it."""
    padded: list[Cell | None] = [None] * ((cells[0].day.weekday() + 1) % 7)
    padded += cells
    padded += [None] * (-len(padded) % 7)
    return [padded[at : at + 7] for at in range(0, len(padded), 7)]


def shown(ask: Ask, choice: Choice, month: str, day: str, lost: datetime | None = None) -> dict[str, Any]:
    """What the page of times shows. `lost`: a start that could not be had; the nearest others then come first.

    Raises Refusal, CalendarError.
    """
    calendar, ids, people = choice.calendar, choice.wish.procedures, choice.wish.people
    today = ask.now.date()
    next_places = _next(ask, choice, lost)
    wanted = which_office.day(day, today) if day else None
    near = wanted or (next_places[0].start.date() if next_places else today)
    first = month_of(month, near)
    last = (first + 31 * _DAY).replace(day=1) - _DAY
    cells = [cell(one) for one in calendar.glances(ids, (first, last), ask.now, people)]
    free = calendar.availability(ids, ask.now, (wanted, wanted), people=people) if wanted else ()
    times = [datetime.combine(wanted, at, TOKYO) for one in free for at in one.times] if wanted else []
    horizon = today + _DAY * min(calendar.office.rules_for(one).horizon_days for one in choice.procedures)
    return {
        "choice": choice,
        "next": next_places,
        "month": first,
        "before": f"{first - _DAY:%Y-%m}" if first > today else "",
        "after": f"{last + _DAY:%Y-%m}" if last < horizon else "",
        "weeks": weeks(cells),
        "off": [one for one in cells if one.kind in ("holiday", "closed") and one.day >= today],
        "day": wanted,
        "day_cell": next((one for one in cells if one.day == wanted), None),
        "morning": [one for one in times if one.time() < NOON],
        "afternoon": [one for one in times if one.time() >= NOON],
        "lost": lost,
    }


def _next(ask: Ask, choice: Choice, lost: datetime | None) -> tuple[Place, ...]:
    calendar, ids, people = choice.calendar, choice.wish.procedures, choice.wish.people
    if lost is None:
        return calendar.find(ids, ask.now, people=people).fitting
    at = (lost.time(), lost.time())
    found = calendar.find(ids, ask.now, (lost.date(), lost.date()), at, people=people)
    return found.fitting or found.alternatives
