from datetime import time

import pytest

from nlu.completeness import complete
from nlu.meaning import Answer, Command, Meaning, Scored, TimeSpan
from nlu.question import Expect, Question

TWO = (Scored(TimeSpan(time(14), time(14)), 0.9),)


@pytest.mark.parametrize("text", ["来週の", "えーと", "2時、あのー", "それから", "火曜、いや、"])
def test_a_sentence_in_the_middle_is_not_complete(text: str):
    assert not complete(Meaning(text, times=TWO), Question(Expect.TIME))


def test_an_answer_to_another_question_is_not_complete():
    assert not complete(Meaning("はい", answer=Scored(Answer.YES, 1)), Question(Expect.TIME))


def test_a_time_answers_the_question_for_one():
    assert complete(Meaning("2時です", times=TWO), Question(Expect.TIME))


def test_a_yes_answers_a_yes_or_no_question():
    assert complete(Meaning("はい", answer=Scored(Answer.YES, 1)), Question(Expect.ANSWER))


def test_a_command_is_complete_whatever_was_asked():
    assert complete(Meaning("もう一度", command=Command.REPEAT), Question(Expect.DATE))


def test_nothing_understood_is_not_complete():
    assert not complete(Meaning("うう"), Question(Expect.ANY))
