"""`voicebot daysheet`."""

import csv
import stat
from pathlib import Path

import pytest

from calendar_backend import OfficeCalendar
from tests.calendar_backend.small_office import NOW, at
from tests.conftest import Voicebot

NOW_ = ("--now", NOW.isoformat())


@pytest.fixture
def numbers(calendar: OfficeCalendar) -> list[str]:
    """Of two visits on the day, at each counter one, and a cancelled one."""
    made = [
        calendar.book(
            procedure, at(f"2026-12-04T{time}"), "+81935551234", f"CA{time}", NOW, name="ヤマダ"
        ).number
        for procedure, time in (("short", "10:00"), ("both", "09:00"), ("short", "11:00"))
    ]
    calendar.cancel(made.pop(), None, NOW)
    return made


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_list_of_the_days_visits_is_written_for_its_owner(
    voicebot: Voicebot, numbers: list[str], tmp_path: Path
):
    assert voicebot("daysheet", *NOW_, "2026-12-04", "day.csv") == (0, "day.csv: 2件\n", "")
    found = rows(tmp_path / "day.csv")
    assert [row["番号"] for row in found] == numbers
    assert [(row["開始"], row["終了"], row["電話"]) for row in found] == [
        ("10:00", "10:15", "093-555-1234"),
        ("09:00", "09:30", "093-555-1234"),
    ]
    assert stat.S_IMODE((tmp_path / "day.csv").stat().st_mode) == 0o600


def test_one_counter_alone_and_another_day_and_the_list_written_anew(
    voicebot: Voicebot, numbers: list[str], tmp_path: Path
):
    voicebot("daysheet", *NOW_, "--counter", "wide", "2026-12-04", "day.csv")
    assert [row["番号"] for row in rows(tmp_path / "day.csv")] == numbers[1:]
    voicebot("daysheet", *NOW_, "2026-12-07", "day.csv")
    assert rows(tmp_path / "day.csv") == []
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["day.csv"]


def test_a_page_to_be_printed(voicebot: Voicebot, numbers: list[str], tmp_path: Path):
    assert voicebot("daysheet", *NOW_, "2026-12-04", "day.html")[0] == 0
    text = (tmp_path / "day.html").read_text("utf-8")
    assert "小さな役所　2026年12月4日（金）の予約" in text
    assert all(number in text for number in numbers)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("2026-12-04", "day.pdf"), ".csv でも .html でも"),
        (("--counter", "nothing", "2026-12-04", "day.csv"), "窓口「nothing」はありません"),
        (("2026-12-04", "nowhere/day.csv"), "nowhere/day.csv に書けません"),
    ],
)
def test_a_sheet_that_cannot_be_written_is_told(
    voicebot: Voicebot, calendar: OfficeCalendar, args: tuple[str, ...], told: str
):
    code, _, err = voicebot("daysheet", *NOW_, *args)
    assert code == 2
    assert told in err
