import pytest

from bench.realtime_turns import Ended, Said, ended, matched, percentile, waits


def said(begins: float, ends: float) -> Said:
    return Said("one", begins, ends, int(begins * 1_000), int(ends * 1_000))


def heard(ms: int, resumes: bool = False) -> dict[str, object]:
    return {"event": "Heard", "ms": ms, "data": {"resumes": resumes}}


def test_the_wait_ends_with_the_first_sound_behind_the_speech() -> None:
    (turn,) = matched([said(10, 12)], [[3, 9.5], [12.5, 13], [13.2, 14]])
    assert turn.wait_s == pytest.approx(0.5)
    assert not turn.cut_off


def test_a_sound_within_the_speech_cuts_it_off_and_has_no_wait() -> None:
    (turn,) = matched([said(10, 12)], [[11.5, 11.8], [12.5, 13]])
    assert turn.cut_off
    assert turn.wait_s is None


def test_a_filler_is_the_first_sound_and_told_apart() -> None:
    turns = matched([said(10, 12), said(20, 21)], [[13, 14], [14.5, 15], [21.5, 22]], [(12.9, 14.1)])
    assert [turn.filled for turn in turns] == [True, False]
    assert turns[0].wait_s == pytest.approx(1)


def test_a_sound_that_began_before_the_speech_cuts_nothing_off() -> None:
    (turn,) = matched([said(10, 12)], [[9, 10.5], [13, 14]])
    assert not turn.cut_off
    assert turn.wait_s == pytest.approx(1)


def test_an_answer_to_the_next_thing_said_is_none_to_this() -> None:
    first, second = matched([said(10, 12), said(20, 21)], [[21.5, 22]])
    assert first.wait_s is None
    assert second.wait_s == pytest.approx(0.5)


def test_what_nothing_answered_counts_as_long_as_the_caller_waited() -> None:
    turns = matched([said(10, 12), said(20, 21), said(30, 31)], [[21.5, 22], [30.5, 32]])
    assert waits(turns, 30) == [30, pytest.approx(0.5)]


def test_a_turn_that_was_heard_within_it_was_taken_as_ended_too_early() -> None:
    assert ended([said(10, 12)], [heard(11_000), heard(13_000)]) == Ended(early=1, split=1)


def test_halves_that_are_put_together_are_not_split() -> None:
    assert ended([said(10, 12)], [heard(11_000), heard(13_000, resumes=True)]) == Ended(early=1, split=0)


def test_what_is_heard_behind_the_speech_is_in_time() -> None:
    events = [heard(12_500), {"event": "Played", "ms": 11_000, "data": {}}]
    assert ended([said(10, 12)], events) == Ended(early=0, split=0)


@pytest.mark.parametrize(("share", "value"), [(0.5, 10), (0.95, 19), (0.99, 20), (1.0, 20), (0.0, 1)])
def test_a_percentile_is_one_of_the_values(share: float, value: float) -> None:
    assert percentile(range(20, 0, -1), share) == value


def test_of_no_values_there_is_no_percentile() -> None:
    with pytest.raises(ValueError, match="no values"):
        percentile([], 0.5)
