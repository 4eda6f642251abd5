"""Calls that are for somebody else: a wrong number, an emergency, another office, the police, who speaks the caller's language."""

from dataclasses import replace
from datetime import datetime

from dialog.ask import ask
from dialog.closing import anything_else, last_words, person
from dialog.say import Step, lead, question_said, speak
from dialog.state import SLOW_RATE, WAITING, Outcome, Phase, State
from nlu.meaning import Elsewhere, Emergency, Meaning
from prompts import formats, render

EMERGENCIES = {
    Emergency.FIRE: "emergency_119",
    Emergency.AMBULANCE: "emergency_119",
    Emergency.POLICE: "emergency_110",
}


def emergency(state: State, which: Emergency) -> Step:
    """Whom to phone, at once; a second time the line is freed. It may be misheard, so the first time the call goes on."""
    sentence = render(EMERGENCIES[which])
    held_back, state = state.lead, replace(state, lead=())
    if state.phase is Phase.CLOSING:
        return last_words(state, sentence)
    if any(said.key in EMERGENCIES.values() for said in state.said):
        return last_words(replace(state, outcome=Outcome.ANSWERED), sentence)
    asking = state.phase not in WAITING
    after, actions = speak(
        state,
        sentence,
        *(question_said(state) if asking else ()),
        interruptible=state.phase not in (Phase.CONFIRMING, Phase.CANCELLING),
    )
    return replace(after, lead=held_back), actions


def fraud(state: State) -> Step:
    """Somebody was told to pay, or to go to a machine for money: a warning with whom to phone. The call goes on, with
    what was asked, or with what else is wanted."""
    told = render("fraud")
    state = replace(state, lead=(), misses=0)
    if state.phase is Phase.ASKING and state.procedure is None:
        return anything_else(replace(state, outcome=state.outcome or Outcome.ANSWERED), told)
    firmly = state.phase in (Phase.CONFIRMING, Phase.CANCELLING)
    return speak(state, told, *question_said(state), interruptible=not firmly)


def foreign(state: State, language: str, at: datetime) -> Step:
    """One sentence in the caller's language, and a person; to who speaks Japanese, slowly, the question again. `language`:
    as `Meaning.foreign`."""
    if language == "ja":
        firmly = state.phase in (Phase.CONFIRMING, Phase.CANCELLING)
        slow = replace(state, rate=min(state.rate, SLOW_RATE), misses=0)
        return speak(lead(slow, "foreign_ja"), *question_said(state), interruptible=not firmly)
    return person(replace(state, lead=()), at, render(f"foreign_{language}"))


def wrong_number(state: State) -> Step:
    """Which office this is, and goodbye."""
    told = render("wrong_number", office=formats.name(state.office.name.text, state.office.name.reading))
    return last_words(replace(state, outcome=Outcome.ANSWERED, lead=()), told)


def is_elsewhere(meaning: Meaning) -> bool:
    """Whether another office is meant, and nothing that can be done here is named beside it."""
    ours = meaning.procedures or meaning.dates or meaning.times or meaning.answer or meaning.choice
    return meaning.elsewhere is not None and not ours


def elsewhere(state: State, meaning: Meaning) -> Step:
    """Not done here, and who knows more; the call goes on. Which of several procedures is meant is asked no more where none is."""
    phone = formats.phone(state.office.phone or state.office.agent_phone)
    told = render("elsewhere", phone=phone)
    if state.procedure is None:
        over = set(state.which) <= set(meaning.dropped) or meaning.elsewhere is Elsewhere.OTHER
        return ask(replace(state, misses=0, lead=(told,), which=() if over else state.which))
    firmly = state.phase is Phase.CONFIRMING
    return speak(replace(state, misses=0, lead=()), told, *question_said(state), interruptible=not firmly)
