"""The database of a command, and the office it means."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from calendar_backend import office_ids, open_database
from voicebot.commands.refused import Refused
from voicebot.settings import Settings


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
