"""Whether an answer to a read-back is a clear yes in words that no rule has: 「よし、決まり」, 「その通りやけ、取ってくれんね」."""

from collections.abc import Sequence

from nlu import acts
from nlu.question import Effect, Question
from nlu.repeated import Repeated
from nlu.vocabulary import assent

SURE = 0.8
"""A yes from here on is taken for one."""


def agrees(said: Sequence[Repeated], question: Question) -> bool:
    """`said`: every hypothesis without what it only says again; the surest first."""
    return all(
        not (one.loosely or _barred(one.rest, question))
        and acts.likely("agreement", *told_by(one, question))["yes"] >= SURE
        for one in said
    )


def _barred(text: str, question: Question) -> bool:
    """Whether there is something in it that is no yes, however much else is."""
    left = assent.ASKS_FOR_IT.replaced(assent.HARMLESS.replaced(text, " "), " ")
    if question.effect is Effect.CANCEL:
        left = assent.GIVES_BACK.replaced(left, " ")
        if assent.STAYS.found(left):
            return True
    elif assent.GIVES_UP.found(left):
        return True
    against = assent.OPPOSES.found(assent.NO_OBSTACLE.replaced(left, " "))
    return against or assent.TRAILS.found(text) or assent.BARS.found(left)


def told_by(said: Repeated, question: Question) -> tuple[str, tuple[str, ...]]:
    """The sounds beside what is said again, and what is known besides: how much that is, and what a yes would do."""
    does = "cancels" if question.effect is Effect.CANCEL else "books"
    told = ("told of",) if said.told_of else ()
    return acts.sounds(said.rest), (f"repeats {said.kinds}", does, *told)
