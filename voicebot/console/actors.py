"""Who did something to a booking or a list, as its history names them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from voicebot.console.ask import Ask
from voicebot.database import reading
from voicebot.database.tables import CallRow

CLERK = "clerk:"
WEB = "web:"
"""A resident, on the pages."""
AT_ENTRANCE = ("kiosk:", "ticket:")
"""A device, or the ticket that it gave."""


@dataclass(frozen=True, slots=True)
class Actor:
    kind: str
    """A key below `actors` in the texts."""

    name: str = ""
    call: str = ""
    """The folder of the call, `2026-11-24/CA…`; empty: it is none, or not in the index."""


def clerk(ask: Ask) -> str:
    """Who is signed in, as the calendar keeps it."""
    return f"{CLERK}{ask.name}"


def actors(ask: Ask, texts: Iterable[str]) -> Mapping[str, Actor]:
    """By what the calendar keeps of them."""
    known = set(texts)
    with reading(ask.engine) as connection:
        asked = select(CallRow.sid, CallRow.folder).where(CallRow.sid.in_(known)).order_by(CallRow.id)
        calls = {row.sid: row.folder for row in connection.execute(asked)} if known else {}
    return {text: _actor(text, calls.get(text, "")) for text in known}


def _actor(text: str, folder: str) -> Actor:
    if text.startswith(CLERK):
        return Actor("clerk", text.removeprefix(CLERK))
    if text in ("clerk", "service", "waiting", ""):
        return Actor({"clerk": "command", "": "nobody"}.get(text, text))
    if text.startswith(WEB):
        return Actor("web")
    if text.startswith(AT_ENTRANCE):
        return Actor("kiosk")
    name, colon, _ = text.partition(":")
    if colon:
        return Actor("imported") if name == "import" else Actor("api", name)
    return Actor("call", text, folder)
