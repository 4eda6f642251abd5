"""Cancelling, moving and asking for a booking over the wire, in the real book."""

import json
from datetime import date, time

from calendar_backend import OfficeCalendar, load_into
from nlu.hypothesis import Hypothesis
from tests.telephony.wire_phone import Line, Phone, speech

YES = (Hypothesis("はい", 0.95),)
STRANGER = "+81935559999"


async def booked(line: Line) -> str:
    """The number of a booking for 2 December, 14:00."""
    phone = await line.phone().dial()
    await phone.to_the_read_back()
    await phone.hears("confirm")
    await phone.presses("1")
    await phone.wants_nothing_else()
    return str(line.service.calls[phone.sid].state.number)


async def asking(line: Line, wish: str, caller: str = "+81935551234") -> Phone:
    line.ears.script[:] = [(Hypothesis(wish, 0.95),), YES, YES]
    phone = await line.phone(caller).dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("slot_by_slot_1"))
    return phone


def rows(line: Line) -> list[tuple[str, str, str]]:
    service = line.service
    bookings = OfficeCalendar(service.engine, service.office.id).bookings()
    return [(b.number, b.status, f"{b.start:%m-%d %H:%M}") for b in bookings]


async def test_a_booking_is_cancelled_on_a_yes(line: Line):
    number = await booked(line)
    phone = await asking(line, "予約を取り消したいのですが")
    await phone.hears("cancel_confirm")
    await phone.says(speech())
    await phone.hears("cancelled")
    await phone.wants_nothing_else()
    assert rows(line) == [(number, "cancelled", "12-02 14:00")]
    outcome = json.loads((line.record(phone) / "outcome.json").read_text("utf-8"))
    assert outcome["outcome"] == "cancelled"
    assert outcome["booking"]["number"] == number


async def test_a_booking_is_moved_on_a_yes_and_keeps_its_number(line: Line):
    number = await booked(line)
    phone = await asking(line, "予約の日を変更したいのですが")
    await phone.hears("ask_date")
    await phone.presses("1203")
    await phone.hears("ask_time")
    await phone.presses("1000")
    await phone.hears("confirm_change")
    await phone.presses("1")
    await phone.hears("changed")
    await phone.wants_nothing_else()
    assert rows(line) == [(number, "changed", "12-03 10:00")]


async def test_somebody_else_s_number_finds_nothing(line: Line):
    number = await booked(line)
    phone = await asking(line, "予約を取り消したいのですが", STRANGER)
    await phone.hears("no_bookings")
    await phone.hears_out()
    assert rows(line) == [(number, "booked", "12-02 14:00")]
    assert number not in str(line.service.calls[phone.sid].turns)


async def test_what_is_booked_is_told(line: Line):
    await booked(line)
    phone = await asking(line, "予約を確認したいのですが")
    await phone.hears("booking_is")
    await phone.wants_nothing_else()
    assert "12月2日" in str(line.service.calls[phone.sid].turns)


async def test_a_day_that_is_closed_while_the_service_runs_is_told_in_the_next_call_and_the_booking_moved(
    line: Line,
):
    number = await booked(line)
    calendar = OfficeCalendar(line.service.engine, line.service.office.id)
    closure, _ = calendar.close(date(2026, 12, 2), "台風", "たいふう", line.service.clock.now(), by="clerk")
    phone = await line.phone().dial()
    await phone.hears("booking_closed")
    await phone.hears("ask_move")
    await phone.presses("1")
    await phone.hears("offer_3")
    await phone.presses("1")
    await phone.hears("confirm_change")
    await phone.presses("1")
    await phone.hears("changed")
    await phone.wants_nothing_else()
    ((moved, status, start),) = rows(line)
    assert (moved, status) == (number, "changed")
    assert start != "12-02 14:00"
    assert [callback.state for callback in calendar.callbacks()] == ["dropped"]
    calendar.reopen(closure.id, line.service.clock.now(), by="clerk")
    again = await line.phone().dial()
    await again.hears("ask_procedure")
    assert "booking_closed" not in again.heard
    await again.hangs_up()


async def test_hours_of_an_office_loaded_while_the_service_runs_are_told_in_the_next_call(line: Line):
    office = OfficeCalendar(line.service.engine, line.service.office.id).office
    first = office.counters[1]
    hours = tuple(span.model_copy(update={"close": time(16)}) for span in first.hours)
    changed = first.model_copy(update={"hours": hours})
    counters = (office.counters[0], changed, *office.counters[2:])
    load_into(line.service.engine, office.model_copy(update={"counters": counters}))
    line.ears.script[:] = [(Hypothesis("住民票の窓口は何時までですか", 0.95),)]
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.says(speech("slot_by_slot_1"))
    await phone.hears("hours")
    assert "午後4時まで" in str(line.service.calls[phone.sid].turns)
    await phone.hangs_up()
