"""The `calls` command: the records of calls."""

import argparse

from voicebot import database
from voicebot.archive.indexing import catch_up
from voicebot.commands import opened
from voicebot.settings import Settings


def index(args: argparse.Namespace) -> int:
    """Brings the index to what lies below `var/calls`. Raises DatabaseUnusable."""
    calls = Settings().calls
    with opened.opened(args) as engine:
        database.migrate(engine)
        written = sum(1 for _ in catch_up(engine, calls, anew=args.all))
    print(f"{calls}: {written}件の通話を索引に入れました。")
    return 0
