import numpy as np
import pytest

from bench.ears_fit import _calibrated
from bench.ears_fit_samples import phrases
from bench.ears_fitting import descend, softmax_fit
from bench.ears_hearing import Material
from bench.ears_samples import Sample
from nlu.hints import Hints
from voicebot.speech.ctc_beam import Heard
from voicebot.speech.kana_engine import FRAME
from voicebot.speech.kana_model import SYMBOLS


def test_the_lowest_place_of_a_bowl_is_found() -> None:
    found = descend(lambda v: float((v[0] - 3) ** 2 + (v[1] + 1) ** 2), np.zeros(2), np.ones(2))
    assert found == pytest.approx([3, -1], abs=0.05)


def test_what_speaks_for_the_wanted_guess_gets_weight_and_what_does_not_gets_none() -> None:
    rng = np.random.default_rng(0)
    features = [rng.normal(size=(10, 2)) for _ in range(60)]
    wanted = [np.arange(10) == f[:, 0].argmax() for f in features]
    useful, useless = softmax_fit(features, wanted, np.zeros(2), np.ones(60))
    assert useful > 1
    assert abs(useless) < 0.3 * useful


def test_scores_that_boast_are_made_flat() -> None:
    rng = np.random.default_rng(0)
    sums = [np.array([0.0, rng.choice((-8.0, 8.0))]) for _ in range(100)]
    exact = [np.array([True, False]) if rng.random() < 0.4 else np.array([False, True]) for _ in sums]
    scale, none, _ = _calibrated(sums, exact, np.zeros((100, 2)), 1.0)
    assert scale < 0.2
    assert none < 0


def test_a_clip_is_cut_where_its_reader_paused() -> None:
    frames = "kita" + 15 * "_" + "tanin" + 3 * "_" + "e"
    posteriors = np.full((len(frames), len(SYMBOLS)), -9.0, np.float32)
    for number, symbol in enumerate(frames):
        posteriors[number, SYMBOLS.index(symbol) if symbol in SYMBOLS else 0] = -0.01
    pcm = np.arange(len(frames) * FRAME, dtype=np.int16)
    whole = Material(Sample(pcm, "kitatanine", Hints()), posteriors, [Heard("kitatanine", -1.0)], ())
    first, second = phrases([whole])
    assert (first.sounds, second.sounds) == ("kita", "tanine")
    assert len(first.pcm) == 12 * FRAME
    assert second.pcm[0] == 11 * FRAME % 2**16
    assert (
        list(phrases([Material(Sample(pcm, "kita", Hints()), posteriors[:6], [Heard("kita", -1.0)], ())]))
        == []
    )
