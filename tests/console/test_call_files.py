"""A call's words and sound as files."""

import io
import json
import wave

import numpy as np
import pytest

from tests.archive.recorded import recorded
from tests.archive.sounding import sounding
from tests.console.conftest import Browser, signed_in
from voicebot.console.roles import Role

PAGE = "/console/calls/2026-11-24/CA1"


@pytest.fixture
def operator(browser: Browser) -> Browser:
    return signed_in(browser, Role.OPERATOR)


def pcm(data: bytes) -> np.ndarray:
    with wave.open(io.BytesIO(data)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 8_000)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2")


def test_both_sides_sound_together_and_each_alone(operator: Browser):
    sounding(operator.service.settings.calls)
    both, caller, agent = (
        pcm(operator.get(f"{PAGE}/audio/{side}.wav").content) for side in ("both", "caller", "agent")
    )
    assert len(both) == len(caller) == len(agent) == 28 * 8_000
    assert (both == caller + agent).all()
    assert not caller[: 8_000 * 8].any()
    assert caller[8_000 * 8 : 9_500 * 8].any()
    assert agent[: 4_000 * 8].any()


def test_a_side_that_is_missing_is_silent(operator: Browser):
    path = sounding(operator.service.settings.calls)
    (path / "agent.wav").unlink()
    assert not pcm(operator.get(f"{PAGE}/audio/agent.wav").content).any()
    assert len(pcm(operator.get(f"{PAGE}/audio/both.wav").content)) == 28 * 8_000


def test_streams_sound_one_after_the_other(operator: Browser):
    path = sounding(operator.service.settings.calls)
    for side in ("caller", "agent"):
        (path / f"{side}-2.wav").write_bytes((path / f"{side}.wav").read_bytes())
    (path / "agent-2.jsonl").write_bytes((path / "agent.jsonl").read_bytes())
    assert len(pcm(operator.get(f"{PAGE}/audio/both.wav").content)) == 56 * 8_000


SIZE = 28 * 8_000 * 2 + 44


@pytest.mark.parametrize(
    ("asked", "part", "status"),
    [
        ("", (0, SIZE), 200),
        ("bytes=0-", (0, SIZE), 206),
        ("bytes=0-43", (0, 44), 206),
        ("bytes=44-99", (44, 100), 206),
        ("bytes=-100", (SIZE - 100, SIZE), 206),
        (f"bytes=0-{SIZE * 2}", (0, SIZE), 206),
        (f"bytes=-{SIZE * 2}", (0, SIZE), 206),
        (f"bytes={SIZE - 1}-", (SIZE - 1, SIZE), 206),
        (f"bytes={SIZE}-", (0, 0), 416),
        ("bytes=-0", (0, 0), 416),
        ("bytes=9-1", (0, SIZE), 200),
        ("bytes=-", (0, SIZE), 200),
        ("bytes=0-1,5-6", (0, SIZE), 200),
        ("bytes=" + "9" * 500 + "-", (0, SIZE), 200),
        ("lines=0-1", (0, SIZE), 200),
        ("x", (0, SIZE), 200),
    ],
)
def test_a_player_gets_the_part_it_asks_for(
    operator: Browser, asked: str, part: tuple[int, int], status: int
):
    sounding(operator.service.settings.calls)
    whole = operator.get(f"{PAGE}/audio/both.wav").content
    assert len(whole) == SIZE
    answer = operator.get(f"{PAGE}/audio/both.wav", **({"Range": asked} if asked else {}))
    assert (answer.status_code, answer.content) == (status, whole[slice(*part)])
    assert answer.headers["accept-ranges"] == "bytes"
    if status == 206:
        assert answer.headers["content-range"] == f"bytes {part[0]}-{part[1] - 1}/{SIZE}"


def test_what_is_taken_along_has_a_name(operator: Browser):
    sounding(operator.service.settings.calls)
    answer = operator.get(f"{PAGE}/audio/caller.wav?download=1")
    assert answer.headers["content-disposition"] == 'attachment; filename="2026-11-24-CA1-caller.wav"'
    answer = operator.get(f"{PAGE}/transcript.vtt")
    assert answer.headers["content-disposition"] == 'attachment; filename="2026-11-24-CA1.vtt"'
    assert answer.headers["content-type"].startswith("text/vtt")


@pytest.mark.parametrize("path", ["audio/left.wav", "audio/.wav", "audio/..%2fcaller.wav", "transcript.exe"])
def test_there_is_nothing_else_to_take(operator: Browser, path: str):
    sounding(operator.service.settings.calls)
    assert operator.get(f"{PAGE}/{path}").status_code == 404


def test_without_sound_there_is_none_to_hear(operator: Browser):
    recorded(operator.service.settings.calls, "CA1", "住民票")
    page = operator.get(f"{PAGE}/audio/both.wav")
    assert page.status_code == 404
    assert "音声がありません" in page.text


def test_a_viewer_hears_nothing(browser: Browser):
    sounding(browser.service.settings.calls)
    signed_in(browser, Role.VIEWER)
    assert browser.get(f"{PAGE}/audio/both.wav").status_code == 403
    assert browser.get(f"{PAGE}/transcript.txt").status_code == 200


def test_the_words_as_text(operator: Browser):
    sounding(operator.service.settings.calls)
    lines = operator.get(f"{PAGE}/transcript.txt").text.splitlines()
    assert lines[0].startswith("[0:00] 自動応答: お電話ありがとうございます")
    assert lines[1] == "[0:08] 相手: 住民票をお願いします"
    assert lines[2].startswith("[0:15] 自動応答: ")


def test_the_words_as_json(operator: Browser):
    sounding(operator.service.settings.calls)
    rows = json.loads(operator.get(f"{PAGE}/transcript.json").text)
    assert [row["side"] for row in rows] == ["agent", "caller", "agent", "caller", "agent"]
    assert rows[3] == {"side": "caller", "text": "12月2日の午後2時", "start_ms": 18_000, "end_ms": 19_800}


def test_the_words_as_subtitles(operator: Browser):
    sounding(operator.service.settings.calls)
    text = operator.get(f"{PAGE}/transcript.vtt").text
    assert text.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:05.000\n<v 自動応答>お電話")
    assert "00:00:18.000 --> 00:00:19.800\n<v 相手>12月2日の午後2時" in text


def test_words_that_look_like_subtitles_are_words(operator: Browser):
    path = sounding(operator.service.settings.calls)
    hostile = "a --> b\n\n00:00:01.000 --> 00:00:02.000\n<b>&amp;"
    line = {"start_ms": 0, "end_ms": 9, "text": hostile}
    (path / "agent.jsonl").write_text(json.dumps(line) + "\n")
    text = operator.get(f"{PAGE}/transcript.vtt").text
    assert "a --&gt; b 00:00:01.000 --&gt; 00:00:02.000 &lt;b&gt;&amp;amp;" in text
    assert text.count(" --> ") == 3


def test_without_sound_the_words_have_no_place(operator: Browser):
    recorded(operator.service.settings.calls, "CA1", "住民票")
    assert "[–] 相手: 住民票" in operator.get(f"{PAGE}/transcript.txt").text
    assert operator.get(f"{PAGE}/transcript.vtt").text == "WEBVTT\n"
