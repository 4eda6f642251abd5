"""The `voicebot` command."""

import argparse
import asyncio
import json
import logging
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from numbering import BadNumber, caller_id
from voicebot import hear, understand
from voicebot.clock import TOKYO
from voicebot.commands import parsers
from voicebot.settings import BadSetting, Settings

USAGE_ERROR = 2
LAST_PORT = 65_535
OFFICE = "YAML file of the office, or several with commas between; the demo office unless given"


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a moment like 2026-11-24T10:00+09:00") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=TOKYO)


def _number(text: str) -> str:
    """As E.164; empty where it is withheld."""
    try:
        return caller_id(text)
    except BadNumber as error:
        raise argparse.ArgumentTypeError(f"{error}; write it like +81935551234") from None


def _number_as_sent(text: str) -> str:
    """As E.164, or what a network sends in the place of a number that is withheld."""
    return _number(text) or text


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; give a number from 0 to {LAST_PORT}")
    return int(text)


def _step(text: str) -> Any:
    from voicebot.telephony.caller import BadStep, parse_step

    try:
        return parse_step(text)
    except BadStep as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="voicebot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    serve = commands.add_parser("serve", help="take calls")
    serve.add_argument("--host", default=Settings.host)
    serve.add_argument("--port", type=_port, default=Settings.port)
    serve.add_argument("--database", default="", help="SQLAlchemy URL or a SQLite file")
    serve.add_argument("--office", default="", help=OFFICE)
    serve.add_argument("--now", type=_moment, help="pin the clock: 2026-11-24T10:00+09:00")
    serve.add_argument("--asr", default="", help="auto, kana, vosk or whisper")
    serve.add_argument("--tts", default="", help="auto, kokoro, openjtalk or pyttsx3")
    serve.set_defaults(run=_serve)

    call = commands.add_parser("call", help="phone a running service with recordings and keys")
    call.add_argument("--url", default=f"http://{Settings.host}:{Settings.port}")
    call.add_argument(
        "--from", dest="number", type=_number_as_sent, default="+81935551234", help='the caller; "": withheld'
    )
    call.add_argument("--json", action="store_true", help="end with one line of JSON")
    call.add_argument("--fast", action="store_true", help="wait in real time only for answers")
    call.add_argument(
        "steps",
        nargs="+",
        type=_step,
        metavar="STEP",
        help="one for each answer: a WAV file, or keys:09012345678@2s to press keys, two seconds before each",
    )
    call.set_defaults(run=_call)

    chat = commands.add_parser(
        "chat", help="a typed call with the same dialog and calendar; or a written one"
    )
    chat.add_argument("--now", type=_moment, help="when the phone rings: 2026-11-24T10:00+09:00")
    chat.add_argument(
        "--from", dest="number", type=_number, default="+819012345678", help='the caller; "": withheld'
    )
    chat.add_argument(
        "--database", default="", help="SQLAlchemy URL or a SQLite file; a new one unless given"
    )
    chat.add_argument(
        "--to", dest="called", type=_number, default="", help="the number dialled: of one office, or of none"
    )
    chat.add_argument("--office", default="", help=OFFICE)
    chat.add_argument("--script", type=Path, metavar="FILE", help="a scenario instead of the keyboard")
    chat.add_argument("--json", action="store_true", help="print the record of the call as JSON lines")
    chat.set_defaults(run=_chat)

    bookings = commands.add_parser("bookings", help="list the bookings")
    bookings.add_argument("--database", default="")
    bookings.add_argument("--office", default="")
    bookings.add_argument("--json", action="store_true")
    bookings.set_defaults(run=_bookings)

    parsers.add_to(commands, _moment)

    models = commands.add_parser("models", help="which models are present")
    models.add_argument("--get", choices=["vosk-ja"], help="get a model from its maker")
    models.set_defaults(run=_models)

    listen = commands.add_parser("hear", help="what the recognizer makes of recordings")
    hear.add_arguments(listen)
    listen.set_defaults(run=hear.run)

    meaning = commands.add_parser("understand", help="what a text means: date, time, procedure, answer")
    understand.add_arguments(meaning, _moment)
    meaning.set_defaults(run=understand.run)

    prompts = commands.add_parser("prompts", help="the sentences and their voices")
    prompts.add_argument("action", choices=["list", "check", "render"])
    prompts.add_argument("file", nargs="?", help="sentences to check; the project's own unless given")
    prompts.set_defaults(run=_prompts)
    return parser


def _settings(args: argparse.Namespace) -> Settings:
    settings = Settings()
    given: dict[str, Any] = {
        "host": getattr(args, "host", ""),
        "port": getattr(args, "port", None),
        "database": getattr(args, "database", ""),
        "office_file": getattr(args, "office", ""),
        "asr": getattr(args, "asr", ""),
        "tts": getattr(args, "tts", ""),
        "now": getattr(args, "now", None),
    }
    return replace(settings, **{key: value for key, value in given.items() if value not in ("", None)})


def _serve(args: argparse.Namespace) -> int:
    from voicebot.serve import serve

    serve(_settings(args))
    return 0


def _call(args: argparse.Namespace) -> int:
    from voicebot.telephony.caller import CallFailed, Pace, phone

    pace = Pace.FAST if args.fast else Pace.REALTIME
    try:
        result = asyncio.run(phone(args.url, args.steps, args.number, pace=pace, tell=_told))
    except CallFailed as error:
        print(f"voicebot: {error}", file=sys.stderr)
        return 1
    if args.json:
        print(json.dumps(result.as_json(), ensure_ascii=False))
    return 0 if result.outcome not in (None, "failed") else 1


def _chat(args: argparse.Namespace) -> int:
    from voicebot.chat import command

    return command.run(args)


def _told(side: str, text: str) -> None:
    print(f"{side:>6}: {text}", flush=True)


def _bookings(args: argparse.Namespace) -> int:
    from calendar_backend import OfficeCalendar, office_ids, open_database
    from voicebot import desks

    settings = _settings(args)
    named = [file.id for file in desks.load(settings.office_files)] if settings.office_files else None
    engine = open_database(settings.database_url)
    known = [one for one in office_ids(engine) if named is None or one in named]
    found = [booking for one in known for booking in OfficeCalendar(engine, one).bookings()]
    engine.dispose()
    if args.json:
        print(json.dumps([booking.as_row() for booking in found], ensure_ascii=False))
    for booking in [] if args.json else found:
        done = "、".join(booking.procedure_ids)
        start = booking.start.isoformat()
        print(booking.number, start, done, booking.status, booking.phone, sep="  ")
    return 0


def _models(args: argparse.Namespace) -> int:
    from voicebot.speech import models

    if args.get:
        models.get_vosk_ja()
    print(models.table())
    return 0


def _prompts(args: argparse.Namespace) -> int:
    import prompts
    from voicebot import desk, desks, said_ahead
    from voicebot.clock import SystemClock
    from voicebot.speech import voices

    if args.action == "check":
        complaints = prompts.check(Path(args.file)) if args.file else prompts.check()
        print("\n".join(complaints) or "nothing is wrong")
        return USAGE_ERROR if complaints else 0
    folder = Settings().var / "voice"
    if args.action == "render":
        files, rate = desks.load(Settings().office_files), Settings().rate
        known = [desk.office(file) for file in files]
        standing = [sentence for office in known for sentence in desk.standing_sentences(office)]
        voices.render_catalogue(folder, print, dict.fromkeys(standing), rate)
        today = SystemClock().now().date()
        wanted = (sentence for file in files for sentence in said_ahead.sentences(file, today))
        for phrase in voices.render_phrases(folder, wanted, rate):
            print(f"voice: {phrase.text}")
    else:
        print(voices.catalogue_table())
    return 0


def _sentences() -> tuple[type[Exception], ...]:
    """The errors whose message is one clear sentence for whoever started the command."""
    from calendar_backend import DatabaseUnusable, OfficeFileError
    from prompts import PromptsError
    from voicebot.chat.deeds import DeedFailed
    from voicebot.chat.scenario import BrokenScenario
    from voicebot.commands.refused import Refused
    from voicebot.hear import BadCandidates
    from voicebot.speech.recognizer import EngineMissing
    from voicebot.speech.wav import BadRecording

    return (
        BadSetting,
        BrokenScenario,
        DeedFailed,
        Refused,
        BadCandidates,
        DatabaseUnusable,
        OfficeFileError,
        PromptsError,
        EngineMissing,
        BadRecording,
    )


def main() -> None:
    """Exit code 0 when done, 1 when a call failed, 2 when something must be put right first."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    args = _parser().parse_args()
    try:
        code = args.run(args)
    except KeyboardInterrupt:
        code = 130
    except Exception as error:
        from voicebot.server import CannotStart

        if not isinstance(error, (CannotStart, *_sentences())):
            raise
        print(f"voicebot: {error}", file=sys.stderr)
        code = USAGE_ERROR
    sys.exit(code)
