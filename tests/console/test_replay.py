"""Replays and recordings on the pages."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from tests.calendar_backend.small_office import NOW
from tests.console.conftest import Browser, signed_in
from tests.replay.made import DAY, SID, rewritten, written_call
from voicebot.console.pages import replay as pages
from voicebot.console.roles import Role
from voicebot.console.state import ConsoleState
from voicebot.database import writing
from voicebot.database.tables import CallLabelRow
from voicebot.replay import keeping
from voicebot.replay.recording import Made
from voicebot.replay.work import Work

ONE = f"/console/calls/{DAY}/{SID}/replay"


@pytest.fixture
def call(browser: Browser) -> Path:
    return written_call(browser.service.settings.calls, "slot_by_slot")


@pytest.fixture
def operator(browser: Browser, call: Path) -> Browser:
    return signed_in(browser, Role.OPERATOR)


def state(browser: Browser) -> ConsoleState:
    known: ConsoleState = browser.client.app.state.console  # type: ignore[attr-defined]
    return known


def finished(browser: Browser, key: str) -> Any:
    job = state(browser).work.get(key)
    assert job is not None
    assert job.over.wait(600)
    return job


def with_sound(call: Path) -> None:
    """Files that are there, and hold nothing."""
    for name in ("caller.wav", "agent.wav"):
        (call / name).write_bytes(b"RIFF")


def test_a_call_of_today_has_no_difference(operator: Browser):
    page = operator.get(f"{ONE}?from=events")
    assert page.status_code == 200
    assert "違いはありません。" in page.text


def test_what_differs_stands_side_by_side(operator: Browser, call: Path):
    rewritten(call, lambda lines: lines[0]["said"].__setitem__(-1, "ご用件を<b>どうぞ</b>。"))
    page = operator.get(f"{ONE}?from=events").text
    assert "途中に違いが1か所" in page
    assert "ご用件を&lt;b&gt;どうぞ&lt;/b&gt;。" in page
    assert page.index("ご用件を&lt;b&gt;") < page.index("どのお手続きのご予約ですか。")


def test_another_end_is_told(operator: Browser, call: Path):
    file = call / "outcome.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | {"outcome": "transferred"}), "utf-8")
    page = operator.get(f"{ONE}?from=events").text
    assert "結果か予約が違います。" in page
    assert "係員につないだ" in page


@pytest.mark.parametrize("left", [b"", b"torn\n", b'{"ms": 1}\n'])
def test_a_record_that_cannot_be_read_is_told(operator: Browser, call: Path, left: bytes):
    (call / "events.jsonl").write_bytes(left)
    page = operator.get(f"{ONE}?from=events")
    assert (page.status_code, "再生できません" in page.text) == (200, True)


@pytest.mark.parametrize("address", ["/console/calls/2026-11-24/CA77/replay", "/console/calls/x/y/replay"])
def test_a_call_there_is_not_is_not_found(operator: Browser, address: str):
    assert operator.get(address).status_code == 404


def test_without_audio_there_is_no_button_for_it(operator: Browser, call: Path):
    assert "音声が残っていない" in operator.get(ONE).text
    with_sound(call)
    assert "音声が残っていない" not in operator.get(ONE).text


def test_a_replay_from_audio_is_begun_here_and_done_behind_the_calls(
    operator: Browser, call: Path, monkeypatch: pytest.MonkeyPatch
):
    with_sound(call)
    sent = operator.post(ONE, on=ONE)
    assert (sent.status_code, sent.headers["location"]) == (303, f"{ONE}?from=audio")
    finished(operator, f"audio {DAY}/{SID}")
    page = operator.get(f"{ONE}?from=audio").text
    assert "音声がないか、読めません" in page


def test_a_job_that_waits_and_one_that_runs_are_told(operator: Browser, monkeypatch: pytest.MonkeyPatch):
    import threading

    go = threading.Event()
    work = state(operator).work
    work.add("first", lambda job: (job.told(2, 5), go.wait(30)))
    work.add(f"audio {DAY}/{SID}", lambda job: None)
    page = operator.get(f"{ONE}?from=audio").text
    assert "順番を待っています" in page
    assert 'data-live="' in page
    go.set()
    finished(operator, f"audio {DAY}/{SID}")


def test_more_than_can_wait_is_refused(operator: Browser, call: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("voicebot.replay.work.WAITING", 0)
    with_sound(call)
    assert operator.post(ONE, on=ONE).status_code == 429


def test_all_of_a_day(operator: Browser):
    written_call(operator.service.settings.calls, "time_first", "CA9")
    torn = written_call(operator.service.settings.calls, "yappari", "CA8")
    (torn / "events.jsonl").write_text("torn", "utf-8")
    begun = operator.post("/console/replay", on="/console/replay", day=DAY, **{"from": "events"})
    assert begun.headers["location"] == f"/console/replay?day={DAY}&from=events"
    finished(operator, f"events {DAY}")
    page = operator.get(begun.headers["location"]).text
    assert f"/console/calls/{DAY}/CA9/replay?from=events" in page
    assert "できごとの記録がないか" in page
    assert page.count('class="mark good"') == 2


@pytest.mark.parametrize("day", ["", "2026-01-01", "yesterday", "../.."])
def test_a_day_without_calls_is_not_found(operator: Browser, day: str):
    assert operator.post("/console/replay", on="/console/replay", day=day).status_code == 404


def test_a_viewer_sees_no_replay_and_an_operator_makes_no_recording(browser: Browser, call: Path):
    viewer = signed_in(browser, Role.VIEWER)
    assert viewer.get(ONE).status_code == 403
    assert viewer.get("/console/replay").status_code == 403
    with_sound(call)
    operator = signed_in(browser, Role.OPERATOR)
    assert "試験用の録音にする" not in operator.get(ONE).text
    assert operator.post(f"{ONE}/recording", on=ONE, name="some_name").status_code == 403


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "英小文字"),
        ("../half", "英小文字"),
        ("Half", "英小文字"),
        ("x" * 41, "英小文字"),
        ("half_hour", "もうあります"),
    ],
)
def test_a_bad_name_is_told_at_its_field(browser: Browser, call: Path, name: str, why: str):
    with_sound(call)
    clerk = signed_in(browser, Role.CLERK)
    page = clerk.post(f"{ONE}/recording", on=ONE, name=name)
    assert (page.status_code, why in page.text) == (422, True)


def test_a_call_with_the_label_my_number_is_refused(browser: Browser, call: Path):
    with_sound(call)
    clerk = signed_in(browser, Role.CLERK)
    row = {"folder": f"{DAY}/{SID}", "label": "my_number", "at": NOW, "who": "hana"}
    with writing(clerk.service.engine) as connection:
        connection.execute(insert(CallLabelRow).values(row))
    page = clerk.post(f"{ONE}/recording", on=ONE, name="some_name")
    assert (page.status_code, "マイナンバーに関わる通話" in page.text) == (422, True)


def test_a_program_without_its_repository_says_so(
    browser: Browser, call: Path, monkeypatch: pytest.MonkeyPatch
):
    with_sound(call)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    page = signed_in(browser, Role.CLERK).post(f"{ONE}/recording", on=ONE, name="some_name")
    assert (page.status_code, "リポジトリのある機械" in page.text) == (422, True)


@pytest.mark.parametrize(("wrong", "told"), [([], "加えました"), (["booked → failed"], "booked → failed")])
def test_a_recording_is_kept_only_when_it_plays(
    browser: Browser,
    call: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    wrong: list[str],
    told: str,
):
    with_sound(call)
    (tmp_path / "calls").mkdir()
    monkeypatch.setattr(keeping, "folder", lambda: tmp_path)
    monkeypatch.setattr(keeping, "complaints", lambda made, engines: wrong)
    monkeypatch.setattr(pages, "wake", lambda asr, voice: None)
    made = Made("some_name", {"id": "some_name"}, ())
    monkeypatch.setattr(pages.recording, "make", lambda *told: made)
    clerk = signed_in(browser, Role.CLERK)
    sent = clerk.post(f"{ONE}/recording", on=ONE, name="some_name")
    assert sent.headers["location"] == f"{ONE}?from=recording"
    finished(clerk, f"record {DAY}/{SID}")
    assert told in clerk.get(f"{ONE}?from=recording").text
    assert (tmp_path / "calls" / "some_name.yaml").exists() == (not wrong)


def test_what_a_restart_forgot_is_told(operator: Browser):
    assert "結果は残っていません" in operator.get(f"{ONE}?from=audio").text


def test_jobs_are_done_one_after_another_and_the_oldest_forgotten(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("voicebot.replay.work.REMEMBERED", 3)
    work, order = Work(), []
    for n in range(6):
        work.add(str(n), lambda job: order.append(job.key))
        job = work.get(str(n))
        assert job is not None
        assert job.over.wait(30)
    assert order == [str(n) for n in range(6)]
    assert work.get("0") is None
    assert work.get("5") is not None
