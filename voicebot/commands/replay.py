"""The `replay` command: recorded calls run again with today's code."""

import argparse
import contextlib
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from calendar_backend import OfficeCalendar, OfficeFile, office_ids, open_database
from voicebot.commands.refused import Refused
from voicebot.replay import finding, printed, replay
from voicebot.replay.engines import Engines
from voicebot.replay.finding import NoSuchCall
from voicebot.replay.replay import CannotReplay
from voicebot.replay.result import Result, Source
from voicebot.settings import Settings

DIFFERS, BAD = 1, 2

Replay = Callable[[Path], Result]


def run(args: argparse.Namespace) -> int:
    """Exit code 0 where every call ends as it did, 1 where an outcome or a row differs, else 2 where a call could not be
    run again or its record is not whole. Raises Refused, EngineMissing."""
    try:
        paths = finding.find(Settings().calls, args.call)
    except NoSuchCall as error:
        raise Refused(str(error)) from None
    if args.record:
        return _record(paths, args.record)
    codes = set()
    with _replaying(Source(args.source)) as again:
        for path in paths:
            codes.add(_one(path, again, args.json))
    return DIFFERS if DIFFERS in codes else max(codes)


def _one(path: Path, again: Replay, as_json: bool) -> int:
    try:
        result = again(path)
    except CannotReplay as error:
        return _bad(error.call, printed.reason(error), as_json)
    except OSError as error:
        why = f"{replay.name_of(path)}: 読めません（{error.strerror}）。"
        return _bad(replay.name_of(path), why, as_json)
    if as_json:
        print(json.dumps(result.as_json(), ensure_ascii=False), flush=True)
    else:
        print(printed.text(result, shutil.get_terminal_size().columns), flush=True)
    torn = any(kind == "unread" for kind, _ in result.notes)
    return BAD if torn else 0 if result.same_end else DIFFERS


def _bad(call: str, why: str, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"call": call, "error": why}, ensure_ascii=False), flush=True)
    print(f"voicebot: {why}", file=sys.stderr)
    return BAD


@contextlib.contextmanager
def _replaying(source: Source) -> Iterator[Replay]:
    if source is Source.EVENTS:
        yield replay.from_events
        return
    from voicebot.replay.from_audio import from_audio

    engines = _engines()
    with ThreadPoolExecutor(1) as pool:
        yield lambda path: from_audio(path, engines, pool)


def _record(paths: list[Path], name: str) -> int:
    """Makes one call a recording, and keeps it where it plays."""
    from voicebot.replay import keeping, recording
    from voicebot.replay.recording import NoRecording

    try:
        (path,) = paths
    except ValueError:
        raise Refused("録音にできるのは1件です。1件の通話を書いてください。") from None
    try:
        where = keeping.folder()
        keeping.check_name(name, where)
        made = recording.make(path, name, keeping.callers(), _office)
        wrong = keeping.complaints(made, _engines())
        if not wrong:
            print(f"{keeping.keep(made, where)} を書きました。今のプログラムで通ります。")
            return 0
    except NoRecording as error:
        raise Refused(printed.refused(error)) from None
    except CannotReplay as error:
        raise Refused(printed.reason(error)) from None
    except OSError as error:
        raise Refused(f"書けません（{error.strerror}）。") from None
    print("書いていません。今のプログラムではまだ通りません: " + "、".join(wrong))
    return DIFFERS


def _office(office_id: str) -> OfficeFile | None:
    """As it is in the database now."""
    engine = open_database(Settings().database_url)
    try:
        return OfficeCalendar(engine, office_id).office if office_id in office_ids(engine) else None
    finally:
        engine.dispose()


def _engines() -> Engines:
    from voicebot.speech.engines import make_recognizer
    from voicebot.speech.voices import make_synthesizer

    settings = Settings()
    return Engines(make_recognizer(settings.asr), make_synthesizer(settings.tts, settings.var / "voice"))
