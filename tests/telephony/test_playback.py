"""The ledger knows what the caller has heard."""

import asyncio
from collections.abc import Awaitable, Callable

import numpy as np
import pytest

from voicebot.telephony import playback
from voicebot.telephony.playback import Playback, Sent
from voicebot.transport.line import LineDead, Pcm

SECOND = np.full(8_000, 4_000, np.int16)


class Wire:
    """A line that keeps what goes out."""

    def __init__(self, id: str = "MZ1") -> None:
        self.id = id
        self.events: list[str] = []
        self.frames: list[Pcm] = []
        self.marks: list[str] = []
        self.then: Callable[[], Awaitable[None]] | None = None
        """What happens when something has gone out."""

    async def play(self, frame: Pcm) -> None:
        self.frames.append(frame)
        await self._out("media")

    async def mark(self, name: str) -> None:
        self.marks.append(name)
        await self._out("mark")

    async def clear(self) -> None:
        await self._out("clear")

    async def _out(self, event: str) -> None:
        self.events.append(event)
        if self.then is not None:
            await self.then()

    async def receive(self) -> None:  # type: ignore[return]
        raise AssertionError("a ledger listens to nobody")


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def ledger(wire: Wire) -> Playback:
    return Playback(wire)


async def test_a_sentence_goes_out_in_whole_frames_with_one_mark(wire: Wire, ledger: Playback):
    await ledger.play(Sent("greeting", True), SECOND[:170], 0)
    assert wire.events == ["media", "media", "mark"]
    assert wire.marks == ["MZ1.1:greeting"]
    assert [frame.tolist() for frame in wire.frames] == [[4_000] * 160, [4_000] * 10 + [0] * 150]


async def test_a_sentence_is_heard_when_its_mark_comes_back(wire: Wire, ledger: Playback):
    await ledger.play(Sent("greeting", False), SECOND, 0)
    await ledger.play(Sent("ask", True), SECOND, 0)
    first, second = wire.marks
    assert ledger.heard(first) == Sent("greeting", False)
    assert ledger.speaking
    assert ledger.heard(second) == Sent("ask", True)
    assert not ledger.speaking


async def placed(ledger: Playback, sent: Sent, now_ms: int) -> int:
    start = ledger.starts_ms(now_ms)
    assert await ledger.play(sent, SECOND, now_ms)
    return start


async def test_sentences_are_placed_one_after_the_other(ledger: Playback):
    assert await placed(ledger, Sent("a", False), 500) == 500
    assert await placed(ledger, Sent("b", True), 600) == 1_500
    assert ledger.ends_ms == 2_500


async def test_marks_of_dropped_sentences_do_not_count_as_heard(wire: Wire, ledger: Playback):
    await ledger.play(Sent("read_back", True), SECOND, 0)
    await ledger.drop(200)
    assert wire.events[-1] == "clear"
    assert ledger.heard(wire.marks[0]) is None
    assert ledger.ends_ms == 200


@pytest.mark.parametrize("frames", [1, 7, 49, 50])
async def test_a_sentence_dropped_while_it_is_sent_is_sent_no_further_and_never_heard(frames: int):
    wire = Wire()

    async def drop() -> None:
        if len(wire.events) == frames:
            await ledger.drop(200)

    wire.then = drop
    ledger = Playback(wire)
    ledger.begin()
    assert not await ledger.play(Sent("read_back", True), SECOND, 0)
    assert wire.events == ["media"] * frames + ["clear"]
    assert ledger.heard("MZ1.1:read_back") is None
    assert not ledger.speaking
    assert ledger.ends_ms == 200


async def test_a_sentence_dropped_while_its_mark_is_sent_was_not_said(wire: Wire):
    async def drop() -> None:
        if wire.events[-1] == "mark":
            await ledger.drop(200)

    wire.then = drop
    ledger = Playback(wire)
    assert not await ledger.play(Sent("read_back", True), SECOND, 0)
    assert ledger.heard(wire.marks[0]) is None


async def test_a_mark_of_another_line_is_nothing_though_it_has_the_same_number():
    before, after = Wire("MZ0000000001"), Wire("MZ0000000002")
    await Playback(before).play(Sent("read_back", True), SECOND, 0)
    ledger = Playback(after)
    await ledger.play(Sent("read_back", True), SECOND, 0)
    (earlier,), (now,) = before.marks, after.marks
    assert ledger.heard(earlier) is None
    assert ledger.heard(now) == Sent("read_back", True)


async def test_dropping_nothing_sends_nothing(wire: Wire, ledger: Playback):
    await ledger.drop(0)
    assert wire.events == []


async def test_an_unknown_mark_is_nothing(ledger: Playback):
    assert ledger.heard("9:never") is None


async def test_marks_that_never_come_are_given_up(ledger: Playback):
    await ledger.play(Sent("a", True), SECOND, 0)
    assert not ledger.overdue(4_000)
    assert ledger.overdue(4_001)
    assert ledger.give_up() == [Sent("a", True)]
    assert not ledger.speaking


async def test_a_peer_that_reads_nothing_is_dead(wire: Wire, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(playback, "SEND_TIMEOUT_S", 0.01)

    async def never() -> None:
        await asyncio.Event().wait()

    wire.then = never
    with pytest.raises(LineDead):
        await Playback(wire).play(Sent("a", True), SECOND, 0)
