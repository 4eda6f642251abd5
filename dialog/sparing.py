"""Asked which of several bookings is meant, a caller may say which is not: the other one is."""

from dataclasses import replace

import nlu
from dialog.calendar import Booking
from dialog.events import Heard
from dialog.mentioned import CLEAR, mentioned
from dialog.presuming import as_far, where
from dialog.state import Phase, State
from nlu.hypothesis import Hypothesis
from nlu.meaning import Command, Meaning, Request, Scored

SURE = 0.9


def of_the_others(state: State, event: Heard, meaning: Meaning) -> Meaning:
    """`meaning`, or what the rest of the sentence means, the booking chosen that is left when those are taken away that are said
    to stand. Where all are, nothing is chosen, and nothing is to be given back."""
    if state.phase is not Phase.CHOOSING or meaning.emergency:
        return meaning
    said = nlu.spared(event.hypotheses)
    meaning = _less_command(state, meaning, said)
    if meaning.command:
        return meaning
    if said.but and (at := _but(state, meaning, _interpreted(state, event, said.but))) is not None:
        return _chosen(meaning, at)
    if said.wonders:
        return replace(meaning, asks=False, every=False)
    if not (said.stays or said.the_other):
        return _of_those(state, event, meaning, said)
    stays = _interpreted(state, event, said.stays)
    rest = _interpreted(state, event, said.rest)
    kept = _named(state, stays)
    if said.none_of_them and not kept:
        if rest.request is Request.CHANGE:
            return replace(rest, every=False)
        return replace(meaning, every=False, keeps=True, request=None)
    if not kept and said.the_other:
        kept = _named(state, meaning)
    left = [at for at, one in enumerate(state.standing) if one not in kept]
    if len(left) != 1:
        return _of_those(state, event, meaning, said)
    if rest.request is Request.CHANGE:
        one = state.standing[left[0]]
        counted = _interpreted(state, event, said.rest, one)
        rest = replace(counted, request=Request.CHANGE, moved=as_far(rest, counted, one))
    return replace(
        rest if said.rest else meaning,
        spoken=True,
        choice=Scored(left[0], SURE),
        procedures=tuple(one for one in rest.procedures if one.value in state.standing[left[0]].procedures),
        dropped=(),
        touched=(),
        staying=(),
        ordinal=None,
        every=False,
        answer=None,
        command=None,
        hard_of_hearing=False,
        keeps=False,
        request=rest.request if rest.request in (Request.CHANGE, Request.CANCEL) else None,
    )


def _but(state: State, meaning: Meaning, behind: Meaning) -> int | None:
    """The place of the one that is left beside those that are named as not meant, where it is named behind them."""
    left = [at for at, one in enumerate(state.standing) if set(meaning.dropped).isdisjoint(one.procedures)]
    named = {*(one.value for one in behind.procedures), *behind.asked_for, *behind.touched}
    if len(left) != 1 or named.isdisjoint(state.standing[left[0]].procedures):
        return None
    return left[0]


def _chosen(meaning: Meaning, at: int) -> Meaning:
    """`meaning` with the booking chosen, and no name left that may be one it is to be for."""
    return replace(
        meaning,
        choice=Scored(at, SURE),
        procedures=(),
        asked_for=(),
        dropped=(),
        touched=(),
        staying=(),
        ordinal=None,
        every=False,
        answer=None,
        keeps=False,
    )


def _less_command(state: State, meaning: Meaning, said: nlu.Spared) -> Meaning:
    """「住民票は取れたんで、そっちはもういいです」 ends no call, and 「何て言うた？年金ね、それは行く」 wants nothing again, where
    one of them is named."""
    named = _named(state, meaning)
    gives_up = meaning.command is Command.GOODBYE and named
    spares = meaning.command is Command.REPEAT and said.stays and named
    return (
        replace(meaning, command=None, request=None, hard_of_hearing=False) if gives_up or spares else meaning
    )


def _of_those(state: State, event: Heard, meaning: Meaning, said: nlu.Spared) -> Meaning:
    """Which are meant, where none is said to stand: all, the one whose new place is told, or the one that a clause names."""
    if said.every_one and meaning.request is not Request.CHANGE and not meaning.keeps:
        cancels = meaning.request if meaning.request is Request.CANCEL else None
        return replace(
            meaning, every=True, request=cancels, asks=False, choice=None, dates=(), times=(), procedures=()
        )
    named = _named(state, meaning)
    if meaning.request is Request.CHANGE and len(named) == 1:
        counted = _interpreted(state, event, "".join(said.parts), named[0])
        which = Scored(state.standing.index(named[0]), SURE)
        return replace(
            counted,
            request=Request.CHANGE,
            moved=as_far(meaning, counted, named[0]),
            choice=which,
            every=False,
            keeps=False,
            answer=None,
        )
    if named or meaning.choice or meaning.request or meaning.ordinal or meaning.every:
        return _less_every(meaning)
    by_clause = {one for part in said.parts for one in _named(state, _interpreted(state, event, part))}
    if len(by_clause) != 1:
        return _less_every(meaning)
    (one,) = by_clause
    which = Scored(state.standing.index(one), SURE)
    return replace(meaning, choice=which, procedures=(), dates=(), times=(), asks=False)


def _interpreted(state: State, event: Heard, text: str, moved: Booking | None = None) -> Meaning:
    """`moved`: days and times are counted from where that one is."""
    if not text:
        return Meaning()
    question = replace(state.question, anchor=where(moved)) if moved else state.question
    return nlu.interpret((Hypothesis(text, 1.0),), question, event.at, state.lexicon)


def _named(state: State, meaning: Meaning) -> tuple[Booking, ...]:
    """Those that are named; none where all may be."""
    names = {one.value for one in meaning.procedures if one.score >= CLEAR} | {
        *meaning.touched,
        *meaning.dropped,
    }
    by_name = tuple(one for one in state.standing if not names.isdisjoint(one.procedures))
    if not by_name and meaning.choice is not None:
        return (state.standing[meaning.choice.value],)
    named = by_name or replace(mentioned(meaning), staying=()).meant(state.standing)
    return named if len(named) < len(state.standing) else ()


def _less_every(meaning: Meaning) -> Meaning:
    """「どちらか片方に寄せられませんか」 gives none of them back."""
    kept = meaning.request is Request.CHANGE or meaning.asks or meaning.keeps
    return meaning if meaning.gives_back and not kept else replace(meaning, every=False)
