from voicebot.turns.endpoint import LEAST_MS, EndOfTurn, Endpointing, Event, Paused, Resumed, SpeechStarted

CHUNK = 32


def run(endpointing: Endpointing, *parts: tuple[float, int]) -> list[Event]:
    """Parts of (probability, number of pieces of 32 ms)."""
    return [
        event
        for probability, pieces in parts
        for _ in range(pieces)
        for event in endpointing.process(CHUNK, probability)
    ]


def test_a_turn_starts_pauses_and_ends_at_exact_offsets() -> None:
    assert run(Endpointing(patience_ms=640), (0.0, 10), (0.9, 20), (0.0, 30)) == [
        SpeechStarted(at_ms=416, started_ms=320),
        Paused(at_ms=1184, ended_ms=960),
        EndOfTurn(at_ms=1600, started_ms=320, ended_ms=960),
    ]


def test_a_click_starts_nothing() -> None:
    assert run(Endpointing(), (0.9, 2), (0.0, 50)) == []


def test_clicks_far_apart_do_not_add_up_to_a_start() -> None:
    assert run(Endpointing(), *[(0.9, 2), (0.0, 7)] * 5) == []


def test_a_word_broken_by_a_short_gap_is_one_start_at_its_first_sound() -> None:
    (started,) = run(Endpointing(), (0.9, 2), (0.0, 3), (0.9, 1))
    assert started == SpeechStarted(at_ms=192, started_ms=0)


def test_silence_holds_nothing_back() -> None:
    assert run(Endpointing(), (0.0, 1_000)) == []


def test_speech_after_a_pause_resumes_the_same_turn() -> None:
    events = run(Endpointing(patience_ms=640), (0.9, 10), (0.0, 10), (0.9, 10), (0.0, 20))
    assert [type(event) for event in events] == [SpeechStarted, Paused, Resumed, Paused, EndOfTurn]
    assert events[2] == Resumed(at_ms=22 * CHUNK)
    assert events[-1] == EndOfTurn(at_ms=50 * CHUNK, started_ms=0, ended_ms=30 * CHUNK)


def test_a_click_in_a_pause_does_not_make_the_caller_wait_longer() -> None:
    events = run(Endpointing(patience_ms=640), (0.9, 10), (0.0, 10), (0.9, 1), (0.0, 20))
    assert events[-1] == EndOfTurn(at_ms=30 * CHUNK, started_ms=0, ended_ms=10 * CHUNK)


def test_a_turn_does_not_end_while_a_sound_may_become_speech() -> None:
    endpointing = Endpointing(patience_ms=640)
    events = run(endpointing, (0.9, 10), (0.0, 19), (0.9, 2))
    assert [type(event) for event in events] == [SpeechStarted, Paused, Resumed]
    assert endpointing.speaking


def test_speech_that_fades_is_still_speech() -> None:
    events = run(Endpointing(), (0.9, 4), (0.4, 40))
    assert [type(event) for event in events] == [SpeechStarted]


def test_a_faint_sound_alone_is_not_speech() -> None:
    assert run(Endpointing(), (0.4, 100)) == []


def test_less_patience_in_a_pause_ends_the_turn_at_once() -> None:
    endpointing = Endpointing(patience_ms=1_400)
    run(endpointing, (0.9, 10), (0.0, 15))
    endpointing.patience_ms = 450
    assert endpointing.process(CHUNK, 0.0) == (
        EndOfTurn(at_ms=26 * CHUNK, started_ms=0, ended_ms=10 * CHUNK),
    )


def test_more_patience_in_a_pause_waits_longer() -> None:
    endpointing = Endpointing(patience_ms=450)
    run(endpointing, (0.9, 10), (0.0, 10))
    endpointing.patience_ms = 1_400
    assert run(endpointing, (0.0, 33)) == []
    assert len(run(endpointing, (0.0, 1))) == 1


def test_a_monologue_is_ended_after_twenty_seconds() -> None:
    events = run(Endpointing(), (0.9, 626))
    assert events[1] == EndOfTurn(at_ms=20_000, started_ms=0, ended_ms=20_000, too_long=True)


def test_two_turns_are_told_apart() -> None:
    events = run(Endpointing(patience_ms=640), *[(0.9, 10), (0.0, 30)] * 2)
    assert [event.started_ms for event in events if isinstance(event, EndOfTurn)] == [0, 40 * CHUNK]


def test_a_reset_forgets_the_turn_but_not_the_offset() -> None:
    endpointing = Endpointing()
    run(endpointing, (0.9, 10))
    endpointing.reset()
    assert run(endpointing, (0.0, 100)) == []
    assert endpointing.at_ms == 110 * CHUNK


def test_the_length_of_the_pieces_does_not_change_the_outcome() -> None:
    endpointing = Endpointing(patience_ms=640)
    events = [
        event
        for probability, pieces in ((0.0, 32), (0.9, 64), (0.0, 96))
        for _ in range(pieces)
        for event in endpointing.process(10, probability)
    ]
    assert events[-1] == EndOfTurn(at_ms=1_600, started_ms=320, ended_ms=960)


def test_no_turn_ends_at_once_however_short_the_patience() -> None:
    *_, ended = run(Endpointing(patience_ms=0), (0.9, 10), (0.0, 10))
    assert ended == EndOfTurn(at_ms=17 * CHUNK, started_ms=0, ended_ms=10 * CHUNK)
    assert ended.at_ms - ended.ended_ms >= LEAST_MS
