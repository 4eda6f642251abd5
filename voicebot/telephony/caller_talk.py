"""When a simulated caller speaks, and how long the answer took."""

from collections import deque
from collections.abc import Awaitable, Callable
from itertools import cycle
from time import monotonic

from voicebot.telephony.caller_line import Line
from voicebot.telephony.caller_pace import Ticker
from voicebot.telephony.caller_script import HangUp, Keys, Recording
from voicebot.telephony.pstn import FRAME_MS

_TALKED_OVER = 3_000 // FRAME_MS
"""Frames of quiet after the bot has talked into what was said."""


class Talk:
    """The caller's half of a conversation; it survives a stream that is taken up again.

    The next step is taken when the bot's question is over: its audio played, its marks sent back and
    `quiet_ms` of nothing after that. When nothing comes for `patience_ms` the caller hangs up.
    """

    def __init__(
        self,
        steps: list[Recording | Keys | HangUp],
        noise: tuple[bytes, ...],
        quiet_ms: int,
        patience_ms: int,
        before_step: Callable[[], Awaitable[None]],
    ) -> None:
        self.said = bytearray()
        """What went to the service, mu-law."""
        self.heard = bytearray()
        """What was played to the caller, mu-law, in step with `said`."""
        self.gaps: list[int | None] = []
        """For each step taken: ms from the end of its speech to the first audio of the answer; negative
        when the bot was talking into it; None when there was no speech or no answer."""
        self._steps = deque(steps)
        self._noise = cycle(noise)
        self._quiet_frames = quiet_ms // FRAME_MS
        self._patience_frames = patience_ms // FRAME_MS
        self._before_step = before_step
        self._recording: Recording | None = None
        self._at = 0
        self._keys: deque[str] = deque()
        self._key_frames = self._until_key = 0
        self._answered = False
        self._quiet = 0
        self._speech_ended: float | None = None
        self._cut_in_ms: int | None = None

    async def run(self, line: Line, ticker: Ticker) -> None:
        """Talks on one stream. Returns when the caller hangs up; a closed socket ends it by exception."""
        self._quiet = 0
        while True:
            await ticker.tick(playing=not line.buffer.empty or self._voiced or bool(self._keys), line=line)
            await self._frame(line, ticker)
            if self._recording is not None or self._keys:
                continue
            if self._quiet >= self._patience_frames:
                return
            if self._steps and self._answered and self._quiet >= self._wait_frames:
                await self._before_step()
                if not self._begin(self._steps.popleft()):
                    return

    def agent_spoke(self, line: Line) -> None:
        """Audio of the bot has come in."""
        self._answered = True
        if not self.gaps or self.gaps[-1] is not None:
            return
        if self._speech_ended is not None:
            self.gaps[-1] = round((monotonic() - self._speech_ended) * 1_000)
        elif self._speaking and self._cut_in_ms is None:
            self._cut_in_ms = line.position_ms

    def agent_keeps_waiting(self) -> None:
        """What the bot said was a filler: its answer is still to come."""
        self._answered = False

    def agent_stopped(self) -> None:
        """The bot has taken back what it was saying; what it said into the caller's words was no answer to them."""
        if self._speaking or self._cut_in_ms is not None:
            self._answered = False
        if self._speaking:
            self._cut_in_ms = None

    @property
    def _wait_frames(self) -> int:
        """Who was talked over waits to hear whether more comes: the bot may not have heard the whole yet."""
        return self._quiet_frames if self._cut_in_ms is None else max(self._quiet_frames, _TALKED_OVER)

    @property
    def _speaking(self) -> bool:
        if self._recording is None:
            return False
        end = self._recording.speech_end
        return self._at < (len(self._recording.frames) if end is None else end)

    @property
    def _voiced(self) -> bool:
        """Speaking, and not in a pause: the service may use that to think."""
        return self._speaking and self._recording is not None and self._at not in self._recording.pauses

    def _begin(self, step: Recording | Keys | HangUp) -> bool:
        if isinstance(step, HangUp):
            return False
        self.gaps.append(None)
        self._answered = False
        self._speech_ended = self._cut_in_ms = None
        if isinstance(step, Keys):
            self._keys.extend(step.digits)
            self._key_frames = self._until_key = step.every_ms // FRAME_MS
        else:
            self._recording, self._at = step, 0
        return True

    async def _frame(self, line: Line, ticker: Ticker) -> None:
        heard, due = line.buffer.play()
        frame = next(self._noise)
        if self._recording is not None:
            frame = self._recording.frames[self._at]
        await line.media(frame)
        await line.marks(due)
        self.said += frame
        self.heard += heard
        self._quiet = self._quiet + 1 if line.buffer.empty and not line.in_a_sentence else 0
        if self._keys:
            await self._press(line)
        if self._recording is not None:
            await self._advance(self._recording, line, ticker)

    async def _press(self, line: Line) -> None:
        self._until_key -= 1
        if self._until_key == 0:
            self._until_key, self._quiet = self._key_frames, 0
            await line.dtmf(self._keys.popleft())

    async def _advance(self, recording: Recording, line: Line, ticker: Ticker) -> None:
        self._at += 1
        if self._at == recording.speech_end:
            await ticker.catch_up()
            self._speech_ended = monotonic()
            if self._cut_in_ms is not None:
                self._answered = not line.buffer.empty
                if self._answered:
                    self.gaps[-1] = self._cut_in_ms - line.position_ms
        if self._at == len(recording.frames):
            self._recording = None
            self._quiet = 0
