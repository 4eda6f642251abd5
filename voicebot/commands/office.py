"""The `office` command: an office's YAML file is checked, loaded into the database, written from it."""

import argparse
import sys
from pathlib import Path

from calendar_backend import OfficeCalendar, OfficeFile, load_into, load_office
from calendar_backend.office_dump import dump_office
from calendar_backend.office_file import check_office
from voicebot.commands import opened

WRONG = 2
"""Exit code when a file must be put right."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`check FILE…`, `load FILE…`, `dump FILE`."""
    actions = parser.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="ファイルの間違いを、行の番号とともにすべて知らせます")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.set_defaults(act=_check)
    load = actions.add_parser("load", help="ファイルをデータベースに入れます。入っている予約は変わりません")
    opened.add_arguments(load, office=False)
    load.add_argument("files", nargs="+", type=Path, metavar="FILE")
    load.set_defaults(act=_load)
    dump = actions.add_parser("dump", help="データベースの役所をファイルに書きます。- は画面に出します")
    opened.add_arguments(dump)
    dump.add_argument("file", type=Path, metavar="FILE")
    dump.set_defaults(act=_dump)


def run(args: argparse.Namespace) -> int:
    """Exit code 0 or WRONG. Raises Refused, OfficeFileError, DatabaseUnusable."""
    code: int = args.act(args)
    return code


def _check(args: argparse.Namespace) -> int:
    wrong = 0
    for path in args.files:
        complaints = check_office(path)
        wrong += len(complaints)
        for complaint in complaints:
            print(complaint, file=sys.stderr)
        if not complaints:
            print(f"{path}: 間違いはありません（{_size(load_office(path))}）")
    return WRONG if wrong else 0


def _load(args: argparse.Namespace) -> int:
    """All files are read before the first is loaded: a mistake in one loads none."""
    offices = [load_office(path) for path in args.files]
    with opened.opened(args) as engine:
        for office in offices:
            done = "入れました" if load_into(engine, office) else "前と同じです"
            print(f"{office.id}: {done}（{_size(office)}）")
    return 0


def _dump(args: argparse.Namespace) -> int:
    with opened.opened(args) as engine:
        text = dump_office(OfficeCalendar(engine, opened.chosen(engine, args.office_id)).office)
    if str(args.file) == "-":
        print(text, end="")
        return 0
    try:
        with args.file.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise opened.Refused(f"{args.file} はもうあります。別の名前を書いてください。") from None
    except OSError as error:
        raise opened.Refused(
            f"{args.file} に書けません（{error.strerror}）。別の場所を書いてください。"
        ) from None
    return 0


def _size(office: OfficeFile) -> str:
    return f"{office.name}、窓口 {len(office.counters)}、手続き {len(office.procedures)}"
