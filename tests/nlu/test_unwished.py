"""Names of procedures that are no wish: taken off, done already, told of, or what another one is needed for."""

import pytest

import nlu
from calendar_backend.office_file import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Answer, Meaning, Order
from nlu.prepared import prepare
from nlu.question import Effect, Expect, Question
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
        ("住民票じゃいけんのよ、いるのは所得証明のほう", "juminhyo", {"zei-shomei"}),
        ("住民票じゃだめなんです、戸籍です", "juminhyo", {"koseki"}),
        ("住民票ではいけんち言われた、印鑑証明", "juminhyo", {"inkan-shomei"}),
        ("戸籍やのうて所得の証明です", "koseki", {"zei-shomei"}),
        ("年金は関係ないです、国保だけ", "nenkin", {"kokuho"}),
        ("年金はもう62やけん関係なか。国民健康保険だけ", "nenkin", {"kokuho"}),
        ("住民票は息子に頼んだのでいりません", "juminhyo", set()),
        ("年金は10日に行くけん、介護はいりません", "kaigo", {"nenkin"}),
        ("戸籍はいりませんでした", "koseki", set()),
        ("住民票やないわ。戸籍やった。老人会の人が住民票ち言うたもんやけ", "juminhyo", {"koseki"}),
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
        "住民票じゃだめですか",
        "住民票じゃいけんとですか",
        "住民票を出してください",
    ],
)
def test_a_question_and_content_drop_nothing(said: str, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert meaning.dropped == ()
        assert named(meaning) == {"juminhyo"}


def test_only_says_that_nothing_else_is_wanted(office: Lexicon) -> None:
    assert all(meaning.only for meaning in both("戸籍だけでいい", office))
    assert all(meaning.only for meaning in both("所得の証明だけでいいです", office))
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
        ("住民票よ、年金の人が毎年出せって言うけん", {"juminhyo"}),
        ("年金の窓口の人が戸籍を持ってこいと言うもんで", {"koseki"}),
        ("保育園のほうから住民票を出せち言われたけん", {"juminhyo"}),
        ("年金から通知が来て、住民票がいるそうで", {"juminhyo"}),
        ("年金の人が来いち言うけん", {"nenkin"}),
        ("住民票やなくて、戸籍のほうがいると言われました", {"koseki"}),
        ("印鑑証明と、戸籍のほうも要るち言われて", {"inkan-shomei", "koseki"}),
        ("印鑑登録はもうしとるけん、印鑑証明", {"inkan-shomei"}),
        ("死亡届はもう葬儀屋に出してもらったんですけど、おくやみのほうを", {"okuyami"}),
        ("娘が離婚して、戸籍がいるんです", {"koseki"}),
        ("パスポートを作るけん、戸籍がいる", {"koseki"}),
        ("保育園に出す住民票", {"juminhyo"}),
        ("年金の手続きで住民票がいる", {"juminhyo"}),
        ("マイナンバーカードを持っていないので作りたい", {"mynumber-shinsei"}),
        ("マイナンバーカードを作ってもらいたい", {"mynumber-shinsei"}),
        ("孫がハワイで結婚式をするけん、パスポートを作りたい", {"passport-shinsei"}),
        ("娘の結婚式に出るけん住民票", {"juminhyo"}),
        ("結婚式の前に婚姻届を出したい", {"konin"}),
        ("父の法事があるけん、戸籍を", {"koseki"}),
        ("主人に先立たれて五年、年金のことで", {"nenkin"}),
        ("夫を亡くして三年になります。介護保険のことで", {"kaigo"}),
        ("火災保険のことで", set()),
        ("住民票がいるけん、戸籍も", {"juminhyo", "koseki"}),
        ("戸籍を取ってほしい", {"koseki"}),
        ("パスポートを取りたいと思っています", {"passport-shinsei", "passport-uketori"}),
    ],
)
def test_what_the_story_is_told_for_is_wished(said: str, wished: set[str], office: Lexicon) -> None:
    for meaning in both(said, office):
        assert named(meaning) == wished


@pytest.mark.parametrize(
    "said",
    ["娘が二十歳になりまして、年金の届けを", "孫が二十歳を迎えたけん年金", "三月に結婚式をするけん戸籍"],
)
def test_an_age_and_a_wedding_are_no_day(said: str, office: Lexicon) -> None:
    assert both(said, office)[0].dates == ()


@pytest.mark.parametrize(
    "said",
    [
        "住民票って言いよろうが",
        "住民票ち言いよるやろうが",
        "やけん、住民票って言ったでしょうが",
        "住民票ち言うとろうが",
    ],
)
def test_who_says_it_again_in_anger_takes_nothing_off(said: str, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert meaning.dropped == ()
        assert named(meaning) == {"juminhyo"}


@pytest.mark.parametrize(
    ("said", "dropped", "wished"),
    [
        ("印鑑証明はね、息子がコンビニで取ってくるち言いよった。やけん、そっちは外しとってください", "inkan-shomei", set()),
        ("住民票は娘が取ってくるけん、それはのけて", "juminhyo", set()),
        ("印鑑証明のことやけど、そちらは抜いとって", "inkan-shomei", set()),
        ("戸籍のほうですけど、それは除いてもらえますか", "koseki", set()),
        ("住民票と印鑑証明やけど、印鑑証明は使わんけん、そっちはなしで", "inkan-shomei", {"juminhyo"}),
        ("戸籍は引き出しにあったごたる、住民票だけでいいです", "koseki", {"juminhyo"}),
        ("戸籍は家にありました、住民票だけで", "koseki", {"juminhyo"}),
        ("印鑑証明は仏壇の引き出しから出てきたけん", "inkan-shomei", set()),
    ],
)  # fmt: skip
def test_what_is_pointed_at_or_found_at_home_is_dropped(
    said: str, dropped: str, wished: set[str], office: Lexicon
) -> None:
    for meaning in both(said, office):
        assert meaning.dropped == (dropped,)
        assert named(meaning) == wished


@pytest.mark.parametrize(
    "said", ["戸籍は見つかりませんでした", "戸籍が家にあったらいいけど", "戸籍をください、それは急ぎです"]
)
def test_what_is_missing_at_home_is_not_dropped(said: str, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert meaning.dropped == ()


@pytest.mark.parametrize(
    "said",
    [
        "15日に年金が入るやろ、それまでは金がないけん",
        "年金が出るけん",
        "年金が下りるまで待って",
        "年金をもらったら行きます",
        "年金が15日に振り込まれるけん",
        "年金は15日に入ります",
    ],
)
def test_money_that_comes_in_is_no_procedure(said: str, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert named(meaning) == set()


@pytest.mark.parametrize(
    "said", ["年金をもらう手続き", "国民年金に入る手続き", "年金をもらったことがないんですが"]
)
def test_a_pension_that_is_asked_for_is_one(said: str, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert named(meaning) == {"nenkin"}


@pytest.mark.parametrize(
    ("said", "dropped", "wished"),
    [
        ("娘が住民票は自分で取る言いよった。住民票は抜いて、戸籍謄本だけに", ("juminhyo",), {"koseki"}),
        ("住民票は、ああ住民票はいりません、戸籍で", ("juminhyo",), {"koseki"}),
        ("年金だけじゃ食うていかれんので住民票を", (), {"juminhyo"}),
        ("住民票を一枚、年金のとこに出さないけん", (), {"juminhyo"}),
        ("年金が出たあとで、年金の手続きに", (), {"nenkin"}),
    ],
)
def test_every_mention_counts(said: str, dropped: tuple[str, ...], wished: set[str], office: Lexicon) -> None:
    for meaning in both(said, office):
        assert tuple(dict.fromkeys(meaning.dropped)) == dropped
        assert named(meaning) == wished


def test_the_day_on_which_money_comes_in_is_no_wish(office: Lexicon) -> None:
    for meaning in both("15日に年金が入るやろ、それまでは金がないけん、12月16日に", office):
        assert [scored.value.first.day for scored in meaning.dates] == [16]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("パスポートのほうです。戸籍はそのままにしとってください", "passport"), ("住民票はそのままにして、戸籍です", "koseki"), ("戸籍は残しといて、年金のほう", "nenkin"), ("年金のほうです、住民票は残しといてください", "nenkin"),
    ],
)  # fmt: skip
def test_what_is_to_stay_is_not_what_is_meant(office: Lexicon, said: str, wanted: str) -> None:
    for meaning in both(said, office):
        assert {one.split("-")[0] for one in named(meaning)} == {wanted}
        assert not meaning.dropped


@pytest.mark.parametrize("said", ["戸籍はそのままで変えてください", "住民票はそのまま使えますか"])
def test_what_is_asked_of_a_name_leaves_it_named(office: Lexicon, said: str) -> None:
    assert named(both(said, office)[0])


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("出生届はもう息子が出したんですけど、児童手当のほうがまだなんです", {"jido-teate"}),
        ("出生届は病院の帰りに主人が出してきました。児童手当をお願いします", {"jido-teate"}),
        ("離婚届はとうに出しました、ひとり親の手当を", {"jido-fuyo-teate"}),
        ("死亡の届けは葬儀社の方がすませてくれとります", set()),
        ("離婚しましてね。離婚届はもう出しとります。児童扶養手当の手続きをしたい", {"jido-fuyo-teate"}),
        ("転入届は先週すませましたけん、国保の手続きです", {"kokuho"}),
        ("年金は会社がしてくれるち言いよったけん、国保だけでよか", {"kokuho"}),
        ("年金は主人の会社でしてもらうけん、国保だけ", {"kokuho"}),
        ("死亡届はもう済んどります、そのあとの手続きです", {"okuyami"}),
        ("年金の現況届につける住民票をお願いします", {"juminhyo"}),
        ("年金の書類につける住民票がいります", {"juminhyo"}),
        ("パスポートに要る戸籍謄本をお願いします", {"koseki"}),
        ("住民票が2通いるんです。保育園とパスポートに使います", {"juminhyo"}),
        ("住民票を2通。年金と、もひとつは家の修理の補助金に使うと", {"juminhyo"}),
        ("年金の15日まで待たんでもよかね", set()),
        ("孫を保育園に迎えに行くけん3時までに", set()),
        ("嫁が保育園で働きよるけん、夕方に", set()),
        ("住民票でのうて、戸籍のほうやった", {"koseki"}),
        ("住民票やなしに、非課税の証明ち書いてある", {"zei-shomei"}),
        ("保険とか年金とか、母が亡くなったあとの手続きです", {"okuyami"}),
    ],
)
def test_what_is_done_or_what_a_paper_is_for_is_no_wish(said: str, wished: set[str], office: Lexicon) -> None:
    for meaning in both(said, office):
        assert named(meaning) == wished


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("住民票を取ってくれんね", {"juminhyo"}),
        ("住民票は出してもらえますか", {"juminhyo"}),
        ("出生届を出したいんです", {"shussho"}),
        ("出生届はどこに出したらいいですか", {"shussho"}),
        ("転入届をまだ出しとらんのです", {"tennyu"}),
        ("離婚届をもう出してもいいですか", {"rikon"}),
        ("国保の手続きを息子が代わりにしてもいいですか", {"kokuho"}),
        ("年金のことでお電話しました", {"nenkin"}),
        ("介護保険の相談に行こうと思うとります", {"kaigo"}),
        ("結婚をしましたので届けを", {"konin"}),
        ("孫を保育園に預けたいんです", {"hoiku"}),
        ("住民票と印鑑証明は車の登録に使います", {"juminhyo", "inkan-shomei"}),
        ("住民票とか印鑑証明とかが要る", {"juminhyo", "inkan-shomei"}),
    ],
)
def test_a_wish_with_such_words_in_it_is_one(said: str, wished: set[str], office: Lexicon) -> None:
    for meaning in both(said, office):
        assert named(meaning) == wished


@pytest.mark.parametrize(
    ("said", "dropped", "wished"),
    [
        ("印鑑証明は娘がこないだ取ってきとったけん、そっちはやめとくわ", ("inkan-shomei",), set()),
        ("戸籍がいると思うとったけど、それはやめときます", ("koseki",), set()),
        ("年金はやめにします", ("nenkin",), set()),
        ("住民票ばお願い、それはやめに頼むよ", (), {"juminhyo"}),
        ("年金の手続きがあるけんはやめに頼むよ", (), {"nenkin"}),
        ("年金の手続きがあるけん早めに頼むよ", (), {"nenkin"}),
    ],
)
def test_giving_up_is_told_from_early(
    said: str, dropped: tuple[str, ...], wished: set[str], office: Lexicon
) -> None:
    for meaning in both(said, office):
        assert meaning.dropped == dropped
        assert named(meaning) == wished


def test_what_is_given_up_is_no_wish_for_the_earliest_place(office: Lexicon) -> None:
    for meaning in both("そっちはやめとくわ", office):
        assert meaning.order is None
    for meaning in both("年金の手続きがあるけん早めに頼むよ", office):
        assert meaning.order is Order.EARLIEST


def test_what_is_done_is_no_wish_by_a_part_of_its_name_either(office: Lexicon) -> None:
    for said in ("登録はだいぶ前に済ませとります", "登録はもう昔にしとるばい"):
        assert all(not named(meaning) for meaning in both(said, office))
    for said in ("登録をお願いします", "登録はまだしてません", "登録はしとらんけんしたい"):
        assert all(named(meaning) == {"inkan-toroku"} for meaning in both(said, office))


def test_that_it_is_of_a_guarantor_hides_no_name(office: Lexicon) -> None:
    for meaning in both("銀行が保証人の印鑑証明ば出せち言うとよ", office):
        assert named(meaning) == {"inkan-shomei"}


def test_which_one_is_told_before_what_was_fetched(office: Lexicon) -> None:
    for said in (
        "ぜいきんのしょうめいしょのほうですむすこがこんびにでとってくれたもんで",
        "税金の証明書の方です、息子がコンビニで取ってくれたもんで",
    ):
        assert named(nlu.interpret([Hypothesis(said)], Question(), NOW, office)) == {"zei-shomei"}
    for meaning in both("税の証明書のほうは息子がコンビニで取ってくれました", office):
        assert named(meaning) == set()


MOVED = Question(
    Expect.ANSWER, read_back=("koseki",), effect=Effect.CHANGE, text="この日時に変更してよろしいですか"
)
GIVEN_BACK = Question(
    Expect.ANSWER,
    read_back=("zei-shomei",),
    effect=Effect.CANCEL,
    text="このご予約を、取り消してよろしいですか",
)


@pytest.mark.parametrize("said", ["戸籍じゃないとだめち言うもんですけん", "戸籍でないといかんらしいです"])
def test_that_it_must_be_what_was_read_back_is_no_refusal(said: str, office: Lexicon) -> None:
    assert nlu.interpret([Hypothesis(said)], MOVED, NOW, office).answer is None


@pytest.mark.parametrize("said", ["戸籍じゃだめなんです", "いいえ、戸籍やないです"])
def test_that_what_was_read_back_will_not_do_is_one(said: str, office: Lexicon) -> None:
    answer = nlu.interpret([Hypothesis(said)], MOVED, NOW, office).answer
    assert answer is not None
    assert answer.value is Answer.NO


def test_one_character_names_what_was_read_back(office: Lexicon) -> None:
    answer = nlu.interpret([Hypothesis("はい、その税のほうは取り消しで")], GIVEN_BACK, NOW, office).answer
    assert answer is not None
    assert answer.value is Answer.YES
    assert answer.score >= 0.8
    other = nlu.interpret([Hypothesis("はい、その児のほうは取り消しで")], GIVEN_BACK, NOW, office).answer
    assert other is not None
    assert other.score < 0.8


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("年金の手続きはあっちでするけん、住民票だけで", {"juminhyo"}),
        ("国保やらは向こうでするけん、こちらでは転出届だけ出しとこうと思うて", {"tenshutsu"}),
        ("年金のことは年金事務所でやりますけん、住民票をください", {"juminhyo"}),
        ("年金は65からもろうてますけん年金はいいんです、国民健康保険をお願いします", {"kokuho"}),
        ("住民票を、違う違う、戸籍謄本を", {"koseki"}),
        ("ああ、戸籍もいるんですね、また決めます", set()),
        ("へえ、カードと番号があればいいんやね", set()),
        ("こくほはむこうでするけん、てんしゅつとどけをおねがいします", {"tenshutsu"}),
        ("じゅうみんひょうを、ちがうちがう、こせきとうほんを", {"koseki"}),
        ("こせきもいるとね、またきめます", set()),
    ],
)
def test_what_is_seen_to_elsewhere_taken_back_or_said_back_is_no_wish(
    said: str, left: set[str], office: Lexicon
) -> None:
    assert named(nlu.interpret([Hypothesis(said)], Question(), NOW, office)) == left


@pytest.mark.parametrize(
    "said",
    [
        "あ違う、戸籍は息子がお盆に持ってきとった、住民票だけでいいです",
        "あちがうこせきはむすこがおぼんにもってきとったじゅうみんひょうだけでいいです",
        "戸籍は娘がこの前持ってきたけん、住民票だけ",
        "戸籍はこないだ送ってきとったわ、住民票だけでよか",
        "印鑑証明は息子が正月に置いていったけん、住民票だけでいい",
        "戸籍は弟が取っといてくれとった、住民票だけでよかです",
        "戸籍は孫が持って帰ってきとるけん、住民票だけで",
        "戸籍はもうもろうとった。住民票だけにして",
        "ちがうちがうこせきはうちにあるけんじゅうみんひょうだけで",
        "戸籍は先月送ってもろうたんやった、住民票だけでいいわ",
    ],
)
def test_what_is_told_of_another_beside_what_alone_is_wished_is_no_wish(said: str, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert (named(meaning), meaning.only) == ({"juminhyo"}, True)


@pytest.mark.parametrize("said", ["戸籍と住民票だけでいいです", "戸籍は一通で、住民票だけ二通お願いします"])
def test_both_may_be_all_that_is_wished(said: str, office: Lexicon) -> None:
    for meaning in both(said, office):
        assert named(meaning) == {"juminhyo", "koseki"}
