"""A line that keeps audio time: a frame comes when all that followed from the one before is done, however slow the machine is."""

from collections import deque
from collections.abc import Callable, Sequence
from itertools import cycle

from voicebot.clock import SteppedClock
from voicebot.replay.caller import Does, HangsUp, Speaks, StaysSilent
from voicebot.speech import mulaw
from voicebot.telephony.caller_script import line_noise
from voicebot.telephony.pstn import FRAME_MS, PlaybackBuffer
from voicebot.telephony.settling import settled
from voicebot.transport.line import Audio, Digit, End, Incoming, Mark, Pcm

NOISE_DBFS = -65.0
"""Of the line, where nothing is played from the recording."""

LEAVES_MS = 15_000
"""So long the caller listens into silence who has nothing left to do."""

LONGEST_MS = 30 * 60_000
"""A call that is still going on then has no end."""


Told = Callable[[int, int], object]
"""How much of what the caller did was done again, and how much there is."""


class Line:
    """A line (`transport.line`) with a caller at its other end."""

    id = "REPLAY"

    def __init__(self, does: Sequence[Does], clock: SteppedClock, told: Told = lambda done, of: None) -> None:
        self.done = 0
        """How much of what the caller did was done again."""

        self.thinking: Callable[[], bool] = lambda: False
        """Whether the bot still works out what follows from what came in."""

        self._told = told
        self._of = len(does)

        self._does = deque(does)
        self._clock = clock
        self._noise = cycle(line_noise(1.0, NOISE_DBFS))
        self._buffer = PlaybackBuffer()
        self._came: deque[Incoming] = deque()
        self._speaks: Speaks | None = None
        self._at = 0
        self._ms = 0
        self._asked = False
        """The bot has said something that the caller has not reacted to."""

        self._quiet_ms = self._talk_ms = self._idle_ms = 0

    async def play(self, frame: Pcm) -> None:
        if self._buffer.empty:
            self._talk_ms = 0
        self._asked = True
        self._buffer.append(mulaw.encode(frame))

    async def mark(self, name: str) -> None:
        self._buffer.mark(name)

    async def clear(self) -> None:
        self._came += map(Mark, self._buffer.clear())

    async def receive(self) -> Incoming:
        """What comes next, as soon as the bot thinks no more."""
        if not self._came:
            await settled(self.thinking)
        if not self._came:
            self._frame()
        self._told(self.done, self._of)
        return self._came.popleft()

    def _frame(self) -> None:
        """20 ms go by."""
        self._ms += FRAME_MS
        if self._ms > LONGEST_MS or (self._speaks is None and self._leaves()):
            self._came.append(End())
            return
        self._clock.advance(FRAME_MS / 1_000)
        frame = next(self._noise)
        if self._speaks is not None:
            frame = self._speaks.frames[self._at]
            self._came += [Digit(key) for n, key in self._speaks.keys if n == self._at]
            self._at += 1
            if self._at == len(self._speaks.frames):
                self._speaks, self._quiet_ms = None, 0
        self._came.append(Audio(mulaw.decode(frame)))
        if self._buffer.empty:
            self._quiet_ms += FRAME_MS
            self._idle_ms += 0 if self._does or self._speaks else FRAME_MS
        else:
            self._quiet_ms = 0
            self._talk_ms += FRAME_MS
        _, due = self._buffer.play()
        self._came += map(Mark, due)

    def _leaves(self) -> bool:
        """Begins what is to be done now, if anything; whether it is to hang up."""
        if not self._does:
            return self._idle_ms >= LEAVES_MS
        next_one = self._does[0]
        if not self._asked or not self._is_time(next_one):
            return False
        self._does.popleft()
        self.done += 1
        self._asked = False
        if isinstance(next_one, Speaks):
            self._speaks, self._at = next_one, 0
        return isinstance(next_one, HangsUp)

    def _is_time(self, next_one: Does) -> bool:
        silent = self._buffer.empty
        match next_one:
            case Speaks(wait_ms=wait_ms, early=True):
                return silent or self._talk_ms >= wait_ms
            case Speaks(wait_ms=wait_ms) | HangsUp(wait_ms):
                return silent and self._quiet_ms >= wait_ms
            case StaysSilent():
                return silent
        return False
