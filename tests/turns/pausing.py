"""A pause after a date that was asked for, to be changed in one thing by each test."""

from dataclasses import replace
from typing import Any

from nlu.ending import Ending, SoFar
from nlu.question import Expect
from voicebot.turns.cadence import Cadence
from voicebot.turns.strategy import Pausing

WHOLE = SoFar(Ending.POLITE, complete=True, hesitates=False, certain=0.9, sounds=12)
HALF = SoFar(Ending.PARTICLE, complete=False, hesitates=False, certain=0.9, sounds=6)
PAUSING = Pausing(Expect.DATE, WHOLE, Cadence(), said_ms=1_500, pauses=0, own_ms=400.0)


def pausing(**changes: Any) -> Pausing:
    return replace(PAUSING, **changes)
