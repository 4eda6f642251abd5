"""The `import` command: bookings of another system come into the calendar."""

import argparse
import sys
from datetime import datetime

from calendar_backend import CalendarError, DatabaseUnusable, OfficeCalendar
from calendar_backend.errors import StepReused
from calendar_backend.rehearsal import rehearse
from voicebot.clock import SystemClock
from voicebot.commands import opened
from voicebot.commands.refused import Refused
from voicebot.export import booking_list
from voicebot.export.booking_list import BadList, Line
from voicebot.refusal_words import in_words

SOME_REFUSED = 1
"""Exit code when not every line can be taken over."""


def run(args: argparse.Namespace) -> int:
    """Takes over what it can, each line whole; the same file again adds nothing. Every refused line is told with
    its reason; with --dry-run nothing is written. Raises Refused, DatabaseUnusable."""
    try:
        data = args.file.read_bytes()
    except OSError as error:
        raise Refused(f"{args.file} が読めません（{error.strerror}）。場所を確かめてください。") from None
    now = args.now or SystemClock().now()
    with opened.opened(args) as engine:
        calendar = OfficeCalendar(engine, opened.chosen(engine, args.office_id))
        try:
            lines = booking_list.read(data, calendar.office)
        except BadList as error:
            raise Refused(f"{args.file}: {error}") from None
        if args.dry_run:
            wishes = [line.wish for line in lines if line.wish]
            refused = rehearse(engine, calendar.office.id, wishes, now)
            answers = [_why(error) if error else "" for error in refused]
        else:
            answers = [_taken_over(calendar, line, now) for line in lines if line.wish]
    return _tell(lines, answers, args.dry_run)


def _taken_over(calendar: OfficeCalendar, line: Line, now: datetime) -> str:
    """Empty when it is booked, else why it is not. Raises DatabaseUnusable."""
    wish = line.wish
    assert wish is not None
    who = {"name": wish.name, "people": wish.people, "step": wish.step, "number": wish.number}
    who |= {"details": wish.details}
    try:
        booking = calendar.book(
            wish.procedures,
            wish.start,
            wish.phone,
            wish.client,
            now,
            by_clerk=True,
            **who,  # type: ignore[arg-type]
        )
    except DatabaseUnusable:
        raise
    except CalendarError as error:
        return _why(error)
    other = f"（{wish.number} ではありません）" if wish.number not in ("", booking.number) else ""
    print(f"{_where(line)}: 予約番号 {booking.number}{other}")
    return ""


def _why(error: CalendarError) -> str:
    if isinstance(error, StepReused):
        return "前に入れた後で、変更か取り消しがされています。"
    return f"{in_words(error)}。"


def _where(line: Line) -> str:
    return f"{'・'.join(map(str, line.numbers))}行目"


def _tell(lines: list[Line], answers: list[str], rehearsed: bool) -> int:
    """`answers`: of the lines that could be read, in order."""
    told = iter(answers)
    problems = [(line, line.problem or next(told)) for line in lines]
    refused = [(line, problem) for line, problem in problems if problem]
    for line, problem in refused:
        print(f"{_where(line)}: 入れられません。{problem}", file=sys.stderr)
    good = len(lines) - len(refused)
    done = "を入れられます。試しただけで、何も書いていません。" if rehearsed else "を入れました。"
    print(f"{len(lines)}件のうち {good}件{done}")
    return SOME_REFUSED if refused else 0
