"""Sounds as columns of the listener's output."""

from itertools import pairwise

from voicebot.speech.kana_model import SYMBOLS

_INDEX = {symbol: index for index, symbol in enumerate(SYMBOLS)}


def labels(sounds: str) -> list[int]:
    """The columns of a string of sounds. Raises KeyError for what is no sound of `nlu.phonemes`."""
    return [_INDEX[sound] for sound in sounds]


def frames_needed(columns: list[int]) -> int:
    """CTC parts equal neighbours by a blank."""
    return len(columns) + sum(a == b for a, b in pairwise(columns))
