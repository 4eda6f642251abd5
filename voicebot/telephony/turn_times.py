"""What a turn took, part by part: for the metrics and for the call's record."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from voicebot.metrics import Metrics
from voicebot.telephony.utterance import Utterance

FILE = "turns.jsonl"
"""In a call's folder: one `Took` a line."""


@dataclass(slots=True)
class Took:
    """ms; None: it did not come to that, or something else came before."""

    ended_ms: int
    """Where the speech stopped, in the caller's audio."""

    end_of_turn_ms: int
    """From there until the turn was taken as ended, in audio time."""

    recognition_ms: int | None = None
    understanding_ms: int | None = None
    calendar_ms: int | None = None
    """All its answers before the bot's together."""

    first_audio_ms: int | None = None
    """From the end of speech until the answer sounded, in audio time."""


class TurnTimes:
    """One per stream: of the turn that was ended last, until its answer sounds."""

    def __init__(self, metrics: Metrics, told: Callable[[Took], None], now: Callable[[], float]) -> None:
        """`now`: a monotonic clock, in seconds."""
        self._metrics = metrics
        self._told = told
        self._now = now
        self._utterance: Utterance | None = None
        self._took: Took | None = None
        self._since = 0.0

    def ended(self, utterance: Utterance, now_ms: int) -> None:
        """A turn was taken as ended."""
        self.close()
        self._utterance, self._since = utterance, self._now()
        self._took = Took(utterance.end_ms, now_ms - utterance.end_ms)
        self._metrics.end_of_turn.observe(self._took.end_of_turn_ms / 1_000)

    def recognized(self, utterance: Utterance) -> None:
        """The hypotheses are there."""
        if self._took is not None and utterance is self._utterance:
            took = self._now() - self._since
            self._took.recognition_ms = round(took * 1_000)
            self._metrics.recognition.observe(took)

    @contextmanager
    def understanding(self, utterance: Utterance | None) -> Iterator[None]:
        """Around the step that what was said brings; None: it is not speech that brings it."""
        began = self._now()
        yield
        if self._took is not None and utterance is not None and utterance is self._utterance:
            took = self._now() - began
            self._took.understanding_ms = round(took * 1_000)
            self._metrics.understanding.observe(took)

    @contextmanager
    def calendar(self) -> Iterator[None]:
        """Around one answer of the calendar."""
        began = self._now()
        yield
        took = self._now() - began
        self._metrics.calendar.observe(took)
        if self._took is not None:
            self._took.calendar_ms = (self._took.calendar_ms or 0) + round(took * 1_000)

    def sounds(self, starts_ms: int) -> None:
        """Something is heard from there on; it is the answer when what was said has been understood."""
        if self._took is not None and self._took.understanding_ms is not None:
            self._took.first_audio_ms = starts_ms - self._took.ended_ms
            self._metrics.first_audio.observe(self._took.first_audio_ms / 1_000)
            self.close()

    def close(self) -> None:
        """Nothing more comes of the turn, or it is no longer what is answered."""
        if self._took is not None:
            self._told(self._took)
        self._took = None
