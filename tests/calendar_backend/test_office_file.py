"""What a clerk is told about a mistake in the file."""

from pathlib import Path

import pytest

from calendar_backend import DEMO_OFFICE, OfficeFileError, load_office
from calendar_backend.office_file import check_office

DEMO = DEMO_OFFICE.read_text(encoding="utf-8")


def complaint(tmp_path: Path, text: str) -> OfficeFileError:
    path = tmp_path / "office.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OfficeFileError) as error:
        load_office(path)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)
    return error.value


def line_of(text: str, words: str, nth: int = 1) -> int:
    """Line of the nth occurrence of some words, counted from 1."""
    lines = [number for number, line in enumerate(text.splitlines(), 1) if words in line]
    return lines[nth - 1]


@pytest.mark.parametrize(
    ("old", "new", "at", "problem", "remedy"),
    [
        ("    key: 2\n", "    kye: 2\n", "kye: 2", "「kye」という名前は使えません", "つづりを直す"),
        ("    key: 2\n", "    key: 1\n", "key: 1", "procedures に key が「1」のものが2つ", "別のもの"),
        ("    key: 2\n", "    key: 12\n", "key: 12", "key に「12」は書けません", "1 から 9 までの数字を1つ"),
        ("id: setai-henko", "id: tenkyo", "id: tenkyo", "id が「tenkyo」のものが2つ", "別のもの"),
        ("counter: hoken", "counter: hokn", "counter: hokn", "窓口「hokn」はありません", "fukushi、hoken"),
        ("capacity: 2", "capacity: 二人", "capacity: 二人", "capacity に「二人」は書けません", "整数"),
        ("capacity: 2", "capacity: 0", "capacity: 0", "capacity に「0」は書けません", "1 以上の数"),
        ("capacity: 2", "capacity: 51", "capacity: 51", "capacity に「51」は書けません", "50 以下の数"),
        ("capacity: 2", "capacity:", "capacity:\n", "「capacity」に値がありません", "コロンの後ろに値"),
        ("name: 転出届\n    ", "", "id: tenshutsu", "「name」がありません", "「name: …」の行を足して"),
        ("close: 19:00", "close: 8:00", "close: 8:00", "終わりの 08:00 が、始まりの 08:30 より後ではありません", "後の時刻"),
        ("close: 19:00", "close: 25:00", "close: 25:00", "「25:00」は時刻ではありません", "8:30 や 17:15"),
        ("days: 木,", "days: 木曜,", "days: 木曜", "「木曜」は曜日の並びではありません", "月火水木金"),
        ("days: 木,", "days: 水木,", "days: 水木", "窓口「ido」の時間が、水曜日に前の行と重なっています", "to で最後の日"),
        ("date: 2027-03-28, o", "date: 2027-02-30, o", "2027-02-30", "「2027-02-30」は日付ではありません", "2027-03-28"),
        ("[ido, shomei, mynumber]", "[ido, shomie]", "shomie", "窓口「shomie」はありません", "shomei"),
        ("[ido, shomei, mynumber]", "[ido, ido]", "[ido, ido]", "窓口「ido」が2回書かれています", "1回だけ"),
        ("reading: てんきょとどけ", "reading: 転居届", "reading: 転居届", "「転居届」は読みではありません", "ひらがな"),
        ("grid_minutes: 15", "grid_minutes: 20", "grid_minutes: 20", "「20」は予約の刻みではありません", "15、30、60"),
        ('"+81930000000"', '"0930000000000"', "0930000000000", "桁が多すぎます", "+81936718181"),
        ('"+81930000000"', "093-000-000", "093-000-000", "桁が足りません", "+81936718181"),
        ('"+81930000000"', '"110"', '"110"', "折り返しのできない番号", "+81936718181"),
        ('"+81930000000"', "093-000-0000 内線12", "内線12", "内線番号は除いて", "+81936718181"),
        ('"+81930000000"', "0045-678-9012", "0045-678-9012", "使われていない番号です", "+81936718181"),
        ('"+81930000000"', '"+266696687"', "+266696687", "非通知を表すもの", "+81936718181"),
        ('"+81930000000"', '"sip:desk@city.test"', "sip:desk", "電話番号として読めません", "+81936718181"),
        ("rules:\n", "rules: 15分\nhours:\n", "rules: 15分", "rules に「15分」は書けません", "字下げして"),
        ("name: 転出届\n", 'name: "転\\x85出届"\n', 'name: "転', "名前に改行などの制御文字があります", "一行の文字だけ"),
        ("id: zei\n", "id: 税\n", "id: 税", "「税」は id に使えません", "小文字"),
        ("time_zone: Asia/Tokyo", "time_zone: UTC", "time_zone: UTC", "time_zone に「UTC」は書けません", "Asia/Tokyo"),
        ("closed: []", "closed: なし", "closed: なし", "closed に「なし」は書けません", "一覧"),
        ("  grid_minutes: 15", "  cut_off: 15時", "15時", "「15時」は時刻ではありません", "8:30"),
        ("  grid_minutes: 15", "  year_end: {from: 12-32}", "12-32", "「12-32」は月と日ではありません", "12-29"),
        ("  grid_minutes: 15", "  per_person: 0", "per_person: 0", "per_person に「0」は書けません", "1 以上"),
        ("horizon_days: 60", "horizon_days: 0", "horizon_days: 0", "horizon_days に「0」", "1 以上"),
        ("    key: 2\n", "    also_at: [zei, zie]\n", "zie", "窓口「zie」はありません", "zei"),
        ("    key: 2\n", "    also_at: [ido]\n", "[ido]", "窓口「ido」が2回書かれています", "1回だけ"),
        ("    key: 2\n", "    people: 4\n", "people: 4", "1件で 4 人まで受けることになっていますが、窓口は同時に 3 人まで", "capacity"),
        ("    key: 2\n", "    lead_open_days: 9\n    horizon_days: 7\n", "lead_open_days: 9", "9 開庁日先から 7 日先まで", "小さく"),
        ("counter: okuyami\n    duration_minutes: 60", "counter: okuyami\n    duration_minutes: 90", "duration_minutes: 90",
         "90 分かかりますが、窓口は続けて 60 分まで", "長くして"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_remedy(
    tmp_path: Path, old: str, new: str, at: str, problem: str, remedy: str
) -> None:
    assert old in DEMO
    text = DEMO.replace(old, new, 1)
    error = complaint(tmp_path, text)
    assert problem in error.problem
    assert remedy in error.remedy
    lines = [number for number, line in enumerate(text.splitlines(keepends=True), 1) if at in line]
    assert error.line == lines[-1]
    assert f" {error.line}行目: " in str(error)


def test_broken_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    text = DEMO.replace("key: 2", "key: [2", 1)
    error = complaint(tmp_path, text)
    assert error.line is not None
    assert abs(error.line - line_of(text, "key: [2")) <= 1


def test_a_tab_is_told_with_its_line(tmp_path: Path) -> None:
    text = DEMO.replace("    key: 2", "\tkey: 2", 1)
    error = complaint(tmp_path, text)
    assert (error.line, error.problem) == (line_of(text, "\tkey: 2"), "タブが使われています")


def test_a_key_written_twice_is_told_at_the_second(tmp_path: Path) -> None:
    text = DEMO.replace("    key: 2\n", "    key: 2\n    key: 3\n", 1)
    error = complaint(tmp_path, text)
    assert "「key」が2回書かれています" in error.problem
    assert error.line == line_of(text, "    key: 3")


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "---\n", "office\n", "- a\n- b\n", "&a [*a]\n", "? [a]\n: b\n"]
)
def test_a_file_without_an_office_in_it_is_refused(tmp_path: Path, text: str) -> None:
    assert complaint(tmp_path, text).remedy


def test_several_documents_in_one_file_are_refused(tmp_path: Path) -> None:
    assert complaint(tmp_path, DEMO + "\n---\n" + DEMO).line is not None


def test_a_file_in_another_encoding_is_told_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    path.write_bytes(b"id: small\n" + "name: 役所\n".encode("cp932"))
    with pytest.raises(OfficeFileError, match="UTF-8") as error:
        load_office(path)
    assert error.value.line == 2


def test_a_control_character_is_told_with_its_line(tmp_path: Path) -> None:
    text = DEMO.replace("key: 2", "key: \x07", 1)
    assert complaint(tmp_path, text).line == line_of(text, "\x07")


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere.yaml", tmp_path):
        with pytest.raises(OfficeFileError, match="読めません") as error:
            load_office(path)
        assert error.value.line is None


def test_the_byte_order_mark_of_a_windows_editor_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + DEMO.replace("\n", "\r\n").encode())
    assert load_office(path) == load_office(DEMO_OFFICE)


def test_everything_wrong_is_told_in_the_order_of_the_lines(tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    path.write_text(DEMO.replace("capacity: 3", "capacity: 三", 1).replace("key: 2", "key: に", 1), "utf-8")
    lines = [error.line for error in check_office(path)]
    assert lines == [line_of(DEMO, "capacity: 3"), line_of(DEMO, "    key: 2")]
    assert check_office(DEMO_OFFICE) == []
    assert len(check_office(tmp_path / "nowhere.yaml")) == 1
