import pytest

from nlu.backchannel import Overheard
from voicebot.turns.barge_in import BargeIn, Move

CHUNK, LOUD, SOFT, SILENT = 32, -24.0, -45.0, -70.0


def run(
    barge_in: BargeIn,
    *parts: tuple[float, int],
    dbfs: float = LOUD,
    playing: bool = True,
    echo: float = 0.0,
    said: Overheard | None = None,
    sure: bool = False,
    repeats: bool = False,
) -> list[Move]:
    """The moves but for asking; every question is answered at once with `said`. Where no speech is likely it is silent."""
    moves = []
    for probability, chunks in parts:
        for _ in range(chunks):
            level = dbfs if probability else SILENT
            move = barge_in.process(CHUNK, probability, level, playing, lambda: echo)
            moves += [move, barge_in.hear(said, sure, repeats)] if move is Move.ASK else [move]
    return [move for move in moves if move is not None and move is not Move.ASK]


@pytest.mark.parametrize("said", [Overheard.LISTENING, Overheard.PERHAPS, Overheard.UNSURE])
def test_what_is_over_within_a_fifth_of_a_second_stops_nothing(said: Overheard):
    assert run(BargeIn(), (0.95, 7), (0.0, 40), said=said) == []


def test_a_backchannel_stops_nothing_for_two_thirds_of_a_second():
    assert run(BargeIn(), (0.95, 18), (0.0, 40), said=Overheard.LISTENING) == []
    assert run(BargeIn(), (0.95, 24), (0.0, 40), said=Overheard.LISTENING) == [Move.HOLD, Move.GO_ON]


@pytest.mark.parametrize("said", [Overheard.PERHAPS, Overheard.UNSURE, Overheard.NOTHING])
def test_a_longer_sound_holds_the_voice_until_it_is_over(said: Overheard):
    assert run(BargeIn(), (0.95, 12), (0.0, 40), said=said) == [Move.HOLD, Move.GO_ON]


def test_a_voice_that_stopped_by_its_level_holds_nothing_though_voice_activity_lags_behind():
    barge_in = BargeIn()
    assert run(barge_in, (0.95, 7), said=Overheard.UNSURE) == []
    assert run(barge_in, (0.95, 8), (0.0, 40), dbfs=LOUD - 30, said=Overheard.UNSURE) == []


def test_a_soft_first_syllable_counts_from_where_its_level_rises():
    late = (0.2, 8), (0.95, 3)
    assert run(BargeIn(), *late, said=Overheard.UNSURE) == [Move.HOLD]
    assert run(BargeIn(), late[1], said=Overheard.UNSURE) == []


def test_loud_noise_that_is_never_a_voice_stops_nothing():
    assert run(BargeIn(), (0.2, 60), (0.0, 40), said=Overheard.UNSURE) == []


def test_the_caller_is_known_behind_a_soft_beginning_and_a_louder_moment_of_a_long_soft_voice_is_not():
    for chunks, moves in ((8, [Move.HOLD]), (40, [])):
        barge_in = BargeIn()
        run(barge_in, (0.95, 1), said=Overheard.UNSURE, dbfs=LOUD - 9)
        run(barge_in, (0.95, chunks), said=Overheard.UNSURE, dbfs=LOUD - 13)
        assert run(barge_in, (0.95, 6), said=Overheard.UNSURE) == moves


def test_words_hold_the_voice_and_stop_it_when_they_are_certain():
    assert run(BargeIn(), (0.95, 18), said=Overheard.WORDS) == [Move.HOLD, Move.YIELD]


def test_words_stop_the_voice_when_they_are_over():
    assert run(BargeIn(), (0.95, 10), (0.0, 10), said=Overheard.WORDS)[-1] is Move.YIELD


def test_what_is_as_short_as_a_backchannel_and_sounds_like_words_is_only_waited_for():
    assert run(BargeIn(), (0.95, 7), (0.0, 40), said=Overheard.WORDS) == [Move.HOLD, Move.GO_ON]


def test_a_short_word_that_is_sure_stops_the_voice_when_it_is_over():
    moves = run(BargeIn(), (0.95, 7), (0.0, 10), said=Overheard.WORDS, sure=True)
    assert moves == [Move.HOLD, Move.YIELD]


def test_words_that_repeat_a_syllable_are_laughter_unless_they_are_sure():
    laughter = (0.95, 18), (0.0, 10)
    assert run(BargeIn(), *laughter, said=Overheard.WORDS, repeats=True) == []
    assert Move.YIELD in run(BargeIn(), *laughter, said=Overheard.WORDS, repeats=True, sure=True)


def test_a_short_word_that_asks_for_the_turn_stops_the_voice_when_it_is_over():
    assert run(BargeIn(), (0.95, 7), (0.0, 10), said=Overheard.OPENING) == [Move.HOLD, Move.YIELD]


def test_a_sentence_that_pauses_behind_its_first_word_is_one_sound():
    moves = run(BargeIn(), (0.95, 8), (0.0, 14), (0.95, 12), said=Overheard.WORDS)
    assert moves == [Move.HOLD, Move.YIELD]


def test_what_is_longer_than_a_backchannel_and_no_likely_words_stops_the_voice_when_it_is_over():
    assert run(BargeIn(), (0.95, 14), (0.0, 10), said=Overheard.UNSURE) == [Move.HOLD, Move.YIELD]
    assert run(BargeIn(), (0.95, 14), (0.0, 40), said=Overheard.PERHAPS) == [Move.HOLD, Move.GO_ON]


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
