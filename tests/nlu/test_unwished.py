"""Names of procedures that are no wish: taken off, done already, told of, or what another one is needed for."""

import pytest

import nlu
from calendar_backend.office_file import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Meaning
from nlu.prepared import prepare
from nlu.question import Question
from tests.nlu.conftest import NOW
from voicebot import desk


@pytest.fixture(scope="module")
def office() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def both(said: str, office: Lexicon) -> list[Meaning]:
    """As it is written, and as a recognizer writes its kana."""
    kana = prepare(said).kana
    heard = (Hypothesis(said), Hypothesis(kana, 1.0, kana))
    return [nlu.interpret([one], Question(), NOW, office) for one in heard]


def named(meaning: Meaning) -> set[str]:
    return {scored.value for scored in meaning.procedures}


@pytest.mark.parametrize(
    ("said", "dropped", "wished"),
    [
        ("住民票じゃなくて戸籍です", "juminhyo", {"koseki"}),
        ("住民票やなくて戸籍やった", "juminhyo", {"koseki"}),
        ("やっぱり住民票はいいです", "juminhyo", set()),
        ("住民票はもういらんけん", "juminhyo", set()),
        ("年金はいりません", "nenkin", set()),
        ("年金のほうはせんでよか", "nenkin", set()),
        ("国民年金の方はまた今度にします", "nenkin", set()),
        ("住民票はやめて戸籍だけ", "juminhyo", {"koseki"}),
        ("住民票の代わりに戸籍", "juminhyo", {"koseki"}),
        ("住民票って言うたけど戸籍やった", "juminhyo", {"koseki"}),
        ("住民票は大丈夫です", "juminhyo", set()),
    ],
)
def test_what_is_not_wanted_is_dropped(said: str, dropped: str, wished: set[str], office: Lexicon) -> None:
    for meaning in both(said, office):
        assert meaning.dropped == (dropped,)
        assert named(meaning) == wished


@pytest.mark.parametrize(
    "said",
    [
        "住民票はいりますか",
        "住民票でいいです",
        "住民票がいいです",
        "住民票は必要ないですか",
        "住民票じゃないといけませんか",
        "住民票は大丈夫ですか",
        "住民票は取れますか",
        "住民票を出してください",
    ],
)
def test_a_question_and_content_drop_nothing(said: str, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert meaning.dropped == ()
        assert named(meaning) == {"juminhyo"}


def test_only_says_that_nothing_else_is_wanted(office: Lexicon) -> None:
    assert all(meaning.only for meaning in both("戸籍だけでいい", office))
    assert not any(meaning.only for meaning in both("住民票だけじゃなくて戸籍も", office))


@pytest.mark.parametrize(
    "said",
    [
        "年金が出たあとがいい",
        "年金の出た後がよか",
        "年金の日の次の日",
        "死亡届は葬儀屋さんが出してくれました",
        "印鑑登録はもうしとります",
        "住民票はもう取りました",
        "年金はもう終わりました",
        "保険証は持っとります",
    ],
)
def test_what_is_done_or_only_told_of_is_no_wish(said: str, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert named(meaning) == set()
        assert meaning.dropped == ()


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("年金事務所に言われて住民票を", {"juminhyo"}),
        ("印鑑登録はもうしとるけん、印鑑証明", {"inkan-shomei"}),
        ("死亡届はもう葬儀屋に出してもらったんですけど、おくやみのほうを", {"okuyami"}),
        ("娘が離婚して、戸籍がいるんです", {"koseki"}),
        ("パスポートを作るけん、戸籍がいる", {"koseki"}),
        ("保育園に出す住民票", {"juminhyo"}),
        ("年金の手続きで住民票がいる", {"juminhyo"}),
        ("マイナンバーカードを持っていないので作りたい", {"mynumber-shinsei"}),
        ("マイナンバーカードを作ってもらいたい", {"mynumber-shinsei"}),
        ("住民票がいるけん、戸籍も", {"juminhyo", "koseki"}),
        ("戸籍を取ってほしい", {"koseki"}),
        ("パスポートを取りたいと思っています", {"passport-shinsei", "passport-uketori"}),
    ],
)
def test_what_the_story_is_told_for_is_wished(said: str, wished: set[str], office: Lexicon) -> None:
    for meaning in both(said, office):
        assert named(meaning) == wished
