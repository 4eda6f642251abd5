"""The list of calls: those under way, then those that were, newest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialog.confirming import DOUBTED
from dialog.state import Outcome
from voicebot.archive import findings, search
from voicebot.archive.search import Found, Wish
from voicebot.archive.summary import UNFINISHED
from voicebot.console.ask import Ask, View
from voicebot.console.call_words import CallWords
from voicebot.console.pages.calls import under_way
from voicebot.console.roles import Role
from voicebot.database import reading

MOST = 50
FIRST, LAST = date(2000, 1, 1), date(2999, 12, 31)
LIVE, ENDED = "live", "ended"
FIELDS = ("q", "from", "to", "outcome", "office", "procedure", "label", "state", "low", "silent")
"""What may stand in the address, and in the form."""


@dataclass(frozen=True, slots=True)
class Filters:
    """As they stand in the address."""

    values: dict[str, str]
    complaints: tuple[str, ...]
    """Keys of the texts below `calls`."""

    wish: Wish


def filters(ask: Ask) -> Filters:
    """What cannot be read is told and left out."""
    values = {name: ask.query(name).strip() for name in FIELDS}
    complaints = []
    text = values["q"]
    if text and not ask.may(Role.OPERATOR):
        text = ""  # who may not see names and numbers may not try them either
        complaints.append("no_words")
    first, last = _day(values["from"]), _day(values["to"])
    if (values["from"] and first is None) or (values["to"] and last is None):
        complaints.append("bad_day")
    days = (first or FIRST, last or LAST) if first or last else None
    outcome = values["outcome"]
    known = {*Outcome, "unfinished"}
    outcomes = (UNFINISHED if outcome == "unfinished" else outcome,) if outcome in known else ()
    wish = Wish(
        text=text,
        days=(min(days), max(days)) if days else None,
        outcomes=outcomes,
        office=values["office"],
        procedure=values["procedure"],
        below=DOUBTED if values["low"] else None,
        silences=1 if values["silent"] else 0,
        label=values["label"],
    )
    return Filters(values, tuple(complaints), wish)


def listed(ask: Ask) -> View:
    """`before` in the address: those older than this call."""
    chosen = filters(ask)
    state = chosen.values["state"]
    found: list[Found] = []
    counted = 0
    labels: Mapping[str, Sequence[findings.Label]] = {}
    if state != LIVE:
        with reading(ask.engine) as connection:
            found = [*search.search(connection, chosen.wish, before=_before(ask), most=MOST + 1)]
            counted = search.count(connection, chosen.wish)
            labels = findings.labels(connection, [one.folder for one in found[:MOST]])
    values = chosen.values
    return View(
        "calls/list.html",
        {
            "filters": values,
            "complaints": chosen.complaints,
            "calls": under_way.lines(ask, ask.now) if state != ENDED else None,
            "found": found[:MOST] if state != LIVE else None,
            "counted": counted,
            "most": search.COUNTED,
            "labels": labels,
            "more": found[MOST - 1].id if len(found) > MOST else None,
            "link": {name: value for name, value in values.items() if value},
            "below": DOUBTED,
            **_choices(ask),
        },
    )


def _choices(ask: Ask) -> dict[str, Any]:
    offices = ask.service.parts.offices
    words = CallWords(ask.words)
    return {
        "outcomes": {str(one): words.outcome(one) for one in (*Outcome, "unfinished")},
        "offices": {one.id: one.name.text for one in offices},
        "procedures": {p.id: p.name.text for one in offices for p in one.procedures},
        "all_labels": {one: ask.words(f"dialog.labels.{one}") for one in findings.LABELS},
    }


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None


def _before(ask: Ask) -> int | None:
    before = ask.query("before")
    return int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
