"""Speaking: every sentence leaves through here, so that what was said can be repeated."""

from dialog.actions import Action, Say
from dialog.state import Phase, State
from nlu.question import Question
from prompts import render
from prompts.sentence import Sentence

Step = tuple[State, tuple[Action, ...]]


def speak(
    state: State, *sentences: Sentence, question: Question | None = None, interruptible: bool = True
) -> Step:
    """Says the sentences; `question`, where given, is what they ask. What was held back is said first."""
    spoken = (*state.lead, *sentences)
    state = state.but(said=spoken, lead=(), keys="", heard_out=False, question=question or state.question)
    return state, (Say(spoken, state.rate, interruptible),)


def again(state: State) -> Step:
    """Repeats what was said last."""
    interruptible = state.phase not in (Phase.CONFIRMING, Phase.CANCELLING, Phase.CLOSING)
    return speak(state, *state.said, interruptible=interruptible)


def lead(state: State, *keys: str) -> State:
    """Puts sentences without values in front of what is said next."""
    return state.but(lead=(*state.lead, *(render(key) for key in keys)))
