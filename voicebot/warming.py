"""What is worked out once for every kind of question, before a caller waits for it."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

import nlu
from dialog.city import city
from dialog.office import Office
from nlu.hints import Hints
from nlu.lexicon import Lexicon
from nlu.question import Expect, Question
from voicebot.speech.recognition import Recognition


async def warm(recognition: Recognition, offices: Sequence[Office], now: datetime) -> None:
    """What the questions of the offices allow today, of each and of all together, here and in the engines. Takes some
    seconds."""
    for lexicon in dict.fromkeys(one.lexicon for one in (*offices, city(tuple(offices)))):
        for hints in await asyncio.to_thread(_hints, lexicon, now):
            await recognition.prepare(hints)


def _hints(lexicon: Lexicon, now: datetime) -> list[Hints]:
    return [nlu.hints_for(Question(expect), now, lexicon) for expect in Expect]
