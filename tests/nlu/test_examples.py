"""What is only spoken of beside a wish: what a paper is for, the insurance that is left at 75, what one counter does, what was lost."""

import pytest

import nlu
from calendar_backend.office_file import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Command, Meaning, Request
from nlu.prepared import prepare
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW
from voicebot import desk

CARD = ("mynumber-shinsei", "mynumber-uketori", "mynumber-koshin")
SEAL = ("inkan-toroku", "inkan-shomei")
MOVES = ("tennyu", "tenshutsu", "tenkyo")


@pytest.fixture(scope="module")
def office() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def both(said: str, office: Lexicon, question: Question | None = None) -> list[Meaning]:
    """As it is written, and as a recognizer writes its kana."""
    kana = prepare(said).kana
    heard = (Hypothesis(said), Hypothesis(kana, 1.0, kana))
    return [nlu.interpret([one], question or Question(), NOW, office) for one in heard]


def named(meaning: Meaning) -> set[str]:
    return {scored.value for scored in meaning.procedures}


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("年金の書類に戸籍謄本がいるそうで、それは別の日にいただきに上がりたいんです", {"koseki"}),
        ("児童手当の書類に所得証明がいるげな", {"zei-shomei"}),
        ("介護保険の書類に住民票をつけんといけん", {"juminhyo"}),
        ("国保の書類に住民票を添えるげなけん", {"juminhyo"}),
        ("年金の請求書に戸籍ば付けてくださいち", {"koseki"}),
        ("年金から介護保険が引かれとるんやけど、介護保険のことで", {"kaigo"}),
        ("年金の書類に戸籍がいるけん戸籍と、介護保険の相談もお願いします", {"koseki", "kaigo"}),
        ("年金の相談に行きたいんですけど、戸籍もいります", {"nenkin", "koseki"}),
        ("国保の手続きと、住民票がいるんです", {"kokuho", "juminhyo"}),
    ],
)
def test_what_a_paper_is_for_is_not_wished(said: str, wished: set[str], office: Lexicon) -> None:
    assert [named(meaning) for meaning in both(said, office)] == [wished, wished]


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("来月の20日で75になりますのよ。それで健康保険が変わるんでしょう", {"koki-korei"}),
        ("来月75歳になるけん、国民健康保険が切り替わるち聞いた", {"koki-korei"}),
        ("母が七十五歳になるんですが、国民健康保険はどうなるんですか", {"koki-korei"}),
        ("国保から後期高齢者に切り替わったと", {"koki-korei"}),
        ("会社を辞めて健康保険が変わるんです", {"kokuho"}),
        ("75歳の母の住民票をください", {"juminhyo"}),
    ],
)
def test_at_75_the_insurance_that_is_left_is_not_wished(said: str, wished: set[str], office: Lexicon) -> None:
    assert [named(meaning) for meaning in both(said, office)] == [wished, wished]


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("届けは葬儀社が済ませてくれとる。そのあとの、年金やら保険やらを、いっぺんにしてくれる窓口があるち聞いた", {"okuyami"}),
        ("死亡届は済んだけん、あとの年金とか国保とか全部いっぺんにするところ", {"okuyami"}),
        ("父が亡くなって、年金とか保険とかをまとめてできる窓口があると聞いて", {"okuyami"}),
        ("年金と国保を一緒にお願いします", {"nenkin", "kokuho"}),
        ("年金とか国保とか、まとめてお願いできますか", {"nenkin", "kokuho"}),
        ("出生届を済ませたので、児童手当とか保険とか一度に済む窓口", {"jido-teate"}),
    ],
)  # fmt: skip
def test_what_the_one_counter_does_for_the_bereaved_are_examples(
    said: str, wished: set[str], office: Lexicon
) -> None:
    assert [named(meaning) for meaning in both(said, office)] == [wished, wished]


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("印鑑証明のときに出すカードが見つからんのよ。やけ印鑑証明は今度にして、住民票だけにしてもらえる？", {"juminhyo"}),
        ("戸籍だけでいいです。主人が亡くなりまして", {"koseki"}),
        ("はんこのカードをなくしたんです", {"inkan-toroku"}),
        ("印鑑証明のカードを落としました", {"inkan-toroku"}),
        ("印鑑証明を取るときのカードがのうなった", {"inkan-toroku"}),
        ("カードをなくしました", {"mynumber-saikofu"}),
        ("カードをなくしたので再交付だけ", {"mynumber-saikofu"}),
        ("実印の紙と、それから住民票を取ってきてくださいち言われた", {"inkan-shomei", "juminhyo"}),
    ],
)  # fmt: skip
def test_which_card_was_lost_and_what_alone_is_wished(said: str, wished: set[str], office: Lexicon) -> None:
    assert [named(meaning) for meaning in both(said, office)] == [wished, wished]


@pytest.mark.parametrize(
    ("said", "asked", "meant"),
    [
        ("家じゅう探したけど、やっぱりなくしたみたいです。作り直してもらいたいの", CARD, "mynumber-saikofu"),
        ("落としてしもうて、作り直しです", CARD, "mynumber-saikofu"),
        ("のうなってしもうたんです", CARD, "mynumber-saikofu"),
        ("どこにもないんです", CARD, "mynumber-saikofu"),
        ("割れてしもうたんよ", CARD, "mynumber-saikofu"),
        ("家内のがなくて、わからんけん、初めてと思う", CARD, "mynumber-shinsei"),
        ("できたけど、はがきをなくしました", CARD, "mynumber-uketori"),
        ("カードをなくしたんです", SEAL, "inkan-toroku"),
        ("小倉南から小倉北じゃけど、区が違うたら別の市みたいなもんやろうか", MOVES, "tenkyo"),
        ("戸畑から小倉だと同じ市になるんですかね、それともよそからになるんですか", MOVES, "tenkyo"),
        ("品川区から戻ってまいりましたの", MOVES, "tennyu"),
        ("その前に一ぺん大分に出ちょったけえ、籍はまだ大分にある", MOVES, "tennyu"),
        ("来月の十三日。福岡のほうの老人ホームに", MOVES, "tenshutsu"),
        ("孫の住民票は大阪に移したい", MOVES, "tenshutsu"),
        ("息子んとこ、広島", MOVES, "tenshutsu"),
    ],
)
def test_a_loss_or_a_place_tells_which_was_meant(
    said: str, asked: tuple[str, ...], meant: str, office: Lexicon
) -> None:
    question = Question(Expect.PROCEDURE, procedures=asked)
    written = nlu.interpret([Hypothesis(said)], question, NOW, office)
    assert written.procedures[0].value == meant


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("住民票を娘に取ってきてもらってもよろしいんでしょうか", Request.PROXY),
        ("孫に取ってきてもろうてよかとかね", Request.PROXY),
        ("嫁に行ってきてもらってもいいんでしょうか", Request.PROXY),
        ("印鑑証明って代理でも取れますかね", Request.PROXY),
        ("写真は持っていかないといけませんか", Request.BRING),
        ("いつうかがうんでしたか", Request.CHECK),
    ],
)
def test_what_is_asked_beside_it(said: str, asked: Request, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert meaning.request is asked
        assert "konin" not in named(meaning)
        assert "shussho" not in named(meaning)


@pytest.mark.parametrize(
    "said", ["予約でええ。12月5日の土曜日に行きたい", "固定資産の値打ちの紙。法務局に持っていくやつです"]
)
def test_what_asks_for_nothing(said: str, office: Lexicon) -> None:
    assert [meaning.request for meaning in both(said, office)] == [None, None]


@pytest.mark.parametrize("said", ["どなたか出ていただけませんか", "係の方とじかにお話がしたいんですが"])
def test_a_person_is_wished(said: str, office: Lexicon) -> None:
    assert [meaning.command for meaning in both(said, office)] == [Command.AGENT, Command.AGENT]


@pytest.mark.parametrize(
    "said",
    [
        "とどけはもうむすこがだしてくれました、そのあとのほけんやらねんきんやらのてつづきです",
        "届けはもう息子が出してくれました、そのあとの保険やら年金やらの手続きです",
        "届けは葬儀屋さんが出してくれたけん、あとの保険とか年金とかのことです",
        "届けは済んどります。残りの保険やら銀行やらの手続きをまとめてお願いしたいんです",
        "届は娘が出しました、ほかの年金とか保険証とかの手続きたい",
    ],
)
def test_what_is_left_to_be_done_takes_the_place_of_nothing(said: str, office: Lexicon) -> None:
    meaning = nlu.interpret([Hypothesis(said)], Question(Expect.DATE), NOW, office)
    assert (meaning.asked_for, meaning.more, meaning.topic) == ((), False, None)
