"""Who cannot decide on a day or an hour is helped: what is free first is offered, and there is time to choose."""

from dataclasses import replace

from dialog import place
from dialog.closing import anything_else
from dialog.say import Step, lead, question_said, speak
from dialog.state import Outcome, Phase, State
from prompts import render


def helped(state: State) -> Step:
    """Offers what is free; what is on the table already is said once more, without haste. Who does not know yet what the visit is to be for
    may call again."""
    state = replace(state, misses=0)
    if state.question.procedures:
        return anything_else(
            replace(state, which=(), outcome=state.outcome or Outcome.ANSWERED), render("once_decided")
        )
    if state.phase is Phase.OFFERING:
        return speak(state, render("no_hurry"), *question_said(state))
    if state.booking is not None:
        state = lead(state, "stands_until")
    return place.proceed(lead(replace(state, lists=True), "suggests"))
