import math

import pytest

from ears.smoothing import count, model, smoothed
from voicebot.speech.kana_model import SYMBOLS
from voicebot.speech.kana_ngrams import END, ORDER, START

SAID = ["hai", "hai", "haiso:desu", "mokuyo:bi", "mokuyo:bidesu"]


def test_every_symbol_and_the_end_is_counted_with_what_stands_before_it() -> None:
    counts = count(SAID)
    assert counts["i"] == 5
    assert counts[f"i{END}"] == 3
    assert counts[START * (ORDER - 1) + "h"] == 3
    assert START not in counts


def test_the_probability_of_what_was_seen_is_between_its_share_and_the_shorter_contexts() -> None:
    probabilities = smoothed(count(SAID))
    assert probabilities["i"] < probabilities["ai"] < 1.0
    assert sum(p for ngram, p in probabilities.items() if len(ngram) == 1) < 1


@pytest.mark.parametrize("most", [60, 100, 10_000])
def test_probabilities_after_a_context_sum_to_one_however_many_are_left_out(most: int) -> None:
    ngrams = model(count(SAID), most)
    for context in ("^^^^^^", "mokuyo", "^^^^ha", "zzzzzz"):
        total = sum(math.exp(ngrams.after(context, symbol)) for symbol in (*SYMBOLS[1:], END))
        assert 0.9 < total < 1.001


def test_those_are_left_out_that_tell_the_least() -> None:
    counts = count(["mokuyo:bi"] * 50 + ["kayo:bi"])
    ngrams = model(counts, 60)
    assert "^mok" in ngrams.known
    assert "kayo:bi" not in ngrams.known
    assert len(ngrams.known) < len(counts)
