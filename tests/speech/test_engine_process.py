from functools import partial
from pathlib import Path

import numpy as np
import pytest

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from tests.speech import engines_that_end
from tests.speech.engines_that_end import Counting
from voicebot.speech.engine_process import HINTS, EngineDied, EngineFailed, EngineProcess
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.recognizer import EngineMissing

SOME = np.zeros(160, np.int16)
SOON = 180
"""Seconds after which a process hangs, however slow the machine is."""


@pytest.fixture
def lives(tmp_path: Path) -> Path:
    path = tmp_path / "lives"
    path.write_text("", encoding="utf-8")
    return path


def test_another_process_hears_whole_utterances_with_their_hints():
    engine = EngineProcess(partial(FakeRecognizer.hearing, ("はい", "いいえ")))
    try:
        assert engine.name == "fake"
        assert engine.hear(SOME, Hints()).result(SOON) == (Hypothesis("はい"),)
        no = Hints((Candidate("いいえ", "いいえ"),), closed=True)
        assert engine.hear(SOME, no).result(SOON)[0].text == "いいえ"
    finally:
        engine.close()


def test_more_hints_than_are_remembered_are_sent_again(lives: Path):
    engine = EngineProcess(partial(Counting, lives), at_once=2)
    try:
        many = [Hints((Candidate(str(n), str(n)),)) for n in range(HINTS + 3)]
        heard = [engine.hear(np.zeros(n, np.int16), hints) for n, hints in enumerate(many + many[:5])]
        assert [int(one.result(SOON)[0].text) for one in heard] == list(range(HINTS + 8))
    finally:
        engine.close()


def test_an_utterance_may_be_heard_briefly(lives: Path):
    engine = EngineProcess(partial(Counting, lives))
    try:
        assert engine.hear(SOME, Hints(), brief=True).result(SOON) == (Hypothesis("160 brief"),)
    finally:
        engine.close()


def test_an_engine_that_raises_tells_why_and_goes_on(lives: Path):
    engine = EngineProcess(partial(Counting, lives))
    try:
        lives.write_text("raise", encoding="utf-8")
        with pytest.raises(EngineFailed, match="RuntimeError: no ear for this"):
            engine.hear(SOME, Hints()).result(SOON)
        lives.write_text("", encoding="utf-8")
        assert engine.hear(SOME, Hints()).result(SOON) == (Hypothesis("160"),)
    finally:
        engine.close()


def test_what_was_asked_of_a_process_that_died_is_asked_once_more(lives: Path):
    engine = EngineProcess(partial(Counting, lives))
    try:
        first = engine.pid
        lives.write_text("die", encoding="utf-8")
        assert engine.hear(SOME, Hints()).result(SOON) == (Hypothesis("160"),)
        assert engine.pid != first
    finally:
        engine.close()


def test_an_utterance_that_ends_two_processes_fails_and_the_next_is_heard(lives: Path):
    engine = EngineProcess(partial(Counting, lives))
    try:
        lives.write_text("diedie", encoding="utf-8")
        with pytest.raises(EngineDied):
            engine.hear(SOME, Hints()).result(SOON)
        assert engine.hear(SOME, Hints()).result(SOON) == (Hypothesis("160"),)
    finally:
        engine.close()


def test_an_engine_that_is_missing_says_so_here():
    with pytest.raises(EngineMissing, match="buy some"):
        EngineProcess(engines_that_end.missing)


def test_what_is_asked_when_it_closes_fails(lives: Path):
    engine = EngineProcess(partial(Counting, lives))
    engine.close()
    with pytest.raises(EngineDied):
        engine.hear(SOME, Hints()).result(SOON)
