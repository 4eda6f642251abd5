"""What is said of the errands of one visit that is booked for several: which is taken off, stays, or is replaced."""

import pytest

from calendar_backend import DEMO_OFFICE, load_office
from nlu import errands
from nlu.errands import Errands
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from voicebot import desk

TWO = ("juminhyo", "inkan-toroku")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def said(text: str, lexicon: Lexicon, own: tuple[str, ...] = TWO) -> Errands:
    return errands([Hypothesis(text, 1.0)], own, lexicon)


@pytest.mark.parametrize(
    "text",
    [
        "印鑑登録はやめたい",
        "印鑑のほうはいらんごとなったけん、住民票だけ残して",
        "印鑑登録だけ取り消してください",
        "印鑑登録の予約を取り消したいんですが",
        "住民票だけにしてください",
        "住民票はそのままで、印鑑登録を取り消してください",
        "印鑑登録は息子がしてくれたけん、取りやめたいんやけど",
        "住民票と印鑑登録で予約しとるんですが、印鑑登録は今度にしたい",
        "住民票は残して、もう一つのほうを取り消してください",
        "住民票は要るけん残して、あとはキャンセルで",
        "やめるのは印鑑登録のほうです",
        "要るのは住民票だけです",
        "印鑑登録は抜いてもらえますか",
        "いんかんのほうはいらんごとなったとです",
        "いんかんのほうはやめてじゅうみんひょうだけでおねがいします",
        "いんかんとうろくはもういらんごとなったけんじゅうみんひょうだけにしてください",
    ],
)
def test_one_of_two_is_taken_off(text: str, lexicon: Lexicon) -> None:
    found = said(text, lexicon)
    assert (found.off, found.instead) == (("inkan-toroku",), ())


@pytest.mark.parametrize(
    "text",
    [
        "印鑑登録を戸籍に替えてください",
        "印鑑登録じゃなくて戸籍謄本にしてください",
        "印鑑登録はやめて、代わりに戸籍謄本をお願いします",
        "印鑑登録の代わりに戸籍謄本をお願いします",
        "印鑑登録やのうて、戸籍やった。変えてもらえるやろか",
        "いんかんとうろくをやめてこせきにかえてもらえんですか",
    ],
)
def test_another_takes_the_place_of_one(text: str, lexicon: Lexicon) -> None:
    found = said(text, lexicon)
    assert (found.off, found.instead) == (("inkan-toroku",), ("koseki",))


@pytest.mark.parametrize(
    "text",
    [
        "住民票はいりますか",
        "印鑑登録はやめたほうがいいですか",
        "印鑑登録の予約を取り消さないでください",
        "住民票と印鑑登録の予約を4日に変えてください",
        "印鑑登録はカードがいるとですか",
        "印鑑登録はやめとらんよね",
        "住民票と印鑑登録の予約をしとるんですが、何時でしたかね",
        "腰を痛めて行かれんごとなったけん、住民票も印鑑登録も取り消してください",
        "両方取り消してください",
    ],
)
def test_nothing_of_it_is_taken_off_by_itself(text: str, lexicon: Lexicon) -> None:
    found = said(text, lexicon)
    assert (found.off, found.instead) == ((), ())


def test_all_of_it_is_given_up(lexicon: Lexicon) -> None:
    assert said("いいえ、全部やめます", lexicon).whole
    assert said("住民票も印鑑登録も要らんごとなりました", lexicon).off == TWO
    assert not said("両方そのままでお願いします", lexicon).whole


def test_which_one_is_not_said(lexicon: Lexicon) -> None:
    assert said("片方だけ取り消したい", lexicon).one_of_them
    assert said("予約の用件をひとつ減らしたい", lexicon).one_of_them
    assert not said("片方だけ取り消したい", lexicon, ("juminhyo",)).one_of_them


def test_the_only_errand_becomes_another_where_that_is_said(lexicon: Lexicon) -> None:
    one = ("juminhyo",)
    assert said("戸籍に替えてください", lexicon, one).into
    assert said("戸籍のほうが要るち言われまして、そっちに変えてもらえますか", lexicon, one).into
    assert not said("戸籍謄本をお願いします", lexicon, one).into
    assert not said("名義を戸籍に変えてください", lexicon, one).into


def test_what_somebody_says_is_needed_is_no_wish(lexicon: Lexicon) -> None:
    found = said("銀行の人が、住民票やのうて戸籍謄本を持ってきてち言うんです", lexicon, ("juminhyo",))
    assert found.instead == ()


def test_a_word_of_a_name_tells_which_of_the_visit_s_own_is_meant(lexicon: Lexicon) -> None:
    own = ("juminhyo", "inkan-shomei")
    assert said("印鑑のほうはやめます", lexicon, own).off == ("inkan-shomei",)
    assert said("ぜいきんのほうをはずしてください", lexicon, ("koseki", "zei-shomei")).off == ("zei-shomei",)


def test_a_yes_is_one_where_no_other_hypothesis_says_no(lexicon: Lexicon) -> None:
    text = "はい、印鑑登録は取りやめで"
    assert said(text, lexicon).yes
    assert not errands([Hypothesis(text, 0.6), Hypothesis("いいえ、" + text[3:], 0.3)], TWO, lexicon).yes


def test_nothing_was_heard(lexicon: Lexicon) -> None:
    assert errands([], TWO, lexicon) == Errands()
