"""A life event of the guide as the office file describes it: what is asked about the family, and what it then has to do."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from calendar_backend.office_fields import Id, Name, Reading
from calendar_backend.office_part import Part, Wording
from guidance.conditions import NOTHING

MOST_EVENTS = 12
MOST_QUESTIONS = 4
MOST_CHOICES = 8
MOST_STEPS = 40
MOST_ALIASES = 60

YES, NO = "yes", "no"
"""The answers to a question without choices."""

TRANSLATIONS = ("easy", "en", "zh", "ko")
"""やさしい日本語, English, Chinese, Korean: the languages of the pages besides Japanese."""


class _Translated(Part):
    """What is not written stands in Japanese."""

    easy: Name | None = None
    en: Name | None = None
    zh: Name | None = None
    ko: Name | None = None

    def translation(self, language: str) -> str | None:
        found: str | None = getattr(self, language) if language in TRANSLATIONS else None
        return found


class Told(_Translated):
    """A word or phrase, how it sounds, and what it is in other languages."""

    text: Name
    reading: Reading


class Choice(Told):
    """One of the answers to a question."""

    id: Id
    answered_by: tuple[Wording, ...] = Field(default=(), max_length=MOST_ALIASES)
    """What callers say who mean it, besides its own words."""


class Question(Told):
    """Something that is asked about the family."""

    id: Id
    choices: tuple[Choice, ...] = Field(default=(), max_length=MOST_CHOICES)
    """Empty: it is answered yes or no."""

    several: bool = False
    """Whether more than one of the choices may be so, or none."""

    @property
    def answers(self) -> tuple[str, ...]:
        """What may be answered."""
        if not self.choices:
            return (YES, NO)
        return (*(choice.id for choice in self.choices), *((NOTHING,) if self.several else ()))


def _condition(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9_-]*=[a-z][a-z0-9_-]*", value):
        raise ValueError(
            f"「{value}」は条件ではありません", "質問と答えを pension=yes のように書いてください"
        )
    return value


Condition = Annotated[str, AfterValidator(_condition)]
"""A question and one of its answers: `pension=yes`."""


class Step(Part):
    """Something that is to be done: a procedure of this office, or a thing done elsewhere."""

    procedure: Id | None = None
    elsewhere: Told | None = None
    """What it is, where it is no procedure of this office."""

    where: Told | None = None
    """Where such a thing is done."""

    when: tuple[Condition, ...] = Field(default=(), max_length=20)
    """Needed where, of each question named, one of the answers named was given; empty: always."""

    later: bool = False
    """Done on another day than what stands before it, as that must have gone through first."""


class LifeEvent(_Translated):
    """What has happened in a family."""

    id: Id
    name: Name
    reading: Reading
    aliases: tuple[Wording, ...] = Field(default=(), max_length=MOST_ALIASES)
    """What callers say who tell it."""

    questions: tuple[Question, ...] = Field(default=(), max_length=MOST_QUESTIONS)
    steps: tuple[Step, ...] = Field(min_length=1, max_length=MOST_STEPS)
    """In the order in which they are gone to: first what others need. The same procedure twice: needed where either is."""

    @property
    def text(self) -> str:
        return self.name

    def question(self, question_id: str) -> Question | None:
        return next((one for one in self.questions if one.id == question_id), None)
