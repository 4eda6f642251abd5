"""The far end of a stream: what came is played in order and in real time, and each mark comes back after its audio.

After Twilio's documentation of Media Streams; moments are seconds of the driver's clock.
"""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field

from voicebot.telephony.caller_line import FILLER

RATE = 8_000

_QUIET = bytes(code for code in range(256) if (code | 0x80) >= 0xF0)
"""mu-law codes of at most 120 of 32,768: -49 dBFS."""

_LOUD_SHARE = 0.05


def sounds(payload: bytes) -> bool:
    """Whether mu-law audio is more than silence."""
    return len(payload.translate(None, _QUIET)) > _LOUD_SHARE * len(payload)


def fills(sound: Sequence[float], fillers: Sequence[tuple[float, float]]) -> bool:
    """Whether a stretch of sound is of one of the fillers alone."""
    begin, end = sound
    return any(since <= begin and end <= until for since, until in fillers)


@dataclass
class FarEnd:
    """Fed with what arrives; keeps when something sounded, and where the voice had gaps."""

    speed: float = 1.0
    """How much faster than real time audio is played."""

    ends: float = 0.0
    """When all that has arrived will have been played."""

    spoken: list[list[float]] = field(default_factory=list)
    """Begin and end of each stretch that was no silence, in order."""

    gaps: list[tuple[float, float]] = field(default_factory=list)
    """When a frame of a sentence came after the one before it had been played, and by how many seconds."""

    open: bool = False
    """In a sentence: audio has come whose mark has not."""

    frames: int = 0
    fillers: list[tuple[float, float]] = field(default_factory=list)
    """Begin and end of each sentence that only tells that the answer is on its way."""

    _sentence: float = 0.0
    """When the last one began."""

    _marks: list[tuple[float, str]] = field(default_factory=list)

    def audio(self, at: float, payload: str) -> None:
        """Raises binascii.Error for what is no base64."""
        data = base64.b64decode(payload, validate=True)
        if self.open and at > self.ends:
            self.gaps.append((at, at - self.ends))
        begins = max(at, self.ends)
        if not self.open:
            self._sentence = begins
        self.ends = begins + len(data) / RATE / self.speed
        self.open = True
        self.frames += 1
        if sounds(data):
            if self.spoken and begins - self.spoken[-1][1] < 1e-6:
                self.spoken[-1][1] = self.ends
            else:
                self.spoken.append([begins, self.ends])

    def mark(self, at: float, name: str) -> float:
        """Takes a mark; when it is to come back."""
        self.open = False
        due = max(at, self.ends)
        self._marks.append((due, name))
        if name.endswith(FILLER):
            self.fillers.append((self._sentence, self.ends))
        return due

    def due(self, at: float) -> list[str]:
        """The marks that come back by then."""
        names = [name for when, name in self._marks if when <= at]
        self._marks = [mark for mark in self._marks if mark[0] > at]
        return names

    def clear(self, at: float) -> list[str]:
        """Drops what has not been played. Returns the marks that come back at once."""
        self.open = False
        self.ends = min(self.ends, at)
        self.spoken = [[begin, min(end, at)] for begin, end in self.spoken if begin < at]
        names = [name for _, name in self._marks]
        self._marks.clear()
        return names

    def answered_after(self, since: float, now: float) -> bool:
        """Whether something but a filler has sounded since then."""
        last = reversed(self.spoken[-50:])
        return any(
            end > since and begin <= now and not fills((begin, end), self.fillers) for begin, end in last
        )

    @property
    def quiet(self) -> bool:
        """No mark is outstanding, and no sentence unfinished."""
        return not self._marks and not self.open
