"""A session on a line that keeps time: a frame comes, all that follows from it is done, a frame is heard."""

import asyncio
import base64
import json
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, TypeVar

from dialog import events
from dialog.calendar import FakeCalendar
from nlu.hypothesis import Hypothesis
from tests.dialog.conversation import NOW, OFFICE
from tests.telephony.wire_phone import FRAME, silence
from voicebot.clock import PinnedClock
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.telephony.calls import Call
from voicebot.telephony.parts import Parts
from voicebot.telephony.pstn import PlaybackBuffer
from voicebot.telephony.record import MemoryCallLog
from voicebot.telephony.session import Session
from voicebot.transport.twilio import TwilioLine

Result = TypeVar("Result")
SETTLED = 30
"""Turns of the event loop in which everything that follows from one message has happened."""

SENTENCE_MS = 2_000


class AtOnce(Executor):
    """Does the work in the thread that asks, so that no test depends on how fast threads are."""

    def submit(self, work: Callable[..., Result], /, *args: Any, **named: Any) -> "Future[Result]":
        future: Future[Result] = Future()
        try:
            future.set_result(work(*args, **named))
        except Exception as error:
            future.set_exception(error)
        return future


class Stream:
    """One stream of one call."""

    def __init__(self, *said: str | tuple[Hypothesis, ...], free: Any = (), ms: int = SENTENCE_MS) -> None:
        script = [(Hypothesis(one, 0.95),) if isinstance(one, str) and one else one or () for one in said]
        self.ears, self.voice = FakeRecognizer(script), FakeSynthesizer(ms)
        self.calendar, self.log = FakeCalendar(*free), MemoryCallLog()
        self.call = Call("CA1", "+81935551234", NOW, streams=1)
        clock = PinnedClock(NOW)
        self.parts = Parts(
            (OFFICE,),
            ThreadedRecognition(self.ears, AtOnce()),
            self.voice,
            self.calendar,
            clock,
            5.5,
            AtOnce(),
            AtOnce(),
        )
        self.sent: list[str] = []
        """Names of the sentences sent whole, as far as they were not cleared."""

        self.heard: list[str] = []
        """Keys of the sentences heard to their end."""

        self.cleared = 0
        self.played = bytearray()
        """All that the caller's telephone sounded, silence included."""

        self._buffer = PlaybackBuffer()
        self._wire: asyncio.Queue[str] = asyncio.Queue()
        self.line = TwilioLine(self._wire.get, self.send, "MZ0123456789")
        self.session = Session(self.call, self.parts, self.log, self.line)

    async def __aenter__(self) -> "Stream":
        self._running = asyncio.create_task(self.session.run())
        while not (self.log.events or self._running.done()):  # noqa: ASYNC110
            await asyncio.sleep(0)  # how a call begins is worked out in a thread
        await self.settle()
        return self

    async def __aexit__(self, kind: object, *failure: object) -> None:
        self.gives({"event": "stop"})
        if kind is not None:
            await self.settle()
            self._running.cancel()
        await asyncio.gather(self._running, return_exceptions=kind is not None)

    @property
    def now_ms(self) -> int:
        return len(self.log.caller) // 8

    @property
    def told(self) -> list[events.Event]:
        """What the record tells, without what was played."""
        return [event for _, event in self.log.events if not isinstance(event, events.Played)]

    def of(self, kind: type[events.Event]) -> list[Any]:
        return [event for event in self.told if isinstance(event, kind)]

    async def send(self, text: str) -> None:
        """The service's side of the wire."""
        message = json.loads(text)
        match message["event"]:
            case "media":
                self._buffer.append(base64.b64decode(message["media"]["payload"]))
            case "mark":
                self.sent.append(message["mark"]["name"])
                self._buffer.mark(message["mark"]["name"])
            case "clear":
                self.cleared += 1
                for name in self._buffer.clear():
                    self.sent.remove(name)
                    self.returns(name)

    def gives(self, message: dict[str, Any]) -> None:
        self._wire.put_nowait(json.dumps(message))

    def media(self, payload: bytes) -> None:
        self.gives({"event": "media", "media": {"payload": base64.b64encode(payload).decode()}})

    def returns(self, name: str) -> None:
        """A mark comes back."""
        self.gives({"event": "mark", "mark": {"name": name}})

    async def settle(self) -> None:
        for _ in range(SETTLED):
            await asyncio.sleep(0)

    async def says(self, audio: bytes) -> None:
        """The caller's line, frame by frame, while the bot's plays beside it."""
        for at in range(0, len(audio), FRAME):
            self.media(audio[at : at + FRAME])
            await self.settle()
            sounded, marks = self._buffer.play()
            self.played += sounded
            for name in marks:
                self.heard.append(name.partition(":")[2])
                self.returns(name)
            await self.settle()

    async def waits(self, ms: int) -> None:
        await self.says(silence(ms))

    async def hears(self, key: str) -> None:
        """Listens until this sentence was heard to its end."""
        self.heard.clear()
        for _ in range(3_000):
            if key in self.heard:
                return
            await self.waits(20)
        raise AssertionError(f"{key} was not said within a minute")

    async def presses(self, keys: str) -> None:
        for digit in keys:
            self.gives({"event": "dtmf", "dtmf": {"digit": digit}})
            await self.settle()
