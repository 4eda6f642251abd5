"""The database of a command, and the office it means."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from calendar_backend import office_ids, open_database
from voicebot.settings import Settings


class Refused(Exception):
    """A command that cannot be carried out. One Japanese sentence with the remedy."""


def add_arguments(parser: argparse.ArgumentParser, office: bool = True) -> None:
    """`--database`, and `--office-id` for commands that mean one office."""
    parser.add_argument(
        "--database", default="", help="データベースの場所（SQLAlchemy URL か SQLite のファイル）"
    )
    if office:
        parser.add_argument("--office-id", default="", help="役所の id。データベースに1つだけなら要りません")


@contextmanager
def opened(args: argparse.Namespace) -> Iterator[Engine]:
    """The database, for as long as the command needs it. Raises DatabaseUnusable."""
    engine = open_database(args.database or Settings().database_url)
    try:
        yield engine
    finally:
        engine.dispose()


def chosen(engine: Engine, office_id: str) -> str:
    """The id of the office that is meant. Raises Refused when that is not clear."""
    known = office_ids(engine)
    if not known:
        raise Refused("データベースに役所がありません。voicebot office load FILE で入れてください。")
    if office_id and office_id not in known:
        raise Refused(
            f"役所「{office_id}」はありません。--office-id に {'、'.join(known)} のどれかを書いてください。"
        )
    if not office_id and len(known) > 1:
        raise Refused(
            f"役所が {len(known)} あります。--office-id に {'、'.join(known)} のどれかを書いてください。"
        )
    return office_id or known[0]
