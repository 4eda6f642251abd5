"""One call on one line: frames become events, events become actions, actions become speech and rows."""

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Callable

import nlu
from dialog import events, keypad
from dialog.actions import Action, Hold, Say
from dialog.state import Phase
from prompts.sentence import Sentence
from voicebot.call.action_loop import carry_out, take
from voicebot.metrics import Metrics
from voicebot.speech import mastering
from voicebot.telephony import filler
from voicebot.telephony.calls import Call, Stage, Turn
from voicebot.telephony.ears import PRE_ROLL_MS, Ears
from voicebot.telephony.inquiry import Inquiry, answered
from voicebot.telephony.key_watch import KeyWatch
from voicebot.telephony.parts import Parts
from voicebot.telephony.playback import Playback, Sent
from voicebot.telephony.record import CallLog
from voicebot.telephony.redaction import Redaction
from voicebot.telephony.settling import settled
from voicebot.telephony.transcripts import Span
from voicebot.telephony.turn_times import TurnTimes
from voicebot.telephony.understanding import Told, Understanding, Understood
from voicebot.transport.line import Audio, Digit, End, Fault, Line, LineDead, Mark, Pcm
from voicebot.turns.barge_in import Move

log = logging.getLogger(__name__)

FRAME_TIMEOUT_S = 15.0
"""A live stream sends a frame every 20 ms; one that sends none for this long is dead."""

_DONE = events.Booked | events.PlaceTaken | events.Changed | events.Cancelled | events.CallbackNoted
"""What stands in the book, whether or not the caller is still there."""

_FOUND = events.PlacesFound | events.BookingsFound | events.Held | events.Released | events.PlaceTaken
"""Answers that are of no use once what was asked is taken back."""


class Session:
    """Lives as long as the line."""

    def __init__(
        self,
        call: Call,
        parts: Parts,
        call_log: CallLog,
        line: Line,
        frame_timeout_s: float | None = FRAME_TIMEOUT_S,
        metrics: Metrics | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`frame_timeout_s`: None where frames come when they are wanted (`thinking`). `monotonic`: s, to measure with."""
        self._line = line
        self._taken = 0
        """What came in, in pieces."""

        self._call = call
        self._stream = call.streams
        self._parts = parts
        self._frame_timeout_s = frame_timeout_s
        self._log = call_log
        self._playback = Playback(line, self._sounds)
        self._events: asyncio.Queue[events.Event | Understood] = asyncio.Queue()
        self._folding = False
        """An event is being carried out."""

        self._silent = False
        """Nothing was said for as long as we wait; it is told when nothing else is under way."""

        self._interruptible = True
        self._redaction = Redaction(call, call_log)
        self._times = TurnTimes(metrics or Metrics(), call_log.turn_took, monotonic)
        told = Told(
            self._emit, self._redaction.spoken, self._hush, self._await_answer, self._times.recognized
        )
        self._understanding = Understanding(call, parts.clock, told)
        self._holds_tongue = False
        """The answer is ready, and the caller goes on."""

        self._ears = Ears(parts.recognition, self._understanding.so_far, self._playback.played)
        self._filler = filler.Filler()
        self._filling: asyncio.Task[None] | None = None
        self._mouth = asyncio.Lock()
        """Held while something is sent: the answer does not begin in the middle of a filler."""

        self._keys = KeyWatch()
        self._complaints: set[str] = set()
        self._asking: asyncio.Task[events.Event] | None = None
        self._holding = False
        """A place is being held, and its read-back comes next."""

        self._reader: asyncio.Task[None] | None = None
        self._loop = asyncio.get_running_loop()
        self._person_called = threading.Lock()
        """Taken by the first who calls a person in."""

    async def run(self) -> None:
        """Until the call ends, the caller hangs up, or the line breaks."""
        fold = asyncio.create_task(self._fold())
        reader = self._reader = asyncio.create_task(self._read())
        try:
            await asyncio.wait({fold, reader}, return_when=asyncio.FIRST_COMPLETED)
            fold.cancel()
            await self._settle()
            await self._finish(reader, fold)
        finally:
            tasks = [task for task in (reader, fold, self._filling) if task is not None]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self._understanding.judge_rest(self._ears.unfinished)
            self._ears.close()
            self._playback.close()
            self._close_log()

    async def _settle(self) -> None:
        """Lets a booking, change or cancellation that is under way end, so that the record tells what stands in the book."""
        if self._asking is not None:
            await self._asking
        while not self._events.empty():
            event = self._events.get_nowait()
            if isinstance(event, _DONE):
                self._take(event)

    async def _finish(self, reader: asyncio.Task[None], fold: asyncio.Task[None]) -> None:
        """Settles how the stream ended. Raises what is no matter of the line."""
        if not self._current:
            return  # another stream has taken over
        hung_up = reader.done() and not reader.cancelled() and reader.exception() is None
        errors = [task.exception() for task in (reader, fold) if task.done() and not task.cancelled()]
        broken = next((error for error in errors if error is not None), None)
        if broken is not None and not isinstance(broken, EOFError | LineDead | TimeoutError):
            raise broken
        if hung_up:
            actions = self._take(events.HungUp(self._parts.clock.now()))
            await carry_out(self._call, actions, self)
        elif broken is not None:
            self._call.stage = Stage.BROKEN
            log.warning("call %s: line broke (%s)", self._call.sid, type(broken).__name__)
            return
        self._call.stage = Stage.DONE

    @property
    def _current(self) -> bool:
        """Whether the call is on this stream."""
        return self._call.stage is Stage.STREAMING and self._call.streams == self._stream

    @property
    def call(self) -> Call:
        return self._call

    @property
    def now_ms(self) -> int:
        """The call's clock: how much of the caller's audio has come in."""
        return self._ears.now_ms

    @property
    def line_id(self) -> str:
        return self._line.id

    @property
    def thinking(self) -> bool:
        """Whether something is being worked out that needs no more audio. Who waits for its end with the next frame
        has the same call on every machine."""
        folding = self._folding or not self._events.empty()
        filling = self._filling is not None and not self._filling.done()
        busy = self._ears.judging or self._understanding.busy or self._playback.busy or filling
        return busy or (folding and not self._holds_tongue)

    async def settled(self, pieces: int) -> None:
        """From any event loop: returns when so much has come in from the line and all that followed from it is done, or the
        line has ended."""

        def thinking() -> bool:
            over = self._reader is not None and self._reader.done()
            return not over and (self._taken < pieces or self.thinking)

        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(settled(thinking), self._loop))

    def abandon(self) -> None:
        """The stream is dead, though its socket has not told yet."""
        if self._reader is not None:
            self._reader.cancel()

    def call_person(self) -> bool:
        """Has a person take the call over, as if the caller had asked; from any thread. False: somebody has already."""
        if not self._person_called.acquire(blocking=False):
            return False
        self._loop.call_soon_threadsafe(self._emit, events.PersonCalled(self._parts.clock.now()))
        return True

    def shut_down(self) -> None:
        """The service is going down: say so and end."""
        self._emit(events.Trouble(self._parts.clock.now()))

    def _first(self) -> events.Event:
        if self._call.streams > 1:
            return events.Reconnected(self._parts.clock.now())
        return self._parts.started(self._call)

    def _close_log(self) -> None:
        if self._current:
            self._call.stage = Stage.BROKEN
        self._times.close()
        self._log.close(self._call.record)

    def _emit(self, event: events.Event | Understood) -> None:
        self._events.put_nowait(event)

    # From the line

    async def _read(self) -> None:
        while True:
            await asyncio.sleep(0)  # whatever has come in at once, the fold has its turn
            async with asyncio.timeout(self._frame_timeout_s):  # `wait_for` may swallow that the call is over
                came = await self._line.receive()
            self._taken += 1
            match came:
                case Audio(pcm):
                    await self._audio(pcm)
                case Mark(name):
                    self._mark(name)
                case Digit(digit):
                    if not keypad.trails(self._call.state, digit):
                        await self._interrupt()
                    self._ears.key_pressed()
                    self._filler.turn_ended(self._ears.now_ms)
                    self._times.close()
                    self._silent = False
                    self._emit(events.KeyPressed(self._parts.clock.now(), digit))
                case Fault(why):
                    self._complain(why)
                case End():
                    return

    def _complain(self, text: str) -> None:
        if text not in self._complaints and len(self._complaints) < 20:
            self._complaints.add(text)
            log.warning("call %s: %s", self._call.sid, text)

    async def _audio(self, pcm: Pcm) -> None:
        self._log.caller_audio(pcm)
        speaking = self._playback.speaking
        if speaking and self._playback.overdue(self._ears.now_ms):
            for sent in self._playback.give_up():
                self._complain("marks are missing")
                self._emit(events.Played(self._parts.clock.now(), sent.key, sent.last))
                if sent.last:
                    self._ears.await_answer()
        heard = self._ears.feed(pcm, speaking)
        if heard.began is not None:
            self._understanding.begun(heard.began)
            self._filler.no_more()
        sounds = not self._holds_tongue or self._playback.ends_ms > self._ears.now_ms
        for move in heard.barge_in if speaking else ():
            await self._move(move, sounds)
        self._silence(heard.no_input, speaking)
        if heard.utterance is not None:
            said = Span(heard.utterance.start_ms, heard.utterance.end_ms)
            self._log.utterance(max(0, said.start_ms - PRE_ROLL_MS), self._ears.now_ms, said)
            self._times.ended(heard.utterance, self._ears.now_ms)
            self._understanding.ended(heard.utterance)
            self._filler.turn_ended(self._ears.now_ms, heard.utterance.follows is not None)
        if self._filler.due(self._ears.now_ms) and self._keeps_waiting:
            self._filling = asyncio.create_task(self._fill())

    @property
    def _keeps_waiting(self) -> bool:
        """Whether an answer is on its way that does not sound yet."""
        coming = self._understanding.busy or self._folding or not self._events.empty()
        held = self._holding or self._holds_tongue
        return coming and not held and self._playback.silent(self._ears.now_ms)

    async def _fill(self) -> None:
        say, loop = filler.words(self._call.state), asyncio.get_running_loop()
        (sentence,) = say.sentences
        audio = await loop.run_in_executor(self._parts.speaking, self._spoken, sentence, say)
        async with self._mouth:
            if not self._filler.wanted or not self._keeps_waiting:
                return
            self._filler.said()
            self._interruptible = True
            self._note(sentence.text)
            with contextlib.suppress(LineDead):  # whoever sends next finds it, too
                await self._playback.play(Sent(sentence.key, False), audio, self._ears.now_ms, sentence.text)

    def _silence(self, no_input: bool, speaking: bool) -> None:
        """Tells of silence as soon as nothing else is under way that might end it."""
        talking = speaking or self._ears.unfinished is not None
        self._silent = (self._silent or no_input) and not talking
        if self._silent and self._events.empty() and not self._folding and not self._understanding.busy:
            self._silent = False
            self._times.close()
            self._emit(events.NoInput(self._parts.clock.now()))

    def _mark(self, name: str) -> None:
        sent = self._playback.heard(name)
        if sent is not None:
            self._emit(events.Played(self._parts.clock.now(), sent.key, sent.last))
            if sent.last:
                self._ears.await_answer()

    async def _move(self, move: Move, sounds: bool) -> None:
        """`sounds`: the bot's voice is on the line, or would be if it were not held."""
        match move:
            case Move.HOLD if sounds and self._interruptible:
                self._log.silence_agent(self._ears.now_ms)
                await self._playback.hold(self._ears.now_ms)
            case Move.GO_ON:
                self._playback.go_on(self._ears.now_ms)
            case Move.YIELD if sounds:
                await self._interrupt(self._understanding.may_resume)

    async def _interrupt(self, resuming: bool = False) -> None:
        """`resuming`: the caller goes on, and even a read-back begins anew afterwards."""
        if (self._interruptible or resuming) and self._playback.speaking:
            await self._hush()
            self._ears.interrupted()

    async def _hush(self) -> None:
        """What was sent and has not sounded yet never will, and is not on record."""
        if self._playback.speaking:
            self._log.silence_agent(self._ears.now_ms)
        await self._playback.drop(self._ears.now_ms)

    # The fold

    async def _fold(self) -> None:
        self._folding = True
        first: events.Event | Understood | None = await asyncio.to_thread(self._first)
        while self._call.state.phase is not Phase.ENDED:
            event, first = first or await self._events.get(), None
            self._folding = True
            understood = event if isinstance(event, Understood) else None
            if isinstance(event, Understood):
                event = self._understanding.as_of_now(event)
                self._silent = False
                if event.resumes:
                    self._drop_answers()
            with self._times.understanding(understood.parts[-1] if understood is not None else None):
                actions = self._take(event)
            if understood is not None:
                self._understanding.taken(understood, bool(actions))
            state = self._call.state
            if isinstance(event, events.Heard) and event.hypotheses and self._call.turns:
                self._call.turns[-1].heard = event.hypotheses[0].text
            hints = nlu.hints_for(state.question, self._parts.clock.now(), state.lexicon)
            self._ears.expect(state.question, hints)
            await carry_out(self._call, actions, self)
            speaking = self._playback.speaking and not self._playback.only(filler.KEY)
            unanswered = not any(isinstance(a, Say) for a in actions) and not speaking
            if understood is not None and unanswered:
                self._await_answer(understood.end_ms)  # a hum: whoever falls silent after it is asked again
            self._folding = False

    def _await_answer(self, since_ms: int) -> None:
        """Silence counts from the end of what was said, however long it took to be understood."""
        self._silent = False
        self._ears.await_answer(max(since_ms, self._playback.ends_ms))

    def _drop_answers(self) -> None:
        """What the calendar found for half a sentence is no answer to the whole."""
        waiting = [self._events.get_nowait() for _ in range(self._events.qsize())]
        for event in waiting:
            if not isinstance(event, _FOUND):
                self._emit(event)

    def _take(self, event: events.Event) -> tuple[Action, ...]:
        now_ms, secret = self._ears.now_ms, self._redaction.pressed
        try:
            event, actions = take(self._call, self._keys, event, now_ms, secret)
        except Exception:
            log.exception("call %s: no way on from %s", self._call.sid, type(event).__name__)
            event = events.Trouble(event.at)
            event, actions = take(self._call, self._keys, event, now_ms, secret)
        self._log.event(now_ms, event, actions)
        return actions

    async def say(self, action: Say) -> None:
        """See `Outside`."""
        self._note(" ".join(sentence.text for sentence in action.sentences))
        async with self._mouth:
            if not self._playback.only(filler.KEY):
                await self._hush()
        self._interruptible = action.interruptible
        self._playback.begin()
        self._understanding.says(self._ears.now_ms)
        turn = self._playback.turn
        loop = asyncio.get_running_loop()
        for n, sentence in enumerate(action.sentences, 1):
            pieces = sentence.pieces()
            for piece in pieces:
                audio = await loop.run_in_executor(self._parts.speaking, self._spoken, piece, action)
                await self._hold_tongue()
                async with self._mouth:
                    self._filler.no_more()
                if self._playback.turn != turn:
                    return
                whole = Sent(sentence.key, n == len(action.sentences)) if piece is pieces[-1] else None
                if not await self._playback.play(whole, audio, self._ears.now_ms, piece.text):
                    return
        self._playback.done()

    def _sounds(self, start_ms: int, audio: Pcm, text: str, sent: Sent | None) -> None:
        if sent is None or sent.key != filler.KEY:
            self._understanding.sounds(start_ms)
            self._times.sounds(start_ms)
        self._log.agent_audio(start_ms, audio, text)

    def _spoken(self, piece: Sentence, action: Say) -> Pcm:
        return mastering.louder(self._parts.synthesizer.speak(piece, action.rate), action.gain_db)

    async def _hold_tongue(self) -> None:
        """Nothing of an answer is sent while the caller goes on with what it answers."""
        if self._call.state.before is not None:
            self._holds_tongue = True
            await self._understanding.floor.wait()
        self._holds_tongue = False

    def _note(self, text: str) -> None:
        turns = self._call.turns
        if turns and not turns[-1].heard:
            turns[-1].agent += " " + text
        else:
            turns.append(Turn(text))

    async def ask(self, inquiry: Inquiry) -> events.Event:
        """See `Outside`."""
        self._holding = isinstance(inquiry, Hold)
        self._asking = asyncio.create_task(self._answer_of(inquiry))
        with self._times.calendar():
            event = await asyncio.shield(self._asking)
        self._asking = None
        self._holding = False
        return event

    async def _answer_of(self, action: Inquiry) -> events.Event:
        parts, loop = self._parts, asyncio.get_running_loop()
        event = await loop.run_in_executor(
            parts.pool, answered, action, self._call, parts.calendars, parts.clock
        )
        self._emit(event)
        return event
