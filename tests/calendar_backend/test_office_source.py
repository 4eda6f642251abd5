"""Files that are like another."""

from pathlib import Path

import pytest

from calendar_backend import DEMO_OFFICE, OfficeFileError, load_office

DEMO = DEMO_OFFICE.read_text(encoding="utf-8")
WARD = "like: base.yaml\nid: ward\nname: 門司区役所\nreading: もじくやくしょ\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "base.yaml").write_text(DEMO, "utf-8")
    return tmp_path


def complaint(folder: Path, text: str) -> OfficeFileError:
    (folder / "ward.yaml").write_text(text, "utf-8")
    with pytest.raises(OfficeFileError) as error:
        load_office(folder / "ward.yaml")
    return error.value


def test_what_the_file_does_not_say_is_taken_from_the_other(folder: Path) -> None:
    (folder / "ward.yaml").write_text(WARD, "utf-8")
    names = {"id": "ward", "name": "門司区役所", "reading": "もじくやくしょ"}
    assert load_office(folder / "ward.yaml") == load_office(DEMO_OFFICE).model_copy(update=names)


def test_a_mistake_is_told_in_the_file_it_stands_in(folder: Path) -> None:
    own = complaint(folder, WARD + "phone: なし\n")
    assert (own.path, own.line) == (str(folder / "ward.yaml"), 5)
    (folder / "base.yaml").write_text(DEMO.replace("capacity: 3", "capacity: 三", 1), "utf-8")
    inherited = complaint(folder, WARD)
    assert (inherited.path, inherited.line) == (
        str(folder / "base.yaml"),
        DEMO[: DEMO.index("capacity: 3")].count("\n") + 1,
    )


def test_a_counter_of_the_other_file_that_is_gone_is_told_where_it_is_used(folder: Path) -> None:
    error = complaint(
        folder,
        WARD
        + "counters:\n  - {id: ido, name: 窓口, reading: まどぐち, capacity: 1, hours: [{days: 月, open: 9:00, close: 12:00}]}\n",
    )
    assert "窓口「" in error.problem
    assert error.path == str(folder / "base.yaml")


@pytest.mark.parametrize("like", ["", "[base.yaml]", "nowhere.yaml", "ward.yaml", "."])
def test_a_like_that_leads_nowhere_is_told_at_its_line(folder: Path, like: str) -> None:
    error = complaint(folder, f"# a ward\nlike: {like}\nid: ward\n")
    assert (error.path, error.line) == (str(folder / "ward.yaml"), 2)
