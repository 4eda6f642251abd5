"""Booking, changing, cancelling."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Response

from calendar_backend import Booking
from calendar_backend.errors import HoldGone, StepReused
from voicebot.api.bodies import BookHold, BookingOut, BookPlace, Change, Id, Number, Phone, ShutOut
from voicebot.api.context import Asking, Context, Known
from voicebot.api.described import problems
from voicebot.api.key import Asked
from voicebot.api.moments import bookable

router = APIRouter(tags=["bookings"])

NumberPath = Annotated[Number, Path(description="予約番号")]
Whose = Annotated[
    Phone | None,
    Header(alias="Booking-Phone", description="付けると、この電話番号の予約だけが対象になります"),
]


@router.post(
    "/bookings",
    status_code=201,
    responses=problems(400, 404, 409, 410),
    summary="押さえた枠を予約します。押さえずに、空いている枠をすぐに予約することもできます",
)
def book(known: Known, asked: Asked, wish: BookPlace | BookHold, response: Response) -> BookingOut:
    """Books the place of a hold, or a free place at once."""
    calendar, now = known.calendar(wish.office), known.now()
    mine = (wish.phone, wish.name, wish.details)
    if isinstance(wish, BookHold):
        who = {"name": wish.name, "second": wish.second, "details": wish.details}
        booking = calendar.book_held(wish.hold, wish.phone, now, **who)  # type: ignore[arg-type]
        if (booking.phone, booking.name, booking.details) != mine:
            raise HoldGone
    else:
        ids, start = (wish.procedure, *wish.also), bookable(wish.start)
        who = {"name": wish.name, "people": wish.people, "step": "book", "second": wish.second}
        who["details"] = wish.details
        booking = calendar.book(ids, start, wish.phone, asked.id, now, **who)  # type: ignore[arg-type]
        if (booking.phone, booking.name, booking.details) != mine:
            raise StepReused
    response.headers["Location"] = f"/api/bookings/{booking.number}?office={booking.office_id}"
    return _out(known, booking)


@router.get(
    "/bookings/{number}", responses=problems(404), summary="これからの予約。お名前と電話番号は返しません"
)
def look_up(known: Known, asking: Asking, number: NumberPath, office: Id, phone: Whose = None) -> BookingOut:
    """A booking that stands, without the name and the telephone number."""
    return _out(known, known.calendar(office).look_up(number, phone))


@router.patch(
    "/bookings/{number}",
    responses=problems(400, 404, 409),
    summary="別の時刻に変えます。新しい枠が取れるまで、元の枠は放しません",
)
def change(
    known: Known, asked: Asked, number: NumberPath, office: Id, wish: Change, phone: Whose = None
) -> BookingOut:
    """Moves a booking; the old place is freed once the new one is taken."""
    calendar = known.calendar(office)
    return _out(known, calendar.change(number, phone, bookable(wish.start), known.now(), by=asked.id))


@router.delete("/bookings/{number}", responses=problems(404, 409), summary="取り消します")
def cancel(known: Known, asked: Asked, number: NumberPath, office: Id, phone: Whose = None) -> BookingOut:
    """Cancels a booking."""
    return _out(known, known.calendar(office).cancel(number, phone, known.now(), by=asked.id))


def _out(known: Context, booking: Booking) -> BookingOut:
    why = known.calendar(booking.office_id).affected([booking], known.now()).get(booking.number)
    shut = ShutOut(closure=why.closure_id, name=why.name, reading=why.reading) if why else None
    return BookingOut(
        number=booking.number,
        office=booking.office_id,
        procedure=booking.procedure_id,
        also=list(booking.more_procedure_ids),
        start=booking.start,
        end=booking.end,
        people=booking.people,
        details=dict(booking.details),
        status=booking.status,
        affected_by=shut,
    )
