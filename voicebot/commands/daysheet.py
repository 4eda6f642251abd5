"""The `daysheet` command: the bookings of a day, as a list for a spreadsheet or a page to be printed."""

import argparse
import os
import tempfile
from pathlib import Path

from calendar_backend import OfficeCalendar
from voicebot.clock import SystemClock
from voicebot.commands import opened
from voicebot.commands.refused import Refused
from voicebot.export.day_sheet import as_csv, lines
from voicebot.export.day_sheet_page import page


def run(args: argparse.Namespace) -> int:
    """Writes FILE anew, for its owner's eyes only; .html is the page, .csv the list. Raises Refused,
    DatabaseUnusable."""
    if args.file.suffix not in (".csv", ".html"):
        raise Refused(f"{args.file} の終わりが .csv でも .html でもありません。どちらかにしてください。")
    with opened.opened(args) as engine:
        calendar = OfficeCalendar(engine, opened.chosen(engine, args.office_id))
        office = calendar.office
        wanted = args.counter or [counter.id for counter in office.counters]
        for counter_id in wanted:
            if not office.counter(counter_id):
                known = "、".join(counter.id for counter in office.counters)
                raise Refused(f"窓口「{counter_id}」はありません。{known} のどれかを書いてください。")
        found = [a for counter_id in wanted for a in calendar.attendances(counter_id, (args.day, args.day))]
    rows = lines(office, found)
    if args.file.suffix == ".csv":
        _write(args.file, as_csv(rows).encode("utf-8-sig"))
    else:
        _write(args.file, page(office.name, args.day, rows, args.now or SystemClock().now()).encode())
    print(f"{args.file}: {len(rows)}件")
    return 0


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError as error:
        raise Refused(f"{path} に書けません（{error.strerror}）。別の場所を書いてください。") from None
