from itertools import pairwise

import numpy as np

from tests.speech.posteriors import drawn, said
from voicebot.speech.ctc_alignment import Stretch, align
from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.kana_model import SYMBOLS

FRAMES = 4
"""To a sound."""


def test_every_sound_stands_where_it_was_said() -> None:
    places = align(said("mokuyo:bi", FRAMES), "mokuyo:bi")
    assert [place.start for place in places] == [n * FRAMES for n in range(len("mokuyo:bi"))]


def test_a_sound_that_was_not_said_is_squeezed_between_its_neighbours() -> None:
    places = align(said("moku", FRAMES), "motoku")
    assert places[0].start == 0
    assert places[-1].start == 3 * FRAMES
    assert all(a.end <= b.start for a, b in pairwise(places))


def test_the_same_sound_twice_has_a_blank_between() -> None:
    first, second = align(said("aa", FRAMES), "aa")
    assert first.end < second.start + 1
    assert second == Stretch(FRAMES, FRAMES + 1)


def test_a_string_longer_than_the_audio_and_no_audio_have_no_times() -> None:
    assert align(said("ka", frames_each=1), "kaigo") == []
    assert align(said(""), "ka") == []
    assert align(said("ka"), "") == []


def test_no_other_alignment_is_likelier() -> None:
    posteriors = drawn(5, seed=3)
    places = align(posteriors, "ka")
    assert _probability(posteriors, "ka", places) == max(
        _probability(posteriors, "ka", [Stretch(a, b), Stretch(c, d)])
        for a in range(5)
        for b in range(a + 1, 6)
        for c in range(b, 5)
        for d in range(c + 1, 6)
    )


def _probability(posteriors: Posteriors, sounds: str, places: list[Stretch]) -> float:
    columns = np.zeros(len(posteriors), int)
    for sound, place in zip(sounds, places, strict=True):
        columns[place.start : place.end] = SYMBOLS.index(sound)
    return float(posteriors[np.arange(len(posteriors)), columns].sum(dtype=np.float64))
