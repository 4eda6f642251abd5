"""A resident keeps a place, where it may be kept, says who comes, reads all of it once more and books."""

from dataclasses import dataclass, replace
from datetime import datetime

from starlette.responses import RedirectResponse, Response

from calendar_backend import (
    BadWish,
    CalendarError,
    DatabaseUnusable,
    Hold,
    HoldGone,
    NotBookable,
    PersonLimit,
    PlaceTaken,
    SamePerson,
)
from calendar_backend.details import NONE
from calendar_backend.place import Booking
from voicebot.console import cookies, which_office
from voicebot.console.ask import Ask, Go, View
from voicebot.console.page import resident_form, resident_page
from voicebot.console.pages.residents import booking
from voicebot.console.residents import keeping, visitor, wish
from voicebot.console.residents import typed as typing
from voicebot.console.residents.typed import Typed
from voicebot.console.residents.wish import Choice


@dataclass(frozen=True)
class Place:
    """The place that a form is about."""

    choice: Choice
    start: datetime
    token: str
    """Of its hold, or what stands in its place where none was made; empty: it was not asked for yet."""

    @property
    def not_kept(self) -> bool:
        """As it might not be; not because its time has run out."""
        return keeping.is_not_kept(self.token)

    @property
    def address(self) -> str:
        """Of the form, to come back to it."""
        return f"/book/you?{self.choice.wish.query(start=f'{self.start:%Y-%m-%dT%H:%M}', hold=self.token)}"


def _asked_for(ask: Ask) -> Place:
    """Of the form that was sent. Raises Refusal."""
    choice = wish.chosen(ask, wish.read(ask.form))
    return Place(choice, which_office.start(ask.form.get("start", "")), ask.form.get("hold", ""))


def kept(ask: Ask) -> View | Response:
    """Keeps a place for five minutes; then the form. A form's answers that come with it are carried on. Buttons of other days
    and months keep nothing."""
    choice = wish.chosen(ask, wish.read(ask.form))
    typed = typing.read(ask, choice.office) if typing.sent(ask) else None
    carried = typed.fields() if typed else None
    if "start" not in ask.form:
        day, month = ask.form.get("day", ""), ask.form.get("month", "")
        return booking.view(ask, choice, month, day, typed=carried)
    place = _asked_for(ask)
    response = Response()
    try:
        place, until = _kept(ask, place, visitor.client(ask, response))
    except (PlaceTaken, NotBookable) as error:
        return booking.view(ask, choice, lost=place.start, complaint=booking.why(error), typed=carried)
    if typed:
        return _form(place, typed, until)
    to_form = RedirectResponse(place.address, 303)
    to_form.raw_headers += [one for one in response.raw_headers if one[0] == b"set-cookie"]
    return to_form


def _kept(ask: Ask, place: Place, client: str) -> tuple[Place, datetime | None]:
    """The place, and until when it is kept; None: it is not, but free. Raises PlaceTaken, NotBookable."""
    choice = place.choice
    if not keeping.admitted(ask, choice, place.start):
        keeping.check_free(choice, place.start, ask.now)
        return replace(place, token=place.token or keeping.not_kept()), None
    ids, people = choice.wish.procedures, choice.wish.people
    hold = ask.service.city.hold_only(
        choice.office.id, ids, place.start, ask.now, client=client, people=people
    )
    return replace(place, token=hold.token), hold.until


def asked(ask: Ask) -> View | Go:
    """The form, as long as the place is kept, or where none was."""
    choice = wish.chosen(ask, wish.read(ask.request.query_params))
    place = Place(choice, which_office.start(ask.query("start")), ask.query("hold"))
    hold = _held(ask, place)
    if hold is not None or place.not_kept:
        nothing = Typed(details=dict.fromkeys(choice.office.rules.asks, NONE))
        return _form(place, nothing, hold.until if hold else None)
    if ask.service.city.booked(place.token):
        return Go(f"/book/mine/{place.token}")
    return booking.view(ask, choice, lost=place.start, complaint="over")


def _held(ask: Ask, place: Place) -> Hold | None:
    """The hold of the form's token, where it is of this very place."""
    found = ask.service.city.held(place.token, ask.now)
    if found is None:
        return None
    office, hold = found
    ids = (hold.place.procedure_id, *hold.place.more_procedure_ids)
    wanted = place.choice.wish
    same = (office, ids, hold.place.start, hold.people) == (
        place.choice.office.id,
        wanted.procedures,
        place.start,
        wanted.people,
    )
    return hold if same else None


def _form(place: Place, typed: Typed, until: datetime | None, status: int = 200) -> View:
    values = {"place": place, "typed": typed, "until": until, "address": place.address}
    return View("residents/book/you.html", values | _when(place), status)


def _when(place: Place) -> dict[str, object]:
    return {"choice": place.choice, "start": place.start, "end": place.start + place.choice.length}


def checked(ask: Ask) -> View | Go:
    """What was typed, with all else once more, to be booked with one button; the place is kept for five minutes more."""
    place = _asked_for(ask)
    typed = typing.read(ask, place.choice.office)
    held = _held(ask, place)
    if held is None and ask.service.city.booked(place.token):
        return Go(f"/book/mine/{place.token}")
    try:
        place, until = _kept_on(ask, place, held)
    except (PlaceTaken, NotBookable) as error:
        return _lost(ask, place, typed, error)
    if typed.wrong or ask.form.get("again"):
        return _form(place, typed, until, 422 if typed.wrong else 200)
    return _read_back(place, typed, until)


def _kept_on(ask: Ask, place: Place, held: Hold | None) -> tuple[Place, datetime | None]:
    """The hold with five minutes more, as it is where that would be too often, or as in `_kept`."""
    if held is None:
        return _kept(ask, place, visitor.client(ask))
    if not keeping.admitted(ask, place.choice, place.start):
        return place, held.until
    try:
        return place, place.choice.calendar.renew(place.token, ask.now).until
    except HoldGone:
        return _kept(ask, place, visitor.client(ask))


def _lost(ask: Ask, place: Place, typed: Typed, error: CalendarError) -> View:
    return booking.view(
        ask, place.choice, lost=place.start, complaint=booking.why(error), typed=typed.fields()
    )


def _read_back(place: Place, typed: Typed, until: datetime | None, complaint: str = "") -> View:
    values = {
        "place": place,
        "typed": typed,
        "until": until,
        "complaint": complaint,
        "address": place.address,
    }
    return View("residents/book/check.html", values | _when(place), 409 if complaint else 200)


def booked(ask: Ask) -> View | Go | Response:
    """The same form sent twice is one booking."""
    place = _asked_for(ask)
    typed = typing.read(ask, place.choice.office)
    if typed.wrong:
        hold = _held(ask, place)
        return _form(place, typed, hold.until if hold else None, 422)
    if ask.service.city.booked(place.token):
        return Go(f"/book/mine/{place.token}")
    visitor.admit_booking(ask)
    hold = _held(ask, place)
    until = hold.until if hold else None
    try:
        made = _book(ask, place, typed, bool(hold))
    except DatabaseUnusable:
        raise
    except CalendarError as error:
        if ask.service.city.booked(place.token):  # the same form, sent at the same moment, was quicker
            return Go(f"/book/mine/{place.token}")
        return _refused(ask, place, typed, until, error)
    ask.service.queues.changed(place.choice.office.id)
    row = place.choice.calendar.record(made.number).id
    response = RedirectResponse(f"/book/mine/{ask.service.city.token(row)}?done=booked", 303)
    cookies.take_back(response, cookies.BOOKER)
    return response


def _refused(
    ask: Ask, place: Place, typed: Typed, until: datetime | None, error: CalendarError
) -> View | Response:
    """The page that says why it could not be booked."""
    match error:
        case SamePerson():
            return _read_back(place, typed, until, "same_person")
        case PersonLimit():
            return _read_back(place, typed, until, "person_limit")
        case PlaceTaken() | NotBookable():
            return _lost(ask, place, typed, error)
        case BadWish():
            return _form(place, typed, until, 422)
    return _read_back(place, typed, until, "not_now")


def _book(ask: Ask, place: Place, typed: Typed, held: bool) -> Booking:
    """The place that is kept; where that has run out, the same place if it is still free, once for this form.

    Raises CalendarError.
    """
    calendar, wanted = place.choice.calendar, place.choice.wish
    who = {"name": typed.name, "second": typed.second, "details": typed.details}
    try:
        if held:
            return calendar.book_held(place.token, typed.number, ask.now, **who)  # type: ignore[arg-type]
    except HoldGone:
        pass
    client = visitor.of_secret(place.token, "late")
    more = {"people": wanted.people, "step": client}
    return calendar.book(
        wanted.procedures,
        place.start,
        typed.number,
        client,
        ask.now,
        **(who | more),  # type: ignore[arg-type]
    )


routes = [
    resident_form("/book/hold", kept),
    resident_page("/book/you", asked),
    resident_form("/book/you", checked),
    resident_form("/book/confirm", booked),
]
