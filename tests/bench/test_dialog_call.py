"""Simulated calls, graded by the rows."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from bench import dialog_call, dialog_goals
from bench.dialog_call import House, play
from bench.dialog_goals import Goal, Kind
from bench.dialog_hearing import Heard
from bench.dialog_resident import HABITS
from prompts import formats, render
from voicebot.clock import TOKYO

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
FIRST, SECOND = datetime(2026, 12, 1, 14, tzinfo=TOKYO), datetime(2026, 12, 1, 14, 30, tzinfo=TOKYO)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def test_residents_who_are_heard_as_they_speak_reach_their_goals(house: House):
    grades = [play(house, seed, None, 0) for seed in range(30)]
    assert [(g.seed, g.why) for g in grades if not g.reached] == []
    assert len({g.kind for g in grades}) >= 5
    assert not any(g.wrong or g.unknown for g in grades)


def test_residents_who_tell_stories_reach_their_goals(house: House):
    stories = [seed for seed in range(160) if HABITS[seed % len(HABITS)] == "stories"]
    grades = [play(house, seed, None, 0) for seed in stories]
    assert [(g.seed, g.why) for g in grades if not g.reached] == []
    said = "".join("".join(g.transcript) for g in grades)
    assert all(
        words in said for words in ("駐車場は", "聞こえませんでした", "病院", "曜日でお願い", "ですね、")
    )


def test_the_same_seed_is_the_same_call(house: House):
    assert play(house, 3, None, 0).transcript == play(house, 3, None, 0).transcript


def test_a_goal_fits_only_what_was_wanted():
    goal = Goal(Kind.BOOK, ("juminhyo",), date(2026, 12, 1), time(14))
    assert goal.fits(("juminhyo",), FIRST)
    assert not goal.fits(("juminhyo",), SECOND)
    assert not goal.fits(("koseki",), FIRST)
    assert not goal.fits(("juminhyo", "koseki"), FIRST)
    half = Goal(Kind.FLEXIBLE, ("juminhyo",), date(2026, 12, 1), half="morning")
    assert not half.fits(("juminhyo",), FIRST)


def test_a_booking_that_nobody_wanted_is_wrong(house: House, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dialog_goals, "WEIGHTS", {Kind.BOOK: 1})
    monkeypatch.setattr(Goal, "fits", lambda self, procedures, start: start.hour < 1)
    monkeypatch.setattr(dialog_call.Resident, "_read_back_is_right", lambda self: True)
    grade = play(house, 1, None, 0)
    assert grade.wrong == grade.why == "booked what nobody wanted"
    assert not grade.reached


def test_an_own_booking_that_was_moved_against_the_will_is_wrong(house: House):
    calendar, _ = house.call(0)
    before = calendar.book("juminhyo", FIRST, dialog_call.CALLER, "CA0", NOW)
    other = calendar.book("juminhyo", FIRST, "+819012340000", "CA1", NOW)
    known = {b.number: b for b in (before, other)}
    goal = Goal(Kind.LOOK_UP, ("juminhyo",), own=FIRST)
    assert dialog_call._wrong(goal, known, [before, other]) == ""
    moved = calendar.change(before.number, None, SECOND, NOW)
    assert "wrong time" in dialog_call._wrong(goal, known, [moved, other])
    assert "cancelled" in dialog_call._wrong(goal, known, [other])
    assert "others" in dialog_call._wrong(goal, known, [before])


def test_a_call_finds_nothing_of_the_call_before(house: House):
    calendar, drawn = house.call(1)
    booked = calendar.book("juminhyo", FIRST, dialog_call.CALLER, "CA0", NOW)
    calendar.hold("juminhyo", SECOND, NOW, client="CA0")
    calendar.close(FIRST.date(), "休み", "やすみ", NOW, by="係")
    first = drawn.random()
    calendar, drawn = house.call(1)
    assert calendar.bookings() == calendar.callbacks() == calendar.closures() == []
    assert calendar.book("juminhyo", FIRST, dialog_call.CALLER, "CA0", NOW) == booked
    calendar.hold("juminhyo", SECOND, NOW, client="CA0")
    calendar.close(FIRST.date(), "休み", "やすみ", NOW, by="係")
    assert drawn.random() == first


def test_a_call_goes_as_it_goes_in_a_house_of_its_own(house: House, tmp_path: Path):
    (tmp_path / "other").mkdir()
    grades = [play(house, seed, None, 0) for seed in (5, 6, 7)]
    assert play(House(tmp_path / "other"), 7, None, 0) == grades[-1]


def test_places_are_heard_as_they_are_said():
    spoken = formats.moments([FIRST, SECOND])
    said = Heard((render("offer_2", place1=spoken[0], place2=spoken[1]),), NOW)
    assert said.places() == [FIRST, SECOND]


def test_the_menu_is_heard_with_its_keys():
    menu = formats.menu([(formats.name("転入届", "てんにゅうとどけ"), "1")])
    assert Heard((render("keys_procedure", menu=menu),), NOW).menu() == {"転入届": "1"}
