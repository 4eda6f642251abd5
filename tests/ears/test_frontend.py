from ears.frontend import read, sounds
from nlu.phonemes import phonemes


def test_a_pause_parts_a_text_into_stretches() -> None:
    assert [s.kana for s in read("ええと…住民票です")] == ["ええと", "じゅーみんひょーです"]


def test_a_text_without_speech_has_no_stretch() -> None:
    assert read("…、。") == []


def test_devoiced_vowels_are_written_as_vowels() -> None:
    assert sounds("明日です") == phonemes("あしたです")


def test_katakana_is_spoken_as_written() -> None:
    assert sounds("ジュウナナニチのナナジ") == phonemes("じゅうななにちのななじ")
