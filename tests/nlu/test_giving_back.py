"""Asked whether a booking is to be cancelled, or to when it is to be moved, in sentences that say more than yes or no."""

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
WHERE = Anchor((date(2026, 12, 2),), (time(10),), moves=True)
CANCEL = Question(Expect.ANSWER, effect=Effect.CANCEL, anchor=WHERE)
MOVE = Question(Expect.DATE, anchor=WHERE)


def meant(text: str, question: Question) -> Meaning:
    return interpret([Hypothesis(text, 1.0)], question, NOW, Lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "うん、もういらんけん",
        "結構です、消してしまって",
        "ゼロにしてください",
        "残念ですけど",
        "お手数をかけました",
        "その日は手術が重なってしまったんです",
        "いかれんけん、しょうがないです",
        "おねがいします、こどもがねつをだしたけん",
        "取り下げをお願いします",
        "ええと言いよろうが",
        "助かります、よろしく",
        "ほかの人が入れませんもんね",
        "消して大丈夫",
        "足が痛うて行ききらんのです",
        "すみません、どうにも間に合いませんね",
        "お取り消しくださいませ",
        "取り消し願います",
        "全部白紙に戻してください",
        "お願いしてもよろしいですか",
        "どなたかが使ってくださるなら、そのほうがいいわ",
        "足も痛いし、もうやめようかね、うん、そうしましょう",
        "ええ、それで。で、そのあと新しく年金の予約もしたいんです",
        "母の名前で入れた予約やけど、もう要らんけん消して",
    ],
)
def test_it_is_given_back(text: str) -> None:
    answer = meant(text, CANCEL).answer
    assert answer is not None
    assert (answer.value, answer.score >= 0.8) == (Answer.YES, True)


@pytest.mark.parametrize(
    "text",
    [
        "やっぱり置いといてください",
        "のこしとってください",
        "まだ消さんで",
        "取り消す気はないんです",
        "もう少し考えさせてください",
        "おいおい、消したらいかん、残しとって",
        "間に合うけん行くわ",
        "いけん。それは行くんよ",
        "行くことにした、うん、そうします",
        "取り消しても、また行けるようになったら困るけん、そのままで",
    ],
)
def test_it_stands(text: str) -> None:
    answer = meant(text, CANCEL).answer
    assert answer is not None
    assert answer.value is Answer.NO


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("キャンセル料はかかりますか", Request.CANCEL_COST),
        ("とりけしたらおかねがいるとですか", Request.CANCEL_COST),
        ("取り消したら、また取り直しですか", Request.CANCEL_AFTER),
        ("ほかに予約は残っていませんか", Request.OTHERS),
        ("何の予約でしたかね", Request.CHECK),
        ("取り消すんじゃなくて、日をずらせませんか", Request.CHANGE),
        ("消して、そのかわり4日に入れて", Request.CHANGE),
        ("どうしようかねえ", Request.UNDECIDED),
        ("やめておきます", Request.UNDECIDED),
        ("やめちょこう", Request.UNDECIDED),
        ("変更のつもりやったとに", Request.CHANGE),
        ("すみません、日を変えたかっただけなんです", Request.CHANGE),
        ("わたしは年金のを取ったつもりやったが", Request.OTHERS),
        ("ええと、水曜の10時ので、あってますかね", Request.CHECK),
        ("また後で取りなおすことはできるんやろ？", Request.CANCEL_AFTER),
        ("取り消すと、次に取りにくくなるんでしょうか", Request.CANCEL_AFTER),
        ("お金はかからんのやろ、取り消しても", Request.CANCEL_COST),
        ("お金はいらんのやろ", Request.CANCEL_COST),
        ("いや、それじゃなくて。別の人の予約を取り消したいんです", Request.OTHERS),
        ("いえ、母の予約なんですけど", Request.OTHERS),
        ("なに？12月の何日ち？", Request.CHECK),
        ("水曜って二日ですか？", Request.CHECK),
        ("今回は見送ります", Request.UNDECIDED),
        ("私ではわかりません、息子が決めたけん", Request.UNDECIDED),
        ("消す前に聞くけど、その週の金曜は空いとりますか", Request.CHANGE),
        ("取り消さんで、ほかの日に回せるんなら、そのほうがいい", Request.CHANGE),
    ],
)
def test_something_is_asked_or_wished_first(text: str, request_: Request) -> None:
    meaning = meant(text, CANCEL)
    assert (meaning.request, meaning.answer) == (request_, None)


def test_what_is_told_of_as_said_gives_nothing_back() -> None:
    answer = meant("取り消しますって言ったらどうなりますか", CANCEL).answer
    assert answer is None or answer.value is Answer.NO


def test_what_is_said_last_counts() -> None:
    kept, given = (meant(text, CANCEL).answer for text in ("消して、いや、残して", "残して、いや、消して"))
    assert kept is not None
    assert given is not None
    assert (kept.value, given.value) == (Answer.NO, Answer.YES)


@pytest.mark.parametrize(
    ("text", "request_", "keeps"),
    [
        ("もう取り消してしもうて", Request.CANCEL, False),
        ("変えるんじゃなくて、やめるほうで", Request.CANCEL, False),
        ("やっぱりそのままで", None, True),
        ("やっぱり行くことにしました", None, True),
        ("あしたまた掛け直そうか", None, True),
        ("日はそのままで、時間だけ3時に", None, False),
        ("いまのが先に消えたら困る", Request.STANDS_UNTIL, False),
    ],
)
def test_it_is_not_moved(text: str, request_: Request | None, keeps: bool) -> None:
    meaning = meant(text, MOVE)
    assert (meaning.request, meaning.keeps) == (request_, keeps)
