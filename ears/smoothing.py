"""Counts of n-grams made probabilities that back off to shorter ones, and the n-grams left out that tell little."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from voicebot.speech.kana_model import SYMBOLS
from voicebot.speech.kana_ngrams import END, ORDER, START, Ngrams

_LEFT = 1e-4
"""Probability that is left at least for what was never seen after a context."""


def count(strings: Iterable[str]) -> Counter[str]:
    """N-grams of up to ORDER symbols in strings of sounds."""
    counts: Counter[str] = Counter()
    for sounds in strings:
        padded = START * (ORDER - 1) + sounds + END
        for end in range(ORDER, len(padded) + 1):
            counts.update(padded[end - length : end] for length in range(1, ORDER + 1))
    return counts


def smoothed(counts: Mapping[str, int]) -> dict[str, float]:
    """The probability of the last symbol of each after the others: Witten & Bell 1991."""
    totals: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for ngram, number in counts.items():
        totals[ngram[:-1]] += number
        kinds[ngram[:-1]] += 1
    found: dict[str, float] = {}
    for ngram in sorted({*counts, *SYMBOLS[1:], END}, key=len):
        context = ngram[:-1]
        shorter = found[ngram[1:]] if context else 1 / (len(SYMBOLS) + 1)
        total, own = totals[context], kinds[context]
        found[ngram] = (counts.get(ngram, 0) + own * shorter) / (total + own)
    return found


def model(counts: Mapping[str, int], most: int) -> Ngrams:
    """At most about `most` n-grams: those whose loss would cost most (weighted difference, Seymore & Rosenfeld 1996)."""
    probabilities = smoothed(counts)

    def told(ngram: str) -> float:
        return counts[ngram] * math.log(probabilities[ngram] / probabilities[ngram[1:]])

    kept = {ngram for ngram in probabilities if len(ngram) < 3}
    for ngram in sorted((one for one in probabilities if len(one) >= 3), key=lambda one: (-told(one), one)):
        if len(kept) >= most:
            break
        kept.update(one for end in range(3, len(ngram) + 1) if (one := ngram[:end]) in probabilities)
    return _backing_off({ngram: probabilities[ngram] for ngram in kept})


def _backing_off(probabilities: Mapping[str, float]) -> Ngrams:
    known = {ngram: math.log(one) for ngram, one in probabilities.items()}
    backoffs: dict[str, float] = {}
    found = Ngrams(known, backoffs)
    after: dict[str, list[str]] = defaultdict(list)
    for ngram in probabilities:
        after[ngram[:-1]].append(ngram)
    for context in sorted((one for one in after if one), key=len):
        own = sum(probabilities[ngram] for ngram in after[context])
        shorter = sum(math.exp(found.after(context[1:], ngram[-1])) for ngram in after[context])
        backoffs[context] = math.log(max(1 - own, _LEFT) / max(1 - shorter, _LEFT))
    return Ngrams(known, backoffs)
