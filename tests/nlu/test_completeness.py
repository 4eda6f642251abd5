from datetime import time

import pytest

from nlu.completeness import complete, trails_off
from nlu.lexicon import Entry, Term
from nlu.meaning import Answer, Command, Meaning, Scored, TimeSpan
from nlu.question import Expect, Question

TWO = (Scored(TimeSpan(time(14), time(14)), 0.9),)


@pytest.mark.parametrize("text", ["来週の", "えーと", "2時、あのー", "それから", "火曜、いや、"])
def test_a_sentence_in_the_middle_is_not_complete(text: str):
    assert trails_off(text)
    assert not complete(Meaning(trails_off=True, times=TWO), Question(Expect.TIME))


@pytest.mark.parametrize("text", ["2時です", "来週の火曜", "はい", ""])
def test_a_sentence_that_ends_is_not_in_the_middle(text: str):
    assert not trails_off(text)


def test_an_answer_to_another_question_is_not_complete():
    assert not complete(Meaning(answer=Scored(Answer.YES, 1)), Question(Expect.TIME))


def test_a_time_answers_the_question_for_one():
    assert complete(Meaning(times=TWO), Question(Expect.TIME))


def test_a_yes_answers_a_yes_or_no_question():
    assert complete(Meaning(answer=Scored(Answer.YES, 1)), Question(Expect.ANSWER))


def test_a_command_is_complete_whatever_was_asked():
    assert complete(Meaning(command=Command.REPEAT), Question(Expect.DATE))


def test_nothing_understood_is_not_complete():
    assert not complete(Meaning(spoken=True), Question(Expect.ANY))


def test_who_may_name_several_answers_may_go_on():
    answers = (Entry("japan", Term("国内", "こくない")), Entry("abroad", Term("海外", "かいがい")))
    named = Meaning(answers=("japan",))
    assert complete(named, Question(Expect.ANSWER, answers=answers))
    assert not complete(named, Question(Expect.ANSWER, answers=answers, most_answers=2))
