"""What strangers say of the booking that stands for them, put together of a reason, a day, a time and a wish."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pytest

from calendar_backend import OfficeCalendar
from calendar_backend.models import LIVE
from dialog.state import Phase
from nlu.hypothesis import Hypothesis
from nlu.meaning import Request
from voicebot import desk
from voicebot.chat import deeds, house
from voicebot.chat.conversation import Conversation
from voicebot.clock import TOKYO, SteppedClock

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
STANDS = datetime(2026, 12, 8, 14, tzinfo=TOKYO)
CALLER = "+81935825100"


@dataclass(frozen=True)
class Composed:
    errand: Request
    day: date | None
    time: time | None
    procedures: set[str]
    turns: tuple[str, ...]


def _composed(line: str) -> Composed:
    errand, day, clock, procedures, *turns = line.split("\t")
    return Composed(
        Request(errand),
        date.fromisoformat(day) if day != "-" else None,
        time.fromisoformat(clock) if clock != "-" else None,
        set(procedures.split("+")),
        tuple(turns),
    )


ROWS = [_composed(line) for line in Path(__file__).with_name("composed_errands.tsv").read_text().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "|".join(row.turns))
def test_what_is_read_back_is_what_was_meant(row: Composed) -> None:
    with house.opened() as (files, calendars):
        calendar = calendars[files[0].id]
        deeds.do(deeds.Books(procedure="nenkin", start=STANDS, phone="caller"), calendar, CALLER, NOW)
        office = desk.office(files[0], NOW.date())
        call = Conversation((office,), desk.Desk(calendar), SteppedClock(NOW), CALLER)
        for turn in row.turns:
            call.says((Hypothesis(turn),))
            call.hear_out()
        assert call.state.errand is row.errand
        assert _live(calendar) == [({"nenkin"}, STANDS)]
        if row.errand is Request.CANCEL:
            assert call.state.phase is Phase.CANCELLING
            call.says((Hypothesis("はい"),))
            assert _live(calendar) == []
            return
        if row.time is None:
            assert call.state.day is not None
            assert (call.state.day.first, call.state.day.last) == (row.day, row.day)
            return
        assert call.state.phase is Phase.CONFIRMING
        call.says((Hypothesis("はい"),))
        assert row.day is not None
        moved = datetime.combine(row.day, row.time, TOKYO)
        assert _live(calendar) == [(row.procedures, moved)]


def _live(calendar: OfficeCalendar) -> list[tuple[set[str], datetime]]:
    """What for and when."""
    live = [one for one in calendar.bookings() if one.status in LIVE]
    return [({one.procedure_id, *one.more_procedure_ids}, one.start) for one in live]
