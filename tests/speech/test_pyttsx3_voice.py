import statistics
from concurrent.futures import ThreadPoolExecutor

import pytest

import prompts
from voicebot.speech import mastering
from voicebot.speech.pyttsx3_voice import Pyttsx3Voice


@pytest.fixture(scope="module")
def voice() -> Pyttsx3Voice:
    return Pyttsx3Voice()


def test_the_voice_is_japanese(voice: Pyttsx3Voice) -> None:
    assert "ja" in voice.voice


def test_the_sentences_are_spoken_at_5_5_mora_a_second_within_a_tenth(voice: Pyttsx3Voice) -> None:
    paces = [s.morae / mastering.speech_seconds(voice.speak(s)) for s in prompts.sample_sentences()]
    assert 4.95 <= statistics.median(paces) <= 6.05


def test_slower_is_slower(voice: Pyttsx3Voice) -> None:
    sentence = prompts.render("confirm")
    assert mastering.speech_seconds(voice.speak(sentence, 4.5)) > mastering.speech_seconds(
        voice.speak(sentence)
    )


def test_calls_at_the_same_time_get_their_own_sentence(voice: Pyttsx3Voice) -> None:
    sentences = [prompts.render(key) for key in ("notice", "start_over", "confirm", "booked")]
    alone = [len(voice.speak(sentence)) for sentence in sentences]
    with ThreadPoolExecutor(4) as pool:
        together = [len(audio) for audio in pool.map(voice.speak, sentences)]
    assert together == pytest.approx(alone, rel=0.05)


def test_nothing_is_printed(voice: Pyttsx3Voice, capfd: pytest.CaptureFixture[str]) -> None:
    voice.speak(prompts.render("booked"))
    assert capfd.readouterr().out == ""
