"""The `office` command: an office's YAML file is checked, loaded into the database, written from it."""

import argparse
import sys

from calendar_backend import OfficeCalendar, OfficeFile, load_into, load_office
from calendar_backend.office_dump import dump_office
from calendar_backend.office_file import check_office
from voicebot.commands import opened
from voicebot.commands.refused import Refused

WRONG = 2
"""Exit code when a file must be put right."""


def check(args: argparse.Namespace) -> int:
    """Every mistake of every file. Exit code 0 or WRONG."""
    wrong = 0
    for path in args.files:
        complaints = check_office(path)
        wrong += len(complaints)
        for complaint in complaints:
            print(complaint, file=sys.stderr)
        if not complaints:
            print(f"{path}: 間違いはありません（{_size(load_office(path))}）")
    return WRONG if wrong else 0


def load(args: argparse.Namespace) -> int:
    """All files are read before the first is loaded: a mistake in one loads none.

    Raises OfficeFileError, DatabaseUnusable.
    """
    offices = [load_office(path) for path in args.files]
    with opened.opened(args) as engine:
        for office in offices:
            done = "入れました" if load_into(engine, office) else "前と同じです"
            print(f"{office.id}: {done}（{_size(office)}）")
    return 0


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
