import math

import numpy as np
import pytest

from bench.turns_curve import Outcome, at, outcome
from bench.turns_heard import HeardTurn, Silence
from bench.turns_samples import Turn
from nlu.question import Expect

TURN = Turn("one", "made", "caller", Expect.DATE, np.zeros(16, np.int16), ((1_000, 1_500),), 3_000)
HEARD = HeardTurn(TURN, (Silence(1_056, 1_568, 0, ()), Silence(3_104, None, 0, ())))


def after(ms: float) -> Outcome:
    return outcome([HEARD], lambda turn, silence, number: ms)


def test_a_silence_shorter_than_the_pause_cuts_off_and_a_longer_one_does_not() -> None:
    assert (after(448).cut_pauses, after(449).cut_pauses) == (1, 0)
    assert after(448).cut_turns == (True,)


def test_the_wait_counts_from_where_the_voice_stopped_also_where_voice_activity_lags() -> None:
    assert after(480).waits_ms == (104 + 480,)


def test_silence_is_counted_in_pieces_of_voice_activity() -> None:
    assert after(481).waits_ms == (104 + 512,)


def test_clicks_after_the_last_word_are_not_its_end() -> None:
    clicks = Turn("two", "made", "caller", Expect.DATE, TURN.pcm, ((1_000, 1_800),), 1_900)
    assert HeardTurn(clicks, (Silence(1_056, None, 0, ()),)).end_ms == 1_000


def test_the_wait_is_read_between_two_settings() -> None:
    settings = [
        Outcome((wait,) * 10, (True,) * cut + (False,) * (10 - cut), 10, cut)
        for wait, cut in ((800, 0), (400, 1))
    ]
    assert at(settings) == pytest.approx(600)


def test_a_knob_that_never_comes_down_to_the_share_has_no_figure() -> None:
    assert math.isnan(at([Outcome((100.0,), (True,), 1, 1)]))
