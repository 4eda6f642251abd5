"""The telephone network's side of a bidirectional stream: what it buffers, plays and marks.

After Twilio's documentation of Media Streams: outbound media is appended to a buffer and played in
order at 8,000 Hz; a mark comes back when the audio before it has been played, at once when nothing is
buffered; `clear` empties the buffer and sends back every mark that was still waiting.
"""

from collections import deque
from dataclasses import dataclass, field

from voicebot.speech.mulaw import SILENCE

FRAME_BYTES = 160
"""20 ms of G.711 mu-law at 8,000 Hz."""

FRAME_MS = 20


@dataclass
class PlaybackBuffer:
    """Audio on its way to the caller's ear."""

    _audio: bytearray = field(default_factory=bytearray)
    _taken: int = 0
    _marks: deque[tuple[int, str]] = field(default_factory=deque)

    @property
    def empty(self) -> bool:
        """Whether all audio has been played and every mark has come back."""
        return not self._audio and not self._marks

    @property
    def pending_ms(self) -> int:
        return len(self._audio) * FRAME_MS // FRAME_BYTES

    def append(self, audio: bytes) -> None:
        """Takes mu-law bytes, any number of them."""
        self._audio += audio

    def mark(self, name: str) -> None:
        """Asks for `name` to come back after the audio appended so far."""
        self._marks.append((self._taken + len(self._audio), name))

    def clear(self) -> list[str]:
        """Drops what was not played. Returns the marks that were waiting."""
        self._audio.clear()
        names = [name for _, name in self._marks]
        self._marks.clear()
        return names

    def play(self) -> tuple[bytes, list[str]]:
        """Plays 20 ms: 160 bytes, filled up with silence, and the marks that are due after them."""
        frame = bytes(self._audio[:FRAME_BYTES])
        del self._audio[: len(frame)]
        self._taken += len(frame)
        due = []
        while self._marks and self._marks[0][0] <= self._taken:
            due.append(self._marks.popleft()[1])
        return frame.ljust(FRAME_BYTES, bytes([SILENCE])), due
