from voicebot.turns.barge_in import BargeIn, Interrupted

CHUNK = 32


def run(barge_in: BargeIn, *parts: tuple[float, int], playing: bool = True) -> list[Interrupted]:
    events = [
        barge_in.process(CHUNK, probability, playing) for probability, pieces in parts for _ in range(pieces)
    ]
    return [event for event in events if event]


def test_a_short_answer_during_playback_does_not_interrupt() -> None:
    assert run(BargeIn(), (0.0, 20), (0.95, 11), (0.0, 40)) == []


def test_two_short_answers_apart_do_not_interrupt() -> None:
    assert run(BargeIn(), *[(0.95, 11), (0.0, 25)] * 4) == []


def test_half_a_second_of_speech_interrupts_once() -> None:
    assert run(BargeIn(), (0.0, 20), (0.95, 16)) == [Interrupted(at_ms=36 * CHUNK, started_ms=20 * CHUNK)]


def test_speech_with_gaps_interrupts_when_it_fills_most_of_the_window() -> None:
    assert run(BargeIn(), *[(0.95, 4), (0.0, 2)] * 4) == [Interrupted(at_ms=22 * CHUNK, started_ms=0)]


def test_speech_before_the_playback_does_not_count() -> None:
    barge_in = BargeIn()
    assert run(barge_in, (0.95, 100), playing=False) == []
    assert run(barge_in, (0.95, 15)) == []
    assert run(barge_in, (0.95, 1)) == [Interrupted(at_ms=116 * CHUNK, started_ms=100 * CHUNK)]
