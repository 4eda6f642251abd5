"""Bookings that stand for the caller's number: telling, cancelling and moving them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from dialog import affected, closing, identifying, moving, place, values
from dialog.actions import Cancel
from dialog.ask import ask, what_instead
from dialog.calendar import Booking, procedures_of
from dialog.existing import NAMED, booking_is
from dialog.inform import behind_yes
from dialog.mentioned import PLAIN, UNDOES, mentioned
from dialog.say import Step, lead, speak
from dialog.slots.procedure import VISIT, at_its_time
from dialog.state import Outcome, Phase, State
from nlu.meaning import Answer, Meaning, Request
from nlu.question import Choice, Effect, Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence, Spoken

UNKEPT = (Request.LATE, Request.CANNOT_COME)
"""What makes of a booking one that may be better moved."""


def look_up(state: State, request: Request, meaning: Meaning) -> Step:
    """Asks what stands for the number phoned from; where it is withheld, for the booking's numbers."""
    named = mentioned(meaning)
    state = replace(state, errand=request, mentioned=named, day=None, time=None, order=None, misses=0)
    state = replace(state, claimed="", phone="", existing=None, duplicates=())
    if not state.caller:
        return identifying.ask(state)
    return replace(state, phase=Phase.SEARCHING), (identifying.search(state),)


def found(state: State, bookings: tuple[Booking, ...], at: datetime) -> Step:
    """Goes on with the caller's bookings, soonest first."""
    if not bookings and state.claimed:
        return identifying.not_found(state, at)
    if not state.claimed:
        state = replace(state, existing=bookings)
    if not bookings:
        return identifying.ask(lead(state, "no_bookings"))
    if state.errand is Request.CHECK:
        unkept = tuple(one for one in bookings if one.closure is not None)
        last = unkept[:1]  # what places are offered for
        named = (*(one for one in bookings[:NAMED] if one not in last), *last)
        told = [s for one in named for s in (booking_is(state, one), *affected.why(one))]
        if unkept:
            return affected.offer(replace(state, affected=unkept, lead=(*state.lead, *told)), unkept[0])
        meant = state.mentioned.meant(bookings)
        state = replace(state, told=meant[0] if len(meant) == 1 else None)
        outcome = state.outcome if state.outcome in closing.KEPT else Outcome.ANSWERED
        return closing.anything_else(replace(state, outcome=outcome), *told)
    meant = state.mentioned.meant(bookings)
    if state.errand is Request.CANCEL and _given_back(state):
        return closing.anything_else(state, render("cancelled"))
    if state.mentioned.every and state.errand is Request.CANCEL and 1 < len(meant) <= NAMED:
        return _confirm_all(replace(state, standing=meant))
    return picked(state, meant[0]) if len(meant) == 1 else which(state, meant[:NAMED])


def _given_back(state: State) -> bool:
    """Whether it is what was just cancelled that is named once more, and none that stands."""
    done = state.done if state.outcome is Outcome.CANCELLED else None
    named = state.mentioned
    return (
        done is not None and named.names(done) and not any(named.names(one) for one in state.existing or ())
    )


def which(state: State, bookings: tuple[Booking, ...]) -> Step:
    """Asks which of two or three bookings is meant."""
    return _which(replace(state, standing=bookings))


def _which(state: State) -> Step:
    named = {f"place{n}": told for n, told in enumerate(_told_apart(state), 1)}
    return speak(
        replace(state, phase=Phase.CHOOSING),
        render(f"which_booking_{len(state.standing)}", **named),
        question=which_of(state.standing),
    )


def which_of(bookings: tuple[Booking, ...]) -> Question:
    """The question which of them is meant."""
    starts = [booking.start for booking in bookings]
    choices = tuple(Choice(start.date(), start.timetz().replace(tzinfo=None)) for start in starts)
    stand = tuple(sorted(procedures_of(bookings)))
    return Question(Expect.CHOICE, choices=choices, standing=True, stand=stand)


def _confirm_all(state: State) -> Step:
    """Reads out all that is to be given back, for one yes."""
    named = {f"place{n}": told for n, told in enumerate(_told_apart(state), 1)}
    first, *_ = state.standing
    state = replace(state, booking=first, office=state.office_at(first.office), misses=0)
    read_back = tuple(done for one in state.standing for done in one.procedures)
    return speak(
        _to_cancel(state),
        render(f"cancel_all_{len(state.standing)}", **named),
        question=Question(Expect.ANSWER, effect=Effect.CANCEL, read_back=read_back, several=True),
        interruptible=False,
    )


def _told_apart(state: State) -> Sequence[Spoken]:
    """When they are, and what for where that is not the same for all."""
    moments = formats.moments([booking.start for booking in state.standing])
    if len({booking.procedures for booking in state.standing}) == 1:
        return moments
    done = [values.procedures(state.office_at(one.office), one.procedures) for one in state.standing]
    return [formats.listed([moment, what]) for moment, what in zip(moments, done, strict=True)]


def picked(state: State, booking: Booking) -> Step:
    """Reads the booking out; asks for a yes to cancel it, or for its new day, unless that was said."""
    if state.errand is Request.CHANGE and state.duplicates:
        return moving.move(state, booking)
    office = state.office_at(booking.office)
    state = replace(state, booking=booking, office=office, standing=(), misses=0)
    less = state.mentioned.less(booking) if state.errand is Request.CANCEL and state.claimed else ()
    if less:
        less_of_it = replace(affected.moving(state, booking), procedure=less[0], more=less[1:])
        return place.proceed(at_its_time(less_of_it, booking))
    if state.errand is Request.CANCEL:
        return _confirm(state, booking)
    if state.errand in UNKEPT and booking.closure is None:
        return _unkept(state, booking)
    if booking.closure is not None:
        told = (*state.lead, booking_is(state, booking), *affected.why(booking))
        return affected.offer(replace(state, lead=told), booking)
    named = state.mentioned
    day, time = named.new_day(booking), named.new_time(booking)
    state = replace(affected.moving(state, booking), day=day, time=time)
    if becomes := named.becomes(booking)[:VISIT]:
        return place.proceed(at_its_time(replace(state, procedure=becomes[0], more=becomes[1:]), booking))
    if named.topic is Expect.PROCEDURE:
        return what_instead(replace(state, lead=(*state.lead, booking_is(state, booking))))
    if day is not None:
        return place.proceed(replace(state, lead=(*state.lead, booking_is(state, booking))))
    return ask(replace(state, lead=(*state.lead, booking_is(state, booking), render("change_to"))))


def _unkept(state: State, booking: Booking) -> Step:
    """The caller comes late, or not: whether it is to be moved."""
    late = (render("late"),) if state.errand is Request.LATE else ()
    return speak(
        replace(state, phase=Phase.AFFECTED, affected=(booking,)),
        booking_is(state, booking),
        *late,
        render("ask_move"),
        question=Question(Expect.ANSWER, effect=Effect.CHANGE),
    )


def _confirm(state: State, booking: Booking) -> Step:
    state = _to_cancel(state)
    sentences = (booking_is(state, booking), *affected.why(booking), render("cancel_confirm"))
    question = Question(Expect.ANSWER, effect=Effect.CANCEL, read_back=booking.procedures)
    return speak(state, *sentences, question=question, interruptible=False)


def _to_cancel(state: State) -> State:
    state = replace(state, phase=Phase.CANCELLING, read_back_heard=False, early_yes=False, firm=False)
    return replace(state, day=None, time=None, place=None, offered=())


def choosing(state: State, meaning: Meaning) -> Step | None:
    """The caller's answer to which booking, by its place in the row, what it is for or its day; None when it is none."""
    named = mentioned(meaning)
    if meaning.request is Request.CHANGE and state.errand is Request.CANCEL:
        state = replace(state, errand=Request.CHANGE, lead=(render("to_be_moved"),))
    if meaning.request is Request.CANCEL:
        state = replace(state, errand=Request.CANCEL)
    if meaning.keeps and not meaning.procedures and meaning.choice is None:
        return kept(state)
    if named.every and state.errand is Request.CANCEL:
        return _confirm_all(state)
    meant = named.meant(state.standing)
    if named.procedures and named.at_another(state.standing, meant):
        return _which(state)
    told = replace(state, mentioned=named.beside(state.mentioned))
    if len(meant) == 1 and named.procedures:
        return picked(told, meant[0])
    if meaning.choice is not None:
        moves = state.errand is Request.CHANGE and meaning.request is Request.CHANGE
        return picked(told if moves else state, state.standing[meaning.choice.value])
    if len(meant) == 1:
        return picked(told, meant[0])
    return _which(told) if named.is_new and state.mentioned != told.mentioned else None


def rather(state: State, meaning: Meaning) -> Step | None:
    """Goes over to another of the caller's bookings that is named where the new day of one is looked for: 「ああ、電子証明書のほうです」."""
    looked_for = (Phase.ASKING, Phase.OFFERING, Phase.CONFIRMING)
    if meaning.choice is not None and state.phase in (Phase.ASKING, Phase.CANCELLING) and state.existing:
        return _rechosen(state, meaning, state.existing[meaning.choice.value])
    if state.booking is None or state.errand is not Request.CHANGE or state.phase not in looked_for:
        return None
    own = {*state.procedures, *state.booking.procedures}
    plain = {one.value for one in meaning.procedures if one.score >= PLAIN}
    stays = {*meaning.staying, *meaning.timed_by}
    named = plain.union(meaning.dropped).difference(own.intersection(meaning.dropped), stays)
    others = [one for one in state.existing or () if named & {*one.procedures} and one != state.booking]
    to_it = meaning.more or meaning.keeps or meaning.unchanged == (Expect.DATE,)
    agrees = meaning.answer is not None and meaning.answer.value is Answer.YES
    if agrees and state.phase is Phase.CONFIRMING:
        return None
    if len(others) != 1 or named & own or to_it or meaning.request not in (None, *UNDOES):
        return None
    wished = meaning.request or Request.CHANGE
    meant = replace(mentioned(meaning), procedures=(), dropped=(), unchanged=())
    return picked(replace(state, errand=wished, mentioned=meant, lead=(), place=None, offered=()), others[0])


def _rechosen(state: State, meaning: Meaning, other: Booking) -> Step:
    """Goes over to it with what was wished so far, less what named the one that was taken first."""
    wished = mentioned(meaning).beside(state.mentioned.less_named(state.booking))
    return picked(replace(state, mentioned=wished, lead=(), place=None, offered=()), other)


def cancelling(state: State, meaning: Meaning, sure: float, at: datetime) -> Step | None:
    """The answer to a read-out booking that was heard to its end; None when it is neither yes nor no."""
    answer = meaning.answer
    to_move = meaning.request is Request.CHANGE or _elsewhere(state, meaning, at.date())
    if to_move and state.booking is not None and not state.standing:
        moved = replace(state, errand=Request.CHANGE, mentioned=mentioned(meaning))
        return picked(moved, state.booking)
    if meaning.request is Request.CHECK:
        return _read_again(replace(state, outcome=state.outcome or Outcome.ANSWERED))
    if meaning.request is Request.UNDECIDED:
        return speak(state, render("cancel_or_keep"))
    if told := _about_cancelling(state, meaning.request):
        if meaning.request is Request.OTHERS:
            return _read_again(replace(state, lead=(*state.lead, *told), misses=0))
        return speak(replace(state, lead=(*state.lead, *told), misses=0), *state.said[-1:])
    if answer is None:
        return None
    if answer.value is Answer.NO and _is_of_another(state, meaning):
        return _read_again(replace(state, misses=state.misses + 1))
    if answer.value is Answer.NO and state.booking is not None and state.booking.closure is not None:
        return affected.offer(lead(state, "not_cancelled"), state.booking)
    if answer.value is Answer.NO:
        kept = replace(state, outcome=state.outcome or Outcome.ABANDONED)
        return closing.anything_else(kept, render("not_cancelled"))
    assert state.booking is not None
    if answer.score < sure and (meaning.dates or meaning.times):
        return _read_again(replace(state, misses=state.misses + 1))
    if answer.score < sure or not state.read_back_heard:
        return None
    return replace(state, phase=Phase.FREEING), (Cancel(state.booking, state.phone),)


def _elsewhere(state: State, meaning: Meaning, today: date) -> bool:
    """Whether another day is named where it is asked whether to give the booking back: 「来週の金曜、4日」."""
    if state.booking is None or meaning.answer is not None or meaning.request is not None or meaning.asks:
        return False
    day = meaning.dates[0] if meaning.dates and meaning.dates[0].score >= PLAIN else None
    others = (today, state.booking.start.date())
    return day is not None and day.value.single and day.value.first not in others


def _about_cancelling(state: State, request: Request | None) -> tuple[Sentence, ...]:
    """What is asked before it is cancelled; empty where nothing is."""
    if request in (Request.CANCEL_COST, Request.CANCEL_AFTER):
        return (render(request.value),)
    if request is not Request.OTHERS:
        return ()
    left = [one for one in state.existing or () if one not in _read_out(state)]
    return tuple(booking_is(state, one) for one in left) or (render("no_others"),)


def _read_again(state: State) -> Step:
    assert state.booking is not None
    return _confirm_all(state) if state.standing else _confirm(state, state.booking)


def _read_out(state: State) -> tuple[Booking, ...]:
    """What a yes gives back."""
    return state.standing or ((state.booking,) if state.booking else ())


def _is_of_another(state: State, meaning: Meaning) -> bool:
    """Whether what stays is another booking: 「いえ、住民票は行きます」, 「年金のほうだけ。住民票はそのままで」, asked of the pension."""
    named = {*meaning.staying} or {one.value for one in meaning.procedures} | set(meaning.dropped)
    own = procedures_of(_read_out(state))
    return bool(named) and named.isdisjoint(own)


def kept(state: State) -> Step:
    """A change that was begun is let be."""
    return closing.let_be(state)


def cancelled(state: State) -> Step:
    """Tells that the place is given back, or gives the next one back of those that were read out."""
    if later := state.standing[1:]:
        return replace(state, booking=later[0], standing=later), (Cancel(later[0], state.phone),)
    state = replace(state, standing=())
    done = replace(state, outcome=Outcome.CANCELLED, errand=None, done=state.booking)
    if others := affected.others(done):
        return affected.ask(lead(done, "cancelled"), others)
    return closing.anything_else(done, render("cancelled"))


def changed(state: State) -> Step:
    """Tells the number again; it stays the same."""
    assert state.booking is not None
    number, to = state.booking.number, state.place
    moved = replace(state.booking, start=to.start, end=to.end, closure=None) if to else state.booking
    if state.procedure is not None:
        moved = replace(moved, procedure=state.procedure, more=state.more)
    state = replace(state, outcome=Outcome.CHANGED, done=moved)
    if others := affected.others(state):
        told = (render("changed"), *closing.numbered(number), *behind_yes(state))
        return affected.ask(replace(state, lead=told, wondered=()), others)
    return closing.told(state, "changed", number, *behind_yes(state))


def too_late(state: State, at: datetime) -> Step:
    """The office takes no change any more: a person may."""
    return closing.person(state, at, render("too_late"))


def again(state: State, attempt: int = 0) -> Step:
    """The question about a standing booking, another way."""
    if state.phase is Phase.CHOOSING:
        return _which(state)
    return speak(state, render("cancel_by_hash") if state.firm else render("cancel_confirm_again", attempt))
