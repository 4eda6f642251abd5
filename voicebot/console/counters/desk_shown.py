"""A desk as the one who serves there sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calendar_backend import Counter, CounterQueue, Desk, OfficeFile, Outlook
from calendar_backend.calling import MOST_DESKS
from calendar_backend.daybook import Expected
from calendar_backend.models import BOOKED
from calendar_backend.queue_models import CLOSED, DID_NOT_COME, DONE, LEFT
from calendar_backend.queue_ticket import QueueTicket, shut_by
from voicebot.console import which_office
from voicebot.console.ask import Ask
from voicebot.console.refusal import NOT_FOUND, Refusal

RETURNING = 8
"""So many of those who were called in vain, or left, are shown."""


@dataclass(frozen=True, slots=True)
class At:
    """The desk of an address."""

    queue: CounterQueue
    counter: Counter
    number: int

    @property
    def office(self) -> OfficeFile:
        return self.queue.office

    @property
    def address(self) -> str:
        return f"/desk/{self.office.id}/{self.counter.id}/{self.number}"

    def desk(self, now: datetime) -> Desk | None:
        """None: it was never opened."""
        found = self.queue.desks(now, self.counter.id)
        return next((desk for desk in found if desk.number == self.number), None)


@dataclass(frozen=True, slots=True)
class InLine:
    ticket: QueueTicket
    outlook: Outlook | None
    minutes: int
    """Since it came to this counter."""


def of_address(ask: Ask) -> At:
    """Raises Refusal."""
    number = which_office.number(ask.param("number")) or 0
    return at(ask, ask.param("office"), ask.param("counter"), number)


def at(ask: Ask, office_id: str, counter_id: str, number: int) -> At:
    """Raises Refusal."""
    if office_id not in which_office.names(ask):
        raise Refusal(NOT_FOUND, "no_office", back="/desk")
    queue = ask.service.queues.at(office_id)
    counter = queue.office.counter(counter_id)
    if counter is None or not 1 <= number <= MOST_DESKS:
        raise Refusal(NOT_FOUND, "no_desk", back="/desk")
    return At(queue, counter, number)


def board(ask: Ask, here: At, now: datetime) -> Mapping[str, Any]:
    """What `desk/board.html` shows."""
    queue, counter = here.queue, here.counter
    desk = here.desk(now)
    outlooks = ask.service.queues.outlooks(here.office.id, counter.id, now)
    today = queue.today(now)
    mine = [ticket for ticket in today if ticket.counter_id == counter.id]
    shut = shut_by(queue.snapshot, counter.id, now)
    return {
        "at": here,
        "desk": desk,
        "state": desk.state if desk else CLOSED,
        "current": desk.ticket if desk else None,
        "line": [
            InLine(one, outlooks.get(one.number), max(0, int((now - one.joined).total_seconds()) // 60))
            for one in queue.line(counter.id, now)
        ],
        "to_come": _to_come(ask, here, today, now),
        "returning": [one for one in mine if one.state in (DID_NOT_COME, LEFT)][-RETURNING:],
        "served": sum(1 for one in mine if one.state == DONE),
        "shut": shut[0] if shut else "",
        "others": [one for one in queue.desks(now, counter.id) if one.number != here.number],
    }


def _to_come(ask: Ask, here: At, today: list[QueueTicket], now: datetime) -> list[Expected]:
    """Bookings of today at the counter whose visitors are not here yet."""
    calendar = ask.service.city.at(here.office.id)
    calendar.refresh()
    here_already = {ticket.booking_id for ticket in today}
    return [
        one
        for at in calendar.day(now.date(), now).counters
        if at.counter_id == here.counter.id
        for one in at.expected
        if one.record.booking.status == BOOKED and one.record.id not in here_already
    ]
