"""What a call adds to the figures: worked out by hand for each call here."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from dialog import events
from dialog.calendar import Availability, Place
from nlu.hypothesis import Hypothesis
from tests.archive.recorded import cut, recorded
from tests.archive.sounding import sounding
from tests.telephony.conftest import NOW
from voicebot.archive import figures, folder
from voicebot.archive.figures import CallFigures
from voicebot.archive.summary import summary

NO_BOOKINGS = events.BookingsFound(NOW, ())
HUNG_UP = events.HungUp(NOW)
HANDED_OVER = events.Played(NOW, "transferring", True)
READ_BACK = events.Played(NOW, "confirm", True)


def free(day: int, hour: int = 14) -> events.PlacesFound:
    """A place in December."""
    return events.PlacesFound(NOW, Availability((Place(NOW.replace(month=12, day=day, hour=hour)),)))


def either(*texts: str) -> events.Heard:
    """Heard in several ways that are as likely."""
    return events.Heard(NOW, tuple(Hypothesis(text, 0.4) for text in texts))


def of(calls: Path, *happened: Any, began: datetime = NOW) -> CallFigures:
    return summary(recorded(calls, "CA1", *happened, began=began)).figures


WISH = ("住民票をお願いします", NO_BOOKINGS)


@pytest.mark.parametrize(
    ("happened", "at"),
    [
        ([HUNG_UP], "asks.any"),
        (["ふにゃふにゃ", HUNG_UP], "asks.procedure"),
        ([*WISH, HUNG_UP], "asks.date"),
        ([*WISH, "12月2日", free(2), HUNG_UP], "asks.time"),
        ([*WISH, "12月2日の午後2時", free(2), HUNG_UP], "phases.confirming"),
        ([*WISH, "12月2日の午後2時", HUNG_UP], "phases.looking"),
        ([*WISH, "やめます", HUNG_UP], "asks.date"),
        (["予約を取り消したいです", HUNG_UP], "phases.searching"),
        (["係員をお願いします", HANDED_OVER, HUNG_UP], ""),
    ],
)
def test_who_gives_up_is_counted_at_the_question_that_was_asked_last(
    tmp_path: Path, happened: Sequence[Any], at: str
):
    assert of(tmp_path, *happened).dropped == at


@pytest.mark.parametrize(
    ("happened", "why", "connected"),
    [
        (["係員をお願いします", HANDED_OVER], "asked", True),
        (["係員をお願いします", HUNG_UP], "asked", False),
        ([events.KeyPressed(NOW, "0"), HANDED_OVER], "asked", True),
        ([*WISH, "ふにゃ", "ふにゃ", "人に代わってください", HANDED_OVER], "asked", True),
        (["ふにゃふにゃ"] * 4 + [HANDED_OVER], "not_understood", True),
        ([None] * 4 + [HANDED_OVER], "silence", True),
        ([*WISH, *["住民票です"] * 4, HANDED_OVER], "no_progress", True),
        ([*WISH, events.PersonCalled(NOW), HANDED_OVER], "staff", True),
        ([*WISH, events.Trouble(NOW), HANDED_OVER], "trouble", True),
        ([*WISH, HUNG_UP], "", False),
    ],
)
def test_a_person_is_called_for_with_a_reason(
    tmp_path: Path, happened: Sequence[Any], why: str, connected: bool
):
    found = of(tmp_path, *happened)
    assert (found.handover, found.connected) == (why, connected)


def test_where_nobody_is_there_the_reason_is_kept_and_nobody_was_connected(tmp_path: Path):
    night = NOW.replace(hour=22)
    found = of(tmp_path, "係員をお願いします", "はい", events.CallbackNoted(night), began=night)
    assert (found.handover, found.connected) == ("asked", False)


def test_a_booking_that_may_not_be_moved_any_more_is_a_rule(tmp_path: Path):
    whole = [*WISH, "12月2日の午後2時", free(2), READ_BACK, "はい", events.TooMany(NOW), HANDED_OVER]
    assert of(tmp_path, *whole).handover == "rule"


ALL = {"procedures": True, "day": True, "time": True}


@pytest.mark.parametrize(
    ("happened", "slots"),
    [
        ([*WISH, "12月2日", free(2), "午後2時", free(2)], ALL),
        (["住民票を12月2日の午後2時にお願いします", NO_BOOKINGS, free(2)], ALL),
        (["ふにゃふにゃ", *WISH, "12月2日", free(2), "午後2時", free(2)], ALL | {"procedures": False}),
        ([*WISH, "ふにゃふにゃ", "12月2日", free(2), "午後2時", free(2)], ALL | {"day": False}),
        ([*WISH, None, "12月2日", free(2), "午後2時", free(2)], ALL),
        ([*WISH, "もう一度言ってください", "12月2日", free(2), "午後2時", free(2)], ALL),
        (
            [*WISH, "12月2日の午後2時", free(2), READ_BACK, "いいえ、12月3日です", free(3)],
            ALL | {"day": False},
        ),
        ([*WISH, "12月2日", free(2), "12月3日の午後2時です", free(3)], ALL | {"day": False}),
        ([*WISH, "来週", free(2), "1番です"], {"procedures": True, "day": True}),
        ([*WISH, either("12月4日です", "12月8日です"), "はい", free(8)], {"procedures": True, "day": False}),
        ([*WISH, "やめます"], {"procedures": True}),
        ([*WISH, "係員をお願いします"], {"procedures": True}),
        ([HUNG_UP], {}),
        ([None, None], {}),
    ],
)
def test_a_slot_is_right_the_first_time_or_it_is_not(
    tmp_path: Path, happened: Sequence[Any], slots: dict[str, bool]
):
    assert of(tmp_path, *happened).slots == slots


def test_another_day_because_nothing_is_free_is_no_mistake(tmp_path: Path):
    other = Place(NOW.replace(month=12, day=3, hour=14))
    full = events.PlacesFound(NOW, Availability((), alternatives=(other,)))
    assert of(tmp_path, *WISH, "12月2日の午後2時", full, "はい").slots == ALL


def test_the_wait_is_from_the_end_of_the_callers_words_to_the_beginning_of_the_answer(tmp_path: Path):
    assert summary(sounding(tmp_path)).figures.waits == (5_800, 5_500)


def test_a_record_without_sound_has_no_waits_and_half_a_record_some_figures(tmp_path: Path):
    path = recorded(tmp_path, "CA1", *WISH, HUNG_UP, end=False)
    assert summary(path).figures == CallFigures(slots={"procedures": True})
    for kept in (0, 40, 3_000):
        cut(path / "events.jsonl", kept)
        assert figures.of(folder.read(path), "abandoned").waits == ()


@pytest.mark.parametrize(
    "one",
    [
        CallFigures(),
        CallFigures("asks.date", "asked", True, {"day": False, "time": True}, (0, 950, 12_000)),
    ],
)
def test_what_is_kept_is_read_back_the_same(one: CallFigures):
    assert figures.loaded(one.dumped()) == one


def test_the_time_of_a_call_counts_where_it_began(tmp_path: Path):
    late = NOW.replace(hour=16, minute=59) + timedelta(seconds=50)
    assert summary(recorded(tmp_path, "CA1", *WISH, began=late)).began.hour == 16
