"""A sound over the bot's voice: how long it lasts, how loud it is, and what the recognizer made of it so far."""

from collections import deque
from dataclasses import dataclass, field

import numpy as np

from nlu.backchannel import Overheard
from voicebot.turns.endpoint import SILENCE, SPEECH

LOUD_DB, BEGINS_DB, GOES_ON_DB = 16.0, 12.0, 20.0
"""Under the caller's own level: from where sound is counted, where voice activity may begin, and where it goes on."""

STOP_MS = 96
"""Of less level end a sound; a stop within a word is shorter."""

SOFT_MS = 96
"""Of what is too soft to be the caller counts at most."""

SOFT_BEGINNING_MS = 224
"""The same, where it is no longer than SOFTLY_MS, as the caller's own voice may follow."""

SOFTLY_MS = 400

_LEAST, _AVERAGED = 3, 8
"""Chunks: fewer say nothing of the level, which is that of the last so many."""


@dataclass
class Burst:
    """One sound."""

    elapsed_ms: int = 0
    lasted_ms: int = 0
    """With all of what was too soft."""

    voiced_ms: int = 0
    """By voice activity."""

    quiet_ms: int = 0
    asked_ms: int = 0
    """At which length it was asked last."""

    asking: bool = False
    answers: list[Overheard] = field(default_factory=list)
    repeated: int = 0
    """How often one syllable again and again was found in it."""

    yielded_ms: int | None = None
    """At which voiced length the turn was yielded."""

    _soft_ms: int = 0
    _recent: deque[float] = field(default_factory=lambda: deque(maxlen=_AVERAGED))
    """Energies of the last chunks that sounded, over the caller's own."""

    def add(self, chunk_ms: int, probability: float, above_db: float) -> None:
        """Takes the next chunk: its probability of speech, and its level over the caller's own."""
        voiced = voice(probability, above_db, bool(self.voiced_ms))
        loud = above_db >= -LOUD_DB
        sounds = voiced or (loud and not self.voiced_ms)
        self.elapsed_ms += chunk_ms
        self.lasted_ms += chunk_ms
        self.voiced_ms += chunk_ms * voiced
        self.quiet_ms = 0 if sounds else self.quiet_ms + chunk_ms
        self._soft_ms = 0 if loud else self._soft_ms + chunk_ms
        if sounds:
            self._recent.append(10 ** (above_db / 10))

    @property
    def speaks(self) -> bool:
        """Whether it is a voice that goes on, by its level: voice activity ends later."""
        return bool(self.voiced_ms) and self._soft_ms < STOP_MS

    @property
    def noise(self) -> bool:
        """Whether it has been loud for long and never a voice."""
        return not self.voiced_ms and self.lasted_ms > SOFTLY_MS

    @property
    def above_db(self) -> float | None:
        """Its level over the caller's own; None where too little was heard."""
        enough = len(self._recent) >= _LEAST
        return 10 * float(np.log10(np.mean(self._recent))) if enough else None

    def soft(self) -> None:
        """So far it is not the caller, or it is our own voice."""
        most = SOFT_MS if self.lasted_ms > SOFTLY_MS else SOFT_BEGINNING_MS
        self.elapsed_ms = min(self.elapsed_ms, most)
        self.voiced_ms = min(self.voiced_ms, most)


def voice(probability: float, above_db: float, going_on: bool) -> bool:
    """Whether a chunk is a voice as loud as the caller's."""
    if going_on:
        return probability >= SILENCE and above_db >= -GOES_ON_DB
    return probability >= SPEECH and above_db >= -BEGINS_DB
