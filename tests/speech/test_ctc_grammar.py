from itertools import pairwise

import pytest

from nlu.grammar import NO_GRAMMAR, Grammar, grammar
from nlu.lexicon import Entry, Lexicon, Term
from nlu.phonemes import phonemes
from tests.speech.posteriors import drawn, said
from voicebot.speech.ctc_grammar import decode, decode_near
from voicebot.speech.ctc_network import network

FRAMES = 4
"""To a sound."""

OFFICE = Lexicon(
    (
        Entry("juminhyo", Term("住民票", "じゅうみんひょう")),
        Entry("kaigo", Term("介護保険", "かいごほけん"), (Term("介護", "かいご"),)),
    )
)


def words(kana: str, lexicon: Lexicon = OFFICE, sure: float = 0.9) -> list[str]:
    posteriors = said(phonemes(kana), FRAMES, sure)
    return [one.word.written for one in decode(posteriors, network(grammar(lexicon)))]


@pytest.mark.parametrize(
    ("kana", "found"),
    [
        ("じゅうにがつのとおかです", ["12月", "の", "10日", "です"]),
        ("らいしゅうのもくようびのごごにじはんにおねがいします", ["来週", "の", "木曜日", "の", "午後", "2時半", "に", "お願いします"]),
        ("えーとかいごほけんのてつづきなんですが", ["えーと", "介護保険", "の手続き", "なんですが"]),
        ("ごぜんじゅうじよんじゅうごふんごろ", ["午前", "10時", "45分", "ごろ"]),
        ("あしたのしょうごからで", ["明日", "の", "正午", "から", "で"]),
        ("ぜろきゅうぜろいちにさんよん", ["0", "9", "0", "1", "2", "3", "4"]),
    ],
)  # fmt: skip
def test_what_is_put_together_of_known_words_is_parted_into_them(kana: str, found: list[str]) -> None:
    assert words(kana) == found


def test_words_stand_between_what_is_in_no_grammar() -> None:
    assert words("まごがじゅうみんひょうらばりくて") == ["が", "住民票"]


def test_words_say_what_the_vocabulary_says_of_them() -> None:
    posteriors = said(phonemes("さらいしゅうのもくようびのごごにじはんのかいごで"), FRAMES)
    found = [one.word for one in decode(posteriors, network(grammar(OFFICE)))]
    assert [(word.kind, word.value) for word in found if word.value is not None] == [
        ("RelativeWeek", 2), ("Weekday", 3), ("Half", "pm"), ("HourAndHalf", (2, 30)), ("Procedure", ("kaigo",)),
    ]  # fmt: skip


def test_a_name_of_several_procedures_says_all_of_them() -> None:
    term = Term("証明", "しょうめい")
    shared = Lexicon((Entry("a", term), Entry("b", Term("登録", "とうろく"), (term,))))
    (word,) = decode(said(phonemes("しょうめい"), FRAMES), network(grammar(shared)))
    assert word.word.value == ("a", "b")


def test_words_have_their_times() -> None:
    sounds = phonemes("えーとじゅうみんひょう")
    _, word = decode(said(sounds, FRAMES), network(grammar(OFFICE)))
    assert (word.start, word.end) == (len("e:to") * FRAMES, len(sounds) * FRAMES)


def test_a_word_of_the_same_kind_that_may_have_been_said_is_told_too() -> None:
    posteriors = said(phonemes("じゅうにがつよっか"), FRAMES, sure=0.6)
    month, day = decode_near(posteriors, network(grammar(OFFICE)), 3, within=40.0)
    assert [one.word.written for one in day][:1] == ["4日"]
    assert "8日" in [one.word.written for one in day]
    assert month[0].word.written == "12月"


def test_a_procedure_that_a_clerk_adds_is_heard_at_once() -> None:
    assert "犬の登録" not in words("いぬのとうろくです")
    more = Lexicon((*OFFICE.entries, Entry("dog", Term("犬の登録", "いぬのとうろく"))))
    assert words("いぬのとうろくです", more) == ["犬の登録", "です"]


def test_one_sound_amiss_does_not_hide_a_word() -> None:
    assert words("かいごほせんのてつづき", sure=0.8) == ["介護保険", "の手続き"]


def test_no_grammar_and_no_audio_are_heard_as_nothing() -> None:
    assert decode(said("haidesu"), network(NO_GRAMMAR)) == []
    assert decode(said(""), network(grammar(OFFICE))) == []
    assert decode(said("mokuyo:bi"), network(Grammar())) == []


def test_chance_is_parted_without_overlap() -> None:
    found = decode(drawn(300, seed=2), network(grammar(OFFICE)))
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= one.start < one.end <= 300 for one in found)
