"""The ledger knows what the caller has heard."""

import asyncio
import json

import pytest

from voicebot.telephony import playback
from voicebot.telephony.playback import LineDead, Playback, Sent

SECOND = b"\x55" * 8_000


class Wire:
    def __init__(self) -> None:
        self.sent: list[dict] = []

    async def send(self, text: str) -> None:
        self.sent.append(json.loads(text))

    def events(self) -> list[str]:
        return [message["event"] for message in self.sent]

    def marks(self) -> list[str]:
        return [message["mark"]["name"] for message in self.sent if message["event"] == "mark"]


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def ledger(wire: Wire) -> Playback:
    return Playback(wire.send, "MZ1")


async def test_a_sentence_goes_out_in_whole_frames_with_one_mark(wire: Wire, ledger: Playback):
    await ledger.play(Sent("greeting", True), b"\x55" * 170, 0)
    assert wire.events() == ["media", "media", "mark"]
    assert all(message["streamSid"] == "MZ1" for message in wire.sent)


async def test_a_sentence_is_heard_when_its_mark_comes_back(wire: Wire, ledger: Playback):
    await ledger.play(Sent("greeting", False), SECOND, 0)
    await ledger.play(Sent("ask", True), SECOND, 0)
    first, second = wire.marks()
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
    assert wire.events()[-1] == "clear"
    assert ledger.heard(wire.marks()[0]) is None
    assert ledger.ends_ms == 200


@pytest.mark.parametrize("frames", [1, 7, 49, 50])
async def test_a_sentence_dropped_while_it_is_sent_is_sent_no_further_and_never_heard(frames: int):
    wire = Wire()

    async def send(text: str) -> None:
        await wire.send(text)
        if len(wire.sent) == frames:
            await ledger.drop(200)

    ledger = Playback(send, "MZ1")
    ledger.begin()
    assert not await ledger.play(Sent("read_back", True), SECOND, 0)
    assert wire.events() == ["media"] * frames + ["clear"]
    assert ledger.heard("MZ1.1:read_back") is None
    assert not ledger.speaking
    assert ledger.ends_ms == 200


async def test_a_sentence_dropped_while_its_mark_is_sent_was_not_said(wire: Wire):
    async def send(text: str) -> None:
        await wire.send(text)
        if wire.sent[-1]["event"] == "mark":
            await ledger.drop(200)

    ledger = Playback(send, "MZ1")
    assert not await ledger.play(Sent("read_back", True), SECOND, 0)
    assert ledger.heard(wire.marks()[0]) is None


async def test_a_mark_of_another_stream_is_nothing_though_it_has_the_same_number(wire: Wire):
    await Playback(wire.send, "MZ0000000001").play(Sent("read_back", True), SECOND, 0)
    ledger = Playback(wire.send, "MZ0000000002")
    await ledger.play(Sent("read_back", True), SECOND, 0)
    earlier, now = wire.marks()
    assert ledger.heard(earlier) is None
    assert ledger.heard(now) == Sent("read_back", True)


async def test_dropping_nothing_sends_nothing(wire: Wire, ledger: Playback):
    await ledger.drop(0)
    assert wire.sent == []


async def test_an_unknown_mark_is_nothing(ledger: Playback):
    assert ledger.heard("9:never") is None


async def test_marks_that_never_come_are_given_up(ledger: Playback):
    await ledger.play(Sent("a", True), SECOND, 0)
    assert not ledger.overdue(4_000)
    assert ledger.overdue(4_001)
    assert ledger.give_up() == [Sent("a", True)]
    assert not ledger.speaking


async def test_a_peer_that_reads_nothing_is_dead(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(playback, "SEND_TIMEOUT_S", 0.01)

    async def never(text: str) -> None:
        await asyncio.Event().wait()

    with pytest.raises(LineDead):
        await Playback(never, "MZ1").play(Sent("a", True), SECOND, 0)
