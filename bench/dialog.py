"""Simulated residents phone the dialog: `python -m bench.dialog`.

Whoever is simulated hears the bot's sentences and nothing else; what they say reaches the dialog through the recognizer's
confusions (`dialog_noise`). Every call finds the database as it was prepared, and is graded by its rows.
"""

import argparse
import logging
import os
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import dialog_noise, dialog_sentences, table
from bench.dialog_call import Grade, House, play
from bench.dialog_resident import HABITS
from bench.table import Row, share
from voicebot.settings import Settings
from voicebot.speech.voices import make_synthesizer

CALLS, CALLS_IN_NOISE = 2_000, 1_000
REACHED_GOAL, REACHED_IN_NOISE_GOAL = 0.97, 0.90
SECONDS_GOAL = 120
LONGEST_GOAL_S = 12.0
SLOWEST_GOAL, FASTEST_GOAL = 4.5, 8.5
PROCESSES = 2
CHUNK = 25
MEMORY = Path("/dev/shm")
FAILED = "dialog_failed.txt"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=CALLS)
    parser.add_argument("--seed", type=int, help="play this call alone and show it")
    parser.add_argument("--times", type=float, default=1.0, help="with --seed: so much noise; 0: none")
    args = parser.parse_args()
    if args.seed is not None:
        with _folder() as folder:
            ((grade,), _) = _chunk([args.seed], args.times, folder)
        print("\n".join(grade.transcript), f"\n{grade.kind}, {grade.habit}: {grade.why or 'reached'}")
        return 0
    rows = [Row("noise", "-", dialog_noise.load().about)]
    quiet, work, seconds = calls(range(args.calls), 1.0)
    noisy, noisy_work, noisy_seconds = calls(range(min(args.calls, CALLS_IN_NOISE)), 2.0)
    rows += reached_rows("measured noise", quiet, REACHED_GOAL)
    rows += reached_rows("twice the noise", noisy, REACHED_IN_NOISE_GOAL)
    measured = f"{seconds:.0f} s ({len(quiet)} calls, {PROCESSES} processes, load {os.getloadavg()[0]:.1f})"
    met = seconds <= SECONDS_GOAL if len(quiet) == CALLS else None
    rows.append(Row(f"{CALLS} calls", f"<= {SECONDS_GOAL} s", measured, met))
    a_call = 1000 * work / len(quiet)
    limit = 1000 * SECONDS_GOAL * PROCESSES / CALLS
    rows.append(Row("processor time a call", f"<= {limit:.0f} ms", f"{a_call:.0f} ms", a_call <= limit))
    a_call = 1000 * noisy_work / len(noisy)
    measured = f"{noisy_seconds:.0f} s ({len(noisy)} calls), {a_call:.0f} ms of processor time a call"
    rows.append(Row("the calls at twice the noise", "-", measured))
    for name, grades in (("measured noise", quiet), ("twice the noise", noisy)):
        rows += who_rows(name, grades)
    rows += sentence_rows()
    print(table.report("dialog", rows))
    failed = [grade for grade in (*quiet, *noisy) if not grade.reached]
    text = "\n\n".join("\n".join((f"# {g.seed} {g.kind}, {g.habit}: {g.why}", *g.transcript)) for g in failed)
    (table.FOLDER / FAILED).write_text(text + "\n", encoding="utf-8")
    print(f"the {len(failed)} calls that failed are in {table.FOLDER / FAILED}")
    return 0


def calls(seeds: Sequence[int], times: float) -> tuple[list[Grade], float, float]:
    """The graded calls of these seeds, in their order, their processor time and how long they took, both in seconds."""
    began = time.monotonic()
    chunks = [seeds[at : at + CHUNK] for at in range(0, len(seeds), CHUNK)]
    with _folder() as folder, ProcessPoolExecutor(PROCESSES) as pool:
        parts = [*pool.map(_chunk, chunks, [times] * len(chunks), [folder] * len(chunks))]
    grades = [grade for grades, _ in parts for grade in grades]
    return grades, sum(seconds for _, seconds in parts), time.monotonic() - began


@contextmanager
def _folder() -> Iterator[Path]:
    """In memory where there is such a place."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


def _chunk(seeds: Sequence[int], times: float, folder: Path) -> tuple[list[Grade], float]:
    """The grades, and the processor time of the calls in seconds."""
    logging.disable(logging.ERROR)
    noise = dialog_noise.load() if times else None
    house = _house(folder)
    began = time.process_time()
    grades = [play(house, seed, noise, times) for seed in seeds]
    return grades, time.process_time() - began


@cache
def _house(folder: Path) -> House:
    """One to a process."""
    own = folder / str(os.getpid())
    own.mkdir()
    return House(own)


def reached_rows(name: str, grades: Sequence[Grade], goal: float) -> list[Row]:
    """The figures of all calls."""
    reached = sum(grade.reached for grade in grades)
    wrong = [grade for grade in grades if grade.wrong]
    turns = statistics.median(grade.turns for grade in grades if grade.reached)
    unknown = Counter(key for grade in grades for key in grade.unknown)
    told = f": {', '.join(f'{g.seed} ({g.wrong})' for g in wrong)}" if wrong else ""
    rows = [
        Row(
            f"{name}: residents who reach their goal",
            f">= {goal:.0%}",
            share(reached, len(grades)),
            reached >= goal * len(grades),
        ),
        Row(f"{name}: wrong bookings", "0", f"{len(wrong)} of {len(grades)}{told}", not wrong),
        Row(f"{name}: the bot speaks, median of those", "-", f"{turns:.0f} times"),
    ]
    if unknown:
        rows.append(Row(f"{name}: questions no resident can answer", "-", str(dict(unknown))))
    return rows


def who_rows(name: str, grades: Sequence[Grade]) -> list[Row]:
    """Who fails, and why."""
    rows = []
    groups = [(habit, [g for g in grades if g.habit == habit]) for habit in HABITS]
    groups += [(kind, [g for g in grades if g.kind == kind]) for kind in sorted({g.kind for g in grades})]
    for who, of_them in groups:
        if not of_them:
            continue
        why = Counter(grade.why for grade in of_them if not grade.reached)
        told = "; ".join(f"{n} {reason}" for reason, n in why.most_common(4))
        reached = share(len(of_them) - why.total(), len(of_them))
        rows.append(Row(f"{name}: {who}", "-", f"{reached}{f'; failed: {told}' if told else ''}"))
    return rows


def sentence_rows() -> list[Row]:
    """The longest, the slowest and the fastest sentence, and how long it took to find them."""
    began = time.monotonic()
    voice = make_synthesizer("auto", Settings().var / "voice")
    found = [*dialog_sentences.spoken(voice)]
    longest = max(found, key=lambda one: one.longest_s)
    whole = max(found, key=lambda one: one.seconds)
    seconds = time.monotonic() - began
    paces = sorted(found, key=lambda one: one.morae_a_second)
    slow, fast = paces[0], paces[-1]
    return [
        Row(
            "all wordings spoken", "-", f"{seconds:.0f} s; what var/voice has from before is not spoken anew"
        ),
        Row(
            f"the longest of {len(found)} wordings, to the next 「。」",
            f"<= {LONGEST_GOAL_S:.0f} s",
            f"{longest.longest_s:.1f} s ({longest.sentence.key}); with all its 「。」 {whole.seconds:.1f} s"
            f" ({whole.sentence.key})",
            longest.longest_s <= LONGEST_GOAL_S,
        ),
        Row(
            "their pace without pauses",
            f"{SLOWEST_GOAL} to {FASTEST_GOAL} mora/s",
            f"{slow.morae_a_second:.1f} ({slow.sentence.key}) to {fast.morae_a_second:.1f} ({fast.sentence.key})",
            slow.morae_a_second >= SLOWEST_GOAL and fast.morae_a_second <= FASTEST_GOAL,
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
