"""What a sentence does. A command is obeyed when it is that, and not when its words stand in a sentence that answers, tells
what happened, or was spoken by a machine: 「もう一回言います、午後2時です」, 「係の人に12月4日って言われました」, 「つなぐ場合は1を」.
"""

from collections.abc import Callable

from nlu.command_words import ALONE, ANNOUNCES, DEEDS, NAMES, TOLD
from nlu.meaning import Command

Holds = Callable[[str], bool]
"""Whether a part of the sentence holds an answer to what was asked."""

_FINAL = (Command.AGENT, Command.GOODBYE)
"""Who asks for these wants them, whatever is named beside."""


def find_command(text: str, answers: Holds, names: Holds) -> Command | None:
    """The command that the sentence is; a person before everything else. `text`: normalized, or a reading; `answers`:
    whether a part of it answers the question; `names`: whether it names anything at all that can be booked."""
    if not text or ANNOUNCES.search(text):
        return None
    for command, name, asks in NAMES:
        for match in name.finditer(text):
            before, behind = text[: match.start()], text[match.end() :]
            if (asked := asks.match(behind)) and not TOLD.match(behind, asked.end()):
                if command in _FINAL or not answers(behind[asked.end() :]):
                    return command
            elif ALONE.match(behind) and not names(before) and not names(behind):
                return command
    return _deed(text, answers, names)


def _deed(text: str, answers: Holds, names: Holds) -> Command | None:
    for command, deed in DEEDS:
        match = deed.search(text)
        if match is None or TOLD.match(text, match.end()):
            continue
        moves = command in (Command.BACK, Command.SLOWER)
        if not answers(text[match.end() :]) and not (moves and names(text[: match.start()])):
            return command
    return None
