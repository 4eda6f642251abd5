"""What is said first, where a booking stands for the caller: it may be about that one, though it does not name it."""

from dataclasses import replace
from datetime import timedelta

import nlu
from dialog.calendar import Booking, procedures_of
from dialog.events import Heard
from dialog.mentioned import CLEAR, PLAIN, UNDOES, mentioned
from dialog.state import Phase, State
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.meaning import Bare, Command, Meaning, Moved, Request
from nlu.question import Expect

_FIRST = (Expect.ANY, Expect.PROCEDURE)
_ASKED = (Request.NUMBER, Request.UNDO)
_UNKEPT = (Request.CANNOT_COME, Request.LATE)
_ABOUT = (Request.CHANGE, Request.CANCEL, Request.CHECK, *_UNKEPT)


def of_standing(state: State, event: Heard, meaning: Meaning) -> Meaning:
    """`meaning`, or what the same words mean of the bookings that stand: which of them is changed, given back or asked for; of
    one that is changed, days and times are counted from where it is."""
    if state.which and not state.stood and meaning.request in _UNKEPT:
        return replace(meaning, request=None)  # 引っ越し; どれですか; 膝が悪うて、上まで行けんごとなったけん
    if first(state):
        return meaning if meaning.existing is not None else _of_those(state, event, meaning)
    if not _told_several(state):
        return meaning
    those = _of_those(state, event, meaning)
    named = mentioned(those)
    one = named.ordinal is not None or any(named.names(booking) for booking in state.stood)
    return replace(those, existing=None) if one and those.request in UNDOES else meaning


def _of_those(state: State, event: Heard, meaning: Meaning) -> Meaning:
    question = replace(state.question, standing=True)
    of_those = nlu.interpret(event.hypotheses, question, event.at, state.lexicon)
    if meaning.command is Command.AGENT and meaning.request is Request.CHECK:
        return replace(meaning, request=None)  # 水曜に予約しとる者やけど、係員に代わって
    if of_those.request is None:
        of_those = replace(of_those, request=_by_what_is_named(state, of_those))
    if of_those.request in UNDOES and meaning.request not in _ABOUT:
        of_those = _less_story(of_those)
    introduces = meaning.request is Request.CHECK and of_those.more
    if (meaning.request not in _ABOUT or introduces) and _one_other(state, of_those):
        instead = _instead(state, of_those)
        if instead or of_those.more:
            return _of_the_visit(replace(of_those, more=not instead))
    if _tells_its_day(state, of_those) and meaning.request not in (None, *_ABOUT):
        return replace(meaning, dates=())
    if of_those.request in _ASKED and meaning.request not in _ABOUT:
        of_those = replace(of_those, dates=(), times=())  # those of the booking: 水曜のやつ、行けるか分からん
        one = len(state.stood) == 1 or of_those.request is not Request.NUMBER
        return _asked_for(of_those if one else replace(of_those, request=Request.CHECK))
    if of_those.request not in _ABOUT or (meaning.request not in _ABOUT and _names_another(state, of_those)):
        return meaning
    of_those = _of_the_one(state, event, of_those)
    named = mentioned(of_those)
    if of_those.request is Request.CANNOT_COME and meaning.request not in _ABOUT:
        plain = len(state.stood) == 1 and not (of_those.procedures or of_those.dates or of_those.times)
        own = [one.start.date() for one in state.stood]
        on_it = any(day.first <= one <= day.last for day in named.days for one in own)
        return of_those if plain or on_it or any(named.names(one) for one in state.stood) else meaning
    meant = named.meant(state.stood)
    if of_those.request is not Request.CHANGE or len(meant) != 1:
        return _asked_for(of_those)
    question = replace(question, anchor=where(meant[0]))
    counted = nlu.interpret(event.hypotheses, question, event.at, state.lexicon)
    counted = _of_the_one(state, event, counted)
    told = replace(counted, request=Request.CHANGE, moved=as_far(of_those, counted, meant[0]))
    return _asked_for(told if meaning.request in _ABOUT else _less_story(told))


def _of_the_one(state: State, event: Heard, meaning: Meaning) -> Meaning:
    """`meaning` less the names of bookings that were only told of, where a clause of a change singles one out:
    「住民票と税の証明を予約しとるけど、税のほうだけ変えて」."""
    if len(state.stood) < 2 or meaning.request not in UNDOES:
        return meaning
    question = replace(state.question, standing=True)
    own = procedures_of(state.stood)
    singled_out: set[str] = set()
    for clause in nlu.spared(event.hypotheses).pointed:
        said = nlu.interpret((Hypothesis(clause, 1.0),), question, event.at, state.lexicon)
        named = {one.value for one in said.procedures if one.score >= CLEAR} or {*said.touched}
        singled_out = named if len(own & named) == 1 else singled_out
    meant = [one for one in state.stood if not singled_out.isdisjoint(one.procedures)]
    if len(meant) != 1:
        return meaning
    others = own - {*meant[0].procedures}
    return replace(
        meaning,
        procedures=tuple(one for one in meaning.procedures if one.value not in others),
        asked_for=tuple(one for one in meaning.asked_for if one not in others),
        touched=tuple(one for one in (*meaning.touched, *meant[0].procedures) if one not in others),
    )


def _tells_its_day(state: State, meaning: Meaning) -> bool:
    """Whether the one booking is but told of before something is asked: 「水曜に予約しとる者ですけど、私が行くことになったんで、持ち物は」."""
    if len(state.stood) != 1 or not meaning.when_in_reason or meaning.bare is not Bare.WEEKDAY:
        return False
    booked = state.stood[0].start.weekday()
    return bool(meaning.dates) and all(one.value.first.weekday() == booked for one in meaning.dates)


def first(state: State) -> bool:
    """Whether bookings stand, and nothing is known yet of what is wanted."""
    known = state.procedure or state.which or state.done
    asked = state.phase is Phase.ASKING and state.question.expect in _FIRST
    return bool(state.stood) and asked and not known and state.booking is None


def _told_several(state: State) -> bool:
    """Whether several bookings were read out, and nothing else was done: 「税金のほうはもういらん」 gives one of them back."""
    told = state.phase is Phase.ANYTHING_ELSE and state.errand is Request.CHECK
    return told and len(state.stood) > 1 and state.done is None


def _names_another(state: State, meaning: Meaning) -> bool:
    """Whether a procedure is named that none of the bookings is for."""
    own = procedures_of(state.stood)
    named = {said.value for said in meaning.procedures if said.score >= CLEAR}
    plain = {said.value for said in meaning.procedures if said.score >= PLAIN}
    return bool(named) and (named.isdisjoint(own) or not plain <= own)


def _one_other(state: State, meaning: Meaning) -> bool:
    """Whether one booking stands, and one procedure is named for certain that it is not for; with a day or a time of its
    own it is another visit."""
    wishes = (None, Request.CHANGE, Request.CHECK) if meaning.more else (None, Request.CHANGE)
    if len(state.stood) != 1 or meaning.request not in wishes or meaning.also:
        return False
    if meaning.order or ((meaning.dates or meaning.times) and not meaning.when_in_reason):
        return False
    named = {said.value for said in meaning.procedures if said.score >= PLAIN}
    return len(named.difference(state.stood[0].procedures, meaning.dropped)) == 1


def _instead(state: State, meaning: Meaning) -> bool:
    """Whether the one booking is to be for that from now on: 「年金やなしに介護のことにして」, 「用件を介護に変えて」; else for
    that as well: 「印鑑証明も一緒に」."""
    own = set(state.stood[0].procedures)
    changes = meaning.request is Request.CHANGE and not meaning.moved
    return bool(own & set(meaning.dropped) or (changes and meaning.mistaken))


def _of_the_visit(meaning: Meaning) -> Meaning:
    """A change of what a booking is for, which stays where it is."""
    stays = (Expect.DATE, Expect.TIME)
    return _asked_for(replace(meaning, request=Request.CHANGE, dates=(), times=(), unchanged=stays))


def _by_what_is_named(state: State, meaning: Meaning) -> Request | None:
    """What is wanted where no word says it: 「火曜やなくて金曜に」, 「もう少し遅い時間がよか」, 「住民票はいりません」."""
    named = mentioned(meaning)
    if named.days and any(named.excludes(one) for one in state.stood):
        return Request.CHANGE
    if meaning.procedures or meaning.also:
        return None
    if meaning.shift or (meaning.hindered and meaning.dates):
        return Request.CHANGE
    own = procedures_of(state.stood)
    return Request.CANCEL if own & set(meaning.dropped) and not (meaning.dates or meaning.times) else None


def _less_story(meaning: Meaning) -> Meaning:
    """Of who moves a booking to a day or a time or gives it back, without the procedures that what happened leads to and
    no name stands for: 「孫が生まれそうで、前の日に変えて」."""
    moves = meaning.dates or meaning.times or meaning.moved
    if meaning.request is Request.CHANGE and not moves:
        return meaning
    named = tuple(said for said in meaning.procedures if said.value in meaning.touched)
    return replace(meaning, procedures=named)


def _asked_for(meaning: Meaning) -> Meaning:
    return replace(meaning, command=None, answer=None)


def as_far(meaning: Meaning, counted: Meaning, booking: Booking) -> Moved | None:
    """How far it is moved, the rest staying: 「一日早くして」; None where no such day or time is meant. `counted`: what the same words
    mean, counted from the booking."""
    moved = meaning.moved
    if moved is None:
        return None
    if not moved.days:
        own = booking.start.timetz().replace(tzinfo=None)
        return moved if all(one.value.first == own for one in counted.times if one.score >= CLEAR) else None
    to = booking.start.date() + timedelta(days=moved.days)
    return moved if {one.value.first for one in counted.dates} == {to} else None


def where(booking: Booking) -> Anchor:
    """What days and times are counted from that move the booking."""
    return Anchor((booking.start.date(),), (booking.start.timetz().replace(tzinfo=None),), moves=True)
