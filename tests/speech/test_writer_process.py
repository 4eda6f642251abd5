"""A writer in a process of its own: it writes, it gives way, it ends."""

import os

import numpy as np
import pytest

from tests.speech import writers_that_end
from tests.speech.saying import say
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.whisper_writer import WhisperWriter
from voicebot.speech.writer_process import NICE, WriterFailed, WriterProcess

PCM = np.zeros(1_600, np.int16)


def test_an_utterance_is_written_elsewhere_and_at_the_lowest_priority() -> None:
    with WriterProcess(writers_that_end.telling) as writer:
        length, pid, nice = map(int, writer(PCM).split())
    assert (length, pid, nice) == (1_600, writer.pid, NICE)
    assert pid != os.getpid()


def test_the_process_is_gone_afterwards() -> None:
    with WriterProcess(writers_that_end.telling) as writer:
        pid = int(writer(PCM).split()[1])
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_what_cannot_be_written_is_told_and_the_next_is_written() -> None:
    with WriterProcess(writers_that_end.choosy) as writer:
        with pytest.raises(WriterFailed, match="ValueError: too short"):
            writer(PCM[:10])
        assert writer(PCM) == "1600"


def test_a_process_that_ends_over_an_utterance_is_told() -> None:
    with WriterProcess(writers_that_end.dying) as writer, pytest.raises(WriterFailed, match="has ended"):
        writer(PCM)


def test_weights_that_are_missing_are_told() -> None:
    with WriterProcess(writers_that_end.missing) as writer, pytest.raises(EngineMissing, match="buy a pen"):
        writer(PCM)


def test_whisper_writes_there() -> None:
    with WriterProcess(WhisperWriter) as writer:
        assert "来週の木曜日" in writer(say("来週の木曜日の午後にお願いします"))
