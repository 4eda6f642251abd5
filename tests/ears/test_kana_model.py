import shutil
from pathlib import Path

import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein

from ears.encoder import Encoder
from ears.evaluate import Call, Listener, recorded_calls
from nlu.phonemes import phonemes
from voicebot.speech.ctc_beam import greedy
from voicebot.speech.ctc_forward import log_likelihoods
from voicebot.speech.ears_files import FOLDER
from voicebot.speech.kana_model import SYMBOLS, WIDTH, KanaModel
from voicebot.speech.recognizer import EngineMissing

MOST_WRONG = 0.06
"""Of all sounds in the recorded calls, which hold noise, dialect and hesitation."""

KANA = "".join(chr(code) for code in range(ord("ぁ"), ord("ゖ") + 1)) + "ー"


@pytest.fixture(scope="module")
def model() -> KanaModel:
    return KanaModel()


@pytest.fixture(scope="module")
def listener(model: KanaModel) -> Listener:
    return Listener(model, Encoder(1, adapted=True))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "weights"))


def test_every_sound_that_kana_has_is_a_symbol() -> None:
    assert set("".join(phonemes(a + b) for a in KANA for b in KANA)) <= set(SYMBOLS)


def test_each_frame_holds_probabilities_that_sum_to_one(model: KanaModel) -> None:
    vectors = np.random.default_rng(0).standard_normal((37, WIDTH)).astype(np.float32)
    found = model.posteriors(vectors)
    assert found.shape == (37, len(SYMBOLS))
    assert np.exp(found).sum(axis=1) == pytest.approx(np.ones(37), abs=1e-4)


def test_no_audio_has_no_frames(model: KanaModel) -> None:
    assert model.posteriors(np.zeros((0, WIDTH), np.float32)).shape == (0, len(SYMBOLS))


def test_the_recorded_calls_are_heard(listener: Listener) -> None:
    calls = list(recorded_calls())[::4]
    wrong = sum(_wrong(listener, call) for call in calls)
    assert wrong < MOST_WRONG * sum(len(call.sounds) for call in calls)


def test_what_was_said_is_chosen_from_a_list(listener: Listener) -> None:
    candidates = [
        phonemes(k)
        for k in ("はい", "いいえ", "じゅうにがつみっかでよかです", "じゅうにがつよっかでよかです")
    ]
    (call,) = [c for c in recorded_calls() if c.sounds == candidates[2]]
    assert int(np.argmax(log_likelihoods(listener.hear(call.pcm), candidates))) == 2


def _wrong(listener: Listener, call: Call) -> int:
    return Levenshtein.distance(greedy(listener.hear(call.pcm)), call.sounds)


def test_damaged_weights_are_refused_with_the_remedy(copied: Path) -> None:
    with (copied / "listener.onnx").open("r+b") as file:
        file.seek(10_000)
        byte = file.read(1)[0]
        file.seek(10_000)
        file.write(bytes([byte ^ 1]))
    with pytest.raises(EngineMissing, match=r"damaged.*make train-ears"):
        KanaModel(copied)


@pytest.mark.parametrize("name", ["listener.onnx", "listener.sha256", "vocabulary.json"])
def test_a_missing_file_is_refused_with_the_remedy(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(EngineMissing, match=rf"{name}.*make train-ears"):
        KanaModel(copied)


def test_an_empty_checksum_is_refused_with_the_remedy(copied: Path) -> None:
    (copied / "listener.sha256").write_text("")
    with pytest.raises(EngineMissing, match="make train-ears"):
        KanaModel(copied)


def test_weights_of_another_vocabulary_are_refused(copied: Path) -> None:
    (copied / "vocabulary.json").write_text('["", "a"]', encoding="utf-8")
    with pytest.raises(EngineMissing, match="other sounds"):
        KanaModel(copied)
