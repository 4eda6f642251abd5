"""A call is made a recording that plays, and that tells nobody who phoned."""

import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from calendar_backend import load_office
from recordings_fixtures import Voice, playing
from recordings_fixtures.loader import load
from tests.replay.made import SCENARIOS, rewritten, spoken_call
from voicebot.replay import caller, keeping, recording
from voicebot.replay.engines import Engines
from voicebot.replay.from_audio import from_audio
from voicebot.replay.recording import NoRecording
from voicebot.replay.replay import CannotReplay
from voicebot.speech import wav
from voicebot.speech.fake_recognizer import FakeRecognizer
from voicebot.speech.fake_synthesizer import FakeSynthesizer
from voicebot.speech.recognizer import Pcm
from voicebot.telephony.caller_script import Keys, last_voiced

NAMED = SCENARIOS / "offices" / "named.yaml"

VOICE = Voice(name="mei", speed=0.9, noise_dbfs=-60)
SAID = (
    "住民票をお願いします。",
    "十二月八日火曜日の午前十時です。",
    "〇九三の、五八二の、三三六一。",
    "はい合っています。",
    "山田花子です。",
    Keys("1"),
)
"""Somebody whose line withholds the number gives it, and a name."""


@pytest.fixture(scope="module")
def call(engines: Engines, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = spoken_call(tmp_path_factory.mktemp("calls"), SAID, "", NAMED, engines, VOICE)
    outcome = json.loads((path / "outcome.json").read_text("utf-8"))
    assert (outcome["outcome"], outcome["booking"]["start"]) == ("booked", "2026-12-08T10:00:00+09:00")
    return path


def test_a_number_and_a_name_that_were_spoken_are_silenced_and_the_call_ends_as_it_did(
    call: Path, engines: Engines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    made = recording.make(call, "who_again", ["+818000000001"], lambda office: load_office(NAMED))
    done = [turn.get("keys") or turn.get("spoken") for turn in made.call["turns"]]
    assert done[2:5:2] == ["08000000002", "#"]
    assert done[5:] == ["1", None]  # and says nothing more
    for spoken, word in zip(done[:2] + done[3:4], ("住民票", "10時", "合っています"), strict=True):
        assert word in spoken
    assert made.call["from"] == ""
    assert made.call["expect"]["rows"] == [
        {"procedure": "juminhyo", "start": "2026-12-08T10:00:00+09:00", "phone": "+818000000002"}
    ]
    assert not re.search("ヤマダ|山田|やまだ|093|582|3361", made.text)
    # A machine with more to do is silent for longer between two sentences.
    monkeypatch.setattr(playing, "QUIET_MS", 2_500)
    assert keeping.complaints(made, engines) == []
    (tmp_path / "calls").mkdir()
    kept = load(keeping.keep(made, tmp_path))
    assert (kept.id, kept.voice, kept.expect.outcome) == ("who_again", None, "booked")
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {
        "calls/who_again.yaml",
        "offices/who_again.yaml",
        *(turn.file for turn in kept.turns if turn.file),
    }
    said = voices(call)
    for turn in kept.turns:
        if turn.file is not None:
            heard = wav.read(tmp_path / turn.file, 8_000)
            assert (last_voiced(heard) is None) == (turn is kept.turns[-1])
            assert not any(inside(heard, secret) for secret in (said[2], said[4]))


def voices(call: Path) -> list[Pcm]:
    """The sound of each thing that was said, without what is around it."""
    whole = wav.read(call / "caller.wav", 8_000)
    return [whole[span.start_ms * 8 : span.end_ms * 8] for span in caller.spoken(whole)]


def inside(heard: Pcm, secret: Pcm) -> bool:
    """Whether any quarter of a second of it is there."""
    pieces = (secret[at : at + 2_000].tobytes() for at in range(0, len(secret) - 2_000, 2_000))
    return any(piece in heard.tobytes() for piece in pieces)


def test_the_same_call_ends_the_same_from_its_audio_and_asks_the_same(call: Path, engines: Engines):
    with ThreadPoolExecutor(1) as pool:
        result = from_audio(call, engines, pool)
    assert result.same_end
    assert result.now.rows[0].phone == "+81935823361"
    assert result.notes == ()
    sides = [(turn.then, turn.now) for turn in result.turns]
    assert len(sides) == 8
    for then, now in sides:
        assert then is not None
        assert now is not None
        assert (then.event, then.keys, then.actions, then.phase) == (
            now.event,
            now.keys,
            now.actions,
            now.phase,
        )


def test_ears_that_hear_otherwise_make_another_end(call: Path):
    deaf = Engines(FakeRecognizer.hearing(["係員をお願いします"]), FakeSynthesizer(2_000))
    with ThreadPoolExecutor(1) as pool:
        first = from_audio(call, deaf, pool).as_json()
    assert first["now"] == {"outcome": "transferred", "rows": []}
    assert (first["same_outcome"], first["same_rows"]) == (False, False)
    assert first["turns"][1]["now"]["heard"][0]["text"] == "係員をお願いします"
    assert any(note["kind"] == "cut_short" for note in first["notes"])


def test_a_call_without_its_sound_is_not_played(call: Path, tmp_path: Path):
    copied = tmp_path / "2026-11-24" / call.name
    shutil.copytree(call, copied)
    deaf = Engines(FakeRecognizer.hearing([]), FakeSynthesizer())
    for broken in (b"RIFF", None):
        if broken is None:
            (copied / "caller.wav").unlink()
        else:
            (copied / "caller.wav").write_bytes(broken)
        with ThreadPoolExecutor(1) as pool, pytest.raises(CannotReplay, match="no_audio"):
            from_audio(copied, deaf, pool)


def test_what_is_left_of_a_name_or_a_number_makes_it_no_recording(call: Path, tmp_path: Path):
    copied = tmp_path / "2026-11-24" / call.name
    shutil.copytree(call, copied)
    first = caller.spoken(wav.read(call / "caller.wav", 8_000))[0]
    line = {"start_ms": first.start_ms, "end_ms": first.end_ms}
    for text in (
        "住民票を、山田です",
        "やまだだけど",
        "〇九三の五八二です",
        "三三六一の者ですが",
        "鈴木と申します",
    ):
        (copied / "transcript.jsonl").write_text(json.dumps(line | {"text": text}) + "\n", "utf-8")
        with pytest.raises(NoRecording) as caught:
            recording.make(copied, "who_again", [], lambda office: load_office(NAMED))
        assert caught.value.why == "leftover", text
    (copied / "transcript.jsonl").write_text(
        json.dumps(line | {"text": "住民票をお願いします"}) + "\n", "utf-8"
    )
    assert recording.make(copied, "who_again", [], lambda office: load_office(NAMED))


@pytest.mark.parametrize("name", ["", "Ab", "../a", "a b", "1abc", "x" * 41, "名前です", "ab.c"])
def test_a_name_that_is_no_file_name_is_refused(call: Path, name: str):
    with pytest.raises(NoRecording) as caught:
        recording.make(call, name, [], lambda office: None)
    assert caught.value.why == "name"


def test_an_office_that_is_gone_is_refused(call: Path):
    with pytest.raises(NoRecording, match="no_office named-shimin"):
        recording.make(call, "who_again", [], lambda office: None)


@pytest.mark.parametrize(
    ("event", "why"),
    [
        ("MyNumberSpoken", "my_number"),
        ("Reconnected", "streams"),
        ("PersonCalled", "person_called"),
        (None, "not_whole"),
    ],
)
def test_a_call_that_cannot_be_one_is_refused(call: Path, tmp_path: Path, event: str | None, why: str):
    copied = tmp_path / "2026-11-24" / call.name
    shutil.copytree(call, copied)
    if event is None:
        (copied / "outcome.json").unlink()
    else:
        extra = {"ms": 5, "event": event, "data": {"at": "2026-11-24T10:00:09+09:00"}, "actions": []}
        rewritten(copied, lambda lines: lines.insert(1, extra))
    with pytest.raises(NoRecording) as caught:
        recording.make(copied, "who_again", [], lambda office: load_office(NAMED))
    assert caught.value.why == why


def test_nothing_is_left_where_not_all_could_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = recording.Made("abc", {"id": "abc"}, (("audio/abc_1.wav", np.zeros(80, np.int16)),))
    (tmp_path / "calls").mkdir()
    linked: list[object] = []

    def full(old: object, new: object) -> None:
        if linked:
            raise OSError(28, "No space left on device")
        linked.append(new)
        Path(str(new)).write_bytes(Path(str(old)).read_bytes())

    monkeypatch.setattr("os.link", full)
    with pytest.raises(OSError, match="No space"):
        keeping.keep(made, tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_nobodys_recording_is_overwritten(tmp_path: Path):
    made = recording.Made("abc", {"id": "abc"}, (("audio/abc_1.wav", np.zeros(80, np.int16)),))
    (tmp_path / "audio").mkdir()
    (tmp_path / "calls").mkdir()
    (tmp_path / "audio" / "abc_2.wav").write_bytes(b"x")
    with pytest.raises(NoRecording, match="taken abc"):
        keeping.keep(made, tmp_path)


def test_the_numbers_of_the_recordings_are_known():
    assert "+819012344444" in keeping.callers()
