"""Who phones when, with which recordings and over what kind of line: the same for the same seed."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bench.realtime_sound import FRAME_MS
from recordings_fixtures import Call, load_all
from voicebot.clock import TOKYO

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
"""The clock of the service: the moment at which nearly all recorded calls ring."""

FIRST_S = 6.0
"""All callers have dialled by then."""

NOISES_DBFS = (-65.0, -58.0, -52.0, -47.0)
MOST_JITTER_MS = 40
MOST_LOST = 0.03
GRID_MS = 5
"""Delays are whole multiples of it, so that one turn of the loop serves many frames."""


@dataclass(frozen=True, slots=True)
class Line:
    """How a caller's frames travel."""

    jitter_ms: int
    """The most that a frame is delayed; none overtakes another."""

    lost: float
    """Share of the frames that never arrive."""

    noise_dbfs: float
    seed: int

    def delays(self) -> Iterator[int | None]:
        """For each frame: ms by which it is late, or None where it is lost."""
        dice = random.Random(self.seed)
        while True:
            lost = dice.random() < self.lost
            delay = dice.randrange(0, self.jitter_ms + 1, GRID_MS)
            yield None if lost else delay


@dataclass(frozen=True, slots=True)
class Conversation:
    """One call that a caller makes."""

    call: Call
    number: str
    """The caller's, E.164; each conversation has its own, so that the same recording may be played again."""

    pauses_ms: tuple[int, ...]
    """How long the caller is silent before each step."""

    line: Line
    after_s: float
    """How long after the last one the caller dials."""


@dataclass(frozen=True, slots=True)
class Caller:
    begins_s: float
    conversations: tuple[Conversation, ...]


def playable(calls: Sequence[Call], prepared: bool = True) -> list[Call]:
    """Those that ring at NOW at the demo office; without `prepared` bookings, those that need none."""
    found = [call for call in calls if call.now == NOW and not call.office]
    return [call for call in found if prepared or not call.before]


def plan(callers: int, each: int, seed: int = 0, calls: Sequence[Call] | None = None) -> tuple[Caller, ...]:
    """So many callers with `each` conversations. All recordings are played before one is played again."""
    dice = random.Random(f"{seed}/{callers}")
    calls = playable(load_all()) if calls is None else calls
    deck: list[Call] = []
    while len(deck) < callers * each:
        deck += dice.sample(calls, len(calls))
    numbers = iter(dice.sample(range(10_000_000, 100_000_000), callers * each))
    dealt = iter(deck)
    # Dealt round by round: the first conversations of all callers differ.
    rounds = [[_conversation(dice, next(dealt), next(numbers)) for _ in range(callers)] for _ in range(each)]
    begins = [round(dice.uniform(0, FIRST_S), 2) for _ in range(callers)]
    return tuple(Caller(begins[n], tuple(one[n] for one in rounds)) for n in range(callers))


def _conversation(dice: random.Random, call: Call, number: int) -> Conversation:
    line = Line(
        dice.randrange(0, MOST_JITTER_MS + 1, GRID_MS),
        dice.uniform(0, MOST_LOST),
        dice.choice(NOISES_DBFS),
        dice.randrange(2**32),
    )
    pauses = tuple(dice.randrange(500, 1_500, FRAME_MS) for _ in call.turns)
    return Conversation(call, f"+8190{number}", pauses, line, round(dice.uniform(1, 3), 2))
