"""What was done by whom."""

from voicebot.console import audit
from voicebot.console.ask import Ask, View
from voicebot.console.page import page
from voicebot.console.roles import Role
from voicebot.database import reading

MOST = 50


def log(ask: Ask) -> View:
    """The newest first; `before` in the address: those older than this line."""
    before = ask.query("before")
    who, target = ask.query("who").strip(), ask.query("target").strip()
    older = int(before) if before.isascii() and before.isdigit() and len(before) < 19 else None
    with reading(ask.engine) as connection:
        found = audit.deeds(connection, who=who, target=target, before=older, most=MOST + 1)
    shown = found[:MOST]
    more = shown[-1].id if len(found) > MOST else None
    return View("audit_log.html", {"deeds": shown, "more": more, "by": who, "target": target})


routes = [page("/console/audit", log, needs=Role.ADMINISTRATOR, nav="audit.nav")]
