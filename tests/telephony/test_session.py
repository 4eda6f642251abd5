"""One call on one stream, whatever comes over the wire."""

import asyncio
import json
import socket
import threading
from typing import Any

import numpy as np
import pytest
from websockets.asyncio.client import connect

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from tests.telephony.wire_phone import PATIENCE_S, Line, eventually, names, silence, speech
from voicebot.speech import mulaw
from voicebot.speech.fake_recognizer import FakeListening
from voicebot.speech.recognizer import BESIDE
from voicebot.telephony import playback
from voicebot.telephony.calls import MAX_STREAMS, Stage


def loudest(audio: bytearray) -> int:
    return int(np.abs(mulaw.decode(bytes(audio)).astype(np.int32)).max())


def warnings_about(caplog: pytest.LogCaptureFixture, words: str) -> int:
    return sum(words in record.getMessage() for record in caplog.records)


async def test_a_call_by_keys_books_and_ends_with_the_goodbye(line: Line):
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.wants_nothing_else()
    assert phone.heard[-1] == "goodbye"
    assert line.bookings() == 1
    assert line.service.calls[phone.sid].outcome == "booked"
    assert names(await phone.after()) == ["Hangup"]


async def test_a_spoken_answer_reaches_the_conversation(line: Line):
    line.ears.script.append((Hypothesis("住民票をお願いします"),))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("slot_by_slot_1"))
    await phone.hears("ask_date")
    assert "procedure_heard" in phone.heard
    await phone.hangs_up()
    assert line.service.calls[phone.sid].turns[0].heard == "住民票をお願いします"


async def test_who_does_not_hear_is_spoken_to_louder(line: Line):
    line.ears.script.append((Hypothesis("え?"),))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    usual = loudest(phone.audio)
    await phone.says(speech("slot_by_slot_1"))
    await phone.hears("ask_procedure")
    assert loudest(phone.audio) > 1.5 * usual
    await phone.hangs_up()


async def test_hanging_up_in_the_read_back_books_nothing_and_takes_no_place(line: Line):
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.gets("read_back")
    await phone.hangs_up()
    assert line.service.calls[phone.sid].outcome == "abandoned"
    assert (line.bookings(), line.taken()) == (0, 0)


async def test_hanging_up_before_the_yes_books_nothing(line: Line):
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    assert line.taken() > 0
    await phone.hangs_up()
    assert line.service.calls[phone.sid].outcome == "abandoned"
    assert (line.bookings(), line.taken()) == (0, 0)


async def test_hanging_up_while_the_place_is_being_booked_leaves_a_true_record(
    line: Line, monkeypatch: pytest.MonkeyPatch
):
    asked, gone = threading.Event(), threading.Event()
    calendar = line.service.parts.calendars.at("")
    book = calendar.book

    def slowly(*wish: Any) -> str | None:
        asked.set()
        gone.wait(1)
        return book(*wish)

    monkeypatch.setattr(calendar, "book", slowly)
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await phone.presses("1")
    await eventually(asked.is_set)
    await phone.hangs_up()
    gone.set()
    await eventually(lambda: line.bookings() == 1)
    outcome = json.loads((line.record(phone) / "outcome.json").read_text("utf-8"))
    assert outcome["outcome"] == "booked"
    assert outcome["booking"] is not None


@pytest.mark.parametrize(
    ("nonsense", "complaint"),
    [
        ("{", "not JSON"),
        ("[]", "no event name"),
        ('{"event": "media"}', "media without its body"),
        ('{"event": "media", "media": {"payload": "%"}}', "payload is not base64"),
        ('{"event": "media", "media": {"payload": ""}}', "payload of 0 bytes"),
        (json.dumps({"event": "media", "media": {"payload": "//" * 7_000}}), "payload of"),
        ('{"event": "start", "start": {"streamSid": "MZ9", "callSid": "CA9"}}', "Start in the middle"),
        ('{"event": "connected", "protocol": "Call"}', "Connected in the middle"),
        ('{"event": "dtmf", "dtmf": {"digit": "A"}}', "dtmf without a key"),
        ('{"event": "mark", "mark": {}}', "name is not a short text"),
        ('{"event": "weather"}', "unknown event"),
    ],
)
async def test_nonsense_in_the_middle_is_logged_once_and_the_call_goes_on(
    line: Line, caplog: pytest.LogCaptureFixture, nonsense: str, complaint: str
):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    for _ in range(3):
        await phone.send(nonsense)
    await phone.presses("1")
    await phone.hears("ask_date")
    assert warnings_about(caplog, complaint) == 1
    await phone.hangs_up()


@pytest.mark.parametrize(
    "nonsense",
    [
        '{"event": ' + "9" * 5_000 + "}",
        json.dumps({"event": "media", "media": {"payload": "//8=", "chunk": "9" * 5_000}}),
    ],
    ids=["event", "chunk"],
)
async def test_a_number_too_long_to_read_is_nonsense_like_any_other(line: Line, nonsense: str):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.send(nonsense)
    await phone.presses("1")
    await phone.hears("ask_date")
    await phone.hangs_up()


async def test_many_different_complaints_do_not_flood_the_log(line: Line, caplog: pytest.LogCaptureFixture):
    phone = await line.phone().dial()
    for n in range(200):
        await phone.send(json.dumps({"event": f"news-{n}"}))
    await phone.hears("ask_procedure")
    assert 0 < warnings_about(caplog, "unknown event") <= 20
    await phone.hangs_up()


async def test_frames_of_other_sizes_are_heard_all_the_same(line: Line):
    line.ears.script.append((Hypothesis("住民票"),))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    spoken = speech("slot_by_slot_1") + silence(2_000)
    for at in range(0, len(spoken), 333):
        await phone.media(spoken[at : at + 333])
    await phone.hears("ask_date")
    await phone.hangs_up()


async def test_frames_that_come_twice_are_taken_once(line: Line, caplog: pytest.LogCaptureFixture):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    for _ in range(10):
        await phone.media(silence(20))
    for number in range(1, 11):
        await phone.media(silence(20), chunk=str(number))
    await phone.hangs_up()
    assert warnings_about(caplog, "media out of order") == 1
    caller = line.record(phone) / "caller.wav"
    assert caller.stat().st_size == 44 + 10 * 20 * 16


async def test_one_absurd_frame_number_does_not_make_the_service_deaf(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.media(silence(20), chunk="999999999")
    for _ in range(500):
        await phone.media(silence(20))
    await phone.hangs_up()
    assert (line.record(phone) / "caller.wav").stat().st_size > 44 + 400 * 20 * 16


async def test_a_mark_nobody_sent_changes_nothing(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.send({"event": "mark", "mark": {"name": "77:goodbye"}})
    await phone.presses("1")
    await phone.hears("ask_date")
    await phone.hangs_up()


async def test_a_lost_line_is_taken_up_again_where_it_broke(line: Line):
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await phone.drops()
    await line.settled()
    assert line.service.calls[phone.sid].stage is Stage.BROKEN
    assert line.bookings() == 0
    assert line.taken() > 0
    verbs = await phone.after()
    assert names(verbs) == ["Connect", "Redirect"]
    phone.heard.clear()
    await phone.open(dict(verbs[0].parameters)["token"])
    await phone.hears("confirm")
    assert phone.heard == ["read_back", "confirm"]
    await phone.presses("1")
    await phone.wants_nothing_else()
    assert line.bookings() == 1


async def test_a_line_that_keeps_breaking_is_handed_to_a_person(line: Line):
    phone = line.phone()
    token = await phone.ring()
    for stream in range(1, MAX_STREAMS + 1):
        await phone.open(token)
        await phone.hears("ask_procedure")
        await phone.drops()
        await line.settled()
        verbs = await phone.after()
        if stream < MAX_STREAMS:
            token = dict(verbs[0].parameters)["token"]
    assert names(verbs) == ["Say", "Dial"]
    assert verbs[1].text == line.service.office.agent_phone


async def test_twilio_s_word_that_the_stream_is_over_counts_before_the_socket_s(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    verbs = await phone.after()
    await phone.drops()
    assert names(verbs) == ["Connect", "Redirect"]


async def test_a_peer_that_stops_reading_ends_its_own_call_only(
    line: Line, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(playback, "SEND_TIMEOUT_S", 0.3)
    deaf, other = line.phone(), line.phone("+819012345678")
    token = await deaf.ring()
    with socket.create_connection(("127.0.0.1", int(line.url.rpartition(":")[2]))) as raw:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        raw.setblocking(False)
        address = line.url.replace("http", "ws") + "/twilio/media"
        deaf.socket = await connect(
            address, sock=raw, proxy=None, compression=None, ping_interval=None, max_queue=1
        )
        line.voice.ms = 1_200_000
        await deaf.send({"event": "connected"})
        await deaf.start(token)
        await eventually(lambda: deaf.sid in line.service.calls._calls and len(line.voice.spoken) > 0)
        line.voice.ms = 200
        await other.dial()
        await other.hears("ask_procedure")
        await eventually(lambda: len(line.service.sessions) == 1)
        assert line.service.calls[deaf.sid].stage is Stage.BROKEN
        assert warnings_about(caplog, "LineDead") == 1
        await other.presses("1")
        await other.hears("ask_date")
        await other.hangs_up()
        await deaf.drops()


async def test_what_was_said_first_counts_first_though_it_was_understood_last(line: Line):
    texts = ["住民票をお願いします", "12月2日です"]
    all_is_said = threading.Event()

    class Slow(FakeListening):
        def result(self) -> tuple[Hypothesis, ...]:
            if self.heard is None:
                self.heard = (Hypothesis(texts.pop(0)),)
                if texts:
                    all_is_said.wait(PATIENCE_S)
            return self.heard

    def listen(hints: Hints) -> FakeListening:
        return FakeListening(line.ears, beside=True) if hints is BESIDE else Slow(line.ears)

    line.ears.listen = listen  # type: ignore[method-assign]
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("slot_by_slot_1"))
    await phone.says(speech("slot_by_slot_2"))
    await phone.presses("*")
    await phone.hears("ask_procedure")
    all_is_said.set()
    await phone.hears("ask_time")
    await phone.hangs_up()
    written = (line.record(phone) / "events.jsonl").read_text("utf-8").splitlines()
    heard = [entry["data"] for entry in map(json.loads, written) if entry["event"] == "Heard"]
    assert [one["hypotheses"][0]["text"] for one in heard] == ["住民票をお願いします", "12月2日です"]


async def test_a_recognizer_that_fails_brings_an_apology_and_a_person(line: Line):
    def breaks(hints: object) -> None:
        raise RuntimeError("the engine is broken")

    line.ears.listen = breaks  # type: ignore[assignment,method-assign]
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(speech())
    await phone.hears_out()
    assert phone.heard[-1] == "system_trouble"
    verbs = await phone.after()
    assert (names(verbs), verbs[0].text) == (["Dial"], line.service.office.agent_phone)
    assert line.service.calls[phone.sid].outcome == "failed"


async def test_a_voice_that_fails_hands_the_call_to_a_person(line: Line, monkeypatch: pytest.MonkeyPatch):
    def breaks(sentence: object, rate: float) -> bytes:
        raise RuntimeError("the engine is broken")

    monkeypatch.setattr(line.voice, "speak", breaks)
    phone = line.phone()
    token = await phone.ring()
    for _ in range(MAX_STREAMS):
        await phone.open(token)
        await phone.hears_out()
        verbs = await phone.after()
        token = dict(verbs[0].parameters).get("token", "")
    assert names(verbs) == ["Say", "Dial"]
    assert verbs[1].text == line.service.office.agent_phone


async def test_a_database_that_goes_away_brings_an_apology_and_a_person(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await phone.hears("ask_date")
    for file in line.service.settings.var.glob("voicebot.db*"):
        file.unlink()
    await phone.presses("1202")
    await phone.hears_out()
    assert phone.heard[-1] == "system_trouble"
    assert names(await phone.after()) == ["Dial"]


async def test_a_person_is_brought_when_the_caller_presses_zero(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("0")
    await phone.hears_out()
    assert phone.heard[-1] == "transferring"
    verbs = await phone.after()
    assert (names(verbs), verbs[0].text) == (["Dial"], line.service.office.agent_phone)
    assert line.service.calls[phone.sid].outcome == "transferred"


async def test_marks_that_never_come_do_not_hold_the_call_up(line: Line, caplog: pytest.LogCaptureFixture):
    phone = await line.phone().dial()
    await phone.gets("ask_procedure")
    for _ in range(250):
        await phone.media(silence(20))
    await phone.presses("1")
    await phone.hears("ask_date")
    assert warnings_about(caplog, "marks are missing") == 1
    await phone.hangs_up()


async def test_silence_counts_although_the_mark_of_the_question_never_came(line: Line):
    phone = await line.phone().dial()
    await phone.gets("ask_procedure")
    quiet = asyncio.create_task(phone.stays_silent())
    await phone.hears("no_input")
    quiet.cancel()
    await phone.hangs_up()


async def test_a_caller_who_stays_silent_is_asked_another_way(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    for _ in range(400):
        await phone.media(silence(20))
    await phone.hears("ask_procedure")
    assert phone.heard.count("no_input") == 1
    await phone.hangs_up()


async def test_who_falls_silent_after_a_hum_is_asked_again(line: Line):
    line.ears.script.append((Hypothesis("うーん"),))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("slot_by_slot_1"))
    for _ in range(400):
        await phone.media(silence(20))
    await phone.hears("ask_procedure")
    assert "no_input" in phone.heard
    assert "not_understood" not in phone.heard
    await phone.hangs_up()


async def test_speech_over_the_bot_stops_it_and_clears_what_was_sent(line: Line):
    line.ears.script.append((Hypothesis("住民票をお願いします"),))
    line.voice.ms = 5_000
    phone = await line.phone().dial()
    await phone.gets("ask_procedure")
    line.voice.ms = 200
    await phone.says(speech("slot_by_slot_1"))
    await phone.is_cleared()
    await phone.hears("ask_date")
    await phone.hangs_up()
