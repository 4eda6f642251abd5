"""From the caller's frames to utterances: resampling, voice activity, endpointing, recognition."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from nlu.ending import SoFar
from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from nlu.question import Expect, Question
from voicebot.speech.recognition import Recognition
from voicebot.speech.recognizer import SAMPLE_RATE, Pcm
from voicebot.speech.resampler import Doubler
from voicebot.speech.vad import CHUNK_MS, VoiceActivity
from voicebot.telephony.overhearing import Overhearing, Played
from voicebot.telephony.utterance import Guess, Utterance
from voicebot.transport import line
from voicebot.turns import predictive
from voicebot.turns.barge_in import Move
from voicebot.turns.cadence import SPAN_MS, cadence
from voicebot.turns.endpoint import PAUSED_MS, EndOfTurn, Endpointing, Paused, Resumed, SpeechStarted
from voicebot.turns.no_input import NoInputWatch, wait_ms
from voicebot.turns.own_pauses import OwnPauses
from voicebot.turns.strategy import Pausing, Strategy

PRE_ROLL_MS = 1_000
"""Audio from before the start of speech was certain, so that the first syllable is never lost."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """What one frame brought."""

    began: Utterance | None = None
    """The caller has begun to speak."""

    barge_in: tuple[Move, ...] = ()
    """What becomes of the bot's voice."""

    no_input: bool = False
    utterance: Utterance | None = None
    """The caller has finished it."""


def nothing_played(from_ms: int, to_ms: int) -> Pcm:
    """Silence, at the line's rate."""
    return np.zeros((to_ms - from_ms) * line.SAMPLES_PER_MS, np.int16)


class Ears:
    """One per stream; fed with every frame, in order."""

    def __init__(
        self,
        recognition: Recognition,
        so_far: Callable[[tuple[Hypothesis, ...]], SoFar],
        played: Played = nothing_played,
        strategy: Strategy | None = None,
    ) -> None:
        """`so_far`: what is known of an utterance by a guess at it. `played`: what the line was given to play. `strategy`: when a
        turn is over; the learnt one where None."""
        self.now_ms = 0
        """The call's clock: how much of the caller's audio has come in."""

        self._recognition = recognition
        self._so_far = so_far
        self._strategy = strategy or predictive.Predictive(predictive.load())
        self._own_pauses = OwnPauses()
        self._paused: Paused | None = None
        """The last pause of what is being said, or of what was said last."""

        self._pauses = 0
        self._hints = Hints()
        self._expect = Expect.ANY
        self._samples = 0
        self._doubler = Doubler()
        self._activity = VoiceActivity()
        self._endpointing = Endpointing(pause_ms=PAUSED_MS)
        self._overhearing = Overhearing(recognition, played)
        self._no_input = NoInputWatch()
        self._pre_roll: deque[Pcm] = deque(maxlen=PRE_ROLL_MS // 20)
        self._utterance: Utterance | None = None
        self._judging: set[asyncio.Task[None]] = set()

    def expect(self, question: Question, hints: Hints) -> None:
        """What the question on the caller's mind allows."""
        self._expect, self._hints = question.expect, hints
        self._no_input.wait_ms = wait_ms(question)

    def await_answer(self, since_ms: int | None = None) -> None:
        """The question was heard to its end: silence counts from now, or from when it began."""
        if not self._endpointing.speaking:
            self._no_input.start(self.now_ms - (self.now_ms if since_ms is None else since_ms))

    def key_pressed(self) -> None:
        """Whoever presses keys is not silent: the wait begins anew."""
        self.await_answer()

    def interrupted(self) -> None:
        """The bot stopped speaking for the utterance that is going on."""
        if self._utterance is not None:
            self._utterance.interrupted = True
            self._utterance.early = False
        else:
            self._no_input.start()

    @property
    def unfinished(self) -> Utterance | None:
        """What the caller is just saying."""
        return self._utterance

    @property
    def judging(self) -> bool:
        """Whether the engine is just given what was said, or decodes it in a pause, to see how long to wait."""
        streaming = self._utterance is not None and self._utterance.streaming
        return bool(self._judging) or self._overhearing.busy or streaming

    def close(self) -> None:
        """Nothing more is wanted of what is being judged."""
        self._overhearing.close()
        for task in self._judging:
            task.cancel()

    def feed(self, frame: Pcm, speaking: bool) -> Noticed:
        """Takes a frame of the line, 8,000 Hz; `speaking`: the bot's voice is on the line."""
        self._samples += len(frame)
        self.now_ms = self._samples // line.SAMPLES_PER_MS
        pcm = self._doubler.feed(frame)
        if self._utterance is None:
            self._pre_roll.append(pcm)
        else:
            self._utterance.add(pcm)
        self._overhearing.add(pcm)
        barge_in = [*self._overhearing.answered()]
        no_input = False
        before = self._utterance
        finished: Utterance | None = None
        for probability in self._activity.feed(pcm):
            barge_in += self._overhearing.feed(probability, speaking)
            no_input |= self._no_input.process(CHUNK_MS) is not None
            for event in self._endpointing.process(CHUNK_MS, probability):
                finished = self._turn(event, speaking) or finished
        began = self._utterance if self._utterance is not before else None
        return Noticed(began, tuple(barge_in), no_input, finished)

    def _turn(self, event: SpeechStarted | Paused | Resumed | EndOfTurn, speaking: bool) -> Utterance | None:
        match event:
            case SpeechStarted():
                self._begin(event.started_ms, speaking)
            case Paused():
                self._judge(event)
            case Resumed():
                if self._paused is not None:
                    self._own_pauses.add(event.at_ms - self._paused.ended_ms)
                    self._pauses += 1
                if self._utterance is not None:
                    self._utterance.forget()
            case EndOfTurn():
                finished, self._utterance = self._utterance, None
                if finished is not None:
                    finished.end_ms = event.ended_ms
                self._pre_roll.clear()
                return finished
        return None

    def _begin(self, started_ms: int, speaking: bool) -> None:
        self._no_input.stop()
        if self._paused is not None and not speaking:
            self._own_pauses.add(started_ms - self._paused.ended_ms)
        self._utterance = Utterance(self._recognition, self._hints, started_ms, speaking)
        self._paused, self._pauses = None, 0
        for pcm in self._pre_roll:
            self._utterance.add(pcm)

    def _judge(self, paused: Paused) -> None:
        """Decodes in the pause, and waits shorter or longer by what was heard."""
        self._paused = paused
        utterance = self._utterance
        if utterance is None:
            return
        said_ms = paused.ended_ms - utterance.start_ms
        silence_ms = paused.at_ms - paused.ended_ms
        spoken = utterance.recent(min(SPAN_MS, said_ms) + silence_ms)
        how = cadence(spoken[: -silence_ms * SAMPLE_RATE // 1_000])
        pausing = Pausing(self._expect, None, how, said_ms, self._pauses, self._own_pauses.median_ms)
        self._endpointing.patience_ms = self._strategy.patience_ms(pausing)
        task = asyncio.create_task(self._set_patience(utterance, utterance.guess(), pausing))
        self._judging.add(task)
        task.add_done_callback(self._judging.discard)

    async def _set_patience(self, utterance: Utterance, guess: Guess, pausing: Pausing) -> None:
        try:
            so_far = self._so_far(await asyncio.shield(guess))
        except Exception:
            return  # told when the utterance is asked for its final result
        if self._utterance is utterance and utterance.stands(guess):
            self._endpointing.patience_ms = self._strategy.patience_ms(replace(pausing, so_far=so_far))
