"""Whether a caller does not hear what is said."""

from collections.abc import Sequence
from typing import Any

from nlu import choices
from nlu.found import Found
from nlu.meaning import Command, DateSpan, Meaning, Scored
from nlu.question import Effect, Question
from nlu.vocabulary.hearing import ASKED_BACK, HARD_OF_HEARING, RECALLS, WHAT, WHETHER

_REPEATED = Meaning(spoken=True, command=Command.REPEAT)


def hard_of_hearing(text: str) -> bool:
    """Whether what was said is wanted louder. `text`: normalized, or a reading."""
    return asks_what(text) or HARD_OF_HEARING.found(text)


def asks_what(text: str) -> bool:
    """Whether the whole of it asks what was said."""
    return WHAT.all_of(text)


def asks_back(text: str, question: Question) -> bool:
    """Whether the whole of it may ask for a day, an hour or a place that was just said, or a part of it for what was offered."""
    return ASKED_BACK.all_of(text) or (question.offers and choices.asks_what(text))


def asks_whether(text: str, said: Sequence[Found[Any]]) -> bool:
    """Whether the whole of it asks if a day or a time was said: 「え？ 7日ち言いました？」. `said`: what was found in `text`."""
    left = text
    for found in sorted(said, key=lambda one: one.start, reverse=True):
        if left[found.start : found.end] != found.text:
            return False
        left = left[: found.start] + left[found.end :]
    return left != text and WHETHER.all_of(left.replace(" ", ""))


def doubted(text: str, said: Sequence[Found[Any]], question: Question) -> Meaning | None:
    """What asks whether a day or a time was said, or is remembered rightly, and wishes none: 「二日はたしか火曜でしたか」."""
    if asks_whether(text, said):
        return Meaning(spoken=True, command=Command.REPEAT, hard_of_hearing=True)
    if question.effect is not Effect.CANCEL and any(RECALLS.ends(text, found.end) for found in said):
        day = question.anchor.day if question.read_back else None
        return (
            Meaning(spoken=True, checks=True, dates=(Scored(DateSpan(day, day), 1.0),)) if day else _REPEATED
        )
    return None
