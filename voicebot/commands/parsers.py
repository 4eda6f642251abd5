"""The arguments of the clerk's commands. Their work is imported only when it is asked for: it takes a second."""

import argparse
from collections.abc import Callable
from datetime import date, datetime, time
from importlib import import_module
from pathlib import Path
from typing import Any

Commands = Any
"""What `ArgumentParser.add_subparsers` returns."""


Moment = Callable[[str], datetime]


def add_to(commands: Commands, moment: Moment) -> None:
    """Adds all of them to the `voicebot` command. `moment` reads the text of --now."""
    _office(
        commands.add_parser("office", help="役所のファイルを確かめ、データベースに入れ、書き出します"), moment
    )
    _close(
        commands.add_parser("close", help="日や窓口を閉め、連絡の要る予約を電話番号とともに知らせます"),
        moment,
    )
    _reopen(commands.add_parser("reopen", help="閉めた日をまた開けます"), moment)
    _import(commands.add_parser("import", help="ほかの仕組みの予約を CSV から入れます"), moment)
    _daysheet(
        commands.add_parser("daysheet", help="1日の予約を、表（.csv）か印刷用の紙面（.html）にします"), moment
    )
    _callbacks(commands.add_parser("callbacks", help="折り返し電話の一覧を見て、済ませます"), moment)
    _waiting(commands.add_parser("waiting", help="空き待ちの一覧を見て、空いた枠を案内します"), moment)
    _token(commands.add_parser("token", help="API のトークン、予定表の秘密の番地を作ります"))
    _user(commands.add_parser("user", help="管理画面の利用者を決めます"))
    _calls(commands.add_parser("calls", help="通話の記録を調べられるようにします"))
    _stats(commands.add_parser("stats", help="お客さまを待たせた時間を、通話の記録からまとめます"))
    _replay(
        commands.add_parser("replay", help="記録された通話を今のプログラムでもう一度行い、違いを並べます")
    )


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


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text.zfill(5))
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"「{text}」は時刻ではありません。8:30 のように書いてください"
        ) from None


def _close(parser: argparse.ArgumentParser, moment: Moment) -> None:
    _database(parser)
    parser.add_argument("--all", action="store_true", help="データベースのすべての役所を閉めます")
    parser.add_argument("--counter", default=None, metavar="ID", help="この窓口だけ")
    parser.add_argument("--from", dest="first", type=_clock, metavar="8:30", help="この時刻から")
    parser.add_argument("--to", dest="last", type=_clock, metavar="17:15", help="この時刻まで")
    parser.add_argument("--name", default="臨時休業", help="お客さまに伝える理由")
    parser.add_argument("--reading", default="りんじきゅうぎょう", help="その読み（ひらがな）")
    parser.add_argument("--now", type=moment, help=argparse.SUPPRESS)
    parser.add_argument("day", type=_day, metavar="2026-12-04")
    parser.set_defaults(run=_later("closing", "close"))


def _reopen(parser: argparse.ArgumentParser, moment: Moment) -> None:
    _database(parser)
    parser.add_argument("--now", type=moment, help=argparse.SUPPRESS)
    parser.add_argument("closure", type=int, metavar="番号", help="close が知らせた番号")
    parser.set_defaults(run=_later("closing", "reopen"))


def _import(parser: argparse.ArgumentParser, moment: Moment) -> None:
    _database(parser)
    parser.add_argument("--dry-run", action="store_true", help="試すだけで、何も書きません")
    parser.add_argument("--now", type=moment, help=argparse.SUPPRESS)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=_later("imported", "run"))


def _daysheet(parser: argparse.ArgumentParser, moment: Moment) -> None:
    _database(parser)
    parser.add_argument("--counter", action="append", default=[], metavar="ID", help="この窓口だけ。何度でも")
    parser.add_argument("--now", type=moment, help=argparse.SUPPRESS)
    parser.add_argument("day", type=_day, metavar="2026-12-04")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.set_defaults(run=_later("daysheet", "run"))


def _office(parser: argparse.ArgumentParser, moment: Moment) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    check = actions.add_parser("check", help="ファイルの間違いを、行の番号とともにすべて知らせます")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.set_defaults(run=_later("office", "check"))
    load = actions.add_parser("load", help="ファイルをデータベースに入れます。入っている予約は変わりません")
    _database(load, office=False)
    load.add_argument("files", nargs="+", type=Path, metavar="FILE")
    load.add_argument("--now", type=moment, help=argparse.SUPPRESS)
    load.set_defaults(run=_later("office", "load"))
    dump = actions.add_parser("dump", help="データベースの役所をファイルに書きます。- は画面に出します")
    _database(dump)
    dump.add_argument("file", type=Path, metavar="FILE")
    dump.set_defaults(run=_later("office", "dump"))


def _callbacks(parser: argparse.ArgumentParser, moment: Moment) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    _listed(actions.add_parser("list", help="まだ済んでいないもの"), moment, "callbacks", entry=False)
    for action, told in (("done", "済んだ"), ("not-reached", "出なかった"), ("dropped", "もう要らない")):
        _listed(actions.add_parser(action, help=told), moment, "callbacks")


def _waiting(parser: argparse.ArgumentParser, moment: Moment) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    _listed(actions.add_parser("list", help="待っている人"), moment, "waiting", entry=False)
    _listed(
        actions.add_parser("offer", help="空いた枠を1時間押さえ、電話する人を知らせます"),
        moment,
        "waiting",
        entry=False,
    )
    _listed(actions.add_parser("accept", help="押さえた枠を予約します"), moment, "waiting")
    decline = actions.add_parser("decline", help="押さえた枠を放します")
    _listed(decline, moment, "waiting")
    decline.add_argument("--waits-on", action="store_true", help="一覧に残り、次の空きを待ちます")


def _listed(parser: argparse.ArgumentParser, moment: Moment, function: str, entry: bool = True) -> None:
    _database(parser)
    parser.add_argument("--now", type=moment, help=argparse.SUPPRESS)
    if entry:
        parser.add_argument("id", type=int, metavar="番号", help="list が知らせた番号")
    parser.set_defaults(run=_later("lists", function), id=None)


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


ROLES = ("viewer", "operator", "clerk", "administrator")


def _user(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    for action, told in (
        ("add", "加えます。パスワードをたずねます（入力がつながれていれば、その1行目）"),
        ("list", "並べます"),
        ("remove", "外します"),
        ("passwd", "パスワードを変えます"),
        ("role", "権限を変えます"),
    ):
        made = actions.add_parser(action, help=told)
        _database(made, office=False)
        if action != "list":
            made.add_argument("name", metavar="NAME")
        if action in ("add", "role"):
            made.add_argument("--role", choices=ROLES, required=True)
        made.set_defaults(run=_later("user", "run"))


def _calls(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True)
    index = actions.add_parser("index", help="まだ索引にない通話を加えます")
    _database(index, office=False)
    index.add_argument("--all", action="store_true", help="すべての通話の索引を作り直します")
    index.set_defaults(run=_later("calls", "index"))


def _stats(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", type=_day, metavar="2026-12-01", help="この日から")
    parser.add_argument("--to", dest="last", type=_day, metavar="2026-12-04", help="この日まで")
    parser.add_argument("--json", action="store_true", help="ミリ秒で、1行の JSON で書きます")
    parser.set_defaults(run=_later("stats", "run"))


def _replay(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "call",
        metavar="CALL",
        help="CallSid、2026-11-24/CallSid、フォルダーの場所。2026-11-24 でその日のすべて",
    )
    parser.add_argument(
        "--from",
        dest="source",
        choices=("events", "audio"),
        default="events",
        help="記録されたできごとから（初めの値）、または音声から（聞き取りもやり直します）",
    )
    parser.add_argument("--json", action="store_true", help="1件を1行の JSON で書きます")
    parser.add_argument("--record", default="", metavar="NAME", help="試験用の録音 NAME を作ります")
    parser.set_defaults(run=_later("replay", "run"))
