"""Who waits for more than a second hears that something is done, once a turn, and then the answer."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

import pytest

from dialog import events
from dialog.actions import Action, FindPlaces, Hold
from tests.dialog.conversation import moment
from tests.telephony.halves import said
from tests.telephony.one_stream import AtOnce, Stream
from tests.telephony.test_going_on import asked_for_a_day, line_hearing
from tests.telephony.wire_phone import silence
from voicebot.telephony.filler import AFTER_MS, KEY, Filler
from voicebot.telephony.record import Said

FREE = tuple(moment(12, day, hour) for day in (2, 3, 4) for hour in (10, 11, 14))


class Late(Executor):
    """Work of these kinds is done when the test says so, everything else at once."""

    def __init__(self, *kinds: type[Action]) -> None:
        self.kinds = kinds
        self.waiting: list[Callable[[], None]] = []

    def submit(self, work: Callable[..., Any], /, *args: Any, **named: Any) -> "Future[Any]":
        if self.kinds and not any(isinstance(one, self.kinds) for one in args):
            return AtOnce().submit(work, *args, **named)
        future: Future[Any] = Future()
        self.waiting.append(lambda: future.set_result(work(*args, **named)))
        return future

    def go_on(self) -> None:
        """What waits is done, and nothing is late any more."""
        self.kinds = (Filler,)  # type: ignore[assignment]
        for work in self.waiting:
            work()
        self.waiting.clear()


def late(line: Stream, part: str, *kinds: type[Action]) -> Late:
    pool = Late(*kinds)
    object.__setattr__(line.parts, part, pool)
    return pool


def fillers(line: Stream) -> list[Said]:
    """Those that sounded, as the record has them."""
    return [one for one in line.log.said if one.text == "お調べします。"]


def test_it_is_due_once_a_turn():
    filler = Filler()
    assert not filler.due(5_000)
    filler.turn_ended(5_000)
    assert not filler.due(5_000 + AFTER_MS - 20)
    assert filler.due(5_000 + AFTER_MS)
    assert not filler.due(9_000)


def test_it_is_not_due_when_the_answer_has_begun():
    filler = Filler()
    filler.turn_ended(0)
    filler.no_more()
    assert not filler.due(2_000)


def test_the_rest_of_a_turn_in_which_it_was_said_brings_no_second_one():
    filler = Filler()
    filler.turn_ended(0)
    assert filler.due(1_000)
    filler.said()
    filler.turn_ended(2_000, goes_on=True)
    assert not filler.due(4_000)
    filler.turn_ended(6_000)
    assert filler.due(7_000)


async def test_a_calendar_that_answers_late_is_announced_and_its_answer_follows():
    async with line_hearing("来週の水曜日") as line:
        pool = late(line, "pool", FindPlaces)
        await asked_for_a_day(line)
        sent, cleared = len(line.sent), line.cleared
        await line.says(said(0) + silence(4_000))
        names = [name.partition(":")[2] for name in line.sent[sent:]]
        assert pool.waiting
        assert names == [KEY]
        assert KEY in line.heard
        pool.go_on()
        await line.hears("ask_time")
        assert len(fillers(line)) == 1
        assert line.cleared == cleared
        assert [one.key for _, one in line.log.events if isinstance(one, events.Played)].count(KEY) == 1
        assert any("お調べします。" in turn.agent for turn in line.call.turns)


async def test_it_comes_a_second_after_the_turn_was_taken_as_ended():
    async with line_hearing("来週の水曜日") as line:
        pool = late(line, "pool", FindPlaces)
        await asked_for_a_day(line)
        await line.says(said(0) + silence(5_000))
        pool.go_on()
        (spoken,) = fillers(line)
        ended_ms = line.log.spans[-1].end_ms
        assert spoken.start_ms == ended_ms + AFTER_MS


async def test_the_answer_waits_until_the_filler_has_sounded():
    async with line_hearing("来週の水曜日") as line:
        pool = late(line, "pool", FindPlaces)
        await asked_for_a_day(line)
        await line.says(said(0))
        while not fillers(line):
            await line.waits(20)
        cleared = line.cleared
        pool.go_on()
        await line.hears("ask_time")
        at = line.log.said.index(*fillers(line))
        filler, answer = line.log.said[at : at + 2]
        assert answer.start_ms == filler.end_ms
        assert line.cleared == cleared


async def test_who_goes_on_talking_hears_none():
    async with line_hearing("来週の水曜日", "お願いします") as line:
        pool = late(line, "pool", FindPlaces)
        await asked_for_a_day(line)
        await line.says(said(0) + silence(AFTER_MS))
        await line.says(said(1) * 4)
        pool.go_on()
        assert fillers(line) == []


async def test_none_is_said_where_the_answer_comes_in_time():
    async with line_hearing("来週の水曜日") as line:
        await asked_for_a_day(line)
        await line.says(said(0) + silence(500))
        await line.hears("ask_time")
        await line.waits(1_500)
        assert fillers(line) == []


async def test_none_is_said_while_a_place_is_held_for_its_read_back():
    async with Stream(free=FREE) as line:
        pool = late(line, "pool", Hold)
        for keys in ("1", "1202", "1000"):
            await line.waits(40)
            await line.presses(keys)
        await line.waits(3_000)
        assert pool.waiting
        assert fillers(line) == []
        pool.go_on()
        await line.hears("confirm")


@pytest.mark.parametrize("text", ["来週の水曜日", "えーと"])
async def test_a_recognizer_that_is_late_is_announced_and_silence_counts_after_it(text: str):
    async with line_hearing(text) as line:
        await asked_for_a_day(line)
        pool = Late()
        object.__setattr__(line.parts.recognition, "_pool", pool)
        await line.says(said(0) + silence(4_000))
        assert len(fillers(line)) == 1
        pool.go_on()
        await line.settle()
        await line.hears("ask_time" if text != "えーと" else "no_input")
        assert len(fillers(line)) == 1
