"""Frames go out every 20 ms by a clock that is handed in."""

import pytest

from voicebot.transport.pacing import LATE_S, MOST_WAITING, Pacer

NOTHING = b"."


def pacer(now: float = 0.0) -> Pacer:
    return Pacer(now, NOTHING)


def test_a_frame_goes_out_every_20_ms_and_silence_after_the_last():
    paced = pacer(5.0)
    for frame in (b"a", b"b"):
        paced.append(frame)
    out = [paced.take(5.0 + n * 0.01)[0] for n in range(8)]
    assert out == [[b"a"], [], [b"b"], [], [NOTHING], [], [NOTHING], []]


def test_an_hour_of_ticks_that_are_each_a_little_late_does_not_drift():
    paced, now, sent = pacer(), 0.0, 0
    for n in range(180_000):
        now = paced.due_at + (n % 7) / 1_000
        sent += len(paced.take(now)[0])
    assert paced.due_at == pytest.approx(180_000 * 0.02, abs=1e-6)
    assert sent == 180_000


def test_what_is_a_little_late_is_caught_up_with():
    paced = pacer()
    for frame in (b"a", b"b", b"c", b"d"):
        paced.append(frame)
    assert paced.take(0.065)[0] == [b"a", b"b", b"c", b"d"]
    assert paced.due_at == pytest.approx(0.08)


def test_after_a_long_halt_time_is_counted_anew_and_no_frame_is_lost():
    paced = pacer()
    for frame in (b"a", b"b", b"c"):
        paced.append(frame)
    late = 3 * LATE_S
    assert [paced.take(late + n * 0.02)[0] for n in range(3)] == [[b"a"], [b"b"], [b"c"]]


def test_a_mark_is_reached_with_the_last_frame_before_it():
    paced = pacer()
    paced.append(b"a")
    paced.append(b"b")
    paced.mark("m")
    paced.append(b"c")
    paced.mark("n")
    assert [paced.take(n * 0.02)[1] for n in range(4)] == [[], ["m"], ["n"], []]


def test_a_mark_after_nothing_is_reached_at_once():
    paced = pacer()
    paced.mark("m")
    assert paced.take(0.0) == ([NOTHING], ["m"])
    paced.mark("n")
    assert paced.take(0.01) == ([], ["n"])


def test_what_is_cleared_never_goes_out_and_its_marks_come_back():
    paced = pacer()
    for name in ("m", "n"):
        paced.append(b"a")
        paced.mark(name)
    assert paced.take(0.0) == ([b"a"], ["m"])
    assert paced.clear() == ["n"]
    paced.append(b"b")
    assert paced.take(0.04) == ([b"b", NOTHING], [])


def test_it_is_full_at_its_bound_and_has_room_when_a_frame_went_out():
    paced = pacer()
    for _ in range(MOST_WAITING):
        assert not paced.full
        paced.append(b"a")
    assert paced.full
    paced.take(0.0)
    assert not paced.full
    paced.append(b"a")
    paced.clear()
    assert not paced.full
