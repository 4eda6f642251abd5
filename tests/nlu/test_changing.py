"""Asked whether a booking is to be moved to what was read back, in sentences that say more than yes or no."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from nlu import interpret
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Answer, Meaning, Request
from nlu.question import Effect, Expect, Question

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Tokyo"))
TABLE = Anchor((date(2026, 12, 3),), (time(10),), earlier=(date(2026, 12, 2),))
CHANGE = Question(
    Expect.ANSWER,
    text="この日時に変更してよろしいですか",
    effect=Effect.CHANGE,
    read_back=("juminhyo",),
    anchor=TABLE,
)


def meant(text: str) -> Meaning:
    return interpret([Hypothesis(text, 1.0)], CHANGE, NOW, Lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "変更してください",
        "ご変更をお願いいたします",
        "そのように改めていただければ幸いです",
        "変えてもらえますか",
        "電話を切りますね。変えといてください",
        "もう、それでいいち言いよろうが",
        "あれは午後3時やけ、うん、構わん",
        "まあ関係ないか、うん、そうしよう",
        "（お父さん、3日でいい？）いいそうです",
    ],
)
def test_it_is_moved(text: str) -> None:
    meaning = meant(text)
    assert meaning.answer is not None
    assert (meaning.answer.value, meaning.answer.score >= 0.8) == (Answer.YES, True)
    assert meaning.command is None
    assert not meaning.times


@pytest.mark.parametrize(
    "text",
    [
        "変更してください、時間を",
        "変えてください、4日に",
        "変えてもらえませんか、もうちょっと遅く",
        "さっきから違うち言いよろうが",
        "やっぱり無理かね、まあ、そうしよう",
        "お父さん、3日でいい？ いかんち言いよります",
        "変えたほうがいいですか",
    ],
)
def test_it_is_no_yes(text: str) -> None:
    answer = meant(text).answer
    assert answer is None or answer.value is Answer.NO or answer.score < 0.8


@pytest.mark.parametrize(
    ("text", "request_", "keeps"),
    [
        ("元のままでよかった、木曜は出かける日やった", None, True),
        ("やっぱり2日のままにしといて", None, True),
        ("水曜のままで結構です", None, True),
        ("前の2日の分は消えるんかね", Request.STANDS_UNTIL, False),
        ("変えたら、今の予約はどうなりますか", Request.STANDS_UNTIL, False),
        ("番号は変わりますか", Request.NUMBER, False),
        ("暗証番号は変わりますか", None, False),
        ("いっそキャンセルしたほうがいいかねえ", Request.CANCEL, False),
        ("時間はそのままで", None, False),
    ],
)
def test_something_is_asked_or_it_stands(text: str, request_: Request | None, keeps: bool) -> None:
    meaning = meant(text)
    assert (meaning.request, meaning.keeps) == (request_, keeps)
