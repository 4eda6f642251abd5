"""A ticket as the one who has it sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from calendar_backend import Counter, CounterQueue, Outlook, UnknownTicket
from calendar_backend.queue_models import CALLED, WAITING
from calendar_backend.queue_ticket import SHUT, QueueTicket, office_of, shut_by
from voicebot.console.ask import Ask
from voicebot.console.counters.counter_shown import named
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.database import reading

ANOTHER_DAY = "another_day"
"""Beside the states of a ticket: it was of another day."""

LEAVES = (WAITING, CALLED, SHUT)
"""States in which somebody may say that they do not wait any longer."""


@dataclass(frozen=True, slots=True)
class TicketShown:
    ticket: QueueTicket
    queue: CounterQueue
    state: str
    outlook: Outlook | None
    """None: it does not wait."""
    why: str
    """Why the counter is shut."""

    @property
    def counter(self) -> Counter | None:
        return self.queue.office.counter(self.ticket.counter_id)

    @property
    def office_id(self) -> str:
        return self.queue.office.id

    def values(self) -> Mapping[str, Any]:
        """For the templates."""
        office, ticket = self.queue.office, self.ticket
        return {
            "ticket": ticket,
            "state": self.state,
            "outlook": self.outlook,
            "why": self.why,
            "counter": self.counter,
            "office": office,
            "procedures": named(office.procedures, ticket.procedure_ids),
            "leaves": self.state in LEAVES,
        }


def of_token(ask: Ask, token: str, now: datetime) -> TicketShown:
    """Raises Refusal."""
    with reading(ask.engine) as connection:
        office_id = office_of(connection, token)
    if office_id is None:
        raise Refusal(NOT_FOUND, "no_ticket")
    queue = ask.service.queues.at(office_id)
    try:
        ticket = queue.ticket(token, now)
    except UnknownTicket:
        raise Refusal(NOT_FOUND, "no_ticket") from None
    if ticket.day != now.date():
        return TicketShown(ticket, queue, ANOTHER_DAY, None, "")
    outlook = None
    if ticket.state == WAITING:
        outlook = ask.service.queues.outlooks(office_id, ticket.counter_id, now).get(ticket.number)
    shut = shut_by(queue.snapshot, ticket.counter_id, now)
    return TicketShown(ticket, queue, ticket.state, outlook, shut[0] if shut else "")
