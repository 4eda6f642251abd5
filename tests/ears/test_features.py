from pathlib import Path
from random import Random

import numpy as np
import pytest

from ears import features, speech, voices
from ears.encoder import WIDTH, Encoder
from ears.frontend import read, sounds
from ears.texts import Utterance
from voicebot.speech import wav

TEXTS = ("はい、お願いします", "ジュウナナニチ…の午後", "マイナンバーカードの更新")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(1)


@pytest.fixture
def utterances() -> list[Utterance]:
    return [
        Utterance(f"train-espeak-{n}", "train", "espeak", "talk", t, sounds(t)) for n, t in enumerate(TEXTS)
    ]


def test_every_speaking_is_another_and_can_be_had_again() -> None:
    one, two = (Utterance(f"id-{n}", "train", "openjtalk", "talk", TEXTS[0], "") for n in (1, 2))
    assert (speech.synthesize(one) == speech.synthesize(one)).all()
    assert len(speech.synthesize(one)) != len(speech.synthesize(two))
    assert np.abs(speech.synthesize(one)).max() == pytest.approx(speech.PEAK)


def test_a_pause_is_silence_in_the_recording() -> None:
    whole = speech.synthesize(Utterance("id", "train", "espeak", "talk", "はい…はい", ""))
    quiet = np.convolve(np.abs(whole) < 1e-3, np.ones(voices.RATE // 5), "valid")
    assert quiet.max() >= voices.RATE // 5 - 1


def test_an_unknown_voice_is_refused() -> None:
    with pytest.raises(ValueError, match="no voice 'nobody'"):
        voices.speak(read("はい")[0], "nobody", Random(0))


def test_work_that_was_broken_off_goes_on(
    tmp_path: Path, utterances: list[Utterance], encoder: Encoder
) -> None:
    speech.make(tmp_path, utterances)
    features.make(tmp_path, utterances, encoder)
    (pack,) = (tmp_path / "features").glob("*.npz")
    before = pack.read_bytes()
    pack.unlink()
    kept = speech.path(tmp_path, utterances[0]).stat().st_mtime_ns
    speech.make(tmp_path, utterances)
    features.make(tmp_path, utterances, encoder)
    assert pack.read_bytes() == before
    assert speech.path(tmp_path, utterances[0]).stat().st_mtime_ns == kept
    assert not list(tmp_path.rglob("*.part"))


def test_a_pack_gives_back_every_call(tmp_path: Path, utterances: list[Utterance], encoder: Encoder) -> None:
    speech.make(tmp_path, utterances)
    features.make(tmp_path, utterances, encoder)
    (pack,) = (tmp_path / "features").glob("*.npz")
    examples = features.load(pack)
    assert [e.sounds for e in examples] == [u.sounds for u in utterances]
    for example, utterance in zip(examples, utterances, strict=True):
        seconds = len(wav.read(speech.path(tmp_path, utterance), 8_000)) / 8_000
        assert example.vectors.shape[1] == WIDTH
        assert 0.8 * seconds * 50 < len(example.vectors) < (1.2 * seconds + 1.3) * 50


def test_what_is_too_long_for_a_window_is_left_out(encoder: Encoder) -> None:
    assert features.encoded(np.zeros(10 * 8_000, np.int16), "a", encoder) is None


def test_both_windows_give_one_vector_for_each_20_ms(encoder: Encoder) -> None:
    pcm = (np.random.default_rng(0).standard_normal(3 * 8_000) * 1_000).astype(np.int16)
    short, long = (features.encoded(pcm, "", encoder, short=short) for short in (True, False))
    assert short is not None
    assert long is not None
    assert short.vectors.shape == long.vectors.shape == (152, WIDTH)
    assert not (short.vectors == long.vectors).all()
