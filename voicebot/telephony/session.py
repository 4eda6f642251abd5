"""One call on one stream: frames become events, events become actions, actions become speech and rows."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from concurrent.futures import Executor
from dataclasses import dataclass

import nlu
from dialog import events
from dialog.actions import Action, HangUp, Hold, Say, Transfer
from dialog.calendar import Calendars, Unavailable
from dialog.office import Office
from dialog.state import Phase
from dialog.step import step
from nlu.hypothesis import Hypothesis
from voicebot import desks
from voicebot.clock import Clock
from voicebot.speech.recognizer import Recognizer
from voicebot.speech.synthesizer import Synthesizer
from voicebot.telephony import wire
from voicebot.telephony.calls import Call, Stage, Turn
from voicebot.telephony.ears import PRE_ROLL_MS, Ears, Utterance
from voicebot.telephony.inquiry import Inquiry, answer
from voicebot.telephony.key_watch import KeyWatch
from voicebot.telephony.number_watch import NumberWatch, Secret
from voicebot.telephony.playback import LineDead, Playback, Sent
from voicebot.telephony.record import CallLog

log = logging.getLogger(__name__)

FRAME_TIMEOUT_S = 15.0
"""A live stream sends a frame every 20 ms; one that sends none for this long is dead."""


JUDGE_TIMEOUT_S = 5.0
"""How long the record of a call waits for what the caller said last."""

LATE_FRAMES = 50
"""A frame this little behind the newest comes late or twice; one further back starts a new count."""


@dataclass(frozen=True)
class Parts:
    """What a call needs from the service around it."""

    offices: tuple[Office, ...]
    """All that are served."""

    recognizer: Recognizer
    synthesizer: Synthesizer
    calendars: Calendars
    clock: Clock
    rate: float
    """mora/s"""

    pool: Executor
    """Where engines and the database block."""


class Session:
    """Lives from `start` to the end of the stream."""

    def __init__(
        self,
        call: Call,
        parts: Parts,
        call_log: CallLog,
        send: Callable[[str], Awaitable[None]],
        stream_sid: str,
    ) -> None:
        self._call = call
        self._parts = parts
        self._log = call_log
        self._playback = Playback(send, stream_sid)
        self._events: asyncio.Queue[events.Event] = asyncio.Queue()
        self._interruptible = True
        self._ears = Ears(parts.recognizer, parts.pool, self._enough)
        self._numbers = NumberWatch()
        self._keys = KeyWatch()
        self._complaints: set[str] = set()
        self._asking: asyncio.Task[events.Event] | None = None
        self._reader: asyncio.Task[None] | None = None
        self._understanding: dict[asyncio.Task[None], Utterance] = {}

    async def run(self, receive: Callable[[], Awaitable[str]]) -> None:
        """Until the call ends, the caller hangs up, or the line breaks.

        `receive` gives the next message of the wire and raises EOFError when the socket has closed.
        """
        self._emit(self._first())
        fold = asyncio.create_task(self._fold())
        reader = self._reader = asyncio.create_task(self._read(receive))
        try:
            await asyncio.wait({fold, reader}, return_when=asyncio.FIRST_COMPLETED)
            fold.cancel()
            await self._settle()
            await self._finish(reader, fold)
        finally:
            for task in (reader, fold):
                task.cancel()
            await asyncio.gather(reader, fold, return_exceptions=True)
            await self._judge_rest()
            self._ears.close()
            self._close_log()

    async def _settle(self) -> None:
        """Lets a booking, change or cancellation that is under way end, so that the record tells what stands in the book."""
        if self._asking is not None:
            await self._asking
        while not self._events.empty():
            event = self._events.get_nowait()
            if isinstance(event, events.Booked | events.PlaceTaken | events.Changed | events.Cancelled):
                self._take(event)

    async def _finish(self, reader: asyncio.Task[None], fold: asyncio.Task[None]) -> None:
        """Settles how the stream ended. Raises what is no matter of the line."""
        if self._call.stage is not Stage.STREAMING:
            return  # another stream has taken over
        hung_up = reader.done() and not reader.cancelled() and reader.exception() is None
        errors = [task.exception() for task in (reader, fold) if task.done() and not task.cancelled()]
        broken = next((error for error in errors if error is not None), None)
        if broken is not None and not isinstance(broken, EOFError | LineDead | TimeoutError):
            raise broken
        if hung_up:
            for action in self._take(events.HungUp(self._parts.clock.now())):
                await self._perform(action)
        elif broken is not None:
            self._call.stage = Stage.BROKEN
            log.warning("call %s: line broke (%s)", self._call.sid, type(broken).__name__)
            return
        self._call.stage = Stage.DONE

    @property
    def call(self) -> Call:
        return self._call

    def abandon(self) -> None:
        """The stream is dead, though its socket has not told yet."""
        if self._reader is not None:
            self._reader.cancel()

    async def _judge_rest(self) -> None:
        """Nothing stays on record that was not searched for a My Number."""
        rest = [*self._understanding.values()]
        if self._ears.unfinished is not None:
            rest.append(self._ears.unfinished)
        for task in list(self._understanding):
            task.cancel()
        for utterance in rest:
            try:
                secret = nlu.holds_my_number(await asyncio.wait_for(utterance.final(), JUDGE_TIMEOUT_S))
            except Exception:
                secret = True
            if secret:
                self._blank(utterance.start_ms)

    def _blank(self, from_ms: int) -> None:
        self._log.silence_caller(max(0, from_ms - PRE_ROLL_MS))

    def _forget(self, secret: Secret) -> None:
        self._blank(secret.from_ms)
        if secret.pieces:
            self._log.forget_input(secret.from_ms)
            for turn in self._call.turns[-secret.pieces - 1 :]:
                turn.heard = ""

    def shut_down(self) -> None:
        """The service is going down: say so and end."""
        self._emit(events.Trouble(self._parts.clock.now()))

    def _first(self) -> events.Event:
        at = self._parts.clock.now()
        if self._call.streams > 1:
            return events.Reconnected(at)
        served, calendars = self._parts.offices, self._parts.calendars
        office, offices = desks.phoned(served, self._call.called, calendars, at)
        return events.CallStarted(at, office, self._call.caller, self._parts.rate, offices)

    def _close_log(self) -> None:
        if self._call.stage is Stage.STREAMING:
            self._call.stage = Stage.BROKEN
        self._log.close(
            {"call_sid": self._call.sid, "outcome": self._call.outcome, "booking": self._call.booking}
        )

    def _emit(self, event: events.Event) -> None:
        self._events.put_nowait(event)

    # From the wire

    async def _read(self, receive: Callable[[], Awaitable[str]]) -> None:
        chunk = 0
        while True:
            text = await asyncio.wait_for(receive(), FRAME_TIMEOUT_S)
            try:
                message = wire.parse(text)
            except wire.WireError as error:
                self._complain(str(error))
                continue
            match message:
                case wire.Media(payload, number):
                    if number is not None and 0 <= chunk - number < LATE_FRAMES:
                        self._complain("media out of order")
                        continue
                    chunk = number or chunk
                    await self._audio(payload)
                case wire.Mark(name):
                    self._mark(name)
                case wire.Dtmf(digit):
                    await self._interrupt()
                    self._emit(events.KeyPressed(self._parts.clock.now(), digit))
                case wire.Stop():
                    return
                case wire.Unknown(event):
                    self._complain(f"unknown event {event!r}")
                case _:
                    self._complain(f"{type(message).__name__} in the middle of a stream")

    def _complain(self, text: str) -> None:
        if text not in self._complaints and len(self._complaints) < 20:
            self._complaints.add(text)
            log.warning("call %s: %s", self._call.sid, text)

    async def _audio(self, payload: bytes) -> None:
        self._log.caller_audio(payload)
        speaking = self._playback.speaking
        if speaking and self._playback.overdue(self._ears.now_ms):
            for sent in self._playback.give_up():
                self._complain("marks are missing")
                self._emit(events.Played(self._parts.clock.now(), sent.key, sent.last))
                if sent.last:
                    self._ears.await_answer()
        heard = self._ears.feed(payload, speaking)
        if heard.barge_in and speaking:
            await self._interrupt()
        if heard.no_input and not speaking and self._events.empty():
            self._emit(events.NoInput(self._parts.clock.now()))
        if heard.utterance is not None:
            self._log.utterance(max(0, heard.utterance.start_ms - PRE_ROLL_MS), self._ears.now_ms)
            before = tuple(self._understanding)
            task = asyncio.create_task(self._understand(heard.utterance, before))
            self._understanding[task] = heard.utterance
            task.add_done_callback(self._understanding.pop)

    def _mark(self, name: str) -> None:
        sent = self._playback.heard(name)
        if sent is not None:
            self._emit(events.Played(self._parts.clock.now(), sent.key, sent.last))
            if sent.last:
                self._ears.await_answer()

    async def _interrupt(self) -> None:
        if self._interruptible and self._playback.speaking:
            self._log.silence_agent(self._ears.now_ms)
            await self._playback.drop(self._ears.now_ms)
            self._ears.interrupted()

    # Understanding

    def _enough(self, hypotheses: tuple[Hypothesis, ...]) -> bool:
        """Whether what was heard so far answers what was asked."""
        state = self._call.state
        meaning = nlu.interpret(hypotheses, state.question, self._parts.clock.now(), state.lexicon)
        return nlu.complete(meaning, state.question)

    async def _understand(self, utterance: Utterance, before: Collection[asyncio.Task[None]]) -> None:
        """`before`: what was said earlier and is not understood yet; it counts first."""
        try:
            hypotheses = await utterance.final()
        except Exception:
            log.exception("call %s: the recognizer failed", self._call.sid)
            self._emit(events.Trouble(self._parts.clock.now()))
            return
        if before:
            await asyncio.wait(before)
        now = self._parts.clock.now()
        secret = self._numbers.hear(hypotheses, utterance.start_ms, self._call.state.question.expect)
        if secret is not None:
            self._forget(secret)
            self._emit(events.MyNumberSpoken(now))
        elif hypotheses or utterance.interrupted:
            self._emit(events.Heard(now, hypotheses, utterance.early))
        else:
            self._ears.await_answer()

    # The fold

    async def _fold(self) -> None:
        while self._call.state.phase is not Phase.ENDED:
            event = await self._events.get()
            actions = self._take(event)
            state = self._call.state
            if isinstance(event, events.Heard) and event.hypotheses and self._call.turns:
                self._call.turns[-1].heard = event.hypotheses[0].text
            hints = nlu.hints_for(state.question, self._parts.clock.now(), state.lexicon)
            self._ears.expect(state.question.expect, hints)
            for action in actions:
                answer = await self._perform(action)
                if isinstance(action, Hold) and not isinstance(answer, events.Held):
                    break  # what was to be read back is not free
            unanswered = isinstance(event, events.Heard) and not any(isinstance(a, Say) for a in actions)
            if unanswered and not self._playback.speaking:
                self._ears.await_answer()  # a hum: whoever falls silent after it is asked again

    def _take(self, event: events.Event) -> tuple[Action, ...]:
        pressed_ms = self._keys.watch(self._call.state, event, self._ears.now_ms)
        if pressed_ms is not None:
            self._blank(pressed_ms)
            self._log.forget_input(pressed_ms)
            event = events.MyNumberSpoken(event.at)
        self._call.state, actions = step(self._call.state, event)
        self._log.event(self._ears.now_ms, event, actions)
        return actions

    async def _perform(self, action: Action) -> events.Event | None:
        """The calendar's answer, where it was asked."""
        match action:
            case Say():
                await self._say(action)
            case Transfer(phone, whisper):
                self._call.transfer_to, self._call.whisper = phone, whisper
            case HangUp():
                pass
            case _:
                return await self._ask_calendar(action)
        return None

    async def _say(self, action: Say) -> None:
        self._note(" ".join(sentence.text for sentence in action.sentences))
        await self._playback.drop(self._ears.now_ms)
        self._interruptible = action.interruptible
        self._playback.begin()
        turn = self._playback.turn
        loop = asyncio.get_running_loop()
        for n, sentence in enumerate(action.sentences, 1):
            pieces = sentence.pieces()
            for piece in pieces:
                speak = self._parts.synthesizer.speak
                audio = await loop.run_in_executor(self._parts.pool, speak, piece, action.rate)
                if self._playback.turn != turn:
                    return
                whole = Sent(sentence.key, n == len(action.sentences)) if piece is pieces[-1] else None
                start = await self._playback.play(whole, audio, self._ears.now_ms)
                self._log.agent_audio(start, audio)
        self._playback.done()

    def _note(self, text: str) -> None:
        turns = self._call.turns
        if turns and not turns[-1].heard:
            turns[-1].agent += " " + text
        else:
            turns.append(Turn(text))

    async def _ask_calendar(self, action: Inquiry) -> events.Event:
        self._asking = asyncio.create_task(self._answer_of(action))
        answered = await asyncio.shield(self._asking)
        self._asking = None
        return answered

    async def _answer_of(self, action: Inquiry) -> events.Event:
        call, calendars, clock = self._call, self._parts.calendars, self._parts.clock
        try:
            event = await asyncio.get_running_loop().run_in_executor(
                self._parts.pool, answer, action, call, calendars, clock
            )
        except Unavailable as error:
            log.error("call %s: calendar unavailable: %s", self._call.sid, error)
            event = events.Trouble(self._parts.clock.now())
        self._emit(event)
        return event
