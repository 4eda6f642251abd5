"""Fits the weights of `voicebot/turns/predictive.yaml` on voices and accounts that no figure stands on: `python -m bench.turns_fit`."""

import os
from collections.abc import Sequence

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import yaml
from numpy.typing import NDArray

from bench import turns_curve, turns_facts, turns_heard, turns_samples
from bench.turns_facts import Known
from bench.turns_heard import HeardTurn
from voicebot.turns.predictive import WEIGHTS, Predictive, Weights, features

RIDGE = 2.0
"""Weight of the squares of the weights, in turns."""

CAUTIONS = tuple(float(one) for one in np.arange(2.0, 16.0, 0.1))
AIM = 0.04
"""Share of the turns to fit on that may be cut off: others than the goal's are cut off a little more."""


def main() -> None:
    turns = turns_heard.heard(turns_samples.turns(turns_samples.FIT), turns_samples.FIT)
    found = turns_facts.known(turns)
    weights = fitted(turns, found)
    text = yaml.safe_dump({"odds": weights.odds, "spread": weights.spread, "caution": weights.caution},
                          sort_keys=False)  # fmt: skip
    WEIGHTS.write_text("# Written by `python -m bench.turns_fit`.\n" + text, encoding="utf-8")
    print(text)


def fitted(turns: Sequence[HeardTurn], found: Sequence[Sequence[Known]]) -> Weights:
    """A logistic regression of ends against inner pauses; then the caution that cuts off AIM."""
    rows, over = [], []
    for one, each in zip(turns, found, strict=True):
        for number, known in enumerate(each):
            rows.append(features(known.pausing))
            over.append(one.is_end(one.silences[number]))
    names = list(rows[0])
    weights = _logistic(np.array([list(row.values()) for row in rows], float), np.array(over, float))
    odds = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    logs = [
        np.log(known.longer_ms / known.pausing.own_ms) for each in found for known in each if known.longer_ms
    ]
    spread = round(float(np.std(logs)), 3)
    settings = [Weights(odds, spread, caution) for caution in CAUTIONS]
    cuts = [
        turns_curve.outcome(turns, turns_facts.until(turns, found, Predictive(one))).cut for one in settings
    ]
    return next((one for one, cut in zip(settings, cuts, strict=True) if cut <= AIM), settings[-1])


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
