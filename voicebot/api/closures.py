"""Shutting a day or a counter."""

from fastapi import APIRouter

from calendar_backend.callbacks import Callback
from voicebot.api.bodies import AffectedOut, Close, ClosureOut
from voicebot.api.context import Clerk, Known
from voicebot.api.described import problems
from voicebot.api.key import Asked

router = APIRouter(tags=["closures"])


@router.post(
    "/closures",
    status_code=201,
    responses=problems(400, 403, 404),
    summary="役所か窓口を1日閉めます。入っている予約は消えず、折り返し電話の一覧に載ります",
)
def close(known: Known, clerk: Clerk, asked: Asked, shut: Close) -> ClosureOut:
    """Shuts an office or a counter for a day. Bookings stand and are put on the call-back list."""
    closure, callbacks = known.calendar(shut.office).close(
        shut.day, shut.name, shut.reading, known.now(), by=asked.id, counter_id=shut.counter
    )
    affected = [_out(callback) for callback in callbacks if callback.booking]
    return ClosureOut(
        id=closure.id, office=shut.office, day=closure.day, counter=closure.counter_id, affected=affected
    )


def _out(callback: Callback) -> AffectedOut:
    booking = callback.booking
    assert booking is not None
    return AffectedOut(
        number=booking.number,
        procedure=booking.procedure_id,
        also=list(booking.more_procedure_ids),
        start=booking.start,
        end=booking.end,
        people=booking.people,
        phone=callback.phone,
        name=callback.name,
    )
