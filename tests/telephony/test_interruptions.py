"""Whoever interrupts at whatever moment: nothing unheard is agreed to, on record or said twice."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from dialog import events
from nlu.hypothesis import Hypothesis
from prompts.sentence import Sentence
from tests.telephony.halves import said
from tests.telephony.one_stream import Stream
from tests.telephony.test_going_on import FREE, keyed
from tests.telephony.wire_phone import FRAME
from voicebot.speech.mulaw import SILENCE
from voicebot.speech.synthesizer import NORMAL_RATE
from voicebot.speech.word_start import BACK_MS

QUIET = bytes([SILENCE]) * FRAME
TEXTS = ("はい", "うん", "いいえ、違います", "4日にしてください", "ちょっと待って", "もう一度", "")


@dataclass
class Numbered:
    """A synthesizer whose frames tell which piece and which frame of it they are."""

    ms: int = 1_600
    name: str = "numbered"
    pieces: int = 0
    spoken: list[Sentence] = field(default_factory=list)

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`."""
        self.pieces += 1
        self.spoken.append(sentence)
        half = FRAME // 2
        last = self.ms // 20
        return b"".join(bytes([self.pieces] * half + [last - k + 1] * half) for k in range(1, last + 1))


@dataclass(frozen=True)
class Sound:
    after_ms: int
    ms: int
    text: str


SOUNDS = st.builds(
    Sound,
    st.integers(0, 150).map(lambda n: n * 20),
    st.sampled_from((240, 360, 500, 700)),
    st.sampled_from(TEXTS),
)


@dataclass
class Call:
    """What happened, seen from the caller."""

    line: Stream
    since: int = 0
    """Samples after which the ledger and the line agree to a frame: the greeting begins before the caller's first one."""

    heard: list[tuple[int, str]] = field(default_factory=list)
    """When each sentence was heard to its end."""

    said: list[tuple[int, str]] = field(default_factory=list)

    async def passes(self, audio: bytes) -> None:
        for at in range(0, len(audio), FRAME):
            await self.line.says(audio[at : at + FRAME])
            self.heard += [(self.line.now_ms, key) for key in self.line.heard]
            self.line.heard.clear()

    async def makes(self, sound: Sound) -> None:
        await self.passes(QUIET * (sound.after_ms // 20))
        heard = (Hypothesis(sound.text, 0.95),) if sound.text else ()
        self.line.ears.script[:] = [heard]
        self.said.append((self.line.now_ms, sound.text))
        await self.passes(said(0, sound.ms) + QUIET * 15)

    def frames(self, audio: bytes) -> Iterator[tuple[int, int]]:
        """Piece and number of what sounds."""
        whole = (audio[at : at + FRAME] for at in range(0, len(audio), FRAME))
        return ((one[0], Numbered.ms // 20 - one[-1] + 1) for one in whole if one != QUIET)


def test_nothing_unheard_is_agreed_to_and_what_is_resumed_is_heard_once():
    booked, resumed = [], []

    @settings(
        max_examples=30,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),
    )
    @example(True, [Sound(200, 700, "4日にしてください"), Sound(1_000, 360, "はい")], True)
    @example(False, [Sound(200, 500, "うん"), Sound(400, 700, "")], False)
    @given(st.booleans(), st.lists(SOUNDS, min_size=1, max_size=4), st.booleans())
    def anybody_interrupts(at_the_end: bool, sounds: list[Sound], agrees: bool) -> None:
        call = asyncio.run(_called(at_the_end, sounds, agrees))
        nothing_unheard_is_booked(call)
        the_record_tells_what_was_heard(call)
        resumed.append(every_frame_is_heard_in_its_order(call))
        booked.append(bool(call.line.calendar.booked))

    anybody_interrupts()
    assert True in booked
    assert False in booked
    assert any(resumed)


async def _called(at_the_end: bool, sounds: list[Sound], agrees: bool) -> Call:
    line = Stream(free=FREE)
    voice = Numbered()
    object.__setattr__(line.parts, "synthesizer", voice)
    async with line:
        call = Call(line)
        await keyed(line, "1", *(("1202", "1000") if at_the_end else ()))
        await line.waits(40)
        call.since = line.now_ms * 8
        for sound in sounds:
            await call.makes(sound)
        await call.passes(QUIET * 500)
        if agrees:
            await call.makes(Sound(0, 360, "はい"))
            await call.passes(QUIET * 50)
        return call


def nothing_unheard_is_booked(call: Call) -> None:
    """A yes began after a read-back was heard to its end."""
    if not call.line.calendar.booked:
        return
    whole = [ms for ms, key in call.heard if key.startswith("confirm")]
    assert whole
    assert any(text == "はい" and began >= whole[0] for began, text in call.said)


def the_record_tells_what_was_heard(call: Call) -> None:
    """The agent's audio and the sentences that were played are those that sounded."""
    log, line = call.line.log, call.line
    since, until = call.since, len(line.played)
    recorded = list(call.frames(bytes(log.agent[since:until])))
    sounded = list(call.frames(bytes(line.played[since:])))
    at = 0
    for now, then in pairwise(recorded):
        if now == sounded[at]:
            at += 1
        else:  # the frame that was just to sound when the voice stopped
            assert then == sounded[at]
    assert len(sounded) - at <= 2
    told = [event.key for _, event in log.events if isinstance(event, events.Played)]
    assert told[len(told) - len(call.heard) :] == [key for _, key in call.heard]


def every_frame_is_heard_in_its_order(call: Call) -> bool:
    """A piece goes on where it was held, at most a word earlier. Returns whether one did."""
    frames = list(call.frames(bytes(call.line.played[call.since :])))
    back = False
    for (piece, number), (following, after) in pairwise(frames):
        if piece == following:
            back |= after <= number
            assert number - BACK_MS // 20 <= after <= number + 1
        else:
            assert following > piece
            assert after == 1
    return back
