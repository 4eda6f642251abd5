"""Is sound during playback an interruption, or only somebody who listens, coughs, or has a television on?

The voice is held as soon as what is heard is likely to be words, and stops for good when it is certain; a hold for nothing is
taken back. What is softer than this caller speaks, and what is our own echo, is nobody's turn; what the recognizer makes of the
first third of a second tells 「はい」 from the beginning of a sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto

from nlu.backchannel import Overheard
from voicebot.turns.burst import BEGINS_DB, LOUD_DB, Burst, voice
from voicebot.turns.caller_level import CallerLevel
from voicebot.turns.endpoint import SPEECH
from voicebot.turns.onset import Onset

ASK_MS = 192
"""Of a burst, after which it is asked what was said so far."""

AGAIN_MS = 64
"""Between an answer and the next question."""

RISEN_MS = 128
"""Of loud sound begin a burst without voice activity, which speech has later; nothing is held without."""

HOLD_MS = 320
"""Of speech that does not sound like a backchannel holds the voice."""

UNHEARD_MS = 352
"""Of speech does, that the recognizer has not answered."""

HOLD_ANYWAY_MS = 704
"""Of any speech does."""

CERTAIN_MS = 512
"""Of a burst, from which words that are heard in it are certain."""

SHORT_MS = 320
"""Of voiced sound is no interruption by itself, whatever is heard in it; 「はい」 and 「うん」 have 200 to 350."""

WHOLE_MS = 416
"""Of voiced sound that is over is one, unless it was ever like a backchannel."""

UNSURE_MS = 700
"""Of speech in which no likely words are heard is an interruption, unless it sounds like a backchannel."""

UNANSWERED_MS = 500
"""Of speech without an answer of the recognizer is an interruption."""

LONG_MS = 1_500
"""Of voiced sound is an interruption, whatever is heard in it."""

PAUSE_MS = 96
"""Of silence, after which it is asked for the last time."""

REPEATED = 2
"""Times that one syllable again and again was found make laughter of the whole, unless words are sure."""

OVER_MS = 224
"""Of silence end a burst."""

MORE_MS = 640
"""Of silence do, where the voice is held for what may be the first word of a sentence: 「いや、…」."""

NO_ANSWER_MS = 1_500
"""Of silence, after which an answer is waited for no longer."""

_SOFTER_DB = 9.0
"""Under the caller's own level is not the caller."""

_ECHO = 0.4
_ECHO_SOFTER_DB = 4.0
_LIKE = {Overheard.LISTENING, Overheard.PERHAPS}


class Move(Enum):
    """What becomes of the voice."""

    ASK = auto()
    """It is time to know what was said so far; `hear` takes the answer."""

    HOLD = auto()
    """Be silent, and remember where."""

    YIELD = auto()
    """The caller wants to speak."""

    GO_ON = auto()
    """It was none: go on from where the voice was held."""


@dataclass
class BargeIn:
    """One per call; fed with all of its audio, in order, whether or not the voice is playing."""

    held: bool = field(default=False, init=False)
    """A hold was told, and neither of its ends."""

    level: CallerLevel = field(default_factory=CallerLevel, init=False)
    _burst: Burst | None = field(default=None, init=False)
    _onset: Onset = field(default_factory=Onset, init=False)

    @property
    def paused(self) -> bool:
        """Whether what is being judged seems to be over."""
        return self._burst is not None and self._burst.quiet_ms >= PAUSE_MS

    @property
    def quiet_ms(self) -> int:
        """How long it has been quiet since."""
        return self._burst.quiet_ms if self._burst is not None else 0

    @property
    def burst_ms(self) -> int:
        """How long what is being judged has lasted."""
        return self._burst.elapsed_ms if self._burst is not None else 0

    def process(
        self, chunk_ms: int, probability: float, dbfs: float, playing: bool, echo: Callable[[], float]
    ) -> Move | None:
        """Takes the next `chunk_ms` of audio.

        Args:
            probability: of speech.
            dbfs: its level.
            playing: the caller is hearing our voice in it, or would if it were not held.
            echo: how much of the last sound was our own voice, 0 to 1; asked when it matters.
        """
        if not playing:
            self._burst, self.held, self._onset = None, False, Onset()
            if probability >= SPEECH:
                self.level.add(dbfs)
            return None
        above_db = dbfs - self.level.dbfs
        self._onset.add(chunk_ms, above_db >= -LOUD_DB)
        burst = self._burst
        if burst is None:
            risen = self._onset.risen_ms >= RISEN_MS and above_db >= -BEGINS_DB
            if not risen and not voice(probability, above_db, going_on=False):
                return None
            burst = self._burst = Burst(max(0, self._onset.risen_ms - chunk_ms))
        burst.add(chunk_ms, probability, above_db)
        return self._judge(burst, echo)

    def hear(self, said: Overheard | None, sure: bool = False, repeats: bool = False) -> Move | None:
        """What was said so far, as it was asked for; None where that cannot be told.

        Args:
            sure: the words are.
            repeats: it is one syllable again and again.
        """
        burst = self._burst
        if burst is None or not burst.asking:
            return None
        burst.asking = False
        burst.repeated += repeats
        if (
            (repeats or burst.repeated >= REPEATED)
            and not sure
            and said in (Overheard.WORDS, Overheard.UNSURE)
        ):
            said = Overheard.LISTENING
        if said is not None:
            burst.answers.append(said)
        if burst.yielded_ms is not None:
            return None
        if self.paused:
            return self._heard_out(burst, said, sure)
        if said not in (Overheard.WORDS, Overheard.OPENING):
            return None
        certain = burst.elapsed_ms >= CERTAIN_MS and burst.voiced_ms >= SHORT_MS
        return self._yield(burst) if certain else self._hold()

    def _heard_out(self, burst: Burst, said: Overheard | None, sure: bool) -> Move | None:
        if said is Overheard.OPENING:
            return self._yield(burst)
        if said is Overheard.WORDS:
            return self._yield(burst) if sure or burst.voiced_ms >= SHORT_MS else self._hold()
        unlike = said is Overheard.UNSURE and not _LIKE & set(burst.answers)
        return self._yield(burst) if unlike and burst.voiced_ms >= WHOLE_MS else None

    def _judge(self, burst: Burst, echo: Callable[[], float]) -> Move | None:
        own = _own(burst, echo)
        last = (
            own
            and burst.quiet_ms >= PAUSE_MS
            and burst.asked_ms < burst.elapsed_ms - burst.quiet_ms + PAUSE_MS
        )
        if burst.quiet_ms >= (NO_ANSWER_MS if burst.asking or last else self._over_ms(burst)):
            return self._over()
        if burst.yielded_ms is not None:
            return self._yield(burst) if burst.voiced_ms - burst.yielded_ms >= UNANSWERED_MS else None
        if not own:
            burst.soft()
            return None
        if burst.voiced_ms >= _enough_ms(burst):
            return self._yield(burst)
        if not self.held and burst.speaks and burst.elapsed_ms >= _hold_ms(burst):
            return self._hold()
        due = burst.quiet_ms == 0 and burst.elapsed_ms - burst.asked_ms >= (
            AGAIN_MS if burst.asked_ms else ASK_MS
        )
        if burst.asking or not (last or due):
            return None
        burst.asked_ms, burst.asking = burst.elapsed_ms, True
        return Move.ASK

    def _over_ms(self, burst: Burst) -> int:
        begun = bool(burst.answers) and burst.answers[-1] in (Overheard.WORDS, Overheard.UNSURE)
        return MORE_MS if self.held and begun else OVER_MS

    def _over(self) -> Move | None:
        self._burst = None
        held, self.held = self.held, False
        return Move.GO_ON if held else None

    def _hold(self) -> Move | None:
        held, self.held = self.held, True
        return None if held else Move.HOLD

    def _yield(self, burst: Burst) -> Move:
        burst.yielded_ms, self.held = burst.voiced_ms, False
        return Move.YIELD


def _own(burst: Burst, echo: Callable[[], float]) -> bool:
    """Whether it is as loud as the caller, and not our own voice."""
    above_db = burst.above_db
    if above_db is None or above_db < -_SOFTER_DB or burst.noise:
        return False
    return above_db >= -_ECHO_SOFTER_DB or echo() < _ECHO


def _hold_ms(burst: Burst) -> int:
    if not burst.answers:
        return UNHEARD_MS
    return HOLD_ANYWAY_MS if burst.answers[-1] is Overheard.LISTENING else HOLD_MS


def _enough_ms(burst: Burst) -> int:
    """Voiced sound that is an interruption, whatever it is."""
    if not burst.answers:
        return UNANSWERED_MS
    return LONG_MS if burst.answers[-1] in {Overheard.NOTHING, *_LIKE} else UNSURE_MS
