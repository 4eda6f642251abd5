from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nlu
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Answer, Command, Meaning, Order
from nlu.question import Choice, Expect, Question
from tests.nlu.conftest import NOW, Hear

CHOICES = (
    Choice(date(2026, 12, 1), time(10)),
    Choice(date(2026, 12, 1), time(13)),
    Choice(date(2026, 12, 3), time(14)),
)


def test_several_slots_come_out_of_one_utterance(hear: Hear) -> None:
    meaning = hear("来週の火曜の、えーと、午後2時に住民票をお願いします")
    assert [s.value for s in meaning.procedures] == ["juminhyo"]
    assert [str(s.value.first) for s in meaning.dates] == ["2026-12-01"]
    assert [s.value.first for s in meaning.times] == [time(14)]
    assert meaning.answer is None


def test_the_n_best_vote_and_disagreement_lowers_the_score(hear: Hear) -> None:
    heard = [Hypothesis("12月4日", 0.5), Hypothesis("12月8日", 0.4), Hypothesis("十二月四日です", 0.4)]
    first, second = hear(heard, Expect.DATE).dates
    assert (first.value.first.day, second.value.first.day) == (4, 8)
    assert second.score < first.score < 0.8


def test_where_hypotheses_differ_the_one_within_the_opening_hours_counts_more(hear: Hear) -> None:
    heard = [Hypothesis("午前12時", 0.6), Hypothesis("午前10時", 0.4)]
    assert hear(heard, Expect.ANY).times[0].value.first == time(10)
    assert hear(heard[:1], Expect.ANY).times[0].value.first == time(0)


def test_please_that_was_heard_as_a_month_is_no_month(hear: Hear) -> None:
    heard = [Hypothesis("12月9日におねがい4月", 0.9, "じゅーにがつここのかにおねがいしがつ")]
    assert [str(s.value.first) for s in hear(heard, Expect.DATE).dates] == ["2026-12-09"]


def test_agreeing_hypotheses_stay_sure(hear: Hear) -> None:
    heard = [Hypothesis("12月4日", 0.5), Hypothesis("12月4日に", 0.4), Hypothesis("十二月四日です", 0.4)]
    assert hear(heard, Expect.DATE).dates[0].score >= 0.8


def test_a_yes_that_is_not_the_best_hypothesis_is_not_sure(hear: Hear) -> None:
    answer = hear(
        [Hypothesis("配備", 0.5), Hypothesis("はい", 0.4), Hypothesis("あ", 0.4)], Expect.ANSWER
    ).answer
    assert answer is None or answer.score < 0.8


def test_a_yes_against_which_another_hypothesis_speaks_is_not_sure(hear: Hear) -> None:
    answer = hear([Hypothesis("はい", 0.5), Hypothesis("いいえ", 0.4)], Expect.ANSWER).answer
    assert answer is None or answer.score < 0.8


def test_an_engines_reading_counts_where_its_words_say_nothing(hear: Hear) -> None:
    heard = [Hypothesis("", 0.9, "らいしゅうのかようびのごごにじにじゅうみんひょう")]
    meaning = hear(heard)
    assert str(meaning.dates[0].value.first) == "2026-12-01"
    assert meaning.times[0].value.first == time(14)
    assert meaning.procedures[0].value == "juminhyo"


@pytest.mark.parametrize(
    ("said", "index"),
    [("1番目", 0), ("最初の", 0), ("2番", 1), ("10時の方", 0), ("3つ目", 2), ("最後の", 2), ("1時で", 1), ("木曜日がいいです", 2), ("さんばんめ", 2),
     ("みっつめでお願いします", 2), ("13時", 1), ("二番目のでお願いします", 1), ("3", 2)],
)  # fmt: skip
def test_an_offered_place_is_chosen(hear: Hear, said: str, index: int) -> None:
    choice = hear(said, Expect.CHOICE, choices=CHOICES).choice
    assert choice is not None
    assert choice.value == index


@pytest.mark.parametrize("said", ["4番目", "12月1日", "違う日", "最初からお願いします"])
def test_no_place_is_chosen_where_none_or_several_fit(hear: Hear, said: str) -> None:
    assert hear(said, Expect.CHOICE, choices=CHOICES).choice is None


@pytest.mark.parametrize(
    "said",
    [
        "しょうがなか、開いてすぐの8時半にしとって",
        "朝いちばん、8時半",
        "それならよじはんにします",
        "次の日の月曜で",
    ],
)
def test_a_day_or_a_time_that_none_of_them_has_is_looked_for(hear: Hear, said: str) -> None:
    table = Anchor(tuple(one.day for one in CHOICES), tuple(one.start for one in CHOICES))
    meaning = hear(said, Expect.CHOICE, choices=CHOICES, anchor=table)
    assert meaning.choice is None
    assert meaning.dates or meaning.times


@pytest.mark.parametrize(
    ("said", "index"),
    [("はい、お願いします", 0), ("お願いします", 0), ("はい、けっこうです", 0), ("ええ、それでよかです", 0), ("はい、よろしくお願いします", 0), ("はい", None), ("ええ", None), ("いいえ", None),
     ("もう一度お願いします", None), ("はい、でも別の日でお願いします", None), ("はい、3時でお願いします", None)],
)  # fmt: skip
def test_who_agrees_to_several_takes_the_first(hear: Hear, said: str, index: int | None) -> None:
    choice = hear(said, Expect.CHOICE, choices=CHOICES, text="どれになさいますか。").choice
    assert (choice.value if choice else None) == index


def test_an_offered_weekday_that_is_refused_is_not_chosen(hear: Hear) -> None:
    meaning = hear("木曜はちょっと", Expect.CHOICE, choices=CHOICES)
    assert (meaning.choice, meaning.dates) == (None, ())
    assert [one.weekday for one in meaning.excluded] == [3]


def test_a_day_with_its_weekday_is_that_day_and_not_the_offered_one(hear: Hear) -> None:
    meaning = hear("12月17日の木曜日がいいです", Expect.CHOICE, choices=CHOICES)
    assert str(meaning.dates[0].value.first) == "2026-12-17"
    assert meaning.choice is None


COMMANDS = [
    ("もう一度お願いします", Command.REPEAT), ("もう一回言ってください", Command.REPEAT), ("聞こえませんでした", Command.REPEAT), ("すみません、聞き取れませんでした", Command.REPEAT),
    ("係員", Command.AGENT), ("職員さんに直接見てもらったほうがええ", Command.AGENT), ("係の人をお願いします", Command.AGENT), ("係の方とじかにお話がしたいんです", Command.AGENT), ("係の人に見てもろうたほうがええ", Command.AGENT), ("オペレーターにつないで", Command.AGENT), ("人に代わってください", Command.AGENT),
    ("かかりいん", Command.AGENT), ("最初からお願いします", Command.START_OVER), ("戻ってください", Command.BACK), ("ゆっくり話してください", Command.SLOWER),
    ("やめます", Command.GOODBYE), ("予約しません", Command.GOODBYE), ("もういいです", Command.GOODBYE),
]  # fmt: skip


@pytest.mark.parametrize(("said", "command"), COMMANDS)
def test_a_command_is_heard_whatever_was_asked(hear: Hear, said: str, command: Command) -> None:
    assert hear(said, Expect.DATE).command is command


@pytest.mark.parametrize(
    "said",
    [
        "係長",
        "住民票",
        "来週の月曜",
        "はい",
        "最初の",
        "最初の10時から",
        "ゆっくり眠れます",
        "家に戻ってから",
    ],
)
def test_other_words_are_no_command(hear: Hear, said: str) -> None:
    assert hear(said).command is None


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("なるべく早く", Order.EARLIEST),
        ("一番早い日で", Order.EARLIEST),
        ("いつでもいいです", Order.ANY),
        ("午後ならいつでも", Order.ANY),
    ],
)
def test_a_wish_among_free_places_is_heard(hear: Hear, said: str, order: Order) -> None:
    assert hear(said).order is order


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("時間を変えたい", Expect.TIME),
        ("日にちが違います", Expect.DATE),
        ("手続きを変えて", Expect.PROCEDURE),
        ("時間", Expect.TIME),
    ],
)
def test_a_slot_named_without_a_value_is_the_topic(hear: Hear, said: str, topic: Expect) -> None:
    assert hear(said, Expect.ANSWER).topic is topic


def test_time_in_another_zone_is_counted_in_tokyo(hear: Hear) -> None:
    evening_in_utc = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
    assert str(hear("明日", now=evening_in_utc).dates[0].value.first) == "2026-11-26"


@pytest.mark.parametrize(
    "said",
    [
        "",
        " ",
        "。",
        "\x00\x1b",
        "🙂",
        "Привет",
        "こ" * 10_000,
        "9" * 10_000,
        "そうそう" * 2_500,
        "はい、" * 3_000,
    ],
)
def test_nothing_bookable_is_made_of_noise(hear: Hear, said: str) -> None:
    meaning = hear(said)
    assert meaning.dates == ()
    assert meaning.procedures == ()


def test_no_hypotheses_mean_nothing(hear: Hear) -> None:
    assert not hear([]).understood


_PIECES = st.lists(
    st.sampled_from(["来週", "の", "火曜", "12月", "4日", "99日", "、", "いや", "午後", "2時", "半", "はい", "いいえ", "から", "まで", "じゃなくて", "令和", "元年", "えーと", "住民票", "第", "5", "/", ":", "-", "0", "時", "分", "か", "つ目", "後", "年"]),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(
    said=st.one_of(st.text(max_size=400), _PIECES),
    score=st.floats(),
    reading=st.one_of(st.just(""), st.text("あいうえおかきくげごじゅしちにはつよっーん", max_size=60)),
    expect=st.sampled_from(Expect),
)
def test_no_text_raises_and_every_score_is_a_probability(
    lexicon: Lexicon, said: str, score: float, reading: str, expect: Expect
) -> None:
    question = Question(expect, CHOICES if expect is Expect.CHOICE else ())
    meaning = nlu.interpret([Hypothesis(said, score, reading), Hypothesis("はい")], question, NOW, lexicon)
    assert isinstance(meaning, Meaning)
    scores = [s.score for group in (meaning.dates, meaning.times, meaning.procedures) for s in group]
    assert all(0 <= s <= 1 for s in scores)
    assert all(s.value.first <= s.value.last for s in meaning.dates)
    assert meaning.answer is None or meaning.answer.value in Answer


def test_an_answer_written_in_several_ways_is_as_probable_as_all_of_them(lexicon: Lexicon) -> None:
    asked = Question(Expect.ANSWER)
    heard = [
        Hypothesis("はいお願いします", 0.3),
        Hypothesis("はいおーお願いします", 0.2),
        Hypothesis("いいえ", 0.1),
    ]
    assert nlu.interpret(heard, asked, NOW, lexicon).answer_heard == pytest.approx(0.5)
    assert nlu.interpret(heard[:1], asked, NOW, lexicon).answer_heard == pytest.approx(0.3)
