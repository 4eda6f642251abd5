"""Which move it is, told by a place and what was done there."""

import pytest

import nlu
from calendar_backend.office_file import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW
from voicebot import desk

MOVES = ("tennyu", "tenshutsu", "tenkyo")


@pytest.fixture(scope="module")
def office() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def named(said: str, office: Lexicon, question: Question) -> set[str]:
    meaning = nlu.interpret([Hypothesis(said)], question, NOW, office)
    return {scored.value for scored in meaning.procedures}


@pytest.mark.parametrize(
    ("said", "move"),
    [
        ("熊本に住んどったんですが、今は小倉北区におります", "tennyu"),
        ("まえはくまもとにすんでましたいまこくらきたくすんでます", "tennyu"),
        ("戸畑におったんやけど、今は娘のおる小倉北区におる", "tenkyo"),
        ("若松から越してきました", "tenkyo"),
        ("わかまつからこしてきました", "tenkyo"),
        ("直方の家を引き払って、こっちの娘の近くに来ました", "tennyu"),
        ("ぶぜんのいえばうってこっちにきたとよ", "tennyu"),
        ("中間の実家を処分して小倉に来ました", "tennyu"),
        ("飯塚に住んどったけど、こっちに移ってきました", "tennyu"),
        ("広島の息子と暮らしとったけど、こっちに戻ってきた", "tennyu"),
        ("山口の息子のところで世話になっとったけど、こっちに戻りました", "tennyu"),
        ("長崎の娘のところで世話になることになりました", "tenshutsu"),
        ("おおさかのむすこにひきとられることになりまして", "tenshutsu"),
        ("別府の施設に入ることになりまして", "tenshutsu"),
        ("鹿児島の実家に戻ることになりました", "tenshutsu"),
        ("東京の娘と同居するけん住所を変えたい", "tenshutsu"),
        ("団地の四階から二階に移りました", "tenkyo"),
        ("おなじあぱーとのにかいからいっかいにうつりました", "tenkyo"),
        ("隣の棟に引っ越した", "tenkyo"),
        ("同じマンションの中で引っ越しました", "tenkyo"),
        ("戸畑に五十年おって、今度小倉のマンションに移った", "tenkyo"),
        ("実家の戸畑を出て、こっちに部屋を借りました", "tenkyo"),
        ("老人ホームに入るんです、中間のほうにあるホームで", "tenshutsu"),
        ("東京に行っとった息子が、こっちに就職して帰ってくるんよ", "tennyu"),
        ("隣のマンションに移っただけです", "tenkyo"),
        ("転出の紙はもう前の役所でもらって来ました", "tennyu"),
    ],
)
def test_a_place_and_what_was_done_there_tell_which_move_it_is(said: str, move: str, office: Lexicon) -> None:
    assert named(said, office, Question()) == {move}


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("大分の娘のところに行くけん、10日は無理です", set()),
        ("東京の孫がこっちに来てくれるけん、10日は無理です", set()),
        ("福岡の病院に行くけん無理です", set()),
        ("熊本の娘のところで暮らしています", set()),
        ("広島の娘がこっちに来るけん住民票を", {"juminhyo"}),
        ("福岡の娘に言われて住民票を取りたい", {"juminhyo"}),
        ("下関の家を売るけん印鑑証明", {"inkan-shomei"}),
        ("引っ越しの届けを", set(MOVES)),
    ],
)
def test_who_only_visits_or_sells_does_not_move(said: str, wished: set[str], office: Lexicon) -> None:
    assert named(said, office, Question()) == wished


@pytest.mark.parametrize(
    ("said", "move"),
    [
        ("こちらに来ました", "tennyu"),
        ("こっちの息子のそばに来た", "tennyu"),
        ("娘のところに来た", "tennyu"),
        ("あっちへ行くとです", "tenshutsu"),
        ("むすめのところでせわになります", "tenshutsu"),
        ("ここを出ます", "tenshutsu"),
        ("団地の三階から一階に", "tenkyo"),
        ("おんなじたてもののなか", "tenkyo"),
        ("隣の部屋です", "tenkyo"),
    ],
)
def test_asked_which_move_it_is_a_direction_will_do(said: str, move: str, office: Lexicon) -> None:
    assert named(said, office, Question(Expect.PROCEDURE, procedures=MOVES)) == {move}


@pytest.mark.parametrize("said", ["こちらにはおりません", "分からんです"])
def test_what_says_no_direction_leaves_it_open(said: str, office: Lexicon) -> None:
    assert named(said, office, Question(Expect.PROCEDURE, procedures=MOVES)) == set()
