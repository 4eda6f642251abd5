"""What the caller's line holds while the bot speaks, for `turns/barge_in`: levels, our own echo, and what is said so far."""

import asyncio
import logging
from collections.abc import Callable

import numpy as np

from nlu.backchannel import overheard
from voicebot.speech.recognition import Recognition, Urgency
from voicebot.speech.recognizer import BESIDE, SAMPLE_RATE, Pcm
from voicebot.speech.vad import CHUNK_MS
from voicebot.transport import line
from voicebot.turns import own_echo, repetition
from voicebot.turns.barge_in import BargeIn, Move

SURE_OF_WORDS = 0.5
"""Score from which words are words, though they sound like laughter."""

Played = Callable[[int, int], line.Pcm]
"""What the caller's telephone was given to play from one ms to another, at 8,000 Hz."""

log = logging.getLogger(__name__)

_PER_MS = SAMPLE_RATE // 1_000
_CHUNK = CHUNK_MS * _PER_MS
_KEPT = 2_000 * _PER_MS
_BEFORE_MS = 160
"""Of the line before a burst: its first sound may be soft."""

_BEFORE = _BEFORE_MS * _PER_MS
_HALF = SAMPLE_RATE // line.SAMPLE_RATE


class Overhearing:
    """One per stream; fed with all of its audio, in order."""

    def __init__(self, recognition: Recognition, played: Played) -> None:
        self._recognition = recognition
        self._played = played
        self._barge_in = BargeIn()
        self._line: Pcm = np.zeros(_KEPT, np.int16)
        self._added = 0
        """Samples that came in."""

        self._judged = 0
        """Samples that voice activity has heard."""

        self._asking: asyncio.Task[None] | None = None
        self._answered: Move | None = None

    @property
    def busy(self) -> bool:
        """Whether the recognizer is just asked what was said so far."""
        return self._asking is not None and not self._asking.done()

    def add(self, pcm: Pcm) -> None:
        """The next audio at 16,000 Hz."""
        self._added += len(pcm)
        waiting = self._added - self._judged
        self._line = np.concatenate([self._line, pcm])[-(_KEPT + waiting) :]

    def feed(self, probability: float, playing: bool) -> tuple[Move, ...]:
        """Takes the next chunk's probability of speech."""
        self._judged += _CHUNK
        move = self._barge_in.process(CHUNK_MS, probability, self._dbfs(), playing, self._echo)
        if move is Move.ASK:
            self._asking = asyncio.create_task(self._ask())
            return ()
        return () if move is None else (move,)

    def answered(self) -> tuple[Move, ...]:
        """What came of the last answer of the recognizer; once."""
        answered, self._answered = self._answered, None
        return () if answered is None else (answered,)

    def close(self) -> None:
        """Nobody wants to know any more."""
        if self._asking is not None:
            self._asking.cancel()

    async def _ask(self) -> None:
        """What was said since the burst began, without what sounded before it, and whatever was asked."""
        hearing = self._recognition.begin(BESIDE)
        since = self._until - (self._barge_in.burst_ms + _BEFORE_MS) * _PER_MS
        sound = self._line[max(0, since) : self._until]
        hearing.feed(sound)
        said, sure, over = None, False, self._barge_in.paused
        voice = sound[_BEFORE : len(sound) - self._barge_in.quiet_ms * _PER_MS]
        try:
            hypotheses = await hearing.hear(Urgency.GUESS)
            said = overheard(hypotheses, over)
            sure = any(one.score >= SURE_OF_WORDS for one in hypotheses)
        except Exception:
            log.exception("what was said into the bot's voice was not heard")
        finally:
            self._answered = self._barge_in.hear(said, sure, _repeats(voice)) or self._answered

    @property
    def _until(self) -> int:
        """Where in what is kept the last chunk that was judged ends."""
        return len(self._line) - (self._added - self._judged)

    def _dbfs(self) -> float:
        chunk = self._line[self._until - _CHUNK : self._until].astype(np.float64)
        return 10 * float(np.log10(np.mean(chunk**2) / 32_768**2 + 1e-10))

    def _echo(self) -> float:
        window = own_echo.WINDOW_MS * _PER_MS
        heard = self._line[self._until - window : self._until : _HALF]
        return own_echo.share(heard, self._played(*own_echo.span_ms(self._judged // _PER_MS)))


def _repeats(sound: Pcm) -> bool:
    return repetition.likeness(sound[::_HALF]) >= repetition.REPEATED
