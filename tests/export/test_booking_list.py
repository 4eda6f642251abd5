"""Reading lists of bookings."""

import pytest

from calendar_backend.rehearsal import Wish
from tests.calendar_backend.small_office import at, of_one_name
from voicebot.export.booking_list import BadList, Line, read


def lines(text: str, encoding: str = "utf-8") -> list[Line]:
    return read(text.encode(encoding), of_one_name())


def wish(row: str, heads: str = "日付,開始,手続き,お名前,電話,人数,状態") -> Wish:
    (line,) = lines(f"{heads}\n{row}\n")
    assert line.wish is not None, line.problem
    return line.wish


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("between", [",", "\t"])
def test_a_line_is_read_in_every_encoding_a_clerk_saves_in(encoding: str, between: str):
    text = "日付,開始,手続き,お名前,電話,人数\r\n2026-12-04,10:00,short,ヤマダ ハナコ,093-555-1234,2\r\n"
    (line,) = lines(text.replace(",", between), encoding)
    assert line.wish is not None
    found = line.wish.procedures, line.wish.start, line.wish.name, line.wish.phone, line.wish.people
    assert found == (("short",), at("2026-12-04T10:00"), "ヤマダ ハナコ", "+81935551234", 2)


def test_letters_that_only_windows_has_are_read():
    (line,) = lines("日付,開始,手続き,氏名\n2026-12-04,9:00,short,髙橋 﨑子①\n", "cp932")
    assert line.wish
    assert line.wish.name == "髙橋 﨑子①"


def test_what_is_not_needed_may_be_missing():
    found = wish("2026-12-04,9:00,short、long", "日付,開始,手続き")
    assert (found.procedures, found.people, found.phone, found.name) == (("short", "long"), 1, "", "")


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("氏名,電話番号,予約日,時刻,手続", "ヤマダ ハナコ,093-555-1234,2026/12/4,10:00,short"),
        ("フリガナ,TEL,日付,時間,用件,人数", "ヤマダ ハナコ,0935551234,2026年12月4日（金）,10時,short,1名"),
        (
            "お名前,携帯,来庁日,開始時刻,ご用件",
            "ヤマダ ハナコ,０９３－５５５－１２３４,2026.12.4,午前10時,short",
        ),
        (
            "予約者氏名,お電話番号（必須）,予約日時,手続き名",
            "ヤマダ ハナコ,(093)555-1234,2026/12/04 10:00,SHORT",
        ),
        (
            "Name,Phone number,Date,Start time,Procedure",
            "ヤマダ ハナコ,+81-93-555-1234,20261204,10:00 AM,short",
        ),
        (
            "セイ,名,連絡先,日時,窓口,内容".replace("セイ", "姓"),
            "ヤマダ,ハナコ,093 555 1234,令和8年12月4日 10時,x,short",
        ),
        (
            "お\u3000名\u3000前 ,  ＴＥＬ,日　付,開 始,手 続 き",
            "ヤマダ ハナコ,093-555-1234,２０２６－１２－０４,１０：００,ｓｈｏｒｔ",
        ),
    ],
)
def test_headings_as_others_write_them(heads: str, row: str):
    found = wish(row, heads)
    assert (found.name, found.phone, found.procedures, found.people) == (
        "ヤマダ ハナコ",
        "+81935551234",
        ("short",),
        1,
    )
    assert found.start == at("2026-12-04T10:00")


@pytest.mark.parametrize(
    ("given", "phone"),
    [
        ("093-555-1234", "+81935551234"),
        ("'+81935551234", "+81935551234"),
        ("+81(0)93-555-1234", "+81935551234"),
        ("0081-93-555-1234", "+81935551234"),
        ("010-81-93-555-1234", "+81935551234"),
        ("+810935551234", "+81935551234"),
        ("935551234", "+81935551234"),  # a spreadsheet took it for a count
        ("０９３－５５５－１２３４", "+81935551234"),
        ("093―555―1234", "+81935551234"),
        ("093 555.1234", "+81935551234"),
        ("090（1234）5678", "+819012345678"),
        ("0120-123-456", "+81120123456"),
        ("050-1234-5678", "+815012345678"),
        ("+1 650-253-0000", "+16502530000"),
        ("", ""),
        ("+266696687", ""),
        ("'+7378742883", ""),
        ("非通知", ""),
        ("-", ""),
    ],
)
def test_numbers_are_read_however_they_are_written(given: str, phone: str):
    assert wish(f"2026-12-04,9:00,short,,{given},,").phone == phone


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("0935551234567", "電話の欄は桁が多すぎます。"),
        ("090-1234-5678/093-555-1234", "桁が多すぎます"),
        ("551-1234", "桁が足りません"),
        ("090-1234-567", "桁が足りません"),
        ("110", "折り返しのできない番号です"),
        ("093-555-1234 内線12", "内線番号は除いてください"),
        ("+81900000102", "使われていない番号です"),
        ("sip:+81935551234@pbx.test", "電話番号として読めません"),
        ("夜は090-1234-5678", "電話番号として読めません"),
    ],
)
def test_what_is_no_number_is_told_why(given: str, told: str):
    (line,) = lines(f"日付,開始,手続き,電話\n2026-12-04,9:00,short,{given}\n")
    assert line.wish is None
    assert told in line.problem
    assert given not in line.problem


def test_a_name_written_and_read_is_kept_as_both():
    found = wish("2026-12-04,9:00,short,山田 花子,ヤマダ ハナコ", "日付,開始,手続き,氏名,フリガナ")
    assert found.name == "山田 花子（ヤマダ ハナコ）"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2026-02-30,9:00,short,,,,", "という日時はありません"),
        ("2026-12-04,朝,short,,,,", "開始「朝」が読めません"),
        ("2026-12-04,9:00,short,,5551234,,", "電話の欄は桁が足りません"),
        ("2026-12-04,午後13時,short,,,,", "という日時はありません"),
        ("2026-12-04（木）,9:00,short,,,,", "日付「2026-12-04（木）」は金曜日です"),
        ("12/4,9:00,short,,,,", "日付「12/4」が読めません"),
        ("2026-12-04,9:00,名,,,,", "手続き「名」は3つあります"),
        ("2026-12-04,9:00,short、旅券,,,,", "手続き「short、旅券」はこの役所にありません"),
        ("2026-12-04,9:00,short,,,三人,", "人数「三人」が読めません"),
        ("2026-12-04,9:00,short,,,,取り消し", "状態が「取り消し」の行は入れません"),
        ("2026-12-04,9:00,short,,,,,x", "見出しのない列に値"),
        ("2026-12-04,9:00", "手続き「」はこの役所にありません"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_why(row: str, told: str):
    (line,) = lines(f"日付,開始,手続き,お名前,電話,人数,状態\n{row}\n")
    assert (line.numbers, line.wish) == ((2,), None)
    assert told in line.problem


def test_what_was_answered_to_what_an_office_asks_besides_is_read_as_the_day_sheet_writes_it():
    heads = "日付,開始,手続き,確認事項"
    assert wish("2026-12-04,9:00,short,通訳：英語", heads).details == {"interpreter": "en"}
    assert wish("2026-12-04,9:00,short,通訳: なし", heads).details == {"interpreter": "none"}
    assert wish("2026-12-04,9:00,short,", heads).details == {}
    (line,) = lines(f"{heads}\n2026-12-04,9:00,short,通訳：火星語\n")
    assert "確認事項「通訳：火星語」が読めません" in line.problem


def test_empty_lines_are_passed_over_and_lines_are_counted_as_they_stand():
    found = lines('日付,開始,手続き,お名前\n2026-12-04,9:00,short,"ヤマダ"\n\n,,,\n2026-12-04,9:00,x,\n')
    assert [(line.numbers, line.wish is None) for line in found] == [((2,), False), ((5,), True)]


def test_the_same_line_twice_is_two_bookings_with_names_that_stay():
    text = "日付,開始,手続き\n" + "2026-12-04,9:00,both\n" * 2
    first, second = (line.wish for line in lines(text))
    assert first is not None
    assert second is not None
    assert first.client != second.client
    assert [line.wish for line in lines(text)] == [first, second]


HEADS = "番号,窓口,日付,開始,終了,手続き,お名前,電話,人数"
FIRST = "4711,desk,2026-12-04,10:00,10:15,short,ヤマダ,093-555-1234,1"
SECOND = "4711,wide,2026-12-04,10:15,10:45,both,ヤマダ,093-555-1234,1"


@pytest.mark.parametrize("rows", [(FIRST, SECOND), (SECOND, FIRST), (FIRST, SECOND, FIRST)])
def test_lines_of_one_booking_at_several_counters_are_one_visit(rows: tuple[str, ...]):
    (line,) = lines("\n".join((HEADS, *rows)))
    assert line.numbers == tuple(range(2, 2 + len(rows)))
    assert line.wish
    assert (line.wish.procedures, line.wish.number) == (("short", "both"), "4711")
    assert line.wish.start == at("2026-12-04T10:00")


@pytest.mark.parametrize(
    "other",
    [
        SECOND.replace("4711", "4712"),
        SECOND.replace("4711", ""),
        SECOND.replace("12-04", "12-07"),
        SECOND.replace("ヤマダ", "スズキ"),
        SECOND.replace("1234", "1235"),
        SECOND[:-1] + "2",
    ],
)
def test_lines_that_differ_in_who_comes_are_bookings_of_their_own(other: str):
    assert [line.numbers for line in lines("\n".join((HEADS, FIRST, other)))] == [(2,), (3,)]


def test_a_visit_of_which_one_line_cannot_be_read_is_refused_whole():
    (line,) = lines("\n".join((HEADS, FIRST, SECOND.replace("both", "旅券"))))
    assert (line.numbers, line.wish) == ((2, 3), None)
    assert "手続き「旅券」" in line.problem


@pytest.mark.parametrize(
    ("heads", "named"),
    [
        ("日付,手続き", "見出し「開始」がありません"),
        ("日付,開始,手続き,備考", "見出し「備考」が読めません"),
        ("日付,開始,手続き,お名まえ,でんは", "見出し「お名まえ」「でんは」が読めません"),
        ("日付,開始,手続き,電話,携帯", "見出し「電話」「携帯」は、どれも「電話」と読めます"),
        ("日付,日付,開始,手続き", "見出し「日付」「日付」は、どれも「日付」と読めます"),
        ("日時,手続き,開始", "「日付」と「開始」の列を消して"),
        ("予約一覧", "見出し「予約一覧」が読めません"),
        (",,", "見出し「日付」「開始」「手続き」がありません"),
    ],
)
def test_a_heading_that_is_not_known_or_missing_is_named(heads: str, named: str):
    with pytest.raises(BadList, match=named):
        lines(f"{heads}\n2026-12-04,10:00,short\n")


def test_columns_without_heading_and_without_values_are_nothing():
    assert wish("2026-12-04,9:00,short,,", "日付,開始,手続き,,").start == at("2026-12-04T09:00")
