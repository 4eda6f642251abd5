"""The `token` command: what other programs need in order to be let in."""

import argparse
import re

from calendar_backend import OfficeCalendar
from voicebot.api.client import Right, digest, new_token
from voicebot.commands import opened
from voicebot.commands.refused import Refused
from voicebot.export import feed_address
from voicebot.settings import Settings


def client(args: argparse.Namespace) -> int:
    """A new token, shown this once, and the entry that lets it in. Raises Refused."""
    if not re.fullmatch("[A-Za-z0-9_-]{1,40}", args.name):
        raise Refused(f"「{args.name}」は名前に使えません。英数字、- と _ で40字までにしてください。")
    token = new_token()
    right = Right.CLERK if args.clerk else Right.BOOK
    print(f"トークン（今だけ表示します）: {token}")
    print(f"VOICEBOT_API_CLIENTS に、コンマで区切って足してください: {args.name}:{right}:{digest(token)}")
    return 0


def feeds(args: argparse.Namespace) -> int:
    """The address of every counter's feed. Raises Refused, DatabaseUnusable."""
    settings = Settings()
    if not settings.feed_key:
        remedy = f"たとえば VOICEBOT_FEED_KEY={new_token()} です。"
        raise Refused(f"VOICEBOT_FEED_KEY がありません。人に知られない長い文字を決めてください。{remedy}")
    base = settings.public_url or f"http://{settings.host}:{settings.port}"
    with opened.opened(args) as engine:
        office = OfficeCalendar(engine, opened.chosen(engine, args.office_id)).office
    for counter in office.counters:
        print(f"{counter.name}: {base}{feed_address.path(settings, office.id, counter.id)}")
    return 0
