import numpy as np
import pytest

from bench import hearing
from bench.hearing import Sample, choose, listen
from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech.fake_recognizer import FakeRecognizer

QUIET = np.zeros(1_600, np.int16)
WORDS = [
    Sample(QUIET, "住民票", "じゅうみんひょう", Hints()),
    Sample(QUIET, "はい", "はい", Hints()),
]


def test_errors_are_counted_in_sounds_and_in_letters() -> None:
    heard = listen(FakeRecognizer.hearing(["十民票", ""]), WORDS)
    assert (heard.letter_errors, heard.letters) == (3, 5)
    assert heard.sounds == len("Juu") + len("miNhyou") + len("hai")
    assert (heard.sound_errors, heard.right) == (3, 1)


def test_a_choice_is_right_when_the_word_that_was_said_ranks_first() -> None:
    right, times = choose(FakeRecognizer([(Hypothesis("住民票"),), (Hypothesis("住民票"),)]), WORDS)
    assert right == 1
    assert len(times) == 2


def test_data_that_is_absent_is_told_in_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hearing, "DATA", hearing.DATA / "nowhere")
    assert hearing.human_words() == []
    rows = hearing.rows(FakeRecognizer.hearing(["住民票", "はい"]), [], WORDS)
    assert "skipped" in rows[0].measured
    assert "0.0 %" in rows[1].measured


def test_the_turns_of_the_recorded_calls_carry_the_hints_of_their_question() -> None:
    turns = list(hearing.recorded_turns())
    assert len(turns) > 30
    assert all(turn.hints.candidates for turn in turns)
    yes = next(turn for turn in turns if turn.text.startswith("はい"))
    assert yes.hints.closed
