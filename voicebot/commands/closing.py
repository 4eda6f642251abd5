"""The `close` and `reopen` commands: a day is shut at short notice, and whoever has a booking is to be phoned."""

import argparse

from calendar_backend import BadWish, OfficeCalendar, office_ids
from calendar_backend.callbacks import Callback
from calendar_backend.errors import UnknownCounter, UnknownEntry
from voicebot.clock import SystemClock
from voicebot.commands import opened
from voicebot.commands.contact import contact
from voicebot.commands.refused import Refused
from voicebot.export.day_sheet import in_words

BY = "clerk"
"""Who it was, in the calendar's history: the command line knows no names."""


def close(args: argparse.Namespace) -> int:
    """Shuts one office or all, for a day or a part of it; lists who is concerned. Raises Refused, DatabaseUnusable."""
    now = args.now or SystemClock().now()
    times = (args.first, args.last) if args.first or args.last else None
    if times and not all(times):
        raise Refused("一部の時間だけ閉めるときは、--from と --to を両方書いてください。")
    with opened.opened(args) as engine:
        offices = office_ids(engine) if args.all else [opened.chosen(engine, args.office_id)]
        for office_id in offices:
            calendar = OfficeCalendar(engine, office_id)
            try:
                closure, callbacks = calendar.close(
                    args.day, args.name, args.reading, now, by=BY, counter_id=args.counter, times=times
                )
            except UnknownCounter:
                known = "、".join(counter.id for counter in calendar.office.counters)
                raise Refused(
                    f"窓口「{args.counter}」はありません。{known} のどれかを書いてください。"
                ) from None
            except BadWish:
                raise Refused("過ぎた日と、終わりが始まりより前の時間は閉められません。") from None
            counter = calendar.office.counter(args.counter) if args.counter else None
            place = f"{calendar.office.name}{f' {counter.name}' if counter else ''}"
            print(f"{place}を {in_words(args.day)}に閉めました（{closure.name}、番号 {closure.id}）。")
            _tell(calendar, callbacks)
    return 0


def reopen(args: argparse.Namespace) -> int:
    """Lifts a closure. Raises Refused, DatabaseUnusable."""
    now = args.now or SystemClock().now()
    with opened.opened(args) as engine:
        calendar = OfficeCalendar(engine, opened.chosen(engine, args.office_id))
        try:
            dropped = calendar.reopen(args.closure, now, by=BY)
        except UnknownEntry:
            known = "、".join(f"{c.id}（{in_words(c.day)}）" for c in calendar.closures()) or "ありません"
            raise Refused(f"番号 {args.closure} で閉めた日はありません。閉めてある日: {known}。") from None
    print(f"また開けました。折り返し電話の一覧から {len(dropped)}件を消しました。")
    return 0


def _tell(calendar: OfficeCalendar, callbacks: list[Callback]) -> None:
    if not callbacks:
        print("その時間に予約はありません。")
        return
    print(f"予約が {len(callbacks)}件あります。予約は消えていません。折り返し電話の一覧に載せました。")
    for callback in callbacks:
        booking = callback.booking
        assert booking is not None
        print("  " + "  ".join(contact(booking.start, booking)))
