"""The `chat` command: a call at the keyboard, or a scenario."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from dialog.actions import HangUp, Say, Transfer
from dialog.state import Phase
from voicebot import desks
from voicebot.chat import house, played, scenario, typed
from voicebot.chat.conversation import Conversation
from voicebot.clock import SteppedClock, SystemClock
from voicebot.settings import offices_in
from voicebot.telephony.record import dump_event

NOT_AS_EXPECTED = 1


def run(args: argparse.Namespace) -> int:
    """Exit code 0, or 1 when a scenario did not go as expected.

    Raises BrokenScenario, DeedFailed, OfficeFileError, DatabaseUnusable.
    """
    return _script(args) if args.script else _keyboard(args)


def _script(args: argparse.Namespace) -> int:
    written = scenario.load(args.script)
    office_files = offices_in(args.office) or written.office_files(args.script)
    with house.opened(args.database, office_files) as (files, calendars):
        done = played.play(written, files, calendars, _silent if args.json else _printed)
    if args.json:
        _print_record(done.conversation)
    for complaint in done.complaints:
        print(f"not as expected: {complaint}", file=sys.stderr)
    return NOT_AS_EXPECTED if done.complaints else 0


def _keyboard(args: argparse.Namespace) -> int:
    now: datetime = args.now or SystemClock().now()
    with house.opened(args.database, offices_in(args.office)) as (files, calendars):

        def told(say: Say) -> None:
            if not args.json:
                _printed("bot", "".join(sentence.text for sentence in say.sentences))

        served, clock = desks.offices(files, now.date()), SteppedClock(now)
        call = Conversation(served, desks.Desks(calendars), clock, args.number, called=args.called, told=told)
        for line in _lines():
            try:
                typed.read(line)(call)
            except typed.BadLine as error:
                print(f"voicebot: {error}", file=sys.stderr)
            if call.state.phase is Phase.CLOSING or line.lstrip().startswith(typed.EARLY):
                call.hear_out()
            if call.ended:
                break
        if not call.ended:
            call.hangs_up()
    if args.json:
        _print_record(call)
    else:
        _printed("end", f"{call.state.outcome}{_where(call.over)}")
    return 0


def _lines() -> Iterator[str]:
    """What is typed, or comes through a pipe; blank lines are nothing."""
    while True:
        try:
            line = input("> " if sys.stdin.isatty() else "")
        except EOFError:
            return
        if line.strip():
            yield line


def _where(over: Transfer | HangUp | None) -> str:
    return f", connected with {over.phone}" if isinstance(over, Transfer) else ""


def _print_record(call: Conversation) -> None:
    """The lines of the call's record, with what the bot said, and its outcome."""
    for happened in call.happened:
        said = [s.text for action in happened.actions if isinstance(action, Say) for s in action.sentences]
        actions = [type(action).__name__ for action in happened.actions]
        _print_line({"ms": happened.ms, **dump_event(happened.event), "actions": actions, "said": said})
    _print_line(
        {"call_sid": call.call.sid, "outcome": call.state.outcome, "booking": call.call.booking},
    )


def _print_line(data: dict[str, Any]) -> None:
    print(json.dumps(data, ensure_ascii=False))


def _printed(side: str, text: str) -> None:
    print(f"{side:>6}: {text}", flush=True)


def _silent(side: str, text: str) -> None:
    pass
