"""`make bench-calls`: every recorded call phoned for real, several times over."""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.table import Row, report
from recordings_fixtures import load_all
from recordings_fixtures.playing import Outcome, play
from voicebot.replay.engines import Engines
from voicebot.speech.engines import make_recognizer
from voicebot.speech.voices import make_synthesizer

RUNS = 3
GOAL_MS = 1_200
"""Median from the end of the caller's speech to the first audio of the answer."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 1 when a call ended with other rows than its file names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--asr", default="auto")
    parser.add_argument("calls", nargs="*", help="ids; all calls unless given")
    args = parser.parse_args(arguments)
    calls = [call for call in load_all() if not args.calls or call.id in args.calls]
    engines = Engines(make_recognizer(args.asr), make_synthesizer("auto", Path("var/voice")))
    runs: list[list[Outcome]] = []
    for number in range(1, args.runs + 1):
        runs.append([])
        for call in calls:
            with tempfile.TemporaryDirectory() as folder:
                outcome = play(call, engines, Path(folder))
            runs[-1].append(outcome)
            print(f"run {number}: {call.id}: {_verdict(outcome)}", flush=True)
    print(report("calls", rows(runs, engines.recognizer.name)))
    return 0 if all(outcome.right for run in runs for outcome in run) else 1


def rows(runs: Sequence[Sequence[Outcome]], ears: str) -> list[Row]:
    """Right calls per run, sameness over the runs, and how long answers took."""
    table = []
    for number, run in enumerate(runs, 1):
        right = sum(outcome.right for outcome in run)
        measured = f"{right} of {len(run)}"
        table.append(
            Row(f"run {number}: calls that end with their rows ({ears})", "all", measured, right == len(run))
        )
    same = sum(len({(o.rows, o.result.outcome) for o in across}) == 1 for across in zip(*runs, strict=True))
    table.append(
        Row(
            f"calls with one result over {len(runs)} runs",
            "all",
            f"{same} of {len(runs[0])}",
            same == len(runs[0]),
        )
    )
    gaps = sorted(gap for run in runs for outcome in run for gap in outcome.result.gaps_ms if gap is not None)
    if gaps:
        median, late = statistics.median(gaps), gaps[int(0.95 * (len(gaps) - 1))]
        table.append(
            Row(
                "end of speech to first audio, median",
                f"<= {GOAL_MS} ms",
                f"{median:.0f} ms ({len(gaps)} answers)",
                median <= GOAL_MS,
            )
        )
        table.append(
            Row("end of speech to first audio, 95th percentile", "-", f"{late} ms ({len(gaps)} answers)")
        )
    return table


def _verdict(outcome: Outcome) -> str:
    if outcome.right:
        return "right"
    lines = [f"   bot: {t.agent}\n   caller: {t.heard}" for t in outcome.result.turns]
    wanted = f"wanted {outcome.call.expect.outcome} {outcome.wanted}"
    return "\n".join([f"WRONG: {outcome.result.outcome} {outcome.rows}, {wanted}", *lines])


if __name__ == "__main__":
    sys.exit(main())
