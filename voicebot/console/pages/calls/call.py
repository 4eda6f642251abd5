"""One call: what is known of it, how it sounded, and what happened turn by turn."""

from typing import Any

from dialog import events
from voicebot.archive import findings, sound
from voicebot.console.ask import Ask, View
from voicebot.console.call_shown import ShownCall
from voicebot.console.call_words import CallWords
from voicebot.console.pages.calls.address import name_of, page_of, path_of
from voicebot.console.pages.calls.findings import may_remove
from voicebot.console.roles import Role
from voicebot.console.transcript import moment
from voicebot.console.waveform import waveform
from voicebot.database import reading


def shown(ask: Ask) -> View:
    """Also where half of its files are missing: it says which. Raises Refusal."""
    path = path_of(ask)
    name = name_of(path)
    call = ShownCall.read(path, ask.may(Role.OPERATOR), ask.words)
    with reading(ask.engine) as connection:
        labels = findings.labels(connection, [name]).get(name, ())
        notes = findings.notes(connection, name)
    live = any(one.sid == path.name for one in ask.service.calls.under_way)
    given = {one.label for one in labels}
    return View(
        "calls/call.html",
        {
            "page": page_of(name),
            "sid": path.name,
            "facts": _facts(ask, call, live),
            "live": live,
            "missing": [] if live else call.missing(),
            "unread": call.call.unread,
            "followed": call.turns.followed or not call.call.lines,
            "turns": call.rows(),
            "ms": call.sound.ms,
            "wave": waveform(call) if call.sound.streams else None,
            "moment": moment,
            "sides": sound.SIDES,
            "labels": labels,
            "free_labels": [one for one in findings.LABELS if one not in given],
            "notes": notes,
            "may_remove": lambda who: may_remove(ask, who),
            "longest": findings.LONGEST,
        },
    )


def _facts(ask: Ask, call: ShownCall, live: bool) -> dict[str, Any]:
    written = call.call.outcome or {}
    state, office = call.state, call.office
    words = CallWords(ask.words, office, call.clear)
    ended = "live" if live else str(written.get("outcome") or "")
    booking = written.get("booking")
    number = str(booking.get("number") or "") if isinstance(booking, dict) else ""
    lasted = (call.call.ended - call.call.began).total_seconds()
    started = next((e for line in call.call.lines if isinstance(e := line.event, events.CallStarted)), None)
    listed = written.get("procedures")
    ids = map(str, listed) if isinstance(listed, list) else state.procedures if state else ()
    return {
        "began": call.call.began,
        "seconds": call.sound.ms // 1000 or max(0, round(lasted)),
        "outcome": words.outcome(ended),
        "office": office.name.text if office and office.id else "",
        "office_id": office.id if office else "",
        "procedures": words.procedures(ids),
        "booking": number,
        "caller": started.caller if started else "",
    }
