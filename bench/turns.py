"""How long it takes to know that the caller has finished, and how many are cut off: `make bench-turns`.

Recorded calls, hesitant readings and people, none of whom anything was fitted on. Each strategy is drawn as a curve of its mean
wait against the share of turns cut off, by its own knob; the figure is the wait at 5 %. About a quarter of an hour the first
time, most of it for the listener to guess in every pause; the guesses are kept in var/turns.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np

from bench import turns_facts, turns_heard, turns_samples, turns_smart
from bench.table import Row, report, share
from bench.turns_curve import ALLOWED, Outcome, at, outcome
from bench.turns_facts import Known
from bench.turns_heard import HeardTurn, Silence
from bench.turns_smart import Absent
from voicebot.turns.fixed import Fixed
from voicebot.turns.predictive import Predictive, load

GOAL_MS = 500
LEAST = 300
"""Turns, and inner pauses."""

SMART_MS = 50
"""Of its network on an idle core, after a pause of PAUSE_MS as Pipecat has it."""

PEOPLE = ("people reading", "dialogue (people)")
_OURS, _FIXED, _SMART, _LIVEKIT = (
    "what was asked and heard (ours)", "silence only", "Smart Turn v3.2", "LiveKit turn detector v1-mini",
)  # fmt: skip

Curves = dict[str, list[Outcome]]


def main() -> int:
    turns = turns_heard.heard(turns_samples.turns(turns_samples.MEASURE), turns_samples.MEASURE)
    found = turns_facts.known(turns)
    print(report("turns", [*rows(turns, found)]))
    return 0


def rows(turns: Sequence[HeardTurn], found: Sequence[Sequence[Known]]) -> Iterator[Row]:
    """Counts, each strategy's figures, ours as it is shipped."""
    yield from _counts(turns)
    curves, absent = _curves(turns, found)
    for name, outcomes in curves.items():
        wait = at(outcomes)
        ours = name == _OURS
        yield Row(
            f"{name}: mean wait at {ALLOWED:.0%} of the turns cut off", f"<= {GOAL_MS} ms" if ours else "-",
            f"{wait:.0f} ms ({len(turns)} turns)", wait <= GOAL_MS if ours else None,
        )  # fmt: skip
        points = ", ".join(f"{at(outcomes, cut):.0f} ms at {cut:.0%}" for cut in (0.02, 0.1, 0.2))
        yield Row(f"{name}: mean wait at other shares", "-", points)
        pauses = at(outcomes, pauses=True)
        yield Row(
            f"{name}: mean wait at {ALLOWED:.0%} of the pauses taken for the end", "-", f"{pauses:.0f} ms"
        )
    yield from (Row(name, "-", why) for name, why in absent.items())
    yield from _by_source(turns, found)
    yield from _shipped(turns, found)


def _counts(turns: Sequence[HeardTurn]) -> Iterator[Row]:
    lengths = [
        each.length_ms for one in turns for each in one.silences if each.length_ms and not one.is_end(each)
    ]
    for what, count in (("turns", len(turns)), ("inner pauses", len(lengths))):
        yield Row(f"{what}", f">= {LEAST}", str(count), count >= LEAST)
    yield Row("inner pauses of more than 600 ms", "-", share(sum(ms > 600 for ms in lengths), len(lengths)))


def _curves(turns: Sequence[HeardTurn], found: Sequence[Sequence[Known]]) -> tuple[Curves, dict[str, str]]:
    """Of every strategy that can be had, and why the others cannot."""
    weights = load()
    ours = [Predictive(replace(weights, caution=float(each))) for each in np.arange(0, 20, 0.1)]
    fixed = [Fixed(ms) for ms in range(224, 1_800, 32)]
    curves = {
        _OURS: [outcome(turns, turns_facts.until(turns, found, one)) for one in ours],
        _FIXED: [outcome(turns, turns_facts.until(turns, found, one)) for one in fixed],
    }
    absent = {_LIVEKIT: "not run: its licence keeps the model to LiveKit Agents"}
    try:
        curves[_SMART] = _smart(turns)
    except Absent as error:
        absent[_SMART] = f"not run: {error}"
    return curves, absent


def _smart(turns: Sequence[HeardTurn]) -> list[Outcome]:
    """By its threshold and by the silences for what it takes for an end and for what it does not: its best of all."""
    over = {id(one): each for one, each in zip(turns, turns_smart.answers(turns), strict=True)}
    soonest = turns_smart.PAUSE_MS + SMART_MS

    def ends(threshold: float, soon_ms: int, late_ms: int) -> Outcome:
        def until(one: HeardTurn, _silence: Silence, number: int) -> float:
            return soon_ms if over[id(one)][number] >= threshold else late_ms

        return outcome(turns, until)

    thresholds = [
        float(np.quantile([p for each in over.values() for p in each], q)) for q in np.arange(0.0, 1.0, 0.05)
    ]
    return [
        ends(threshold, soon_ms, late_ms)
        for threshold in (*thresholds, 0.5)
        for soon_ms in (soonest, 400, 500, 600, 800)
        for late_ms in (600, 800, 1_000, 1_200, 1_500, 2_000, 3_000)
    ]


def _by_source(turns: Sequence[HeardTurn], found: Sequence[Sequence[Known]]) -> Iterator[Row]:
    """Ours against silence alone on each kind of recording, at 5 % of its own turns."""
    groups = {one.turn.source: (one.turn.source,) for one in turns} | {"all people": PEOPLE}
    for name, sources in groups.items():
        at_these = [n for n, one in enumerate(turns) if one.turn.source in sources]
        some, facts = [turns[n] for n in at_these], [found[n] for n in at_these]
        ours, fixed = (
            at([outcome(some, turns_facts.until(some, facts, one)) for one in strategies])
            for strategies in (
                [Predictive(replace(load(), caution=float(each))) for each in np.arange(0, 20, 0.25)],
                [Fixed(ms) for ms in range(224, 1_800, 32)],
            )
        )
        yield Row(f"{name}: ours, silence only", "-", f"{ours:.0f} ms, {fixed:.0f} ms ({len(some)} turns)")


def _shipped(turns: Sequence[HeardTurn], found: Sequence[Sequence[Known]]) -> Iterator[Row]:
    now = outcome(turns, turns_facts.until(turns, found, Predictive(load())))
    yield Row("ours as shipped: turns cut off", "-", share(sum(now.cut_turns), len(now.cut_turns)))
    yield Row("ours as shipped: pauses taken for the end", "-", share(now.cut_pauses, now.pauses))
    late = float(np.quantile(now.waits_ms, 0.95))
    median = float(np.median(now.waits_ms))
    yield Row(
        "ours as shipped: wait, mean, median, 95 %", "-", f"{now.wait_ms:.0f}, {median:.0f}, {late:.0f} ms"
    )


if __name__ == "__main__":
    raise SystemExit(main())
