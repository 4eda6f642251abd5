import base64
import re
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from twilio.request_validator import RequestValidator

from tests.telephony.caller_service import CONNECT, DIAL, HANGUP, Bot, Service, voiced
from voicebot.speech import wav
from voicebot.telephony.caller import CallFailed, HangUp, Keys, Pace, phone

FAST = Pace.FAST


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """0.2 s of noise, 0.8 s of speech, 0.2 s of noise."""
    level = np.repeat([0.001, 0.2, 0.001], [1_600, 6_400, 1_600])
    path = tmp_path / "word.wav"
    wav.write(path, wav.to_int16(np.random.default_rng(1).standard_normal(9_600) * level), 8_000)
    return path


async def ask_once(bot: Bot) -> None:
    await bot.say(1_000, "question")
    await bot.hear()
    await bot.say(600, "goodbye")


def index(service: Service, event: str, name: str = "") -> int:
    return next(
        i
        for i, m in enumerate(service.messages)
        if m["event"] == event and (not name or m["mark"]["name"] == name)
    )


async def test_the_webhook_gets_the_form_that_twilio_posts(word: Path) -> None:
    async with Service(ask_once).running() as service:
        result = await phone(service.url, [word], "+81312345678", pace=FAST)
    assert [path for path, _, _ in service.posts] == ["/twilio/voice", "/twilio/after", "/twilio/status"]
    forms = [form for _, form, _ in service.posts]
    assert re.fullmatch(r"CA[0-9a-f]{32}", result.call_sid)
    assert {form["CallSid"] for form in forms} == {result.call_sid}
    assert {form["From"] for form in forms} == {"+81312345678"}
    assert [form["CallStatus"] for form in forms] == ["ringing", "in-progress", "completed"]


async def test_the_stream_opens_as_documented(word: Path) -> None:
    async with Service(ask_once).running() as service:
        result = await phone(service.url, [word], pace=FAST)
    connected, start, first, *_ = service.messages
    assert connected == {"event": "connected", "protocol": "Call", "version": "1.0.0"}
    assert start["sequenceNumber"] == "1"
    assert start["start"]["callSid"] == result.call_sid
    assert start["start"]["streamSid"] == start["streamSid"]
    assert start["start"]["tracks"] == ["inbound"]
    assert start["start"]["customParameters"] == {"token": "one-time"}
    assert start["start"]["mediaFormat"] == {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1}
    assert first["sequenceNumber"] == "2"
    assert {k: first["media"][k] for k in ("track", "chunk", "timestamp")} == {
        "track": "inbound",
        "chunk": "1",
        "timestamp": "0",
    }


async def test_messages_are_numbered_without_a_gap_and_frames_are_20_ms(word: Path) -> None:
    async with Service(ask_once).running() as service:
        await phone(service.url, [word], pace=FAST)
    numbers = [int(m["sequenceNumber"]) for m in service.messages[1:]]
    assert numbers == list(range(1, len(numbers) + 1))
    media = [m["media"] for m in service.messages if m["event"] == "media"]
    assert [int(m["timestamp"]) for m in media] == [20 * (int(m["chunk"]) - 1) for m in media]
    assert {len(base64.b64decode(m["payload"])) for m in media} == {160}


async def test_a_mark_comes_back_once_its_audio_has_been_played(word: Path) -> None:
    async with Service(ask_once).running() as service:
        await phone(service.url, [word], pace=FAST)
    before = [m for m in service.messages[: index(service, "mark", "question")] if m["event"] == "media"]
    assert len(before) >= 50


async def test_the_caller_speaks_after_the_question_and_300_ms(word: Path) -> None:
    async with Service(ask_once).running() as service:
        await phone(service.url, [word], pace=FAST)
    asked = index(service, "mark", "question")
    spoken = next(i for i, m in enumerate(service.messages) if voiced(m))
    # 15 frames of quiet and 10 frames of noise at the head of the recording.
    assert spoken - asked > 24


async def test_clear_brings_the_waiting_marks_back_and_stops_the_audio(word: Path) -> None:
    async def interrupt(bot: Bot) -> None:
        await bot.say(60_000)
        await bot.send("mark", mark={"name": "long"})
        await bot.send("clear")
        await bot.until(lambda m: m["event"] == "mark")

    async with Service(interrupt).running() as service:
        result = await phone(service.url, [word], pace=FAST)
    assert index(service, "mark", "long") < 1_000
    assert len(result.heard) < 30 * 8_000


async def test_a_filler_is_no_question(word: Path) -> None:
    while_it_waits: list[bool] = []

    async def looks_up(bot: Bot) -> None:
        await bot.say(400, mark="1:ask_date")
        await bot.hear()
        await bot.say(200, mark="2:looking_it_up")
        while_it_waits.extend([voiced(await bot.read()) for _ in range(40)])
        await bot.say(400, mark="3:ask_time")
        await bot.hear()

    async with Service(looks_up).running() as service:
        result = await phone(service.url, [word, word], pace=FAST)
    assert len(result.gaps_ms) == 2
    assert not any(while_it_waits)


async def test_both_sides_are_recorded_in_step(word: Path) -> None:
    async with Service(ask_once).running() as service:
        result = await phone(service.url, [word], pace=FAST)
    assert len(result.said) == len(result.heard)
    assert result.heard.count(0x20) >= 1_600 * 8


async def test_the_gap_is_measured_from_the_end_of_speech_to_the_answer(word: Path) -> None:
    async with Service(ask_once).running() as service:
        result = await phone(service.url, [word], pace=FAST)
    (gap,) = result.gaps_ms
    # The bot hears 300 ms of silence before it answers, and that wait is real.
    assert gap is not None
    assert gap >= 280


async def test_what_the_bot_said_into_the_speech_and_ended_there_is_no_answer(word: Path) -> None:
    async def talk_over(bot: Bot) -> None:
        await bot.say(500, "question")
        await bot.until(voiced)
        await bot.say(100, "into it")
        quiet = 0
        while quiet < 60:
            message = await bot.read()
            assert message["event"] != "dtmf"
            quiet = 0 if voiced(message) else quiet + 1
        await bot.say(500, "answer")
        await bot.until(lambda m: m["event"] == "dtmf")
        await bot.say(100, "goodbye")

    async with Service(talk_over).running() as service:
        await phone(service.url, [word, Keys("1")], pace=FAST)
    assert index(service, "dtmf") > index(service, "mark", "answer")


async def test_a_bot_that_talks_into_the_speech_has_a_negative_gap(word: Path) -> None:
    async def rude(bot: Bot) -> None:
        await bot.say(500, "question")
        await bot.until(voiced)
        await bot.say(20_000, "rude")

    async with Service(rude).running() as service:
        result = await phone(service.url, [word], pace=FAST)
    (gap,) = result.gaps_ms
    assert gap is not None
    assert gap < 0


async def test_keys_are_sent_one_by_one() -> None:
    async def press(bot: Bot) -> None:
        await bot.say(200, "press")
        await bot.until(lambda m: m["event"] == "dtmf" and m["dtmf"]["digit"] == "#")

    async with Service(press).running() as service:
        await phone(service.url, [Keys("12#")], pace=FAST)
    keys = [m["dtmf"] for m in service.messages if m["event"] == "dtmf"]
    assert keys == [{"track": "inbound_track", "digit": digit} for digit in "12#"]


async def test_a_pause_comes_before_each_key_and_the_caller_is_not_out_of_patience_after_them() -> None:
    async def press(bot: Bot) -> None:
        await bot.say(200, "press")
        await bot.until(lambda m: m["event"] == "dtmf" and m["dtmf"]["digit"] == "#")
        await bot.say(200, "goodbye")

    async with Service(press).running() as service:
        await phone(service.url, [Keys("1234567#", 2_000)], pace=FAST, patience_ms=9_000)
    events = [m["event"] for m in service.messages]
    keys = [n for n, event in enumerate(events) if event == "dtmf"]
    pauses = [events[a:b].count("media") * 20 for a, b in pairwise(keys)]
    assert pauses == [2_000] * 7
    assert index(service, "mark", "goodbye")


async def test_hanging_up_stops_the_stream_and_asks_for_nothing_more() -> None:
    async def listen(bot: Bot) -> None:
        await bot.say(200, "hello")
        await bot.until(lambda m: m["event"] == "stop")

    async with Service(listen).running() as service:
        service.record = None
        result = await phone(service.url, [HangUp()], pace=FAST)
    assert service.messages[-1]["stop"]["callSid"] == result.call_sid
    assert [path for path, _, _ in service.posts] == ["/twilio/voice", "/twilio/status"]
    assert result.outcome == "abandoned"


async def test_a_caller_left_alone_hangs_up() -> None:
    async def say_nothing(bot: Bot) -> None:
        await bot.until(lambda m: m["event"] == "stop")

    async with Service(say_nothing).running() as service:
        await phone(service.url, [], pace=FAST, patience_ms=200)
    assert service.messages[-1]["event"] == "stop"


async def test_a_dial_after_the_stream_is_a_transfer(word: Path) -> None:
    async with Service(ask_once, CONNECT, DIAL).running() as service:
        service.record = {"outcome": "transferred", "booking": None, "turns": []}
        result = await phone(service.url, [word], pace=FAST)
    assert result.outcome == "transferred"


async def test_the_stream_is_taken_up_again_and_the_script_goes_on(word: Path) -> None:
    async with Service(ask_once, CONNECT, CONNECT, HANGUP).running() as service:
        result = await phone(service.url, [word, word], pace=FAST)
    assert len(service.streams) == 2
    assert len(result.gaps_ms) == 2
    assert any(voiced(m) for m in service.streams[1])


async def test_texts_outcome_and_booking_come_from_the_service(word: Path) -> None:
    asked = {"agent": "ご用件は。", "heard": ""}
    heard = asked | {"heard": "住民票です。"}
    done = {"agent": "承りました。", "heard": ""}

    async def book(bot: Bot) -> None:
        await bot.say(200, "greeting")
        await bot.hear()
        service.record = {"outcome": "booked", "booking": {"number": "0042"}, "turns": [heard, done]}
        await bot.say(200, "goodbye")

    told: list[tuple[str, str]] = []
    async with Service(book).running() as service:
        service.record = {"outcome": None, "booking": None, "turns": [asked]}
        result = await phone(service.url, [word], pace=FAST, tell=lambda *line: told.append(line))
    assert told == [("agent", "ご用件は。"), ("caller", "住民票です。"), ("agent", "承りました。")]
    answer = result.as_json()
    assert (answer["outcome"], answer["booking"]) == ("booked", {"number": "0042"})
    assert [(t["agent"], t["heard"]) for t in answer["turns"]] == [
        ("ご用件は。", "住民票です。"),
        ("承りました。", ""),
    ]
    assert answer["turns"][0]["gap_ms"] == result.gaps_ms[0]
    assert answer["turns"][1]["gap_ms"] is None


async def test_requests_are_signed_when_there_is_a_token(word: Path) -> None:
    async with Service(ask_once).running() as service:
        await phone(service.url, [word], pace=FAST, auth_token="secret")
    validator = RequestValidator("secret")
    assert all(validator.validate(service.url + path, form, sign) for path, form, sign in service.posts)


async def test_a_refused_signature_says_what_to_check() -> None:
    async with Service(ask_once).running() as service:
        service.status = 403
        with pytest.raises(CallFailed, match="TWILIO_AUTH_TOKEN"):
            await phone(service.url, [], pace=FAST)


async def test_no_service_is_told_in_one_sentence() -> None:
    with pytest.raises(CallFailed, match="make run"):
        await phone("http://127.0.0.1:9", [], pace=FAST)


async def test_what_is_no_address_is_told() -> None:
    with pytest.raises(CallFailed, match="http://127"):
        await phone("127.0.0.1:8080", [], pace=FAST)


@pytest.mark.parametrize("document", ["<html><body/></html>", "hello", "<Response><Connect/></Response>"])
async def test_an_answer_that_is_not_twiml_is_told(document: str) -> None:
    async with Service(ask_once, document).running() as service:
        with pytest.raises(CallFailed, match="voicebot's address"):
            await phone(service.url, [], pace=FAST)


@pytest.mark.parametrize(
    ("event", "body"),
    [
        ("hello", {}),
        ("media", {"media": {"payload": "***"}}),
        ("media", {}),
        ("mark", {"mark": {}}),
        ("clear", {"streamSid": "MZother"}),
    ],
)
async def test_what_twilio_would_not_take_ends_the_call(event: str, body: dict[str, object]) -> None:
    async def garbage(bot: Bot) -> None:
        await bot.send(event, **body)
        await bot.until(lambda m: False)

    async with Service(garbage).running() as service:
        with pytest.raises(CallFailed, match="the service sent"):
            await phone(service.url, [], pace=FAST)


async def test_a_service_that_redirects_without_end_is_left() -> None:
    documents = ["<Response><Redirect>/twilio/after</Redirect></Response>"] * 20
    async with Service(ask_once, *documents).running() as service:
        with pytest.raises(CallFailed, match="redirects"):
            await phone(service.url, [], pace=FAST)


async def test_the_realtime_pace_makes_the_same_call(word: Path) -> None:
    async with Service(ask_once).running() as service:
        result = await phone(service.url, [word], pace=Pace.REALTIME)
    assert result.outcome == "answered"
    assert result.gaps_ms[0] is not None
