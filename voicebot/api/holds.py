"""Places kept for somebody who has not said yes yet."""

from typing import Annotated

from fastapi import APIRouter, Path

from calendar_backend.errors import HoldGone
from calendar_backend.place import Hold
from voicebot.api.bodies import HoldOut, Id, Place, Token
from voicebot.api.context import Asking, Known
from voicebot.api.described import problems
from voicebot.api.key import Asked
from voicebot.api.moments import bookable

router = APIRouter(tags=["holds"])

HoldPath = Annotated[Token, Path(description="POST /api/holds が返した hold")]


@router.post("/holds", status_code=201, responses=problems(400, 404, 409), summary="5分間、枠を押さえます")
def hold(known: Known, asked: Asked, wish: Place) -> HoldOut:
    """Keeps a place for five minutes."""
    kept = known.calendar(wish.office).hold(
        (wish.procedure, *wish.also),
        bookable(wish.start),
        known.now(),
        client=asked.id,
        step="hold",
        people=wish.people,
    )
    return _out(wish.office, kept)


@router.put("/holds/{hold}", responses=problems(404, 410), summary="今からまた5分間、押さえ続けます")
def renew(known: Known, asking: Asking, hold: HoldPath, office: Id) -> HoldOut:
    """Keeps it for five minutes from now."""
    return _out(office, known.calendar(office).renew(hold, known.now()))


@router.delete(
    "/holds/{hold}", status_code=204, responses=problems(404, 410), summary="押さえた枠をすぐに放します"
)
def release(known: Known, asking: Asking, hold: HoldPath, office: Id) -> None:
    """Frees it at once."""
    if not known.calendar(office).release(hold, known.now()):
        raise HoldGone


def _out(office: str, kept: Hold) -> HoldOut:
    return HoldOut(
        hold=kept.token,
        expires_at=kept.until,
        office=office,
        procedure=kept.place.procedure_id,
        also=list(kept.place.more_procedure_ids),
        start=kept.place.start,
        end=kept.place.end,
        people=kept.people,
    )
