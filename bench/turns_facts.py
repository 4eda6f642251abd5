"""What a strategy may go by in each pause, as soon as it may: the typed facts of a guess come when the guess is done."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bench import ears_samples
from bench.ears_sentences import NOW
from bench.turns_curve import PAUSE_MS, Until
from bench.turns_heard import PER_MS, HeardTurn, Silence
from nlu.ending import so_far
from nlu.interpret import interpret
from nlu.question import Question
from voicebot.turns.cadence import SPAN_MS, Cadence, cadence
from voicebot.turns.own_pauses import OwnPauses
from voicebot.turns.strategy import Pausing, Strategy

GUESS_MS = (100, 250)
"""What a guess takes on an idle core, of a word and of LONG_MS or more; the machine that measures is not asked."""

LONG_MS = 10_000


@dataclass(frozen=True, slots=True)
class Known:
    """In one pause."""

    pausing: Pausing
    known_ms: int
    """Silence after which the guess is there."""

    longer_ms: int
    """How long the caller paused; 0 at the end."""


def known(turns: Sequence[HeardTurn]) -> list[list[Known]]:
    """For each turn each of its silences; turns of one caller follow each other."""
    lexicon = ears_samples.lexicon()
    found: list[list[Known]] = []
    own, caller = OwnPauses(), ""
    for number, one in enumerate(turns):
        if one.turn.caller != caller:
            own, caller = OwnPauses(), one.turn.caller
        question = Question(one.turn.expect)
        found.append([])
        for before, silence in enumerate(one.silences):
            meaning = interpret(silence.guess, question, NOW, lexicon)
            said_ms = silence.ended_ms - silence.started_ms
            pausing = Pausing(
                one.turn.expect, so_far(silence.guess, meaning, question), _cadence(one, silence), said_ms,
                before, own.median_ms,
            )  # fmt: skip
            longer_ms = silence.length_ms or 0
            known_ms = PAUSE_MS + round(GUESS_MS[0] + (GUESS_MS[1] - GUESS_MS[0]) * min(1, said_ms / LONG_MS))
            found[-1].append(Known(pausing, known_ms, longer_ms))
            if longer_ms:
                own.add(longer_ms)
        if number % 100 == 99:
            print(f"{number + 1} turns understood", file=sys.stderr, flush=True)
    return found


def until(turns: Sequence[HeardTurn], found: Sequence[Sequence[Known]], strategy: Strategy) -> Until:
    """When the strategy ends a turn: by the guess, as soon as it is there."""
    known = {id(one): each for one, each in zip(turns, found, strict=True)}

    def ends(one: HeardTurn, _silence: Silence, number: int) -> float:
        this = known[id(one)][number]
        unheard = strategy.patience_ms(replace(this.pausing, so_far=None))
        heard = max(this.known_ms, strategy.patience_ms(this.pausing))
        return unheard if unheard < this.known_ms else heard

    return ends


def _cadence(one: HeardTurn, silence: Silence) -> Cadence:
    first = max(silence.started_ms, silence.ended_ms - SPAN_MS)
    return cadence(one.turn.pcm[first * PER_MS : silence.ended_ms * PER_MS])
