"""A yes that only says again what was read back is a clear one; with anything else in it, it is not."""

from datetime import date, time

import pytest

from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Answer
from nlu.question import Effect, Expect, Question
from nlu.repeated import without_repeated
from tests.nlu.conftest import Hear

SURE = 0.8
ASKED = {"anchor": Anchor((date(2026, 12, 1),), (time(10),)), "read_back": ("juminhyo",)}

YES = [
    "はい、12月1日ですね", "はい、じゅうにがつついたちですね", "10時ですね、分かりました", "はい、じゅうじですね", "はい、住民票ですね", "はい、火曜日の10時ですね、お願いします", "12月1日の10時、はい", "はい、来週の火曜ですね",
    "はい、午前10時からですね", "はい、十時に行きます", "はい、1日の火曜ですね", "はい、12月1日の火曜日、10時ですね、よろしくお願いします", "うん、10時やね", "ええ、火曜の10時でよか", "はい、よろしゅうございます",
    "ええ、けっこうでございます", "それでいいわ", "はいはい、早くして", "はいはい、はよして", "うん、それで", "お願いしときます", "よかよか", "大丈夫です、お世話さま", "そうしてもらえますか", "ああ、はい、どうもすみません", "はい、助かります",
    "火曜やろ、うん、行ける行ける", "10時ですか、はい、それで", "火曜でしょ、はい、お願いします", "はーい、お願いしまーす", "ええ、その時間なら行けます", "はい、行けます", "はい、うかがいます", "はい、それで予約しといてください",
]  # fmt: skip
NO_CLEAR_YES = [
    "はい、12月2日ですね", "はい、11時ですね", "はい、印鑑証明ですね", "はい、水曜ですね", "12月1日ですね", "12月1日", "10時ですか", "はい、12月1日ですか", "はい、でも10時は早いね", "はい、ちょっと待って", "早くして", "はよして", "もうちょっと早くして",
    "はい、聞いてます", "12月1日は何曜日ですか", "それでいいのかねえ", "10時は無理やけど", "はい、火曜は病院なんやけど", "はい、考えときます", "分かりました", "分かりました、考えます", "はい、また電話します", "12月1日か", "よかとかねえ", "いいえ、10時じゃない",
    "はい、11時までに", "はい、9時以降で",
    "水曜やろ、うん、行ける行ける", "火曜やろ、うん、でも11時がいい", "火曜やろ、うん、行けるかなあ", "あら、10時やなくて10時半やったんやけど",
    "はい、10時じゃなくて11時", "よかことない", "お世話さま", "はい、12月1日じゃないです", "大丈夫かね", "え、10時ですか", "はい、父に聞いてみます", "行きます", "行けますかね", "はい、10時に行けるかねえ", "はい、住民票は要りません", "10時ですね、考えます", "すみません",
]  # fmt: skip


@pytest.mark.parametrize("said", YES)
def test_a_natural_yes_is_clear(hear: Hear, said: str):
    answer = hear(said, Expect.ANSWER, **ASKED).answer
    assert answer is not None
    assert answer.value is Answer.YES
    assert answer.score >= SURE


@pytest.mark.parametrize("said", NO_CLEAR_YES)
def test_what_differs_asks_or_only_repeats_is_no_clear_yes(hear: Hear, said: str):
    answer = hear(said, Expect.ANSWER, **ASKED).answer
    assert answer is None or answer.value is Answer.NO or answer.score < SURE


@pytest.mark.parametrize(
    ("said", "yes"),
    [
        ("はい、45分でお願いします", True),
        ("はい、45分で", True),
        ("はい、45分ですね", True),
        ("はい、30分でお願いします", False),
        ("45分ですか", False),
        ("いいえ、45分で", False),
        ("はい、45分かかるけど", False),
    ],
)
def test_the_minutes_alone_say_the_time_again(hear: Hear, said: str, yes: bool):
    asked = {"anchor": Anchor((date(2026, 12, 1),), (time(9, 45),)), "read_back": ("juminhyo",)}
    answer = hear(said, Expect.ANSWER, **asked).answer
    assert (answer is not None and answer.value is Answer.YES and answer.score >= SURE) is yes


def test_a_hypothesis_that_differs_leaves_a_doubt(hear: Hear):
    heard = [Hypothesis("はい、12月1日ですね", 0.5), Hypothesis("はい、12月2日ですね", 0.45)]
    answer = hear(heard, Expect.ANSWER, **ASKED).answer
    assert answer is not None
    assert answer.score < SURE


@pytest.mark.parametrize(("share", "sure"), [(0.02, True), (0.1, False)])
def test_one_faint_hypothesis_unsays_nothing(hear: Hear, share: float, sure: bool):
    heard = [
        Hypothesis("はい、12月1日の火曜日、10時でございますね、さようでございます", 0.9 - share),
        Hypothesis("はい、12月1日の火曜日、10時でございますね、木曜でございます", share),
    ]
    answer = hear(heard, Expect.ANSWER, **ASKED).answer
    assert answer is not None
    assert (answer.value, answer.score >= SURE) == (Answer.YES, sure)


def test_where_nothing_is_read_back_nothing_is_repeated(hear: Hear):
    answer = hear("はい、12月1日ですね", Expect.ANSWER).answer
    assert answer is not None
    assert answer.score < SURE


OTHER_WEEKDAY = [
    "はい、1日の水曜ですね", "はい、1日の水曜日ですね、お願いします", "はい、12月1日水曜日ですね", "はいついたちのすいようびですね", "はいじゅうにがつついたちもくようですね", "はい、じゅうにがつついたちのげつようびですね", "はい、12月1日(水)ですね", "はい、12/1の水曜ですね", "はい、1日の水曜、10時ですね",
    "1日の水曜の10時、はい", "はい、一日の土曜ですね", "はい、7日の火曜ですね", "はい、水曜の1日ですね", "はい、1日は水曜ですね", "はい、1日、水曜日ですね", "はい、1日の水曜、はい",
]  # fmt: skip
OTHER_PART = [
    "はい、1月1日ですね", "はい、11月1日ですね", "はい、いちがつついたちですね", "はい、1日の午後ですね", "はい、午後10時ですね", "はいごごじゅうじですね", "はい、夕方の10時ですね", "はい、10時半ですね", "はい、じゅうじじゅうごふんですね", "はい、10時5分ですね", "はい、10時10分前ですね",
    "はい、1日の10時、印鑑登録ですね", "はいいんかんとうろくですね", "はい、来週の木曜ですね",
]  # fmt: skip


@pytest.mark.parametrize("effect", [None, Effect.CHANGE, Effect.CANCEL])
@pytest.mark.parametrize("said", OTHER_WEEKDAY + OTHER_PART)
def test_a_part_that_does_not_agree_with_what_was_read_back_leaves_a_doubt(
    hear: Hear, said: str, effect: Effect | None
):
    answer = hear(said, Expect.ANSWER, **ASKED, effect=effect).answer
    assert answer is None or answer.value is Answer.NO or answer.score < SURE


@pytest.mark.parametrize(
    "said", ["はい、1日の火曜ですね", "はいついたちのかようびですね", "はい、12月1日(火)の10時ですね", "はい、午前10時ですね"]
)  # fmt: skip
def test_a_part_that_agrees_leaves_none(hear: Hear, said: str):
    answer = hear(said, Expect.ANSWER, **ASKED).answer
    assert answer is not None
    assert answer.value is Answer.YES
    assert answer.score >= SURE


@pytest.mark.parametrize(
    ("said", "yes"),
    [
        ("はい、ジュウビンヒョウだけ取り消してください", True),
        ("はい、コセキだけ取り消してください", False),
        ("はい、ナントカだけ取り消してください", False),
        ("いいえ、ジュウビンヒョウは取り消しません", False),
    ],
)
def test_a_name_that_was_nearly_heard_is_said_again(hear: Hear, said: str, yes: bool):
    answer = hear(said, Expect.ANSWER, effect=Effect.CANCEL, read_back=("juminhyo",)).answer
    assert (answer is not None and answer.value is Answer.YES and answer.score >= SURE) is yes


def test_of_several_ends_of_names_the_first_that_was_said_is_taken() -> None:
    ends = ["かきくけ", "さしすせ", "たちつて", "なにぬね", "らりるれ", "まみむめ"]
    names = tuple(Term("や" + end, "や" + end) for end in ends)
    lexicon = Lexicon((Entry("one", names[0], names[1:]),))
    question = Question(Expect.ANSWER, read_back=("one",))
    (left,) = without_repeated(["".join(reversed(ends))], [1.0], question, [([], [], {})], lexicon)
    assert left is not None
    assert left.rest == "".join(reversed(ends[:-1]))
