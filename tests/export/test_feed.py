"""The feed, read back by an iCalendar parser."""

from dataclasses import replace
from datetime import timedelta

import icalendar
import pytest

from calendar_backend.place import Affected, Attendance
from tests.calendar_backend.small_office import NOW, at, small_office
from tests.export.days import visit
from voicebot.export.feed import feed


def made(*lines: Attendance) -> tuple[bytes, icalendar.Calendar]:
    office = small_office()
    counter = office.counter("wide")
    assert counter is not None
    text = feed(office, counter, lines, NOW)
    return text, icalendar.Calendar.from_ical(text)


def test_a_booking_is_an_event_at_its_time_in_the_offices_zone():
    _, calendar = made(visit("10:00", "10:30"))
    (event,) = calendar.walk("VEVENT")
    assert (event.start, event.end) == (at("2026-12-04T10:00"), at("2026-12-04T10:30"))
    assert event["DTSTART"].params["TZID"] == "Asia/Tokyo"
    assert [zone.tz_name for zone in calendar.timezones] == ["Asia/Tokyo"]
    assert event["SUMMARY"] == "転入届 4711"
    assert event["LOCATION"] == "小さな役所 名"
    assert event.DTSTAMP == NOW
    assert not event.errors


def test_the_feed_says_what_it_is_and_how_often_to_ask():
    _, calendar = made()
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar.decoded("REFRESH-INTERVAL") == timedelta(minutes=15)
    assert calendar.calendar_name == "小さな役所 名"


def test_nobody_is_named_in_the_feed():
    text, _ = made(visit("10:00", "10:30"))
    unfolded = text.decode().replace("\r\n ", "")
    assert "転入届" in unfolded
    assert "ヤマダ" not in unfolded
    assert "555" not in unfolded


def test_only_this_counters_bookings_are_in_its_feed():
    _, calendar = made(visit("10:00", "10:30", counter="desk"), visit("11:00", "11:30"))
    assert [event.start for event in calendar.walk("VEVENT")] == [at("2026-12-04T11:00")]


def test_every_event_has_its_own_name_and_keeps_it():
    lines = visit("10:00", "10:30"), visit("11:00", "11:30"), visit("10:00", "10:30", number="1234")
    names = [[str(event["UID"]) for event in made(*lines)[1].walk("VEVENT")] for _ in range(2)]
    assert len(set(names[0])) == 3
    assert names[0] == names[1]


@pytest.mark.parametrize("name", ["転入届, 続き; 終わり\\n", "長" * 60])
def test_marks_and_long_lines_do_not_break_the_feed(name: str):
    text, calendar = made(visit("10:00", "10:30", procedure_name=name, people=3))
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == f"{name} 4711（3人）"
    assert max(map(len, text.split(b"\r\n"))) <= 75


def test_a_counter_reads_what_is_done_there_and_not_what_was_done_before():
    first = visit("10:00", "10:30", more_procedure_ids=("short",), more_procedure_names=("住民票",))
    _, calendar = made(replace(first, procedure_ids=("short",)))
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == "住民票 4711"


def test_all_that_is_done_at_one_counter_stands_in_its_event():
    _, calendar = made(
        visit("10:00", "10:30", more_procedure_ids=("short",), more_procedure_names=("住民票",))
    )
    (event,) = calendar.walk("VEVENT")
    assert event["SUMMARY"] == "転入届、住民票 4711"


@pytest.mark.parametrize(("name", "told"), [("台風", "台風"), ("", "受付時間の外")])
def test_a_visit_that_cannot_be_kept_is_tentative_and_says_why(name: str, told: str):
    shut = visit("10:00", "10:30", affected=Affected(name, "たいふう" if name else ""))
    _, calendar = made(shut, visit("11:00", "11:30"))
    events = calendar.walk("VEVENT")
    assert [(e["SUMMARY"], e["STATUS"]) for e in events] == [
        (f"【休み（{told}）】転入届 4711", "TENTATIVE"),
        ("転入届 4711", "CONFIRMED"),
    ]
