"""`voicebot close` and `voicebot reopen`."""

from pathlib import Path

import pytest

from calendar_backend import NotBookable, OfficeCalendar, load_into, open_database
from tests.calendar_backend.small_office import NOW, at, small_office
from tests.conftest import Voicebot

NOW_ = ("--now", NOW.isoformat())
DAY = "2026-12-04"


def booked(calendar: OfficeCalendar, procedure: str, time: str, phone: str, name: str = "") -> str:
    return calendar.book(procedure, at(f"{DAY}T{time}"), phone, f"CA{time}{procedure}", NOW, name=name).number


def test_a_closed_day_lists_whom_to_phone_and_frees_nobodys_booking(
    voicebot: Voicebot, calendar: OfficeCalendar
):
    later = booked(calendar, "short", "14:00", "+81935551234", "ヤマダ ハナコ")
    early = booked(calendar, "both", "09:00", "")
    code, out, err = voicebot("close", *NOW_, "--name", "台風", "--reading", "たいふう", DAY)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "小さな役所を 2026年12月4日（金）に閉めました（台風、番号 1）。",
        "予約が 2件あります。予約は消えていません。折り返し電話の一覧に載せました。",
        f"  2026-12-04 09:00  {early}  電話番号なし  お名前なし  両方の名",
        f"  2026-12-04 14:00  {later}  093-555-1234  ヤマダ ハナコ  名",
    ]
    assert [booking.status for booking in calendar.bookings()] == ["booked", "booked"]
    with pytest.raises(NotBookable):
        booked(calendar, "short", "15:00", "")


def test_every_procedure_of_a_visit_is_told(voicebot: Voicebot, calendar: OfficeCalendar):
    number = calendar.book(["short", "both"], at(f"{DAY}T10:00"), "", "CA1", NOW).number
    told = f"2026-12-04 10:00  {number}  電話番号なし  お名前なし  名、両方の名"
    assert f"  {told}\n" in voicebot("close", *NOW_, "--counter", "wide", DAY)[1]
    assert told in voicebot("callbacks", "list", *NOW_)[1]
    assert "short、both" in voicebot("bookings")[1]
    assert '"procedure": "short", "also": ["both"]' in voicebot("bookings", "--json")[1]


def test_what_is_shut_stands_on_the_day_sheet_until_it_is_opened_again(
    voicebot: Voicebot, calendar: OfficeCalendar, tmp_path: Path
):
    booked(calendar, "short", "10:00", "")
    voicebot("close", *NOW_, "--name", "台風", "--reading", "たいふう", DAY)
    voicebot("daysheet", *NOW_, DAY, "day.csv")
    assert (tmp_path / "day.csv").read_text("utf-8-sig").rstrip().endswith(",予約,台風,")
    voicebot("reopen", *NOW_, "1")
    voicebot("daysheet", *NOW_, DAY, "day.csv")
    assert (tmp_path / "day.csv").read_text("utf-8-sig").rstrip().endswith(",予約,,")


def test_a_counter_is_closed_for_an_afternoon_and_opened_again(voicebot: Voicebot, calendar: OfficeCalendar):
    booked(calendar, "short", "10:00", "")
    code, out, _ = voicebot("close", *NOW_, "--counter", "desk", "--from", "13:00", "--to", "17:15", DAY)
    assert code == 0
    assert "その時間に予約はありません" in out
    with pytest.raises(NotBookable):
        booked(calendar, "short", "14:00", "")
    assert voicebot("reopen", *NOW_, "1")[:2] == (
        0,
        "また開けました。折り返し電話の一覧から 0件を消しました。\n",
    )
    booked(calendar, "short", "14:00", "")


def test_one_order_closes_all_offices(voicebot: Voicebot, calendar: OfficeCalendar, tmp_path):
    engine = open_database(tmp_path / "var" / "voicebot.db")
    load_into(engine, small_office(id="other", name="別の役所"))
    engine.dispose()
    code, _, err = voicebot("close", *NOW_, DAY)
    assert code == 2
    assert "役所が 2 あります" in err
    code, out, _ = voicebot("close", *NOW_, "--all", DAY)
    assert code == 0
    assert "別の役所を" in out
    assert "小さな役所を" in out


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--counter", "nothing", DAY), "窓口「nothing」はありません。desk、wide のどれか"),
        (("2026-11-01",), "過ぎた日"),
        (("--from", "15:00", "--to", "14:00", DAY), "終わりが始まりより前"),
        (("--from", "15:00", DAY), "--from と --to を両方"),
    ],
)
def test_a_closure_that_cannot_be_is_refused(
    voicebot: Voicebot, calendar: OfficeCalendar, args: tuple[str, ...], told: str
):
    code, out, err = voicebot("close", *NOW_, *args)
    assert (code, out) == (2, "")
    assert told in err
    assert calendar.closures() == []


def test_a_day_that_is_none_is_told(voicebot: Voicebot):
    code, _, err = voicebot("close", "12月4日")
    assert code == 2
    assert "「12月4日」は日付ではありません" in err


def test_a_closure_that_is_not_there_is_told_with_those_there_are(
    voicebot: Voicebot, calendar: OfficeCalendar
):
    voicebot("close", *NOW_, DAY)
    code, _, err = voicebot("reopen", *NOW_, "7")
    assert code == 2
    assert "閉めてある日: 1（2026年12月4日（金））" in err
