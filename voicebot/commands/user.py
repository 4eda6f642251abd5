"""The `user` command: who may sign in to the console."""

import argparse
import getpass
import sys

from voicebot import database
from voicebot.clock import SystemClock
from voicebot.commands import opened
from voicebot.commands.refused import Refused
from voicebot.console import accounts, passwords
from voicebot.console.roles import Role
from voicebot.console.words import words
from voicebot.database import reading, writing

BY = "command"
"""Who, in the audit log."""


def run(args: argparse.Namespace) -> int:
    """Raises Refused, DatabaseUnusable."""
    names = words("ja")
    now = SystemClock().now()
    with opened.opened(args) as engine:
        database.migrate(engine)
        if args.action == "list":
            with reading(engine) as connection:
                known = accounts.all_of(connection, now)
            print(
                "\n".join(f"{one.name}  {names(f'roles.{one.role}')}（{one.role}）" for one in known)
                or "利用者はまだいません。"
            )
            return 0
        password = _password() if args.action in ("add", "passwd") else ""
        try:
            with writing(engine) as connection:
                match args.action:
                    case "add":
                        accounts.add(connection, args.name, Role(args.role), password, now, BY)
                    case "remove":
                        accounts.remove(connection, args.name, now, BY)
                    case "passwd":
                        accounts.set_password(connection, args.name, password, now, BY)
                    case "role":
                        accounts.set_role(connection, args.name, Role(args.role), now, BY)
        except (accounts.BadAccount, passwords.BadPassword) as error:
            raise Refused(accounts.problem(names, error)) from None
    print("できました。")
    return 0


def _password() -> str:
    """Typed twice; where nobody sits at the keyboard, the first line of the input. Raises Refused."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("パスワード: ")
    if getpass.getpass("もう一度: ") != password:
        raise Refused("2つのパスワードが違います。もう一度実行してください。")
    return password
