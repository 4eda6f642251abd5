"""What callers said in ordinary writing, for those who read the record: written after the call, at low priority."""

import contextlib
import json
import logging
import os
import queue
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import nlu
from nlu.hypothesis import Hypothesis
from voicebot.speech import mulaw
from voicebot.speech.recognizer import Pcm
from voicebot.speech.resampler import Doubler

FILE = "transcript.jsonl"
"""In a call's folder: one `{"start_ms", "end_ms", "text"}` a line."""

NICE = 10
"""Added to the niceness of the thread that writes, and of those that its engine starts: calls go first."""

WAITING = 100
"""Calls that may wait for their transcript; those beyond go without one."""

BYTES_PER_MS = 8

log = logging.getLogger(__name__)

Writer = Callable[[Pcm], str]
"""One utterance at 16,000 Hz to its text, empty where nobody spoke."""


class Span(NamedTuple):
    """An utterance's place in the caller's audio."""

    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class _Job:
    folder: Path
    caller: bytes
    spans: tuple[Span, ...]


class Transcripts:
    """One thread for all calls. Calls that wait when the service ends go without."""

    def __init__(
        self, make_writer: Callable[[], Writer], written: Callable[[Path], None] = lambda folder: None
    ) -> None:
        """`make_writer` is called in that thread, when the first call waits; `written` with the folder of each that is done."""
        self._make_writer = make_writer
        self._written = written
        self._jobs: queue.Queue[_Job] = queue.Queue(WAITING)
        self._thread = threading.Thread(target=self._run, name="transcripts", daemon=True)
        self._thread.start()

    def add(self, folder: Path, caller: bytes, spans: Sequence[Span]) -> None:
        """A call that has ended: its folder, the caller's mu-law audio as it was kept, and the utterances in it."""
        try:
            self._jobs.put_nowait(_Job(folder, caller, tuple(spans)))
        except queue.Full:
            log.warning("%s: no transcript, %d calls wait already", folder.name, WAITING)

    def settle(self) -> None:
        """Waits until every call that was added has its transcript."""
        self._jobs.join()

    def _run(self) -> None:
        # Threads of the engine are started by this one and inherit its niceness (Linux).
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        writer: Writer | None = None
        while True:
            job = self._jobs.get()
            try:
                writer = writer or self._make_writer()
                write(job.folder / FILE, job.caller, job.spans, writer)
                self._written(job.folder)
            except Exception:
                log.exception("%s: no transcript", job.folder.name)
            finally:
                self._jobs.task_done()


def write(path: Path, caller: bytes, spans: Sequence[Span], writer: Writer) -> None:
    """The transcript of one call. What may hold a My Number is left out. Raises OSError."""
    lines = []
    for span in spans:
        payload = caller[span.start_ms * BYTES_PER_MS : span.end_ms * BYTES_PER_MS]
        text = writer(Doubler().feed(mulaw.decode(payload))) if payload else ""
        if text and not nlu.holds_my_number((Hypothesis(text, 1.0),)):
            lines.append(json.dumps({**span._asdict(), "text": text}, ensure_ascii=False) + "\n")
    path.write_text("".join(lines), encoding="utf-8")
