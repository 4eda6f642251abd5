"""The `callbacks` and `waiting` commands: who is to be phoned, and who waits for a place."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from calendar_backend import CalendarError, OfficeCalendar
from calendar_backend.callbacks import DONE, DROPPED, NOT_REACHED, OPEN, Callback
from calendar_backend.errors import BadWish, DatabaseUnusable, UnknownEntry
from calendar_backend.waiting import OFFERED, WAITING, Waiting
from voicebot.clock import SystemClock
from voicebot.commands import opened
from voicebot.commands.contact import contact
from voicebot.commands.refused import Refused
from voicebot.console.words import words
from voicebot.export.day_sheet import dialled
from voicebot.refusal_words import in_words

BY = "clerk"
STATES = {"done": DONE, "not-reached": NOT_REACHED, "dropped": DROPPED}


def callbacks(args: argparse.Namespace) -> int:
    """Lists what is still to be worked off, or settles one. Raises Refused, DatabaseUnusable."""
    with _calendar(args) as calendar:
        if args.action != "list":
            settled = calendar.settle_callback(args.id, STATES[args.action], _now(args), by=BY)
            print(_callback(settled))
            return 0
        found = calendar.callbacks(OPEN, NOT_REACHED)
    print("\n".join(map(_callback, found)) or "折り返す相手はいません。")
    return 0


def waiting(args: argparse.Namespace) -> int:
    """Lists who waits; `offer` holds what has fallen free for them, `accept` books it, `decline` frees it.

    Raises Refused, DatabaseUnusable.
    """
    with _calendar(args) as calendar:
        names = {p.id: p.name for p in calendar.office.procedures}
        if args.action == "accept":
            booking = calendar.accept(args.id, _now(args), by=BY)
            print("予約しました。" + "  ".join(contact(booking.start, booking)))
        elif args.action == "decline":
            entry = calendar.decline(args.id, _now(args), by=BY, waits_on=args.waits_on)
            print(
                "枠を放しました。"
                + ("次の空きを待ちます。" if entry.state == WAITING else "一覧から外しました。")
            )
        else:
            offered = calendar.offer(_now(args), by=BY) if args.action == "offer" else None
            found = calendar.waiting(WAITING, OFFERED) if offered is None else offered
            nobody = "待っている人はいません。" if offered is None else "空きはありません。"
            print("\n".join(_entry(entry, names) for entry in found) or nobody)
    return 0


@contextmanager
def _calendar(args: argparse.Namespace) -> Iterator[OfficeCalendar]:
    with opened.opened(args) as engine:
        try:
            yield OfficeCalendar(engine, opened.chosen(engine, args.office_id))
        except DatabaseUnusable:
            raise
        except UnknownEntry:
            raise Refused(f"番号 {args.id} は一覧にありません。list で確かめてください。") from None
        except BadWish:
            raise Refused(f"番号 {args.id} にそれはできません。list で確かめてください。") from None
        except CalendarError as error:
            raise Refused(f"{in_words(error)}。list で確かめてください。") from None


def _now(args: argparse.Namespace) -> datetime:
    return args.now or SystemClock().now()


def _callback(entry: Callback) -> str:
    """Number, state, whom, about what."""
    told = contact(entry.booking.start, entry.booking) if entry.booking else (_whom(entry.phone, entry.name),)
    return "  ".join((str(entry.id), words("ja")(f"callbacks.states.{entry.state}"), *told, entry.about))


def _entry(entry: Waiting, names: dict[str, str]) -> str:
    procedures = "、".join(names.get(procedure_id, procedure_id) for procedure_id in entry.procedure_ids)
    days = f"{entry.days[0]}〜{entry.days[1]}"
    cells = [
        str(entry.id),
        words("ja")(f"waiting.states.{entry.state}"),
        _whom(entry.phone, entry.name),
        procedures,
        days,
    ]
    if entry.offered and entry.offered_until:
        cells.append(f"{entry.offered:%Y-%m-%d %H:%M}（{entry.offered_until:%H:%M} まで）")
    return "  ".join(cells)


def _whom(phone: str, name: str) -> str:
    return f"{dialled(phone) or '電話番号なし'}  {name or 'お名前なし'}"
