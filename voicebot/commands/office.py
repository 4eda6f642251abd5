"""The `office` command: an office's YAML file is checked, loaded into the database, written from it."""

import argparse
import sys
from datetime import date, timedelta

from calendar_backend import OfficeCalendar, OfficeFile, load_office, office_ids
from calendar_backend.amending import FILE
from calendar_backend.amending import load as load_file
from calendar_backend.models import LIVE
from calendar_backend.office_dump import dump_office
from calendar_backend.office_file import check_office
from calendar_backend.opening import Openings
from calendar_backend.place import Attendance
from calendar_backend.stranded import stranded
from voicebot import office_words
from voicebot.clock import SystemClock
from voicebot.commands import opened
from voicebot.commands.contact import contact
from voicebot.commands.refused import Refused

WRONG = 2
"""Exit code when a file must be put right."""

BY = "voicebot office load"
"""Who it was, in the office's history: the command line knows no names."""

AHEAD = timedelta(days=400)
"""Longer than any horizon."""


def check(args: argparse.Namespace) -> int:
    """Every mistake of every file. Exit code 0 or WRONG."""
    wrong = 0
    for path in args.files:
        complaints = check_office(path, office_words.complaints)
        wrong += len(complaints)
        for complaint in complaints:
            print(complaint, file=sys.stderr)
        if not complaints:
            print(f"{path}: 間違いはありません（{_size(load_office(path))}）")
    return WRONG if wrong else 0


def load(args: argparse.Namespace) -> int:
    """All files are read before the first is loaded: a mistake in one loads none.

    Bookings stand; those that are now outside of the hours are listed. Raises OfficeFileError, DatabaseUnusable.
    """
    offices = [load_office(path, office_words.complaints) for path in args.files]
    now = args.now or SystemClock().now()
    with opened.opened(args) as engine:
        for office in offices:
            before = OfficeCalendar(engine, office.id) if office.id in office_ids(engine) else None
            visits = _visits(before, now.date()) if before else []
            done = "入れました" if load_file(engine, office, now, BY, FILE) else "前と同じです"
            print(f"{office.id}: {done}（{_size(office)}）")
            if before:
                closures = before.closures()
                _tell(stranded(visits, Openings(before.office, closures), Openings(office, closures)))
    return 0


def _visits(calendar: OfficeCalendar, today: date) -> list[Attendance]:
    """All that are still to come."""
    days = (today, today + AHEAD)
    found = [a for counter in calendar.office.counters for a in calendar.attendances(counter.id, days)]
    return sorted((a for a in found if a.booking.status in LIVE), key=lambda a: a.start)


def _tell(concerned: list[Attendance]) -> None:
    if concerned:
        print(
            f"新しい時間の外になった予約が {len(concerned)}件あります。予約は消えていません。連絡してください。"
        )
    for visit in concerned:
        print("  " + "  ".join(contact(visit.start, visit.booking)))


def dump(args: argparse.Namespace) -> int:
    """Raises Refused, DatabaseUnusable."""
    with opened.opened(args) as engine:
        text = dump_office(OfficeCalendar(engine, opened.chosen(engine, args.office_id)).office)
    if str(args.file) == "-":
        print(text, end="")
        return 0
    try:
        with args.file.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise Refused(f"{args.file} はもうあります。別の名前を書いてください。") from None
    except OSError as error:
        raise Refused(f"{args.file} に書けません（{error.strerror}）。別の場所を書いてください。") from None
    return 0


def _size(office: OfficeFile) -> str:
    return f"{office.name}、窓口 {len(office.counters)}、手続き {len(office.procedures)}"
