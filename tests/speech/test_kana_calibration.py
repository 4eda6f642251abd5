import pytest

from voicebot.speech.kana_calibration import calibrated, chance
from voicebot.speech.kana_guesses import Guess
from voicebot.speech.kana_weighing import Evidence
from voicebot.speech.kana_weights import Calibration

WEIGHTS = Calibration(bias=1.0, share=1.0, sounds=-0.5)


def guesses(*scores: float) -> list[tuple[Guess, float]]:
    return [(Guess(str(n), str(n), str(n)), score) for n, score in enumerate(scores)]


def evidence(sounds: float) -> Evidence:
    return Evidence(sounds, 0.0, 0, 0, 0, 0, 0.0, 0.0)


def told(*scores: float) -> list[float]:
    found = guesses(*scores)
    return [score for _, score in calibrated(found, [(g, evidence(-1.0)) for g, _ in found], WEIGHTS)]


def test_a_larger_share_and_a_likelier_string_are_surer() -> None:
    assert chance(0.5, 0.0, WEIGHTS) == pytest.approx(0.731, abs=0.001)
    assert chance(0.7, 0.0, WEIGHTS) > chance(0.5, 0.0, WEIGHTS) > chance(0.5, -4.0, WEIGHTS)


@pytest.mark.parametrize(
    "scores", [(0.1, 0.6, 0.2), (0.3, 0.29, 0.28), (0.01, 0.02, 0.005), (0.9,), (0.45, 0.45)]
)
def test_the_order_stays_and_all_together_leave_room(scores: tuple[float, ...]) -> None:
    found = told(*scores)
    assert sum(found) < 1
    order = sorted(range(len(scores)), key=lambda n: -scores[n])
    assert [found[n] for n in order] == sorted(found, reverse=True)


def test_certain_and_impossible_guesses_are_no_trouble() -> None:
    assert 0 < told(1.0, 0.0)[0] < 1
    assert calibrated([], [], WEIGHTS) == []
