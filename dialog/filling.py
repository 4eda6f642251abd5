"""Taking what was said into the slots, and going on from there."""

from dataclasses import replace
from datetime import datetime

from dialog import absorb, altering, doubting, inform, moving, otherwise, place, staying, ward
from dialog.ask import ask, ask_which, what_instead
from dialog.recover import missed
from dialog.refusing import exclude
from dialog.say import Step
from dialog.slots.day import DAY
from dialog.slots.name import NAME
from dialog.slots.office import OFFICE
from dialog.slots.order import named
from dialog.slots.procedure import PROCEDURE, beside, procedures, rival, together
from dialog.slots.time import TIME
from dialog.state import Phase, State
from nlu.meaning import Impossible, Meaning
from nlu.question import Expect
from prompts import formats, render


def fill(state: State, meaning: Meaning, at: datetime) -> Step:
    """Fills the slots and asks for what is missing, or looks for places; what cannot be is named."""
    if step := altering.answered(state, meaning, at):
        return step
    meaning = otherwise.completed(state, meaning)
    state, office_named = ward.take(state, meaning)
    meaning = ward.within(state, meaning)
    meaning = doubting.unrefused(state, meaning)
    if state.booking is not None and state.phase is Phase.ASKING:
        meaning = moving.elsewhere(meaning, state.booking)
    doubt = doubting.raised(state, meaning)
    if doubt is not None:
        sure, _ = absorb.absorb(state, doubting.without(meaning, doubt))
        if _which(sure, meaning) is None:
            return doubting.ask(replace(sure, misses=0), doubt)
    known = state
    state, progress = absorb.absorb(state, meaning)
    state = otherwise.kept(state, meaning)
    if meaning.unchanged and state.booking is not None and _where_it_is(state, meaning):
        return what_instead(state)
    state = staying.beside_the_last(staying.as_said(state, meaning), meaning)
    progress |= (state.day, state.time) != (known.day, known.time)
    state = ward.without_echo(staying.on_its_day(state, meaning))
    state = exclude(state, meaning, at.date())
    if meaning.impossible and not _tells(state, meaning):
        state = _refused(state, meaning.impossible[0])
    elif not (progress or office_named or meaning.excluded or meaning.existing):
        rivals = rival(state, meaning)
        return ask_which(replace(state, misses=0), rivals) if rivals else no_slot(state, meaning, at)
    else:
        state = replace(state, misses=0)
    if (which := _which(state, meaning)) is not None:
        return which
    state = inform.owed(state, meaning)
    return ask(state) if meaning.impossible and not _tells(state, meaning) else place.proceed(state)


def _tells(state: State, meaning: Meaning) -> bool:
    """Whether all that cannot be lies behind, told before a day is asked for, or beside what the visit is for: 昨日から探しよる."""
    asked = state.question.expect
    opens = asked in (Expect.ANY, Expect.PROCEDURE) and state.procedure is None
    named = bool(meaning.procedures) and asked is not Expect.DATE
    return all(one.past for one in meaning.impossible) and not meaning.times and (opens or named)


def _which(state: State, meaning: Meaning) -> Step | None:
    """Asks which of several procedures was meant; None where there is no question."""
    which = procedures(state, meaning)
    if len(which) > 1 and not together(state, meaning):
        return ask_which(state, which)
    if len(others := beside(state, meaning)) > 1:
        return ask_which(replace(state, beside=state.procedures), others)
    if offices := ward.among(state, meaning):
        return ward.ask_among(state, offices)
    return None


def _refused(state: State, named: Impossible) -> State:
    """A day or a time that cannot be is named and will be asked for; what else was said is kept."""
    why = render("date_past") if named.past else render("impossible", said=formats.heard(named.said))
    slot = TIME if named.slot is Expect.TIME else DAY
    return slot.clear(replace(state, lead=(*state.lead, why)))


def _where_it_is(state: State, meaning: Meaning) -> bool:
    """Whether nothing of the booking that is changed is to be another."""
    assert state.booking is not None
    stays = {Expect.DATE, Expect.TIME} <= set(meaning.unchanged) and not (meaning.dates or meaning.times)
    return stays and state.procedures == state.booking.procedures


def no_slot(state: State, meaning: Meaning, at: datetime) -> Step:
    """No value was heard: a slot named by itself is asked anew, all else is a failure; a remark about what was read back was
    heard, though it answers nothing."""
    slot = named(meaning.topic) if meaning.topic is not None else None
    if slot is None or state.procedure is None:
        heard = meaning.understood or meaning.talks
        excuse = "usual_not_known" if meaning.usual else "not_answered" if heard else "not_understood"
        return missed(state, at, excuse)
    if slot is NAME and state.office.asks_name:
        return place.proceed(slot.clear(replace(state, misses=0)))
    if slot is OFFICE and (anew := ward.forgotten(state)):
        return ask(anew)
    if slot in (NAME, OFFICE):
        return missed(state, at, "not_understood")
    if slot is PROCEDURE and state.booking is not None:
        return what_instead(state)
    return ask(slot.clear(staying.on_its_day(replace(state, misses=0), meaning)))
