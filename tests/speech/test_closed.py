"""With a closed question, the candidate that the audio supports leads."""

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech import closed
from voicebot.speech.recognizer import Ranked

YES = Candidate("はい", "はい")
OPEN = (Hypothesis("はいえ", 0.5), Hypothesis("はい", 0.4))


class Listening:
    def __init__(self, score: float, heard: tuple[Hypothesis, ...] = OPEN) -> None:
        self._score = score
        self._heard = heard

    def feed(self, pcm: object) -> None:
        raise AssertionError("nothing is fed here")

    def result(self) -> tuple[Hypothesis, ...]:
        return self._heard

    def score(self, candidates: object) -> tuple[Ranked, ...]:
        return (Ranked(YES, self._score),)


def test_a_well_supported_candidate_leads_and_the_others_keep_the_rest():
    heard = closed.hear(Listening(0.9), Hints((YES,), closed=True))
    assert heard[0] == Hypothesis("はい", 0.9, "はい")
    assert [h.text for h in heard[1:]] == ["はいえ", "はい"]
    assert sum(h.score for h in heard[1:]) < 0.1


def test_a_poorly_supported_candidate_changes_nothing():
    assert closed.hear(Listening(0.3), Hints((YES,), closed=True)) == OPEN


def test_an_open_question_is_heard_openly():
    assert closed.hear(Listening(0.9), Hints((YES,))) == OPEN


def test_silence_stays_silence():
    assert closed.hear(Listening(0.9, ()), Hints((YES,), closed=True)) == ()
