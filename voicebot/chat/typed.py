"""What a caller types: a sentence, or a command that begins with a slash.

The commands are listed in docs/scenarios.md.
"""

import re
from collections.abc import Callable

from nlu.hypothesis import Hypothesis
from voicebot.chat.conversation import Conversation

Act = Callable[[Conversation], None]

_ALONE: dict[str, Act] = {
    "/silence": Conversation.is_silent,
    "/hangup": Conversation.hangs_up,
    "/reconnect": Conversation.breaks,
    "/trouble": Conversation.fails,
}
_SPOKEN = {"/early": Conversation.says_into, "/interrupt": Conversation.interrupts}
_PRESSED = {"/keys": False, "/early-keys": True}
EARLY = ("/early", "/early-keys", "/interrupt")
"""What is said or pressed before the bot has ended."""


class BadLine(Exception):
    """A line that says nothing a caller can do. The message is one sentence with the remedy."""


def read(line: str) -> Act:
    """What the line makes the caller do. Raises BadLine."""
    command, _, rest = line.strip().partition(" ")
    rest = rest.strip()
    if not command.startswith("/"):
        return lambda call: call.says((Hypothesis(line.strip()),))
    if command in _ALONE and not rest:
        return _ALONE[command]
    if command in _SPOKEN and rest:
        return lambda call: _SPOKEN[command](call, (Hypothesis(rest),))
    if command in _PRESSED and re.fullmatch("[0-9*#]+", rest):
        return lambda call: call.presses(rest, _PRESSED[command])
    known = "/keys 1210, /early-keys 1, /early TEXT, /interrupt TEXT, " + ", ".join(_ALONE)
    raise BadLine(f"{line.strip()!r} is none of {known}")
