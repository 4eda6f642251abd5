"""Learns the tables of `nlu.acts` from `acts/*.tsv`: `python -m bench.acts_learn` (a minute). Prints how often
the sentences of one hand are told rightly by a table learnt from those of the others."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bench.acts_sentences import Sentence, load
from nlu import acts

NAMES = ("agreement", "topics", "errands")
SEEN = 2
"""A run that stands in fewer sentences is left out."""

STEPS, RATE, MOMENTUM = 250, 0.5, 0.9
DECAY = 3e-4
"""L2, on the mean loss."""

SMALLEST = 0.1
"""Weights all below this are left out of a table."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Learnt:
    """A table before it is rounded: `weights` (runs, labels), `bias` (labels)."""

    labels: tuple[str, ...]
    runs: tuple[str, ...]
    weights: Floats
    bias: Floats


def main() -> int:
    for name in sys.argv[1:] or NAMES:
        sentences = load(name)
        print(report(name, sentences))
        write(name, learn(sentences))
    return 0


def learn(sentences: Sequence[Sentence]) -> Learnt:
    """Full-batch gradient descent with momentum on the cross entropy."""
    labels = tuple(sorted({one.label for one in sentences}))
    counted: dict[str, int] = {}
    for one in sentences:
        for run in one.runs:
            counted[run] = counted.get(run, 0) + 1
    runs = tuple(sorted(run for run, n in counted.items() if n >= SEEN))
    x = _matrix(sentences, runs)
    y = np.zeros((len(sentences), len(labels)), np.float32)
    y[np.arange(len(sentences)), [labels.index(one.label) for one in sentences]] = 1
    weights = np.zeros((len(runs), len(labels)), np.float32)
    bias = np.zeros(len(labels), np.float32)
    moving, moving_bias = np.zeros_like(weights), np.zeros_like(bias)
    for _ in range(STEPS):
        wrong: Floats = ((_chances(x @ weights + bias) - y) / len(sentences)).astype(np.float32)
        moving *= MOMENTUM
        moving -= RATE * (x.T @ wrong + DECAY * weights)
        moving_bias *= MOMENTUM
        moving_bias -= RATE * wrong.sum(axis=0)
        weights += moving
        bias += moving_bias
    return Learnt(labels, runs, weights, bias)


def chances(learnt: Learnt, sentences: Sequence[Sentence]) -> Floats:
    """(sentences, labels)."""
    return _chances(_matrix(sentences, learnt.runs) @ learnt.weights + learnt.bias)


def report(name: str, sentences: Sequence[Sentence]) -> str:
    """Right of all by tables that had not seen them, and for each label how many are found and how many of those are it."""
    labels = tuple(sorted({one.label for one in sentences}))
    guessed: list[tuple[str, float]] = [("", 0.0)] * len(sentences)
    for hand in sorted({one.hand for one in sentences}):
        learnt = learn([one for one in sentences if one.hand != hand])
        tried = [i for i, one in enumerate(sentences) if one.hand == hand]
        told = chances(learnt, [sentences[i] for i in tried])
        for i, row in zip(tried, told, strict=True):
            guessed[i] = learnt.labels[int(row.argmax())], float(row.max())
    right = sum(g == one.label for (g, _), one in zip(guessed, sentences, strict=True))
    lines = [f"{name}: {right} of {len(sentences)} right by tables that had not seen them"]
    for label in labels:
        mine = [(g, p, one.label) for (g, p), one in zip(guessed, sentences, strict=True)]
        there = sum(of == label for _, _, of in mine)
        for least in (0.5, 0.7, 0.8, 0.9, 0.95):
            taken = [of for g, p, of in mine if g == label and p >= least]
            lines.append(
                f"  {label} from {least}: {sum(of == label for of in taken)} of {there} found,"
                f" {sum(of != label for of in taken)} wrongly"
            )
    return "\n".join(lines)


def write(name: str, learnt: Learnt) -> None:
    """As `nlu.acts` reads it."""
    kept = np.abs(learnt.weights).max(axis=1) >= SMALLEST
    rows = [("label", *learnt.labels), ("bias", *_rounded(learnt.bias))]
    rows += [
        (run, *_rounded(row))
        for run, row, keep in zip(learnt.runs, learnt.weights, kept, strict=True)
        if keep
    ]
    head = "# Learnt by `python -m bench.acts_learn`; not written by hand.\n"
    text = head + "".join("\t".join(row) + "\n" for row in rows)
    (acts.TABLES / f"{name}.tsv").write_text(text, encoding="utf-8")


def _rounded(values: Floats) -> list[str]:
    return [str(round(float(value) * acts.SCALE)) for value in values]


def _matrix(sentences: Sequence[Sentence], runs: Sequence[str]) -> Floats:
    """1 where the run stands in the sentence; rows of equal length."""
    place = {run: n for n, run in enumerate(runs)}
    x = np.zeros((len(sentences), len(runs)), np.float32)
    for n, one in enumerate(sentences):
        x[n, [place[run] for run in one.runs if run in place]] = 1
    return x


def _chances(sums: Floats) -> Floats:
    grown = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares: Floats = grown / grown.sum(axis=1, keepdims=True)
    return shares


if __name__ == "__main__":
    sys.exit(main())
