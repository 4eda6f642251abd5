import pytest

from nlu.backchannel import Overheard
from voicebot.turns.barge_in import BargeIn, Move

CHUNK, LOUD, SOFT = 32, -24.0, -45.0


def run(
    barge_in: BargeIn,
    *parts: tuple[float, int],
    dbfs: float = LOUD,
    playing: bool = True,
    echo: float = 0.0,
    said: Overheard | None = None,
) -> list[Move]:
    """The moves but for asking; every question is answered at once with `said`."""
    moves = []
    for probability, chunks in parts:
        for _ in range(chunks):
            move = barge_in.process(CHUNK, probability, dbfs, playing, lambda: echo)
            moves += [move, barge_in.hear(said)] if move is Move.ASK else [move]
    return [move for move in moves if move is not None and move is not Move.ASK]


def test_a_short_backchannel_stops_nothing():
    assert run(BargeIn(), (0.95, 8), (0.0, 40), said=Overheard.LISTENING) == []


@pytest.mark.parametrize("said", [Overheard.LISTENING, Overheard.UNSURE, Overheard.NOTHING])
def test_a_longer_one_holds_the_voice_until_it_is_over(said: Overheard):
    assert run(BargeIn(), (0.95, 12), (0.0, 40), said=said) == [Move.HOLD, Move.GO_ON]


def test_words_hold_the_voice_and_stop_it_when_they_are_certain():
    assert run(BargeIn(), (0.95, 18), said=Overheard.WORDS) == [Move.HOLD, Move.YIELD]


def test_words_stop_the_voice_when_they_are_over():
    assert run(BargeIn(), (0.95, 10), (0.0, 10), said=Overheard.WORDS)[-1] is Move.YIELD


def test_what_is_as_short_as_a_backchannel_and_sounds_like_words_is_only_waited_for():
    assert run(BargeIn(), (0.95, 7), (0.0, 40), said=Overheard.WORDS) == [Move.HOLD, Move.GO_ON]


def test_a_short_word_that_asks_for_the_turn_stops_the_voice_when_it_is_over():
    assert run(BargeIn(), (0.95, 7), (0.0, 10), said=Overheard.OPENING) == [Move.HOLD, Move.YIELD]


def test_a_sentence_that_pauses_behind_its_first_word_is_one_sound():
    moves = run(BargeIn(), (0.95, 8), (0.0, 14), (0.95, 12), said=Overheard.WORDS)
    assert moves == [Move.HOLD, Move.YIELD]


def test_what_is_longer_than_a_backchannel_and_no_likely_words_stops_the_voice_when_it_is_over():
    assert run(BargeIn(), (0.95, 14), (0.0, 10), said=Overheard.UNSURE) == [Move.HOLD, Move.YIELD]
    assert run(BargeIn(), (0.95, 14), (0.0, 40), said=Overheard.LISTENING) == [Move.HOLD, Move.GO_ON]


def test_half_a_second_of_speech_that_nobody_hears_stops_the_voice():
    assert run(BargeIn(), (0.95, 16)) == [Move.HOLD, Move.YIELD]


def test_a_voice_much_softer_than_the_caller_stops_nothing():
    assert run(BargeIn(), (0.95, 100), dbfs=SOFT, said=Overheard.WORDS) == []


def test_a_caller_who_speaks_softly_is_known_by_what_was_said_before():
    barge_in = BargeIn()
    run(barge_in, (0.95, 100), dbfs=SOFT, playing=False)
    assert run(barge_in, (0.95, 18), dbfs=SOFT, said=Overheard.WORDS) == [Move.HOLD, Move.YIELD]


def test_our_own_echo_stops_nothing():
    echo = run(BargeIn(), (0.95, 60), dbfs=-32.0, echo=0.8, said=Overheard.WORDS)
    assert echo == []
    assert run(BargeIn(), (0.95, 60), dbfs=-32.0, echo=0.1, said=Overheard.WORDS) != []


def test_speech_while_nothing_is_played_interrupts_nothing():
    assert run(BargeIn(), (0.95, 100), playing=False, said=Overheard.WORDS) == []
