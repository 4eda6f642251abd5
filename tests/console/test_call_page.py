"""A call's own page: what it shows, of whole records and of what is left of them, and to whom."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dialog import events
from dialog.calendar import Availability, Place
from dialog.state import State
from dialog.step import step
from nlu.hypothesis import Hypothesis
from tests.archive.recorded import OFFICE, cut, recorded, rewritten
from tests.archive.sounding import sounding
from tests.console.conftest import Browser, signed_in
from tests.telephony.conftest import NOW
from voicebot.archive import turns
from voicebot.console.roles import Role
from voicebot.telephony.record import FileCallLog, dump_event

PAGE = "/console/calls/2026-11-24/CA1"


def calls(browser: Browser) -> Path:
    return browser.service.settings.calls


@pytest.fixture
def operator(browser: Browser) -> Browser:
    return signed_in(browser, Role.OPERATOR)


@pytest.fixture
def viewer(browser: Browser) -> Browser:
    return signed_in(browser, Role.VIEWER)


def test_a_call_is_shown_with_all_there_is(operator: Browser):
    rewritten(sounding(calls(operator)) / "outcome.json", outcome="booked", booking={"number": "4711"})
    page = operator.get(PAGE)
    assert page.status_code == 200
    for text in (
        "予約した",
        "4711",
        "093-555-1234",
        "0分28秒",
        "住民票をお願いします",
        "別の言葉",
        "0.90",
        "0.01",
    ):
        assert text in page.text
    assert "一部が残っていません" not in page.text
    assert "<audio" in page.text


def test_a_turn_tells_what_was_understood_and_what_came_of_it(operator: Browser):
    sounding(calls(operator))
    turn = operator.get(PAGE).text.split('id="turn-3"')[1].split("</li>")[0]
    assert re.search(r"日にち <strong>2026年12月2日（水）</strong>", turn)
    assert re.search(r"日にち</th><td>–</td><td><strong>2026年12月2日", turn)
    assert re.search(r"手続き</th><td>[^<]*住民票[^<]*</td><td>[^<]*住民票", turn)
    assert "（日にちをうかがう）" in turn
    assert re.search(r"空きを調べた</span> [^<]*住民票[^<]* 2026年12月2日（水） 14:00 → 1件", turn)
    assert re.search(r"枠を押さえた</span> [^<]*住民票[^<]* 2026年12月2日（水） 14:00", turn)


def test_the_wait_is_counted_from_the_end_of_the_words_to_the_beginning_of_the_answer(operator: Browser):
    sounding(calls(operator))
    first, second = operator.get(PAGE).text.split('id="turn-2"')[1].split('id="turn-3"')
    assert 'data-at="8.00"' in first
    assert 'data-at="15.30"' in first
    assert "待ち時間 5.8秒" in first
    assert 'data-at="18.00"' in second
    assert "待ち時間 5.5秒" in second


def test_the_waveform_is_drawn_by_the_server_with_the_words_in_their_places(operator: Browser):
    sounding(calls(operator))
    page = operator.get(PAGE).text
    svg = page.split("<svg")[1].split("</svg>")[0]
    assert svg.count("<path") == 2
    assert len(re.findall('class="piece caller"', svg)) == 2
    assert len(re.findall('class="piece agent"', svg)) == 3
    assert 'x="285.7" y="0" width="53.6"' in svg
    assert "style=" not in page


def test_a_clerk_goes_on_to_the_booking(browser: Browser):
    signed_in(browser, Role.CLERK)
    rewritten(sounding(calls(browser)) / "outcome.json", booking={"number": "4711"})
    assert 'href="/console/bookings/4711?office=kokurakita-shimin"' in browser.get(PAGE).text


def test_a_viewer_sees_the_call_without_its_people_and_hears_nothing(viewer: Browser):
    path = sounding(calls(viewer))
    rewritten(path / "outcome.json", booking={"number": "4711"})
    page = viewer.get(PAGE).text
    assert "住民票をお願いします" in page
    for hidden in ("4711", "+81935551234", "093-555-1234", "<audio", "audio/both.wav"):
        assert hidden not in page
    assert "＊＊＊34" in page
    assert "オペレーター" in page


def test_names_are_hidden_where_they_were_asked_for_and_where_they_were_said_back(browser: Browser):
    log, state = FileCallLog(calls(browser) / "2026-11-24", "CA1"), State()
    office = replace(OFFICE, asks_name=True)
    place = Place(NOW.replace(month=12, day=2, hour=14))
    happened = [
        events.CallStarted(NOW, office, "+81935551234"),
        events.Heard(NOW, (Hypothesis("12月2日の午後2時に住民票"),)),
        events.BookingsFound(NOW, ()),
        events.PlacesFound(NOW, Availability((place,))),
        events.Heard(NOW, (Hypothesis("ヤマダタロウです"), Hypothesis("ヤマタタロウ", 0.3))),
    ]
    for n, event in enumerate(happened):
        state, actions = step(state, event)
        log.event(n * 5_000, event, actions)
    assert state.name
    signed_in(browser, Role.OPERATOR)
    assert "ヤマダタロウです" in browser.get(PAGE).text
    browser.get("/language/ja")
    browser.client.cookies.clear()
    signed_in(browser, Role.VIEWER)
    for address in (PAGE, *(f"{PAGE}/transcript.{kind}" for kind in ("txt", "json", "vtt"))):
        page = browser.get(address)
        assert page.status_code == 200
        for hidden in ("ヤマダ", "タロウ", "ヤマタ"):
            assert hidden not in page.text


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda path: (path / "outcome.json").unlink(), "outcome.json"),
        (lambda path: (path / "outcome.json").write_text("{"), "outcome.json"),
        (lambda path: (path / "events.jsonl").unlink(), "events.jsonl"),
        (lambda path: (path / "events.jsonl").write_bytes(b"\x00\xff\n[]\n{}\n"), "3行"),
        (lambda path: cut(path / "events.jsonl", 900), "events.jsonl"),
        (lambda path: cut(path / "events.jsonl", (path / "events.jsonl").stat().st_size - 9), "1行"),
        (lambda path: (path / "caller.wav").unlink(), "caller.wav"),
        (lambda path: (path / "agent.wav").write_bytes(b""), "agent.wav"),
        (lambda path: (path / "agent.wav").write_bytes(b"RIFF"), "agent.wav"),
        (lambda path: cut(path / "caller.wav", 44), "caller.wav"),
        (lambda path: cut(path / "caller.wav", 1001), "住民票"),
        (
            lambda path: (path / "agent.jsonl").write_text('{"start_ms": "x"}\nnull\n{"start_ms": 1e400}'),
            "住民票",
        ),
        (lambda path: (path / "caller.jsonl").write_text('{"start_ms": -5, "end_ms": 99999999}\n'), "住民票"),
        (lambda path: [file.unlink() for file in path.iterdir()], "events.jsonl"),
        (lambda path: (path / "transcript.jsonl").write_text("garbage"), "住民票"),
        (
            lambda path: (path / "outcome.json").write_text(
                '{"outcome": ["x"], "booking": 7, "procedures": "x"}'
            ),
            "住民票",
        ),
    ],
)
def test_a_call_whose_files_are_half_there_opens_and_says_what_is_missing(
    operator: Browser, damage, said: str
):
    damage(sounding(calls(operator)))
    page = operator.get(PAGE)
    assert page.status_code == 200
    assert said in page.text
    for kind in ("txt", "json", "vtt"):
        assert operator.get(f"{PAGE}/transcript.{kind}").status_code == 200
    assert operator.get(f"{PAGE}/audio/both.wav").status_code in (200, 404)


def test_a_record_that_does_not_begin_with_the_call_still_shows_what_was_said(operator: Browser):
    file = sounding(calls(operator)) / "events.jsonl"
    file.write_bytes(file.read_bytes().split(b"\n", 1)[1])
    page = operator.get(PAGE).text
    assert "住民票をお願いします" in page
    assert "途中から" in page
    assert "わかっていること</caption>" not in page


def test_a_record_that_todays_dialog_cannot_follow_still_shows_what_was_said(
    operator: Browser, monkeypatch: pytest.MonkeyPatch
):

    real = turns.step

    def broken(state, event):
        if isinstance(event, events.Heard):
            raise KeyError("a procedure of last year")
        return real(state, event)

    sounding(calls(operator))
    monkeypatch.setattr(turns, "step", broken)
    page = operator.get(PAGE).text
    assert "12月2日の午後2時" in page
    assert "途中から" in page


def test_words_that_are_markup_are_text(operator: Browser):
    hostile = "<img src=x onerror=alert(1)>\u202e'\"--></script>{{ 7*7 }}"
    path = recorded(calls(operator), "CA1", hostile)
    (path / "agent.jsonl").write_text(json.dumps({"start_ms": 0, "end_ms": 9, "text": hostile}))
    (path / "transcript.jsonl").write_text(json.dumps({"start_ms": 0, "end_ms": 9, "text": hostile}))
    rewritten(path / "outcome.json", outcome=hostile, booking={"number": hostile})
    page = operator.get(PAGE).text
    assert "<img" not in page
    assert "&lt;img" in page
    assert "49" not in page.split("&lt;/script&gt;")[1][:9]
    assert "<img" not in operator.get(f"{PAGE}/transcript.vtt").text


@pytest.mark.parametrize(
    "address",
    [
        "2026-11-24/CA2",
        "2026-11-25/CA1",
        "2026-11-24/%2e%2e",
        "..%2f..%2fetc/passwd",
        "2026-11-24/CA1%2f..%2fCA1",
        "2026-11-24/CA1%00",
        "%2e%2e/calls",
        "2026-11-24/" + "A" * 65,
        "２０２６-11-24/CA1",
        "2026-11-24/ＣＡ１",
    ],
)
def test_an_address_that_is_no_call_is_refused(operator: Browser, address: str):
    sounding(calls(operator))
    for rest in ("", "/transcript.txt", "/audio/both.wav"):
        page = operator.get(f"/console/calls/{address}{rest}")
        assert page.status_code in (400, 404, 307)
        assert "住民票" not in page.text


def test_a_my_number_that_came_into_a_record_from_elsewhere_is_shown_nowhere(operator: Browser):
    path = recorded(calls(operator), "CA1", "1234", "5678", "9018", "住民票です")
    assert "1234" in (path / "events.jsonl").read_text("utf-8")
    keys = recorded(calls(operator), "CA2")
    with (keys / "events.jsonl").open("a") as file:
        for n, digit in enumerate("123456789018"):
            event = dump_event(events.KeyPressed(NOW, digit))
            file.write(json.dumps({"ms": 9_000 + n, **event, "actions": []}) + "\n")
    for sid, pieces in (("CA1", ("5678", "9018")), ("CA2", ("123456789018", "1234567"))):
        address = f"/console/calls/2026-11-24/{sid}"
        for page in (address, *(f"{address}/transcript.{kind}" for kind in ("txt", "json", "vtt"))):
            assert not [piece for piece in pieces if piece in operator.get(page).text]
    assert "マイナンバーの可能性" in operator.get("/console/calls/2026-11-24/CA2").text
    assert "住民票です" in operator.get(PAGE).text


def test_a_telephone_number_that_was_completed_after_a_pause_is_no_my_number(operator: Browser):
    path = recorded(calls(operator), "CA1", "住民票")
    with (path / "events.jsonl").open("a") as file:
        for n, (text, resumes) in enumerate((("093の555", False), ("093の555の1234", True))):
            event = dump_event(events.Heard(NOW, (Hypothesis(text),), resumes=resumes))
            file.write(json.dumps({"ms": 20_000 + n * 900, **event, "actions": []}) + "\n")
    assert "093の555の1234" in operator.get(PAGE).text


def test_pressed_keys_are_one_answer_and_a_broken_line_two_streams(operator: Browser):
    path = sounding(calls(operator))
    with (path / "events.jsonl").open("a") as file:
        rows = [
            (1, events.Reconnected(NOW)),
            *((900 + n, events.KeyPressed(NOW, digit)) for n, digit in enumerate("1202")),
            (0, events.HungUp(NOW)),
        ]
        for ms, event in rows:
            file.write(json.dumps({"ms": ms, **dump_event(event), "actions": []}) + "\n")
    page = operator.get(PAGE).text
    assert "<kbd>1202</kbd>" in page
    assert "つながり直した" in page
