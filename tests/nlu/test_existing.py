"""What is to become of a booking that exists: 「変更してください」, 「母の分です」, 「そのままで」."""

from collections.abc import Callable
from datetime import date

import pytest

from nlu.meaning import Answer, Command, Meaning, Request
from nlu.question import Existing, Expect
from tests.nlu.conftest import Hear

MOVED, SECOND = Existing.MOVE, Existing.SECOND
"""What a yes means to 「そのご予約を、変更なさいますか」, and to 「もう1件お取りしますか」 or 「別のかたのご予約ですか」."""

Ask = Callable[[str, Existing], Meaning]


@pytest.fixture
def asked(hear: Hear) -> Ask:
    return lambda said, means: hear(said, Expect.ANSWER, existing=means)


MEANT = {
    Existing.MOVE: [
        "変更してください", "はい、変更します", "変更してもらえませんか", "変えられないですか", "ずらしてほしいんです", "へんこうします", "午後に変えてください", "母の分じゃなくて私の変更です",
        "ただ息子が水曜は行かれんち言いよるけん、その9日の予約を14日に変えてもらえますか", "その予約を14日に変えてもらえますか、主人の病院がその日なもんで",
        "キャンセルして新しく取ってください", "予約を変更したい", "移してもらえますか", "前のを取り直したい", "日を変えたいんよ", "早めてほしい",
    ],
    Existing.SECOND: [
        "もう一件お願いします", "もういっけん", "いえ、別の人の分です", "母の分なんです", "はい、母の分です", "主人が行きます", "家族の分です", "娘のをもう一つ", "2人で行くんです", "もう1人分", "別にもう1件取りたい",
        "ほかの方の予約です", "いいえ、私じゃなくて夫のです", "両方お願いします", "追加でお願いします", "夫婦二人で", "違う人です", "それは息子の予約です", "息子の予約に変えてください", "前のは主人の分で、今度は私です", "おばあちゃんのです",
        "べつのひとです", "二人目です", "お母さんの", "いえ、隣のおばあさんの分を頼まれたんです", "うちの嫁のです", "別々です",
    ],
    Existing.KEEP: ["そのままでいいです", "そのままで", "前の予約でいいです", "はい、このままで結構です", "最初の方でいいです", "今のままで"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "meant"), [(said, meant) for meant, sayings in MEANT.items() for said in sayings]
)
def test_what_is_said_of_it_is_understood_whichever_was_asked(asked: Ask, said: str, meant: Existing) -> None:
    for question in (MOVED, SECOND):
        meaning = asked(said, question)
        assert (meaning.existing, meaning.answer, meaning.command) == (meant, None, None)


@pytest.mark.parametrize("said", ["はい", "そうです", "お願いします", "ええ", "うん", "はい、12月3日の2時に"])
def test_a_yes_stays_a_yes(asked: Ask, said: str) -> None:
    answer = asked(said, MOVED).answer
    assert answer is not None
    assert answer.value is Answer.YES


@pytest.mark.parametrize(
    "said",
    [
        "いいえ",
        "変更しません",
        "いや、変えないです",
        "別の人じゃないです",
        "変更は結構です",
        "変えなくていいです",
    ],
)
def test_a_denied_word_is_a_no(asked: Ask, said: str) -> None:
    meaning = asked(said, MOVED)
    assert meaning.answer is not None
    assert (meaning.answer.value, meaning.existing) == (Answer.NO, None)


@pytest.mark.parametrize(
    "said", ["自分のです", "本人です", "いいえ、同じ人です", "いえ、私です", "わたしのです"]
)
def test_myself_is_no_other_person(asked: Ask, said: str) -> None:
    meaning = asked(said, SECOND)
    assert meaning.answer is not None
    assert (meaning.answer.value, meaning.existing) == (Answer.NO, None)


@pytest.mark.parametrize(
    "said", ["大丈夫です", "結構です", "いいです", "はい、大丈夫です", "うーん", "どうしようかね"]
)
def test_what_is_fine_is_left_open_and_no_answer(asked: Ask, said: str) -> None:
    meaning = asked(said, MOVED)
    assert (meaning.existing, meaning.answer) == (None, None)


@pytest.mark.parametrize(
    "said", ["やっぱりいいです", "ああ、じゃあいいです", "もういいです", "それならいいです", "やめておきます"]
)
def test_giving_up_is_a_goodbye(asked: Ask, said: str) -> None:
    assert asked(said, MOVED).command is Command.GOODBYE


@pytest.mark.parametrize(
    "said", ["係員に代わってください", "もう一度お願いします", "係の人と話したい", "ゆっくり"]
)
def test_commands_stay_commands(asked: Ask, said: str) -> None:
    meaning = asked(said, MOVED)
    assert meaning.command is not None
    assert meaning.existing is None


@pytest.mark.parametrize(
    "said",
    [
        "もう1件予約したいんですが",
        "予約をもう一つお願いします",
        "もういっけん、よやくをとりたい",
        "別にもう一件取ってください",
    ],
)
def test_one_more_is_understood_unasked(hear: Hear, said: str) -> None:
    assert hear(said).existing is Existing.SECOND


@pytest.mark.parametrize(
    "said",
    [
        "家族全員の住民票",
        "母と一緒に行きます",
        "住民票をもう1通",
        "変更してください",
        "もう一度予約したい",
        "予約をお願いします",
    ],
)
def test_unasked_nothing_else_is(hear: Hear, said: str) -> None:
    assert hear(said).existing is None


def test_a_day_beside_it_is_found(asked: Ask) -> None:
    meaning = asked("はい、12月3日に変えてください", MOVED)
    assert meaning.existing is Existing.MOVE
    assert [said.value.first for said in meaning.dates] == [date(2026, 12, 3)]


@pytest.mark.parametrize(
    ("said", "request_"),
    [
        ("消してもらえますか", Request.CANCEL),
        ("もういらんけん", Request.CANCEL),
        ("取った覚えがないんですが", Request.WHOSE),
        ("誰が入れたとやろうか", Request.WHOSE),
        ("変更したら、怒られますかね", Request.CHANGE_COST),
        ("二重になっとらんやろか", Request.CHECK),
        ("二枚いっぺんに取れるなら、いいんですけど", Request.COPIES),
        ("動かすかどうか、まだ決められんのです", Request.UNDECIDED),
    ],
)
def test_what_is_asked_or_wished_instead(asked: Ask, said: str, request_: Request) -> None:
    meaning = asked(said, MOVED)
    assert (meaning.request, meaning.existing, meaning.answer) == (request_, None, None)


@pytest.mark.parametrize(
    "said", ["3日にしてください", "10時は無理になったけん、2時で", "その日は行けんごとなって"]
)
def test_why_or_where_to_is_a_wish_to_move(asked: Ask, said: str) -> None:
    assert asked(said, MOVED).existing is Existing.MOVE


@pytest.mark.parametrize(
    "said", ["息子が電話してくれたんやろう", "母の具合が悪うて", "子どもが泣いとって", "火を消してきます"]
)
def test_what_is_told_of_the_family_is_no_errand_of_theirs(asked: Ask, said: str) -> None:
    meaning = asked(said, MOVED)
    assert meaning.existing is not Existing.SECOND
    assert meaning.request is not Request.CANCEL
