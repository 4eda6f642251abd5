"""Whatever comes in: a meaning comes out, of bounded size, and never an exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nlu
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.names import hear_names
from nlu.normalize import MAX_CHARS
from nlu.prepared import prepare
from nlu.question import Expect, Question
from nlu.spoken_digits import hear_digits
from nlu.voting import MAX_RESULTS
from tests.nlu.conftest import NOW
from tests.nlu.test_offices import WARDS

SPOKEN = (
    "来週 再来週 の 火曜 水曜日 12月 十二月 4日 よっか 99日 、 。 いや じゃなくて 以外 はちょっと 午後 ごご 2時 にじ 半 25時 から まで ごろ 今度の 月末 第 2 つ目 はい いいえ でも "
    "ゼロ きゅう 九三 - / : 千 百 佐藤 です と申します 住民票 引っ越してきた 予約を 変更 もう少し 遅く 年明け 後 間 以内 ー っ ん ゃ"
)
NOISE = (
    "",
    " \t\r\n",
    "\x00\x1b[31m\x07",
    "\u200b\u200e\ufeff",
    "\ud800",
    "🙂🎌",
    "ご視聴ありがとうございました",
    "[音楽]",
    "(拍手)",
    "ザーザー",
    "んんんんん",
    "ーーーー",
    "......",
    "Thank you for watching.",
    "Добрый день",
    "مرحبا",
    "ٱلسَّلَامُ",
)
ENDLESS = (
    "あ",
    "9",
    "、",
    "はい、",
    "来週の",
    "一",
    "千百",
    "午後2時、いや",
    "(",
    "ー",
    "の",
    "です",
    "木曜以外",
    "0-",
    "月火",
    "と申します",
    "\u3099",
    "ゃ",
)

heard = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(SPOKEN.split()), max_size=30).map("".join),
    st.sampled_from(NOISE),
    st.sampled_from(ENDLESS).map(lambda piece: piece * 10_000),
)


@settings(max_examples=80, deadline=None)
@given(
    hypotheses=st.lists(st.builds(Hypothesis, heard, st.floats(), st.one_of(st.just(""), heard)), max_size=6),
    expect=st.sampled_from(Expect),
    question=st.one_of(st.just(""), heard),
)
def test_anything_has_a_meaning_of_bounded_size(
    lexicon: Lexicon, hypotheses: list[Hypothesis], expect: Expect, question: str
) -> None:
    meaning = nlu.interpret(hypotheses, Question(expect, text=question, offices=WARDS), NOW, lexicon)
    ranked = (
        meaning.dates,
        meaning.times,
        meaning.procedures,
        meaning.moments,
        meaning.digits,
        meaning.names,
        meaning.offices,
    )
    for found in ranked:
        assert len(found) <= MAX_RESULTS
        assert all(0 <= scored.score <= 1 for scored in found)
        assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert all(len(s.value) < 12 for s in hear_digits(hypotheses))
    assert all(len(s.value) < 60 for s in hear_names(hypotheses))


@pytest.mark.parametrize("piece", ENDLESS)
def test_only_the_beginning_of_an_endless_text_is_read(piece: str) -> None:
    part = prepare(piece * 10_000)
    assert len(part.text) <= MAX_CHARS
    assert len(part.kana) <= 12 * MAX_CHARS


@pytest.mark.parametrize("noise", NOISE)
def test_noise_means_nothing(lexicon: Lexicon, noise: str) -> None:
    meaning = nlu.interpret([Hypothesis(noise)], Question(), NOW, lexicon)
    assert not meaning.understood
