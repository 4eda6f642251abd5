from voicebot.telephony.pstn import FRAME_BYTES, PlaybackBuffer

SILENCE = b"\xff" * FRAME_BYTES


def test_audio_is_played_in_order_and_filled_up_with_silence() -> None:
    buffer = PlaybackBuffer()
    buffer.append(b"\x01" * 100)
    buffer.append(b"\x02" * 100)
    assert buffer.play() == (b"\x01" * 100 + b"\x02" * 60, [])
    assert buffer.play() == (b"\x02" * 40 + b"\xff" * 120, [])
    assert buffer.play() == (SILENCE, [])


def test_a_mark_comes_back_when_the_audio_before_it_has_been_played() -> None:
    buffer = PlaybackBuffer()
    buffer.append(b"\x01" * 320)
    buffer.mark("first")
    buffer.append(b"\x02" * 160)
    buffer.mark("second")
    assert [buffer.play()[1] for _ in range(3)] == [[], ["first"], ["second"]]
    assert buffer.empty


def test_a_mark_with_nothing_before_it_comes_back_with_the_next_frame() -> None:
    buffer = PlaybackBuffer()
    buffer.mark("at once")
    assert not buffer.empty
    assert buffer.play() == (SILENCE, ["at once"])


def test_clear_drops_the_audio_and_returns_the_marks_that_were_waiting() -> None:
    buffer = PlaybackBuffer()
    buffer.append(b"\x01" * 8_000)
    buffer.mark("a")
    buffer.append(b"\x01" * 8_000)
    buffer.mark("b")
    buffer.play()
    assert buffer.clear() == ["a", "b"]
    assert buffer.empty
    assert buffer.play() == (SILENCE, [])


def test_marks_keep_their_place_after_a_clear() -> None:
    buffer = PlaybackBuffer()
    buffer.append(b"\x01" * 1_600)
    buffer.play()
    buffer.clear()
    buffer.append(b"\x02" * 320)
    buffer.mark("new")
    assert [buffer.play()[1] for _ in range(2)] == [[], ["new"]]


def test_pending_audio_is_told_in_milliseconds() -> None:
    buffer = PlaybackBuffer()
    buffer.append(b"\x01" * 800)
    buffer.play()
    assert buffer.pending_ms == 80
