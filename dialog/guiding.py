"""The guide by voice: at most two questions about the family, then what it has to do, and the offer to book it as one visit."""

from collections.abc import Sequence
from dataclasses import replace

import nlu
from dialog import values
from dialog.ask import ask
from dialog.guide import EventQuestion, EventStep, Guiding, LifeEvent
from dialog.say import Step, speak
from dialog.state import Phase, State
from guidance import Answers, followed, needed, perhaps
from nlu.lexicon import Term
from nlu.meaning import Answer, Meaning
from nlu.question import Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence, Spoken

MOST_ASKED = 2
TOGETHER = 3
"""Things told in one sentence, at most."""


def begun(state: State, meaning: Meaning) -> Step | None:
    """The first question where a life event was told and nothing else is under way; None: that is not so."""
    free = state.phase is Phase.ASKING and state.procedure is None and state.booking is None
    if not (free and meaning.life_event and _event(state, meaning.life_event)):
        return None
    guiding = Guiding(meaning.life_event)
    if meaning.answer is not None:
        guiding = replace(guiding, answers=_filed(state, guiding, meaning.answer.value))
    return go_on(replace(state, misses=0), guiding)


def again(state: State, attempt: int) -> Step:
    """Asked once more, in other words; after that the list is told without the answer, and what hangs on it as possible."""
    assert state.guiding is not None
    if not state.guiding.question:
        return _offered(state, state.guiding, (), attempt)
    if attempt > 1:
        return go_on(replace(state, misses=0, lead=()), state.guiding, asking=False)
    return _asked(state, state.guiding, attempt)


def _event(state: State, event_id: str) -> LifeEvent | None:
    return next((one for one in state.office.guide if one.id == event_id), None)


def question_of(state: State, guiding: Guiding) -> EventQuestion:
    """What is asked."""
    event = _event(state, guiding.event)
    assert event is not None
    return next(one for one in event.questions if one.id == guiding.question)


def _filed(state: State, guiding: Guiding, told: Answer) -> dict[str, tuple[str, ...]]:
    """The answer to whether the notice was handed in, where that is what is asked first."""
    event = _event(state, guiding.event)
    assert event is not None
    first = [one for one in event.questions[:1] if nlu.asks_whether_done(one.asked.text)]
    return {one.id: (told.value,) for one in first}


def visit(state: State, guiding: Guiding) -> tuple[str, ...]:
    """The procedures that are to be seen to now by what is known; where that is none, those that are whichever way an open
    question is answered."""
    event = _event(state, guiding.event)
    assert event is not None
    known, _ = followed(event.questions, event.steps, guiding.answers)
    now = [
        step.procedure for step in event.steps if step.procedure and not step.later and needed(step, known)
    ]
    for question in event.questions:
        if not (now or question.choices or question.id in known):
            yes, no = (_led_to(event, {**known, question.id: (answer.value,)}) for answer in Answer)
            now = [one for one in yes if one in no]
    return tuple(dict.fromkeys(now))


def _led_to(event: LifeEvent, known: Answers) -> list[str]:
    return [step.procedure for step in event.steps if step.procedure and needed(step, known)]


def first_visit(state: State, guiding: Guiding) -> str:
    """The procedure that whoever it happened to has to see to in any case; empty: there is none."""
    return next(iter(visit(state, guiding)), "")


def instead(state: State, guiding: Guiding, procedure: str) -> Guiding | None:
    """The guide to what this procedure is the first visit of, where it asks the same; None: there is none."""
    for event in state.office.guide:
        other = replace(guiding, event=event.id, named=procedure)
        if first_visit(state, other) == procedure and any(
            one.id == guiding.question for one in event.questions
        ):
            return other
    return None


def hanging(state: State, guiding: Guiding, procedures: Sequence[str]) -> list[EventStep]:
    """Steps of these procedures that hang on an answer."""
    event = _event(state, guiding.event)
    assert event is not None
    return [step for step in event.steps if step.procedure in procedures and step.when]


def go_on(state: State, guiding: Guiding, asking: bool = True) -> Step:
    """Asks what is still to be asked, or tells the list and offers to book; without `asking` the list, by what is known."""
    event = _event(state, guiding.event)
    assert event is not None
    known, question = followed(event.questions, event.steps, guiding.answers)
    if asking and question is not None and len(guiding.answers) < MOST_ASKED:
        return _asked(state, replace(guiding, question=question.id), 0)
    to_do = _once([step for step in event.steps if needed(step, known)])
    certain = {step.procedure for step in to_do if step.procedure}
    open_ = _once([step for step in event.steps if perhaps(step, known) and step.procedure not in certain])
    visit = tuple(step.procedure for step in to_do if step.procedure and not step.later)
    told = (*_told(state, to_do), *_listed(state, "guide_perhaps", open_))
    return _offered(state, replace(guiding, question="", visit=visit), told, 0)


def _asked(state: State, guiding: Guiding, attempt: int) -> Step:
    question = question_of(state, guiding)
    asked = values.term(question.asked)
    state = replace(state, phase=Phase.GUIDING, guiding=guiding)
    first = first_visit(state, guiding)
    if not question.choices:
        wanted = Question(Expect.ANSWER, text=question.asked.text, first_visit=first)
        return speak(state, render("guide_question", attempt, question=asked), question=wanted)
    several = question.several
    wanted = Question(
        Expect.ANSWER,
        answers=question.choices,
        most_answers=len(question.choices) if several else 1,
        first_visit=first,
    )
    how = render("guide_several" if several else "guide_one", attempt)
    return speak(
        state, render("guide_which", attempt, question=asked), *_numbered(question), how, question=wanted
    )


def _numbered(question: EventQuestion) -> list[Sentence]:
    """The choices with their numbers, a few in a sentence."""
    told, first = [], 1
    for some in _few([values.term(one.name) for one in question.choices]):
        told.append(render("guide_choices", choices=formats.numbered(some, first)))
        first += len(some)
    return told


def _told(state: State, to_do: list[EventStep]) -> tuple[Sentence, ...]:
    """What is done at the office, a few in a sentence, then what elsewhere, then what on another day."""
    here = [step for step in to_do if step.procedure and not step.later]
    elsewhere = [step for step in to_do if not step.procedure]
    later = [step for step in to_do if step.procedure and step.later]
    if not to_do:
        return (render("guide_nothing"),)
    there = [
        render("guide_elsewhere", what=values.term(step.elsewhere), where=values.term(step.where))
        for step in elsewhere
        if step.elsewhere and step.where
    ]
    return (*_listed(state, "guide_here", here), *there, *_listed(state, "guide_later", later))


def _listed(state: State, key: str, steps: list[EventStep]) -> list[Sentence]:
    names = [values.term(one) for one in dict.fromkeys(_name(state, step) for step in steps)]
    return [render(key, min(n, 1), what=formats.joined(some)) for n, some in enumerate(_few(names))]


def _offered(state: State, guiding: Guiding, told: tuple[Sentence, ...], attempt: int) -> Step:
    """Booking all that is done here as one visit; where there is nothing, what else is wanted."""
    state = replace(state, phase=Phase.GUIDING, guiding=guiding, informed=True)
    if not guiding.visit:
        return ask(replace(state, guiding=None, lead=(*state.lead, *told)))
    offer = render("guide_book" if len(guiding.visit) > 1 else "guide_book_one", attempt)
    return speak(state, *told, offer, question=Question(Expect.ANSWER, text=offer.text))


def _once(steps: list[EventStep]) -> list[EventStep]:
    return list({step.procedure or step.elsewhere: step for step in reversed(steps)}.values())[::-1]


def _name(state: State, step: EventStep) -> Term:
    if step.procedure:
        return state.office.procedure(step.procedure).name
    assert step.elsewhere is not None
    return step.elsewhere


def _few(names: Sequence[Spoken]) -> list[Sequence[Spoken]]:
    """Parts of about the same length, none longer than TOGETHER."""
    parts = -(-len(names) // TOGETHER)
    return [names[len(names) * n // parts : len(names) * (n + 1) // parts] for n in range(parts)]
