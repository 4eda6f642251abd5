"""The day sheet as a list and as a page."""

import csv
import io
from datetime import date
from html.parser import HTMLParser

import pytest

from calendar_backend.place import Affected
from tests.calendar_backend.small_office import NOW, of_one_name, small_office
from tests.export.days import visit
from voicebot.export.day_sheet import COLUMNS, as_csv, dialled, lines
from voicebot.export.day_sheet_page import page

DAY = date(2026, 12, 4)


def test_a_line_says_who_comes_when_and_for_what():
    (row,) = csv.DictReader(io.StringIO(as_csv(lines(small_office(), [visit("10:00", "10:30", people=2)]))))
    assert row == {
        "日付": "2026-12-04",
        "開始": "10:00",
        "終了": "10:30",
        "窓口": "名",
        "手続き": "転入届",
        "番号": "4711",
        "お名前": "ヤマダ ハナコ",
        "電話": "093-555-1234",
        "人数": "2",
        "状態": "予約",
        "休み": "",
        "確認事項": "",
    }


def test_lines_stand_by_counter_in_the_offices_order_then_by_time():
    visits = [visit("09:00", "09:30"), visit("11:00", "11:15", "desk"), visit("10:00", "10:15", "desk")]
    found = lines(small_office(), visits)
    assert [f"{line.start:%H:%M}" for line in found] == ["10:00", "11:00", "09:00"]


def test_several_procedures_of_one_visit_stand_in_its_line():
    several = {"more_procedure_ids": ("passport", "gone"), "more_procedure_names": ("旅券", "昔の届")}
    (line,) = lines(small_office(), [visit("10:00", "10:30", **several)])
    assert line.procedure == "転入届、旅券、昔の届"


def test_what_a_spreadsheet_would_run_is_made_text():
    (_, row) = csv.reader(io.StringIO(as_csv(lines(small_office(), [visit("10:00", "10:30", name="=1+1")]))))
    assert row[COLUMNS.index("お名前")] == "'=1+1"


def test_a_day_without_bookings_is_its_heading():
    assert as_csv([]) == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    ("phone", "told"),
    [
        ("+81935551234", "093-555-1234"),
        ("+819012345678", "090-1234-5678"),
        ("", ""),
        ("+12025550123", "+12025550123"),
    ],
)
def test_numbers_are_told_as_they_are_dialled(phone: str, told: str):
    assert dialled(phone) == told


class Cells(HTMLParser):
    """The text of every cell; complains of what is opened and not closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.cells: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)
        if tag in ("td", "h2"):
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("td", "h2"):
            self.cells[-1] += data


def test_the_page_has_a_part_for_each_counter_and_a_line_for_each_visit():
    visits = [visit("09:00", "09:30"), visit("10:00", "10:30")]
    text = page("小さな役所", DAY, lines(small_office(), visits), NOW)
    assert "<title>小さな役所　2026年12月4日（金）の予約</title>" in text
    cells = Cells(text).cells
    assert cells[0] == "名（2件）"
    assert cells[1:9] == [
        "09:00〜09:30",
        "転入届",
        "4711",
        "ヤマダ ハナコ",
        "093-555-1234",
        "1人",
        "予約",
        "□",
    ]


def test_a_name_cannot_become_part_of_the_page():
    text = page(
        "小さな役所", DAY, lines(small_office(), [visit("09:00", "09:30", name="<script>x</script>")]), NOW
    )
    assert "<script>" not in text
    assert "<script>x</script>" in Cells(text).cells


def test_a_page_without_bookings_says_so():
    assert "予約はありません。" in page("小さな役所", DAY, [], NOW)


@pytest.mark.parametrize(("name", "told"), [("台風", "台風"), ("", "受付時間の外")])
def test_a_visit_that_cannot_be_kept_says_why(name: str, told: str):
    rows = lines(
        small_office(), [visit("10:00", "10:30", affected=Affected(name, "たいふう" if name else ""))]
    )
    (row,) = csv.DictReader(io.StringIO(as_csv(rows)))
    assert (row["状態"], row["休み"]) == ("予約", told)
    assert f"予約　休み（{told}）" in Cells(page("小さな役所", DAY, rows, NOW)).cells


def test_a_name_that_several_procedures_have_is_told_by_its_id():
    shared = {"procedure_id": "short", "procedure_name": "名"}
    (line,) = lines(of_one_name(), [visit("10:00", "10:15", "desk", **shared)])
    assert line.procedure == "short"


def test_what_was_asked_besides_stands_in_the_line_and_on_the_page():
    rows = lines(small_office(), [visit("10:00", "10:30", details={"interpreter": "en"})])
    (_, row) = csv.reader(io.StringIO(as_csv(rows)))
    assert row[COLUMNS.index("確認事項")] == "通訳：英語"
    assert "転入届（通訳：英語）" in page("小さな役所", DAY, rows, NOW)
