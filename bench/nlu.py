"""How well texts and recordings are understood, with peers beside it: `python -m bench.nlu`."""

import argparse
import statistics
import subprocess
import sys
from collections.abc import Sequence

import numpy as np

from bench import nlu_answers, nlu_asked, nlu_peers, nlu_phrases, nlu_recordings, nlu_suites
from bench.hearing import DATA, ENGINES
from bench.nlu_suites import Line
from bench.table import Row, report, share
from calendar_backend import DEMO_OFFICE, load_office
from nlu.lexicon import Lexicon
from voicebot import desk
from voicebot.clock import SystemClock
from voicebot.speech.engines import make_recognizer
from voicebot.speech.recognizer import EngineMissing, Recognizer
from voicebot.understand import Asked

DATES_GOAL, ANSWERS_GOAL, SURE_GOAL, P95_GOAL_MS = 0.98, 0.90, 0.99, 5.0
SPEECH_P95_GOAL_MS = 20.0
"""From what was heard of about 4 s of speech to what it means."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", choices=ENGINES, action="append", help="only this one; may be repeated")
    parser.add_argument("--no-peers", action="store_true", help="do not install and run the peers")
    args = parser.parse_args()
    lexicon = desk.office(load_office(DEMO_OFFICE)).lexicon
    suites = {"dates.jsonl": nlu_suites.dates(), "the Lex comparison": nlu_suites.lex()}
    rows = [*nlu_phrases.rows(lexicon), *suite_rows(suites, lexicon)]
    rows += [] if args.no_peers else peer_rows(suites)
    rows += answer_rows(lexicon)
    for name in args.engine or ENGINES:
        rows += recording_rows(name, lexicon)
    print(report("nlu", rows))
    return 0


def suite_rows(suites: dict[str, list[Line]], lexicon: Lexicon) -> list[Row]:
    """Ours by the first result, how far "sure" is to be trusted, and the time."""
    rows: list[Row] = []
    ms: list[float] = []
    sure, sure_right, total = 0, 0, 0
    for name, lines in suites.items():
        if not lines:
            rows.append(Row(f"{name}: right", f">= {DATES_GOAL:.0%}", f"skipped: {DATA} is absent"))
            continue
        read = nlu_suites.ours(lines, lexicon)
        goal = DATES_GOAL if name == "dates.jsonl" else 1.0
        rows.append(
            Row(
                f"{name}: right by the first result",
                f">= {goal:.0%}",
                share(read.right, read.total),
                read.right >= goal * read.total,
            )
        )
        if read.wrong:
            print(f"{name}, wrong: {', '.join(read.wrong)}", file=sys.stderr)
        ms += read.ms
        sure, sure_right, total = sure + read.sure, sure_right + read.sure_right, total + read.total
    if sure:
        rows.append(sure_row("dates and times, said to be sure", sure_right, sure, total))
    if ms:
        rows.append(time_row("understanding one utterance, processor time", P95_GOAL_MS, ms))
    return rows


def peer_rows(suites: dict[str, list[Line]]) -> list[Row]:
    """The same suites read by the peers that can be had."""
    rows = []
    with nlu_peers.peers() as found:
        for peer in found:
            for name, lines in suites.items():
                what = f"{name}: {peer.name}"
                if peer.absent or not lines:
                    rows.append(Row(what, "-", f"absent: {peer.absent or DATA}"))
                    continue
                try:
                    right, ms = nlu_suites.peer(lines, peer.read)
                except (OSError, ValueError, subprocess.TimeoutExpired) as error:
                    rows.append(Row(what, "-", f"failed: {error}"))
                    continue
                rows.append(Row(what, "-", f"{share(right, len(lines))}, {ms:.1f} ms a line with its start"))
    return rows


def answer_rows(lexicon: Lexicon) -> list[Row]:
    """Macro F1 over yes, no and neither, on all lines and on those that we hold to be rightly labelled."""
    asked = Asked("answer", lexicon, SystemClock().now())
    whole = nlu_answers.tally(asked)
    total = whole.pairs.total()
    what = "answers.jsonl: macro F1"
    if not total:
        return [Row(what, f">= {ANSWERS_GOAL:.2f}", f"skipped: {DATA} is absent")]
    trusted = nlu_answers.tally(asked, nlu_answers.trusted)
    each = ", ".join(f"{label} {whole.f1(label):.2f}" for label in nlu_answers.LABELS)
    return [
        Row(
            what,
            f">= {ANSWERS_GOAL:.2f}",
            f"{whole.macro:.3f} ({each}; {total})",
            whole.macro >= ANSWERS_GOAL,
        ),
        Row(
            f"{what} without the lines held to be mislabelled",
            "-",
            f"{trusted.macro:.3f} ({trusted.pairs.total()})",
        ),
        sure_row("answers.jsonl, said to be sure", whole.sure[True], whole.sure.total(), total),
        sure_row(
            "answers.jsonl without those lines, said to be sure",
            trusted.sure[True],
            trusted.sure.total(),
            trusted.pairs.total(),
        ),
    ]


def recording_rows(name: str, lexicon: Lexicon) -> list[Row]:
    """The recorded turns through one engine, on three lines."""
    try:
        engine = make_recognizer(name)
    except EngineMissing as missing:
        return [Row(f"recorded turns, {name}", "-", f"model not present: {missing}")]
    rows, sure, sure_right, slots = [], 0, 0, 0
    ms: list[float] = []
    default = make_recognizer("auto").name == engine.name
    for condition, goal, spoil in nlu_recordings.CONDITIONS:
        print(f"{name}: recorded turns, {condition} ...", file=sys.stderr, flush=True)
        found = nlu_recordings.understood(engine, lexicon, spoil)
        for wrong in found.wrong:
            print(f"  {wrong}", file=sys.stderr)
        what = f"recorded turns, {name}, {condition}: all slots right"
        met = found.right >= goal * found.turns if default else None
        rows.append(Row(what, f">= {goal:.0%}" if default else "-", share(found.right, found.turns), met))
        sure, sure_right, slots = sure + found.sure, sure_right + found.sure_right, slots + found.slots
        ms += found.ms
    rows.append(sure_row(f"recorded turns, {name}, said to be sure", sure_right, sure, slots))
    if ms:
        shortest, longest = nlu_recordings.ABOUT_4_S
        what = f"lattice of {shortest:g} to {longest:g} s of speech, {name}, processor time"
        rows.append(time_row(what, SPEECH_P95_GOAL_MS, ms))
    return [*rows, *asked_rows(engine, lexicon)]


def asked_rows(engine: Recognizer, lexicon: Lexicon) -> list[Row]:
    """What is asked for by itself: a name, a number, a ward, how many."""
    rows = []
    for kind, asked in nlu_asked.kinds().items():
        found = nlu_asked.understood(engine, lexicon, asked)
        for wrong in found.wrong:
            print(f"  {kind}: {wrong}", file=sys.stderr)
        sure = f"; sure of {found.sure}, of these {found.sure_right} right"
        rows.append(
            Row(f"{kind} asked for by voice, {engine.name}", "-", share(found.right, found.total) + sure)
        )
    return rows


def time_row(what: str, goal_ms: float, ms: Sequence[float]) -> Row:
    """`ms`: one a line, not empty."""
    p95 = float(np.quantile(ms, 0.95))
    measured = f"median {statistics.median(ms):.1f} ms, 95 % {p95:.1f} ms ({len(ms)})"
    return Row(what, f"95 % <= {goal_ms:.0f} ms", measured, p95 <= goal_ms)


def sure_row(what: str, right: int, sure: int, total: int) -> Row:
    """Of the results whose score says sure, how many are right, and how many fall under it."""
    measured = f"{share(right, sure)}; sure of {share(sure, total)}"
    return Row(what, f">= {SURE_GOAL:.0%} right", measured, right >= SURE_GOAL * sure if sure else None)


if __name__ == "__main__":
    sys.exit(main())
