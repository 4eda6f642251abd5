"""The day sheet in the browser, to be printed, or as a list for a spreadsheet."""

import base64
import hashlib

from starlette.responses import HTMLResponse, Response

from voicebot.console import which_office
from voicebot.console.ask import Ask
from voicebot.console.refusal import NOT_FOUND, Refusal
from voicebot.export import day_sheet, day_sheet_page

_STYLE = base64.b64encode(hashlib.sha256(day_sheet_page.STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_STYLE}'; frame-ancestors 'none'; base-uri 'none'"
"""The sheet brings its style along: it is also a file of its own."""


def printed(ask: Ask) -> Response:
    """Of one counter, or of all; with `as=csv` the list. Who took it is on record."""
    calendar, _ = which_office.about(ask)
    day = which_office.day(ask.query("day"), ask.now.date())
    office, only = calendar.office, ask.query("counter")
    if only and office.counter(only) is None:
        raise Refusal(NOT_FOUND, "no_counter")
    book = calendar.day(day, ask.now)
    found = [one.attendance for at in book.counters if only in ("", at.counter_id) for one in at.expected]
    rows = day_sheet.lines(office, found)
    ask.record("bookings.print", f"day:{office.id}/{day}", None, {"counter": only, "lines": len(rows)})
    if ask.query("as") == "csv":
        name = f"{office.id}-{day}{f'-{only}' if only else ''}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        text = day_sheet.as_csv(rows).encode("utf-8-sig")
        return Response(text, headers=headers, media_type="text/csv; charset=utf-8")
    page = day_sheet_page.page(office.name, day, rows, ask.now)
    return HTMLResponse(page, headers={"Content-Security-Policy": _POLICY})
