"""What a sentence does. A command is obeyed when it is that, and not when its words stand in a sentence that answers, tells
what happened, or was spoken by a machine: 「もう一回言います、午後2時です」, 「係の人に12月4日って言われました」, 「つなぐ場合は1を」.
"""

from collections.abc import Callable

from nlu.hearing import asks_what
from nlu.meaning import Command
from nlu.vocabulary.commands import ALONE, ANNOUNCES, DEEDS, NAMES, TOLD

Holds = Callable[[str], bool]
"""Whether a part of the sentence holds an answer to what was asked."""

_FINAL = (Command.AGENT, Command.GOODBYE)
"""Who asks for these wants them, whatever is named beside."""


def find_command(text: str, answers: Holds, names: Holds) -> Command | None:
    """The command that the sentence is; a person before everything else. `text`: normalized, or a reading; `answers`:
    whether a part of it answers the question; `names`: whether it names anything at all that can be booked."""
    if not text or ANNOUNCES.found(text):
        return None
    if asks_what(text):
        return Command.REPEAT
    for command, name, asks in NAMES:
        for start, end in name.every(text):
            before, behind = text[:start], text[end:]
            if asked := asks.ends(behind):
                rest = behind[max(asked) :]
                if not TOLD.ends(rest) and (command in _FINAL or not answers(rest)):
                    return command
            elif ALONE.ends(behind) and not names(before) and not names(behind):
                return command
    return _deed(text, answers, names)


def _deed(text: str, answers: Holds, names: Holds) -> Command | None:
    for command, deed in DEEDS:
        place = deed.find(text)
        if place is None or TOLD.ends(text, place[1]):
            continue
        moves = command in (Command.BACK, Command.SLOWER, Command.START_OVER)
        if not answers(deed.replaced(text[place[1] :])) and not (moves and names(text[: place[0]])):
            return command
    return None
