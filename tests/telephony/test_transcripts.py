import json
import logging
from pathlib import Path

import numpy as np
import pytest

from voicebot.speech import mulaw
from voicebot.speech.recognizer import Pcm
from voicebot.telephony.record import FileCallLog
from voicebot.telephony.transcripts import FILE, Span, Transcripts, write

TONE = mulaw.encode(np.full(8_000, 4_000, np.int16))
"""One second."""


def lengths(pcm: Pcm) -> str:
    return f"{len(pcm)} {int(np.abs(pcm).max())}"


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / FILE).read_text("utf-8").splitlines()]


def test_every_utterance_is_written_from_its_own_place(tmp_path: Path) -> None:
    spans = [Span(0, 500), Span(700, 1_000)]
    write(tmp_path / FILE, TONE, spans, lambda pcm: str(len(pcm)))
    assert lines(tmp_path) == [
        {"start_ms": 0, "end_ms": 500, "text": "8000"},
        {"start_ms": 700, "end_ms": 1_000, "text": "4800"},
    ]


def test_what_may_hold_a_my_number_and_what_is_empty_is_left_out(tmp_path: Path) -> None:
    texts = iter(["123456789012です", "", "はい"])
    write(tmp_path / FILE, TONE, [Span(0, 100), Span(100, 200), Span(200, 300)], lambda pcm: next(texts))
    assert [line["text"] for line in lines(tmp_path)] == ["はい"]


def test_a_call_that_ended_gets_its_transcript_from_the_audio_that_was_kept(tmp_path: Path) -> None:
    transcripts = Transcripts(lambda: lengths)
    log = FileCallLog(tmp_path, "CA1", transcripts)
    log.caller_audio(mulaw.decode(TONE))
    log.utterance(0, 400, Span(100, 300))
    log.utterance(500, 900, Span(600, 800))
    log.silence_caller(500)
    log.close({"outcome": "booked"})
    transcripts.settle()
    first, second = lines(tmp_path / "CA1")
    assert str(first["text"]).startswith("6400 ")
    assert second["text"] == "6400 0"


def test_a_writer_that_fails_is_told_and_the_next_call_is_written(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    results = iter([RuntimeError("broken"), "はい"])

    def writer(pcm: Pcm) -> str:
        result = next(results)
        if isinstance(result, Exception):
            raise result
        return result

    transcripts = Transcripts(lambda: writer)
    with caplog.at_level(logging.ERROR):
        for name in ("a", "b"):
            transcripts.add(tmp_path / name, TONE, [Span(0, 100)])
        transcripts.settle()
    assert "a: no transcript" in caplog.text
    assert not (tmp_path / "a" / FILE).exists()
    assert lines(tmp_path / "b")[0]["text"] == "はい"
