"""A line over Twilio's Media Streams: mu-law in JSON. Twilio plays, marks and clears by itself."""

from collections.abc import Awaitable, Callable

from voicebot.speech import mulaw
from voicebot.transport import twilio_wire as wire
from voicebot.transport.line import Audio, Digit, End, Fault, Incoming, Mark, Pcm

LATE_FRAMES = 50
"""A frame this little behind the newest comes late or twice; one further back starts a new count."""


class TwilioLine:
    """One stream, from its `start` on."""

    def __init__(
        self,
        receive: Callable[[], Awaitable[str]],
        send: Callable[[str], Awaitable[None]],
        stream_sid: str,
    ) -> None:
        """`receive` gives the next message and raises EOFError when the socket has closed; `send` raises LineDead."""
        self._receive = receive
        self._send = send
        self._stream_sid = stream_sid
        self._chunk = 0

    @property
    def id(self) -> str:
        return self._stream_sid

    async def receive(self) -> Incoming:
        text = await self._receive()
        try:
            message = wire.parse(text)
        except wire.WireError as error:
            return Fault(str(error))
        match message:
            case wire.Media(payload, number):
                if number is not None and 0 <= self._chunk - number < LATE_FRAMES:
                    return Fault("media out of order")
                self._chunk = number or self._chunk
                return Audio(mulaw.decode(payload))
            case wire.Mark(name):
                return Mark(name)
            case wire.Dtmf(digit):
                return Digit(digit)
            case wire.Stop():
                return End()
            case wire.Unknown(event):
                return Fault(f"unknown event {event!r}")
            case _:
                return Fault(f"{type(message).__name__} in the middle of a stream")

    async def play(self, frame: Pcm) -> None:
        await self._send(wire.media(self._stream_sid, mulaw.encode(frame)))

    async def mark(self, name: str) -> None:
        await self._send(wire.mark(self._stream_sid, name))

    async def clear(self) -> None:
        await self._send(wire.clear(self._stream_sid))
