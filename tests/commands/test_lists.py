"""`voicebot callbacks` and `voicebot waiting`."""

from datetime import date

import pytest

from calendar_backend import OfficeCalendar
from tests.calendar_backend.small_office import NOW, at
from tests.conftest import Voicebot

NOW_ = ("--now", NOW.isoformat())
FRIDAY = date(2026, 12, 4)
PHONE = "+81935551234"


def test_those_a_closure_concerns_are_listed_until_they_are_phoned(
    voicebot: Voicebot, calendar: OfficeCalendar
):
    number = calendar.book("short", at("2026-12-04T10:00"), PHONE, "CA", NOW, name="ヤマダ").number
    calendar.ask_callback("+819012345678", "住民票のこと", NOW, by="CA2")
    calendar.close(FRIDAY, "台風", "たいふう", NOW, by="clerk")
    asked, concerned = voicebot("callbacks", "list", *NOW_)[1].splitlines()
    assert asked == "1  まだ  090-1234-5678  お名前なし  住民票のこと"
    assert concerned == f"2  まだ  2026-12-04 10:00  {number}  093-555-1234  ヤマダ  名  台風"
    assert voicebot("callbacks", "not-reached", *NOW_, "2")[1].startswith("2  不在  ")
    assert voicebot("callbacks", "done", *NOW_, "1")[1].startswith("1  済み  ")
    assert voicebot("callbacks", "list", *NOW_)[1].startswith("2  不在  ")
    voicebot("callbacks", "done", *NOW_, "2")
    assert voicebot("callbacks", "list", *NOW_) == (0, "折り返す相手はいません。\n", "")


def test_who_waits_is_offered_the_place_that_falls_free(voicebot: Voicebot, calendar: OfficeCalendar):
    place = calendar.book("short", at("2026-12-04T10:00"), "", "CA", NOW)
    wish = {"times": (place.start.time(), place.start.time()), "by": "CA2", "name": "ヤマダ"}
    calendar.wait_for("short", PHONE, (FRIDAY, FRIDAY), NOW, **wish)
    line = "1  空き待ち  093-555-1234  ヤマダ  名  2026-12-04〜2026-12-04\n"
    assert voicebot("waiting", "list", *NOW_)[1] == line
    assert voicebot("waiting", "offer", *NOW_)[1] == "空きはありません。\n"
    calendar.cancel(place.number, None, NOW)
    offered = voicebot("waiting", "offer", *NOW_)[1]
    assert offered.startswith("1  枠を確保  093-555-1234")
    assert offered.endswith("2026-12-04 10:00（11:00 まで）\n")
    done = voicebot("waiting", "accept", *NOW_, "1")[1]
    assert done.startswith("予約しました。2026-12-04 10:00")
    assert voicebot("waiting", "list", *NOW_)[1] == "待っている人はいません。\n"
    assert calendar.bookings_of_phone(PHONE, NOW)[0].start == place.start


@pytest.mark.parametrize(
    ("more", "told", "left"),
    [
        ((), "一覧から外しました", "待っている人はいません。"),
        (("--waits-on",), "次の空きを待ちます", "1  空き待ち"),
    ],
)
def test_what_is_declined_is_free_again(
    voicebot: Voicebot, calendar: OfficeCalendar, more: tuple[str, ...], told: str, left: str
):
    calendar.wait_for("short", PHONE, (FRIDAY, FRIDAY), NOW, by="CA")
    voicebot("waiting", "offer", *NOW_)
    assert told in voicebot("waiting", "decline", *NOW_, *more, "1")[1]
    assert voicebot("waiting", "list", *NOW_)[1].startswith(left)


@pytest.mark.parametrize("order", [("callbacks", "done"), ("waiting", "accept"), ("waiting", "decline")])
def test_a_number_that_is_not_on_the_list_is_told(
    voicebot: Voicebot, calendar: OfficeCalendar, order: tuple[str, str]
):
    code, out, err = voicebot(*order, *NOW_, "7")
    assert (code, out) == (2, "")
    assert "番号 7 は一覧にありません" in err
