"""Which of several procedures an answer means, by the office's words and by places."""

import pytest

import nlu
from calendar_backend.office_file import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Elsewhere, Meaning, Request
from nlu.prepared import prepare
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW
from voicebot import desk

MOVES = ("tennyu", "tenshutsu", "tenkyo")
HERE = ("tennyu", "tenkyo")
CARD = ("mynumber-shinsei", "mynumber-uketori", "mynumber-koshin")
SEAL = ("inkan-toroku", "inkan-shomei")
DEATH = ("shibo", "okuyami")
INSURED = ("kokuho", "koki-korei")


@pytest.fixture(scope="module")
def office() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def both(said: str, asked: tuple[str, ...], office: Lexicon) -> list[Meaning]:
    """As it is written, and as a recognizer writes its kana."""
    kana = prepare(said).kana
    question = Question(Expect.PROCEDURE if asked else Expect.ANY, procedures=asked)
    heard = (Hypothesis(said), Hypothesis(kana, 1.0, kana))
    return [nlu.interpret([one], question, NOW, office) for one in heard]


def best(meaning: Meaning) -> str:
    return meaning.procedures[0].value if meaning.procedures else ""


@pytest.mark.parametrize(
    ("said", "asked", "meant"),
    [
        ("福岡市からです", MOVES, "tennyu"),
        ("もう来とります、大分の別府", MOVES, "tennyu"),
        ("福岡市です、これから行くんです", MOVES, "tenshutsu"),
        ("どこからって、直方よ", MOVES, "tennyu"),
        ("ベトナムから来ました", MOVES, "tennyu"),
        ("行橋におる父を呼び寄せるんです", MOVES, "tennyu"),
        ("東京の大学に孫が行くけん", MOVES, "tenshutsu"),
        ("福岡市内に移ります", MOVES, "tenshutsu"),
        ("八幡、八幡西", MOVES, "tenkyo"),
        ("門司の市営に当たったんよ", MOVES, "tenkyo"),
        ("部屋番号が変わっただけです", MOVES, "tenkyo"),
        ("小さい部屋に移っただけ", MOVES, "tenkyo"),
        ("来たほうです", MOVES, "tennyu"),
        ("行くほう", MOVES, "tenshutsu"),
        ("外に出ます", MOVES, "tenshutsu"),
        ("中です", MOVES, "tenkyo"),
        ("市は変わらんのです", MOVES, "tenkyo"),
        ("水巻町から小倉南区へ", MOVES, "tennyu"),
        ("北九州市から福岡市です", MOVES, "tenshutsu"),
        ("水巻町へ", MOVES, "tenshutsu"),
        ("引っ越しやなくて、住民票をください", MOVES, "juminhyo"),
        ("行橋から来ました", MOVES, "tennyu"),
        ("よその市から", MOVES, "tennyu"),
        ("大阪に引っ越すんです", MOVES, "tenshutsu"),
        ("よその市へです", MOVES, "tenshutsu"),
        ("市内です", MOVES, "tenkyo"),
        ("母は82です", INSURED, "koki-korei"),
        ("はちじゅうにになります", INSURED, "koki-korei"),
        ("もう八十過ぎとります", INSURED, "koki-korei"),
        ("70です", INSURED, "kokuho"),
        ("同じ区の中で", MOVES, "tenkyo"),
        ("北九州の中です", MOVES, "tenkyo"),
        ("八幡から小倉に", MOVES, "tenkyo"),
        ("隣の区からです", MOVES, "tenkyo"),
        ("近所に越しただけよ", MOVES, "tenkyo"),
        ("市内じゃなくて下関から", MOVES, "tennyu"),
        ("福岡市です", HERE, "tennyu"),
        ("転居届です", MOVES, "tenkyo"),
        ("いえ、登録は昔にしております。その証明のほうを一枚いただきたいんです", SEAL, "inkan-shomei"),
        ("登録はもうしてあるけん、証明のほう", SEAL, "inkan-shomei"),
        ("登録は済んどります。証明ばお願いします", SEAL, "inkan-shomei"),
        ("登録は若いころにしました。その証明がいるとです", SEAL, "inkan-shomei"),
        ("登録はしちょるけん、証明のほうたい", SEAL, "inkan-shomei"),
        ("登録しとるけん証明だけ", SEAL, "inkan-shomei"),
        ("登録ならしとりますばい。証明を一通", SEAL, "inkan-shomei"),
        ("登録は父の代にしてもろうとります、証明のほうで", SEAL, "inkan-shomei"),
        ("登録のほうはもう終わっとる、要るとは証明", SEAL, "inkan-shomei"),
        ("証明はもう取りました、登録のほうをしたいんです", SEAL, "inkan-toroku"),
        ("登録はまだしとりません", SEAL, "inkan-toroku"),
        ("登録をお願いします", SEAL, "inkan-toroku"),
        ("はがきが来た", CARD, "mynumber-uketori"),
        ("初めてです", CARD, "mynumber-shinsei"),
        ("期限が切れそうなんよ", CARD, "mynumber-koshin"),
        ("電子なんとかの更新です、5年たったので", CARD, "denshi-shomei"),
        ("暗証番号の初期化をお願いしたい", CARD, "ansho"),
        ("四桁の数字を忘れました", CARD, "ansho"),
        ("どこにしまったか分からんのです", CARD, "mynumber-saikofu"),
        ("まだ持っとらんのです", CARD, "mynumber-shinsei"),
        ("なくしたんです", CARD, "mynumber-saikofu"),
        ("登録です", SEAL, "inkan-toroku"),
        ("証明がいる", SEAL, "inkan-shomei"),
        ("もう葬式は済みました", DEATH, "okuyami"),
        ("まだ出してません", DEATH, "shibo"),
    ],
)
def test_an_answer_tells_them_apart(said: str, asked: tuple[str, ...], meant: str, office: Lexicon) -> None:
    assert [best(meaning) for meaning in both(said, asked, office)] == [meant, meant]


@pytest.mark.parametrize(
    "said", ["期限のお知らせの手紙が来ました", "封筒に有効期限と書いてある、どれか分からん"]
)
def test_a_letter_that_says_when_it_runs_out_may_be_of_the_card_or_its_certificate(
    said: str, office: Lexicon
) -> None:
    for meaning in both(said, CARD, office):
        assert {scored.value for scored in meaning.procedures} == {"mynumber-koshin", "denshi-shomei"}
        assert meaning.request is None


@pytest.mark.parametrize(
    "said",
    [
        "落としたと思うたら財布から出てきた",
        "作らんといけんもんですか",
        "もう終わってしまいました",
        "ほけんしょうのかわりになるようにしてほしいんよ",
    ],
)
def test_none_of_them_is_meant(said: str, office: Lexicon) -> None:
    assert [meaning.procedures for meaning in both(said, CARD, office)] == [(), ()]


def test_a_place_outside_may_be_where_from_or_where_to(office: Lexicon) -> None:
    for meaning in both("福岡市です", MOVES, office):
        assert {scored.value for scored in meaning.procedures} == {"tennyu", "tenshutsu"}


@pytest.mark.parametrize(
    "said",
    ["どう違うんですか", "何ですかそれ", "それどういう意味ね", "どっちか分からん", "どれになるんやろか"],
)
def test_who_asks_what_they_are_is_told(said: str, office: Lexicon) -> None:
    assert [meaning.request for meaning in both(said, MOVES, office)] == [Request.EXPLAIN] * 2
    assert all(meaning.request is not Request.EXPLAIN for meaning in both(said, (), office))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("先月主人が亡くなりました", {"okuyami"}),
        ("3か月前に母が死にました", {"okuyami"}),
        ("去年父が亡くなって、その手続きを", {"okuyami"}),
        ("夫の四十九日が済んだけん", {"okuyami"}),
        ("昨日主人が亡くなりました", {"shibo", "okuyami"}),
        ("主人が亡くなりました", {"shibo", "okuyami"}),
    ],
)
def test_a_death_of_long_ago_is_not_to_be_reported(said: str, meant: set[str], office: Lexicon) -> None:
    for meaning in both(said, (), office):
        assert {scored.value for scored in meaning.procedures} == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("カードをなくした", "mynumber-saikofu"),
        ("カードがなくなった", "mynumber-saikofu"),
        ("マイナンバーカードが見当たらんごとなった", "mynumber-saikofu"),
        ("マイナンバーカードの再発行", "mynumber-saikofu"),
        ("はんこをなくした", "inkan-toroku"),
        ("75になる", "koki-korei"),
        ("来月75歳になります", "koki-korei"),
        ("八幡から小倉に引っ越してきた", "tenkyo"),
        ("福岡市から引っ越してきました", "tennyu"),
        ("カードをもらいに行きたいんやけど", "mynumber-uketori"),
    ],
)
def test_what_happened_leads_to_one(said: str, meant: str, office: Lexicon) -> None:
    for meaning in both(said, (), office):
        assert best(meaning) == meant
        assert meaning.dates == ()


@pytest.mark.parametrize("said", ["財布がなくなった", "予約が取れなくなった"])
def test_what_is_lost_is_no_death(said: str, office: Lexicon) -> None:
    assert [best(meaning) for meaning in both(said, (), office)] == ["", ""]


@pytest.mark.parametrize(
    "said",
    [
        "登録と証明？ どこが違うとですか、ようわからん",
        "登録と証明はどう違うんですか",
        "登録と証明の違いを教えてください",
        "何が違うんやろか、登録と証明は",
        "登録と証明、どげん違うと?",
    ],
)
def test_who_asks_how_they_differ_takes_none(said: str, office: Lexicon) -> None:
    for meaning in both(said, SEAL, office):
        assert meaning.request is Request.EXPLAIN
        assert not meaning.procedures


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("どこが違うとですか、じゃあ登録で", "inkan-toroku"),
        ("どう違うか知らんけど登録で", "inkan-toroku"),
        ("ああ、そんなら証明のほうたい。登録はずっと前にしとる", "inkan-shomei"),
        ("登録はもうしとります、証明ください", "inkan-shomei"),
    ],
)
def test_one_of_them_is_taken_behind_the_question_or_as_the_other_is_done(
    said: str, meant: str, office: Lexicon
) -> None:
    for meaning in both(said, SEAL, office):
        assert best(meaning) == meant


@pytest.mark.parametrize(
    "said",
    [
        "財布ごと落としてしもうて、マイナンバーカードも入っとったんよ",
        "財布を落として、中にマイナンバーカードが入っとったんです",
        "かばんごと盗まれて、マイナンバーカードも入っていました",
        "マイナンバーカードの入った財布をなくした",
        "マイナンバーカードを財布ごと落とした",
        "財布とマイナンバーカードを落としました",
        "カードをもういっぺん作ってもらいたいんです",
        "マイナンバーカードを作り直したい",
        "カードをもう一度作ってもらいたいんです、警察にはもう届けました",
    ],
)
def test_a_card_that_was_in_what_is_lost_is_issued_again(said: str, office: Lexicon) -> None:
    for meaning in both(said, (), office):
        assert best(meaning) == "mynumber-saikofu"


@pytest.mark.parametrize(
    "said",
    [
        "財布を落としたけどマイナンバーカードは入っていませんでした",
        "財布を落とした",
        "財布にマイナンバーカードを入れとる",
    ],
)
def test_a_card_that_was_not_in_it_is_not(said: str, office: Lexicon) -> None:
    for meaning in both(said, (), office):
        assert best(meaning) != "mynumber-saikofu"


@pytest.mark.parametrize("said", ["12月18日です", "2時半に行きます", "じゅうはちにちの3時", "分からんです"])
def test_a_day_or_a_time_is_no_age(said: str, office: Lexicon) -> None:
    assert all(not meaning.procedures for meaning in both(said, INSURED, office))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("世帯主をわたしにせんといけんち言われたんです", "setai-henko"),
        ("主人が夏に亡くなったもんで、世帯主を息子に替えたい", "setai-henko"),
        ("世帯主の名前ば替えたか", "setai-henko"),
        ("母を見送りまして、葬儀は済みました", "okuyami"),
        ("主人が10月の初めに亡くなりまして", "okuyami"),
        ("マイナンバーカードの暗証番号を忘れたけん", "ansho"),
        ("マイナカードの暗証番号を三回間違えてロックされたとです", "ansho"),
        ("固定資産の評価証明がほしい", "zei-shomei"),
    ],
)
def test_what_is_told_or_attributed_leads_to_one(said: str, meant: str, office: Lexicon) -> None:
    for meaning in both(said, (), office):
        assert [scored.value for scored in meaning.procedures] == [meant]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("母の保険証をなくしました", {"kokuho", "koki-korei"}),
        ("母が保険証をなくしまして", {"kokuho", "koki-korei"}),
        ("母を病院に見送ってから行きます", set()),
        ("主人が11月に亡くなりました", {"shibo", "okuyami"}),
    ],
)
def test_who_loses_a_card_or_sees_somebody_off_tells_of_no_death(
    said: str, meant: set[str], office: Lexicon
) -> None:
    for meaning in both(said, (), office):
        assert {scored.value for scored in meaning.procedures} == meant


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("もう来とります", {"tennyu", "tenkyo"}),
        ("あちらから来ました", {"tennyu", "tenkyo"}),
        ("母を引き取ることになりまして", {"tennyu", "tenkyo"}),
        ("市営住宅に当たったんです", {"tennyu", "tenkyo"}),
        ("福岡です", {"tennyu", "tenshutsu"}),
        ("県内です", {"tennyu", "tenshutsu", "tenkyo"}),
        ("わしだけアパートに", {"tennyu", "tenshutsu", "tenkyo"}),
        ("引っ越しのついでに住民票も", {"tennyu", "tenshutsu", "tenkyo"}),
        ("出るのも入るのも両方です", {"tennyu", "tenshutsu"}),
        ("娘が出て行って、息子が帰ってくる、両方よ", {"tennyu", "tenshutsu"}),
    ],
)
def test_what_is_told_by_half_leaves_the_others_out(said: str, left: set[str], office: Lexicon):
    for meaning in both(said, MOVES, office):
        assert {scored.value for scored in meaning.procedures} == left


@pytest.mark.parametrize(
    "said", ["東京から熊本に行く息子の話です", "とうきょうからおおさかにうつるまごのことで"]
)
def test_a_move_between_other_towns_is_none_of_ours(said: str, office: Lexicon):
    for meaning in both(said, MOVES, office):
        assert (meaning.elsewhere, meaning.procedures) == (Elsewhere.OTHER, ())


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("来月大阪の娘のところに行くことになって", []),
        ("再来週の土曜が引っ越しで、大阪に", []),
        ("荷物は来週運ぶんよ、市内で", []),
        ("大阪です。来週の火曜に届けを出しに行きたい", [1]),
        ("大阪へ移ります、12月4日でお願いします", [4]),
    ],
)
def test_the_day_of_a_move_is_none_of_the_visit(said: str, days: list[int], office: Lexicon):
    for meaning in both(said, MOVES, office):
        assert [scored.value.first.day for scored in meaning.dates] == days


def test_who_has_not_decided_yet_is_heard(office: Lexicon):
    for meaning in both("まだ決まっとらんのです", MOVES, office):
        assert meaning.request is Request.UNDECIDED


@pytest.mark.parametrize("said", ["75歳より下です", "75歳未満です", "75より下"])
def test_an_age_that_is_not_reached_is_none(said: str, office: Lexicon):
    assert {best(one) for one in both(said, INSURED, office)} == {"kokuho"}
