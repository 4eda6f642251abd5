"""What is asked about a booking that is read back, or was just made; and what only sounds like it."""

from datetime import date, time

import pytest

import nlu
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Meaning, Request
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW

READ_BACK = Question(Expect.ANSWER, anchor=Anchor((date(2026, 12, 1),), (time(10),)), read_back=("juminhyo",))
FURTHER = Question(Expect.ANSWER, further=True)


def means(said: str, question: Question, lexicon: Lexicon) -> Meaning:
    return nlu.interpret((Hypothesis(said),), question, NOW, lexicon)


BOTH = {
    "行かれんごとなったら、どげんしたらいいとですか": Request.UNDO,
    "つごうがわるくなったときは、どうしたらいいですか": Request.UNDO,
    "キャンセルしたいときは、どうするんですか": Request.UNDO,
    "当日の朝でも断れますか": Request.UNDO,
    "二枚でもよかかね": Request.COPIES,
    "にまいいるんですけど": Request.COPIES,
    "本籍の載ったのがいるんですが": Request.COPIES,
    "はがきか何か届きますか": Request.REMINDER,
    "まえのひにでんわでおしえてくれるとかね": Request.REMINDER,
    "名前は言わんでよかと？": Request.NAMELESS,
}


@pytest.mark.parametrize("question", [READ_BACK, FURTHER], ids=["read back", "further"])
@pytest.mark.parametrize(("said", "request_"), BOTH.items())
def test_it_is_asked_of_the_booking(
    said: str, request_: Request, question: Question, lexicon: Lexicon
) -> None:
    assert means(said, question, lexicon).request is request_


def test_whether_it_is_settled_is_asked_of_what_is_read_back(lexicon: Lexicon) -> None:
    assert means("もうこれで決まりですか", READ_BACK, lexicon).request is Request.SETTLED
    assert means("本当に取れたと？", FURTHER, lexicon).request is Request.CHECK
    assert means("ほかにっち、何があると？", FURTHER, lexicon).request is Request.ERRANDS


@pytest.mark.parametrize(
    "said",
    [
        "都合が悪くなったけん、やめます",
        "年金のハガキが来たんですけど",
        "折り返し電話をもらえますか",
        "助かります",
    ],
)
def test_what_only_sounds_like_it_is_something_else(said: str, lexicon: Lexicon) -> None:
    for question in (READ_BACK, FURTHER):
        assert means(said, question, lexicon).request not in BOTH.values()


@pytest.mark.parametrize("said", ["火曜やろ？", "朝の10時でしたよね", "夜のやないやろうね"])
def test_whether_it_is_so_is_asked_of_what_is_read_back(said: str, lexicon: Lexicon) -> None:
    meaning = means(said, READ_BACK, lexicon)
    assert meaning.checks
    assert meaning.answer is None


@pytest.mark.parametrize(
    "said", ["ばかばかしい、紙一枚にこげん聞くとかね", "何べん聞くんかね、さっきから言いよるやろうが"]
)
def test_a_grumble_asks_nothing(said: str, lexicon: Lexicon) -> None:
    meaning = means(said, READ_BACK, lexicon)
    assert not meaning.checks
    assert not meaning.asks
