"""The line has gone quiet: the caller was asked and says nothing."""

from dataclasses import dataclass, field

from nlu.question import Question

WAIT_MS = 7_000
"""Older people take 5 to 8 s before they start."""

LAST_WAIT_MS = 4_500
"""Once what was wanted is done: silence says that there is nothing else."""


def wait_ms(question: Question) -> int:
    """Silence in ms after which a question counts as not answered."""
    return LAST_WAIT_MS if question.further else WAIT_MS


@dataclass(frozen=True, slots=True)
class NoInput:
    """Nothing was said for as long as we wait."""

    at_ms: int


@dataclass
class NoInputWatch:
    """Counts the silence after a question. One per call; fed with all of its audio, in order."""

    wait_ms: int = WAIT_MS
    at_ms: int = field(default=0, init=False)
    """Audio taken so far: the offset that the event carries."""

    _quiet_ms: int | None = field(default=None, init=False)

    def start(self, quiet_ms: int = 0) -> None:
        """The question has been heard to its end: the wait begins, or began `quiet_ms` ago."""
        self._quiet_ms = quiet_ms

    def stop(self) -> None:
        """Nothing is awaited: the caller speaks, or we do."""
        self._quiet_ms = None

    def process(self, chunk_ms: int) -> NoInput | None:
        """Takes the next `chunk_ms` of audio. The event comes once for each start."""
        self.at_ms += chunk_ms
        if self._quiet_ms is None:
            return None
        self._quiet_ms += chunk_ms
        if self._quiet_ms < self.wait_ms:
            return None
        self.stop()
        return NoInput(self.at_ms)
