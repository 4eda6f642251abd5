"""Phrases of residents with what each means, fixed before any was run (`phrases.tsv`): the first result counts."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bench.hearing import DATA
from bench.table import Row, share
from nlu.lexicon import Lexicon
from voicebot.clock import TOKYO
from voicebot.understand import Asked, Json, understand

RIGHT_GOAL, WRONG_GOAL = 0.95, 0.01

NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A line of the file."""

    id: str
    expect: str
    question: str
    now: datetime
    text: str
    wanted: tuple[str, ...]
    """Any of them is right."""


@dataclass(frozen=True, slots=True)
class Read:
    """A phrase and what was understood."""

    phrase: Phrase
    got: str
    sure: bool

    @property
    def right(self) -> bool:
        """As a whole, or by the first of several results."""
        return any(self.got == one or _first(self.got) == _first(one) for one in self.phrase.wanted)

    @property
    def wrong_and_sure(self) -> bool:
        return not self.right and self.sure and self.got != NOTHING


def phrases() -> Iterator[Phrase]:
    """Those of the outside data; none where it is absent."""
    path = DATA / "phrases.tsv"
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            id_, kind, now, text, wanted = line.split("\t")
            expect, _, question = kind.partition("|")
            moment = datetime.fromisoformat(now).replace(tzinfo=TOKYO)
            yield Phrase(id_, expect, question, moment, text, tuple(wanted.split(" | ")))


def read(phrase: Phrase, lexicon: Lexicon) -> Read:
    said = understand(phrase.text, Asked(phrase.expect, lexicon, phrase.now), phrase.question)
    return Read(phrase, _told(phrase.expect, said), bool(said["sure"]))


def rows(lexicon: Lexicon) -> list[Row]:
    """All phrases, and by what was asked."""
    found = [read(phrase, lexicon) for phrase in phrases()]
    what = "phrases of residents"
    if not found:
        return [Row(what, f">= {RIGHT_GOAL:.0%}", f"skipped: {DATA} is absent")]
    right, wrong = sum(one.right for one in found), sum(one.wrong_and_sure for one in found)
    kinds = defaultdict(list)
    for one in found:
        kinds[one.phrase.expect].append(one)
    return [
        Row(f"{what}: right by the first result", f">= {RIGHT_GOAL:.0%}", share(right, len(found)), right >= RIGHT_GOAL * len(found)),
        Row(f"{what}: wrong and said to be sure", f"<= {WRONG_GOAL:.0%}", share(wrong, len(found)), wrong <= WRONG_GOAL * len(found)),
        *(Row(f"{what}, asked for {kind}: right", "-", share(sum(one.right for one in own), len(own))) for kind, own in kinds.items()),
        *(Row(f"{what}, missed: {one.phrase.text}", " | ".join(one.phrase.wanted), one.got) for one in found if not one.right),
    ]  # fmt: skip


def _told(expect: str, said: Json) -> str:
    results = said["results"]
    if expect == "answer":
        return str(said["answer"])
    if expect in ("procedure", "digits", "name"):
        return ", ".join(str(next(iter(one.values()))) for one in results) or NOTHING
    return " / ".join(map(_moment, results)) or NOTHING


def _moment(found: Json) -> str:
    """As the file writes it: 12-04 10:00..11:00."""
    start, end = found.get("start", found), found.get("end", found)
    parts = (_run(start.get(part), end.get(part)) for part in ("date", "time"))
    return " ".join(part for part in parts if part).replace("2026-", "")


def _run(first: str | None, last: str | None) -> str:
    if first is None and last is None:
        return ""
    return str(first) if first == last else f"{first or ''}..{last or ''}"


def _first(results: str) -> str:
    return results.split(" / ")[0]
