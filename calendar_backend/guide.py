"""From what has happened in a family to what it has to do, and what of that is one visit. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from calendar_backend.life_event import LifeEvent, Question, Step, Told
from calendar_backend.office import Counter, OfficeFile, Procedure
from calendar_backend.office_part import Wording
from calendar_backend.visit import MOST_PROCEDURES
from guidance import followed, needed
from guidance.conditions import NOTHING, Answers


@dataclass(frozen=True, slots=True)
class ToDo:
    """A thing that this family has to do."""

    procedure: Procedure | None
    counter: Counter | None
    elsewhere: Told | None
    """What it is, where it is no procedure of this office, and where it is done."""

    where: Told | None
    later: bool
    """On another day."""


@dataclass(frozen=True, slots=True)
class Result:
    to_do: tuple[ToDo, ...]
    """In visiting order, each thing once."""

    visits: tuple[tuple[Procedure, ...], ...]
    """What can be booked together: of what is not later, as many as one visit may have."""

    bring: tuple[Wording, ...]
    """For all of it, each thing once."""


def events(office: OfficeFile) -> tuple[LifeEvent, ...]:
    return office.guide


def event(office: OfficeFile, event_id: str) -> LifeEvent | None:
    return next((one for one in office.guide if one.id == event_id), None)


def answered(of: LifeEvent, given: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """What was given as far as it answers the event's questions, by the order of these; nonsense is no answer."""
    found: dict[str, tuple[str, ...]] = {}
    for question in of.questions:
        said = set(given.get(question.id, ()))
        known = tuple(one for one in question.answers if one in said)
        if question.several and known != (NOTHING,):
            known = tuple(one for one in known if one != NOTHING)
        if known and (question.several or len(known) == 1):
            found[question.id] = known
    return found


def next_question(of: LifeEvent, answers: Answers) -> Question | None:
    """The first that is not answered and still decides something; None: the list can be made."""
    return followed(of.questions, of.steps, answers)[1]


def asked(of: LifeEvent, answers: Answers) -> tuple[Question, ...]:
    """The questions that were answered, in order; without those that decide nothing after what was answered before."""
    known = followed(of.questions, of.steps, answers)[0]
    return tuple(question for question in of.questions if known.get(question.id))


def result(office: OfficeFile, of: LifeEvent, answers: Answers) -> Result:
    """What a family with these answers has to do; what hangs on a question that is not answered is left out."""
    known = followed(of.questions, of.steps, answers)[0]
    to_do: dict[object, ToDo] = {}
    for step in of.steps:
        if needed(step, known):
            key = step.procedure or (step.elsewhere, step.where)
            to_do.setdefault(key, _to_do(office, step))
    found = tuple(one for one in to_do.values() if one.procedure or one.elsewhere)
    now = [one.procedure for one in found if one.procedure and not one.later]
    visits = tuple(tuple(now[n : n + MOST_PROCEDURES]) for n in range(0, len(now), MOST_PROCEDURES))
    return Result(found, visits, _bring(one.procedure for one in found if one.procedure))


def _to_do(office: OfficeFile, step: Step) -> ToDo:
    procedure = office.procedure(step.procedure) if step.procedure else None
    counter = office.counter(procedure.counter) if procedure else None
    return ToDo(procedure, counter, step.elsewhere, step.where, step.later)


def _bring(procedures: Iterable[Procedure]) -> tuple[Wording, ...]:
    return tuple({one.text: one for procedure in procedures for one in procedure.bring}.values())
