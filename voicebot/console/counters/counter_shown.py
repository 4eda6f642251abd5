"""An office's counters as people who wait see them, and what is shut today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from calendar_backend import Counter, Procedure, queue_ticket
from calendar_backend.queue_models import CALLED, OPEN, WAITING
from calendar_backend.queue_ticket import shut_by
from calendar_backend.waiting_time import Span
from voicebot.queues import Queues

WAITS, SHUT, OVER, OFF = "waits", "shut", "over", "off"
"""States of a counter: tickets are drawn; a clerk has shut it; it is over for today; it is not open today."""


@dataclass(frozen=True, slots=True)
class CounterShown:
    counter: Counter
    state: str
    why: str
    """Why it is shut or off, as the office says it; empty: it just is."""
    waiting: int
    span: Span | None
    """Minutes that somebody would wait who came now."""
    procedures: tuple[Procedure, ...]


@dataclass(frozen=True, slots=True)
class ClosureShown:
    """What a clerk has shut today."""

    name: str
    counter: str
    """Its name; empty: the whole office."""
    times: tuple[time, time] | None


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody who is to come to a desk."""

    number: int
    counter: Counter
    desk: int
    calls: int
    at: datetime


def counters(queues: Queues, office_id: str, now: datetime) -> list[CounterShown]:
    """All, in the office's order."""
    queue = queues.at(office_id)
    office, openings = queue.office, queue.snapshot.openings
    waiting = [ticket.counter_id for ticket in queue.today(now, WAITING, queue_ticket.SHUT)]
    found = []
    for counter in office.counters:
        opening = openings.of(counter.id, now.date())
        why = shut_by(queue.snapshot, counter.id, now)
        if why:
            state, name = SHUT, why[0]
        elif not opening.spans:
            state, name = OFF, opening.detail
        else:
            state, name = (WAITS if now.time() < opening.spans[-1].close else OVER), ""
        span = queues.newcomer(office_id, counter.id, now).span if state == WAITS else None
        mine = tuple(one for one in office.procedures if one.counter == counter.id)
        found.append(CounterShown(counter, state, name, waiting.count(counter.id), span, mine))
    return found


def closures(queues: Queues, office_id: str, now: datetime) -> list[ClosureShown]:
    """Those of today that are not over."""
    queue = queues.at(office_id)
    names = {counter.id: counter.name for counter in queue.office.counters}
    return [
        ClosureShown(one.name, names.get(one.counter_id or "", ""), one.times)
        for one in queue.snapshot.openings.closures
        if one.day == now.date() and (one.times is None or now.time() < one.times[1])
    ]


def called(queues: Queues, office_id: str, now: datetime) -> list[Called]:
    """Who is called and not there yet, the last first."""
    queue = queues.at(office_id)
    named = {counter.id: counter for counter in queue.office.counters}
    found = [
        Called(one.number, named[one.counter_id], one.desk, one.calls, one.called)
        for one in queue.today(now, CALLED)
        if one.desk is not None and one.called is not None and one.counter_id in named
    ]
    return sorted(found, key=lambda one: (one.at, one.number), reverse=True)


def same_numbers(queues: Queues, office_id: str, now: datetime) -> set[int]:
    """Numbers of desks that several counters have open: there the counter is named, too."""
    seen: dict[int, set[str]] = {}
    for desk in queues.at(office_id).desks(now):
        if desk.state == OPEN or desk.ticket:
            seen.setdefault(desk.number, set()).add(desk.counter_id)
    return {number for number, at in seen.items() if len(at) > 1}


def named(procedures: Sequence[Procedure], ids: Sequence[str]) -> list[Procedure]:
    """Those of the ids that the office still has."""
    by_id = {one.id: one for one in procedures}
    return [by_id[one] for one in ids if one in by_id]
