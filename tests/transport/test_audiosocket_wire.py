"""AudioSocket's messages, and everything that is none."""

from random import Random
from uuid import UUID

import numpy as np
import pytest

from voicebot.transport import audiosocket_wire as wire
from voicebot.transport.line import Audio, Digit, End, Fault

ID = UUID("40325ec2-5efd-4bd3-805f-53576e581d13")


def parsed(data: bytes) -> list[wire.Message]:
    return wire.Reader().feed(data)


def shown(found: list[wire.Message]) -> list[object]:
    """Audio by its samples, so that it can be compared."""
    return [one.pcm.tolist() if isinstance(one, Audio) else one for one in found]


def test_audio_is_little_endian_and_its_length_big_endian():
    (audio,) = parsed(bytes.fromhex("10 0006 0100 ffff 0080"))
    assert isinstance(audio, Audio)
    assert audio.pcm.dtype == np.int16
    assert audio.pcm.tolist() == [1, -1, -32_768]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x00\x00\x00", End()),
        (b"\x01\x00\x10" + ID.bytes, wire.Identity(ID)),
        (b"\x03\x00\x01#", Digit("#")),
        (b"\x03\x00\x017", Digit("7")),
        (b"\xff\x00\x01\x01", End()),
        (b"\xff\x00\x01\x02", Fault("error 02")),
        (b"\xff\x00\x00", Fault("error without a code")),
        (b"\x01\x00\x02ab", Fault("a UUID of another length")),
        (b"\x03\x00\x01A", Fault("dtmf without a key")),
        (b"\x03\x00\x00", Fault("dtmf without a key")),
        (b"\x03\x00\x0212", Fault("dtmf without a key")),
        (b"\x10\x00\x00", Fault("audio of 0 bytes")),
        (b"\x10\x00\x03abc", Fault("audio of 3 bytes")),
        (b"\x10\x3e\x82" + bytes(16_002), Fault("audio of 16002 bytes")),
        (b"\x12\x00\x02ab", Fault("kind 0x12")),
        (b"\x02\x00\x00", Fault("kind 0x02")),
    ],
)
def test_a_message_is_what_it_means_to_a_call(data: bytes, what: wire.Message):
    assert parsed(data) == [what]


def test_the_longest_audio_is_taken():
    (audio,) = parsed(b"\x10\x3e\x80" + bytes(16_000))
    assert isinstance(audio, Audio)
    assert len(audio.pcm) == 8_000


def test_what_is_not_understood_is_passed_over_whole():
    assert parsed(b"\x77\x00\x03\x00\x00\x00" + b"\x03\x00\x015") == [Fault("kind 0x77"), Digit("5")]


@pytest.mark.parametrize("seed", range(20))
def test_it_makes_no_difference_how_the_bytes_are_cut(seed: int):
    random = Random(seed)
    whole = b"\x01\x00\x10" + ID.bytes
    for _ in range(30):
        kind = random.choice((0x10, 0x10, 0x10, 0x03, 0x55))
        payload = random.randbytes({0x10: 320, 0x03: 1, 0x55: random.randrange(9)}[kind])
        whole += bytes((kind, *len(payload).to_bytes(2))) + payload
    reader, found, at = wire.Reader(), [], 0
    while at < len(whole):
        step = random.choice((1, 2, 3, 100, 323, 1_000))
        found += reader.feed(whole[at : at + step])
        at += step
    assert shown(found) == shown(parsed(whole))
    assert len(found) == 31
    assert not reader.within_message


@pytest.mark.parametrize("half", [b"\x10", b"\x10\x01", b"\x10\x01\x40", b"\x10\x01\x40" + bytes(319)])
def test_half_a_message_is_none_yet(half: bytes):
    reader = wire.Reader()
    assert reader.feed(half) == []
    assert reader.within_message


@pytest.mark.parametrize("seed", range(20))
def test_any_bytes_are_messages_or_the_beginning_of_one(seed: int):
    data = Random(seed).randbytes(200_000)
    reader = wire.Reader()
    for at in range(0, len(data), 777):
        for one in reader.feed(data[at : at + 777]):
            assert isinstance(one, wire.Identity | Audio | Digit | End | Fault)


def test_a_frame_goes_out_as_one_message():
    assert wire.audio(np.array([1, -1, -32_768], np.int16)) == bytes.fromhex("10 0006 0100 ffff 0080")
    assert b"\x10\x01\x40" + bytes(320) == wire.SILENCE
    assert wire.END == b"\x00\x00\x00"
