import numpy as np
import pytest

from tests.speech.saying import say
from voicebot.speech.recognizer import SAMPLE_RATE
from voicebot.speech.whisper_writer import WhisperWriter


@pytest.fixture(scope="module")
def writer() -> WhisperWriter:
    return WhisperWriter()


def test_a_sentence_is_written_with_kanji(writer: WhisperWriter) -> None:
    assert "来週の木曜日" in writer(say("来週の木曜日の午後にお願いします"))


def test_silence_and_nothing_are_nothing(writer: WhisperWriter) -> None:
    assert writer(np.zeros(0, np.int16)) == ""
    assert writer(np.zeros(2 * SAMPLE_RATE, np.int16)) == ""


def test_more_than_a_window_is_written_whole(writer: WhisperWriter) -> None:
    pause = np.zeros(2 * SAMPLE_RATE, np.int16)
    long = np.concatenate(
        [say("住民票の予約をお願いします"), pause, pause, pause, say("来週の火曜日の午前中に伺います")]
    )
    text = writer(long)
    assert "予約をお願いします" in text
    assert "火曜日" in text
