"""Reading lists of bookings."""

import pytest

from calendar_backend.rehearsal import Wish
from tests.calendar_backend.small_office import at, small_office
from voicebot.export.booking_list import BadList, Line, read


def lines(text: str, encoding: str = "utf-8") -> list[Line]:
    return read(text.encode(encoding), small_office())


def wish(row: str, heads: str = "日付,開始,手続き,お名前,電話,人数,状態") -> Wish:
    (line,) = lines(f"{heads}\n{row}\n")
    assert line.wish is not None, line.problem
    return line.wish


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_line_is_read_in_every_encoding_a_clerk_saves_in(encoding: str):
    text = "日付,開始,手続き,お名前,電話,人数\r\n2026-12-04,10:00,short,ヤマダ ハナコ,093-555-1234,2\r\n"
    (line,) = lines(text, encoding)
    assert line.wish is not None
    found = line.wish.procedures, line.wish.start, line.wish.name, line.wish.phone, line.wish.people
    assert found == (("short",), at("2026-12-04T10:00"), "ヤマダ ハナコ", "+81935551234", 2)


@pytest.mark.parametrize("moment", ["2026-12-04,9:00", "2026/12/4,09:00:00", "2026-12-4, 9:00 "])
def test_days_and_times_are_read_as_spreadsheets_write_them(moment: str):
    assert wish(f"{moment},short,,,,").start == at("2026-12-04T09:00")


@pytest.mark.parametrize(
    ("given", "phone"),
    [("093-555-1234", "+81935551234"), ("'+81935551234", "+81935551234"), ("090（1234）5678", ""), ("", "")],
)
def test_numbers_are_read_as_they_are_dialled(given: str, phone: str):
    if "（" in given:
        assert (
            "電話が読めません" in lines(f"日付,開始,手続き,電話\n2026-12-04,9:00,short,{given}\n")[0].problem
        )
    else:
        assert wish(f"2026-12-04,9:00,short,,{given},,").phone == phone


def test_several_procedures_and_other_columns():
    found = wish("x,2026-12-04,9:00,short、long", "備考,日付,開始,手続き")
    assert (found.procedures, found.people, found.phone) == (("short", "long"), 1, "")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2026-02-30,9:00,short,,,,", "という日時はありません"),
        ("2026-12-04,朝,short,,,,", "開始「朝」が読めません"),
        ("2026-12-04,9:00,short,,5551234,,", "電話が読めません"),
        ("2026-12-04,9:00,short,,,三人,", "人数「三人」が読めません"),
        ("2026-12-04,9:00,short,,,,取り消し", "状態が「取り消し」の行は入れません"),
        ("2026-12-04,9:00,short,,,,,x", "見出しより値が多く"),
        ("2026-12-04,9:00", "手続き「」はこの役所にありません"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_why(row: str, told: str):
    (line,) = lines(f"日付,開始,手続き,お名前,電話,人数,状態\n{row}\n")
    assert (line.number, line.wish) == (2, None)
    assert told in line.problem


def test_empty_lines_are_passed_over_and_lines_are_counted_as_they_stand():
    found = lines('日付,開始,手続き,お名前\n2026-12-04,9:00,short,"ヤマダ"\n\n,,,\n2026-12-04,9:00,x,\n')
    assert [(line.number, line.wish is None) for line in found] == [(2, False), (5, True)]


def test_the_same_line_twice_is_two_bookings_with_names_that_stay():
    text = "日付,開始,手続き\n" + "2026-12-04,9:00,both\n" * 2
    first, second = (line.wish for line in lines(text))
    assert first is not None
    assert second is not None
    assert first.client != second.client
    assert [line.wish for line in lines(text)] == [first, second]


def test_a_list_without_its_heading_is_refused():
    with pytest.raises(BadList, match="開始"):
        lines("日付,手続き\n")
