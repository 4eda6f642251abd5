import numpy as np
import pytest

from tests.speech.posteriors import said
from voicebot.speech.ctc_spotting import spot

FRAMES = 4
"""To a sound."""


def test_a_word_between_fillers_is_found_in_its_place() -> None:
    before, word, after = "e:to", "kaigohokeN", "notetuzuki"
    (place,) = spot(said(before + word + after, FRAMES), [word])
    assert place.start == len(before) * FRAMES
    assert place.end == (len(before) + len(word) - 1) * FRAMES + 1
    assert place.evidence == pytest.approx(0.0, abs=1e-5)


def test_the_word_that_was_said_beats_the_ones_that_sound_like_it() -> None:
    words = ["mokuyo:bi", "kiNyo:bi", "doyo:bi", "kayo:bi"]
    found = spot(said("raiSu:nomokuyo:bidesu"), words)
    assert int(np.argmax([place.evidence for place in found])) == 0
    assert all(place.evidence < -1 for place in found[1:])


def test_a_word_with_one_sound_amiss_loses_little() -> None:
    near, far = spot(said("e:tokaigookeNno"), ["kaigohokeN", "paspo:to"])
    assert far.evidence < near.evidence < 0


def test_a_doubled_sound_is_not_found_in_a_single_one() -> None:
    single, doubled = spot(said("aki"), ["aki", "akki"])
    assert single.evidence > doubled.evidence


def test_a_word_longer_than_the_audio_is_impossible() -> None:
    (place,) = spot(said("ka", frames_each=1), ["kaigohokeN"])
    assert place.evidence == -np.inf


def test_nothing_is_found_for_no_words_and_in_no_audio() -> None:
    assert spot(said("hai"), []) == []
    assert spot(said(""), ["hai"])[0].evidence == -np.inf
