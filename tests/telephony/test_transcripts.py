import contextlib
import json
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from tests.telephony.wire_phone import PATIENCE_S
from voicebot.speech import mulaw, wav
from voicebot.speech.recognizer import Pcm
from voicebot.telephony.record import FileCallLog
from voicebot.telephony.transcripts import FILE, UNWRITTEN, Span, Transcripts, Writer, write

TONE = mulaw.decode(mulaw.encode(np.full(8_000, 4_000, np.int16)))
"""One second."""


def lengths(pcm: Pcm) -> str:
    return f"{len(pcm)} {int(np.abs(pcm).max())}"


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / FILE).read_text("utf-8").splitlines()]


def voice(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    wav.write(folder / "caller.wav", TONE, 8_000)
    return folder / "caller.wav"


@dataclass
class Desk:
    """A writer that is opened and closed, and tells of both."""

    writer: Writer = lengths
    told: list[str] = field(default_factory=list)
    closed: threading.Event = field(default_factory=threading.Event)

    @contextlib.contextmanager
    def open(self) -> Iterator[Writer]:
        self.told.append("opened")
        yield self.writer
        self.told.append("closed")
        self.closed.set()


Started = Callable[[Writer], tuple[Transcripts, Desk]]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Started]:
    made: list[Transcripts] = []

    def start(writer: Writer) -> tuple[Transcripts, Desk]:
        desk = Desk(writer)
        made.append(Transcripts(desk.open, tmp_path, quiet_s=0))
        made[-1].start()
        return made[-1], desk

    yield start
    for one in made:
        one.close()


def test_every_utterance_is_written_from_its_own_place(tmp_path: Path) -> None:
    spans = [Span(0, 500), Span(700, 1_000), Span(1_200, 1_400)]
    write(tmp_path / FILE, voice(tmp_path), spans, lambda pcm: str(len(pcm)))
    assert lines(tmp_path) == [
        {"start_ms": 0, "end_ms": 500, "text": "8000"},
        {"start_ms": 700, "end_ms": 1_000, "text": "4800"},
    ]


def test_what_may_hold_a_my_number_and_what_is_empty_is_left_out(tmp_path: Path) -> None:
    texts = iter(["123456789012です", "", "はい"])
    spans = [Span(0, 100), Span(100, 200), Span(200, 300)]
    write(tmp_path / FILE, voice(tmp_path), spans, lambda pcm: next(texts))
    assert [line["text"] for line in lines(tmp_path)] == ["はい"]


def test_a_call_that_ended_gets_its_transcript_from_the_audio_that_was_kept(
    tmp_path: Path, started: Started
) -> None:
    transcripts, _ = started(lengths)
    log = FileCallLog(tmp_path, "CA1", transcripts)
    log.caller_audio(TONE)
    log.utterance(0, 400, Span(100, 300))
    log.utterance(500, 900, Span(600, 800))
    log.silence_caller(500)
    log.close({"outcome": "booked"})
    transcripts.settle()
    first, second = lines(tmp_path / "CA1")
    assert str(first["text"]).startswith("6400 ")
    assert second["text"] == "6400 0"
    assert not list(tmp_path.rglob(f"*{UNWRITTEN}"))


def test_a_writer_that_fails_is_told_and_the_next_call_is_written(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, started: Started
) -> None:
    tries = iter([1, 2])

    def writer(pcm: Pcm) -> str:
        if next(tries) == 1:
            raise RuntimeError("broken")
        return "はい"

    transcripts, desk = started(writer)
    with caplog.at_level(logging.ERROR):
        for name in ("a", "b"):
            transcripts.add(voice(tmp_path / name), [Span(0, 100)])
        transcripts.settle()
    assert "a: no transcript" in caplog.text
    assert not (tmp_path / "a" / FILE).exists()
    assert lines(tmp_path / "b")[0]["text"] == "はい"
    assert desk.told[:3] == ["opened", "closed", "opened"]


def test_the_writer_is_closed_when_nothing_is_left_to_write(tmp_path: Path, started: Started) -> None:
    transcripts, desk = started(lengths)
    transcripts.add(voice(tmp_path / "a"), [Span(0, 100), Span(100, 200)])
    assert desk.closed.wait(PATIENCE_S)
    assert desk.told == ["opened", "closed"]


def test_nothing_is_written_while_somebody_is_on_the_line(tmp_path: Path, started: Started) -> None:
    """A call comes in the middle of an utterance: that one is written, the next waits, and the writer's memory is free."""
    written: list[int] = []

    def writer(pcm: Pcm) -> str:
        written.append(len(pcm))
        if len(written) == 1:
            transcripts.on_the_line(1)
        return "はい"

    transcripts, desk = started(writer)
    transcripts.add(voice(tmp_path / "a"), [Span(0, 100), Span(100, 300)])
    assert desk.closed.wait(PATIENCE_S)
    assert written == [1_600]
    assert not (tmp_path / "a" / FILE).exists()
    transcripts.on_the_line(0)
    transcripts.settle()
    assert written == [1_600, 3_200]
    assert len(lines(tmp_path / "a")) == 2


def test_what_was_not_written_when_the_service_ended_is_found_at_the_next_start(
    tmp_path: Path, started: Started
) -> None:
    transcripts, _ = started(lengths)
    transcripts.on_the_line(1)
    transcripts.add(voice(tmp_path / "calls" / "2026-11-24" / "CA1"), [Span(0, 100)])
    transcripts.close()
    folder = tmp_path / "calls" / "2026-11-24" / "CA1"
    assert (folder / "caller.unwritten.json").exists()
    told: list[Path] = []
    again = Transcripts(Desk().open, tmp_path / "calls", told.append)
    again.start()
    again.settle()
    again.close()
    assert told == [folder]
    assert lines(folder)[0]["end_ms"] == 100
    assert not (folder / "caller.unwritten.json").exists()
