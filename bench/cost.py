"""Where the processor time of a call goes: `make bench-cost`.

The recorded calls, in audio time and on one thread: what a frame brings is done before the next comes, and the time of every
part is its own. The wire is there, the socket and the web server are not.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any
from unittest.mock import patch

os.environ.setdefault("OMP_NUM_THREADS", "1")

import prompts
from bench import cost_parts
from bench.cost_parts import CALLER, REST, Clock
from bench.table import Row, report
from calendar_backend import open_database
from prompts.sentence import Sentence
from recordings_fixtures import Call, load_all
from voicebot import database, desks, said_ahead
from voicebot.replay import line
from voicebot.replay.caller import Does, HangsUp, Speaks
from voicebot.replay.engines import Engines
from voicebot.replay.from_audio import played
from voicebot.speech import mulaw, voices, wav
from voicebot.speech.kana_engine import KanaRecognizer
from voicebot.speech.kokoro_voice import KokoroVoice
from voicebot.speech.openjtalk_voice import OpenJTalkVoice
from voicebot.speech.spliced_voice import SplicedVoice
from voicebot.speech.synthesizer import NORMAL_RATE
from voicebot.speech.voice_cache import VoiceCache
from voicebot.speech.voices import AutoVoice, CachedVoice
from voicebot.speech.whisper_writer import WhisperWriter
from voicebot.telephony import transcripts
from voicebot.telephony.pstn import FRAME_BYTES, FRAME_MS
from voicebot.telephony.record import MemoryCallLog

GOAL_S = 3.0
"""Of a processor, a minute of a call, listening and speaking together."""

RENDERED = Path("var/voice")
RATE = 8_000
KEY_FRAMES = 10
"""From one key to the next."""

WAIT_MS = 600
"""From the end of a question to the caller's answer."""

NOISE_DBFS = -55.0
"""Of the line while the caller listens: that of most recorded calls."""

MINUTE_MS = 60_000


class Inline(Executor):
    """Does everything at once, on the thread that asks."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


class Rendered(CachedVoice):
    """Of the pieces rendered ahead and of nothing that an earlier run has left behind."""

    def __init__(self, fresh: VoiceCache) -> None:
        super().__init__(OpenJTalkVoice(), fresh)
        self._kept = CachedVoice(OpenJTalkVoice(), VoiceCache(RENDERED))
        self._ahead = {piece.text for piece in prompts.fixed_pieces()}

    def ready(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes | None:
        ahead = self._kept.ready(sentence, rate) if sentence.text in self._ahead else None
        return ahead or super().ready(sentence, rate)


def voice(folder: Path, recorded: Sequence[Call]) -> AutoVoice:
    """As on the morning of the calls' days: with what setup renders, and the phrases of every office from that day on."""
    files = {(str(call.office_file or ""), call.now.date()) for call in recorded}
    for path, today in sorted(files):
        for file in desks.load([path] if path else []):
            deque(voices.render_phrases(folder, said_ahead.sentences(file, today)), maxlen=0)
    fresh = VoiceCache(folder)
    return AutoVoice(
        CachedVoice(KokoroVoice(), VoiceCache(RENDERED)), SplicedVoice(Rendered(fresh), voices.phrases(fresh))
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("calls", nargs="*", help="ids; all calls unless given")
    args = parser.parse_args(arguments)
    recorded = [call for call in load_all() if not args.calls or call.id in args.calls]
    with tempfile.TemporaryDirectory() as folder:
        engines = Engines(KanaRecognizer(threads=1), voice(Path(folder, "voice"), recorded))
        warm, kept = Path(folder, "warm"), Path(folder, "calls")
        warm.mkdir()
        kept.mkdir()
        play(recorded[0], engines, warm)  # what is prepared once is prepared
        with cost_parts.clock() as clock:
            logs = [play(call, engines, kept) for call in recorded]
        after = transcribed(logs, Path(folder, transcripts.FILE))
    minutes = sum(len(log.caller) for log in logs) / FRAME_BYTES * FRAME_MS / MINUTE_MS
    print(report("cost", rows(clock, after, minutes, len(recorded))))
    return 0


def rows(clock: Clock, after: float, minutes: float, count: int) -> list[Row]:
    """Every part's milliseconds of a processor in a minute, the dearest first, and all together; `after`: seconds for what is
    done when the calls are over."""
    parts = {part: seconds for part, seconds in clock.seconds.items() if part != CALLER}
    whole = sum(parts.values()) / minutes
    what = f"a call-minute, {count} recorded calls of {minutes:.1f} minutes"
    found = [Row(what, f"<= {GOAL_S:.0f} s", f"{whole:.2f} s", whole <= GOAL_S)]
    for part, seconds in sorted(parts.items(), key=lambda item: -item[1]):
        share = f"{seconds * 1_000 / minutes:6.0f} ms, {clock.calls[part] / minutes:7.1f} times"
        found.append(Row(f"of it {part}", "-", share if part != REST else share.split(",")[0]))
    found.append(
        Row("beside it, when the call is over: transcript", "-", f"{after * 1_000 / minutes:6.0f} ms")
    )
    return found


def transcribed(logs: Sequence[MemoryCallLog], path: Path) -> float:
    """Seconds of a processor that the transcripts take."""
    writer = WhisperWriter()
    began = time.process_time()
    for log in logs:
        voice = path.with_suffix(".wav")
        wav.write(voice, mulaw.decode(bytes(log.caller)), RATE)
        transcripts.write(path, voice, log.spans, writer)
    return time.process_time() - began


def play(call: Call, engines: Engines, folder: Path) -> MemoryCallLog:
    """One call, from the greeting to its end, on a calendar of its own."""
    files = desks.load([str(call.office_file)] if call.office_file else [])
    tables = open_database(folder / f"{call.id}.db")
    database.migrate(tables)
    opened = desks.open_all(tables, files)
    calendar = next(iter(opened.values()))
    for at, before in enumerate(call.before):
        for n in range(before.count):
            whose = call.caller if before.phone else f"+819012{at:03d}{n:03d}"
            calendar.book(before.procedure, before.start, whose, f"before-{at}-{n}", call.now)
    calendars = desks.Desks(opened)
    offices = desks.offices(files, call.now.date())
    began = desks.started(offices, "", call.caller, calendars, call.now, NORMAL_RATE)
    log = MemoryCallLog()
    with patch.object(line, "NOISE_DBFS", NOISE_DBFS):
        asyncio.run(played(began, does(call), calendars, log, engines, Inline()))
    tables.dispose()
    return log


def does(call: Call) -> list[Does]:
    """What the caller does after each question."""
    found: list[Does] = []
    for turn in call.turns:
        if turn.hang_up:
            found.append(HangsUp(WAIT_MS))
        elif turn.keys:
            frames = (bytes([mulaw.SILENCE]) * FRAME_BYTES,) * (len(turn.keys) * KEY_FRAMES)
            keys = tuple((n * KEY_FRAMES, key) for n, key in enumerate(turn.keys))
            found.append(Speaks((), frames, keys, WAIT_MS))
        elif turn.path is not None:
            data = mulaw.encode(wav.read(turn.path, RATE))
            data += bytes([mulaw.SILENCE]) * (-len(data) % FRAME_BYTES)
            frames = tuple(data[at : at + FRAME_BYTES] for at in range(0, len(data), FRAME_BYTES))
            found.append(Speaks((), frames, (), WAIT_MS))
    return found


if __name__ == "__main__":
    sys.exit(main())
