from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from prompts import formats
from prompts.sentence import Spoken

TOKYO = ZoneInfo("Asia/Tokyo")


def test_a_day_is_never_without_its_weekday() -> None:
    spoken = formats.day(date(2026, 11, 24))
    assert spoken.text == "11月24日、火曜日"
    assert spoken.reading == "じゅういちがつにじゅうよっか、かようび"


@pytest.mark.parametrize(
    ("day", "reading"),
    [
        (date(2026, 12, 8), "じゅうにがつようか、はちにち、かようび"),
        (date(2026, 12, 4), "じゅうにがつよっか、よんにち、きんようび"),
    ],
)
def test_days_that_sound_alike_are_said_twice(day: date, reading: str) -> None:
    assert formats.day(day).reading == reading


def test_seven_is_written_in_kana_for_the_synthesizer_only() -> None:
    assert formats.day(date(2026, 7, 17)) == Spoken(
        "7月17日、金曜日", "なながつじゅうななにち、金曜日", "なながつじゅうななにち、きんようび"
    )


@pytest.mark.parametrize(
    ("value", "text", "reading"),
    [
        (time(8, 30), "午前8時半", "ごぜんはちじはん"),
        (time(9), "午前9時", "ごぜんくじ"),
        (time(12), "お昼の12時", "おひるのじゅうにじ"),
        (time(12, 30), "お昼の12時半", "おひるのじゅうにじはん"),
        (time(14), "午後2時、14時", "ごごにじ、じゅうよじ"),
        (time(14, 30), "午後2時半、14時30分", "ごごにじはん、じゅうよじさんじゅっぷん"),
        (time(16, 15), "午後4時15分、16時15分", "ごごよじじゅうごふん、じゅうろくじじゅうごふん"),
        (time(19, 0), "午後7時、19時", "ごごななじ、じゅうくじ"),
    ],
)
def test_the_read_back_says_afternoon_times_by_both_clocks(value: time, text: str, reading: str) -> None:
    spoken = formats.clock(value)
    assert (spoken.text, spoken.reading) == (text, reading)


def test_a_short_time_is_said_by_one_clock() -> None:
    assert formats.clock_short(time(17, 45)).text == "午後5時45分"
    assert formats.clock_short(time(17, 30)).text == "午後5時半"


def test_a_booking_number_is_spoken_digit_for_digit() -> None:
    assert formats.number("4719") == Spoken("4、7、1、9", "4、7、1、9", "よん、なな、いち、きゅう")
    assert formats.number("0020").reading == "ぜろ、ぜろ、に、ぜろ"


@pytest.mark.parametrize(
    ("e164", "text"),
    [
        ("+81936718181", "093、671、8181"),
        ("+819012345678", "090、1234、5678"),
        ("+81312345678", "03、1234、5678"),
        ("+81120123456", "0120、123、456"),
        ("+14155552671", "1415、5552、671"),
    ],
)
def test_a_telephone_number_is_spoken_in_groups(e164: str, text: str) -> None:
    assert formats.phone(e164).text == text


def test_telephone_digits_are_read_singly() -> None:
    assert formats.phone("+81936718181").reading == "ぜろきゅうさん、ろくなないち、はちいちはちいち"


def test_a_day_named_once_is_not_named_again() -> None:
    at = [
        datetime(2026, 11, 25, 10, tzinfo=TOKYO),
        datetime(2026, 11, 25, 14, 30, tzinfo=TOKYO),
        datetime(2026, 11, 26, 9, tzinfo=TOKYO),
    ]
    assert [spoken.text for spoken in formats.moments(at)] == [
        "11月25日、水曜日の、午前10時",
        "午後2時半",
        "11月26日、木曜日の、午前9時",
    ]
    assert formats.places(at[:2]).text == "1番、11月25日、水曜日の、午前10時。2番、午後2時半"


def test_hours_run_from_start_to_end() -> None:
    assert formats.hours(time(8), time(21)).text == "午前8時から午後9時まで"


def test_a_menu_names_each_key_after_its_procedure() -> None:
    entries = [
        (formats.name("住民票", "じゅうみんひょう"), "1"),
        (formats.name("転入届", "てんにゅうとどけ"), "7"),
    ]
    menu = formats.menu(entries)
    assert menu.text == "住民票は1を、転入届は7を、"
    assert menu.reading == "じゅうみんひょうわいちを、てんにゅうとどけわななを、"


@pytest.mark.parametrize(
    ("said", "text", "reading"),
    [
        ("2月30日", "2月30日", "にがつさんじゅうにち"),
        ("31日", "31日", "さんじゅういちにち"),
        ("25時", "25時", "にじゅうごじ"),
        ("午後7時半", "午後7時半", "ごごななじはん"),
        ("にがつ", "にがつ", "にがつ"),
        ("13月の終わり", "その日時", "そのにちじ"),
    ],
)
def test_what_was_heard_is_said_back_only_where_it_can_be_read(said: str, text: str, reading: str) -> None:
    spoken = formats.heard(said)
    assert (spoken.text, spoken.reading) == (text, reading)
