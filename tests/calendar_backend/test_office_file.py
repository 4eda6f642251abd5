"""What a clerk is told about a mistake in the file."""

from pathlib import Path

import pytest

from calendar_backend import DEMO_OFFICE, OfficeFileError, load_office

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
        ("    key: 2\n", "    kye: 2\n", "kye: 2", "the key 'kye' is not known", "correct its spelling"),
        ("    key: 2\n", "    key: 1\n", "key: 1", "the key '1' stands under procedures a second time", "its own"),
        ("    key: 2\n", "    key: 12\n", "key: 12", "key cannot be '12'", "one digit from 1 to 9"),
        ("id: setai-henko", "id: tenkyo", "id: tenkyo", "the id 'tenkyo' stands under procedures a second", "its own"),
        ("counter: hoken", "counter: hokn", "counter: hokn", "there is no counter 'hokn'", "use one of fukushi, hoken"),
        ("capacity: 2", "capacity: 二人", "capacity: 二人", "capacity cannot be '二人'", "a whole number"),
        ("capacity: 2", "capacity: 0", "capacity: 0", "capacity cannot be '0'", "greater than or equal to 1"),
        ("capacity: 2", "capacity:", "capacity:\n", "'capacity' has no value", "write one after the colon"),
        ("name: 転出届\n    ", "", "id: tenshutsu", "'name' is missing", "add a line 'name: ...'"),
        ("close: 19:00", "close: 8:00", "close: 8:00", "the hours end at 08:00, before they start at 08:30", "later"),
        ("close: 19:00", "close: 25:00", "close: 25:00", "'25:00' is not a time of day", "8:30 or 17:15"),
        ("days: 木,", "days: 木曜,", "days: 木曜", "'木曜' is not a set of weekdays", "月火水木金"),
        ("days: 木,", "days: 水木,", "days: 水木", "these hours overlap others of the counter 'ido' on 水", "to"),
        ("date: 2027-03-28, o", "date: 2027-02-30, o", "2027-02-30", "'2027-02-30' is not a date", "2027-03-28"),
        ("[ido, shomei, mynumber]", "[ido, shomie]", "shomie", "there is no counter 'shomie'", "shomei"),
        ("reading: てんきょとどけ", "reading: 転居届", "reading: 転居届", "'転居届' is not a reading", "hiragana"),
        ("grid_minutes: 15", "grid_minutes: 20", "grid_minutes: 20", "'20' is not a grid", "15, 30 or 60"),
        ('"+81930000000"', "093-000-0000", "093-000-0000", "is not an international number", "+81936718181"),
        ("rules:\n", "rules: 15分\nhours:\n", "rules: 15分", "rules cannot be '15分'", "write keys with their values"),
        ("id: zei\n", "id: 税\n", "id: 税", "'税' is not an id", "small letters"),
        ("time_zone: Asia/Tokyo", "time_zone: UTC", "time_zone: UTC", "time_zone cannot be 'UTC'", "Asia/Tokyo"),
        ("closed: []", "closed: なし", "closed: なし", "closed cannot be 'なし'", "a list"),
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
    assert f"line {error.line}" in str(error)


def test_broken_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    text = DEMO.replace("key: 2", "key: [2", 1)
    error = complaint(tmp_path, text)
    assert error.line is not None
    assert abs(error.line - line_of(text, "key: [2")) <= 1


def test_a_tab_is_told_with_its_line(tmp_path: Path) -> None:
    text = DEMO.replace("    key: 2", "\tkey: 2", 1)
    assert complaint(tmp_path, text).line == line_of(text, "\tkey: 2")


def test_a_key_written_twice_is_told_at_the_second(tmp_path: Path) -> None:
    text = DEMO.replace("    key: 2\n", "    key: 2\n    key: 3\n", 1)
    error = complaint(tmp_path, text)
    assert "'key' stands here a second time" in error.problem
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
        with pytest.raises(OfficeFileError, match="cannot be read") as error:
            load_office(path)
        assert error.value.line is None


def test_the_byte_order_mark_of_a_windows_editor_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "office.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + DEMO.replace("\n", "\r\n").encode())
    assert load_office(path) == load_office(DEMO_OFFICE)
