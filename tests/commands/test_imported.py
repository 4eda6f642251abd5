"""`voicebot import`."""

from pathlib import Path

import pytest

from calendar_backend import OfficeCalendar
from tests.calendar_backend.small_office import NOW, at
from tests.conftest import Voicebot

NOW_ = ("--now", NOW.isoformat())
GOOD = (
    "日付,開始,手続き,お名前,電話\n2026-12-04,10:00,short,ヤマダ ハナコ,093-555-1234\n2026/12/4,9:00,both,,\n"
)
BAD = (
    GOOD
    + "2026-12-04,10:00,short,スズキ,\n"  # the same place
    + "2026-12-05,10:00,short,,\n"  # a Saturday
    + "2026-12-04,10:05,short,,\n"
    + "明日,10:00,short,,\n"
    + "2026-12-04,11:00,旅券,,\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bookings.csv"


def test_a_rehearsal_shows_each_refused_line_and_writes_nothing(
    voicebot: Voicebot, calendar: OfficeCalendar, file: Path
):
    file.write_text(BAD, "utf-8")
    code, out, err = voicebot("import", *NOW_, "--dry-run", "bookings.csv")
    assert (code, out) == (1, "7件のうち 2件を入れられます。試しただけで、何も書いていません。\n")
    assert err.splitlines() == [
        "4行目: 入れられません。その時刻はもう埋まっています。",
        "5行目: 入れられません。その日は窓口が開いていません。",
        "6行目: 入れられません。その時刻には始められません（予約の刻みに合いません）。",
        "7行目: 入れられません。日付「明日」が読めません。2026-12-04 のように書いてください。",
        "8行目: 入れられません。手続き「旅券」はこの役所にありません。",
    ]
    assert calendar.bookings() == []


def test_what_was_rehearsed_is_what_happens_and_happens_once(
    voicebot: Voicebot, calendar: OfficeCalendar, file: Path
):
    file.write_text(BAD, "utf-8")
    rehearsed = voicebot("import", *NOW_, "--dry-run", "bookings.csv")
    done = voicebot("import", *NOW_, "bookings.csv")
    assert (done[0], done[2]) == (1, rehearsed[2])
    both, short = calendar.bookings()
    assert (short.start, short.phone, short.name) == (at("2026-12-04T10:00"), "+81935551234", "ヤマダ ハナコ")
    assert f"2行目: 予約番号 {short.number}\n3行目: 予約番号 {both.number}\n" in done[1]
    assert voicebot("import", *NOW_, "bookings.csv") == done
    assert len(calendar.bookings()) == 2


def test_a_day_sheet_is_a_list_to_be_imported(voicebot: Voicebot, calendar: OfficeCalendar, tmp_path: Path):
    booking = calendar.book("short", at("2026-12-04T10:00"), "+81935551234", "CA", NOW, name="ヤマダ")
    voicebot("daysheet", *NOW_, "2026-12-04", "bookings.csv")
    calendar.cancel(booking.number, None, NOW)
    assert voicebot("import", *NOW_, "bookings.csv")[0] == 0
    again = calendar.bookings()[-1]
    assert (again.start, again.phone, again.name) == (booking.start, booking.phone, booking.name)


def test_what_was_changed_since_is_not_booked_again(voicebot: Voicebot, calendar: OfficeCalendar, file: Path):
    file.write_text(GOOD, "utf-8")
    voicebot("import", *NOW_, "bookings.csv")
    number = next(b.number for b in calendar.bookings() if b.procedure_id == "short")
    calendar.change(number, None, at("2026-12-04T15:00"), NOW)
    code, _, err = voicebot("import", *NOW_, "bookings.csv")
    assert (code, err) == (1, "2行目: 入れられません。前に入れた後で、変更か取り消しがされています。\n")
    assert len(calendar.bookings()) == 2


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x81\xff\xff", "文字コードが"),
        ("日付,手続き\n".encode(), "見出し「開始」がありません"),
        (b"", "見出し「日付」「開始」「手続き」がありません"),
    ],
)
def test_a_file_that_is_no_list_is_told(
    voicebot: Voicebot, calendar: OfficeCalendar, file: Path, data: bytes, told: str
):
    file.write_bytes(data)
    code, out, err = voicebot("import", *NOW_, "bookings.csv")
    assert (code, out) == (2, "")
    assert told in err


def test_a_file_that_is_not_there_is_told(voicebot: Voicebot, calendar: OfficeCalendar):
    code, _, err = voicebot("import", "nowhere.csv")
    assert code == 2
    assert "nowhere.csv が読めません" in err
