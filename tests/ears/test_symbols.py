import pytest

from ears.symbols import frames_needed, labels
from voicebot.speech.kana_model import SYMBOLS


def test_a_sound_is_the_column_of_its_symbol() -> None:
    assert [SYMBOLS[column] for column in labels("Ju:")] == ["J", "u", ":"]


def test_what_is_no_sound_has_no_column() -> None:
    with pytest.raises(KeyError):
        labels("x")


def test_equal_neighbours_need_a_frame_between_them() -> None:
    assert frames_needed(labels("aa")) == 3
    assert frames_needed(labels("ai")) == 2
