"""The office file's guide by life event, as the conversation wants it."""

from calendar_backend import OfficeFile
from calendar_backend.life_event import Choice, Question, Step, Told
from dialog.guide import EventQuestion, EventStep, LifeEvent
from nlu.lexicon import Entry, Term


def guide_of(file: OfficeFile) -> tuple[LifeEvent, ...]:
    return tuple(
        LifeEvent(
            one.id,
            tuple(map(_question, one.questions)),
            tuple(map(_step, one.steps)),
        )
        for one in file.guide
    )


def _question(one: Question) -> EventQuestion:
    return EventQuestion(one.id, Term(one.text, one.reading), tuple(map(_choice, one.choices)), one.several)


def _choice(one: Choice) -> Entry:
    said = tuple(Term(words.text, words.reading) for words in one.answered_by)
    return Entry(one.id, Term(one.text, one.reading), answered_by=said)


def _step(one: Step) -> EventStep:
    return EventStep(one.procedure or "", _term(one.elsewhere), _term(one.where), one.when, one.later)


def _term(one: Told | None) -> Term | None:
    return Term(one.text, one.reading) if one else None
