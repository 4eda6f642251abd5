"""Taking a place: a hold, a booking, a hold that becomes a booking. Each within a transaction at an office."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, update

from calendar_backend import details, ledger, own_place, taken, texts, tokens
from calendar_backend.entry import Entry, by_step, by_token, by_wish, entries
from calendar_backend.errors import HoldGone, NotBookable, PersonLimit, PlaceTaken, SamePerson, StepReused
from calendar_backend.finding import place
from calendar_backend.models import BOOKED, HELD, LIVE, BookingRow
from calendar_backend.own_place import OwnPlace
from calendar_backend.place import Booking, Hold
from calendar_backend.tokyo import TOKYO
from calendar_backend.visit import Taken, Visit
from calendar_backend.work import Work
from numbering import number_or_none

HOLD = timedelta(minutes=5)

OVER = datetime(2000, 1, 1, tzinfo=TOKYO)
"""A ticket until then keeps others away as long as the transaction lasts."""

_CONFIRM = (
    update(BookingRow)
    .where(BookingRow.id == bindparam("of"), BookingRow.status == HELD)
    .values(status=BOOKED, number=bindparam("drawn"), phone=bindparam("whose"), name=bindparam("called"))
    .values(details=bindparam("answered"), held_until=None)
)


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks."""

    id: str
    """A call, or another client of the calendar; empty: nobody who could ask again."""

    step: str = ""
    """The client's own name for this request: asked again, it gets the same answer."""

    is_clerk: bool = False
    """Clerks are not bound by lead, horizon and the limits for residents."""

    def __post_init__(self) -> None:
        """Raises BadWish."""
        texts.check(client=self.id, step=self.step)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose booking it is."""

    phone: str
    """E.164, or empty when withheld."""

    name: str = ""
    second: bool | None = None
    """True: meant beside other bookings of the number, and the history says so. False: refused where there are such.
    None: nobody was asked."""

    details: Mapping[str, str] = field(default_factory=dict)
    """What was answered to what the office asks besides."""

    @property
    def noted(self) -> dict[str, str]:
        """What the history says of the person."""
        return {"second": "yes"} if self.second else {}

    def __post_init__(self) -> None:
        """Raises BadWish."""
        texts.check(telephone_number=self.phone)
        texts.check_name(self.name)


def hold(
    work: Work,
    visit: Visit,
    start: datetime,
    client: Client,
    length: timedelta = HOLD,
    own: OwnPlace | None = None,
) -> Hold:
    """`own`: what a booking has already for which the visit is held. Raises PlaceTaken, NotBookable, StepReused, Collision,
    Stale."""
    used = work.taken(visit, start.date(), start.date())
    if own is not None:
        used = own_place.without(work, used, own.cells)
    # After the cells: a place seen taken by this very request is then seen as its hold, too.
    if known := _same_step(work, visit, start, client):
        return as_hold(work, known)
    until = work.now + length
    token = tokens.made(work.rng)
    values = {"status": HELD, "token": token, "held_until": until, "phone": "", "name": ""}
    _take(work, visit, start, client, used, values, own)
    return Hold(token, until, place(visit, start.replace(tzinfo=None)), visit.people)


def hold_only(work: Work, visit: Visit, start: datetime, client: Client, instead_of: str = "") -> Hold:
    """The client's one hold; `instead_of`: the number of a booking whose place the visit is to take, of which only what is
    not the booking's own is held. Raises PlaceTaken, NotBookable, Collision, Stale."""
    if (own := own_place.of(work, instead_of)) is not None:
        release_all(work, client.id)
        return hold(work, visit, start, client, own=own)
    kept = None
    for entry in _held_by(work, client.id):
        if kept is None and (entry.procedure_ids, entry.start) == (visit.ids, start) and entry.held(work.now):
            kept = entry
        else:
            drop(work, entry)
    return hold(work, visit, start, client) if kept is None else renew(work, kept.token or "")


def renew(work: Work, token: str) -> Hold:
    """Raises HoldGone."""
    entry = live_hold(work, token)
    until = work.now + HOLD
    mine = (BookingRow.id == entry.id, BookingRow.status == HELD)
    renewed = work.connection.execute(update(BookingRow).where(*mine).values(held_until=until)).rowcount
    visit = work.visit(entry.procedure_ids, entry.people)
    if not renewed or ledger.keep(work.connection, entry.id, until) < visit.cells:
        raise _gone()
    return Hold(token, until, place(visit, entry.start.replace(tzinfo=None)), entry.people)


def release(work: Work, token: str) -> bool:
    """Whether there was such a hold."""
    found = by_token(work.connection, work.office_id, token)
    if found is None or found.status != HELD:
        return False
    drop(work, found)
    return True


def release_all(work: Work, client_id: str) -> int:
    """Releases every hold of a client; how many there were."""
    held = _held_by(work, client_id)
    for entry in held:
        drop(work, entry)
    return len(held)


def _held_by(work: Work, client_id: str) -> list[Entry]:
    mine = (BookingRow.office_id == work.office_id, BookingRow.call_sid == client_id)
    return entries(work.connection, *mine, BookingRow.status == HELD) if client_id else []


def drop(work: Work, entry: Entry) -> None:
    """Removes a hold and frees its place."""
    ledger.let_go(work.connection, entry.id)
    work.connection.execute(delete(BookingRow).where(BookingRow.id == entry.id, BookingRow.status == HELD))


def book(
    work: Work, visit: Visit, start: datetime, visitor: Visitor, client: Client, wanted: str = ""
) -> Booking:
    """`wanted`: the number to have, where it is free.

    Raises PlaceTaken, NotBookable, NumbersExhausted, PersonLimit, SamePerson, StepReused, BadWish, Collision, Stale.
    """
    details.check(work.snapshot.office.rules.asks, visitor.details)
    used = work.taken(visit, start.date(), start.date())
    known = _same_step(work, visit, start, client) if client.step else _same_wish(work, visit, start, client)
    if known is not None:
        return as_booking(work, known) if known.status in LIVE else confirm(work, visit, known, visitor)
    number = ledger.free_number(work.connection, work.office_id, work.now, work.rng, wanted)
    whose = {"phone": visitor.phone, "name": visitor.name, "details": dict(visitor.details)}
    values = {"status": BOOKED, "number": number} | whose
    entry_id = _take(work, visit, start, client, used, values)
    end = visit.end(start)
    if not client.is_clerk:
        count_person(work, entry_id, visitor.phone, end)
    refuse_repeated(work, entry_id, visit, visitor, start)
    noted = {"start": start.isoformat()} | visitor.noted
    ledger.note(work.connection, entry_id, work.now, client.id, BOOKED, **noted)
    return _booked(work, visit, number, start, end, visitor)


def book_held(work: Work, token: str, visitor: Visitor) -> Booking:
    """Raises HoldGone, NotBookable, NumbersExhausted, PersonLimit, SamePerson, BadWish, Collision, Stale."""
    entry = by_token(work.connection, work.office_id, token)
    if entry is not None and entry.status in LIVE:
        return as_booking(work, entry)
    if entry is None or not entry.held(work.now):
        raise _gone()
    visit = work.visit(entry.procedure_ids, entry.people)
    work.check()
    details.check(work.snapshot.office.rules.asks, visitor.details)
    return confirm(work, visit, entry, visitor)


def confirm(work: Work, visit: Visit, entry: Entry, visitor: Visitor) -> Booking:
    """Makes a hold a booking."""
    if refusal := visit.refusal(entry.start.replace(tzinfo=None), by_clerk=True):
        raise NotBookable(refusal.reason, refusal.detail)
    number = ledger.free_number(work.connection, work.office_id, work.now, work.rng)
    given = {"of": entry.id, "drawn": number, "whose": visitor.phone, "called": visitor.name}
    given["answered"] = dict(visitor.details)
    done = work.connection.execute(_CONFIRM, given).rowcount
    if not done or ledger.keep(work.connection, entry.id, None, visit.counted) < visit.cells:
        raise _gone()
    count_person(work, entry.id, visitor.phone, entry.end)
    refuse_repeated(work, entry.id, visit, visitor, entry.start)
    noted = {"start": entry.start.isoformat()} | visitor.noted
    ledger.note(work.connection, entry.id, work.now, entry.call_sid, BOOKED, **noted)
    return _booked(work, visit, number, entry.start, entry.end, visitor)


def _booked(
    work: Work, visit: Visit, number: str, start: datetime, end: datetime, visitor: Visitor
) -> Booking:
    """What was just booked, without asking the database for it."""
    names = (work.snapshot.office.name, visit.procedures[0].name, visitor.name, visit.people, visit.ids[1:])
    more = tuple(procedure.name for procedure in visit.procedures[1:])
    first = (number, work.office_id, visit.ids[0], start, end, BOOKED, visitor.phone)
    return Booking(*first, *names, more, dict(visitor.details))


def live_hold(work: Work, token: str) -> Entry:
    """Raises HoldGone."""
    entry = by_token(work.connection, work.office_id, token)
    if entry is None or not entry.held(work.now):
        raise _gone()
    return entry


def as_hold(work: Work, entry: Entry) -> Hold:
    visit = work.visit(entry.procedure_ids, entry.people)
    return Hold(
        entry.token or "",
        entry.held_until or work.now,
        place(visit, entry.start.replace(tzinfo=None)),
        entry.people,
    )


def as_booking(work: Work, entry: Entry) -> Booking:
    return ledger.one(work.connection, entry.id)


def count_person(work: Work, entry_id: int, phone: str, end: datetime) -> None:
    """Until the visit is over it counts for the telephone number. Raises PersonLimit, Collision."""
    limit = work.snapshot.office.rules.per_person
    if limit is None or not number_or_none(phone):
        return
    scope = taken.person_scope(work.office_id, phone)
    used = taken.tickets(work.connection, scope, scope, work.now).get(scope, set())
    free = next((number for number in range(1, limit + 1) if number not in used), None)
    if free is None or len(used) >= limit:
        raise PersonLimit(f"this telephone number has {limit} bookings, as many as the office allows")
    ledger.seize_ticket(work.connection, entry_id, scope, free, end, work.now)


def refuse_repeated(work: Work, entry_id: int, visit: Visit, visitor: Visitor, start: datetime) -> None:
    """Raises SamePerson where the number has a booking to come, at any office, for one of the procedures or at the same
    time, and no second one is meant; Collision."""
    if visitor.second is not False or not visitor.phone:
        return
    # Another booking of this number that is under way is waited for, and then seen.
    ledger.seize_ticket(work.connection, entry_id, taken.turn_scope(visitor.phone), 1, OVER, work.now)
    mine = (BookingRow.phone == visitor.phone, BookingRow.status.in_(LIVE), BookingRow.end > work.now)
    for other in ledger.bookings(work.connection, *mine, BookingRow.id != entry_id):
        same = not {other.procedure_id, *other.more_procedure_ids}.isdisjoint(visit.ids)
        if same or (other.start < visit.end(start) and start < other.end):
            raise SamePerson("this telephone number has a booking for the same, or at the same time")


def count_day(
    work: Work,
    visit: Visit,
    entry_id: int,
    start: datetime,
    until: datetime | None,
    counted: tuple[str, ...] = (),
) -> None:
    """Raises PlaceTaken when a procedure that is not `counted` yet is booked as often on this day as it may be; Collision."""
    for procedure in visit.procedures:
        if procedure.per_day is None or procedure.id in counted:
            continue
        scope = taken.day_scope(work.snapshot.procedures[procedure.id], start.date())
        used = taken.tickets(work.connection, scope, scope, work.now).get(scope, set())
        free = next((number for number in range(1, procedure.per_day + 1) if number not in used), None)
        if free is None or len(used) >= procedure.per_day:
            raise PlaceTaken(
                f"{procedure.id} is booked {procedure.per_day} times on {start.date()}, the most"
            )
        ledger.seize_ticket(work.connection, entry_id, scope, free, until, work.now)


def _take(
    work: Work,
    visit: Visit,
    start: datetime,
    client: Client,
    used: Taken,
    values: dict[str, Any],
    own: OwnPlace | None = None,
) -> int:
    """The row, its cells and its tickets of the day. Raises NotBookable, PlaceTaken, Collision."""
    local, until = start.replace(tzinfo=None), values.get("held_until")
    if refusal := visit.refusal(local, client.is_clerk or (own is not None and own.holds(visit, start))):
        raise NotBookable(refusal.reason, refusal.detail)
    seats = visit.seats(local, used)
    if seats is None:
        raise PlaceTaken(f"{' + '.join(visit.ids)} at {start.isoformat()} is taken")
    row = {
        "office_id": work.office_id,
        "procedure_id": work.snapshot.procedures[visit.ids[0]],
        "more_procedures": list(visit.ids[1:]),
        "start": start,
        "end": visit.end(start),
        "people": visit.people,
        "call_sid": client.id,
        "step": client.step,
        "created_at": work.now,
    }
    entry_id = ledger.add(work.connection, row | values)
    cells = [cell for cell in work.cells(seats) if own is None or cell not in own.cells]
    ledger.seize(work.connection, entry_id, cells, until, work.now)
    count_day(work, visit, entry_id, start, until, own.counted(start) if own is not None else ())
    return entry_id


def _same_step(work: Work, visit: Visit, start: datetime, client: Client) -> Entry | None:
    """What the client's step has got before. Raises StepReused when that was something else."""
    if not client.step:
        return None
    entry = by_step(work.connection, work.office_id, client.id, client.step)
    if entry is not None and entry.status == HELD and not entry.held(work.now):
        drop(work, entry)
        return None
    if entry is None:
        return None
    wish = (visit.ids, start, visit.people)
    moved = entry.status != HELD and entry.start != start
    if entry.status not in (HELD, *LIVE) or (entry.procedure_ids, entry.start, entry.people) != wish:
        what = "and the booking has been changed since" if moved else "for something else"
        raise StepReused(f"the step {client.step!r} was used before, {what}; use a new one for each request")
    return entry


def _same_wish(work: Work, visit: Visit, start: datetime, client: Client) -> Entry | None:
    """The booking, or else the live hold, that a client without steps has of this very place."""
    if not client.id:
        return None
    mine = by_wish(work.connection, work.office_id, client.id, start)
    found = [entry for entry in mine if entry.procedure_ids == visit.ids]
    booked = [entry for entry in found if entry.status in LIVE]
    return next(iter(booked), None) or next((entry for entry in found if entry.held(work.now)), None)


def _gone() -> HoldGone:
    return HoldGone("there is no such hold any more; look for a free place anew")
