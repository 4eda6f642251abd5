"""A recognizer in a process of its own: what it works out in Python holds up no event loop.

Whole utterances go in and hypotheses come out. A process that dies is started anew, and what it was asked is asked once more.
"""

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing.connection import Connection

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from voicebot import heap
from voicebot.speech import closed
from voicebot.speech.recognizer import EngineMissing, Pcm, Recognizer

log = logging.getLogger(__name__)

Make = Callable[[], Recognizer]
"""Makes the engine, in the other process: a function of a module, or a partial of one."""

HINTS = 64
"""Different hints that a process remembers: they are sent once (50 kB), and what is built from them stays built."""

NICE = 5
"""The process gives way to the event loop, which has little to do and must not be late."""

TRIES = 2

_ENDED = "the recognizer's process has ended"


class EngineFailed(Exception):
    """The engine could not hear an utterance; the message is what it said."""


class EngineDied(EngineFailed):
    """The engine's process ended over this utterance, twice."""


@dataclass(eq=False)
class _Asked:
    pcm: Pcm
    hints: Hints
    brief: bool
    answer: "Future[tuple[Hypothesis, ...]]" = field(default_factory=Future)
    tries: int = 0


class EngineProcess:
    """From any thread."""

    def __init__(self, make: Make, at_once: int = 1) -> None:
        """Starts the process and waits until the engine is loaded; it hears `at_once` utterances at a time.

        Raises EngineMissing as the engine does.
        """
        self.at_once = at_once
        self._make = make
        self._lock = threading.Lock()
        self._asked: dict[int, _Asked] = {}
        self._count = 0
        self._closing = False
        self._start()
        try:
            first = self._pipe.recv()
        except EOFError:
            first = EngineMissing("the recognizer's process ended before it was ready: see the log above")
        if isinstance(first, EngineMissing):
            self.close()
            raise first
        self.name: str = first
        threading.Thread(target=self._read, name="engine-process", daemon=True).start()

    def hear(self, pcm: Pcm, hints: Hints, brief: bool = False) -> "Future[tuple[Hypothesis, ...]]":
        """Everything that was said; the future raises EngineFailed. `brief`: see `Recognizer.listen`."""
        asked = _Asked(pcm, hints, brief)
        with self._lock:
            if self._closing:
                asked.answer.set_exception(EngineDied(_ENDED))
                return asked.answer
            self._count += 1
            self._asked[self._count] = asked
            self._send(self._count, asked)
        return asked.answer

    def close(self) -> None:
        """Ends the process; what is still asked fails."""
        with self._lock:
            self._closing = True
        self._process.terminate()
        self._process.join(timeout=5)

    @property
    def pid(self) -> int | None:
        """Of the process that hears now."""
        return self._process.pid

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._known: OrderedDict[int, Hints] = OrderedDict()
        self._process = context.Process(
            target=_serve, args=(theirs, self._make, self.at_once), name="voicebot-ears", daemon=True
        )
        self._process.start()
        theirs.close()

    def _send(self, number: int, asked: _Asked) -> None:
        asked.tries += 1
        with contextlib.suppress(OSError):  # the process has just died; the reader starts another
            place, new = self._place(asked.hints)
            self._pipe.send((number, asked.pcm, asked.brief, place, asked.hints if new else None))

    def _place(self, hints: Hints) -> tuple[int, bool]:
        """Under which number the process keeps the hints, and whether it has yet to be told them."""
        for place, known in self._known.items():
            if known is hints or known == hints:
                self._known.move_to_end(place)
                return place, False
        place = len(self._known) if len(self._known) < HINTS else self._known.popitem(last=False)[0]
        self._known[place] = hints
        return place, True

    def _read(self) -> None:
        while True:
            try:
                number, heard = self._pipe.recv()
            except (OSError, EOFError):
                if self._closing or not self._again():
                    self._fail_all()
                    return
                continue
            with self._lock:
                asked = self._asked.pop(number)
            if isinstance(heard, str):
                asked.answer.set_exception(EngineFailed(heard))
            else:
                asked.answer.set_result(heard)

    def _again(self) -> bool:
        """Another process in place of the one that died. False: it does not come up."""
        log.error("the recognizer's process ended (%s); starting another", self._process.exitcode)
        with self._lock:
            self._start()
            for number, asked in list(self._asked.items()):
                if asked.tries >= TRIES:
                    del self._asked[number]
                    asked.answer.set_exception(EngineDied("the recognizer's process ended over an utterance"))
                else:
                    self._send(number, asked)
        try:
            return isinstance(self._pipe.recv(), str)
        except (OSError, EOFError):
            return not self._closing

    def _fail_all(self) -> None:
        with self._lock:
            for asked in self._asked.values():
                asked.answer.set_exception(EngineDied(_ENDED))
            self._asked.clear()


def _serve(pipe: Connection, make: Make, at_once: int) -> None:
    """In the other process, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the service's to handle
    os.nice(NICE)
    try:
        recognizer = make()
    except EngineMissing as missing:
        pipe.send(missing)
        return
    heap.give_back()
    pipe.send(recognizer.name)
    lock, known = threading.Lock(), dict[int, Hints]()

    def hear(number: int, pcm: Pcm, brief: bool, hints: Hints) -> None:
        try:
            listening = recognizer.listen(hints, brief)
            listening.feed(pcm)
            heard: tuple[Hypothesis, ...] | str = closed.hear(listening, hints)
        except Exception as error:
            log.exception("an utterance could not be heard")
            heard = f"{type(error).__name__}: {error}"
        with lock:
            pipe.send((number, heard))

    with ThreadPoolExecutor(at_once) as pool, contextlib.suppress(EOFError, OSError):
        while True:
            number, pcm, brief, place, hints = pipe.recv()
            if hints is not None:
                known[place] = hints
            pool.submit(hear, number, pcm, brief, known[place])
