"""Questions, answers, and the steps that hang on them."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

Answers = Mapping[str, tuple[str, ...]]
"""Question -> what was answered; several where the question takes several."""

NOTHING = "none"
"""The answer to a question with several choices, where none of them is so."""

UNKNOWN = "unknown"
"""The answer of who does not know, or has not decided: what hangs on it is possible."""


class Question(Protocol):
    @property
    def id(self) -> str: ...


class Step(Protocol):
    @property
    def when(self) -> tuple[str, ...]:
        """`question=answer`: of each question named, one of the answers named will do."""


Q = TypeVar("Q", bound=Question)


def followed(
    questions: Sequence[Q], steps: Sequence[Step], answers: Answers
) -> tuple[dict[str, tuple[str, ...]], Q | None]:
    """The questions one by one: what is known, nothing where a question decides nothing, and the one to be asked next."""
    known: dict[str, tuple[str, ...]] = {}
    for question in questions:
        decides = any(_hangs(step, question.id, known) for step in steps)
        if decides and question.id not in answers:
            return known, question
        if not decides or UNKNOWN not in answers[question.id]:
            known[question.id] = answers[question.id] if decides else ()
    return known, None


def needed(step: Step, known: Answers) -> bool:
    return all(set(will_do) & set(known.get(one, ())) for one, will_do in _wanted(step).items())


def perhaps(step: Step, known: Answers) -> bool:
    """Whether it hangs on what is not known, and is not ruled out by what is."""
    wanted = _wanted(step)
    met = all(set(will_do) & set(known[one]) for one, will_do in wanted.items() if one in known)
    return met and any(one not in known for one in wanted)


def _hangs(step: Step, question: str, known: Answers) -> bool:
    wanted = _wanted(step)
    met = (set(will_do) & set(known[one]) for one, will_do in wanted.items() if one in known)
    return question in wanted and all(met)


def _wanted(step: Step) -> dict[str, tuple[str, ...]]:
    """Question -> the answers that will do."""
    found: dict[str, tuple[str, ...]] = {}
    for condition in step.when:
        question, _, answer = condition.partition("=")
        found[question] = (*found.get(question, ()), answer)
    return found
