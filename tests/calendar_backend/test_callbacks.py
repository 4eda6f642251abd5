from datetime import timedelta

import pytest

from calendar_backend import BadWish, OfficeCalendar, UnknownEntry
from tests.calendar_backend.small_office import NOW

LATER = NOW + timedelta(hours=1)


def test_a_request_stands_on_the_list_once_until_it_is_done(calendar: OfficeCalendar) -> None:
    asked = calendar.ask_callback("+819012340001", "転入届", NOW, by="CA1", name="ヤマダ")
    assert (asked.state, asked.kind, asked.booking, asked.name) == ("open", "asked", None, "ヤマダ")
    assert calendar.ask_callback("+819012340001", "転入届", NOW, by="CA1") == asked
    assert calendar.callbacks("open") == [asked]
    done = calendar.settle_callback(asked.id, "done", LATER, by="clerk")
    assert (done.state, done.by, done.updated_at, done.created_at) == ("done", "clerk", LATER, NOW)
    assert (calendar.callbacks("open"), calendar.callbacks()) == ([], [done])


def test_who_was_not_reached_is_worked_off_later(calendar: OfficeCalendar) -> None:
    asked = calendar.ask_callback("+819012340001", "", NOW, by="CA1")
    calendar.settle_callback(asked.id, "not_reached", NOW, by="clerk")
    assert [c.id for c in calendar.callbacks("open", "not_reached")] == [asked.id]
    assert calendar.settle_callback(asked.id, "done", LATER, by="clerk").state == "done"
    with pytest.raises(UnknownEntry, match="worked off"):
        calendar.settle_callback(asked.id, "open", LATER, by="clerk")


def test_what_cannot_be_done_is_refused(calendar: OfficeCalendar) -> None:
    with pytest.raises(BadWish, match="telephone number"):
        calendar.ask_callback("", "", NOW, by="CA1")
    with pytest.raises(BadWish, match="at most 1000"):
        calendar.ask_callback("+819012340001", "あ" * 1001, NOW, by="CA1")
    asked = calendar.ask_callback("+819012340001", "", NOW, by="CA1")
    with pytest.raises(BadWish, match="not a state"):
        calendar.settle_callback(asked.id, "forgotten", NOW, by="clerk")
    with pytest.raises(UnknownEntry):
        calendar.settle_callback(asked.id + 1, "done", NOW, by="clerk")
