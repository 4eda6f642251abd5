"""The sentences that the tables of `nlu.acts` are learnt from. They were written for this by people who had not seen the
program; each file says in its first line what its columns are, and each hand is one person's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from calendar_backend import DEMO_OFFICE, load_office
from nlu import acts, agreement, slots, when
from nlu.anchor import Anchor
from nlu.lexicon import Lexicon
from nlu.normalize import normalize
from nlu.prepared import prepare
from nlu.procedures import find_procedures
from nlu.question import Effect, Expect, Question
from nlu.repeated import Repeated, without_repeated
from voicebot import desk
from voicebot.clock import TOKYO

FOLDER = Path(__file__).with_name("acts")
OTHERS = ("topics",)
NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
START = datetime(2026, 12, 1, 10, tzinfo=TOKYO)
READ_BACK = Question(
    Expect.ANSWER,
    anchor=Anchor((START.date(),), (START.time(),)),
    read_back=("juminhyo",),
)
QUESTIONS = {
    "Y": READ_BACK,
    "C": Question(
        Expect.ANSWER, effect=Effect.CANCEL, anchor=READ_BACK.anchor, read_back=READ_BACK.read_back
    ),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is learnt from."""

    hand: str
    label: str
    runs: tuple[str, ...]


def load(name: str) -> list[Sentence]:
    """Raises OSError, ValueError for a line that has not four columns. What is said at other questions is no yes to a read-back."""
    lines = [*_lines(name)]
    if name == "agreement":
        lines += [(hand, "Y", text, "no") for other in OTHERS for hand, _, text, _ in _lines(other)]
    return [
        Sentence(hand, label, tuple(_RUNS.get(name, _plain)(context, text)))
        for hand, context, text, label in lines
    ]


def _lines(name: str) -> Iterator[tuple[str, str, str, str]]:
    for line in (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()[1:]:
        hand, context, text, label = line.split("\t")
        yield hand, context, text, label


def _plain(context: str, text: str) -> Sequence[str]:
    return [*acts.runs(acts.sounds(normalize(text)))]


def _agreement(context: str, text: str) -> Sequence[str]:
    question = QUESTIONS[context]
    return [*acts.runs(*agreement.told_by(_beside(text, question), question))]


def _beside(text: str, question: Question) -> Repeated:
    """As `nlu.interpret` takes it apart."""
    part, at = prepare(text), when.moment(NOW, _lexicon(), question.anchor)
    found = (
        slots.days_in(part, question, at),
        slots.times_in(part, question, at),
        find_procedures(part.text, part.kana, _lexicon()),
    )
    left = without_repeated([part.smooth], [1.0], question, [found], _lexicon())[0]
    return left or Repeated(part.smooth, 0)


@cache
def _lexicon() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


_RUNS: dict[str, Callable[[str, str], Sequence[str]]] = {"agreement": _agreement}
