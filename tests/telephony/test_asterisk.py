"""A call that comes over an Asterisk's AudioSocket: who is let in, what happens on the line, what the dialplan is told."""

import asyncio
import json
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import numpy as np
import pytest

from dialog import events
from nlu.hypothesis import Hypothesis
from recordings_fixtures.playing import service
from tests.telephony.asterisk_pbx import FRAME, Caller, Pbx, ServiceTimer, ask, message
from tests.telephony.conftest import NOW
from tests.telephony.wire_phone import AUDIO, eventually
from voicebot.replay.engines import Engines
from voicebot.server import listen
from voicebot.service import Service
from voicebot.settings import Settings
from voicebot.speech import wav
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer
from voicebot.telephony import audio_socket, carrying
from voicebot.telephony.audio_socket import AudioSocket
from voicebot.telephony.calls import MAX_STREAMS, TOKEN_LIFE, Stage
from voicebot.telephony.record import EVENTS, readable
from voicebot.telephony.session import Session

CALLER, CALLED = "+81935551234", "+81935820001"


@dataclass
class Exchange:
    """A service with an Asterisk beside it."""

    service: Service
    url: str
    port: int
    timer: ServiceTimer
    ears: FakeRecognizer
    voice: FakeSynthesizer

    async def ring(self, caller: str = CALLER) -> str:
        told = await ask(self.url, "POST", "call", caller=caller, called=CALLED)
        assert told.status_code == 201
        return told.text

    async def dial(self, caller: str = CALLER) -> Caller:
        uuid = await self.ring(caller)
        return await self.again(uuid)

    async def again(self, uuid: str) -> Caller:
        return Caller(await Pbx.connect(self.port, uuid), self.service, self.timer, uuid)

    async def after(self, uuid: str) -> str:
        return (await ask(self.url, "GET", f"after/{uuid}")).text

    async def let_go(self) -> None:
        await eventually(lambda: not self.service.sessions)

    def outcome(self, uuid: str) -> str | None:
        return self.service.calls["AS" + UUID(uuid).hex].outcome

    def record(self, uuid: str) -> Path:
        return self.service.settings.calls / "2026-11-24" / f"AS{UUID(uuid).hex}"


@contextmanager
def exchange(var: Path, key: str = "") -> Iterator[Exchange]:
    timer, ears = ServiceTimer(), FakeRecognizer.hearing([])
    settings = Settings(var=var, auth_token="", public_url="", database="", office_file="", asterisk_key=key)
    with listen("127.0.0.1", 0) as bound:
        engines = Engines(ears, voice := FakeSynthesizer())
        with service(settings, engines, NOW, lambda made: AudioSocket(made, bound, timer)) as (running, url):
            yield Exchange(running, url, bound.getsockname()[1], timer, ears, voice)


@pytest.fixture(scope="module")
def pbx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exchange]:
    """One service for all; every test has a call of its own."""
    with exchange(tmp_path_factory.mktemp("var")) as made:
        yield made


async def test_a_call_by_keys_books_and_the_bot_hangs_up_after_its_goodbye(pbx: Exchange):
    caller = await pbx.dial()
    for keys in ("1", "1202", "1400", "1", "2"):
        await caller.hears_out()
        await caller.presses(keys)
    await caller.is_hung_up_on()
    await pbx.let_go()
    assert pbx.outcome(caller.uuid) == "booked"
    assert await pbx.after(caller.uuid) == "hangup"
    outcome = json.loads((pbx.record(caller.uuid) / "outcome.json").read_text("utf-8"))
    assert outcome["booking"]["start"] == "2026-12-02T14:00:00+09:00"


async def test_what_was_played_is_what_is_on_record(pbx: Exchange):
    caller = await pbx.dial()
    await caller.hears_out()
    await caller.pbx.hangs_up()
    await pbx.let_go()
    kept = wav.read(pbx.record(caller.uuid) / "agent.wav", 8_000)
    heard = np.frombuffer(bytes(caller.audio), "<i2")
    start = int(np.argmax(np.abs(heard) > 50)) - int(np.argmax(np.abs(kept) > 50))
    assert 0 <= start <= 480
    assert np.array_equal(heard[start : start + len(kept)], kept[: len(heard) - start])
    assert pbx.outcome(caller.uuid) == "abandoned"


async def test_speech_is_heard(pbx: Exchange):
    pbx.ears.script.append((Hypothesis("住民票をお願いします"),))
    caller = await pbx.dial()
    await caller.hears_out()
    speech = wav.read(AUDIO / "slot_by_slot_1.wav", 8_000)
    await caller.says(speech.astype("<i2").tobytes())
    await caller.hears_out()
    await caller.pbx.hangs_up()
    await pbx.let_go()
    assert pbx.service.calls["AS" + UUID(caller.uuid).hex].turns[0].heard == "住民票をお願いします"
    assert pbx.service.calls["AS" + UUID(caller.uuid).hex].state.procedures == ("juminhyo",)


async def test_a_key_in_the_middle_of_a_sentence_ends_it_on_the_line(tmp_path: Path):
    with exchange(tmp_path) as made:
        made.voice.ms = 3_000
        caller = await made.dial()
        while caller.sounding_ms < 200:
            await caller.lasts()
        dropped = len(made.voice.spoken)
        await caller.presses("1")
        await caller.hears_out()
        await caller.pbx.hangs_up()
        await made.let_go()
        after = len(made.voice.spoken) - dropped
        assert after > 0
        assert after * 3_000 <= caller.sounding_ms <= 300 + after * 3_000


async def test_the_number_that_called_and_the_one_that_was_dialled_are_known_however_they_are_written(
    pbx: Exchange,
):
    told = await ask(pbx.url, "POST", "call", caller="0935551234", called="093-582-0001")
    known = pbx.service.calls["AS" + UUID(told.text).hex]
    assert (known.caller, known.called) == (CALLER, CALLED)
    told = await ask(pbx.url, "POST", "call", caller="anonymous")
    assert pbx.service.calls["AS" + UUID(told.text).hex].caller == ""


async def test_a_uuid_that_nobody_was_given_is_hung_up_on(pbx: Exchange, caplog: pytest.LogCaptureFixture):
    stranger = await Pbx.connect(pbx.port, str(uuid4()))
    await stranger.is_hung_up_on()
    assert "stream refused: no such call" in caplog.text


async def test_a_uuid_lets_one_connection_in(pbx: Exchange):
    caller = await pbx.dial()
    await caller.hears_out()
    second = await Pbx.connect(pbx.port, caller.uuid)
    await second.is_hung_up_on()
    await caller.lasts()
    assert not caller.over
    await caller.pbx.hangs_up()
    await pbx.let_go()
    third = await Pbx.connect(pbx.port, caller.uuid)
    await third.is_hung_up_on()


async def test_a_uuid_grows_old(pbx: Exchange, monkeypatch: pytest.MonkeyPatch):
    uuid = await pbx.ring()
    later = pbx.service.clock.now() + TOKEN_LIFE + timedelta(seconds=1)
    monkeypatch.setattr(type(pbx.service.parts.clock), "now", lambda clock: later)
    late = await Pbx.connect(pbx.port, uuid)
    await late.is_hung_up_on()


@pytest.mark.parametrize("first", [b"GET / HTTP/1.1\r\n\r\n", message(0x10, FRAME), message(0x00)])
async def test_what_does_not_begin_with_a_uuid_is_hung_up_on(pbx: Exchange, first: bytes):
    stranger = await Pbx.plug(pbx.port)
    await stranger.sends(first.ljust(20_000, b"\0"))
    await stranger.is_hung_up_on()
    assert not pbx.service.sessions


async def test_who_says_nothing_at_all_is_hung_up_on(pbx: Exchange, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(audio_socket, "IDENTITY_TIMEOUT_S", 0.05)
    silent = await Pbx.plug(pbx.port)
    await silent.is_hung_up_on()


@pytest.mark.parametrize(
    ("nonsense", "complaint"),
    [
        (message(0x77, b"abc"), "kind 0x77"),
        (message(0x12, FRAME), "kind 0x12"),
        (message(0x10, b"abc"), "audio of 3 bytes"),
        (message(0x10, bytes(40_000)), "audio of 40000 bytes"),
        (message(0x03, b"A"), "dtmf without a key"),
        (message(0x01, bytes(16)), "UUID in the middle"),
        (message(0xFF, b"\x04"), "error 04"),
    ],
)
async def test_nonsense_in_the_middle_is_logged_once_and_the_call_goes_on(
    pbx: Exchange, caplog: pytest.LogCaptureFixture, nonsense: bytes, complaint: str
):
    caller = await pbx.dial()
    await caller.hears_out()
    for _ in range(3):
        await caller.pbx.sends(nonsense)
    await caller.presses("1")
    await caller.hears_out()
    assert sum(complaint in record.getMessage() for record in caplog.records) == 1
    await caller.pbx.hangs_up()
    await pbx.let_go()
    assert pbx.service.calls["AS" + UUID(caller.uuid).hex].state.procedures


@pytest.mark.parametrize("how", ["half", "silence"])
async def test_a_line_that_breaks_is_taken_up_where_it_was_and_its_record_is_whole(
    pbx: Exchange, how: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
):
    if how == "silence":
        monkeypatch.setattr(carrying, "Session", partial(Session, frame_timeout_s=0.3))
    caller = await pbx.dial()
    await caller.hears_out()
    await caller.presses("1")
    await caller.hears_out()
    known = pbx.service.calls["AS" + UUID(caller.uuid).hex].state.procedures
    assert known
    if how == "half":
        await caller.pbx.sends(message(0x10, FRAME)[:100])
        await caller.pbx.closes()
    else:
        await caller.pbx.is_hung_up_on()
    await pbx.let_go()
    assert "line broke" in caplog.text
    assert pbx.service.calls["AS" + UUID(caller.uuid).hex].stage is Stage.BROKEN
    kinds = [line["event"] for line in readable((pbx.record(caller.uuid) / EVENTS).read_bytes())]
    assert "KeyPressed" in kinds
    heard = wav.read(pbx.record(caller.uuid) / "caller.wav", 8_000)
    assert len(heard) == caller.sent_ms * 8
    monkeypatch.undo()
    assert await pbx.after(caller.uuid) == "again"
    again = await pbx.again(caller.uuid)
    await again.hears_out()
    await again.pbx.hangs_up()
    await pbx.let_go()
    kinds = [line["event"] for line in readable((pbx.record(caller.uuid) / EVENTS).read_bytes())]
    assert kinds.count("Reconnected") == 1
    assert pbx.service.calls["AS" + UUID(caller.uuid).hex].state.procedures == known


async def test_a_pbx_that_stops_reading_has_lost_the_line(pbx: Exchange, caplog: pytest.LogCaptureFixture):
    uuid, loop = await pbx.ring(), asyncio.get_running_loop()
    with socket.socket() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        deaf.setblocking(False)
        await loop.sock_connect(deaf, ("127.0.0.1", pbx.port))
        await loop.sock_sendall(deaf, message(0x01, UUID(uuid).bytes))
        await eventually(lambda: bool(pbx.service.sessions))
        pbx.timer.loop.call_soon_threadsafe(pbx.timer.advance, 60.0)
        await pbx.let_go()
    assert "line broke (LineDead)" in caplog.text
    assert (pbx.record(uuid) / "outcome.json").is_file()
    assert await pbx.after(uuid) == "again"


async def test_a_connection_that_is_reset_is_a_caller_who_hung_up(pbx: Exchange):
    caller = await pbx.dial()
    await caller.hears_out()
    await caller.pbx.breaks()
    await pbx.let_go()
    assert pbx.outcome(caller.uuid) == "abandoned"
    assert await pbx.after(caller.uuid) == "hangup"


async def test_a_call_whose_audio_never_comes_is_tried_again_and_then_goes_to_a_person(pbx: Exchange):
    uuid = await pbx.ring()
    answers = [await pbx.after(uuid) for _ in range(MAX_STREAMS)]
    assert answers[:-1] == ["again"] * (MAX_STREAMS - 1)
    assert answers[-1].startswith("dial:+81")
    assert await pbx.after(uuid) == answers[-1]


async def test_who_wants_a_person_is_transferred(pbx: Exchange):
    caller = await pbx.dial()
    await caller.hears_out()
    (session,) = pbx.service.sessions
    assert session.call_person()
    await caller.is_hung_up_on()
    await pbx.let_go()
    assert (await pbx.after(caller.uuid)).startswith("dial:+81")
    assert pbx.outcome(caller.uuid) == "transferred"


async def test_a_caller_who_hangs_up_before_the_audio_leaves_a_record(pbx: Exchange):
    uuid = await pbx.ring()
    assert (await ask(pbx.url, "POST", f"hung-up/{uuid}")).status_code == 204
    assert pbx.outcome(uuid) == "abandoned"
    assert (pbx.record(uuid) / "outcome.json").is_file()
    assert (await ask(pbx.url, "POST", f"hung-up/{uuid}")).status_code == 204
    (started, ended) = readable((pbx.record(uuid) / EVENTS).read_bytes())
    assert (started["event"], ended["event"]) == (events.CallStarted.__name__, events.HungUp.__name__)


async def test_of_an_unknown_call_nothing_is_known(pbx: Exchange):
    assert await pbx.after(str(uuid4())) == "hangup"
    assert (await ask(pbx.url, "GET", "after/nonsense")).status_code == 404
    assert (await ask(pbx.url, "POST", f"hung-up/{uuid4()}")).status_code == 204


async def test_only_who_shows_the_key_is_answered(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    with exchange(tmp_path, key="秘密") as made:
        for key in ("", "wrong", "Bearer"):
            for method, path in (
                ("POST", "call"),
                ("GET", f"after/{uuid4()}"),
                ("POST", f"hung-up/{uuid4()}"),
            ):
                assert (await ask(made.url, method, path, key)).status_code == 403
        assert "the key is wrong" in caplog.text
        assert made.service.calls.streaming == 0


async def test_with_the_key_a_call_rings(tmp_path: Path):
    with exchange(tmp_path, key="a-long-secret") as made:
        told = await ask(made.url, "POST", "call", "a-long-secret", caller=CALLER)
        assert UUID(told.text).version == 4


async def test_a_service_that_goes_down_takes_no_new_call_and_says_goodbye(tmp_path: Path):
    with exchange(tmp_path) as made:
        caller = await made.dial()
        await caller.hears_out()
        made.service.closing = True
        assert (await ask(made.url, "POST", "call", caller=CALLER)).status_code == 503
        (session,) = made.service.sessions
        made.timer.loop.call_soon_threadsafe(session.shut_down)
        await caller.is_hung_up_on()
        await made.let_go()
        assert made.outcome(caller.uuid) is not None


async def test_errors_are_no_part_of_any_of_this(pbx: Exchange, caplog: pytest.LogCaptureFixture):
    caller = await pbx.dial()
    await caller.hears_out()
    await caller.pbx.hangs_up()
    await pbx.let_go()
    await asyncio.sleep(0)
    assert not [one for one in caplog.records if one.levelno >= logging.ERROR]
