"""All sentences by subject, and those that hold what is looked for."""

import unicodedata
from dataclasses import dataclass

from prompts.catalogue import Wording, load, subjects
from voicebot import own_sentences
from voicebot.console.ask import Ask, View
from voicebot.console.page import page
from voicebot.console.roles import Role
from voicebot.database import reading

LIST = "/console/settings/sentences"


@dataclass(frozen=True, slots=True)
class Line:
    key: str
    number: int
    """From 1, as people count."""
    of: int
    said: Wording
    changed: bool

    @property
    def address(self) -> str:
        return f"{LIST}/{self.key}/{self.number}"


def listed(ask: Ask) -> View:
    sought, only = ask.query("q").strip(), ask.query("changed") == "yes"
    with reading(ask.engine) as connection:
        changes = own_sentences.current(connection)
    catalogue = load()
    found: dict[str, list[Line]] = {}
    for subject, keys in subjects().items():
        for key in keys:
            for number, wording in enumerate(catalogue[key]):
                change = changes.get((key, number))
                own = change.wording if change else None
                line = Line(key, number + 1, len(catalogue[key]), own or wording, own is not None)
                if (line.changed or not only) and _holds(line, sought):
                    found.setdefault(subject, []).append(line)
    some = any(change.wording for change in changes.values())
    return View(
        "sentences/list.html", {"subjects": found, "sought": sought, "only": only, "some_changed": some}
    )


def _holds(line: Line, sought: str) -> bool:
    where = _plain(f"{line.key} {line.said.text} {line.said.reading}")
    return all(_plain(word) in where for word in sought.split())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


routes = [page(LIST, listed, needs=Role.CLERK)]
