"""Wishes, days, times and answers as strangers put them, with stories around them: what the call makes of each."""

from pathlib import Path

import pytest

from calendar_backend import OfficeCalendar
from calendar_backend.models import LIVE
from dialog.state import State
from nlu.hypothesis import Hypothesis
from tests.chat.conftest import Phone

BEFORE = {
    "wish": (),
    "story": (),
    "day": ("住民票をお願いします",),
    "time": ("住民票をお願いします", "12月1日でお願いします"),
    "answer": ("住民票をお願いします", "12月1日の10時でお願いします"),
    "ended": ("駐車場はありますか",),
}
"""What was said in the call before, by what the words answer."""

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("told_in_stories.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_what_a_stranger_tells_is_taken_as_it_was_meant(
    phone: Phone, calendar: OfficeCalendar, row: list[str]
) -> None:
    answers, words, meant = row
    call = phone()
    for said in (*BEFORE[answers], words):
        call.says((Hypothesis(said),))
    call.hear_out()
    match answers:
        case "wish":
            assert call.state.procedures == (meant,)
            assert _when(call.state) == "-"
        case "story":
            assert _when(call.state) == "-"
        case "day":
            assert _when(call.state).startswith(meant)
        case "time":
            assert _when(call.state).endswith(meant)
        case "answer":
            booked = any(one.status in LIVE for one in calendar.bookings())
            assert booked == (meant == "yes")
        case _:
            assert call.ended


def _when(state: State) -> str:
    """The day and the time that were understood."""
    if state.place is not None:
        return f"{state.place.start:%Y-%m-%d %H:%M}"
    day = f"{state.day.first}" if state.day is not None and state.day.single else "-"
    return f"{day} {state.time.first:%H:%M}" if state.time is not None and state.time.single else day
