"""Who is here today at an office: drawing tickets, the line at each counter, the desks, how long it will take."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, time
from typing import TypeVar

from sqlalchemy import func, select, update

from calendar_backend import calling, drawing, queue_outlook
from calendar_backend.database import reading
from calendar_backend.drawing import Said
from calendar_backend.models import HIGHEST_ID
from calendar_backend.queue_models import (
    CLOSED,
    OPEN,
    PAUSED,
    WAITING,
    QueueHistoryRow,
    QueueTicketRow,
)
from calendar_backend.queue_order import ordered
from calendar_backend.queue_outlook import Outlook
from calendar_backend.queue_ticket import (
    SHUT,
    Desk,
    QueueEvent,
    QueueTicket,
    desks,
    events,
    tickets,
)
from calendar_backend.queue_work import nobody, one
from calendar_backend.taking import Client
from calendar_backend.tokyo import in_tokyo
from calendar_backend.transactions import Transactions
from calendar_backend.work import Work

T = TypeVar("T")

_TOKEN = re.compile("[A-Za-z0-9_-]{43}")


class CounterQueue(Transactions):
    """Safe to share between threads. Every method may block on the database and raises DatabaseUnusable when it fails; moments
    without a time zone raise NaiveDatetime, an unknown counter UnknownCounter.

    `by` and `client` name who asks, as it stands in the history: a device, a clerk. `number`: a ticket's, of today.
    """

    # At the entrance

    def draw(
        self,
        procedures: str | Sequence[str],
        now: datetime,
        *,
        client: str,
        step: str = "",
        people: int = 1,
    ) -> QueueTicket:
        """Who walks in takes the counter's next free place of today; where none is left, the ticket has none (`has_place`).
        The same client and step get the same ticket again.

        Raises NotBookable when the counter is shut or over for today, StepReused, UnknownProcedure, BadWish.
        """
        who = Client(client, step)
        return self._told(now, lambda work: drawing.draw(work, procedures, people, who))

    def check_in(
        self,
        now: datetime,
        *,
        client: str,
        number: str = "",
        token: str = "",
        phone_end: str = "",
        start: time | None = None,
        step: str = "",
    ) -> QueueTicket:
        """A ticket for a booking of today, found by its number, its token or the last four digits of its telephone number; asked
        again, the same. Who was called in vain waits again, behind those who are there.

        Raises UnknownBooking, AnotherDay, SeveralBookings (then `start` chooses), NotBookable.
        """
        said, who = Said(number, token, phone_end, start), Client(client, step)
        return self._told(now, lambda work: drawing.check_in(work, said, who))

    def come_back(self, number: int, now: datetime, *, by: str) -> QueueTicket:
        """Who was called in vain, or had left, waits behind those who are there. Raises UnknownTicket, ChangedMeanwhile."""
        return self._writing(now, lambda work: drawing.come_back(work, _numbered(work, number), Client(by)))

    def leave(self, number: int, now: datetime, *, by: str) -> QueueTicket:
        """Does not want to wait any longer; the place is free. Raises UnknownTicket, ChangedMeanwhile for who is served or gone."""
        return self._writing(now, lambda work: calling.leave(work, _numbered(work, number), by))

    # At the desk

    def open_desk(self, counter_id: str, desk: int, now: datetime, *, by: str) -> Desk:
        """Opens it, also after a pause. Raises BadWish."""
        return self._writing(now, lambda work: calling.set_desk(work, counter_id, desk, OPEN, by))

    def pause_desk(self, counter_id: str, desk: int, now: datetime, *, by: str) -> Desk:
        """It calls nobody; who is there is served. Raises BadWish."""
        return self._writing(now, lambda work: calling.set_desk(work, counter_id, desk, PAUSED, by))

    def close_desk(self, counter_id: str, desk: int, now: datetime, *, by: str) -> Desk:
        """Raises DeskBusy while it has somebody, BadWish."""
        return self._writing(now, lambda work: calling.set_desk(work, counter_id, desk, CLOSED, by))

    def call_next(self, counter_id: str, desk: int, now: datetime, *, by: str) -> QueueTicket | None:
        """Whoever is next; None when nobody waits. A desk that has somebody gets the same ticket again.

        Raises DeskShut, NotBookable where a clerk has shut the counter.
        """
        return self._writing(now, lambda work: calling.call_next(work, counter_id, desk, by))

    def call_again(self, counter_id: str, desk: int, now: datetime, *, by: str) -> QueueTicket:
        """Sounds once more: `calls` grows. Raises DeskShut, UnknownTicket, ChangedMeanwhile."""
        return self._writing(now, lambda work: calling.call_again(work, counter_id, desk, by))

    def serving(self, counter_id: str, desk: int, now: datetime, *, by: str) -> QueueTicket:
        """Who was called is there. Raises DeskShut, UnknownTicket."""
        return self._writing(now, lambda work: calling.serve(work, counter_id, desk, by))

    def done(self, counter_id: str, desk: int, now: datetime, *, by: str) -> QueueTicket:
        """What is left of its place is free. A visit that goes on at another counter waits there: then the ticket's state is
        waiting again. Raises DeskShut, UnknownTicket."""
        return self._writing(now, lambda work: calling.done(work, counter_id, desk, by))

    def did_not_come(self, counter_id: str, desk: int, now: datetime, *, by: str) -> QueueTicket:
        """Raises DeskShut, UnknownTicket, ChangedMeanwhile once the person is served."""
        return self._writing(now, lambda work: calling.did_not_come(work, counter_id, desk, by))

    def send_on(self, counter_id: str, desk: int, to_counter: str, now: datetime, *, by: str) -> QueueTicket:
        """Waits at another counter, before those who came to the office later. Raises DeskShut, UnknownTicket, BadWish,
        NotBookable where that counter is shut."""
        return self._writing(now, lambda work: calling.send_on(work, counter_id, desk, to_counter, by))

    # What stands

    def ticket(self, token: str, now: datetime) -> QueueTicket:
        """Of whatever day. Raises UnknownTicket."""
        if not _TOKEN.fullmatch(token):
            raise nobody()
        return self._reading(now, lambda work: _checked(work, one(work, QueueTicketRow.token == token)))

    def numbered(self, number: int, now: datetime) -> QueueTicket:
        """Of today. Raises UnknownTicket."""
        return self._reading(now, lambda work: _checked(work, _numbered(work, number)))

    def today(self, now: datetime, *states: str) -> list[QueueTicket]:
        """The tickets of today in these states (none given: all), by number."""
        found = self._reading(now, lambda work: _checked(work, _today(work)))
        return [one for one in found if not states or one.state in states]

    def line(self, counter_id: str, now: datetime) -> list[QueueTicket]:
        """Who waits at a counter, in the order in which they would be called, were they all called now. At a counter that a
        clerk has shut all are `SHUT`."""

        def waiting(work: Work) -> list[QueueTicket]:
            work.check()
            found = [t for t in _today(work) if t.counter_id == counter_id and t.state in (WAITING, SHUT)]
            order = ordered((ticket.in_line for ticket in found), work.now)
            by_number = {ticket.number: ticket for ticket in found}
            return [by_number[place.number] for place in order]

        return self._reading(now, waiting)

    def desks(self, now: datetime, counter_id: str | None = None) -> list[Desk]:
        """Of a counter, or all, with whom they have."""
        return self._reading(
            now, lambda work: _checked(work, desks(work.connection, work.snapshot, work.now, counter_id))
        )

    def outlooks(self, counter_id: str, now: datetime) -> dict[int, Outlook]:
        """How many are before everybody who waits at a counter, and how long it will take, by number."""

        def every(work: Work) -> dict[int, Outlook]:
            work.check()
            return queue_outlook.known(work, counter_id).outlooks()

        return self._reading(now, every)

    def outlook(self, number: int, now: datetime) -> Outlook | None:
        """Of one ticket of today; None for who does not wait. Raises UnknownTicket."""

        def of(work: Work) -> Outlook | None:
            work.check()
            ticket = _numbered(work, number)
            if ticket.state != WAITING:
                return None
            return queue_outlook.known(work, ticket.counter_id).outlooks()[number]

        return self._reading(now, of)

    def newcomer(self, counter_id: str, now: datetime) -> Outlook:
        """Of somebody who would draw a ticket at a counter now."""

        def of(work: Work) -> Outlook:
            work.check()
            return queue_outlook.newcomer(work, queue_outlook.known(work, counter_id), counter_id)

        return self._reading(now, of)

    def history(self, number: int, now: datetime) -> list[QueueEvent]:
        """What was done to a ticket of today, the oldest line first. Raises UnknownTicket."""

        def of(work: Work) -> list[QueueEvent]:
            ticket = _numbered(work, number)
            return events(work.connection, QueueHistoryRow.ticket_id == ticket.id)

        return self._reading(now, of)

    def pulse(self) -> int:
        """Another one with every change of a ticket or desk. Cheap: it may be asked every few seconds."""
        asked = select(func.max(QueueHistoryRow.id)).where(QueueHistoryRow.office_id == self._office_id)
        with reading(self._engine) as connection:
            return connection.scalar(asked) or 0

    def _told(self, now: datetime, draw: Callable[[Work], QueueTicket]) -> QueueTicket:
        """A ticket, and with it kept how long it was thought to take, which later ones learn from."""
        ticket = self._writing(now, draw)
        if ticket.told is not None or ticket.state != WAITING or ticket.day != in_tokyo(now).date():
            return ticket
        outlook = self.outlook(ticket.number, now)
        if outlook is None or outlook.wait is None:
            return ticket
        told = {"low": outlook.wait.low, "middle": outlook.wait.middle, "high": outlook.wait.high}

        def keep(work: Work) -> QueueTicket:
            mine = (QueueTicketRow.id == ticket.id, QueueTicketRow.told.is_(None))
            work.connection.execute(update(QueueTicketRow).where(*mine).values(told=told))
            return one(work, QueueTicketRow.id == ticket.id)

        return self._holding(now, keep)


def _checked(work: Work, found: T) -> T:
    work.check()
    return found


def _today(work: Work) -> list[QueueTicket]:
    return tickets(work.connection, work.snapshot, work.now, QueueTicketRow.day == work.now.date())


def _numbered(work: Work, number: int) -> QueueTicket:
    if not 0 < number <= HIGHEST_ID:
        raise nobody()
    today = (QueueTicketRow.day == work.now.date(), QueueTicketRow.number == number)
    return one(work, QueueTicketRow.office_id == work.office_id, *today)
