"""What callers said in ordinary writing, for those who read the record: written while nobody is on the line."""

import contextlib
import json
import logging
import queue
import threading
import wave
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

import numpy as np

import nlu
from nlu.hypothesis import Hypothesis
from voicebot.speech.recognizer import Pcm
from voicebot.speech.resampler import Doubler
from voicebot.transport.line import SAMPLES_PER_MS

FILE = "transcript.jsonl"
"""In a call's folder: one `{"start_ms", "end_ms", "text"}` a line."""

UNWRITTEN = ".unwritten.json"
"""Beside a caller's voice: the utterances in it, as long as their transcript is to be written."""

QUIET_S = 10.0
"""After a call nothing is written for so long: the next caller is not to find the writer being started."""

log = logging.getLogger(__name__)

Writer = Callable[[Pcm], str]
"""One utterance at 16,000 Hz to its text, empty where nobody spoke."""

Opens = Callable[[], AbstractContextManager[Writer]]
"""What a writer needs is there from its beginning to its end."""


class Span(NamedTuple):
    """An utterance's place in the caller's audio."""

    start_ms: int
    end_ms: int


class _Closed(Exception):
    """The service ends; what is not written is left for the next start."""


class Transcripts:
    """One thread for all calls. The writer is there while there is something to write and nobody is on the line."""

    def __init__(
        self,
        open_writer: Opens,
        calls: Path,
        written: Callable[[Path], None] = lambda folder: None,
        quiet_s: float = QUIET_S,
    ) -> None:
        """`calls`: the folder below which every call has its own; `written` is called with the folder of each that is done."""
        self._open_writer = open_writer
        self._calls = calls
        self._written = written
        self._quiet_s = quiet_s
        self._jobs: queue.SimpleQueue[Path | threading.Event | None] = queue.SimpleQueue()
        self._turn = threading.Condition()
        self._on_the_line = 0
        self._closed = False
        self._opened = contextlib.ExitStack()
        self._writer: Writer | None = None

    def add(self, voice: Path, spans: Sequence[Span]) -> None:
        """A call that has ended: the caller's voice, a WAV file at 8,000 Hz, and the utterances in it. Raises OSError."""
        unwritten = voice.with_suffix(UNWRITTEN)
        unwritten.write_text(json.dumps(spans), encoding="utf-8")
        self._jobs.put(unwritten)

    def start(self) -> None:
        """Begins with what was left when the service ended last."""
        threading.Thread(target=self._run, name="transcripts", daemon=True).start()

    def on_the_line(self, calls: int) -> None:
        """How many calls are under way now; from any thread."""
        with self._turn:
            self._on_the_line = calls
            self._turn.notify_all()

    def close(self) -> None:
        """Ends after the utterance at hand; what waits is found at the next start."""
        with self._turn:
            self._closed = True
            self._turn.notify_all()
        self._jobs.put(None)

    def settle(self) -> None:
        """Waits until every call that was added has its transcript."""
        done = threading.Event()
        self._jobs.put(done)
        done.wait()

    def _run(self) -> None:
        with self._opened, contextlib.suppress(_Closed):
            for left in sorted(self._calls.glob(f"*/*/*{UNWRITTEN}")):
                self._transcribe(left)
            while True:
                if self._jobs.empty():
                    self._end_writer()
                match self._jobs.get():
                    case None:
                        return
                    case Path() as unwritten:
                        self._transcribe(unwritten)
                    case done:
                        done.set()

    def _transcribe(self, unwritten: Path) -> None:
        folder, voice = unwritten.parent, unwritten.with_name(unwritten.name.replace(UNWRITTEN, ".wav"))
        try:
            if not unwritten.exists():
                return  # written since it was found
            spans = [Span(*span) for span in json.loads(unwritten.read_text("utf-8"))]
            write(folder / FILE, voice, spans, self._write_when_quiet)
            unwritten.unlink()
            self._written(folder)
        except Exception as error:
            if isinstance(error, _Closed) or self._closed:
                raise _Closed from error
            log.exception("%s: no transcript", folder.name)
            self._end_writer()
            with contextlib.suppress(OSError):
                unwritten.unlink()

    def _write_when_quiet(self, pcm: Pcm) -> str:
        while self._on_the_line and not self._closed:
            self._end_writer()
            with self._turn:
                self._turn.wait_for(lambda: not self._on_the_line or self._closed)
                self._turn.wait_for(lambda: self._on_the_line or self._closed, self._quiet_s)
        if self._closed:
            raise _Closed
        if self._writer is None:
            self._writer = self._opened.enter_context(self._open_writer())
        return self._writer(pcm)

    def _end_writer(self) -> None:
        self._writer = None
        self._opened.close()


def write(path: Path, voice: Path, spans: Sequence[Span], writer: Writer) -> None:
    """The transcript of one call. What may hold a My Number is left out. Raises OSError, wave.Error."""
    lines = []
    with wave.open(str(voice), "rb") as file:
        for span in spans:
            pcm = _piece(file, span)
            text = writer(Doubler().feed(pcm)) if len(pcm) else ""
            if text and not nlu.holds_my_number((Hypothesis(text, 1.0),)):
                lines.append(json.dumps({**span._asdict(), "text": text}, ensure_ascii=False) + "\n")
    path.write_text("".join(lines), encoding="utf-8")


def _piece(file: wave.Wave_read, span: Span) -> Pcm:
    whole = file.getnframes()
    start, end = (min(ms * SAMPLES_PER_MS, whole) for ms in span)
    file.setpos(start)
    return np.frombuffer(file.readframes(end - start), "<i2").astype(np.int16)
