"""The line over AudioSocket: paced, marked and cleared by itself, on a time that is handed in."""

import asyncio
from uuid import UUID

import numpy as np
import pytest

from voicebot.transport import audiosocket
from voicebot.transport import audiosocket_wire as wire
from voicebot.transport.audiosocket import AudioSocketLine
from voicebot.transport.line import Audio, Digit, End, Fault, LineDead, Mark, Pcm
from voicebot.transport.timer import SteppedTimer

ID = UUID("40325ec2-5efd-4bd3-805f-53576e581d13")
IDENTITY = b"\x01\x00\x10" + ID.bytes


def frame(value: int) -> Pcm:
    return np.full(160, value, np.int16)


class Peer:
    """The transport under the line, and the PBX at its other end."""

    def __init__(self) -> None:
        self.timer = SteppedTimer()
        self.out = b""
        self.reading = True
        self.closed = self.aborted = False
        self.line = AudioSocketLine(self.timer, lambda line: None)
        self.line.connection_made(self)  # type: ignore[arg-type]

    def set_write_buffer_limits(self, high: int) -> None:
        self.limit = high

    def get_extra_info(self, name: str) -> "Peer":
        assert name == "socket"
        return self

    def setsockopt(self, level: int, option: int, value: int) -> None:
        assert value == self.limit

    def write(self, data: bytes) -> None:
        self.out += data

    def write_eof(self) -> None:
        self.closed = True

    def pause_reading(self) -> None:
        self.reading = False

    def resume_reading(self) -> None:
        self.reading = True

    def close(self) -> None:
        self.closed = True
        self.line.connection_lost(None)

    def abort(self) -> None:
        self.aborted = True
        self.line.connection_lost(None)

    def heard(self) -> list[int]:
        """The first sample of each frame since the last time, and -1 for the end."""
        found = wire.Reader().feed(self.out)
        self.out = b""
        return [int(one.pcm[0]) if isinstance(one, Audio) else -1 for one in found]


@pytest.fixture
async def peer() -> Peer:
    """With a call that has begun; its first frame of silence is heard."""
    made = Peer()
    made.line.data_received(IDENTITY)
    assert await made.line.identity() == ID
    made.line.begin()
    assert made.heard() == [0]
    return made


async def test_a_line_is_known_by_its_uuid(peer: Peer):
    assert peer.line.id == ID.hex


@pytest.mark.parametrize("first", [b"\x10\x00\x02ab", b"\x00\x00\x00", b"GET / HTTP/1.1\r\n" + bytes(30_000)])
async def test_a_connection_that_begins_otherwise_is_refused(first: bytes):
    peer = Peer()
    peer.line.data_received(first)
    with pytest.raises(wire.WireError):
        await peer.line.identity()


async def test_a_connection_that_ends_at_once_is_refused():
    peer = Peer()
    peer.line.eof_received()
    with pytest.raises(wire.WireError):
        await peer.line.identity()


async def test_what_is_played_goes_out_every_20_ms_with_silence_around_it(peer: Peer):
    await peer.line.play(frame(1))
    await peer.line.play(frame(2))
    heard = []
    for _ in range(4):
        peer.timer.advance(0.02)
        heard.append(peer.heard())
    assert heard == [[1], [2], [0], [0]]


async def test_a_mark_comes_in_when_the_frames_before_it_have_gone_out(peer: Peer):
    for value in (1, 2):
        await peer.line.play(frame(value))
    await peer.line.mark("m")
    coming = asyncio.create_task(peer.line.receive())
    peer.timer.advance(0.02)
    await asyncio.sleep(0)
    assert not coming.done()
    peer.timer.advance(0.02)
    assert await coming == Mark("m")


async def test_clear_drops_what_has_not_gone_out_and_brings_its_marks(peer: Peer):
    for value in (1, 2, 3):
        await peer.line.play(frame(value))
    await peer.line.mark("m")
    peer.timer.advance(0.02)
    await peer.line.clear()
    assert await peer.line.receive() == Mark("m")
    await peer.line.play(frame(4))
    peer.timer.advance(0.04)
    assert peer.heard() == [1, 4, 0]


async def test_who_plays_into_a_full_buffer_waits_for_room(peer: Peer, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("voicebot.transport.pacing.MOST_WAITING", 2)
    for value in (1, 2):
        await peer.line.play(frame(value))
    waiting = asyncio.create_task(peer.line.play(frame(3)))
    await asyncio.sleep(0)
    assert not waiting.done()
    peer.timer.advance(0.02)
    await waiting
    peer.timer.advance(0.04)
    assert peer.heard() == [1, 2, 3]


async def test_a_frame_that_waits_for_room_is_dropped_with_the_others(
    peer: Peer, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("voicebot.transport.pacing.MOST_WAITING", 1)
    await peer.line.play(frame(1))
    waiting = asyncio.create_task(peer.line.play(frame(2)))
    await asyncio.sleep(0)
    await peer.line.clear()
    await waiting
    peer.timer.advance(0.04)
    assert peer.heard() == [0, 0]


async def test_audio_digits_and_faults_come_in_order(peer: Peer):
    peer.line.data_received(b"\x10\x00\x02\x05\x00" + b"\x10\x00\x01a" + b"\x03\x00\x019" + IDENTITY)
    audio, *others = [await peer.line.receive() for _ in range(4)]
    assert isinstance(audio, Audio)
    assert audio.pcm.tolist() == [5]
    assert others == [Fault("audio of 1 bytes"), Digit("9"), Fault("UUID in the middle of a stream")]


@pytest.mark.parametrize("how", ["hangup", "close", "reset"])
async def test_a_pbx_that_closes_has_a_caller_who_hung_up(peer: Peer, how: str):
    peer.line.data_received(b"\x03\x00\x011")
    if how == "hangup":
        peer.line.data_received(wire.END)
    elif how == "close":
        peer.line.eof_received()
    else:
        peer.line.connection_lost(ConnectionResetError())
    assert [await peer.line.receive() for _ in range(2)] == [Digit("1"), End()]


async def test_a_connection_that_ends_within_a_message_is_a_lost_line(peer: Peer):
    peer.line.data_received(b"\x03\x00\x011" + b"\x10\x01\x40" + bytes(100))
    peer.line.eof_received()
    assert await peer.line.receive() == Digit("1")
    with pytest.raises(EOFError, match="within a message"):
        await peer.line.receive()
    with pytest.raises(LineDead):
        await peer.line.play(frame(1))


async def test_a_peer_that_stops_reading_is_dead_after_a_while(peer: Peer):
    peer.line.pause_writing()
    peer.timer.advance(audiosocket.STALLED_S - 0.1)
    assert not peer.aborted
    peer.timer.advance(0.2)
    assert peer.aborted
    with pytest.raises(LineDead, match="stopped reading"):
        await peer.line.receive()
    with pytest.raises(LineDead, match="stopped reading"):
        await peer.line.mark("m")
    peer.heard()
    peer.timer.advance(1.0)
    assert peer.heard() == []


async def test_a_peer_that_reads_on_in_time_lives(peer: Peer):
    peer.line.pause_writing()
    peer.timer.advance(audiosocket.STALLED_S - 0.1)
    peer.line.resume_writing()
    peer.timer.advance(60.0)
    assert not peer.aborted
    await peer.line.mark("m")


async def test_a_peer_that_sends_faster_than_it_is_heard_is_not_read_meanwhile(peer: Peer):
    peer.line.data_received(b"\x03\x00\x011" * (audiosocket.MOST_CAME + 1))
    assert not peer.reading
    for _ in range(audiosocket.MOST_CAME // 2 + 1):
        assert await peer.line.receive() == Digit("1")
    assert peer.reading


async def test_the_bot_hangs_up_and_waits_until_that_is_taken(peer: Peer):
    closing = asyncio.create_task(peer.line.close())
    await asyncio.sleep(0)
    assert peer.heard() == [-1]
    assert not closing.done()
    peer.line.data_received(b"\x10\x00\x02ab")
    peer.line.connection_lost(None)
    await closing
    peer.timer.advance(1.0)
    assert peer.heard() == []


async def test_a_peer_that_does_not_close_is_closed(peer: Peer):
    closing = asyncio.create_task(peer.line.close())
    await asyncio.sleep(0)
    assert not peer.aborted
    peer.timer.advance(audiosocket.LINGER_S)
    await closing
    assert peer.aborted


async def test_a_caller_who_hung_up_is_not_hung_up_on(peer: Peer):
    peer.line.eof_received()
    await peer.line.close()
    assert peer.heard() == []
