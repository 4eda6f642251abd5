from pathlib import Path

import numpy as np
import pytest

from ears import channel, further, speech
from ears.encoder import FRAME, RATE
from ears.frontend import sounds
from ears.further import Said
from ears.texts import Utterance
from voicebot.speech import wav

TEXT = "来週の月曜日にお願いします"


@pytest.fixture
def said(tmp_path: Path) -> Said:
    utterance = Utterance("train-openjtalk-1", "train", "openjtalk", "talk", TEXT, sounds(TEXT))
    unspoken = Utterance("train-openjtalk-2", "train", "openjtalk", "talk", TEXT, sounds(TEXT))
    speech.make(tmp_path, [utterance])
    (one,) = further.synthetic(tmp_path, [utterance, unspoken])
    return one


def test_a_call_fills_the_shortest_window_or_the_longest(said: Said) -> None:
    short, long = (
        further.call(said, channel.Line(), np.random.default_rng(0), short=short) for short in (True, False)
    )
    assert short is not None
    assert long is not None
    assert short.mel.shape == (80, 400)
    assert long.mel.shape == (80, 1_000)
    seconds = len(wav.read(said.path, RATE)) / RATE + 0.5
    assert short.frames == long.frames == pytest.approx(seconds * RATE / FRAME + 2, abs=2)


def test_what_is_too_long_or_has_more_sounds_than_time_is_left_out(said: Said, tmp_path: Path) -> None:
    line, rng = channel.Line(), np.random.default_rng(0)
    wav.write(tmp_path / "long.wav", np.ones(10 * RATE, np.int16), RATE)
    assert further.call(Said(tmp_path / "long.wav", TEXT, "a"), line, rng) is None
    assert further.call(Said(said.path, TEXT, "ka" * 200), line, rng) is None
    assert further.call(Said(said.path, "", ""), line, rng) is None


def test_an_epoch_is_all_people_and_some_of_the_others_through_new_calls(said: Said) -> None:
    people = [said] * (further.BATCH + 2)
    first, again, second = (
        [example for batch in further.epoch(people, [said] * 50, number, 1) for example in batch]
        for number in (1, 1, 2)
    )
    assert len(first) == len(people) + round(further.BESIDE * len(people))
    assert all((a.mel == b.mel).all() for a, b in zip(first, again, strict=True))
    assert len(first) != len(second) or any(
        a.mel.shape != b.mel.shape or (a.mel != b.mel).any() for a, b in zip(first, second, strict=True)
    )
