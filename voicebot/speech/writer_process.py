"""A writer in a process of its own that gives way to everything, and whose memory goes back when it ends."""

import logging
import multiprocessing
import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import TracebackType

from voicebot.speech.recognizer import EngineMissing, Pcm

log = logging.getLogger(__name__)

NICE = 19

Make = Callable[[], Callable[[Pcm], str]]
"""Makes the writer, in the other process: a class or function of a module."""


class WriterFailed(Exception):
    """An utterance could not be written; the message is what the writer said."""


class WriterProcess:
    """One utterance at a time, from one thread; there from `with` to its end."""

    def __init__(self, make: Make) -> None:
        """Starts the process; it loads what it needs meanwhile."""
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, make), name="voicebot-writer", daemon=True
        )
        self._process.start()
        theirs.close()

    def __enter__(self) -> "WriterProcess":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.join()
        self._pipe.close()

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def __call__(self, pcm: Pcm) -> str:
        """The text of an utterance at 16,000 Hz, shape (samples,). Raises EngineMissing, and WriterFailed, also when the
        process has ended."""
        try:
            self._pipe.send(pcm)
            written: str | Exception = self._pipe.recv()
        except (OSError, EOFError):
            raise WriterFailed("the writer's process has ended") from None
        if isinstance(written, Exception):
            raise written
        return written


def _serve(pipe: Connection, make: Make) -> None:
    """In the other process, until it is ended or the service is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the service's to handle
    os.nice(NICE)
    try:
        writer = make()
    except EngineMissing as missing:
        pipe.send(missing)
        return
    while True:
        try:
            pcm = pipe.recv()
        except (OSError, EOFError):
            return
        try:
            pipe.send(writer(pcm))
        except Exception as error:
            log.exception("an utterance could not be written")
            pipe.send(WriterFailed(f"{type(error).__name__}: {error}"))
