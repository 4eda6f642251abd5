"""What is said when something is done: a booking's number, whether there is anything else, a person, a goodbye."""

from dataclasses import replace
from datetime import datetime

from dialog import bringing, existing
from dialog.actions import HangUp, Transfer
from dialog.calendar import Booking
from dialog.say import Step, speak
from dialog.slots import phone as phone_slot
from dialog.state import Outcome, Phase, State
from dialog.summary import summary
from nlu.question import Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence, Spoken

KEPT = (Outcome.BOOKED, Outcome.CHANGED, Outcome.CANCELLED)
"""What was done stays the outcome of the call, however it goes on."""


def booked(state: State, number: str, *more: Sentence) -> Step:
    """Tells the number twice, what to bring, and `more`; asks whether there is anything else."""
    done = replace(state, outcome=Outcome.BOOKED, done=_as_booked(state, number))
    return told(done, "booked", number, *more)


def _as_booked(state: State, number: str) -> Booking | None:
    """What was read back; None where an answer comes to a question of before."""
    if state.place is None or state.procedure is None:
        return None
    start, end = state.place.start, state.place.end
    return Booking(number, state.procedure, start, state.more, state.coming, state.at, end=end)


def told(state: State, news: str, number: str, *more: Sentence) -> Step:
    """The prompt key `news`, then the booking's number, what to bring, and `more`."""
    sentences = [
        render(news),
        render("memo_ready"),
        *numbered(number),
        *bringing.told(state.office, state.procedures),
        *more,
    ]
    return anything_else(replace(state, wondered=()), *sentences, interruptible=False)


def numbered(number: str) -> tuple[Sentence, ...]:
    """A booking's number, twice."""
    spoken = formats.number(number)
    return render("number_is", number=spoken), render("number_again", number=spoken)


def anything_else(state: State, *first: Sentence, interruptible: bool = True) -> Step:
    """Asks whether there is anything else, after what was done. `first` is said before."""
    state = replace(state, phase=Phase.ANYTHING_ELSE, misses=0, early_yes=False)
    question = Question(Expect.ANSWER, further=True)
    return speak(state, *first, render("anything_else"), question=question, interruptible=interruptible)


def uninterrupted(state: State) -> bool:
    """Whether a booking's number or the last words are being said, which are said to their end."""
    told = state.phase is Phase.ANYTHING_ELSE and any(said.key == "number_is" for said in state.said)
    return state.phase is Phase.CLOSING or (told and not state.heard_out)


def goodbye(state: State, *first: Sentence) -> Step:
    """There is nothing else. `first` is said before."""
    coming = state.outcome in (Outcome.BOOKED, Outcome.CHANGED)
    return last_words(replace(state, lead=()), *first, render("goodbye" if coming else "thanks"))


def _ends(state: State, outcome: Outcome) -> Outcome:
    return state.outcome if state.outcome in KEPT else outcome


def person(state: State, at: datetime, *first: Sentence) -> Step:
    """Connects with a person; when nobody is there, one may phone back. `first` is said before."""
    if state.office.agents_answer(at):
        return last_words(
            replace(state, transfer=True, outcome=_ends(state, Outcome.TRANSFERRED), lead=first),
            *_passed_on(state),
            render("transferring"),
        )
    away = replace(state, lead=(*first, render("nobody_there")), misses=0, silences=0)
    return offer_callback(away)


def _passed_on(state: State) -> tuple[Sentence, ...]:
    """What the person will be told, where anything is known."""
    wish = summary(state)
    return (render("passed_on", wish=wish),) if wish else ()


def offer_callback(state: State, attempt: int = 0) -> Step:
    """Nobody is there: may a person phone back, and where the number is withheld, to which one?"""
    if phone_slot.to_another(state):
        return phone_slot.ask(replace(state, phase=Phase.CALLBACK), attempt)
    asked = render("offer_callback_on_keys" if state.on_keys else "offer_callback", attempt)
    question = Question(Expect.ANSWER, phones_back=True)
    return speak(replace(state, phase=Phase.CALLBACK), asked, question=question)


def callback_noted(state: State) -> Step:
    """The caller will be phoned."""
    noted = render("callback_noted", hours=_hours(state))
    return last_words(replace(state, outcome=_ends(state, Outcome.CALLBACK)), noted, render("thanks"))


def call_again(state: State) -> Step:
    """Tells when and where a person answers."""
    phone = formats.phone(state.office.phone or state.office.agent_phone)
    told = render("call_back_later", phone=phone, hours=_hours(state))
    return last_words(replace(state, outcome=_ends(state, Outcome.ANSWERED)), told)


def _hours(state: State) -> Spoken:
    return formats.hours(state.office.agent_from, state.office.agent_to)


def farewell(state: State) -> Step:
    """The caller wants no booking; one that stands is left as it is, and one that was told is told once more."""
    if state.booking is not None or state.duplicates or state.standing:
        kept = replace(state, outcome=state.outcome or Outcome.ABANDONED, lead=())
        told = [existing.booking_is(state, one) for one in state.duplicates if existing.known_caller(state)]
        return last_words(kept, *told, render("not_cancelled"), render("thanks"))
    if state.outcome in KEPT:
        return last_words(replace(state, lead=()), render("not_taken"), render("thanks"))
    if only_asked(state):
        return last_words(replace(state, outcome=Outcome.ANSWERED, lead=()), render("thanks"))
    outcome = Outcome.ANSWERED if state.informed and state.place is None else Outcome.ABANDONED
    return last_words(replace(state, outcome=outcome, lead=()), render("goodbye_no_booking"))


def let_be(state: State) -> Step:
    """A change that was begun is let be."""
    left = replace(state, outcome=state.outcome or Outcome.ANSWERED, place=None, offered=())
    return anything_else(left, render("not_cancelled"))


def only_asked(state: State) -> bool:
    """Whether a question was answered, and no booking was begun."""
    begun = state.procedure is not None and (state.day is not None or state.time is not None)
    return state.informed and not begun


def trouble(state: State, at: datetime) -> Step:
    """Something of ours is broken: apologise, and let a person take over where one answers. A number that was not heard
    to its end is told."""
    if state.phase is Phase.CLOSING:
        return state, ()
    if uninterrupted(state):
        return goodbye(state, *numbered(state.number))
    transfer = state.office.agents_answer(at)
    state = replace(state, transfer=transfer, outcome=_ends(state, Outcome.FAILED), lead=())
    phone = formats.phone(state.office.phone or state.office.agent_phone)
    apology = render("system_trouble") if transfer else render("trouble_call_again", phone=phone)
    return last_words(state, apology)


def end(state: State) -> Step:
    """The last words were heard."""
    return replace(state, phase=Phase.ENDED), (_transfer(state) if state.transfer else HangUp(),)


def _transfer(state: State) -> Transfer:
    wish = summary(state)
    return Transfer(state.office.agent_phone, render("whisper", wish=wish) if wish else None)


def last_words(state: State, *sentences: Sentence) -> Step:
    """Says the sentences to their end; the line goes down after them."""
    return speak(replace(state, phase=Phase.CLOSING), *sentences, interruptible=False)
