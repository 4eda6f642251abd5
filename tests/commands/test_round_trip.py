"""A day sheet imported elsewhere is the same day sheet."""

import csv
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from calendar_backend import DEMO_OFFICE, OfficeCalendar, load_into, load_office, open_database
from tests.calendar_backend.small_office import NOW, at
from tests.conftest import Voicebot
from tests.replay.made import SCENARIOS

NOW_ = ("--now", NOW.isoformat())
DAY = "2026-12-08"
PHONES = ("+81935551234", "+819012345678", "", "+12025550123")


@pytest.fixture
def here(voicebot: Voicebot, tmp_path: Path) -> Iterator[OfficeCalendar]:
    engine = open_database(tmp_path / "var" / "voicebot.db")
    load_into(engine, load_office(DEMO_OFFICE))
    yield OfficeCalendar(engine, "kokurakita-shimin")
    engine.dispose()


def taken_elsewhere(voicebot: Voicebot, sheet: Path, to: Path) -> str:
    """The sheet that is written elsewhere after one was imported there."""
    there = ("--database", "elsewhere.db")
    voicebot("office", "load", *there, str(DEMO_OFFICE))
    code, out, err = voicebot("import", *there, *NOW_, str(sheet))
    assert (code, err) == (0, ""), out
    assert voicebot("daysheet", *there, *NOW_, DAY, str(to))[0] == 0
    return text(to)


def text(sheet: Path) -> str:
    return sheet.read_text("utf-8-sig")


@pytest.mark.parametrize(
    "visit",
    [
        ["juminhyo"],
        ["juminhyo", "inkan-shomei"],
        ["juminhyo", "kokuho"],
        ["kokuho", "juminhyo", "nenkin", "kaigo"],
        ["passport-shinsei", "koseki", "juminhyo"],
    ],
)
def test_a_visit_at_one_or_several_counters_is_one_again(
    voicebot: Voicebot, here: OfficeCalendar, tmp_path: Path, visit: list[str]
):
    for n, phone in enumerate(PHONES):
        here.book(visit, at(f"{DAY}T1{n}:00"), phone, f"CA{n}", NOW, name="ヤマダ ハナコ")
    voicebot("daysheet", *NOW_, DAY, "here.csv")
    assert taken_elsewhere(voicebot, tmp_path / "here.csv", tmp_path / "there.csv") == text(
        tmp_path / "here.csv"
    )
    rows = json.loads(voicebot("bookings", "--database", "elsewhere.db", "--json")[1])
    assert [row["phone"] for row in rows] == list(PHONES)
    assert [sorted([row["procedure"], *row["also"]]) for row in rows] == [sorted(visit)] * 4
    assert [row["number"] for row in rows] == [booking.number for booking in here.bookings()]


NAMES = (
    "山田, 花子", '山田 "ハナ" 花子', "山田\n花子", "=HYPERLINK(1)", "+81935551234", "@花子", "-", "'t Hooft", "''=1",
    "  山田　花子 ", "＝花子", "髙橋 﨑子", "a;b\tc", "、", "'",
)  # fmt: skip


def test_names_of_every_kind_come_back(voicebot: Voicebot, here: OfficeCalendar, tmp_path: Path):
    for n, name in enumerate(NAMES):
        start = at(f"{DAY}T09:00") + n * timedelta(minutes=30)
        here.book(["juminhyo", "kokuho"], start, PHONES[0], f"CA{n}", NOW, name=name)
    voicebot("daysheet", *NOW_, DAY, "here.csv")
    assert taken_elsewhere(voicebot, tmp_path / "here.csv", tmp_path / "there.csv") == text(
        tmp_path / "here.csv"
    )
    with (tmp_path / "there.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row["お名前"] for row in csv.DictReader(file)]
    assert len(cells) == 2 * len(NAMES)
    assert all(not cell.startswith(("=", "+", "-", "@", "＝")) for cell in cells)


def test_parties_come_back(voicebot: Voicebot, here: OfficeCalendar, tmp_path: Path):
    most = max(here.office.procedures, key=lambda p: p.people)
    for n, people in enumerate(range(1, most.people + 1)):
        here.book(most.id, at(f"{DAY}T1{n}:00"), PHONES[n % 4], f"CA{n}", NOW, people=people)
    voicebot("daysheet", *NOW_, DAY, "here.csv")
    there = taken_elsewhere(voicebot, tmp_path / "here.csv", tmp_path / "there.csv")
    assert there == text(tmp_path / "here.csv")
    assert there.count("\n") == most.people + 1


def test_who_needs_an_interpreter_comes_back(voicebot: Voicebot, tmp_path: Path):
    office = load_office(SCENARIOS / "offices" / "interpreters.yaml")
    for name in ("voicebot.db", "elsewhere.db"):
        engine = open_database(tmp_path / "var" / name)
        load_into(engine, office)
        engine.dispose()
    engine = open_database(tmp_path / "var" / "voicebot.db")
    calendar = OfficeCalendar(engine, office.id)
    for n, spoken in enumerate(("en", "none")):
        told = {"interpreter": spoken}
        calendar.book("tennyu", at(f"{DAY}T1{n}:00"), PHONES[n], f"CA{n}", NOW, details=told)
    engine.dispose()
    voicebot("daysheet", *NOW_, DAY, "here.csv")
    there = ("--database", "var/elsewhere.db")
    code, out, err = voicebot("import", *there, *NOW_, "here.csv")
    assert (code, err) == (0, ""), out
    voicebot("daysheet", *there, *NOW_, DAY, "there.csv")
    assert text(tmp_path / "there.csv") == text(tmp_path / "here.csv")
    assert "通訳：英語" in text(tmp_path / "there.csv")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932", "utf-16"])
def test_a_sheet_saved_anew_by_a_spreadsheet_is_the_same(
    voicebot: Voicebot, here: OfficeCalendar, tmp_path: Path, encoding: str
):
    here.book(["juminhyo", "kokuho"], at(f"{DAY}T10:00"), PHONES[0], "CA1", NOW, name="ヤマダ")
    voicebot("daysheet", *NOW_, DAY, "here.csv")
    saved = text(tmp_path / "here.csv").replace("-12-08", "/12/8").replace("10:00", "10:00:00")
    (tmp_path / "saved.csv").write_text(saved, encoding)
    assert taken_elsewhere(voicebot, tmp_path / "saved.csv", tmp_path / "there.csv") == text(
        tmp_path / "here.csv"
    )


def test_a_number_that_is_anothers_is_told(voicebot: Voicebot, here: OfficeCalendar, tmp_path: Path):
    number = here.book("juminhyo", at(f"{DAY}T10:00"), PHONES[0], "CA1", NOW).number
    voicebot("daysheet", *NOW_, DAY, "here.csv")
    sheet = text(tmp_path / "here.csv").replace("10:00", "11:00").replace("10:15", "11:15")
    (tmp_path / "later.csv").write_text(sheet, "utf-8")
    code, out, _ = voicebot("import", *NOW_, "later.csv")
    assert code == 0
    assert f"（{number} ではありません）" in out
    assert len(here.bookings()) == 2


def test_a_bad_heading_imports_nothing(voicebot: Voicebot, here: OfficeCalendar, tmp_path: Path):
    (tmp_path / "b.csv").write_text(
        "日付,開始,手続き,でんわ先\n2026-12-08,10:00,住民票,093-555-1234\n", "cp932"
    )
    code, out, err = voicebot("import", *NOW_, "b.csv")
    assert (code, out) == (2, "")
    assert "見出し「でんわ先」が読めません" in err
    assert here.bookings() == []


def test_a_list_with_name_and_number_under_other_headings(
    voicebot: Voicebot, here: OfficeCalendar, tmp_path: Path
):
    rows = "予約番号,氏名,電話番号,予約日,時刻,手続,人数\r\nR-17,山田 花子,093-555-1234,2026/12/8,10:00,住民票,\r\n"
    (tmp_path / "b.csv").write_text(rows, "cp932")
    assert voicebot("import", *NOW_, "b.csv")[0] == 0
    (booking,) = here.bookings()
    assert (booking.name, booking.phone, booking.start) == ("山田 花子", "+81935551234", at(f"{DAY}T10:00"))


def test_looking_at_the_bookings_leaves_the_office_as_it_was_loaded(voicebot: Voicebot, tmp_path: Path):
    changed = DEMO_OFFICE.read_text("utf-8").replace("close: 17:15", "close: 16:00", 1)
    (tmp_path / "new.yaml").write_text(changed, "utf-8")
    voicebot("office", "load", "new.yaml")
    assert voicebot("bookings") == (0, "", "")
    assert "前と同じです" in voicebot("office", "load", "new.yaml")[1]
