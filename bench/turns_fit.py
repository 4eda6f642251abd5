"""Fits the weights of `voicebot/turns/predictive.yaml` on voices and accounts that no figure stands on: `python -m bench.turns_fit`."""

import os
from collections.abc import Sequence
from random import Random

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import yaml
from numpy.typing import NDArray

from bench import turns_curve, turns_facts, turns_heard, turns_samples
from bench.turns_curve import Outcome
from bench.turns_facts import Known
from bench.turns_heard import HeardTurn
from voicebot.turns.predictive import WEIGHTS, Predictive, Weights, features

RIDGE = 2.0
"""Weight of the squares of the weights, in turns."""

CAUTIONS = tuple(float(one) for one in np.arange(2.0, 16.0, 0.1))
AIM = 0.02
"""Share of the turns of callers left out that may be cut off: voices and lines of other kinds are cut off more often."""

FOLDS = 6


def main() -> None:
    turns = turns_heard.heard(turns_samples.turns(turns_samples.FIT), turns_samples.FIT)
    found = turns_facts.known(turns)
    weights = fitted(turns, found)
    text = yaml.safe_dump({"odds": weights.odds, "spread": weights.spread, "caution": weights.caution},
                          sort_keys=False)  # fmt: skip
    WEIGHTS.write_text("# Written by `python -m bench.turns_fit`.\n" + text, encoding="utf-8")
    print(text)


def fitted(turns: Sequence[HeardTurn], found: Sequence[Sequence[Known]]) -> Weights:
    """A logistic regression of ends against inner pauses, and the caution that cuts off AIM of callers it was not fitted on."""
    callers = sorted({one.turn.caller for one in turns})
    Random(0).shuffle(callers)
    outcomes: list[list[Outcome]] = []
    for fold in range(FOLDS):
        apart = {*callers[fold::FOLDS]}
        odds, spread = _learnt(turns, found, [one.turn.caller not in apart for one in turns])
        tried = [n for n, one in enumerate(turns) if one.turn.caller in apart]
        some, facts = [turns[n] for n in tried], [found[n] for n in tried]
        outcomes.append([
            turns_curve.outcome(some, turns_facts.until(some, facts, Predictive(Weights(odds, spread, each))))
            for each in CAUTIONS
        ])  # fmt: skip
    odds, spread = _learnt(turns, found, [True] * len(turns))
    settings = list(zip(*outcomes, strict=True))
    cuts = [float(np.mean([cut for one in folds for cut in one.cut_turns])) for folds in settings]
    chosen = next((n for n, cut in enumerate(cuts) if cut <= AIM), len(cuts) - 1)
    wait = np.mean([ms for one in settings[chosen] for ms in one.waits_ms])
    print(f"callers left out: {cuts[chosen]:.1%} of {len(turns)} turns cut off, {wait:.0f} ms")
    return Weights(odds, spread, round(CAUTIONS[chosen], 1))


def _learnt(
    turns: Sequence[HeardTurn], found: Sequence[Sequence[Known]], taken: Sequence[bool]
) -> tuple[dict[str, float], float]:
    rows, over, logs = [], [], []
    for one, each, take in zip(turns, found, taken, strict=True):
        for number, known in enumerate(each if take else ()):
            rows.append(features(known.pausing))
            over.append(one.is_end(one.silences[number]))
            if known.longer_ms:
                logs.append(np.log(known.longer_ms / known.pausing.own_ms))
    weights = _logistic(np.array([list(row.values()) for row in rows], float), np.array(over, float))
    odds = {name: round(float(weight), 3) for name, weight in zip(rows[0], weights, strict=True)}
    return odds, round(float(np.std(logs)), 3)


def _logistic(rows: NDArray[np.float64], over: NDArray[np.float64]) -> NDArray[np.float64]:
    """Newton's steps; the first column is the constant and not drawn to zero."""
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([1e-6, *[RIDGE] * (rows.shape[1] - 1)])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (over - likely) - ridge @ weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + ridge
        weights += np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
