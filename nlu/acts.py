"""What an utterance does, told from its sounds by a linear classifier over runs of characters: what the rules have no word for.

Multinomial logistic regression over character n-grams (Cavnar & Trenkle 1994 for the features; learnt by
`python -m bench.acts_learn` from sentences that people wrote who had not seen the program).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from nlu.reading import hiragana, read

TABLES = Path(__file__).with_name("acts_tables")
LONGEST = 4
"""Characters of a run."""

SCALE = 100
"""A weight of the table stands for so many hundredths."""

_HEARD = str.maketrans({"を": "お", "づ": "ず", "ぢ": "じ", "ゎ": "わ"})
"""Sounds alike."""


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of one classifier."""

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]


def sounds(text: str) -> str:
    """`text`: normalized. Its reading in hiragana without pauses, as a recognizer of sounds would write it."""
    kana = hiragana(text)
    bare = "".join(c for c in text if c not in "、。?!・,. ー")
    spoken = kana if len(kana) >= len(bare) else read(text).kana
    return spoken.translate(_HEARD).replace("ー", "")


def runs(kana: str, tokens: Sequence[str] = ()) -> Iterator[str]:
    """Every run of 1 to LONGEST characters of `kana` between marks of its ends, each once, and the `tokens`."""
    marked = f"^{kana}$"
    found = {marked[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(marked) - size + 1)}
    yield from sorted(found - {"^", "$"})
    yield from tokens


@lru_cache(maxsize=2048)
def likely(name: str, kana: str, tokens: tuple[str, ...] = ()) -> dict[str, float]:
    """Label -> probability by the table `name`. `tokens`: what else is known, as the table was learnt with."""
    table = _table(name)
    sums = list(table.bias)
    for run in runs(kana, tokens):
        if weights := table.weights.get(run):
            sums = [total + weight for total, weight in zip(sums, weights, strict=True)]
    top = max(sums)
    grown = [math.exp(total - top) for total in sums]
    return {label: part / sum(grown) for label, part in zip(table.labels, grown, strict=True)}


@lru_cache(maxsize=2048)
def known(name: str, kana: str) -> float:
    """The share of its pairs of sounds that the table `name` weighs, 0 to 1: little of what was misheard or is no Japanese."""
    pairs = [f"^{kana}$"[at : at + 2] for at in range(len(kana) + 1)]
    weights = _table(name).weights
    return sum(pair in weights for pair in pairs) / len(pairs)


@cache
def _table(name: str) -> Table:
    lines = (TABLES / f"{name}.tsv").read_text("utf-8").splitlines()
    head, first, *rest = (line.split("\t") for line in lines if not line.startswith("#"))
    weights = {run: tuple(int(w) / SCALE for w in told) for run, *told in rest}
    return Table(tuple(head[1:]), tuple(int(w) / SCALE for w in first[1:]), weights)
