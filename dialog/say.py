"""Speaking: every sentence leaves through here, so that what was said can be repeated."""

from dataclasses import replace

from dialog.actions import Action, Say
from dialog.state import LOUD_DB, SLOW_RATE, Phase, State
from dialog.table import anchor
from nlu.question import Expect, Question
from prompts import render
from prompts.sentence import Sentence

Step = tuple[State, tuple[Action, ...]]


def speak(
    state: State, *sentences: Sentence, question: Question | None = None, interruptible: bool = True
) -> Step:
    """Says the sentences; `question`, where given, is what they ask. What was held back is said first."""
    spoken = (*state.lead, *sentences)
    question = question or state.question
    visit = state.procedures if question.expect in (Expect.DATE, Expect.TIME) else ()
    question = replace(question, anchor=anchor(state), made=state.stands is not None, visit=visit)
    if state.offices and not question.offices:
        question = replace(question, offices=state.entries)
    state = replace(
        state,
        said=spoken,
        lead=(),
        told_of=None,
        keypad=replace(state.keypad, digits=""),
        dictated="",
        heard_out=False,
        question=question,
        turns=state.turns + 1,
    )
    return state, (Say(spoken, state.rate, interruptible, state.gain_db),)


def again(state: State) -> Step:
    """Repeats what was said last."""
    interruptible = state.phase not in (Phase.CONFIRMING, Phase.CANCELLING, Phase.CLOSING)
    return speak(state, *state.said, interruptible=interruptible)


def clearer(state: State) -> Step:
    """Repeats what was said last for who did not hear it: louder, slower, and only what matters."""
    kept = tuple(sentence for sentence in state.said if sentence.key not in (*ECHOES, *_FRAME))
    return again(replace(louder(state), said=kept or state.said))


def louder(state: State) -> State:
    """From here on everything is said so that somebody hard of hearing understands it."""
    return replace(state, gain_db=LOUD_DB, rate=min(state.rate, SLOW_RATE))


def lead(state: State, *keys: str) -> State:
    """Puts sentences without values in front of what is said next."""
    return replace(state, lead=(*state.lead, *(render(key) for key in keys)))


ECHOES = ("procedure_heard", "office_heard", "date_heard", "time_heard", "number_heard")
"""Keys of the sentences that only say back what was heard."""


INFORMS = (
    "parking",
    "access",
    "by_phone",
    "walk_in",
    "privacy",
    "bring",
    "bring_asked",
    "nothing_to_bring",
    "counter_is",
    "floor",
    "duration_is",
    "fee",
    "proxy",
    "proxy_not_known",
    "seal",
    "convenience_store",
    "not_known",
)
"""Keys of the answers to what was asked beside a day or a time."""

_FRAME = (
    "greeting",
    "notice",
    "greets",
    "go_ahead",
    "listening",
    "not_understood",
    "not_answered",
    "no_input",
    "slower",
    "start_over",
    "memo_ready",
)
"""Keys of the sentences around what is told or asked."""


def news(state: State) -> tuple[Sentence, ...]:
    """What was told before the question, without what was only said back."""
    told = state.said[: len(state.said) - len(question_said(state))]
    return tuple(sentence for sentence in told if sentence.key not in ECHOES)


READ_BACK = ("read_back", "booking_is", "cancel_all_2", "cancel_all_3")
"""Keys of the sentences that tell what a yes would do."""


def question_said(state: State) -> tuple[Sentence, ...]:
    """What was asked last, without what was said before it; a read-back with what it reads, a question with its choices."""
    last = len(state.said) - 1
    if state.phase is Phase.ANYTHING_ELSE:
        return state.said[last:]
    start = next((n for n, s in enumerate(state.said) if s.key in (*READ_BACK, "guide_which")), last)
    return state.said[start:]


def reads_back(state: State) -> bool:
    """Whether what was said last tells what a yes would do."""
    return any(sentence.key in READ_BACK for sentence in state.said)
