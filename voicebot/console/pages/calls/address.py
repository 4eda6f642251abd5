"""A call by its address."""

from pathlib import Path

from voicebot.archive import folder
from voicebot.console.ask import Ask
from voicebot.console.refusal import NOT_FOUND, Refusal


def path_of(ask: Ask) -> Path:
    """The folder of the call that is asked for. Raises Refusal."""
    found = folder.at(ask.service.settings.calls, ask.param("day"), ask.param("sid"))
    if found is None:
        raise Refusal(NOT_FOUND, "no_call")
    return found


def name_of(path: Path) -> str:
    """`2026-11-24/CA…`, as the index, labels and notes know it."""
    return f"{path.parent.name}/{path.name}"


def page_of(name: str) -> str:
    return f"/console/calls/{name}"
