"""Is speech during playback an interruption, or only a 「うん」 that says "I am listening"?"""

from collections import deque
from dataclasses import dataclass, field

from voicebot.turns.endpoint import SPEECH


@dataclass(frozen=True, slots=True)
class Interrupted:
    """The caller wants to speak: stop the playback."""

    at_ms: int
    started_ms: int
    """Where the speech that interrupts begins."""


@dataclass
class BargeIn:
    """Counts speech in a sliding window, so that short answers do not stop the voice.

    One per call; fed with all of its audio, in order, whether or not the voice is playing.
    """

    voiced_ms: int = 500
    """Speech within the window that makes an interruption; 「はい」 and 「うん」 have 200 to 350."""

    window_ms: int = 800
    at_ms: int = field(default=0, init=False)
    """Audio taken so far: the offset that events carry."""

    _window: deque[tuple[int, int, bool]] = field(default_factory=deque, init=False)
    """Start, length and whether it is speech, of each piece."""

    def process(self, chunk_ms: int, probability: float, playing: bool) -> Interrupted | None:
        """Takes the next `chunk_ms` of audio; `playing`: the caller is hearing our voice in it."""
        start_ms = self.at_ms
        self.at_ms += chunk_ms
        if not playing:
            self._window.clear()
            return None
        self._window.append((start_ms, chunk_ms, probability >= SPEECH))
        while self._window[0][0] < self.at_ms - self.window_ms:
            self._window.popleft()
        voiced = [(start, length) for start, length, speech in self._window if speech]
        if sum(length for _, length in voiced) < self.voiced_ms:
            return None
        self._window.clear()
        return Interrupted(self.at_ms, voiced[0][0])
