"""What simulated residents say in their calls, and what they were asked, with pauses where phrases meet."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench import dialog_goals
from bench.dialog_call import MONDAY, House, Line
from bench.dialog_resident import HABITS, Resident
from bench.ears_sentences import Sentence
from nlu.hypothesis import Hypothesis
from nlu.question import Expect

SPEAKING = tuple(habit for habit in HABITS if habit != "keys only")
HESITANT = 0.5
"""Share of the answers in which somebody hesitates."""

PAUSED = 0.45
"""Share of the places where phrases meet at which who hesitates pauses."""

ALIKE = 3
"""Answers of the same words, each with pauses of its own."""

_MEETS = re.compile(r"(?<=[のはをでにがともてら])(?=[一-鿿ァ-ヶー0-9])|(?<=、)")
_FILLERS = ("", "", "", "えー、", "あのー、", "えーと、")
_FIRST = ("", "", "えーと…", "あのー…", "そうですね…", "えー、")


class _Noting(Line):
    """Keeps what was asked and what the resident said to it."""

    said: list[tuple[Expect, str]]

    def _hear(self, reading: str, text: str) -> tuple[Hypothesis, ...]:
        self.said.append((self.call.state.question.expect, text))
        return super()._hear(reading, text)


def answers(count: int) -> Iterator[Sentence]:
    """So many, always the same; the id begins with the number of the call."""
    alike: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        house = House(Path(folder))
        seed = taken = 0
        while taken < count:
            for number, (expect, text) in enumerate(_call(house, seed)):
                alike[text] += 1
                if alike[text] <= ALIKE and taken < count:
                    taken += 1
                    yield Sentence(f"{seed}-{number}", "call", (_hesitant(text, f"{seed}-{number}"),), expect)
            seed += 1


def _call(house: House, seed: int) -> list[tuple[Expect, str]]:
    _, rng = house.call(seed)
    now = MONDAY.replace(hour=10)
    habit = SPEAKING[seed % len(SPEAKING)]
    goal = dialog_goals.draw(rng, house.file, now, by_keys=False)
    line = _Noting(house, now, Resident(goal, habit, 5, house.file, now.date(), rng), None, 0.0, rng)
    line.said = []
    line.talk()
    return line.said


def _hesitant(text: str, name: str) -> str:
    """The same as somebody who hesitates says it, or as it is."""
    rng = Random(name)
    if rng.random() >= HESITANT:
        return text
    first, *rest = _MEETS.split(text)
    said = rng.choice(_FIRST) + first
    for phrase in rest:
        said += ("…" + rng.choice(_FILLERS) if rng.random() < PAUSED else "") + phrase
    return said
