import numpy as np

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech.fake_recognizer import FakeRecognizer

YES, NO = Candidate("はい", "はい"), Candidate("いいえ", "いいえ")


def test_utterances_hear_the_script_in_order_and_then_nothing() -> None:
    fake = FakeRecognizer.hearing(["住民票", "", "はい"])
    heard = [fake.listen(Hints()).result() for _ in range(4)]
    assert heard == [(Hypothesis("住民票"),), (), (Hypothesis("はい"),), ()]


def test_a_result_is_the_same_early_and_again() -> None:
    fake = FakeRecognizer.hearing(["はい", "いいえ"])
    listening = fake.listen(Hints())
    early = listening.result()
    listening.feed(np.zeros(320, np.int16))
    assert listening.result() == early == (Hypothesis("はい"),)


def test_an_utterance_without_a_result_takes_nothing_from_the_script() -> None:
    fake = FakeRecognizer.hearing(["はい"])
    fake.listen(Hints())
    assert fake.listen(Hints((YES,), closed=True)).result() == (Hypothesis("はい"),)
    assert fake.hints == [Hints(), Hints((YES,), closed=True)]


def test_candidates_that_were_heard_are_scored() -> None:
    fake = FakeRecognizer([(Hypothesis("いいえ", 0.3), Hypothesis("はい", 0.6))])
    ranked = fake.listen(Hints()).score((NO, YES, Candidate("ええ", "ええ")))
    assert [(one.candidate, one.score) for one in ranked] == [(YES, 0.6), (NO, 0.3)]
