"""A narrower question: the procedure by its kind, the day by its week, the time by its half of the day."""

from collections import defaultdict

from dialog import values
from dialog.office import Office
from dialog.say import Step, speak
from dialog.slots.order import missing
from dialog.state import Phase, State
from nlu.lexicon import Term
from nlu.question import Expect, Question
from prompts import formats, render

KINDS = 3
"""Kinds that are named, and procedures of one kind: so many can be chosen from."""


def ask(state: State) -> Step | None:
    """The question for the first slot that is missing, put narrower; None where there is no narrower one."""
    if state.phase is not Phase.ASKING or state.question.procedures or state.question.altering:
        return None
    match missing(state).expect:
        case Expect.PROCEDURE:
            named = kinds(state.office)
            if len(named) < 2:
                return None
            told = render("narrow_procedure", kinds=formats.listed([values.term(kind) for kind in named]))
            return speak(state, told, question=Question(Expect.PROCEDURE))
        case Expect.DATE:
            return speak(state, render("narrow_date"), question=Question(Expect.DATE))
        case Expect.TIME if state.day is not None and state.day.single and state.time is None:
            return speak(state, render("narrow_time"), question=Question(Expect.TIME))
    return None


def kinds(office: Office) -> tuple[Term, ...]:
    """Words that stand for two or three procedures (引っ越し), at most three of them, no procedure under two; those for
    most procedures first. Empty where the office's words are no such."""
    owners: defaultdict[Term, set[str]] = defaultdict(set)
    for entry in office.lexicon.entries:
        for alias in entry.aliases:
            owners[alias].add(entry.id)
    found: list[Term] = []
    covered: set[str] = set()
    for word, ids in sorted(owners.items(), key=lambda pair: -len(pair[1])):
        if 2 <= len(ids) <= KINDS and not ids & covered:
            found.append(word)
            covered |= ids
    return tuple(found[:KINDS])
