"""Answers to 「ほかに、ご用件はございますか」, and wishes about a booking that exists in any words."""

from datetime import date, datetime, time

import pytest

import nlu
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Answer, Command, Meaning, Request
from nlu.question import Existing, Expect, Question
from tests.nlu.conftest import NOW

FURTHER = Question(Expect.ANSWER, further=True)


def means(said: str, lexicon: Lexicon, question: Question = FURTHER, now: datetime = NOW) -> Meaning:
    return nlu.interpret((Hypothesis(said),), question, now, lexicon)


@pytest.mark.parametrize(
    "said",
    [
        "特には", "別に。", "なーんもない、なーんもない", "ない。ご苦労さん", "もうよかよ、風邪ひかんごとね", "もう大丈夫です、仕事に戻りますので", "いまのところ、別に",
        "よーし。これでよし", "大丈夫です、失礼します、あ、仕事に戻らんと",
        "いいえ", "ないです", "もうなかばい", "大丈夫です", "結構です", "はい、どうも", "ありがとうございました",
        "それだけです", "以上です", "もうよかです", "はい、分かりました", "よろしくお願いします", "失礼します",
        "ほかにはなかとです", "とくにありません", "ありがとーございました", "はい、書きました", "また電話します",
        "もうございません", "これで全部です", "もう用はすみました", "用事は終わりました", "いいえ、聞いてもろうてありがとう", "なんもなか", "いえいえ、なんにもございません",
        "ほかはなか、じゃあね", "なか、よいお年を", "分かりました。ほかにはありません", "ほかわなかたすかりまきた", "もうよか、切るばい", "もうひとつありますけどまたかけます", "ないない", "そんだけです",
        "大手町やね、分かりました。もうよろしいです", "もう十分でございます、ご丁寧に恐れ入ります", "ないですはい", "差し支えございません", "いいや、もう用はない",
        "やっぱり怪しいと思うたんよ", "そうですか、娘にも話しとくね", "きょうは冷えますねえ",
        "わかりました。もう聞くことはありません", "もう聞きたいことはなかです", "もーなにもきくことわなか", "そっすか、じゃあ自分で行きます、もう大丈夫です", "そんなら私が行きますけん",
        "また退院したらかけますので、今日はこれでよろしいです", "きょうはこれでよろしいです", "今日のところは結構です", "また落ち着いたら電話しますけん、今日はよろしいです", "今日はもうこれでよかです",
    ],
)  # fmt: skip
def test_that_was_all(said: str, lexicon: Lexicon):
    meaning = means(said, lexicon)
    assert meaning.answer is not None
    assert meaning.answer.value is Answer.NO
    assert (meaning.command, meaning.request, meaning.dates) == (None, None, ())


@pytest.mark.parametrize(
    "said",
    [
        "犬を連れて行ってもいいもんですかね、うちの犬はおとなしいけん",
        "一人で行っても大丈夫ですかね",
        "猫の首輪のことなんですが",
        "罹災証明もお願いしたいんですが",
        "電気の紙がいるんよ",
        "んだぱ",
    ],
)
def test_a_question_and_a_wish_that_is_not_ours_end_no_call(said: str, lexicon: Lexicon):
    meaning = means(said, lexicon)
    assert (meaning.answer, meaning.command) == (None, None)


@pytest.mark.parametrize(
    "said", ["はい", "あります", "あと一つ聞きたいんですが", "ええ、あるんです", "もう一つお願いします"]
)
def test_there_is_more(said: str, lexicon: Lexicon):
    meaning = means(said, lexicon)
    assert meaning.answer is not None
    assert meaning.answer.value is Answer.YES


@pytest.mark.parametrize(
    ("said", "request_"),
    [
        ("やっぱり取り消して", Request.CANCEL),
        ("やっぱりやめときます", Request.CANCEL),
        ("なかったことにしてください", Request.CANCEL),
        ("日にちば変えて", Request.CHANGE),
        ("やっぱり10時に変えて", Request.CHANGE),
        ("番号をもう一回", Request.CHECK),
        ("ばんごうをもういっぺんゆうて", Request.CHECK),
        ("何時でしたっけ", Request.CHECK),
        ("2日の10時で間違いないですか", Request.CHECK),
        ("母の代わりに聞きますが、すいようのじゅうじであってますかね", Request.CHECK),
        ("いつうかがうんでしたか、それをおしえてもらいたいんです", Request.CHECK),
        ("持ち物は何ですか", Request.BRING),
    ],
)
def test_about_what_was_done(said: str, request_: Request, lexicon: Lexicon):
    meaning = means(said, lexicon)
    assert meaning.request is request_
    assert meaning.command is None


@pytest.mark.parametrize(
    "said", ["母の分もお願いします", "もう1件予約したいんですが", "別の予約を取り消したい"]
)
def test_another_one_is_meant(said: str, lexicon: Lexicon):
    assert means(said, lexicon).existing is Existing.SECOND


@pytest.mark.parametrize(
    ("said", "request_"),
    [
        ("日にちを変えてもらえんやろか", Request.CHANGE),
        ("よやくばなおしてもらえんやろか", Request.CHANGE),
        ("時間だけ3時に", Request.CHANGE),
        ("予約を12月3日の10時に変えてください", Request.CHANGE),
        ("予約をもう少し早くしてもらえませんか", Request.CHANGE),
        ("行けなくなったので来週の水曜に変えてください", Request.CHANGE),
        ("行かれんごとなったけん、やめるばい", Request.CANCEL),
        ("予約いらんごとなった", Request.CANCEL),
        ("行けなくなりました", Request.CANNOT_COME),
        ("予約の都合が悪くなりまして", Request.CANNOT_COME),
        ("10分くらい遅れそうなんやけど", Request.LATE),
        ("ちょっと遅れるかもしれません", Request.LATE),
        ("電話をかけ直してもらいたい", Request.CALLBACK),
        ("おりかえしでんわしてほしい", Request.CALLBACK),
        ("電話してもらえますか", Request.CALLBACK),
        ("明日でかまいません、この電話に折り返しお願いします", Request.CALLBACK),
    ],
)
def test_an_errand_in_any_words(said: str, request_: Request, lexicon: Lexicon):
    meaning = means(said, lexicon, Question())
    assert meaning.request is request_
    assert meaning.command is None


@pytest.mark.parametrize(
    "said",
    [
        "娘が電話してくれたんですけど、住民票", "そちらから電話をもらいまして", "届け出が遅れると罰金ですか",
        "水曜は都合が悪いので火曜に住民票をお願いします", "足が悪くて行けなくなったので息子が住民票を取りに行きます",
        "電話番号を教えてください", "予約をしたいんですが、世帯主を変えたくて", "住所変更の手続きをしたいんですが",
    ],
)  # fmt: skip
def test_a_story_is_no_errand(said: str, lexicon: Lexicon):
    assert means(said, lexicon, Question()).request is None


@pytest.mark.parametrize("said", ["またかけます", "あとでかけ直します"])
def test_who_phones_again_says_goodbye(said: str, lexicon: Lexicon):
    assert means(said, lexicon, Question()).command is Command.GOODBYE


BOOKED = Question(Expect.ANSWER, further=True, anchor=Anchor((date(2026, 12, 2),), (time(10),)))


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        ("やっぱり今の時間やめて、11時にしてもらえん？", Request.CHANGE),
        ("2日はやめて、3日にして", Request.CHANGE),
        ("10時のはやめます", Request.CANCEL),
        ("やっぱりやめます", Request.CANCEL),
        ("さっきの10時って午前ですよね？", Request.CHECK),
    ],
)
def test_what_is_to_become_of_it(said: str, becomes: Request, lexicon: Lexicon):
    assert means(said, lexicon, BOOKED).request is becomes


def test_who_will_come_then_wants_no_other_day(lexicon: Lexicon):
    meaning = means("けっこうです、ほんなら2日に参ります", lexicon, BOOKED)
    assert meaning.answer is not None
    assert (meaning.answer.value, meaning.dates) == (Answer.NO, ())
