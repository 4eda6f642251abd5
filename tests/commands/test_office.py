"""`voicebot office`."""

from pathlib import Path

import pytest

from calendar_backend import DEMO_OFFICE, OfficeCalendar, load_office
from calendar_backend.office_dump import dump_office
from calendar_backend.office_file import DEMO_OFFICES
from tests.calendar_backend.small_office import NOW, at
from tests.conftest import Voicebot

DEMO = DEMO_OFFICE.read_text(encoding="utf-8")


def test_files_in_order_are_told_to_be(voicebot: Voicebot):
    code, out, err = voicebot("office", "check", *map(str, DEMO_OFFICES))
    assert (code, err) == (0, "")
    assert len(out.splitlines()) == 7
    assert "間違いはありません（小倉北区役所 市民課、窓口 10、手続き 29）" in out


def test_every_mistake_is_told_with_its_line(voicebot: Voicebot, tmp_path: Path):
    (tmp_path / "office.yaml").write_text(
        DEMO.replace("capacity: 3", "capacity: 三", 1).replace("key: 2", "key: に", 1), "utf-8"
    )
    code, out, err = voicebot("office", "check", "office.yaml", str(DEMO_OFFICE))
    assert code == 2
    assert len(err.splitlines()) == 2
    line = DEMO[: DEMO.index("capacity: 3")].count("\n") + 1
    assert err.startswith(f"office.yaml {line}行目: capacity に「三」は書けません。")
    assert out.startswith(str(DEMO_OFFICE))


def test_a_nickname_that_is_an_answer_is_neither_in_order_nor_loaded(voicebot: Voicebot, tmp_path: Path):
    bad = DEMO.replace("{text: マイナカード, reading: まいなかーど}", "{text: はい, reading: はい}", 1)
    (tmp_path / "office.yaml").write_text(bad, "utf-8")
    code, _, err = voicebot("office", "check", "office.yaml")
    assert code == 2
    assert "「はい」は" in err
    line = bad[: bad.index("{text: はい,")].count("\n") + 1
    assert err.startswith(f"office.yaml {line}行目: ")
    assert voicebot("office", "load", "office.yaml")[0] == 2


def test_what_is_loaded_is_dumped_the_same(voicebot: Voicebot, tmp_path: Path):
    code, out, _ = voicebot("office", "load", *map(str, DEMO_OFFICES))
    assert code == 0
    assert out.count("入れました") == 7
    assert voicebot("office", "load", str(DEMO_OFFICE))[1].startswith("kokurakita-shimin: 前と同じです")
    code, out, err = voicebot("office", "dump", "--office-id", "moji-shimin", "moji.yaml")
    assert (code, out, err) == (0, "", "")
    dumped = load_office(tmp_path / "moji.yaml")
    assert dumped == load_office(DEMO_OFFICE.with_name("demo_ward_moji.yaml"))
    assert voicebot("office", "dump", "--office-id", "moji-shimin", "-")[1] == (
        (tmp_path / "moji.yaml").read_text("utf-8")
    )


def test_a_mistake_in_one_file_loads_none(voicebot: Voicebot, tmp_path: Path):
    (tmp_path / "wrong.yaml").write_text("id: ward\n", "utf-8")
    code, out, err = voicebot("office", "load", str(DEMO_OFFICE), "wrong.yaml")
    assert (code, out) == (2, "")
    assert err.startswith("voicebot: wrong.yaml 1行目: ")
    code, _, err = voicebot("office", "dump", "-")
    assert code == 2
    assert "データベースに役所がありません" in err


def test_a_dump_overwrites_nothing(voicebot: Voicebot, tmp_path: Path):
    (tmp_path / "mine.yaml").write_text("# 大事な覚え書き\n", "utf-8")
    voicebot("office", "load", str(DEMO_OFFICE))
    code, _, err = voicebot("office", "dump", "mine.yaml")
    assert (code, err) == (2, "voicebot: mine.yaml はもうあります。別の名前を書いてください。\n")
    assert (tmp_path / "mine.yaml").read_text("utf-8") == "# 大事な覚え書き\n"


@pytest.mark.parametrize(
    ("given", "told"), [("", "役所が 2 あります"), ("nowhere", "役所「nowhere」はありません")]
)
def test_an_office_that_is_not_clear_is_asked_for(voicebot: Voicebot, given: str, told: str):
    voicebot("office", "load", *map(str, DEMO_OFFICES[:2]))
    code, _, err = voicebot("office", "dump", "--office-id", given, "-")
    assert code == 2
    assert told in err
    assert "kokurakita-shimin" in err


def test_bookings_that_new_hours_leave_outside_are_listed_and_stand(
    voicebot: Voicebot, calendar: OfficeCalendar, tmp_path: Path
):
    late, early = (
        calendar.book("short", at(f"2026-12-04T{time}"), "+81935551234", f"CA{time}", NOW, name="ヤマダ")
        for time in ("17:00", "10:00")
    )
    shorter = dump_office(calendar.office).replace(
        "{days: 月火水木金, open: '8:30', close: '17:15'}", "{days: 月火水木金, open: 8:30, close: 17:00}"
    )
    (tmp_path / "small.yaml").write_text(shorter, "utf-8")
    code, out, _ = voicebot("office", "load", "--now", NOW.isoformat(), "small.yaml")
    assert code == 0
    assert out.splitlines()[1:] == [
        "新しい時間の外になった予約が 1件あります。予約は消えていません。連絡してください。",
        f"  2026-12-04 17:00  {late.number}  093-555-1234  ヤマダ  名",
    ]
    assert {booking.number for booking in calendar.bookings()} == {late.number, early.number}
