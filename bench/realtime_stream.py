"""One media stream of a simulated caller: frames go out on time, what comes in is played by the far end."""

import asyncio
from collections.abc import Iterable
from typing import Any

from bench.realtime_far_end import FarEnd
from bench.realtime_plan import GRID_MS, Line
from bench.realtime_sound import FRAME_MS
from bench.realtime_talk import Talk
from bench.realtime_wire import NORMAL, Messages, Socket

STEP_S = FRAME_MS / 1_000


class Lateness:
    """How late the driver itself sent its frames."""

    def __init__(self) -> None:
        self.ms: list[float] = []

    def add(self, seconds: float) -> None:
        self.ms.append(seconds * 1_000)


class Stream:
    """From the start to the end of the socket."""

    def __init__(
        self,
        messages: Messages,
        talk: Talk,
        line: Line,
        lateness: Lateness,
        parameters: Iterable[tuple[str, str]],
        speed: float = 1.0,
    ) -> None:
        self.far = FarEnd(speed)
        self.hung_up = False
        self.strange = ""
        """A message that Twilio's documentation does not allow."""

        self.opened_at: float | None = None
        self.audio_ms = 0
        """Sent to the service."""

        self._loop = asyncio.get_running_loop()
        self.over: asyncio.Future[int | None] = self._loop.create_future()
        """The code with which the socket closed."""

        self._socket: Socket | None = None
        self._messages, self._talk, self._speed = messages, talk, speed
        self._delays = line.delays()
        self._lateness = lateness
        self._parameters = parameters
        self._frames = 0
        self._timer: asyncio.TimerHandle | None = None
        self._due = self._last_due = 0.0

    def opened(self, socket: Socket) -> None:
        self._socket = socket
        now = self._loop.time()
        self.opened_at = now
        for message in self._messages.start(self._parameters):
            self._send(message)
        grid = GRID_MS / 1_000
        self._began = now // grid * grid + grid
        self._talk.begin(now)
        self._next()

    def message(self, message: dict[str, Any]) -> None:
        now = self._loop.time()
        event = message.get("event")
        if event == "media":
            self.far.audio(now, message["media"]["payload"])
        elif event == "mark":
            due = self.far.mark(now, message["mark"]["name"])
            self._loop.call_at(due, self._marks, due)
        elif event == "clear":
            for name in self.far.clear(now):
                self._send(self._messages.mark(name))
        else:
            self.strange = str(event)

    def closed(self, code: int | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if not self.over.done():
            self.over.set_result(code)

    @property
    def broken(self) -> bool:
        """It ended, and neither side had ended it."""
        return not self.hung_up and (self.over.result() != NORMAL or bool(self.strange))

    def _next(self) -> None:
        """Waits for the next frame that is not lost."""
        while (delay := next(self._delays)) is None:
            if not self._frame(lost=True):
                return
        at = self._began + (self._frames * STEP_S + delay / 1_000) / self._speed
        self._due = self._last_due = max(self._last_due, at)
        self._timer = self._loop.call_at(self._due, self._tick)

    def _tick(self) -> None:
        self._lateness.add(self._loop.time() - self._due)
        if self._frame(lost=False):
            self._next()

    def _frame(self, lost: bool) -> bool:
        """False: the caller hangs up."""
        now = self._began + self._frames * STEP_S / self._speed
        spoken = self._talk.frame(now, self.audio_ms, self.far)
        if spoken is None:
            self.hung_up = True
            self._send(self._messages.stop())
            if self._socket is not None:
                self._socket.close()
            return False
        payload, key = spoken
        if not lost:
            self._send(self._messages.media(payload, self._frames * FRAME_MS))
            self.audio_ms += FRAME_MS
        if key:
            self._send(self._messages.dtmf(key))
        self._frames += 1
        return True

    def _marks(self, due: float) -> None:
        for name in self.far.due(due):
            self._send(self._messages.mark(name))

    def _send(self, text: str) -> None:
        if self._socket is not None:
            self._socket.send(text)
