"""AudioSocket's wire: on one TCP connection, messages of a kind (1 byte), a length (2 bytes, big-endian) and a payload.

Source: https://docs.asterisk.org/Configuration/Channel-Drivers/AudioSocket/
"""

from dataclasses import dataclass
from enum import IntEnum
from uuid import UUID

import numpy as np

from voicebot.transport.line import FRAME_SAMPLES, Audio, Digit, End, Fault, Incoming, Pcm


class Kind(IntEnum):
    """What a message is."""

    HANGUP = 0x00
    IDENTITY = 0x01
    DTMF = 0x03
    AUDIO = 0x10
    """16 bits, 8,000 Hz, mono, little-endian."""
    ERROR = 0xFF


CALLER_HUNG_UP = 0x01
"""Of the bits of an error."""

HEADER_BYTES = 3
MAX_AUDIO_BYTES = 16_000
"""One second of audio in one message is more than Asterisk ever sends."""


class WireError(Exception):
    """A connection that does not begin as the protocol asks. The text never repeats what came."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which call this connection is for."""

    uuid: UUID


Message = Identity | Incoming


class Reader:
    """Takes a connection's bytes as they come, and gives the messages that are whole."""

    def __init__(self) -> None:
        self._rest = b""

    @property
    def within_message(self) -> bool:
        """Whether a message has begun and not ended."""
        return bool(self._rest)

    def feed(self, data: bytes) -> list[Message]:
        if self._rest:
            data = self._rest + data
        found: list[Message] = []
        at = 0
        while len(data) - at >= HEADER_BYTES:
            end = at + HEADER_BYTES + int.from_bytes(data[at + 1 : at + HEADER_BYTES])
            if end > len(data):
                break
            found.append(_message(data[at], data[at + HEADER_BYTES : end]))
            at = end
        self._rest = data[at:]
        return found


def _message(kind: int, payload: bytes) -> Message:
    match kind:
        case Kind.AUDIO:
            if len(payload) % 2 or not 0 < len(payload) <= MAX_AUDIO_BYTES:
                return Fault(f"audio of {len(payload)} bytes")
            return Audio(np.frombuffer(payload, "<i2").astype(np.int16, copy=False))
        case Kind.DTMF:
            if len(payload) != 1 or payload not in b"0123456789*#":
                return Fault("dtmf without a key")
            return Digit(payload.decode("ascii"))
        case Kind.HANGUP:
            return End()
        case Kind.IDENTITY:
            return Identity(UUID(bytes=payload)) if len(payload) == 16 else Fault("a UUID of another length")
        case Kind.ERROR:
            hung_up = len(payload) == 1 and payload[0] & CALLER_HUNG_UP
            return End() if hung_up else Fault(f"error {payload[:4].hex() or 'without a code'}")
    return Fault(f"kind 0x{kind:02x}")


def audio(frame: Pcm) -> bytes:
    """A frame of the bot's voice. Header and payload belong in one write: Asterisk waits 5 ms for the second."""
    payload = frame.astype("<i2", copy=False).tobytes()
    return bytes((Kind.AUDIO, *len(payload).to_bytes(2))) + payload


SILENCE = audio(np.zeros(FRAME_SAMPLES, np.int16))
"""A frame of it."""

END = bytes((Kind.HANGUP, 0, 0))
"""The bot hangs up: the dialplan goes on."""
