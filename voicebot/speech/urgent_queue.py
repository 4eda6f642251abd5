"""Who is heard next: those who wait for an answer before guesses, short utterances a little before long ones."""

import heapq
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, TypeVar

from voicebot.speech.recognition import Urgency

Job = TypeVar("Job")

OVERTAKES_S = 0.5
"""So much more audio lets one that came later go first: a long utterance is overtaken only by a few."""


@dataclass
class UrgentQueue(Generic[Job]):
    """Fair: what waits is overtaken by a bounded number of shorter ones of its own urgency."""

    _heap: list[tuple[Urgency, float, int, Job]] = field(default_factory=list)
    _waiting: dict[int, Urgency] = field(default_factory=dict)
    """By ticket."""

    _tickets: "count[int]" = field(default_factory=count)

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, job: Job, urgency: Urgency, seconds: float) -> int:
        """`seconds` of audio. Returns a ticket, by which the job may be taken back or hastened."""
        ticket = next(self._tickets)
        self._waiting[ticket] = urgency
        heapq.heappush(self._heap, (urgency, ticket + seconds / OVERTAKES_S, ticket, job))
        return ticket

    def hasten(self, ticket: int, urgency: Urgency) -> None:
        """The job is needed sooner than it was said; nothing when it is no longer here."""
        if ticket not in self._waiting or self._waiting[ticket] <= urgency:
            return
        for _, rank, number, job in self._heap:
            if number == ticket:
                self._waiting[ticket] = urgency
                heapq.heappush(self._heap, (urgency, rank, ticket, job))
                return

    def drop(self, ticket: int) -> bool:
        """The job is no longer wanted. False: it is no longer here."""
        return self._waiting.pop(ticket, None) is not None

    def take(self) -> Job | None:
        """The next job; None when nothing waits."""
        while self._heap:
            urgency, _, ticket, job = heapq.heappop(self._heap)
            if self._waiting.get(ticket) == urgency:
                del self._waiting[ticket]
                return job
        return None
