"""Audio for a line that plays whatever comes at once: one frame every 20 ms, and the marks between the frames."""

from collections import deque

from voicebot.transport.line import FRAME_MS

FRAME_S = FRAME_MS / 1_000

LATE_S = 0.1
"""What is this late is caught up with: the telephone at the other end has a buffer. Beyond it time has been lost."""

MOST_WAITING = 3_000
"""Frames; a minute."""

_EPSILON_S = 1e-6
"""A clock that is asked for a moment may be early by its own grain."""


class Pacer:
    """Is told what time it is, in seconds on any clock."""

    def __init__(self, now: float, silence: bytes) -> None:
        """`silence`: the frame for when there is nothing to play."""
        self.due_at = now
        """When the next frame is to go out. Counted on from the first, so that it does not drift."""

        self._silence = silence
        self._queue: deque[bytes | str] = deque()
        self._frames = 0

    @property
    def full(self) -> bool:
        return self._frames >= MOST_WAITING

    def append(self, frame: bytes) -> None:
        """To be played after what waits already."""
        self._queue.append(frame)
        self._frames += 1

    def mark(self, name: str) -> None:
        """To be told when all that was appended so far has gone out."""
        self._queue.append(name)

    def clear(self) -> list[str]:
        """Drops what has not gone out. Returns the marks that were waiting."""
        names = [one for one in self._queue if isinstance(one, str)]
        self._queue.clear()
        self._frames = 0
        return names

    def take(self, now: float) -> tuple[list[bytes], list[str]]:
        """The frames whose time has come, and the marks that they reach."""
        if now - self.due_at > LATE_S:
            self.due_at = now
        frames: list[bytes] = []
        marks = self._reached()
        while self.due_at <= now + _EPSILON_S:
            self.due_at += FRAME_S
            frames.append(self._next())
            marks += self._reached()
        return frames, marks

    def _next(self) -> bytes:
        if not self._queue:
            return self._silence
        frame = self._queue.popleft()
        assert isinstance(frame, bytes)
        self._frames -= 1
        return frame

    def _reached(self) -> list[str]:
        marks: list[str] = []
        while self._queue and isinstance(name := self._queue[0], str):
            marks.append(name)
            self._queue.popleft()
        return marks
