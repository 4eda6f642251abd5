from voicebot.turns.onset import FARTHEST_MS, Onset


def risen(*chunks: bool) -> int:
    onset = Onset()
    for loud in chunks:
        onset.add(32, loud)
    return onset.risen_ms


def test_a_sound_is_counted_from_where_it_is_loud():
    assert risen(False, False, True, True, True) == 96


def test_a_short_gap_belongs_to_it():
    assert risen(True, True, False, True) == 128


def test_a_longer_one_ends_it():
    assert risen(True, True, False, False) == 0
    assert risen(True, True, False, False, True) == 32


def test_silence_is_no_sound():
    assert risen(False, False) == 0


def test_it_began_no_earlier_than_speech_can_before_voice_activity():
    assert risen(*[True] * 30) == FARTHEST_MS
