"""Asked whether a person may phone back, in sentences that say more than yes or no."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from nlu import interpret
from nlu.calling import Calling
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Answer, Meaning, Scored
from nlu.question import Expect, Question

NOW = datetime(2026, 11, 24, 20, tzinfo=ZoneInfo("Asia/Tokyo"))


def heard(text: str, *, phones_back: bool = True) -> Meaning:
    question = Question(Expect.ANSWER, phones_back=phones_back)
    return interpret([Hypothesis(text)], question, NOW, Lexicon(()))


@pytest.mark.parametrize(
    "text", ["どうぞ", "そうしてくれると助かる", "頼もうかね", "用件は家内に伝えといて", "電話を待っとります"]
)
def test_who_wants_it_says_yes(text: str):
    assert heard(text).answer == Scored(Answer.YES, 0.9)


@pytest.mark.parametrize(
    "text",
    [
        "かけてこんでいい",
        "こっちからまたかけます",
        "急ぎやないけ、ええわ",
        "どうぞお気遣いなく",
        "あした電話します",
    ],
)
def test_who_does_without_says_no(text: str):
    meaning = heard(text)
    assert meaning.answer == Scored(Answer.NO, 0.9)
    assert not meaning.dates


@pytest.mark.parametrize(
    ("text", "calling"),
    [
        ("明日の9時から10時のあいだにして", Calling.WHEN),
        ("朝早いのは困る", Calling.WHEN),
        ("朝いちばんでかけてくれるんなら頼みたい。昼からだったら、もういいです", Calling.WHEN),
        ("携帯のほうにかけて", Calling.OTHER_NUMBER),
        ("何番にかけると?", Calling.OWN_NUMBER),
        ("何番からかかってくると?", Calling.FROM_NUMBER),
        ("電話代はかかりますか", Calling.COST),
        ("メールで返事をもらえませんか", Calling.LETTER),
        ("守衛さんもおらんと?", Calling.NOBODY),
        ("結構です", Calling.UNSURE),
        ("ありがたいけど、もう寝ますけん", Calling.UNSURE),
        ("あんたでいいけ、予約しちゃり", Calling.ERRAND),
    ],
)
def test_what_is_asked_or_wished_besides_is_no_answer(text: str, calling: Calling):
    meaning = heard(text)
    assert meaning.calling is calling
    assert meaning.answer is None


@pytest.mark.parametrize("text", ["どうぞ", "朝早いのは困る", "携帯のほうにかけて"])
def test_nothing_of_it_is_heard_where_that_is_not_asked(text: str):
    assert heard(text, phones_back=False).calling is None
