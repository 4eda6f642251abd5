import pytest

from voicebot.turns.own_pauses import LONGEST_MS, USUAL_MS, OwnPauses


def test_a_caller_of_whom_nothing_is_known_pauses_as_usual() -> None:
    assert OwnPauses().median_ms == pytest.approx(USUAL_MS)


def test_the_caller_is_known_better_with_every_pause() -> None:
    own = OwnPauses()
    medians = [own.median_ms]
    for _ in range(20):
        own.add(1_000)
        medians.append(own.median_ms)
    assert medians == sorted(medians)
    assert 800 < medians[-1] < 1_000


def test_four_pauses_of_their_own_count_as_much_as_what_is_usual() -> None:
    own = OwnPauses()
    for _ in range(4):
        own.add(900)
    assert own.median_ms == pytest.approx(600)


def test_two_calls_know_nothing_of_each_other() -> None:
    OwnPauses().add(1_400)
    assert OwnPauses().median_ms == pytest.approx(USUAL_MS)


def test_silence_in_which_nothing_was_going_on_is_no_pause() -> None:
    own = OwnPauses()
    own.add(LONGEST_MS + 1)
    assert own.median_ms == pytest.approx(USUAL_MS)
