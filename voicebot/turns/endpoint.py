"""When the caller starts, pauses, goes on and has finished.

Advanced by the length of each piece of audio, never by a clock, after Home Assistant's
`assist_pipeline/vad.py`: the same audio gives the same events, and tests are exact.
"""

from dataclasses import dataclass, field

SPEECH = 0.5
"""Probability from which a piece counts as speech; Silero's own default."""

SILENCE = 0.35
"""Probability below which speech that was going on has stopped; Silero's default, 0.15 lower."""


PAUSED_MS = 128
"""Silence after which a pause is worth decoding. Voice activity lags behind the voice by some 100 ms."""

LEAST_MS = 200
"""No shorter silence ends a turn, whatever the patience: an answer that comes sooner sounds like an interruption."""


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """The caller speaks."""

    at_ms: int
    """When it was certain."""

    started_ms: int
    """Where the speech begins."""


@dataclass(frozen=True, slots=True)
class Paused:
    """The caller has been quiet for a moment: worth decoding, not yet worth answering."""

    at_ms: int
    ended_ms: int
    """Where the speech stopped."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The caller goes on after a pause: what was decoded is out of date."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class EndOfTurn:
    """The caller has finished, or has spoken for as long as can be heard at once."""

    at_ms: int
    started_ms: int
    ended_ms: int
    """Where the speech stopped."""

    too_long: bool = False


Event = SpeechStarted | Paused | Resumed | EndOfTurn


@dataclass
class Endpointing:
    """Turns probabilities of speech into events. One per call; fed with all of its audio, in order."""

    patience_ms: int = 800
    """Silence that ends a turn, from `LEAST_MS` on. May be changed at any moment, also in a pause."""

    pause_ms: int = 200
    """Silence that makes a pause."""

    start_ms: int = 96
    """Speech that makes a start: a click is shorter, 「はい」 is longer."""

    resume_ms: int = 64
    """Speech that ends a pause."""

    max_ms: int = 20_000
    """Length at which a turn is ended."""

    at_ms: int = field(default=0, init=False)
    """Audio taken so far: the offset that events carry."""

    speaking: bool = field(default=False, init=False)
    """Whether a turn is going on, pauses included."""

    _started_ms: int = field(default=0, init=False)
    _voiced_ms: int = field(default=0, init=False)
    """Speech in the present burst: before the start, or since the pause."""

    _quiet_ms: int = field(default=0, init=False)
    """Since the last speech that counted."""

    _paused: bool = field(default=False, init=False)
    _was_voiced: bool = field(default=False, init=False)

    def process(self, chunk_ms: int, probability: float) -> tuple[Event, ...]:
        """Takes the next `chunk_ms` of audio, spoken with `probability`; returns what happened in it."""
        self.at_ms += chunk_ms
        voiced = probability >= (SILENCE if self._was_voiced else SPEECH)
        self._was_voiced = voiced
        return self._in_turn(chunk_ms, voiced) if self.speaking else self._before(chunk_ms, voiced)

    def reset(self) -> None:
        """Forgets a turn that has begun; the offset goes on."""
        self.speaking = self._paused = self._was_voiced = False
        self._voiced_ms = self._quiet_ms = 0

    def _before(self, chunk_ms: int, voiced: bool) -> tuple[Event, ...]:
        if not voiced:
            self._quiet_ms += chunk_ms
            if self._quiet_ms >= self.pause_ms:
                self._voiced_ms = 0
            return ()
        if self._voiced_ms == 0:
            self._started_ms = self.at_ms - chunk_ms
        self._voiced_ms += chunk_ms
        self._quiet_ms = 0
        if self._voiced_ms < self.start_ms:
            return ()
        self.speaking = True
        self._voiced_ms = 0
        return (SpeechStarted(self.at_ms, self._started_ms),)

    def _in_turn(self, chunk_ms: int, voiced: bool) -> tuple[Event, ...]:
        events: list[Event] = []
        self._quiet_ms += chunk_ms
        self._voiced_ms = self._voiced_ms + chunk_ms if voiced else 0
        if voiced and (not self._paused or self._voiced_ms >= self.resume_ms):
            if self._paused:
                events.append(Resumed(self.at_ms))
            self._paused = False
            self._quiet_ms = 0
        ended_ms = self.at_ms - self._quiet_ms
        if not self._paused and self._quiet_ms >= self.pause_ms:
            self._paused = True
            events.append(Paused(self.at_ms, ended_ms))
        too_long = self.at_ms - self._started_ms >= self.max_ms
        if too_long or (not voiced and self._quiet_ms >= max(self.patience_ms, LEAST_MS)):
            events.append(EndOfTurn(self.at_ms, self._started_ms, ended_ms, too_long))
            self.reset()
        return tuple(events)
