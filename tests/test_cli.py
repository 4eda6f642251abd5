"""The command, from the shell's side: exit codes and sentences."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Voicebot
from voicebot import cli, serve
from voicebot.speech.fake_recognizer import FakeRecognizer


def sentence(stderr: str) -> str:
    """The one sentence of the command; nothing may stand beside it."""
    (told,) = stderr.splitlines()
    return told


def in_a_shell(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    bare = {k: v for k, v in os.environ.items() if not k.startswith(("VOICEBOT_", "TWILIO_"))}
    command = [Path(sys.executable).with_name("voicebot"), *args]
    return subprocess.run(
        command, cwd=folder, env=bare, capture_output=True, text=True, timeout=30, check=False
    )


def test_the_installed_command_ends_with_code_2_and_a_sentence(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = in_a_shell(tmp_path, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("voicebot: cannot listen on 127.0.0.1:")
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_stands_beside_the_sentence(tmp_path: Path):
    sentence(in_a_shell(tmp_path, "bookings", "--office", "nowhere.yaml").stderr)


def test_bookings_of_a_fresh_database_are_an_empty_list(voicebot: Voicebot):
    code, out, _ = voicebot("bookings", "--json")
    assert (code, json.loads(out)) == (0, [])


def test_an_occupied_port_is_told_with_the_remedy(voicebot: Voicebot):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, out, err = voicebot("serve", "--port", port)
    assert code == 2
    assert sentence(err) == (
        f"voicebot: cannot listen on 127.0.0.1:{port} (Address already in use); "
        "stop what uses it or give another --port"
    )
    assert "ready" not in out


def test_a_broken_office_file_is_told_with_its_line(voicebot: Voicebot, tmp_path: Path):
    (tmp_path / "office.yaml").write_text("id: ward\nname: 区役所\nname: 市役所\n", "utf-8")
    code, _, err = voicebot("serve", "--port", "0", "--office", "office.yaml")
    assert code == 2
    assert sentence(err).startswith("voicebot: office.yaml 3行目: ")


def test_an_office_file_that_is_not_there_is_told(voicebot: Voicebot):
    code, _, err = voicebot("serve", "--port", "0", "--office", "nowhere.yaml")
    assert code == 2
    assert "nowhere.yaml" in sentence(err)


def test_a_folder_that_cannot_be_made_is_told(voicebot: Voicebot, tmp_path: Path):
    (tmp_path / "var").write_text("a file where the folder should be")
    code, _, err = voicebot("serve", "--port", "0")
    assert code == 2
    assert "VOICEBOT_VAR" in sentence(err)


def test_an_unknown_voice_is_told_with_those_there_are(voicebot: Voicebot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serve, "make_recognition", lambda *_, **__: FakeRecognizer.hearing([]))
    code, _, err = voicebot("serve", "--port", "0", "--tts", "parrot")
    assert code == 2
    assert "'parrot'" in sentence(err)
    assert "openjtalk" in err


def test_an_unknown_recognizer_is_told_with_those_there_are(voicebot: Voicebot):
    code, _, err = voicebot("serve", "--port", "0", "--asr", "parrot")
    assert code == 2
    assert "'parrot'" in sentence(err)
    assert "whisper" in err


def test_a_rate_that_is_no_number_is_told(voicebot: Voicebot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("VOICEBOT_RATE", "quick")
    code, _, err = voicebot("bookings")
    assert code == 2
    assert "VOICEBOT_RATE" in sentence(err)


def test_a_database_that_cannot_be_written_is_told(voicebot: Voicebot, tmp_path: Path):
    (tmp_path / "file").write_text("no folder")
    code, _, err = voicebot("bookings", "--database", "file/voicebot.db")
    assert code == 2
    assert "file/voicebot.db" in sentence(err)


def test_a_port_that_cannot_be_is_told(voicebot: Voicebot, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serve, "build", lambda settings: pytest.fail("the service starts"))
    code, _, err = voicebot("serve", "--port", "99999")
    assert code == 2
    assert "'99999' is not a port" in err.splitlines()[-1]


def test_a_moment_that_is_none_is_told_with_an_example(voicebot: Voicebot):
    code, _, err = voicebot("serve", "--now", "yesterday")
    assert code == 2
    assert "2026-11-24T10:00+09:00" in err


def test_a_recording_that_is_not_there_is_told(voicebot: Voicebot):
    code, _, err = voicebot("call", "nobody.wav")
    assert code == 2
    assert sentence(err) == "voicebot: nobody.wav: there is no such file; give the path of a WAV recording"


def test_keys_that_are_none_are_told_with_an_example(voicebot: Voicebot):
    code, _, err = voicebot("call", "keys:12x")
    assert code == 2
    assert "keys:09012345678@2s" in err


def test_a_call_that_nobody_answers_fails(voicebot: Voicebot):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    recording = Path(__file__).parents[1] / "recordings_fixtures" / "audio" / "clerk_1.wav"
    code, _, err = voicebot("call", "--url", f"http://127.0.0.1:{port}", str(recording))
    assert code == 1
    assert "no service answers" in sentence(err)


def test_an_order_there_is_not_is_told(voicebot: Voicebot):
    code, _, err = voicebot("sing")
    assert code == 2
    assert "invalid choice: 'sing'" in err


def test_the_sentences_shipped_are_in_order(voicebot: Voicebot):
    code, out, _ = voicebot("prompts", "check")
    assert (code, out) == (0, "nothing is wrong\n")


@pytest.mark.parametrize(
    ("option", "number", "why"),
    [
        ("chat --from", "0935551234567", "too many digits"),
        ("chat --from", "110", "cannot be phoned back"),
        ("chat --to", "093-555-123", "too few digits"),
        ("chat --to", "sip:desk@city.test", "not a telephone number"),
        ("call --from", "+81900000102", "in no numbering plan"),
        ("call --from", "093-555-1234 内線12", "extension"),
    ],
)
def test_a_number_that_is_none_is_told_why(voicebot: Voicebot, option: str, number: str, why: str):
    command, name = option.split()
    code, _, err = voicebot(command, name, number, *(["a.wav"] if command == "call" else []))
    assert code == 2
    assert f"argument {name}: the telephone number" in err
    assert why in err
    assert "write it like +81935551234" in err


def test_the_simulated_caller_sends_a_withheld_number_as_a_network_does():
    parsed = [
        cli._parser().parse_args(["call", "--from", given, "keys:1"]).number
        for given in ("+266696687", "", "093-555-1234")
    ]
    assert parsed == ["+266696687", "", "+81935551234"]
