"""Past calls run again with today's program, one or all of a day, and made recordings of the tests."""

import asyncio
import re
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from calendar_backend import OfficeCalendar, OfficeFile, office_ids
from dialog import events
from voicebot.archive import folder
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import Live, Page, form, live, page
from voicebot.console.refusal import BUSY, NOT_FOUND, Refusal
from voicebot.console.replay_shown import ReplayWords
from voicebot.console.roles import Role
from voicebot.database import reading
from voicebot.database.tables import CallLabelRow
from voicebot.hub import CallEnded
from voicebot.replay import from_audio, keeping, recording, replay
from voicebot.replay.engines import Engines
from voicebot.replay.recording import NoRecording
from voicebot.replay.replay import CannotReplay
from voicebot.replay.result import Result, Source
from voicebot.replay.work import Job, TooMuch

ONE = "/console/calls/{day}/{sid}/replay"
MY_NUMBER = "my_number"
EVERY_S = 1.0
"""How often it is looked how far a job is."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Again = Callable[[Path], Result]


def one(ask: Ask) -> View:
    """Raises Refusal."""
    return View("replay/one.html", _of_one(ask, *_path(ask)))


def one_again(ask: Ask) -> Go:
    """From its audio: begun here, done behind the calls. Raises Refusal."""
    path, name = _path(ask)
    audio = _from_audio(ask)
    _begin(ask, f"audio {name}", lambda job: audio(job, path))
    return Go(f"{_address(name)}?from=audio")


async def one_live(ask: Ask) -> AsyncGenerator[View]:
    """How far it is, and what came of it. Raises Refusal."""
    path, name = _path(ask)
    async for values in _watched(ask, lambda: _of_one(ask, path, name)):
        yield View("replay/state.html", values)


def record(ask: Ask) -> View | Go:
    """Makes the call a recording. Raises Refusal."""
    path, name = _path(ask)
    wish = ask.form.get("name", "").strip()
    try:
        where = keeping.folder()
        _check(ask, name, wish, where)
    except NoRecording as error:
        return View(
            "replay/one.html", {**_of_one(ask, path, name), "wish": wish, "complaint": _why(ask, error)}, 422
        )
    wake = _waker(ask)
    engine, work = ask.engine, ask.state.work

    def office(office_id: str) -> OfficeFile | None:
        return OfficeCalendar(engine, office_id).office if office_id in office_ids(engine) else None

    def made(job: Job[object]) -> object:
        found = recording.make(path, wish, keeping.callers(), office)
        wrong = keeping.complaints(found, work.engines(wake))
        if not wrong:
            keeping.keep(found, where)
        return wrong

    _begin(ask, f"record {name}", made)
    ask.record("call.recording", f"call:{name}", None, {"name": wish})
    return Go(f"{_address(name)}?from=recording")


def whole_day(ask: Ask) -> View:
    """Raises Refusal."""
    return View("replay/day.html", _of_day(ask, _day(ask.query("day"))))


def day_again(ask: Ask) -> Go:
    """All calls of a day. Raises Refusal."""
    day, source = _day(ask.form.get("day", "")), _source(ask.form.get("from", ""))
    paths = _calls(ask, day)
    audio = _from_audio(ask)

    def again(job: Job[object]) -> object:
        found: list[tuple[str, datetime, Result | Exception]] = []
        for path in paths:
            job.told(len(found), len(paths))
            try:
                came = (
                    replay.from_events(path)
                    if source is Source.EVENTS
                    else audio(Job("", lambda job: None), path)
                )
            except (CannotReplay, OSError) as error:
                found.append((replay.name_of(path), folder.read(path).began, error))
            else:
                found.append((replay.name_of(path), folder.read(path).began, came))
        return sorted(found, key=lambda one: one[1])

    _begin(ask, f"{source} {day}", again)
    return Go(f"/console/replay?day={day}&from={source}")


async def day_live(ask: Ask) -> AsyncGenerator[View]:
    """Raises Refusal."""
    day = _day(ask.param("day"))
    async for values in _watched(ask, lambda: _of_day(ask, day)):
        yield View("replay/day_state.html", values)


async def _watched(ask: Ask, values: Callable[[], dict[str, Any]]) -> AsyncGenerator[dict[str, Any]]:
    """Whenever the job has come further, until the service ends."""
    with ask.service.hub.watching(CallEnded) as watcher:
        told: object = None
        while True:
            known = await asyncio.to_thread(values)
            job = known["job"]
            far = (job.started, job.done, job.over.is_set()) if job is not None else None
            if far != told:
                told = far
                yield known
            if job is None or job.over.is_set():
                break
            await asyncio.sleep(EVERY_S)
        while await watcher.news():
            pass


def _of_one(ask: Ask, path: Path, name: str) -> dict[str, Any]:
    source = ask.query("from")
    call = folder.read(path)
    values: dict[str, Any] = {
        "address": _address(name),
        "call": _address(name).removesuffix("/replay"),
        "name": name,
        "source": source,
        "result": None,
        "cannot": "",
        "job": None,
        "wrong": None,
        "words": ReplayWords(ask.words, _names(call)),
        "has_audio": bool(call.streams),
        "wish": "",
        "complaint": "",
    }
    if source == Source.EVENTS:
        try:
            values["result"] = replay.from_events(path)
        except (CannotReplay, OSError) as error:
            values["cannot"] = _cannot(ask, error)
    elif source in (Source.AUDIO, "recording"):
        job = ask.state.work.get(f"{'audio' if source == Source.AUDIO else 'record'} {name}")
        values["job"] = job
        if job is not None and job.error is not None:
            values["cannot"] = _cannot(ask, job.error)
        elif job is not None and isinstance(job.result, Result):
            values["result"] = job.result
        elif job is not None:
            values["wrong"] = job.result
    return values


def _names(call: folder.RecordedCall) -> dict[str, str]:
    """Of the procedures of whom the call may have been for."""
    first = call.lines[0].event if call.lines else None
    if not isinstance(first, events.CallStarted):
        return {}
    offices = first.offices or (first.office,)
    return {one.id: one.name.text for office in offices for one in office.procedures}


def _of_day(ask: Ask, day: str) -> dict[str, Any]:
    source = _source(ask.query("from"))
    job = ask.state.work.get(f"{source} {day}") if day else None
    found = job.result if job is not None and isinstance(job.result, list) else []
    calls = [
        {
            "name": name.partition("/")[2],
            "began": began,
            "address": f"{_address(name)}?from={source}",
            "result": came if isinstance(came, Result) else None,
            "cannot": "" if isinstance(came, Result) else _cannot(ask, came),
        }
        for name, began, came in found
    ]
    compared = [call["result"] for call in calls if call["result"] is not None]
    return {
        "day": day,
        "source": str(source),
        "job": job,
        "calls": calls,
        "words": ReplayWords(ask.words),
        "figures": {
            "all": len(calls),
            "same": sum(one.same for one in compared),
            "elsewhere": sum(one.same_end and not one.same for one in compared),
            "other_end": sum(not one.same_end for one in compared),
            "cannot": len(calls) - len(compared),
        },
    }


def _begin(ask: Ask, key: str, work: Callable[[Job[object]], object]) -> None:
    try:
        ask.state.work.add(key, work)
    except TooMuch:
        raise Refusal(BUSY, "replays_wait") from None


def _from_audio(ask: Ask) -> Callable[[Job[object], Path], Result]:
    wake, work = _waker(ask), ask.state.work

    def again(job: Job[object], path: Path) -> Result:
        with ThreadPoolExecutor(1) as pool:  # of this thread's priority
            return from_audio.from_audio(path, work.engines(wake), pool, job.told)

    return again


def _waker(ask: Ask) -> Callable[[], Engines]:
    service = ask.service
    return lambda: wake(service.settings.asr, service.parts.synthesizer)


def wake(asr: str, voice: Any) -> Engines:
    """A recognizer of its own: that of the calls hears one utterance at a time. The voice is the calls'."""
    from voicebot.speech.engines import make_recognizer

    return Engines(make_recognizer(asr, threads=1), voice)


def _check(ask: Ask, name: str, wish: str, where: Path) -> None:
    """What can be said at once. Raises NoRecording."""
    if not recording.NAME.fullmatch(wish):
        raise NoRecording("name", wish)
    keeping.check_name(wish, where)
    with reading(ask.engine) as connection:
        labels = connection.scalars(select(CallLabelRow.label).where(CallLabelRow.folder == name)).all()
    if MY_NUMBER in labels:
        raise NoRecording("my_number")


def _why(ask: Ask, error: NoRecording) -> str:
    return ask.words(f"replay.refused.{error.why}", about=error.about)


def _cannot(ask: Ask, error: Exception) -> str:
    match error:
        case CannotReplay():
            return ask.words(f"replay.cannot.{error.why}")
        case NoRecording():
            return _why(ask, error)
        case OSError():
            return ask.words("replay.cannot.unreadable")
    return ask.words("replay.cannot.broken")


def _path(ask: Ask) -> tuple[Path, str]:
    found = folder.at(ask.service.settings.calls, ask.param("day"), ask.param("sid"))
    if found is None:
        raise Refusal(NOT_FOUND, "no_call_to_replay")
    return found, replay.name_of(found)


def _calls(ask: Ask, day: str) -> list[Path]:
    found = [path for path in folder.all_of(ask.service.settings.calls) if path.parent.name == day]
    if not found:
        raise Refusal(NOT_FOUND, "no_call_to_replay")
    return found


def _day(text: str) -> str:
    return text if _DAY.fullmatch(text) else ""


def _source(text: str) -> Source:
    return Source.AUDIO if text == Source.AUDIO else Source.EVENTS


def _address(name: str) -> str:
    return f"/console/calls/{name}/replay"


routes: list[Page | Live] = [
    page(ONE, one, needs=Role.OPERATOR),
    form(ONE, one_again, needs=Role.OPERATOR),
    live(ONE + "/live", one_live, needs=Role.OPERATOR),
    form(ONE + "/recording", record, needs=Role.CLERK),
    page("/console/replay", whole_day, needs=Role.OPERATOR, nav="replay.nav"),
    form("/console/replay", day_again, needs=Role.OPERATOR),
    live("/console/replay/{day}/live", day_live, needs=Role.OPERATOR),
]
