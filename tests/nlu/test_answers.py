import pytest

from nlu.hypothesis import Hypothesis
from nlu.meaning import Answer
from nlu.question import Expect
from tests.nlu.conftest import Hear

YES = [
    "はい", "はい。", "はーい", "ええ", "うん", "そうです", "お願いします", "はい、お願いします", "はい、それでお願いします", "大丈夫です", "結構です", "それでいいです",
    "いいですよ", "間違いないです", "間違いありません", "合ってます", "その時間でお願いします", "それで大丈夫です", "よか", "よかよ", "よかばい", "いっちゃ", "いいっちゃ",
    "そうばい", "そうたい", "ええよ", "ええ、そうです", "はい、間違いありません", "もちろんです", "オーケー", "構いません", "予約してください", "ハイ", "灰",
    "はい、はい", "あ、はい", "はい大丈夫です", "そうそう", "問題ありません", "お願いいたします", "よろしくお願いします",
    "はい、それで予約をお願いします", "はいそれでよやくお願いします", "はいそのじかんでおねがいします",
]  # fmt: skip
NO = [
    "いいえ", "違います", "いえ", "いえ、違います", "いや", "いや、違う", "だめです", "ちがうっちゃ", "ちがうばい", "やめます", "ちょっと", "ちょっと、それは", "ううん",
    "そうじゃないです", "いりません", "キャンセルで", "いいえ、結構です", "やっぱりやめておきます", "都合が悪いです", "行けません", "間違ってます", "困ります", "変えてください",
]  # fmt: skip
NOT_A_YES = [
    "", "ん", "はぁ", "ご視聴ありがとうございました", "チャンネル登録お願いします", "あー", "えーと", "そうですね", "どうしようかな", "分かりません", "はい、違います",
    "はい、でも3時で", "はい、でもちょっと", "3時でお願いします", "大丈夫ですか", "いいですか", "よくないです", "大丈夫じゃないです", "お願いしません", "配達", "運転免許",
    "はいらない", "ちょっと待ってください", "考えます", "どちらでも", "そうだん", "yes", "ざーざー", "はいりません", "いいえ、はい",
    "お願いだからやめて", "違うのでお願いします", "予約してください、いややめて",
]  # fmt: skip


@pytest.mark.parametrize("said", YES)
def test_a_clear_yes_is_sure(hear: Hear, said: str) -> None:
    answer = hear(said, Expect.ANSWER).answer
    assert answer is not None
    assert answer.value is Answer.YES
    assert answer.score >= 0.8


@pytest.mark.parametrize("said", NO)
def test_a_no_is_found(hear: Hear, said: str) -> None:
    answer = hear(said, Expect.ANSWER).answer
    assert answer is not None
    assert answer.value is Answer.NO


@pytest.mark.parametrize("said", NOT_A_YES)
def test_nothing_else_becomes_a_sure_yes(hear: Hear, said: str) -> None:
    answer = hear(said, Expect.ANSWER).answer
    assert answer is None or answer.value is Answer.NO or answer.score < 0.8


READ_BACK = "住民票、12月4日、金曜日、午前10時です。この内容で予約してよろしいですか。"


@pytest.mark.parametrize(
    "said",
    [
        "金曜やろ、うん、行ける行ける",
        "4日の金曜やね、うん、大丈夫",
        "10時ですか、はい、それで",
        "金曜でしょ、はい、お願いします",
    ],
)
def test_what_was_read_back_may_be_said_back_before_a_yes(hear: Hear, said: str) -> None:
    answer = hear(said, Expect.ANSWER, text=READ_BACK).answer
    assert answer is not None
    assert answer.value is Answer.YES
    assert answer.score >= 0.8


@pytest.mark.parametrize(
    "said", ["木曜やろ、うん、行ける", "金曜やろ、うん、でも11時がいい", "金曜やろ、うん、行けるかなあ"]
)
def test_another_day_or_a_doubt_before_it_is_no_clear_yes(hear: Hear, said: str) -> None:
    answer = hear(said, Expect.ANSWER, text=READ_BACK).answer
    assert answer is None or answer.value is Answer.NO or answer.score < 0.8


@pytest.mark.parametrize(
    "said",
    [
        "あら、10時やなくて10時半やったんやけど",
        "金曜やなくて木曜やったんですけど",
        "住民票じゃなくて戸籍なんです",
    ],
)
def test_what_was_read_back_may_be_denied(hear: Hear, said: str) -> None:
    answer = hear(said, Expect.ANSWER, text=READ_BACK).answer
    assert answer is not None
    assert answer.value is Answer.NO


def test_a_yes_with_a_change_keeps_both(hear: Hear) -> None:
    meaning = hear("はい、でも3時で", Expect.ANSWER)
    assert meaning.answer is not None
    assert meaning.answer.value is Answer.YES
    assert meaning.answer.score < 0.8
    assert meaning.times[0].value.first.hour == 15


def test_kekko_desu_leans_on_the_question(hear: Hear) -> None:
    confirmed = hear("結構です", Expect.ANSWER, text="ご予約してよろしいですか").answer
    refused = hear("結構です", Expect.ANSWER, text="他にご希望はございますか").answer
    assert confirmed is not None
    assert refused is not None
    assert (confirmed.value, refused.value) == (Answer.YES, Answer.NO)


def test_a_yes_nobody_asked_for_is_not_sure(hear: Hear) -> None:
    answer = hear("はい", Expect.DATE).answer
    assert answer is not None
    assert answer.score < 0.8


def test_a_yes_in_kana_is_sure_though_the_other_guesses_have_a_sound_wrong(hear: Hear) -> None:
    guesses = {
        "はいそのじかんでおねがいします": 0.85,
        "はいそのじはんでおねがいします": 0.024,
        "はいとのじかんでおねがいします": 0.017,
        "はいそのじかんでねがいします": 0.009,
    }
    answer = hear([Hypothesis(text, score, text) for text, score in guesses.items()], Expect.ANSWER).answer
    assert answer is not None
    assert (answer.value, answer.score >= 0.8) == (Answer.YES, True)
