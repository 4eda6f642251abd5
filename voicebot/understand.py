"""The `understand` command: what a text means, as JSON; with --jsonl a filter, line by line."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import IO, Any

import nlu
from nlu import when
from nlu.anchor import Anchor
from nlu.clock import local
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Excluded, Meaning, Moment, Scored
from nlu.question import Expect, Question
from nlu.voting import SURE
from voicebot import explanation
from voicebot.clock import TOKYO, SystemClock

EXPECTATIONS = ("procedure", "date", "time", "answer", "name", "digits", "any")
YEARS = range(1900, 2200)
"""Of `now`. Outside of them days cannot be counted in every calendar rule."""

BAD_LINES = 2
"""Exit code when a line could not be used; every other line has its result."""

Json = dict[str, Any]


class BadLine(Exception):
    """A line that cannot be used. The message is one sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What every text is understood as an answer to."""

    expect: str
    lexicon: Lexicon
    now: datetime | None = None
    """None: each text's own moment, or the clock's."""


def add_arguments(parser: argparse.ArgumentParser, moment: Any) -> None:
    """The command's arguments. `moment` reads the text of --now."""
    parser.add_argument("--expect", choices=EXPECTATIONS, default="any", help="what was asked")
    parser.add_argument("--now", type=moment, help="when it is said: 2026-11-24T10:00+09:00")
    parser.add_argument("--office", default="", help="YAML file of the office; the demo office unless given")
    parser.add_argument("--question", default="", help="the words of the question, for --expect answer")
    parser.add_argument("--jsonl", action="store_true", help="read lines {id, text, now} from standard input")
    parser.add_argument("--explain", action="store_true", help="follow the text to its meaning, step by step")
    parser.add_argument("text", nargs="?", help="what was said")
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Prints one JSON object, or with --jsonl one per line read; with --explain text. Raises OfficeFileError."""
    if args.jsonl == (args.text is not None):
        args.parser.error("give either a TEXT, or --jsonl and lines on standard input")
    if args.jsonl and args.explain:
        args.parser.error("--explain follows one TEXT; leave --jsonl out")
    from calendar_backend import DEMO_OFFICE, load_office
    from voicebot import desk

    asked = Asked(args.expect, desk.office(load_office(args.office or DEMO_OFFICE)).lexicon, args.now)
    if args.explain:
        print(explained([Hypothesis(args.text)], asked, question=args.question))
        return 0
    if not args.jsonl:
        _write(understand(args.text, asked, question=args.question), sys.stdout.buffer)
        return 0
    failed = False
    for answer in answers(sys.stdin.buffer, asked):
        _write(answer, sys.stdout.buffer)
        failed |= "error" in answer
    return BAD_LINES if failed else 0


def answers(lines: Iterable[bytes], asked: Asked) -> Iterator[Json]:
    """An object per line that is not blank: {id, results, ...}, or {id, line, error} for one that cannot be used."""
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        given: Any = None
        try:
            given = _parsed(raw)
            yield {"id": given.get("id"), **_answered(given, asked)}
        except BadLine as bad:
            known = given.get("id") if isinstance(given, dict) else None
            yield {"id": known, "line": number, "error": f"line {number}: {bad}"}


def _parsed(raw: bytes) -> Json:
    try:
        given = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadLine("this is not UTF-8; convert it") from None
    except (ValueError, RecursionError):
        raise BadLine('this is not JSON; write one object a line, like {"id": 1, "text": "明日"}') from None
    if not isinstance(given, dict):
        raise BadLine('this is not an object; write {"id": 1, "text": "明日"}')
    return given


def _answered(given: Json, asked: Asked) -> Json:
    text, question = given.get("text"), given.get("question", "")
    if not isinstance(text, str):
        raise BadLine('"text" is missing or no string; give what was said')
    if not isinstance(question, str):
        raise BadLine('"question" is no string; give the words of the question or leave it out')
    now = _moment(given["now"]) if given.get("now") is not None else asked.now
    return understand(text, Asked(asked.expect, asked.lexicon, now), question=question)


def _moment(said: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(said)
    except (TypeError, ValueError):
        raise BadLine(f'"now" is {str(said)[:40]!r}; give a moment like 2026-11-24T10:00+09:00') from None
    if moment.year not in YEARS:
        raise BadLine(f'"now" is in the year {moment.year}; give one from {YEARS[0]} to {YEARS[-1]}')
    return moment if moment.tzinfo else moment.replace(tzinfo=TOKYO)


def explained(heard: Sequence[Hypothesis], asked: Asked, question: str = "") -> str:
    """The best hypothesis followed step by step, and what all of them mean together. For people."""
    now = asked.now or SystemClock().now()
    meaning = meant(heard, Asked(asked.expect, asked.lexicon, now), question)
    best = max(heard, key=lambda hypothesis: hypothesis.score, default=Hypothesis(""))
    said = explanation.followed(best, when.moment(local(now), asked.lexicon))
    return "\n\n".join([*said, "\n".join(["meaning", *_told(meaning)])])


def _told(meaning: Json) -> Iterator[str]:
    for value, score in zip(meaning["results"], meaning["scores"], strict=False):
        yield f"  {score:.3f}  {json.dumps(value, ensure_ascii=False)}"
    for key in (key for key in meaning if key not in ("results", "scores")):
        yield f"  {key}: {json.dumps(meaning[key], ensure_ascii=False)}"


def understand(text: str, asked: Asked, question: str = "") -> Json:
    """The meaning of one text. `results` best first, `scores` beside them; other keys only where they say something."""
    return meant([Hypothesis(text)], asked, question)


def meant(heard: Sequence[Hypothesis], asked: Asked, question: str = "") -> Json:
    """The meaning of the n best guesses at one utterance."""
    now = asked.now or SystemClock().now()
    meaning = nlu.interpret(heard, _question(asked, question, now), now, asked.lexicon)
    kinds: dict[str, list[tuple[Json, float]]] = {
        "procedure": [({"procedure": s.value}, s.score) for s in meaning.procedures],
        "answer": [],
        "name": [({"name": s.value}, s.score) for s in meaning.names],
        "digits": [({"digits": s.value}, s.score) for s in meaning.digits],
    }
    found = kinds.get(asked.expect, [(moment_json(s.value), s.score) for s in meaning.moments])
    scores = [round(score, 3) for _, score in found]
    said: Json = {"results": [value for value, _ in found], "scores": scores}
    if asked.expect == "answer":
        answer = meaning.answer
        said |= {"answer": answer.value.value if answer else "neither"}
        scores = [round(answer.score, 3)] if answer else []
        said["scores"] = scores
    said["sure"] = bool(scores) and scores[0] >= SURE
    said["margin"] = round(scores[0] - (scores[1] if len(scores) > 1 else 0.0), 3) if scores else 0.0
    return said | _besides(meaning, asked.expect)


def _question(asked: Asked, text: str, now: datetime) -> Question:
    """As the dialog asks it: of a read-back in its words what, when and at what time was read back."""
    plain = Question(Expect(asked.expect), text=text)
    if plain.expect is not Expect.ANSWER or not text:
        return plain
    said = nlu.interpret([Hypothesis(text.partition("。")[0])], Question(), now, asked.lexicon)
    moment = said.moments[0].value if said.moments else None
    if not said.procedures or moment is None or moment.day is None or moment.time is None:
        return plain
    return replace(
        plain,
        anchor=Anchor((moment.day.first,), (moment.time.first,)),
        read_back=tuple(one.value for one in said.procedures),
        several=len(said.procedures) > 1,
    )


def moment_json(moment: Moment) -> Json:
    """{date, time}, either one optional, or {start: {...}, end: {...}} for a run of days or times."""
    start: Json = {}
    end: Json = {}
    if moment.day:
        start["date"], end["date"] = str(moment.day.first), str(moment.day.last)
    if moment.time:
        first, last = moment.time.first, moment.time.last
        start["time"], end["time"] = (t.isoformat().removesuffix(":00") for t in (first, last))
    return start if start == end else {"start": start, "end": end}


def _besides(meaning: Meaning, expect: str) -> Json:
    """What else was found."""
    said: Json = {}
    if expect != "procedure" and meaning.procedures:
        said["procedures"] = _listed(meaning.procedures)
    if expect != "answer" and meaning.answer:
        said["answer"] = meaning.answer.value.value
    if expect == "answer" and meaning.moments:
        said["change"] = [moment_json(s.value) for s in meaning.moments]
    if expect != "digits" and meaning.digits:
        said["digits"] = meaning.digits[0].value
    if meaning.dropped:
        said["dropped"] = list(meaning.dropped)
    if meaning.only:
        said["only"] = True
    if meaning.people:
        said["people"] = meaning.people.value
    if meaning.unknown:
        said["unknown"] = True
    for name in ("order", "shift", "topic", "emergency", "elsewhere"):
        if (value := getattr(meaning, name)) is not None:
            said[name] = value.value
    if command := meaning.command or meaning.request:
        said["command"] = command.value
    if meaning.excluded:
        said["excluded"] = [_excluded(one) for one in meaning.excluded]
    if meaning.impossible:
        said["impossible"] = [one.said for one in meaning.impossible]
    return said


def _listed(found: tuple[Scored[str], ...]) -> list[Json]:
    return [{"procedure": one.value, "score": round(one.score, 3)} for one in found]


def _excluded(one: Excluded) -> Json:
    if one.weekday is not None:
        return {"weekday": "月火水木金土日"[one.weekday]}
    return moment_json(Moment(one.days, one.times))


def _write(answer: Json, out: IO[bytes]) -> None:
    """One line at once, so that a reader at the other end of a pipe need not wait. Lone surrogates stay escaped."""
    out.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    out.flush()
