"""The `hear` command: what an engine hears in recordings."""

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlu.hinting import hints_for
from nlu.hints import Candidate, Hints
from nlu.lexicon import Lexicon
from nlu.question import Expect, Question
from nlu.reading import hiragana, read
from voicebot import understand
from voicebot.clock import SystemClock
from voicebot.speech import wav
from voicebot.speech.engines import NAMES, make_recognizer
from voicebot.speech.recognizer import Listening, Recognizer
from voicebot.speech.resampler import Doubler
from voicebot.understand import Asked

RANKED_SHOWN = 10
TELEPHONE_HZ = 8_000


class BadCandidates(Exception):
    """A file of candidates that cannot be used. The message is one sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was heard in one file."""

    file: str
    hypotheses: tuple[tuple[str, float], ...]
    """Readings in hiragana and their scores, best first."""

    ranked: tuple[tuple[str, float], ...]
    """Candidates as read and their scores, best first."""

    ms: int
    """From the end of the audio to all answers."""

    words: tuple[tuple[str, int, int], ...] | None = None
    """Known words with their start and end in ms, where they were wanted."""

    def as_json(self) -> dict[str, Any]:
        """Scores to four places."""
        words = (
            {"words": [{"word": word, "start_ms": a, "end_ms": b} for word, a, b in self.words]}
            if self.words is not None
            else {}
        )
        return {
            "file": self.file,
            "reading": self.hypotheses[0][0] if self.hypotheses else "",
            "hypotheses": [{"reading": reading, "score": round(s, 4)} for reading, s in self.hypotheses],
            "ranked": [{"candidate": candidate, "score": round(s, 4)} for candidate, s in self.ranked],
            "ms": self.ms,
            **words,
        }

    def as_text(self) -> str:
        """For people: a line per hypothesis, and the best candidates."""
        lines = [f"{self.file}  ({self.ms} ms)"]
        lines += [f"  {score:.2f}  {reading}" for reading, score in self.hypotheses]
        lines += [f"  {score:.2f}  candidate {one}" for one, score in self.ranked[:RANKED_SHOWN]]
        lines += [f"  {start:6} to {end:6} ms  {word}" for word, start, end in self.words or ()]
        return "\n".join(lines if self.hypotheses else [*lines, "  nothing heard"])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("--engine", choices=NAMES, default="auto")
    parser.add_argument(
        "--expect", choices=[kind.value for kind in Expect], help="what was asked: gives the engine its hints"
    )
    parser.add_argument("--candidates", type=Path, metavar="FILE", help="rank these: one kana reading a line")
    parser.add_argument(
        "--times", action="store_true", help="tell known words and when they were said (kana only)"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one line of JSON per recording")
    form.add_argument(
        "--explain", action="store_true", help="follow each recording from its sounds to its meaning"
    )
    parser.add_argument("recordings", nargs="+", type=Path, metavar="WAV")


def run(args: argparse.Namespace) -> int:
    """Prints a report per recording, with --explain how it came to be.

    Raises BadCandidates, BadRecording, EngineMissing or OfficeFileError, each with one clear sentence.
    """
    candidates = read_candidates(args.candidates) if args.candidates else ()
    bare = args.expect is None and not (args.times or args.explain)
    now, lexicon = SystemClock().now(), _lexicon()
    asked = Asked(args.expect or "any", lexicon, now)
    hints = Hints(candidates) if bare else hints_for(Question(Expect(asked.expect)), now, lexicon)
    engine = make_recognizer(args.engine)
    for path in args.recordings:
        if args.explain:
            print(f"{path}\n\n{explained(listen(engine, path, hints), asked)}", flush=True)
            continue
        report = hear(engine, path, hints, candidates, args.times)
        print(json.dumps(report.as_json(), ensure_ascii=False) if args.json else report.as_text(), flush=True)
    return 0


def listen(engine: Recognizer, path: Path, hints: Hints) -> Listening:
    """A recording fed whole, as over a telephone. Raises BadRecording."""
    listening = engine.listen(hints)
    listening.feed(Doubler().feed(wav.read(path, TELEPHONE_HZ)))
    return listening


def explained(listening: Listening, asked: Asked) -> str:
    """Followed from what was heard to what it means, for people."""
    from voicebot import hearing_explanation

    heard = listening.result()
    return "\n\n".join([*hearing_explanation.followed(listening), understand.explained(heard, asked)])


def hear(
    engine: Recognizer, path: Path, hints: Hints, candidates: Sequence[Candidate], times: bool = False
) -> Report:
    """What the engine hears of a recording, at any rate, over a telephone; with `times` known words and when they
    were said, where the engine can tell. Raises BadRecording."""
    listening = listen(engine, path, hints)
    began = time.perf_counter()
    hypotheses = listening.result()
    ranked = listening.score(candidates) if candidates else ()
    ms = round((time.perf_counter() - began) * 1_000)
    return Report(
        str(path),
        tuple((one.reading or read(one.text).kana, one.score) for one in hypotheses),
        tuple((one.candidate.text, one.score) for one in ranked),
        ms,
        _times(listening) if times else None,
    )


def _times(listening: Listening) -> tuple[tuple[str, int, int], ...]:
    from voicebot.speech.kana_engine import KanaListening

    return listening.words() if isinstance(listening, KanaListening) else ()


def read_candidates(path: Path) -> tuple[Candidate, ...]:
    """One kana reading a line; empty lines are left out. Raises BadCandidates."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadCandidates(
            f"{path} cannot be read as UTF-8 text ({error}); give a file with one kana reading a line"
        ) from None
    found = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        reading = hiragana(text)
        if len(reading) != len(text):
            raise BadCandidates(f"{path}, line {number}: {text!r} is not all kana; write it as it is read")
        if reading:
            found.append(Candidate(text, reading))
    if not found:
        raise BadCandidates(f"{path} holds no candidate; write one kana reading a line")
    return tuple(dict.fromkeys(found))


def _lexicon() -> Lexicon:
    from calendar_backend import DEMO_OFFICE, load_office
    from voicebot import desk

    return desk.office(load_office(DEMO_OFFICE)).lexicon
