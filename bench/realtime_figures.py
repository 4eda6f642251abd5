"""What one run comes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from bench.realtime_driver import Driven, Phoned
from bench.realtime_machine import Sample
from bench.realtime_talk import PATIENCE_S
from bench.realtime_turns import Ended, Turn, percentile, waits

LATE_MS = 20.0
MOST_LATE = 0.01
"""Share of its frames that the driver may send later than LATE_MS in a run that counts."""

GAP_S = 0.06


@dataclass(frozen=True)
class Figures:
    """A run with so many callers."""

    callers: int
    driven: Driven
    ended: Ended
    """Of all calls."""

    right: int | None
    """Calls with the rows and the outcome of their files; None where the bookings cannot be seen."""

    samples: Sequence[Sample]
    """Empty where the service's process is not known."""

    idle: Sample | None
    """Before the first call."""

    @property
    def served(self) -> list[Phoned]:
        return [one for one in self.driven.phoned if not one.refused]

    @property
    def refused(self) -> list[Phoned]:
        return [one for one in self.driven.phoned if one.refused]

    @property
    def turns(self) -> list[Turn]:
        return [turn for one in self.driven.phoned for turn in one.turns]

    @property
    def waits_ms(self) -> list[float]:
        return [1_000 * wait for wait in waits(self.turns, PATIENCE_S)]

    @property
    def unanswered(self) -> int:
        return sum(turn.wait_s is None and not turn.cut_off for turn in self.turns)

    @property
    def filled(self) -> int:
        return sum(turn.filled for turn in self.turns)

    @property
    def cut_off(self) -> int:
        return sum(turn.cut_off for turn in self.turns)

    @property
    def gaps_ms(self) -> list[float]:
        """In the bot's voice, longer than GAP_S."""
        return [gap * 1_000 for one in self.driven.phoned for _, gap in one.gaps if gap > GAP_S]

    @property
    def broken(self) -> int:
        return sum(one.broken for one in self.driven.phoned)

    @property
    def streams(self) -> int:
        return sum(one.streams for one in self.driven.phoned)

    @property
    def call_minutes(self) -> float:
        return sum(one.seconds for one in self.driven.phoned) / 60

    @property
    def greetings_ms(self) -> list[float]:
        return [1_000 * one.greeting_s for one in self.served if one.greeting_s is not None]

    @property
    def late_share(self) -> float:
        late = self.driven.late_ms
        return sum(ms > LATE_MS for ms in late) / max(1, len(late))

    @property
    def valid(self) -> bool:
        """Whether the driver was on time."""
        return self.late_share <= MOST_LATE

    @property
    def cpu_per_call_minute(self) -> tuple[float, float] | None:
        """Seconds: of the whole service, and without what it does at low priority."""
        if len(self.samples) < 2 or not self.call_minutes:
            return None
        first, last = self.samples[0], self.samples[-1]
        whole = last.cpu_s - first.cpu_s
        return whole / self.call_minutes, (whole - last.idle_cpu_s + first.idle_cpu_s) / self.call_minutes

    @property
    def cores(self) -> tuple[float, float, float] | None:
        """Cores in use, on average: by the service, by its event loop alone, and by others than it and the driver."""
        if len(self.samples) < 2:
            return None
        first, last = self.samples[0], self.samples[-1]
        seconds = last.at - first.at
        own = last.cpu_s - first.cpu_s
        others = last.machine_cpu_s - first.machine_cpu_s - own - self.driven.cpu_s
        return own / seconds, (last.loop_cpu_s - first.loop_cpu_s) / seconds, others / seconds

    @property
    def pss(self) -> int | None:
        """The most, in bytes."""
        return max((one.pss for one in self.samples if one.pss is not None), default=None)

    def wait_ms(self, share: float) -> float | None:
        return percentile(self.waits_ms, share) if self.waits_ms else None
