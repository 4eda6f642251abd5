import re
from dataclasses import replace

import pytest

import nlu
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Answer
from nlu.question import Effect, Expect, Question
from tests.nlu.conftest import NOW, Hear


@pytest.mark.parametrize("expect", list(Expect))
def test_every_candidate_has_a_text_and_a_hiragana_reading(lexicon: Lexicon, expect: Expect) -> None:
    hints = nlu.hints_for(Question(expect), NOW, lexicon)
    assert 20 <= len(hints.candidates) <= 310
    assert all(c.text and re.fullmatch(r"[ぁ-ゖー]+", c.reading) for c in hints.candidates)
    assert len(set(hints.candidates)) == len(hints.candidates)


@pytest.mark.parametrize(
    ("expect", "text", "reading"),
    [
        (Expect.PROCEDURE, "住民票", "じゅうみんひょう"),
        (Expect.PROCEDURE, "引っ越し", "ひっこし"),
        (Expect.DATE, "12月4日", "じゅうにがつよっか"),
        (Expect.DATE, "12月の10日", "じゅうにがつのとおか"),
        (Expect.DATE, "来週の火曜日", "らいしゅうのかようび"),
        (Expect.DATE, "明日", "あした"),
        (Expect.DATE, "いつでもいいです", "いつでもいいです"),
        (Expect.CHOICE, "2番目", "にばんめ"),
        (Expect.DIGITS, "0", "まる"),
        (Expect.TIME, "午前9時", "ごぜんくじ"),
        (Expect.TIME, "10時半", "じゅうじはん"),
        (Expect.TIME, "2時", "にじ"),
        (Expect.ANSWER, "いいえ", "いいえ"),
        (Expect.ANSWER, "係員", "かかりいん"),
        (Expect.ANY, "住民票", "じゅうみんひょう"),
    ],
)
def test_what_callers_usually_say_is_among_the_candidates(
    lexicon: Lexicon, expect: Expect, text: str, reading: str
) -> None:
    assert (text, reading) in [
        (c.text, c.reading) for c in nlu.hints_for(Question(expect), NOW, lexicon).candidates
    ]


@pytest.mark.parametrize(
    ("effect", "said"),
    [
        (Effect.CANCEL, ["取り消してください", "はい、取り消してください", "いいえ、取り消しません"]),
        (Effect.CHANGE, ["変更してください", "はい、変更してください", "いいえ、変更しません"]),
    ],
)
def test_an_answer_may_name_what_a_yes_does(lexicon: Lexicon, effect: Effect, said: list[str]) -> None:
    hints = nlu.hints_for(Question(Expect.ANSWER, effect=effect), NOW, lexicon)
    texts = [candidate.text for candidate in hints.candidates]
    assert hints.closed
    assert len(texts) <= 310
    assert set(said) <= set(texts)
    plain = [one.text for one in nlu.hints_for(Question(Expect.ANSWER), NOW, lexicon).candidates]
    assert not {said[1], said[2]} & set(plain)


@pytest.mark.parametrize("effect", Effect)
def test_every_answer_that_names_what_a_yes_does_is_understood(lexicon: Lexicon, effect: Effect) -> None:
    question = Question(Expect.ANSWER, effect=effect, read_back=("juminhyo",))
    plain = nlu.hints_for(replace(question, effect=None), NOW, lexicon).candidates
    for one in nlu.hints_for(question, NOW, lexicon).candidates:
        if one in plain or not one.text.startswith(("はい", "ええ", "うん", "いいえ", "いえ", "いや")):
            continue
        wanted = Answer.NO if one.text.startswith("い") else Answer.YES
        answer = nlu.interpret((Hypothesis(one.text, 0.95, one.reading),), question, NOW, lexicon).answer
        assert answer is not None, one
        assert answer.value is wanted, one


def test_only_a_yes_no_question_is_closed(lexicon: Lexicon) -> None:
    assert [e for e in Expect if nlu.hints_for(Question(e), NOW, lexicon).closed] == [Expect.ANSWER]


@pytest.mark.parametrize("expect", [Expect.DATE, Expect.TIME, Expect.PROCEDURE])
def test_every_hint_is_understood_by_its_text_and_by_its_reading(
    lexicon: Lexicon, hear: Hear, expect: Expect
) -> None:
    for candidate in nlu.hints_for(Question(expect), NOW, lexicon).candidates:
        assert hear(candidate.text, expect).understood, candidate
        assert hear(candidate.reading, expect).understood, candidate


def test_of_a_question_with_answers_numbers_and_names_are_listened_for(lexicon: Lexicon) -> None:
    choices = (
        Entry("japan", Term("日本の中", "にほんの なか"), answered_by=(Term("国内", "こくない"),)),
        Entry("abroad", Term("海外", "かいがい")),
    )
    hints = nlu.hints_for(Question(Expect.ANSWER, answers=choices), NOW, lexicon)
    first = [(one.text, one.reading) for one in hints.candidates[:4]]
    assert first == [
        ("1番", "いちばん"),
        ("2番", "にばん"),
        ("日本の中", "にほんのなか"),
        ("国内", "こくない"),
    ]
    assert not hints.closed
