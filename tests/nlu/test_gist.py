"""What the learnt tables tell where no rule has a word, and where they keep still."""

from datetime import datetime

import pytest

from bench import acts_learn
from bench.acts_sentences import Sentence, load
from nlu import acts, interpret
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Command, Meaning, Request
from nlu.question import Expect, Question
from voicebot.clock import TOKYO

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
LEXICON = Lexicon((Entry("juminhyo", Term("住民票", "じゅうみんひょう")),))


def heard(text: str, expect: Expect = Expect.DATE) -> Meaning:
    return interpret([Hypothesis(text)], Question(expect), NOW, LEXICON)


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("軽トラしか無いっちゃけど、停めれる？", Request.PARKING),
        ("孫じゃだめね？", Request.PROXY),
        ("すぐ終わる？", Request.DURATION),
        ("シャチハタはいけんっちゃろ？", Request.SEAL),
        ("近所のローソンじゃ無理？", Request.CONVENIENCE_STORE),
        ("ロボットさんなの、まあ", Request.MACHINE),
    ],
)
def test_a_question_in_other_words_is_answered(text: str, request_: Request):
    assert heard(text).request is request_


def test_an_order_in_other_words_is_followed():
    assert heard("年寄りやけん、のんびり喋って").command is Command.SLOWER
    louder = heard("補聴器の具合が悪うてね、声ば張ってくれんね")
    assert (louder.command, louder.hard_of_hearing) == (Command.REPEAT, True)


def test_talk_to_the_room_was_heard_and_asks_for_nothing():
    assert heard("ちょっと待って、眼鏡、眼鏡").greets


@pytest.mark.parametrize("text", ["ふにゃふにゃ", "ほにゃらら", "ええと", "12月3日の木曜", "10時半", ""])
def test_what_was_not_heard_or_has_a_rule_of_its_own_is_left_alone(text: str):
    meaning = heard(text)
    assert (meaning.request, meaning.command, meaning.asks) == (None, None, False)


@pytest.mark.parametrize("expect", [Expect.NAME, Expect.DIGITS, Expect.PEOPLE])
def test_a_name_and_a_number_are_no_talk(expect: Expect):
    assert heard("ちょっと待って、眼鏡、眼鏡", expect).greets is False


def test_a_reading_and_its_kana_are_the_same_sounds():
    assert acts.sounds("車を、停めれる?") == acts.sounds("くるまおとめれる")
    assert acts.sounds("お願いを") == "おねがいお"


def test_chances_are_of_all_labels_and_sum_to_one():
    chances = acts.likely("topics", "ちゅうしゃじょう")
    assert sum(chances.values()) == pytest.approx(1)
    assert max(chances, key=lambda label: chances[label]) == "parking"


def test_a_table_is_learnt_and_read_back(tmp_path, monkeypatch: pytest.MonkeyPatch):
    sentences = [
        Sentence(hand, label, tuple(acts.runs(text)))
        for hand in "12"
        for label, text in (
            ("yes", "はいそれで"),
            ("yes", "はいたのむ"),
            ("no", "いいえ"),
            ("no", "いやちがう"),
        )
    ]
    monkeypatch.setattr(acts, "TABLES", tmp_path)
    acts_learn.write("small", acts_learn.learn(sentences))
    assert acts.likely("small", "はいたのむ")["yes"] > 0.9
    assert acts.likely("small", "いやちがう")["no"] > 0.9
    assert "8 of 8 right" in acts_learn.report("small", sentences)


@pytest.mark.parametrize("name", acts_learn.NAMES)
def test_the_tables_have_the_labels_of_the_sentences(name: str):
    labels = {one.label for one in load(name)}
    assert set(acts.likely(name, "はい")) == labels
