import re

import pytest

from bench import ears_samples, ears_understood
from bench.ears_sentences import COUNTS, Sentence, hesitant, sentences
from nlu.hypothesis import Hypothesis
from recordings_fixtures import load_all


@pytest.fixture(scope="module")
def made() -> list[Sentence]:
    return list(sentences(ears_samples.lexicon()))


def test_there_are_more_than_five_hundred_and_none_twice(made: list[Sentence]) -> None:
    assert len({one.text for one in made}) == len(made) == sum(COUNTS.values()) > 500


def test_they_are_the_same_every_time(made: list[Sentence]) -> None:
    assert list(sentences(ears_samples.lexicon()))[:50] == made[:50]
    assert list(sentences(ears_samples.lexicon(), seed=1))[:50] != made[:50]


def test_no_sentence_of_a_recorded_call_is_among_them(made: list[Sentence]) -> None:
    assert not {one.text for one in made} & {turn.say for call in load_all() for turn in call.turns}


def test_what_they_mean_is_what_is_understood_of_them_as_written(made: list[Sentence]) -> None:
    right = [
        all(v.right for v in ears_understood.verdict(one, [Hypothesis(one.text.replace("…", ""))]).values())
        for one in made[::45]
    ]
    assert sum(right) >= 0.98 * len(right)


def test_a_hesitant_sentence_says_the_same_with_pauses_between(made: list[Sentence]) -> None:
    for one in made[:40]:
        slow = hesitant(one)
        assert "…" in slow.text
        assert (slow.day, slow.start, slow.procedures) == (one.day, one.start, one.procedures)
        kept = [part for part in one.parts if part]
        assert re.search(".*".join(map(re.escape, kept)), slow.text)
