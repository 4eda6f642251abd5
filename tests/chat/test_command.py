"""`voicebot chat`, from the shell's side."""

import io
import json
from pathlib import Path

import pytest

from calendar_backend import DEMO_OFFICE
from tests.conftest import Voicebot

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
CALL = "12月1日の午後2時に住民票をお願いします\n\nはい\n"


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch):
    """Types the lines into the command."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_typed_call_is_shown_and_stands_in_the_given_database(voicebot: Voicebot, keyboard):
    keyboard(CALL)
    code, out, _ = voicebot("chat", "--now", "2026-11-24T10:00", "--database", "calls.db")
    assert code == 0
    assert "予約が取れました" in out
    assert out.splitlines()[-1] == "   end: booked"
    assert [
        row["start"] for row in json.loads(voicebot("bookings", "--database", "calls.db", "--json")[1])
    ] == ["2026-12-01T14:00:00+09:00"]


def test_the_hours_are_those_of_the_office_that_was_loaded_last(voicebot: Voicebot, keyboard, tmp_path: Path):
    demo = DEMO_OFFICE.read_text("utf-8").replace("close: 17:15", "close: 16:00")
    (tmp_path / "new.yaml").write_text(demo, "utf-8")
    voicebot("office", "load", "--database", "calls.db", "new.yaml")
    keyboard("国民年金の窓口は何時までですか\n")
    out = voicebot("chat", "--now", "2026-11-24T10:00", "--database", "calls.db")[1]
    assert "平日の、午前8時半から午後4時までです" in out


def test_a_closed_day_is_told_to_who_asks_for_the_booking_until_it_is_opened_again(
    voicebot: Voicebot, keyboard
):
    now, database = ("--now", "2026-11-24T10:00+09:00"), ("--database", "calls.db")
    keyboard("12月8日の午前10時に住民票をお願いします\nはい\n")
    voicebot("chat", *now, *database)
    voicebot("close", *now, *database, "--name", "台風", "--reading", "たいふう", "2026-12-08")
    keyboard("予約の確認\n/hangup\n")
    assert voicebot("chat", *now, *database)[1].count("台風のため、窓口がお休みになりました") == 2
    voicebot("reopen", *now, *database, "1")
    keyboard("予約の確認\n")
    out = voicebot("chat", *now, *database)[1]
    assert "お休み" not in out
    assert "ご予約は、12月8日" in out


def test_a_second_person_at_the_same_time_has_a_booking_of_their_own(voicebot: Voicebot, keyboard):
    typed = ("chat", "--now", "2026-11-24T10:00", "--database", "calls.db", "--from", "+81935551234")
    keyboard(CALL)
    voicebot(*typed)
    keyboard("12月1日の午後2時に住民票をお願いします\n家内の分もお願いします\nはい\n")
    voicebot(*typed)
    rows = json.loads(voicebot("bookings", "--database", "calls.db", "--json")[1])
    assert len({row["number"] for row in rows}) == 2


def test_json_is_the_record_and_the_outcome(voicebot: Voicebot, keyboard):
    keyboard(CALL)
    _, out, _ = voicebot("chat", "--now", "2026-11-24T10:00", "--json")
    *events, last = map(json.loads, out.splitlines())
    assert events[0]["event"] == "CallStarted"
    assert events[0]["said"][0].startswith("お電話ありがとうございます")
    assert last["outcome"] == "booked"
    assert last["booking"]["start"] == "2026-12-01T14:00:00+09:00"


def test_a_line_that_is_no_command_is_told_and_the_call_goes_on(voicebot: Voicebot, keyboard):
    keyboard("/dance\n係員\n")
    code, out, err = voicebot("chat", "--now", "2026-11-24T10:00")
    assert code == 0
    assert "'/dance' is none of" in err
    assert out.splitlines()[-1].startswith("   end: transferred, connected with +81")


def test_whoever_stops_typing_has_hung_up(voicebot: Voicebot, keyboard):
    keyboard("住民票\n")
    assert voicebot("chat", "--now", "2026-11-24T10:00")[1].splitlines()[-1] == "   end: abandoned"


def test_a_scenario_as_expected_ends_with_0(voicebot: Voicebot):
    code, out, err = voicebot("chat", "--script", str(SCENARIOS / "one_breath.yaml"))
    assert (code, err) == (0, "")
    assert "caller: はい" in out


def test_a_scenario_not_as_expected_ends_with_1_and_says_what(voicebot: Voicebot, tmp_path: Path):
    text = (SCENARIOS / "one_breath.yaml").read_text("utf-8")
    (tmp_path / "call.yaml").write_text(text.replace("T14:00", "T15:00"), "utf-8")
    code, _, err = voicebot("chat", "--script", "call.yaml")
    assert code == 1
    assert err.startswith("not as expected: the rows are")


def test_a_broken_scenario_ends_with_2_and_a_sentence(voicebot: Voicebot, tmp_path: Path):
    (tmp_path / "call.yaml").write_text("about: [", "utf-8")
    code, _, err = voicebot("chat", "--script", "call.yaml")
    assert code == 2
    assert err.startswith("voicebot: call.yaml, line 1: this is not YAML")


@pytest.mark.parametrize(
    "number", ["", "+266696687", "+7378742883", "+2562533", "+86282452253", "anonymous", "非通知"]
)
def test_whoever_withholds_the_number_is_asked_for_it(voicebot: Voicebot, keyboard, number: str):
    keyboard("12月1日の午後2時に住民票をお願いします\n")
    _, out, _ = voicebot("chat", "--now", "2026-11-24T10:00", "--from", number)
    assert "お電話番号をうかがいます" in out


@pytest.mark.parametrize(
    "number",
    ["093-555-1234", "+81(0)93-555-1234", "0081-93-555-1234", "010-81-93-555-1234", "０９３５５５１２３４"],
)
def test_the_number_phoned_from_is_known_however_it_is_written(voicebot: Voicebot, keyboard, number: str):
    keyboard(CALL)
    voicebot("chat", "--now", "2026-11-24T10:00", "--database", "calls.db", "--from", number)
    rows = json.loads(voicebot("bookings", "--database", "calls.db", "--json")[1])
    assert [row["phone"] for row in rows] == ["+81935551234"]


def test_what_one_booked_who_withholds_the_number_the_next_does_not_hear_of(voicebot: Voicebot, keyboard):
    chat = ("chat", "--now", "2026-11-24T10:00", "--database", "calls.db", "--from", "+266696687")
    keyboard("12月1日の午後2時に住民票をお願いします\n0935551234です\nはい\nはい\n")
    assert voicebot(*chat)[1].splitlines()[-1] == "   end: booked"
    keyboard("予約を取り消したいのですが\n")
    _, out, _ = voicebot(*chat)
    assert "12月1日" not in out
    assert "ご予約の番号を" in out


@pytest.mark.parametrize(
    "given",
    ["/keys 0081935551234", "/keys 01081935551234", "0081の93の555の1234です", "010の81の93の555の1234です"],
)
def test_so_many_digits_said_or_pressed_may_be_a_my_number_and_are_asked_for_anew(
    voicebot: Voicebot, keyboard, given: str
):
    keyboard(f"12月1日の午後2時に住民票をお願いします\n{given}\n0935551234です\nはい\nはい\n")
    _, out, _ = voicebot("chat", "--now", "2026-11-24T10:00", "--from", "", "--database", "calls.db")
    assert "マイナンバー" in out
    rows = json.loads(voicebot("bookings", "--database", "calls.db", "--json")[1])
    assert [row["phone"] for row in rows] == ["+81935551234"]
