"""Records to replay: written calls, and calls that a voice is made to speak."""

import asyncio
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from recordings_fixtures import Turn, Voice
from recordings_fixtures.make import render
from tests.telephony.conftest import NOW
from voicebot import desks
from voicebot.chat import house
from voicebot.chat.played import play
from voicebot.chat.scenario import load
from voicebot.clock import SteppedClock
from voicebot.replay.caller import Acted, Speaks
from voicebot.replay.engines import Engines
from voicebot.replay.line import Line
from voicebot.speech import mulaw
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.telephony.caller_script import Keys
from voicebot.telephony.calls import Call, Stage
from voicebot.telephony.parts import Parts
from voicebot.telephony.pstn import FRAME_BYTES
from voicebot.telephony.record import FileCallLog
from voicebot.telephony.session import Session

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
DAY, SID = "2026-11-24", "CA0123456789"
QUIET_MS = 600


def written_call(calls: Path, scenario: str, sid: str = SID) -> Path:
    """A written call's folder, as the telephone would have left it, without its sound."""
    path = SCENARIOS / f"{scenario}.yaml"
    written = load(path)
    with house.opened(office_files=written.office_files(path)) as (files, calendars):
        call = play(written, files, calendars).conversation
    log = FileCallLog(calls / DAY, sid)
    for happened in call.happened:
        log.event(happened.ms, happened.event, happened.actions)
    log.close(call.call.record)
    return log.folder


def spoken_call(
    calls: Path, said: Sequence[str | Keys], caller: str, office: Path, engines: Engines, voice: Voice
) -> Path:
    """A call that a voice makes to real ears, in audio time: each sentence is spoken, or keys pressed, when the question was
    heard out. Its folder."""
    does = [_pressed(one.digits) if isinstance(one, Keys) else _spoken(one, voice) for one in said]
    asyncio.run(_phoned(calls, does, caller, office, engines))
    return calls / DAY / SID


async def _phoned(calls: Path, does: list[Speaks], caller: str, office: Path, engines: Engines) -> None:
    clock = SteppedClock(NOW)
    line = Line(does, clock)
    with house.opened(office_files=(str(office),)) as (files, calendars), ThreadPoolExecutor(1) as pool:
        desks_ = desks.Desks(calendars)
        served = desks.offices(files, NOW.date())
        parts = Parts(
            served,
            ThreadedRecognition(engines.recognizer, pool),
            engines.synthesizer,
            desks_,
            clock,
            5.5,
            pool,
            pool,
        )
        call = Call(SID, caller, NOW, stage=Stage.STREAMING, streams=1)
        log = FileCallLog(calls / DAY, SID)
        session = Session(call, parts, log, line, frame_timeout_s=None)
        line.thinking = lambda: session.thinking
        await session.run()


def _spoken(text: str, voice: Voice) -> Speaks:
    pcm = render(Turn(say=text, reading=text, file=f"audio/{text}.wav"), voice)
    data = mulaw.encode(pcm[: len(pcm) // FRAME_BYTES * FRAME_BYTES])
    frames = tuple(data[at : at + FRAME_BYTES] for at in range(0, len(data), FRAME_BYTES))
    return Speaks((Acted(0, 0),), frames, (), QUIET_MS)


def _pressed(digits: str) -> Speaks:
    frames = (bytes([mulaw.SILENCE]) * FRAME_BYTES,) * (10 * len(digits))
    return Speaks((), frames, tuple((10 * n, digit) for n, digit in enumerate(digits)), QUIET_MS)


def rewritten(path: Path, change: Callable[[list[dict[str, Any]]], object]) -> None:
    """The events of a record, changed."""
    file = path / "events.jsonl"
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    change(lines)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    file.write_text(text, "utf-8")
