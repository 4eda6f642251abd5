from datetime import datetime

import pytest

from nlu.ending import Ending, SoFar, ending, so_far
from nlu.hypothesis import Hypothesis
from nlu.interpret import interpret
from nlu.lexicon import Lexicon
from nlu.question import Expect, Question

NOW = datetime.fromisoformat("2026-11-24T10:00+09:00")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Ending.NOTHING),
        ("、。", Ending.NOTHING),
        ("えーと", Ending.FILLER),
        ("12月の、あのー", Ending.FILLER),
        ("えーと、そうですね", Ending.FILLER),
        ("もしもし", Ending.FILLER),
        ("それは難しそうですね", Ending.POLITE),
        ("転入の手続き", Ending.OTHER),
        ("はい", Ending.AGREEMENT),
        ("10時で、はい。", Ending.AGREEMENT),
        ("再来週の", Ending.PARTICLE),
        ("母は", Ending.PARTICLE),
        ("電話して", Ending.PARTICLE),
        ("予約したいんですけど", Ending.REASON),
        ("仕事があるから", Ending.REASON),
        ("予約したいのですが", Ending.REASON),
        ("12月10日がいいです", Ending.POLITE),
        ("お願いします", Ending.POLITE),
        ("空いていますか?", Ending.POLITE),
        ("12月10日", Ending.NUMBER),
        ("0935551234", Ending.NUMBER),
        ("明日行く", Ending.PLAIN),
        ("それでいいよ", Ending.PLAIN),
        ("住民票", Ending.OTHER),
    ],
)
def test_the_last_words_tell_whether_more_may_come(text: str, kind: Ending) -> None:
    assert ending(text) is kind


def heard(text: str, expect: Expect) -> SoFar:
    guess, question = (Hypothesis(text, 0.8),), Question(expect)
    return so_far(guess, interpret(guess, question, NOW, Lexicon(())), question)


def test_a_whole_answer_is_complete_and_its_beginning_is_not() -> None:
    assert heard("12月10日です", Expect.DATE).complete
    assert not heard("12月の", Expect.DATE).complete
    assert not heard("12月10日の", Expect.DATE).complete


def test_humming_hesitates_and_a_yes_does_not() -> None:
    assert heard("えーと", Expect.ANSWER).hesitates
    assert not heard("はい", Expect.ANSWER).hesitates


def test_nothing_heard_is_nothing_known() -> None:
    assert so_far((), interpret((), Question(), NOW, Lexicon(())), Question()) == SoFar(
        Ending.NOTHING, False, False, 0.0, 0
    )


def test_the_best_hypothesis_counts_wherever_it_stands() -> None:
    guess, question = (
        (Hypothesis("はい", 0.2), Hypothesis("10時の", 0.7, "じゅうじの")),
        Question(Expect.TIME),
    )
    known = so_far(guess, interpret(guess, question, NOW, Lexicon(())), question)
    assert (known.ending, known.certain, known.sounds) == (Ending.PARTICLE, 0.7, 5)
