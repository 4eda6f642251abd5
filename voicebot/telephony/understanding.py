"""What the caller said, on its way from an utterance to the event that the conversation is told.

Who goes on after a pause that was taken for the end is heard out: before the answer sounds it is kept back, in its first
second it is stopped, and both halves are decoded anew as one utterance (`Heard.resumes`).
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace

import nlu
from dialog import events
from dialog.state import State
from nlu.ending import SoFar, so_far
from nlu.hypothesis import Hypothesis
from nlu.meaning import Meaning
from voicebot.clock import Clock
from voicebot.telephony.calls import Call
from voicebot.telephony.number_watch import NumberWatch, Secret
from voicebot.telephony.utterance import Utterance
from voicebot.turns import own_pauses

log = logging.getLogger(__name__)

GOES_ON_MS = 1_000
"""So much of an answer may have sounded when the caller goes on. In its first second the bot says what it heard: nobody has
heard yet what is asked after that, and so nobody answers it."""

PAUSE_MS = own_pauses.LONGEST_MS
"""The longest patience (1.5 s) and the first second of the answer."""

JUDGE_TIMEOUT_S = 5.0
"""How long the record of a call waits for what the caller said last."""


@dataclass(frozen=True, slots=True, eq=False)
class Understood:
    """What was said in one utterance, or in several with short pauses; it waits for what came before it."""

    parts: tuple[Utterance, ...]
    heard: events.Heard
    instead_of: "Understood | None" = None
    """What was told before the caller went on."""

    alone: events.Heard | None = None
    """The last part by itself, should the answer to the others stand for good."""

    @property
    def end_ms(self) -> int:
        """Where the speech stopped."""
        return self.parts[-1].end_ms


@dataclass(frozen=True)
class Told:
    """What the session does with what was understood."""

    emit: Callable[[events.Event | Understood], None]
    forget: Callable[[Secret], None]
    hush: Callable[[], Awaitable[None]]
    """Stops the answer."""

    await_answer: Callable[[int], None]
    """Nothing was understood; silence counts from there, in ms."""

    recognized: Callable[[Utterance], None]
    """Its hypotheses are there."""


class Understanding:
    """One per stream."""

    def __init__(self, call: Call, clock: Clock, told: Told) -> None:
        self.floor = asyncio.Event()
        """Set while nobody goes on with what is about to be answered."""

        self.floor.set()
        self._call = call
        self._clock = clock
        self._told = told
        self._numbers = NumberWatch()
        self._tasks: dict[asyncio.Task[None], Utterance] = {}
        self._speaking: Utterance | None = None
        self._ended: Utterance | None = None
        """What was said last."""

        self._kept: Understood | None = None
        """Not told yet, as the caller goes on."""

        self._last: Understood | None = None
        """What was told last."""

        self._taken: Understood | None = None
        """What the conversation took last."""

        self._answered = False
        self._said_ms = 0
        """When the bot began what it said last."""

        self._sounded_ms: int | None = None
        """When the bot began to answer what was said last."""

    @property
    def busy(self) -> bool:
        """Whether something that was said is not understood yet."""
        return bool(self._tasks)

    @property
    def may_resume(self) -> bool:
        """Whether what is being said goes on with what is being answered, as far as one can tell."""
        return self._speaking is not None and self._before(self._speaking) is not None

    def begun(self, utterance: Utterance) -> None:
        """The caller speaks."""
        self._speaking = utterance
        if self._ended is None or utterance.start_ms - self._ended.end_ms > PAUSE_MS:
            return
        if self._sounded_ms is None or utterance.start_ms - self._sounded_ms < GOES_ON_MS:
            utterance.follows = self._ended
            self.floor.clear()

    def ended(self, utterance: Utterance) -> None:
        """The caller has finished."""
        unheard = self._sounded_ms is None
        self._speaking, self._ended, self._sounded_ms = None, utterance, None
        task = asyncio.create_task(self._understand(utterance, unheard, tuple(self._tasks)))
        self._tasks[task] = utterance
        task.add_done_callback(self._tasks.pop)

    def says(self, now_ms: int) -> None:
        """The bot has something to say."""
        self._said_ms = now_ms

    def sounds(self, ms: int) -> None:
        """What the bot says is heard from there on."""
        if self._sounded_ms is None:
            self._sounded_ms = ms

    def taken(self, understood: Understood, answered: bool) -> None:
        """The conversation was told, and did something or nothing."""
        self._taken, self._answered = understood, answered

    def as_of_now(self, understood: Understood) -> events.Heard:
        """The event that it is by now: what was answered for good is not taken back; and what began before the bot began
        to ask is no answer to what it asks, however late it is understood."""
        heard, since = understood.heard, understood.parts[0]
        if heard.resumes:
            if self._call.state.before is not None and self._stands(understood.instead_of):
                return heard
            heard, since = understood.alone or heard, understood.parts[-1]
        late = since.start_ms < self._said_ms and not since.interrupted
        return replace(heard, early=True) if late else heard

    def so_far(self, hypotheses: Sequence[Hypothesis]) -> SoFar:
        """What is known by now of what the caller is saying."""
        state = self._call.state
        if self._speaking is not None and (first := self._before(self._speaking)) is not None:
            hypotheses = nlu.together(first.heard.hypotheses, hypotheses)
            state = state.before or state
        return so_far(hypotheses, self._meaning(hypotheses, state), state.question)

    async def judge_rest(self, unfinished: Utterance | None) -> None:
        """Nothing stays on record that was not searched for a My Number."""
        rest = [*self._tasks.values(), *([unfinished] if unfinished is not None else [])]
        for task in list(self._tasks):
            task.cancel()
        for utterance in rest:
            try:
                hypotheses = await asyncio.wait_for(utterance.final(), JUDGE_TIMEOUT_S)
                secret = self._secret(utterance, hypotheses)
            except Exception:
                secret = Secret(utterance.start_ms, 0)
            if secret is not None:
                self._told.forget(secret)

    async def _understand(
        self, utterance: Utterance, unheard: bool, before: Collection[asyncio.Task[None]]
    ) -> None:
        """`unheard`: no answer to what was said before it has sounded. `before`: what was said earlier and is not
        understood yet; it counts first."""
        try:
            hypotheses = await utterance.final()
            self._told.recognized(utterance)
            if before:
                await asyncio.wait(before)
            await self._hear(utterance, hypotheses, unheard)
        except Exception:
            log.exception("call %s: what was said was not understood", self._call.sid)
            self._told.forget(Secret(utterance.start_ms, 0))  # it was not searched for a My Number
            self._told.emit(events.Trouble(self._clock.now()))
        finally:
            if not any(one.follows for one in self._going_on if one is not utterance):
                self.floor.set()

    @property
    def _going_on(self) -> list[Utterance]:
        """What is being said, or was said and is not understood yet."""
        return [*self._tasks.values(), *([self._speaking] if self._speaking is not None else [])]

    async def _hear(self, utterance: Utterance, hypotheses: tuple[Hypothesis, ...], unheard: bool) -> None:
        kept, self._kept = self._kept, None
        secret = self._secret(utterance, hypotheses)
        if secret is not None:
            if kept is not None and not secret.pieces:
                self._tell(kept)
            self._reveal(secret)
            return
        this = Understood((utterance,), events.Heard(self._clock.now(), hypotheses, utterance.early))
        first = kept or self._before(utterance)
        whole = await self._whole(first, this, kept is not None, unheard) if first is not None else None
        if first is not None and whole is not None:
            if nlu.holds_my_number(whole.heard.hypotheses):
                self._reveal(Secret(first.parts[0].start_ms, len(first.parts)))
            else:
                self._tell(whole)
            return
        if kept is not None:
            self._tell(kept)
        if hypotheses or utterance.interrupted:
            self._tell(this)
        elif kept is None:
            self._told.await_answer(utterance.end_ms)

    def _before(self, utterance: Utterance) -> Understood | None:
        """What the utterance may go on with: it was not told yet, or what came of it can be taken back."""
        first = self._kept or self._last
        if first is None or utterance.follows is None or first.parts[-1] is not utterance.follows:
            return None
        if first is self._taken and not (self._answered and self._call.state.before is not None):
            return None
        return first

    async def _whole(
        self, first: Understood, rest: Understood, kept: bool, unheard: bool
    ) -> Understood | None:
        """Both halves as one; None where the second is none."""
        state, said = self._call.state, rest.parts[-1]
        asked = state if kept else state.before or state
        meaning = self._meaning(rest.heard.hypotheses, asked)
        hums = nlu.hesitates(rest.heard.hypotheses)
        rests = nlu.goes_on(rest.heard.hypotheses, meaning, asked.question, unheard=unheard)
        goes_on = rests and (unheard or not hums)
        if not goes_on and (kept or not said.interrupted or meaning.command or meaning.emergency):
            return None
        parts = (*first.parts, *rest.parts)
        if not kept:
            await self._told.hush()
        heard = await self._heard_anew(parts, first, rest) if goes_on else first.heard.hypotheses
        resumes = first.heard.resumes or not kept
        event = replace(first.heard, at=rest.heard.at, hypotheses=heard, resumes=resumes)
        return Understood(parts, event, first.instead_of if kept else first, rest.heard)

    async def _heard_anew(
        self, parts: tuple[Utterance, ...], first: Understood, rest: Understood
    ) -> tuple[Hypothesis, ...]:
        joined = nlu.together(first.heard.hypotheses, rest.heard.hypotheses)
        try:
            return await parts[0].with_rest(*parts[1:]).final() or joined
        except Exception:
            log.exception("call %s: both halves were not heard as one", self._call.sid)
            return joined

    def _tell(self, understood: Understood) -> None:
        """Tells it, unless the caller goes on."""
        if any(one.follows is understood.parts[-1] for one in self._going_on):
            self._kept = understood
            return
        self._last = understood
        self._told.emit(understood)

    def _reveal(self, secret: Secret) -> None:
        self._told.forget(secret)
        self._told.emit(events.MyNumberSpoken(self._clock.now()))

    def _secret(self, utterance: Utterance, hypotheses: Sequence[Hypothesis]) -> Secret | None:
        expect = self._call.state.question.expect
        return self._numbers.hear(hypotheses, utterance.start_ms, expect)

    def _meaning(self, hypotheses: Sequence[Hypothesis], state: State) -> Meaning:
        return nlu.interpret(hypotheses, state.question, self._clock.now(), state.lexicon)

    def _stands(self, understood: Understood | None) -> bool:
        return understood is self._taken and self._answered
