"""What a call leaves behind, and that it can be played again."""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

from dialog import events
from dialog.state import Outcome, State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from tests.dialog.conversation import OFFICE
from tests.telephony.wire_phone import AUDIO, Line, Phone, silence, speech
from voicebot.clock import TOKYO
from voicebot.speech import mulaw, wav
from voicebot.telephony.record import FileCallLog, MemoryCallLog, dump_event, load_event

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
MY_NUMBER = "123456789018"


def lines(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "events.jsonl").read_text("utf-8").splitlines()]


async def booked(line: Line) -> Phone:
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.wants_nothing_else()
    return phone


async def test_a_call_leaves_its_events_both_voices_and_its_outcome(line: Line):
    phone = await booked(line)
    folder = line.record(phone)
    assert {file.name for file in folder.iterdir()} == {
        "events.jsonl",
        "caller.wav",
        "agent.wav",
        "caller.jsonl",
        "agent.jsonl",
        "outcome.json",
    }
    outcome = json.loads((folder / "outcome.json").read_text("utf-8"))
    assert outcome["call_sid"] == phone.sid
    assert outcome["outcome"] == "booked"
    assert outcome["booking"]["start"] == "2026-12-02T14:00:00+09:00"
    assert re.fullmatch("[1-9][0-9]{3}", outcome["booking"]["number"])


async def test_a_recorded_call_played_again_takes_the_same_way(line: Line):
    line.ears.script.append((Hypothesis("住民票をお願いします", 0.9), Hypothesis("住民税", 0.1)))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("slot_by_slot_1"))
    await phone.hears("ask_date")
    await phone.presses("1129")
    await phone.hears("offer_3")
    await phone.presses("2")
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.wants_nothing_else()
    state = State()
    for recorded in lines(line.record(phone)):
        state, actions = step(state, load_event(recorded))
        assert [type(action).__name__ for action in actions] == recorded["actions"]
    live = line.service.calls[phone.sid].state
    assert state.outcome is Outcome.BOOKED
    assert state == live


async def test_times_are_offsets_in_the_caller_s_voice(line: Line):
    line.ears.script.append((Hypothesis("住民票"),))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("slot_by_slot_1"))
    await phone.hears("ask_date")
    await phone.hangs_up()
    recorded = lines(line.record(phone))
    heard = next(line["ms"] for line in recorded if line["event"] == "Heard")
    spoken_ms = len(speech("slot_by_slot_1")) // 8
    assert spoken_ms < heard <= spoken_ms + 2_020
    offsets = [line["ms"] for line in recorded]
    assert offsets == sorted(offsets)


async def test_the_caller_s_voice_is_kept_as_it_came(line: Line):
    line.ears.script.append((Hypothesis("住民票"),))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("slot_by_slot_1"))
    await phone.hears("ask_date")
    await phone.hangs_up()
    kept = wav.read(line.record(phone) / "caller.wav", 8_000)
    original = wav.read(AUDIO / "slot_by_slot_1.wav", 8_000)
    assert len(kept) >= len(original)
    assert np.corrcoef(kept[: len(original)], original)[0, 1] > 0.99


async def test_a_caller_who_says_a_my_number_is_warned(line: Line):
    line.ears.script.append((Hypothesis(MY_NUMBER),))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("hakata_2"))
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    assert "my_number_warning" in phone.heard


async def test_a_my_number_is_neither_written_nor_kept_as_sound(line: Line):
    line.ears.script.append((Hypothesis(MY_NUMBER),))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(silence(400) + speech("hakata_2"))
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    folder = line.record(phone)
    assert [line["event"] for line in lines(folder)].count("MyNumberSpoken") == 1
    assert not re.search(r"\d{12}", (folder / "events.jsonl").read_text("utf-8"))
    assert MY_NUMBER not in (folder / "outcome.json").read_text("utf-8")
    voice = wav.read(folder / "caller.wav", 8_000)
    spoken = wav.read(AUDIO / "hakata_2.wav", 8_000)
    begins = 400 * 8 + int(np.argmax(np.abs(spoken) > 1_000))
    assert len(voice) > begins + 8_000
    assert np.abs(voice[begins + 100 * 8 :]).max() == 0
    assert MY_NUMBER not in str(line.service.calls[phone.sid].turns)


async def test_a_my_number_spoken_last_is_not_kept_as_sound(line: Line):
    line.ears.script.append((Hypothesis(MY_NUMBER),))
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    spoken = silence(400) + speech("hakata_2")
    for at in range(0, len(spoken), 160):
        await phone.media(spoken[at : at + 160])
    await phone.hangs_up()
    voice = wav.read(line.record(phone) / "caller.wav", 8_000)
    assert np.abs(voice).max() < 200


async def test_a_my_number_said_in_pieces_is_not_kept(line: Line):
    line.ears.script += [(Hypothesis(piece, 0.9),) for piece in ("1234", "5678です", "いちにさんよん")]
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    for question in ("ask_procedure", "narrow_procedure", "narrow_procedure"):
        await phone.says(silence(400) + speech("hakata_2"))
        await phone.hears(question)
    await phone.hangs_up()
    folder = line.record(phone)
    assert "my_number_warning" in phone.heard
    written = (folder / "events.jsonl").read_text("utf-8")
    assert not re.search(r"1234|5678です", written.replace("+81935551234", ""))
    assert [line["event"] for line in lines(folder)].count("Heard") == 2
    assert np.abs(wav.read(folder / "caller.wav", 8_000)).max() < 200
    assert "5678" not in str(line.service.calls[phone.sid].turns)


@pytest.mark.parametrize(
    "caller", ["+81935551234", ""], ids=["at the first question", "with a number asked for"]
)
async def test_a_my_number_pressed_on_keys_is_not_kept(line: Line, caller: str):
    phone = await line.phone(caller).dial()
    await phone.hears("ask_procedure")
    if not caller:
        line.ears.script.append((Hypothesis("予約を取り消したいのですが"),))
        await phone.says(speech("slot_by_slot_1"))
        await phone.hears("ask_booking_number")
    before = [entry for entry in lines(line.record(phone)) if entry["event"] == "KeyPressed"]
    await phone.presses(MY_NUMBER)
    await phone.hears("my_number_warning")
    await phone.hangs_up()
    folder = line.record(phone)
    pressed = [entry["data"]["digit"] for entry in lines(folder) if entry["event"] == "KeyPressed"]
    assert (before, pressed) == ([], [""] * 11)
    assert [entry["event"] for entry in lines(folder)].count("MyNumberSpoken") == 1
    assert line.service.calls[phone.sid].state.keypad.digits == ""
    state = State()
    for recorded in lines(folder):
        state, _ = step(state, load_event(recorded))
    assert state.outcome is Outcome.ABANDONED


async def test_keys_before_a_my_number_are_kept(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await phone.hears("ask_date")
    await phone.media(silence(400))
    await phone.presses(MY_NUMBER)
    await phone.hears("my_number_warning")
    await phone.hears("narrow_date")
    await phone.presses("1202")
    await phone.hears("ask_time")
    await phone.hangs_up()
    pressed = [entry for entry in lines(line.record(phone)) if entry["event"] == "KeyPressed"]
    assert [entry["data"]["digit"] for entry in pressed] == ["1", *[""] * 11, "1", "2", "0", "2"]


async def test_every_stream_of_a_call_is_kept(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.drops()
    await line.settled()
    verbs = await phone.after()
    await phone.open(dict(verbs[0].parameters)["token"])
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    folder = line.record(phone)
    assert {"caller.wav", "caller-2.wav", "agent.wav", "agent-2.wav"} <= {f.name for f in folder.iterdir()}
    kinds = [line["event"] for line in lines(folder)]
    assert kinds.index("CallStarted") < kinds.index("Reconnected") < kinds.index("HungUp")


async def test_a_folder_that_cannot_be_written_is_told_once_and_the_call_goes_on(
    line: Line, caplog: pytest.LogCaptureFixture
):
    (line.service.settings.var / "calls").write_text("a file where the folder should be")
    phone = await booked(line)
    assert phone.heard[-1] == "goodbye"
    assert line.bookings() == 1
    assert sum("call record not written" in record.getMessage() for record in caplog.records) == 1


def test_a_disk_that_fails_midway_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    log = FileCallLog(tmp_path, "CA1")
    log.event(0, events.NoInput(NOW), ())
    (tmp_path / "CA1" / "events.jsonl").unlink()
    (tmp_path / "CA1" / "events.jsonl").mkdir()
    for ms in (20, 40):
        log.event(ms, events.NoInput(NOW), ())
    log.close({"outcome": "abandoned"})
    assert sum("call record not written" in record.getMessage() for record in caplog.records) == 1
    assert len(log.events) == 3


def test_what_is_written_waits_for_the_disk_in_its_order(tmp_path: Path):
    waiting: list[Callable[[], None]] = []
    log = FileCallLog(tmp_path, "CA1", disk=waiting.append)
    log.event(0, events.NoInput(NOW), ())
    log.event(20, events.KeyPressed(NOW, "1"), ())
    log.forget_input(20)
    log.close({"outcome": "abandoned"})
    assert not (tmp_path / "CA1").exists()
    for work in waiting:
        work()
    written = (tmp_path / "CA1" / "events.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["data"].get("digit") for line in written] == [None, ""]
    assert json.loads((tmp_path / "CA1" / "outcome.json").read_text(encoding="utf-8")) == {
        "outcome": "abandoned"
    }


def test_a_call_s_name_cannot_lead_out_of_the_folder(tmp_path: Path):
    FileCallLog(tmp_path / "calls", "../../etc/passwd").close({"outcome": None})
    assert [path.name for path in tmp_path.iterdir()] == ["calls"]
    (folder,) = (tmp_path / "calls").iterdir()
    assert (folder / "outcome.json").is_file()


@pytest.mark.parametrize(
    "event",
    [
        events.CallStarted(NOW, OFFICE, "+81935551234"),
        events.Heard(NOW, (Hypothesis("はい", 0.5, "はい"),), early=True),
        events.KeyPressed(NOW, "#"),
        events.Played(NOW, "greeting", last=False),
        events.Booked(NOW, "4719"),
        events.MyNumberSpoken(NOW),
        events.HungUp(NOW),
    ],
    ids=lambda event: type(event).__name__,
)
def test_an_event_comes_back_as_it_was_written(event: events.Event):
    assert load_event(json.loads(json.dumps(dump_event(event)))) == event


def test_an_event_of_another_version_is_told_by_its_name():
    with pytest.raises(KeyError, match="Sneezed"):
        load_event({"event": "Sneezed", "data": {}})


def test_the_bot_s_voice_lies_where_it_was_played_and_ends_where_it_was_stopped():
    log = MemoryCallLog()
    log.agent_audio(100, mulaw.decode(b"\x10" * 800))
    assert log.agent == b"\xff" * 800 + b"\x10" * 800
    log.silence_agent(150)
    assert log.agent == b"\xff" * 800 + b"\x10" * 400
    log.agent_audio(300, mulaw.decode(b"\x20" * 8))
    assert log.agent == b"\xff" * 800 + b"\x10" * 400 + b"\xff" * 1_200 + b"\x20" * 8


def test_the_caller_s_voice_is_blanked_from_a_moment_on():
    log = MemoryCallLog()
    log.caller_audio(mulaw.decode(b"\x10" * 800))
    log.silence_caller(40)
    log.caller_audio(mulaw.decode(b"\x20" * 8))
    assert log.caller == b"\x10" * 320 + b"\xff" * 480 + b"\x20" * 8
