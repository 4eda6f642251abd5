"""The arguments of the clerk's commands. Their work is imported only when it is asked for: it takes a second."""

import argparse
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

Commands = Any
"""What `ArgumentParser.add_subparsers` returns."""


def add_to(commands: Commands) -> None:
    """Adds all of them to the `voicebot` command."""
    _office(commands.add_parser("office", help="役所のファイルを確かめ、データベースに入れ、書き出します"))
    _token(commands.add_parser("token", help="API のトークン、予定表の秘密の番地を作ります"))


def _later(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    def run(args: argparse.Namespace) -> int:
        code: int = getattr(import_module(f"voicebot.commands.{module}"), function)(args)
        return code

    return run


def _database(parser: argparse.ArgumentParser, office: bool = True) -> None:
    parser.add_argument(
        "--database", default="", help="データベースの場所（SQLAlchemy URL か SQLite のファイル）"
    )
    if office:
        parser.add_argument("--office-id", default="", help="役所の id。データベースに1つだけなら要りません")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"「{text}」は日付ではありません。2026-12-04 のように書いてください"
        ) from None


def _office(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="ファイルの間違いを、行の番号とともにすべて知らせます")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.set_defaults(run=_later("office", "check"))
    load = actions.add_parser("load", help="ファイルをデータベースに入れます。入っている予約は変わりません")
    _database(load, office=False)
    load.add_argument("files", nargs="+", type=Path, metavar="FILE")
    load.set_defaults(run=_later("office", "load"))
    dump = actions.add_parser("dump", help="データベースの役所をファイルに書きます。- は画面に出します")
    _database(dump)
    dump.add_argument("file", type=Path, metavar="FILE")
    dump.set_defaults(run=_later("office", "dump"))


def _token(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    client = actions.add_parser("client", help="API を使うプログラムのトークンを作ります")
    client.add_argument("name", metavar="NAME", help="英数字、- と _")
    client.add_argument(
        "--clerk", action="store_true", help="窓口を閉めることもできます（電話番号が見えます）"
    )
    client.set_defaults(run=_later("token", "client"))
    feed = actions.add_parser("feeds", help="窓口ごとの予定表（iCalendar）の秘密の番地を知らせます")
    _database(feed)
    feed.set_defaults(run=_later("token", "feeds"))
