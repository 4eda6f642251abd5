"""A day at the counters, as it changes."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from calendar_backend import OfficeCalendar
from calendar_backend.daybook import CounterDay, Expected, Stretch
from calendar_backend.office import Counter
from calendar_backend.queue_models import CALLED, SERVING, WAITING
from calendar_backend.queue_ticket import SHUT, QueueTicket
from voicebot.console import which_office
from voicebot.console.ask import Ask, View
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.hub import CallEnded, CallHappened, QueueChanged

EVERY_S = 3.0
"""How often a live day looks whether anything has changed that no call told of."""

DAY = timedelta(days=1)

HERE = (WAITING, CALLED, SERVING, SHUT)
"""States of a ticket whose owner is at the office."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a counter's day: one of these."""

    visit: Expected | None = None
    free: Stretch | None = None
    shut: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Section:
    counter: Counter
    day: CounterDay
    rows: tuple[Row, ...]


def shown(ask: Ask) -> View:
    calendar, values = which_office.about(ask)
    wanted = which_office.day(ask.query("day"), ask.now.date())
    around = {"before": wanted - DAY, "after": wanted + DAY, "pulse": _pulse(ask, calendar)}
    return View("bookings/day.html", values | around | _board(ask, calendar, wanted, ask.now))


async def watched(ask: Ask) -> AsyncGenerator[View]:
    """The board, whenever something was booked, changed, shut or held since the page was made: by a call, over the API or
    by a command. `seen`: the calendar's pulse when the page was made."""
    calendar, values = await asyncio.to_thread(which_office.about, ask)
    wanted = which_office.day(ask.query("day"), ask.now.date())
    with ask.service.hub.watching(CallHappened, CallEnded, QueueChanged) as watcher:
        seen = ask.query("seen")
        while True:
            pulse = await asyncio.to_thread(_pulse, ask, calendar)
            if seen != pulse:
                now = ask.service.clock.now()
                shown = await asyncio.to_thread(_board, ask, calendar, wanted, now)
                yield View("bookings/board.html", values | shown)
            seen = pulse
            try:
                if not await asyncio.wait_for(watcher.news(), EVERY_S):
                    return
            except TimeoutError:
                continue


def _pulse(ask: Ask, calendar: OfficeCalendar) -> str:
    """Of the bookings and of the line at the counters."""
    line = ask.service.queues.at(calendar.office.id).pulse()
    return ".".join(map(str, (*calendar.pulse(), line)))


def _board(ask: Ask, calendar: OfficeCalendar, wanted: date, now: datetime) -> dict[str, object]:
    """With who is here."""
    shown = board(calendar, wanted, ask.query("counter"), now)
    here: list[QueueTicket] = []
    if wanted == now.date():
        here = ask.service.queues.at(calendar.office.id).today(now)
    booked = {ticket.booking_id: ticket for ticket in here if ticket.booking_id is not None}
    placeless = [ticket for ticket in here if ticket.booking_id is None and ticket.state in HERE]
    return shown | {"tickets": booked, "placeless": placeless}


def board(calendar: OfficeCalendar, wanted: date, only: str, now: datetime) -> dict[str, object]:
    """What `bookings/board.html` shows; `only`: of this counter, empty: of all. Raises Refusal for one there is not."""
    book = calendar.day(wanted, now)
    if only and calendar.office.counter(only) is None:
        raise Refusal(NOT_FOUND, "no_counter")
    sections = [
        Section(counter, at, _rows(at))
        for at in book.counters
        if (counter := calendar.office.counter(at.counter_id)) and only in ("", counter.id)
    ]
    names = {counter.id: counter.name for counter in calendar.office.counters}
    return {
        "office": calendar.office,
        "day": wanted,
        "only": only,
        "sections": sections,
        "counter_names": names,
        "homeless": () if only else book.homeless,
        "markable": wanted <= now.date(),
    }


def _rows(at: CounterDay) -> tuple[Row, ...]:
    """By time; at the same time what is shut, then visits, then what is free."""
    rows = [(part.start, 0, Row(shut=part)) for part in at.shut]
    rows += [(visit.attendance.start.time(), 1, Row(visit=visit)) for visit in at.expected]
    rows += [(part.start, 2, Row(free=part)) for part in at.free]
    return tuple(row for _, _, row in sorted(rows, key=lambda one: one[:2]))
