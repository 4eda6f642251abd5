"""Which office of several is meant: taken whenever it is said, asked where the called number does not fix it."""

from collections.abc import Iterable
from dataclasses import replace

from dialog import city, values
from dialog.ask import ask
from dialog.say import Step, lead, question_said, speak
from dialog.slots.acceptance import ACCEPT, ACCEPT_ANOTHER, CLOSE
from dialog.slots.procedure import beside, procedures, together
from dialog.state import Phase, State
from nlu.lexicon import Term
from nlu.meaning import Meaning
from nlu.question import Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence, Spoken

TURNS = (Phase.ASKING, Phase.DUPLICATE, Phase.DOUBTING, Phase.OFFERING, Phase.NAME, Phase.CONFIRMING)
"""Phases in which another office may be named."""


def meant(state: State, meaning: Meaning) -> tuple[str, ...]:
    """The offices that may be meant: one, or several to choose from; none while a booking is moved."""
    if state.booking is not None:
        return ()
    asked = state.office_open or state.question.expect is Expect.OFFICE
    least = ACCEPT if asked else ACCEPT_ANOTHER
    scored = [said for said in meaning.offices if said.score >= least]
    return tuple(said.value for said in scored if scored[0].score - said.score < CLOSE)


def turned(state: State, meaning: Meaning) -> bool:
    """Whether another office is meant than the one that is known, or one is needed for what is wanted now; beside a
    request this waits for its answer."""
    if not state.offices or state.phase not in TURNS or (meaning.request and state.phase is not Phase.NAME):
        return False
    said = meant(state, meaning)
    other = bool(said) and said != (state.office.id,) and (len(said) == 1 or state.office.id not in said)
    return other or bool(_lacked(state, meaning))


def take(state: State, meaning: Meaning) -> tuple[State, bool]:
    """The state with the office that was named, and whether any was. An office that does not do what is wanted is
    told so, and another one is asked for."""
    if not state.offices:
        return state, False
    said = meant(state, meaning)
    new = len(said) == 1 and said[0] != state.office.id
    if new:
        state = _at(state, said[0])
    if missing := _lacked(state, meaning):
        told = not_here(state, missing)
        return replace(state, office=city.city(state.offices), lead=(*state.lead, told)), True
    if new:
        heard = render("office_heard", office=name(state.office.name))
        state = replace(state, lead=(*state.lead, heard))
    return state, bool(said)


def within(state: State, meaning: Meaning) -> Meaning:
    """The meaning without procedures that may be meant as well as others, but are not done at the office."""
    if not state.offices or state.office_open:
        return meaning
    which = procedures(state, meaning)
    doubtful = which if any(not lacking(state, (one,)) for one in which) else ()
    return replace(
        meaning,
        procedures=tuple(
            s for s in meaning.procedures if s.value not in doubtful or not lacking(state, (s.value,))
        ),
        joined=tuple(s for s in meaning.joined if not lacking(state, (s.value,))),
    )


def _visit(state: State, meaning: Meaning) -> tuple[str, ...]:
    which = procedures(state, meaning)
    return together(state, meaning) or (which if len(which) == 1 else ())


def forgotten(state: State) -> State | None:
    """The state in which the office is asked for anew; None where there is no choice."""
    if not state.offices or state.booking is not None or state.procedure is None:
        return None
    return replace(state, office=city.city(state.offices), misses=0)


def _at(state: State, office: str) -> State:
    """The state at another office; what was refused there is not refused here."""
    refused = replace(state.refused, places=())
    return replace(state, office=state.office_at(office), place=None, offered=(), refused=refused)


def _lacked(state: State, meaning: Meaning) -> str:
    """What is wanted, or may be meant, and is not done at the office; empty: it does it."""
    which = procedures(state, meaning)
    if len(which) > 1 and all(lacking(state, (one,)) for one in which):
        return which[0]
    if (joined := beside(state, meaning)) and all(lacking(state, (one,)) for one in joined):
        return joined[0]
    return lacking(state, (*(_visit(state, meaning) or state.procedures), *state.beside))


def lacking(state: State, ids: Iterable[str]) -> str:
    """The first of the procedures that is not done at the office; empty: all are."""
    done = {procedure.id for procedure in state.office.procedures}
    return next((one for one in ids if one not in done), "")


def not_here(state: State, procedure: str) -> Sentence:
    """The office does not do it."""
    named = values.procedure(city.city(state.offices), procedure)
    return render("not_at_office", office=name(state.office.name), procedure=named)


def without_echo(state: State) -> State:
    """What was just said not to be done is not said back."""
    if all(sentence.key != "not_at_office" for sentence in state.lead):
        return state
    return replace(state, lead=tuple(s for s in state.lead if s.key != "procedure_heard"))


def among(state: State, meaning: Meaning) -> tuple[str, ...]:
    """The offices to ask about when one word stands for several of them; empty: none or one was named."""
    said = meant(state, meaning)
    return said if len(said) > 1 and state.office.id not in said else ()


def ask_among(state: State, offices: tuple[str, ...], attempt: int = 0) -> Step:
    """Lets the caller choose between two or three offices that go by the same word."""
    named = [state.office_at(one).name for one in offices[:3]]
    chosen = {f"choice{n}": values.ward(one) for n, one in enumerate(named, 1)}
    entries = tuple(entry for entry in state.entries if entry.id in offices[:3])
    return speak(
        replace(state, phase=Phase.ASKING, offered=(), place=None),
        render(f"which_office_{len(named)}", attempt, **chosen),
        question=Question(Expect.OFFICE, offices=entries),
    )


def asked_among(state: State) -> tuple[str, ...]:
    """The offices that were asked about last, where one word stood for several; else empty."""
    asked = any(sentence.key.startswith("which_office") for sentence in state.said)
    return tuple(entry.id for entry in state.question.offices) if asked else ()


def narrowed(state: State) -> bool:
    """Whether only some of the offices were asked about."""
    return state.question.expect is Expect.OFFICE and len(state.question.offices) < len(state.offices)


def widened(state: State) -> Question:
    """The same question about all of them."""
    return replace(state.question, offices=state.entries)


def answering(state: State, meaning: Meaning) -> State:
    """The state to answer a question in passing from: with the office named beside it, unless one is known."""
    return take(state, meaning)[0] if state.office_open else state


def before_answer(state: State, meaning: Meaning) -> Step | None:
    """What comes instead of an answer: the office does not do what is asked about, or the answer depends on which
    office it is."""
    if not state.offices:
        return None
    there = answering(state, meaning)
    about = _visit(state, meaning) or state.procedures[:1]
    if not there.office_open:
        missing = lacking(there, about)
        interruptible = state.phase is not Phase.CONFIRMING
        told = (not_here(there, missing), *question_said(state)) if missing else ()
        return speak(state, *told, interruptible=interruptible) if missing else None
    if all(city.same_everywhere(state.offices, one) for one in about):
        return None
    known = replace(state, procedure=about[0]) if state.procedure is None and about else state
    wondered = (*known.wondered, *((meaning.request,) if meaning.request else ()))
    return ask(lead(replace(known, misses=0, wondered=wondered), "depends_on_office"))


def just_said(state: State) -> bool:
    """Whether what was asked for last was the office, and it is known now."""
    return bool(state.offices) and state.question.expect is Expect.OFFICE and not state.office_open


def named(state: State, what: Spoken, office: str) -> Spoken:
    """小倉南区役所、パスポート, where the called number has not said which office it is; else only what."""
    if not state.offices or office == state.fixed:
        return what
    return formats.listed([name(state.office_at(office).name), what])


def name(term: Term) -> Spoken:
    """小倉南区役所, without its section."""
    return formats.name(term.text.split()[0], term.reading.split()[0])
