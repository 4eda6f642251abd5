"""What is free."""

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from calendar_backend import TOKYO, BadWish
from voicebot.api.bodies import AvailabilityOut, DayOut, Id, People
from voicebot.api.context import Asking, Known
from voicebot.api.described import problems

router = APIRouter(tags=["availability"])


@router.get(
    "/availability", responses=problems(404), summary="空いている時刻。予約できる期間の外の日は出ません"
)
def availability(
    known: Known,
    asking: Asking,
    office: Id,
    procedure: Id,
    also: Annotated[list[Id], Query(default_factory=list, max_length=9, description="続けて行う手続き")],
    first: Annotated[
        date | None, Query(alias="from", description="最初の日。初めの値は予約できる最初の日")
    ] = None,
    last: Annotated[
        date | None, Query(alias="to", description="最後の日。初めの値は予約できる最後の日")
    ] = None,
    people: People = 1,
) -> AvailabilityOut:
    """All free starts, day by day; days without any, and days out of reach, are left out."""
    if first and last and last < first:
        raise BadWish(f"the wish ends on {last}, before it starts on {first}")
    wish = (first or date.min, last or date.max)
    free = known.calendar(office).availability((procedure, *also), known.now(), wish, people=people)
    days = [DayOut(day=d.day, starts=[datetime.combine(d.day, at, TOKYO) for at in d.times]) for d in free]
    return AvailabilityOut(office=office, procedure=procedure, also=also, people=people, days=days)
