"""What the visit is for: a procedure, or several of one visit."""

from dataclasses import replace
from datetime import date

from dialog import values
from dialog.calendar import Booking
from dialog.slots.acceptance import ACCEPT, ACCEPT_ANOTHER, ACCEPT_ONE_MORE, CLOSE
from dialog.slots.slot import CERTAIN as PRESSED
from dialog.slots.slot import Doubted, Slot
from dialog.state import State
from nlu.meaning import DateSpan, Meaning, Scored, TimeSpan
from nlu.question import Expect, Question
from prompts import render
from prompts.sentence import Sentence

CERTAIN = 0.85
"""Several procedures that each score this much were all meant, however much better one of them was heard."""

VISIT = 3
"""Procedures in one visit."""


def procedures(state: State, meaning: Meaning) -> tuple[str, ...]:
    """The procedures that may be meant: one, or several to choose from; while a booking is moved, only in the place of what
    it is for or on top of it."""
    if state.booking is not None and not (_instead(state, meaning) or _on_top(state, meaning)):
        return ()
    asked = (state.booking is None and state.procedure is None) or state.question.expect is Expect.PROCEDURE
    least = ACCEPT if asked else ACCEPT_ONE_MORE if meaning.more else ACCEPT_ANOTHER
    scored = [s for s in meaning.procedures if s.score >= least]
    if not asked:
        scored = [s for s in scored if s.value in state.procedures or _meant_anew(state, meaning, s)]
        if state.booking is not None:  # what a booking is for changes by no name that was only nearly heard
            scored = [s for s in scored if s.score >= CERTAIN or s.value in meaning.asked_for]
    if state.question.procedures:
        offered = [s for s in scored if s.value in state.question.procedures]
        if offered and offered[0].score < CERTAIN:  # one of them, or another that is told of as much
            offered = [s for s in scored if s.score == offered[0].score]
        scored = offered or [s for s in scored if not meaning.asks or s.value in meaning.asked_for]
    if not scored:
        return ()
    best = scored[0].score
    return tuple(s.value for s in scored if best - s.score < CLOSE or s.score >= CERTAIN)


def _meant_anew(state: State, meaning: Meaning, named: Scored[str]) -> bool:
    """Whether what is named takes the place of what is known, or joins it; of what is only spoken of, it does not, nor
    what only shares a word with it: 登録は済んどる、いるのは証明のほう."""
    dropped = set(state.procedures) & set(meaning.dropped)
    mistaken = meaning.mistaken and named.score >= CERTAIN
    return named.value in meaning.asked_for or bool(dropped) or meaning.more or meaning.only or mistaken


def _instead(state: State, meaning: Meaning) -> bool:
    """Whether a booking is to be for something else: what it is for is asked, taken off, or was a mistake."""
    dropped = set(state.procedures) & set(meaning.dropped)
    return state.question.expect is Expect.PROCEDURE or bool(dropped) or meaning.mistaken


def _on_top(state: State, meaning: Meaning) -> bool:
    """Whether a booking is to be for something more: 「年金もくっつけて」, 「国保と年金の二つで」."""
    plain = {said.value for said in meaning.procedures if said.score >= CERTAIN}
    return bool(plain) and (meaning.more or set(state.procedures) < plain)


def together(state: State, meaning: Meaning) -> tuple[str, ...]:
    """Procedures of one visit: several that were each named for certain, one more 「も」, or one nearly heard that was
    joined to the one named by と; else empty."""
    which = procedures(state, meaning)
    joined = beside(state, meaning)
    if len(joined) == 1:
        return (*which, *joined)
    sure = [s.value for s in meaning.procedures if s.value in which and s.score >= CERTAIN]
    if len(which) > 1 and len(sure) == len(which) <= VISIT:
        return which
    new = [one for one in which if one not in state.procedures]
    if len(which) == 1 and new and state.procedure is not None and meaning.more:
        return (*state.procedures, *new) if len(state.procedures) < VISIT else ()
    return ()


def beside(state: State, meaning: Meaning) -> tuple[str, ...]:
    """What と joins to the one procedure that was named: one, or several to choose from."""
    which = procedures(state, meaning)
    if len(which) != 1 or state.procedure not in (None, *which) or state.more:
        return ()
    others = {*which, *state.question.procedures}  # of those asked about one was named
    return tuple(s.value for s in meaning.joined if s.score >= ACCEPT and s.value not in others)


def rival(state: State, meaning: Meaning) -> tuple[str, ...]:
    """What was understood before, and what is told of now and goes by the same word: 転入届, and 市内で移っただけです. Else empty."""
    told = [said.value for said in meaning.procedures if said.score >= CERTAIN]
    if state.booking is not None or state.procedure is None or state.more or len(told) != 1:
        return ()
    alike = told[0] != state.procedure and _names(state, told[0]) & _names(state, state.procedure)
    return (state.procedure, told[0]) if alike else ()


def kept(state: State, meaning: Meaning) -> tuple[str, ...]:
    """What the visit is for without what is taken off."""
    return tuple(one for one in state.procedures if one not in meaning.dropped)


def narrows(state: State, meaning: Meaning) -> bool:
    """Whether a part of the visit is taken off: 「やっぱり住民票はいいです」 of two."""
    return 0 < len(kept(state, meaning)) < len(state.procedures)


def _hear(state: State, meaning: Meaning) -> State | None:
    which = procedures(state, meaning)
    visit = together(state, meaning) or (which if len(which) == 1 else ())
    if narrows(state, meaning):
        visit = tuple(dict.fromkeys((*kept(state, meaning), *visit)))[:VISIT]
    elif state.booking is None and not which and set(state.procedures) & set(meaning.dropped):
        return _nothing_left(state)
    elif state.which and not which and set(state.which) <= set(meaning.dropped):
        return replace(state, which=(), beside=())  # 引っ越しじゃなかった
    if not visit:
        return state if which else None
    if len(visit) == 1 and not meaning.only and not narrows(state, meaning):
        visit = _in_place_of_the_like(state, visit[0])
    if state.which and state.beside:
        visit = tuple(dict.fromkeys((*state.beside, *visit)))[:VISIT]
    heard = render("procedure_heard", procedure=values.procedures(state.office, visit))
    if state.booking is not None:
        state = at_its_time(state, state.booking)
    return replace(state, procedure=visit[0], more=visit[1:], which=(), beside=(), lead=(*state.lead, heard))


def _in_place_of_the_like(state: State, new: str) -> tuple[str, ...]:
    """Of several, the one that goes by the same word is another one: 印鑑登録のほうやった."""
    like = [one for one in state.procedures if _names(state, one) & _names(state, new)]
    if state.booking is not None or not state.more or new in state.procedures or len(like) != 1:
        return (new,)
    return tuple(new if one == like[0] else one for one in state.procedures)


def _names(state: State, procedure: str) -> set[str]:
    entries = [one for one in state.lexicon.entries if one.id == procedure]
    return {term.text for one in entries for term in (one.name, *one.aliases)}


def at_its_time(state: State, booking: Booking) -> State:
    """A booking that is for something else from now on stays where it is, unless another time was said."""
    day, start = booking.start.date(), booking.start.timetz().replace(tzinfo=None)
    elsewhere = state.day is not None and state.day != DateSpan(day, day)
    if elsewhere or state.time is not None or state.order is not None:
        return state
    return replace(state, day=DateSpan(day, day), time=TimeSpan(start, start))


def _nothing_left(state: State) -> State:
    told = render("procedure_dropped", procedure=values.procedures(state.office, state.procedures))
    return replace(state, procedure=None, more=(), which=(), beside=(), lead=(*state.lead, told))


def _differs(state: State, meaning: Meaning) -> bool:
    which, joined = set(procedures(state, meaning)), set(together(state, meaning))
    known = set(state.procedures)
    if known & set(meaning.dropped) and (state.booking is None or which or narrows(state, meaning)):
        return True
    if meaning.only and which and which != known:
        return True
    return bool((which and not which & known) or (joined and joined != known))


def _asks(state: State, attempt: int) -> tuple[Sentence, Question]:
    return render("ask_procedure", attempt), Question(Expect.PROCEDURE if attempt else Expect.ANY)


def _press(state: State, keys: str, today: date) -> Meaning:
    if state.question.procedures:
        chosen = state.question.procedures[int(keys) - 1]
    elif (procedure := state.office.by_key(keys)) is not None:
        chosen = procedure.id
    else:
        raise LookupError(keys)
    return Meaning(procedures=(Scored(chosen, PRESSED),))


def _meant(state: State, readings: tuple[str, ...], attempt: int) -> tuple[Sentence, Question]:
    name = values.procedure(state.office, readings[0])
    return render("procedure_meant", attempt, procedure=name), Question(Expect.ANSWER)


PROCEDURE = Slot(
    name="procedure",
    expect=Expect.PROCEDURE,
    value=lambda state: state.procedure,
    wanted=lambda state: state.procedure is None,
    clear=lambda state: replace(state, procedure=None, more=()),
    hear=_hear,
    differs=_differs,
    asks=_asks,
    keys=lambda state: (render("keys_procedure", menu=values.menu(state.office)),),
    press=_press,
    missing="missing_procedure",
    doubted=Doubted(
        scored=lambda meaning: meaning.procedures,
        without=lambda meaning: replace(meaning, procedures=(), joined=()),
        put=lambda state, one: replace(state, procedure=one, more=(), which=()),
        asks=_meant,
    ),
)
