"""Who cannot decide on the day that is asked for."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from nlu.hypothesis import Hypothesis
from nlu.interpret import interpret
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Request
from nlu.question import Expect, Question

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Tokyo"))
LEXICON = Lexicon((Entry("juminhyo", Term("住民票", "じゅうみんひょう")),))


@pytest.mark.parametrize(
    "text",
    [
        "そうねえ、いつにしましょうかねえ",
        "さあ、いつがいいかねえ",
        "いつがいいち言われても",
        "いつがよかろうかねえ",
        "うーん、どうしたもんかねえ",
        "どげんしようかねえ",
        "迷うねえ",
        "なかなか決めきらんとよ",
        "まだ決めとらんです",
        "何曜日がいいやろうかね",
        "急に言われてもねえ",
        "まだ考えてなかったです",
        "いつがいいかわからん",
        "いつがいいかねぇまよいます",
    ],
)
def test_is_known(text: str):
    assert interpret([Hypothesis(text)], Question(Expect.DATE), NOW, LEXICON).request is Request.UNDECIDED


@pytest.mark.parametrize(
    "text",
    [
        "いつでもいいです",
        "一番早い日がいいです",
        "来週の火曜がいいかねえ",
        "迷ったけど12月1日にします",
        "いつまでに出せばいいですか",
        "分かりません",
        "もう一度言ってください",
    ],
)
def test_who_says_anything_else_is_not_taken_for_one(text: str):
    assert interpret([Hypothesis(text)], Question(Expect.DATE), NOW, LEXICON).request is not Request.UNDECIDED


def test_it_answers_no_other_question():
    assert interpret([Hypothesis("どうしようかねえ")], Question(Expect.ANSWER), NOW, LEXICON).request is None
