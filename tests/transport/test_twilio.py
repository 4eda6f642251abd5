"""Twilio's stream as a line: what its messages are to a call, and what the bot says to Twilio."""

import asyncio
import base64
import json
from typing import Any

import numpy as np
import pytest

from voicebot.speech import mulaw
from voicebot.transport.line import Audio, Digit, End, Fault, Incoming, Mark
from voicebot.transport.twilio import TwilioLine


class Wire:
    """A socket with messages that wait, and those that were sent."""

    def __init__(self, *messages: str) -> None:
        self._waiting = list(messages)
        self.sent: list[dict[str, Any]] = []
        self.line = TwilioLine(self.receive, self.send, "MZ1")

    async def receive(self) -> str:
        if not self._waiting:
            raise EOFError("the socket has closed")
        return self._waiting.pop(0)

    async def send(self, text: str) -> None:
        self.sent.append(json.loads(text))


def message(event: str, **body: Any) -> str:
    return json.dumps({"event": event, event: body})


def media(pcm: list[int], **more: Any) -> str:
    payload = mulaw.encode(np.array(pcm, np.int16))
    return message("media", payload=base64.b64encode(payload).decode(), **more)


def came(*messages: str) -> list[Incoming]:
    wire = Wire(*messages)

    async def all_of_it() -> list[Incoming]:
        return [await wire.line.receive() for _ in messages]

    return asyncio.run(all_of_it())


def test_mu_law_comes_in_as_pcm():
    (audio,) = came(media([0, 8, -8, 32_124]))
    assert isinstance(audio, Audio)
    assert audio.pcm.dtype == np.int16
    assert audio.pcm.tolist() == [0, 8, -8, 32_124]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (message("mark", name="1:greeting"), Mark("1:greeting")),
        (message("dtmf", digit="#"), Digit("#")),
        (message("stop"), End()),
        ("{", Fault("not JSON")),
        ('{"event": "weather"}', Fault("unknown event 'weather'")),
        ('{"event": "connected"}', Fault("Connected in the middle of a stream")),
        (message("start", streamSid="MZ2", callSid="CA2"), Fault("Start in the middle of a stream")),
        (message("dtmf", digit="A"), Fault("dtmf without a key")),
    ],
)
def test_a_message_is_what_it_means_to_a_call(text: str, what: Incoming):
    assert came(text) == [what]


def test_frames_that_come_late_or_twice_are_passed_over():
    kinds = [type(one) for one in came(*(media([0], chunk=str(n)) for n in (1, 3, 2, 3, 4)))]
    assert kinds == [Audio, Audio, Fault, Fault, Audio]


def test_a_count_that_begins_anew_is_followed():
    kinds = [type(one) for one in came(*(media([0], chunk=str(n)) for n in (80, 1, 2)))]
    assert kinds == [Audio, Audio, Audio]


async def test_a_socket_that_has_closed_is_a_lost_line():
    with pytest.raises(EOFError, match="closed"):
        await Wire().line.receive()


async def test_pcm_goes_out_as_mu_law_marks_and_clear_by_name():
    wire = Wire()
    await wire.line.play(np.array([0, 8, -8, 32_124], np.int16))
    await wire.line.mark("m")
    await wire.line.clear()
    audio, mark, _ = wire.sent
    payload = base64.b64decode(audio["media"]["payload"])
    assert mulaw.decode(payload).tolist() == [0, 8, -8, 32_124]
    assert mark["mark"] == {"name": "m"}
    assert [one["event"] for one in wire.sent] == ["media", "mark", "clear"]
    assert {one["streamSid"] for one in wire.sent} == {"MZ1"}
