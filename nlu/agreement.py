"""Whether an answer to a read-back is a clear yes in words that no rule has: 「よし、決まり」, 「その通りやけ、取ってくれんね」."""

from collections.abc import Sequence
from dataclasses import replace

from nlu import acts
from nlu.question import Effect, Question
from nlu.repeated import Repeated
from nlu.vocabulary import answers, assent

SURE = 0.8
"""A yes from here on is taken for one."""

SURE_IN_SPITE = 0.95
"""The same where something is said with it that often speaks against a yes."""


KNOWN = 0.3
"""Below it most of what was heard is in no sentence that was learnt from."""


def agrees(said: Sequence[Repeated], question: Question) -> bool:
    """`said`: every hypothesis without what it only says again; the surest first."""
    return all(
        _agrees(_booking(one), question) if _moves(one, question) else _agrees(one, question) for one in said
    )


def _moves(said: Repeated, question: Question) -> bool:
    """「はい、変更をお願いします」; without a yes and without what is read back it may be another change that is wished."""
    plain = bool(said.kinds) or bool(answers.BEGINS_YES.ends(said.rest))
    return question.effect is Effect.CHANGE and plain


def _booking(said: Repeated) -> Repeated:
    """As though the yes booked."""
    return replace(said, rest=assent.MOVES.replaced(said.rest, "予約し"))


def _agrees(said: Repeated, question: Question) -> bool:
    least = _least(said, question)
    sounds, tokens = told_by(said, question)
    heard = least > 0 and acts.known("agreement", sounds) >= KNOWN
    return heard and acts.likely("agreement", sounds, tokens)["yes"] >= least


def _least(said: Repeated, question: Question) -> float:
    """How sure the table must be; 0: something in it is no yes, however much else is."""
    left = assent.ASKS_FOR_IT.replaced(assent.HARMLESS.replaced(said.rest, " "), " ")
    if question.effect is Effect.CANCEL:
        left = assent.GIVES_BACK.replaced(left, " ")
    barred = assent.STAYS if question.effect is Effect.CANCEL else assent.GIVES_UP
    if not assent.SIGNS.found(said.rest) or not assent.SAYS_AGAIN.replaced(said.rest, "").strip("、。 "):
        return 0.0
    if question.effect is Effect.CHANGE and (
        assent.MOVES.found(said.rest) or assent.UNCHANGED.found(said.rest)
    ):
        return 0.0
    if said.loosely or barred.found(left) or assent.BARS.found(left) or assent.TRAILS.found(said.rest):
        return 0.0
    return SURE_IN_SPITE if assent.OPPOSES.found(assent.NO_OBSTACLE.replaced(left, " ")) else SURE


def told_by(said: Repeated, question: Question) -> tuple[str, tuple[str, ...]]:
    """The sounds beside what is said again, and what is known besides: how much that is, and what a yes would do."""
    does = "cancels" if question.effect is Effect.CANCEL else "books"
    told = ("told of",) if said.told_of else ()
    return acts.sounds(said.rest), (f"repeats {said.kinds}", does, *told)
