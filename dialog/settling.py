"""The answer to a doubt: which day, time or procedure was meant."""

from dataclasses import replace
from datetime import datetime

from dialog import absorb, doubting, place
from dialog.ask import ask, ask_which
from dialog.filling import fill
from dialog.recover import missed
from dialog.say import Step
from dialog.slots.acceptance import ACCEPT, CLOSE
from dialog.state import Doubt, Phase, State
from nlu.meaning import Answer, DateSpan, Meaning, TimeSpan
from nlu.question import Question

Reading = DateSpan | TimeSpan | str

ENOUGH = 0.5
"""A yes like this takes what is doubted: it books nothing yet."""


def settled(state: State, meaning: Meaning, at: datetime) -> Step:
    """What was meant is taken, what was not is refused; something else that was named is a wish of its own."""
    doubt = state.doubt
    assert doubt is not None
    answer = meaning.answer
    refuses = answer is not None and answer.value is Answer.NO
    over = replace(state, phase=Phase.ASKING, doubt=None)
    chosen = _chosen(doubt, meaning)
    if chosen is not None and not (refuses and len(doubt.readings) == 1):
        return _go_on(
            replace(doubting.taken(over, doubt, chosen), misses=0), doubting.without(meaning, doubt)
        )
    named = _named(doubt, meaning)
    if refuses or named:
        over = replace(doubting.slot(doubt).clear(doubting.refuse(over, doubt)), misses=0)
        over = replace(over, question=Question(doubt.slot))
        wished = meaning.procedures or meaning.dates or meaning.times or meaning.order
        return fill(over, meaning, at) if wished else _else_asked(over)
    after, progress = absorb.absorb(over, doubting.without(meaning, doubt))
    return doubting.ask(replace(after, misses=0), doubt) if progress else missed(state, at, "not_understood")


def _else_asked(state: State) -> Step:
    """After a no. Where one word stands for several procedures, those that are left."""
    left = tuple(one for one in state.which if one not in state.not_meant)
    if state.procedure is not None or not left:
        return ask(replace(state, which=()))
    return ask_which(state, left) if len(left) > 1 else doubting.ask(state, Doubt(procedures=left))


def _chosen(doubt: Doubt, meaning: Meaning) -> int | None:
    """Which reading was meant: by its number, by its name, or by a yes to the only one."""
    if meaning.choice is not None and len(doubt.readings) > 1:
        return meaning.choice.value
    said = _best(doubt, meaning)
    if said is not None:
        return doubt.readings.index(said) if said in doubt.readings else None
    answer = meaning.answer
    yes = answer is not None and answer.value is Answer.YES and answer.score >= ENOUGH
    return 0 if yes and len(doubt.readings) == 1 else None


def _best(doubt: Doubt, meaning: Meaning) -> Reading | None:
    """What was heard for the doubted slot: one of its readings rather than another that is no likelier. A run that
    holds one of them (12月) says nothing new."""
    heard: list[tuple[Reading, float]] = [(s.value, s.score) for s in doubting.scored(meaning, doubt)]
    scored = [(v, score) for v, score in heard if score >= ACCEPT and not _around(doubt, v)]
    if not scored:
        return None
    best, highest = scored[0]
    if doubt.procedures and sum(score > highest - CLOSE for _, score in scored) > 1:
        return None  # the word that stands for several says nothing new
    again = (v for v, score in scored if v in doubt.readings and score >= doubting.NEAR * highest)
    return next(again, best)


def _around(doubt: Doubt, value: Reading) -> bool:
    if isinstance(value, DateSpan):
        return not value.single and any(value.first <= day.first <= value.last for day in doubt.days)
    if isinstance(value, TimeSpan):
        return not value.single and any(value.first <= at.first <= value.last for at in doubt.times)
    return False


def _named(doubt: Doubt, meaning: Meaning) -> bool:
    """Whether another value than those doubted was said."""
    said = _best(doubt, meaning)
    return said is not None and said not in doubt.readings


def _go_on(state: State, rest: Meaning) -> Step:
    return place.proceed(absorb.absorb(state, rest)[0])
