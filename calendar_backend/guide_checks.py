"""What must hold in the guide by life event: what its steps and conditions name is there."""

from collections import Counter
from collections.abc import Iterable, Iterator

from calendar_backend.life_event import LifeEvent, Question, Step
from calendar_backend.office import OfficeFile
from calendar_backend.office_complaints import Path
from guidance.conditions import NOTHING

Found = tuple[Path, str, str]
"""Where, the problem, the remedy."""


def complaints(office: OfficeFile) -> Iterator[Found]:
    """Everything in the guide that contradicts itself or the procedures."""
    yield from _twice(("guide",), [event.id for event in office.guide])
    for number, event in enumerate(office.guide):
        path: Path = ("guide", number)
        yield from _twice((*path, "questions"), [question.id for question in event.questions])
        for index, question in enumerate(event.questions):
            yield from _question((*path, "questions", index), question)
        for index, step in enumerate(event.steps):
            yield from _step((*path, "steps", index), office, event, step)


def _twice(path: Path, ids: list[str]) -> Iterator[Found]:
    several = {one for one, count in Counter(ids).items() if count > 1}
    for index, one in enumerate(ids):
        if one in several and one in ids[:index]:
            yield (*path, index, "id"), f"id が「{one}」のものが2つあります", "それぞれ別のものにしてください"


def _question(path: Path, question: Question) -> Iterator[Found]:
    ids = [choice.id for choice in question.choices]
    yield from _twice((*path, "choices"), ids)
    if question.several and not ids:
        yield (*path, "choices"), "いくつも選べる質問に、選ぶものがありません", "選ぶものを書いてください"
    if len(ids) == 1 and not question.several:
        yield (
            (*path, "choices"),
            "選ぶものが1つしかありません",
            "2つ以上書くか、「はい・いいえ」の質問なら消してください",
        )
    if question.several and NOTHING in ids:
        problem = f"いくつも選べる質問では、「{NOTHING}」は「どれもない」の意味です"
        yield (*path, "choices", ids.index(NOTHING), "id"), problem, "ほかの id にしてください"


def _step(path: Path, office: OfficeFile, event: LifeEvent, step: Step) -> Iterator[Found]:
    if (step.procedure is None) == (step.elsewhere is None):
        remedy = "この役所の手続きか、ほかの場所でのことか、どちらか1つを書いてください"
        yield (*path, "procedure"), "何をするのかが分かりません", remedy
    elif (step.elsewhere is None) != (step.where is None):
        yield (
            (*path, "where"),
            "どこでするのかが分かりません",
            "ほかの場所でのことと、その場所を両方書いてください",
        )
    if step.procedure is not None and office.procedure(step.procedure) is None:
        yield (
            (*path, "procedure"),
            f"手続き「{step.procedure}」はありません",
            _one_of(p.id for p in office.procedures),
        )
    for index, condition in enumerate(step.when):
        named, _, answer = condition.partition("=")
        question = event.question(named)
        if question is None:
            problem, known = f"質問「{named}」はありません", (one.id for one in event.questions)
            yield (*path, "when", index), problem, _one_of(known)
        elif answer not in question.answers:
            yield (
                (*path, "when", index),
                f"質問「{named}」に答え「{answer}」はありません",
                _one_of(question.answers),
            )


def _one_of(known: Iterable[str]) -> str:
    names = "、".join(known)
    return f"{names} のどれかを書いてください" if names else "先に質問を書いてください"
