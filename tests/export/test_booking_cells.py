"""The cells of a list of bookings."""

import pytest

from tests.calendar_backend.small_office import at, of_one_name, small_office
from voicebot.export.booking_cells import BadLine, moment, name, procedures, start

NINE = at("2026-12-04T09:00")


@pytest.mark.parametrize(
    "day",
    ["2026-12-04", "2026/12/4", "2026.12.04", "2026年12月4日", "2026年 12月 4日(金)", "2026/12/4 金曜日", "20261204",
     "令和8年12月4日", "R8.12.4", "Ｒ８／１２／４", "2026/12/04 0:00:00", "２０２６年１２月４日（金）"],
)  # fmt: skip
def test_days_as_spreadsheets_and_clerks_write_them(day: str):
    assert start(day, "9:00") == NINE


@pytest.mark.parametrize(
    "clock",
    [
        "9:00",
        "09:00:00",
        " 9:00 ",
        "9時",
        "9時00分",
        "午前9時",
        "9:00 AM",
        "9:00〜9:30",
        "9:00-10:00",
        "９：００～９：３０",
        "9時から10時",
    ],
)
def test_times_as_spreadsheets_and_clerks_write_them(clock: str):
    assert start("2026-12-04", clock) == NINE


@pytest.mark.parametrize(
    ("clock", "hour"),
    [("午後2時半", 14.5), ("PM 2:30", 14.5), ("2:30pm", 14.5), ("午後0時30分", 12.5), ("14時半", 14.5)],
)
def test_afternoons(clock: str, hour: float):
    found = start("2026-12-04", clock)
    assert found.hour + found.minute / 60 == hour


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-04 9:00",
        "2026-12-04T09:00:00+09:00",
        "2026/12/4(金) 9:00〜9:30",
        "2026年12月4日9時",
        "令和8年12月4日 午前9時",
    ],
)
def test_a_day_and_a_time_in_one_cell(text: str):
    assert moment(text) == NINE


@pytest.mark.parametrize("text", ["2026-12-04", "9:00", "", "明日の9時", "2026-12-04 9:00:00 UTC"])
def test_a_moment_that_is_none_is_told(text: str):
    with pytest.raises(BadLine, match="読めません"):
        moment(text)


NAMES = small_office(
    procedures=[
        {"id": "koseki", "name": "戸籍謄本・抄本", "reading": "こせき", "counter": "desk", "duration_minutes": 15,
         "aliases": [{"text": "戸籍", "reading": "こせき"}]},
        {"id": "juminhyo", "name": "住民票", "reading": "じゅうみんひょう", "counter": "desk", "duration_minutes": 15},
        {"id": "card_new", "name": "カード、申請", "reading": "かーど", "counter": "wide", "duration_minutes": 15,
         "aliases": [{"text": "カード", "reading": "かーど"}]},
        {"id": "card_get", "name": "カード、受取", "reading": "かーど", "counter": "wide", "duration_minutes": 15,
         "aliases": [{"text": "カード", "reading": "かーど"}]},
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("住民票", ("juminhyo",)),
        ("戸籍", ("koseki",)),
        ("戸籍謄本・抄本、住民票", ("koseki", "juminhyo")),
        ("住民票・戸籍", ("juminhyo", "koseki")),
        ("カード、受取、カード、申請", ("card_get", "card_new")),
        ("住民票\n戸籍 謄本・抄本", ("juminhyo", "koseki")),
        ("住 民 票 / KOSEKI", ("juminhyo", "koseki")),
        ("住民票、住民票", ("juminhyo",)),
    ],
)
def test_procedures_by_name_by_id_and_by_what_people_call_them(text: str, ids: tuple[str, ...]):
    assert procedures(text, "", NAMES) == ids


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("カード", "2つあります"),
        ("旅券", "ありません"),
        ("", "ありません"),
        ("住民票、", None),
        ("、", "ありません"),
    ],
)
def test_what_is_no_single_procedure_is_told(text: str, told: str | None):
    if told is None:
        assert procedures(text, "", NAMES) == ("juminhyo",)
        return
    with pytest.raises(BadLine, match=told):
        procedures(text, "", NAMES)


def test_of_two_with_one_name_the_counter_says_which():
    office = of_one_name()
    assert procedures("名", "wide", office) == ("both",)
    with pytest.raises(BadLine, match="2つあります"):
        procedures("名", "desk", office)


@pytest.mark.parametrize(
    "text", ["123456789012", "'1234-5678-9018", "ヤマダ（１２３４　５６７８　９０１２）"]
)
def test_a_my_number_is_not_taken_over_as_a_name(text: str):
    with pytest.raises(BadLine, match="マイナンバー") as refused:
        name(text)
    assert "5678" not in str(refused.value)
