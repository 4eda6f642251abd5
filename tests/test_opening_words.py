"""Weekly hours are told as a clerk would tell them."""

from datetime import date, time

from calendar_backend.office import Hours
from voicebot.opening_words import opening_words

DAY = date(2026, 11, 24)
LONG = Hours(days="月火水金", open=time(8, 30), close=time(17, 15))
LATE = Hours(days="木", open=time(8, 30), close=time(19))


def test_a_late_thursday_is_told_after_the_weekdays():
    words = opening_words((LONG, LATE), DAY)
    assert words.text == "平日の、午前8時半から午後5時15分まで、木曜日は、午後7時まで"
    assert words.reading == (
        "へいじつの、ごぜんはちじはんからごごごじじゅうごふんまで、もくようびわ、ごごななじまで"
    )


def test_hours_with_a_lunch_break_are_told_in_two_parts():
    morning = Hours(days="月水", open=time(9), close=time(12))
    afternoon = Hours(days="月水", open=time(13), close=time(16))
    assert opening_words((afternoon, morning), DAY).text == (
        "月・水曜日は、午前9時からお昼の12時までと、午後1時から午後4時まで"
    )


def test_hours_that_are_not_in_force_are_not_told():
    over = Hours.model_validate({"days": "土", "open": "9:00", "close": "12:00", "to": "2026-10-31"})
    words = opening_words((LONG, LATE, over), DAY)
    assert "土" not in words.text


def test_no_hours_are_no_words():
    assert opening_words((), DAY).text == ""
