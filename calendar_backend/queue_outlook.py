"""What is known of a counter's line at a moment, out of the database: who is before somebody, and how long it will take."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from calendar_backend import attended, cells, serving_time, waiting_span, waiting_time
from calendar_backend.calling import line
from calendar_backend.models import LIVE, BookingRow, CellRow
from calendar_backend.queue_models import (
    AT_DESK,
    CLOSED,
    DONE,
    PAUSED,
    SERVING,
    QueueTicketRow,
    ServingTimeRow,
)
from calendar_backend.queue_order import InLine, ordered
from calendar_backend.queue_ticket import Desk, QueueTicket, desks
from calendar_backend.queue_work import counter_row, served_at
from calendar_backend.serving_time import Served, ServingTimes
from calendar_backend.waiting_span import Experience, Kept
from calendar_backend.waiting_time import Ahead, DeskNow, Situation, Span, ToCome, Wait
from calendar_backend.work import Work

SERVINGS, WAITS = 600, 200
"""So many of the last are learnt from."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What somebody in a line is told."""

    before: int
    """People who would be called first, were all called now."""
    span: Span | None
    """Minutes, with a chance of 80 %; None where no desk is known that will call."""
    wait: Wait | None
    """The same as it was worked out, neither set right nor in steps."""


@dataclass(frozen=True, slots=True)
class Known:
    """A counter's line, and what was learnt of it."""

    situation: Situation
    experience: Experience
    times: ServingTimes

    def outlooks(self) -> dict[int, Outlook]:
        """Of all who are in the line, by number."""
        found = waiting_time.waits(self.situation)
        order = ordered((one.place for one in self.situation.line), self.situation.now)
        return {one.number: self._outlook(before, found.get(one.number)) for before, one in enumerate(order)}

    def _outlook(self, before: int, wait: Wait | None) -> Outlook:
        span = waiting_span.told(self.experience.corrected(wait)) if wait else None
        return Outlook(before, span, wait)


def known(work: Work, counter_id: str) -> Known:
    """Raises UnknownCounter."""
    times = _times(work, counter_id)
    waiting = [Ahead(one.in_line, _serving(work, times, one, counter_id)) for one in line(work, counter_id)]
    situation = Situation(
        work.now,
        tuple(waiting),
        tuple(_to_come(work, times, counter_id)),
        tuple(_calling(work, times, counter_id)),
        work.snapshot.office.rules.late_minutes,
    )
    return Known(situation, _experience(work, counter_id), times)


def newcomer(work: Work, known: Known, counter_id: str) -> Outlook:
    """Of somebody who would draw a ticket now."""
    numbers = [one.place.number for one in known.situation.line]
    positions = [one.place.position for one in known.situation.line]
    next_one = InLine(max(numbers, default=0) + 1, max(positions, default=0) + 1, work.now)
    planned = [p.duration_minutes for p in work.snapshot.office.procedures if counter_id in p.counters]
    serving = known.times.of((), sum(planned) / len(planned) if planned else cells.CELL_MINUTES)
    situation = replace(known.situation, line=(*known.situation.line, Ahead(next_one, serving)))
    return replace(known, situation=situation).outlooks()[next_one.number]


def _times(work: Work, counter_id: str) -> ServingTimes:
    asked = select(ServingTimeRow.procedures, ServingTimeRow.began, ServingTimeRow.ended)
    here = asked.where(ServingTimeRow.counter_id == counter_row(work, counter_id))
    rows = work.connection.execute(here.order_by(ServingTimeRow.id.desc()).limit(SERVINGS))
    return serving_time.learn(
        Served(tuple(ids), _planned(work, tuple(ids)), _minutes(ended - began)) for ids, began, ended in rows
    )


def _experience(work: Work, counter_id: str) -> Experience:
    asked = select(QueueTicketRow.told, QueueTicketRow.drawn, QueueTicketRow.called)
    here = (
        QueueTicketRow.counter_id == counter_row(work, counter_id),
        QueueTicketRow.state == DONE,
        QueueTicketRow.joined == QueueTicketRow.drawn,
        QueueTicketRow.told.is_not(None),
        QueueTicketRow.called.is_not(None),
    )
    rows: Sequence[Any] = work.connection.execute(
        asked.where(*here).order_by(QueueTicketRow.id.desc()).limit(WAITS)
    ).all()
    return waiting_span.learn(Kept(Wait(**told), _minutes(called - drawn)) for told, drawn, called in rows)


def _serving(work: Work, times: ServingTimes, ticket: QueueTicket, counter_id: str) -> serving_time.Lognormal:
    ids = served_at(work, ticket.procedure_ids, counter_id)
    return times.of(ids, _planned(work, ids))


def _planned(work: Work, ids: tuple[str, ...]) -> float:
    procedures = [found for one in ids if (found := work.snapshot.office.procedure(one))]
    return float(sum(one.duration_minutes for one in procedures)) or cells.CELL_MINUTES


def _to_come(work: Work, times: ServingTimes, counter_id: str) -> list[ToCome]:
    """Bookings of today whose visitors are not here and have not lost their turn."""
    counter, today = counter_row(work, counter_id), work.now.date()
    there = select(CellRow.booking_id).where(CellRow.counter_id == counter, CellRow.day == today)
    here = select(QueueTicketRow.booking_id).where(
        QueueTicketRow.day == today, QueueTicketRow.booking_id.is_not(None)
    )
    visits = attended.visits(
        work.connection,
        work.snapshot,
        BookingRow.id.in_(there),
        BookingRow.id.not_in(here),
        BookingRow.status.in_(LIVE),
    )
    from_now = work.now - timedelta(minutes=work.snapshot.office.rules.late_minutes)
    parts = [
        part for visit in visits for part in visit if part.counter_id == counter_id and part.start >= from_now
    ]
    return [ToCome(p.start, times.of(p.procedure_ids, _planned(work, p.procedure_ids))) for p in parts]


def _calling(work: Work, times: ServingTimes, counter_id: str) -> list[DeskNow]:
    """The desks that call or will; before the counter opens as many as it serves at a time."""
    there = desks(work.connection, work.snapshot, work.now, counter_id)
    found = [_desk(work, times, desk) for desk in there if desk.state != CLOSED or desk.ticket]
    opens = _opens(work, counter_id)
    if found or opens is None:
        return found
    counter = next(one for one in work.snapshot.office.counters if one.id == counter_id)
    return [DeskNow(opens=opens)] * counter.capacity


def _desk(work: Work, times: ServingTimes, desk: Desk) -> DeskNow:
    paused, ticket = desk.state == PAUSED, desk.ticket
    if ticket is None or ticket.state not in AT_DESK:
        return DeskNow(paused=paused)
    since = ticket.began if ticket.state == SERVING else None
    elapsed = max(_minutes(work.now - since), 0.0) if since else 0.0
    return DeskNow(_serving(work, times, ticket, desk.counter_id), elapsed, paused)


def _opens(work: Work, counter_id: str) -> float | None:
    """Minutes until the counter opens today, for the first time or again; None where it is open, or over."""
    clock = work.local_now.time()
    for span in work.snapshot.openings.of(counter_id, work.now.date()).spans:
        if clock < span.open:
            return _minutes(datetime.combine(work.now.date(), span.open) - work.local_now)
    return None


def _minutes(length: timedelta) -> float:
    return length.total_seconds() / 60
