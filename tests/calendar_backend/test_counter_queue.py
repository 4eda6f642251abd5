"""Drawing a ticket, the line at a counter, the desks."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, func, select, text

from calendar_backend import (
    AnotherDay,
    ChangedMeanwhile,
    CounterQueue,
    DatabaseUnusable,
    DeskBusy,
    DeskShut,
    NotBookable,
    OfficeCalendar,
    QueueTicket,
    Reason,
    SeveralBookings,
    StepReused,
    UnknownBooking,
    UnknownTicket,
    load_into,
)
from calendar_backend.database import reading, writing
from calendar_backend.models import BookingRow, CellRow
from calendar_backend.queue_models import ServingTimeRow
from calendar_backend.queue_ticket import SHUT
from tests.calendar_backend.small_office import at, small_office

NOW = at("2026-11-24T10:00")
PHONE = "+81935551234"


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def queue(engine: Engine) -> CounterQueue:
    return CounterQueue(engine, "small")


def draw(queue: CounterQueue, minutes: float = 0, procedure: str = "short") -> QueueTicket:
    return queue.draw(procedure, later(minutes), client="kiosk-1")


def booked_today(calendar: OfficeCalendar, start: str, procedure: str = "short", phone: str = PHONE) -> str:
    booking = calendar.book(procedure, at(f"2026-11-24T{start}"), phone, "CA1", at("2026-11-20T10:00"))
    return booking.number


def cells(engine: Engine) -> list[tuple[int, int]]:
    with reading(engine) as connection:
        return [(lane, slot) for lane, slot in connection.execute(select(CellRow.lane, CellRow.slot))]


def test_who_walks_in_gets_the_next_free_place_of_today(queue: CounterQueue, engine: Engine) -> None:
    first, second = draw(queue), draw(queue)
    assert (first.number, second.number) == (1, 2)
    assert (first.place, second.place) == (at("2026-11-24T10:15"), at("2026-11-24T10:30"))
    assert len(first.token) == 43
    assert first.token != second.token
    assert sorted(cells(engine)) == [(1, 41), (1, 42)]


def test_a_ticket_takes_the_place_from_the_telephone_and_the_other_way_round(
    queue: CounterQueue, engine: Engine
) -> None:
    load_into(engine, small_office(rules={"lead_open_days": 0}))
    calendar = OfficeCalendar(engine, "small")
    calendar.book("short", at("2026-11-24T10:15"), PHONE, "CA1", NOW)
    assert draw(queue).place == at("2026-11-24T10:30")
    assert at("2026-11-24T10:30").time() not in calendar.availability("short", NOW)[0].times


def test_the_same_step_gets_the_same_ticket_and_no_second_place(queue: CounterQueue, engine: Engine) -> None:
    first = queue.draw("short", NOW, client="kiosk-1", step="a")
    assert queue.draw("short", later(3), client="kiosk-1", step="a") == first
    assert queue.draw("short", NOW, client="kiosk-2", step="a").number == 2
    assert len(cells(engine)) == 2
    with pytest.raises(StepReused):
        queue.draw("long", NOW, client="kiosk-1", step="a")


def test_where_no_place_is_left_a_ticket_without_one_is_given(queue: CounterQueue) -> None:
    late = at("2026-11-24T16:50")
    first = queue.draw("short", late, client="kiosk-1")
    second = queue.draw("short", late, client="kiosk-1")
    assert first.has_place
    assert first.place == at("2026-11-24T17:00")
    assert not second.has_place
    assert second.place is None
    queue.open_desk("desk", 1, late, by="a")
    assert [t.number for t in queue.line("desk", late)] == [1, 2]


def test_after_the_counter_has_closed_no_ticket_is_given(queue: CounterQueue) -> None:
    with pytest.raises(NotBookable) as refused:
        queue.draw("short", at("2026-11-24T17:15"), client="kiosk-1")
    assert refused.value.reason is Reason.OUTSIDE_HOURS
    with pytest.raises(NotBookable) as refused:
        queue.draw("short", at("2026-11-23T10:00"), client="kiosk-1")
    assert refused.value.reason is Reason.CLOSED


def test_numbers_begin_again_every_day(queue: CounterQueue) -> None:
    draw(queue)
    assert queue.draw("short", at("2026-11-25T09:00"), client="kiosk-1").number == 1


def test_a_booking_checks_in_by_its_number_once(queue: CounterQueue, calendar: OfficeCalendar) -> None:
    number = booked_today(calendar, "10:30")
    draw(queue)
    ticket = queue.check_in(NOW, client="kiosk-1", number=number)
    assert (ticket.number, ticket.origin, ticket.place) == (2, "booking", at("2026-11-24T10:30"))
    assert queue.check_in(later(1), client="kiosk-2", number=number) == ticket


def test_a_booking_checks_in_by_the_end_of_its_telephone_number(
    queue: CounterQueue, calendar: OfficeCalendar
) -> None:
    booked_today(calendar, "10:30")
    booked_today(calendar, "11:00", "both")
    with pytest.raises(SeveralBookings) as several:
        queue.check_in(NOW, client="kiosk-1", phone_end="1234")
    assert several.value.starts == (at("2026-11-24T10:30"), at("2026-11-24T11:00"))
    start = several.value.starts[1].time()
    assert queue.check_in(NOW, client="kiosk-1", phone_end="1234", start=start).counter_id == "wide"
    for wrong in ("123", "12a4", "9999", ""):
        with pytest.raises(UnknownBooking):
            queue.check_in(NOW, client="kiosk-1", phone_end=wrong)


def test_a_booking_that_was_held_checks_in_by_its_token(queue: CounterQueue, engine: Engine) -> None:
    load_into(engine, small_office(rules={"lead_open_days": 0}))
    calendar = OfficeCalendar(engine, "small")
    held = calendar.hold("short", at("2026-11-24T11:00"), NOW, client="web")
    calendar.book_held(held.token, PHONE, NOW)
    assert queue.check_in(NOW, client="kiosk-1", token=held.token).place == at("2026-11-24T11:00")


def test_a_booking_of_another_day_is_told_its_day(queue: CounterQueue, calendar: OfficeCalendar) -> None:
    number = calendar.book("short", at("2026-12-04T10:00"), "", "CA1", NOW).number
    with pytest.raises(AnotherDay) as other:
        queue.check_in(NOW, client="kiosk-1", number=number)
    assert other.value.start == at("2026-12-04T10:00")
    calendar.cancel(number, None, NOW)
    with pytest.raises(UnknownBooking):
        queue.check_in(NOW, client="kiosk-1", number=number)


def test_a_booking_is_called_at_its_time_and_walk_ins_between(
    queue: CounterQueue, calendar: OfficeCalendar
) -> None:
    number = booked_today(calendar, "10:30")
    walk_ins = [draw(queue, n).number for n in range(3)]
    booking = queue.check_in(later(3), client="kiosk-1", number=number)
    queue.open_desk("desk", 1, NOW, by="a")
    called = []
    for minutes in (5, 27, 40, 50):
        ticket = queue.call_next("desk", 1, later(minutes), by="a")
        assert ticket is not None
        called.append(ticket.number)
        queue.done("desk", 1, later(minutes + 1), by="a")
    assert called == [walk_ins[0], booking.number, walk_ins[1], walk_ins[2]]
    assert queue.call_next("desk", 1, later(60), by="a") is None


def test_who_is_late_waits_behind_those_who_are_there(queue: CounterQueue, calendar: OfficeCalendar) -> None:
    on_time, late = booked_today(calendar, "10:15"), booked_today(calendar, "10:30", phone="+81935550002")
    first = draw(queue, 15)
    good = queue.check_in(later(20), client="kiosk-1", number=on_time)
    second = draw(queue, 30)
    lost = queue.check_in(later(35.1), client="kiosk-1", number=late)
    assert (good.late, lost.late) == (False, True)
    order = [ticket.number for ticket in queue.line("desk", later(36))]
    assert order == [good.number, first.number, second.number, lost.number]


def test_a_served_visit_is_done_and_what_is_left_of_its_place_is_free(
    queue: CounterQueue, calendar: OfficeCalendar, engine: Engine
) -> None:
    number = booked_today(calendar, "10:30", "long")
    queue.check_in(later(25), client="kiosk-1", number=number)
    queue.open_desk("desk", 1, NOW, by="a")
    assert queue.call_next("desk", 1, later(30), by="a").state == "called"  # type: ignore[union-attr]
    assert queue.serving("desk", 1, later(31), by="a").state == "serving"
    ended = queue.done("desk", 1, later(41), by="a")
    assert (ended.state, ended.began, ended.ended) == ("done", later(31), later(41))
    assert cells(engine) == [(1, 42)]
    assert calendar.bookings()[0].status == "came"
    assert [h.action for h in calendar.history(number)[0]] == ["booked", "came"]
    assert draw(queue, 41).place == at("2026-11-24T10:45")
    assert [one.action for one in queue.history(ended.number, NOW)] == ["came", "called", "serving", "done"]


def test_who_did_not_come_gives_the_place_back_and_may_come_again(
    queue: CounterQueue, calendar: OfficeCalendar
) -> None:
    number = booked_today(calendar, "10:30", "long")
    queue.check_in(later(25), client="kiosk-1", number=number)
    queue.open_desk("desk", 1, NOW, by="a")
    queue.call_next("desk", 1, later(26), by="a")
    assert queue.call_again("desk", 1, later(27), by="a").calls == 2
    assert queue.did_not_come("desk", 1, later(28), by="a").state == "did_not_come"
    assert calendar.bookings()[0].status == "did_not_come"
    other = draw(queue, 29)
    back = queue.check_in(later(30), client="kiosk-1", number=number)
    assert (back.state, back.late) == ("waiting", True)
    assert calendar.bookings()[0].status == "booked"
    assert [ticket.number for ticket in queue.line("desk", later(31))] == [other.number, back.number]
    queue.call_next("desk", 1, later(31), by="a")
    queue.did_not_come("desk", 1, later(32), by="a")
    assert [t.number for t in queue.line("desk", later(33))] == [back.number]
    assert queue.come_back(other.number, later(34), by="a").state == "waiting"
    assert [t.number for t in queue.line("desk", later(35))] == [back.number, other.number]


def test_a_desk_that_has_somebody_gets_the_same_ticket_again(queue: CounterQueue) -> None:
    draw(queue)
    draw(queue)
    queue.open_desk("desk", 1, NOW, by="a")
    first = queue.call_next("desk", 1, later(1), by="a")
    assert queue.call_next("desk", 1, later(1), by="a") == first
    with pytest.raises(DeskBusy):
        queue.close_desk("desk", 1, later(2), by="a")


def test_a_desk_that_is_closed_or_pauses_calls_nobody(queue: CounterQueue) -> None:
    draw(queue)
    for do in (queue.pause_desk, queue.close_desk):
        do("desk", 1, NOW, by="a")
        with pytest.raises(DeskShut):
            queue.call_next("desk", 1, NOW, by="a")
    with pytest.raises(DeskShut):
        queue.call_next("desk", 2, NOW, by="a")
    queue.open_desk("desk", 1, NOW, by="b")
    assert [(d.number, d.state, d.by) for d in queue.desks(NOW)] == [(1, "open", "b")]
    with pytest.raises(UnknownTicket):
        queue.done("desk", 1, NOW, by="b")


def test_sent_on_somebody_waits_before_those_who_came_later(queue: CounterQueue, engine: Engine) -> None:
    first = draw(queue)
    others = [draw(queue, n, "both") for n in (1, 2)]
    queue.open_desk("desk", 1, NOW, by="a")
    queue.call_next("desk", 1, later(3), by="a")
    sent = queue.send_on("desk", 1, "wide", later(9), by="a")
    assert (sent.state, sent.counter_id, sent.desk, sent.joined) == ("waiting", "wide", None, later(9))
    assert [t.number for t in queue.line("wide", later(9))] == [first.number, *(t.number for t in others)]
    assert queue.line("desk", later(9)) == []
    queue.open_desk("wide", 1, NOW, by="b")
    queue.call_next("wide", 1, later(10), by="b")
    queue.done("wide", 1, later(20), by="b")
    with reading(engine) as connection:
        assert connection.scalar(select(func.count()).select_from(ServingTimeRow)) == 2


def test_a_visit_at_two_counters_goes_on_at_the_second(queue: CounterQueue) -> None:
    ticket = queue.draw(["short", "both"], NOW, client="kiosk-1")
    for counter in ("desk", "wide"):
        queue.open_desk(counter, 1, NOW, by="a")
    queue.call_next("desk", 1, later(15), by="a")
    onward = queue.done("desk", 1, later(25), by="a")
    assert (onward.state, onward.counter_id, onward.place) == ("waiting", "wide", at("2026-11-24T10:30"))
    assert queue.call_next("wide", 1, later(31), by="a").number == ticket.number  # type: ignore[union-attr]
    assert queue.done("wide", 1, later(50), by="a").state == "done"


def test_who_leaves_gives_the_place_back(queue: CounterQueue, engine: Engine) -> None:
    ticket = draw(queue)
    assert queue.leave(ticket.number, later(1), by="phone").state == "left"
    assert cells(engine) == []
    assert queue.leave(ticket.number, later(2), by="phone").ended == later(1)
    assert draw(queue, 2).place == at("2026-11-24T10:15")
    queue.open_desk("desk", 1, NOW, by="a")
    queue.call_next("desk", 1, later(3), by="a")
    queue.serving("desk", 1, later(3), by="a")
    with pytest.raises(ChangedMeanwhile):
        queue.leave(2, later(4), by="phone")


def test_a_booking_cancelled_while_it_waits_is_not_called(
    queue: CounterQueue, calendar: OfficeCalendar
) -> None:
    number = booked_today(calendar, "10:30")
    ticket = queue.check_in(NOW, client="kiosk-1", number=number)
    other = draw(queue, 1)
    calendar.cancel(number, None, later(2))
    assert queue.numbered(ticket.number, later(2)).state == "gone"
    queue.open_desk("desk", 1, NOW, by="a")
    assert queue.call_next("desk", 1, later(28), by="a").number == other.number  # type: ignore[union-attr]
    assert queue.numbered(ticket.number, later(28)).state == "left"


def test_a_booking_cancelled_while_it_is_called_is_served_if_somebody_comes(
    queue: CounterQueue, calendar: OfficeCalendar
) -> None:
    number = booked_today(calendar, "10:30")
    queue.check_in(NOW, client="kiosk-1", number=number)
    queue.open_desk("desk", 1, NOW, by="a")
    queue.call_next("desk", 1, later(1), by="a")
    calendar.cancel(number, None, later(2))
    assert not queue.serving("desk", 1, later(3), by="a").booking_stands
    assert queue.done("desk", 1, later(9), by="a").state == "done"
    assert calendar.bookings()[0].status == "cancelled"


def test_at_a_counter_that_is_shut_in_mid_queue_all_are_told_and_nobody_is_called(
    queue: CounterQueue, calendar: OfficeCalendar
) -> None:
    tickets = [draw(queue, n) for n in range(2)]
    queue.open_desk("desk", 1, NOW, by="a")
    closure, to_phone = calendar.close(date(2026, 11, 24), "台風", "たいふう", later(5), by="clerk")
    assert to_phone == []
    assert [queue.ticket(t.token, later(6)).state for t in tickets] == [SHUT, SHUT]
    assert [t.state for t in queue.line("desk", later(6))] == [SHUT, SHUT]
    for do in (
        lambda: queue.call_next("desk", 1, later(6), by="a"),
        lambda: queue.draw("short", later(6), client="kiosk-1"),
    ):
        with pytest.raises(NotBookable) as refused:
            do()
        assert (refused.value.reason, refused.value.detail) == (Reason.CLOSED, "台風")
    calendar.reopen(closure.id, later(7), by="clerk")
    assert queue.call_next("desk", 1, later(8), by="a").number == 1  # type: ignore[union-attr]


def test_moments_never_go_back_when_a_clock_does(queue: CounterQueue) -> None:
    ticket = draw(queue, 60)
    queue.open_desk("desk", 1, NOW, by="a")
    called = queue.call_next("desk", 1, NOW, by="a")
    assert called is not None
    assert called.called == ticket.drawn == later(60)
    ended = queue.done("desk", 1, later(2), by="a")
    assert (ended.began, ended.ended) == (later(60), later(60))


def test_nothing_of_a_person_stands_in_the_history(
    queue: CounterQueue, calendar: OfficeCalendar, engine: Engine
) -> None:
    number = booked_today(calendar, "10:30")
    queue.check_in(NOW, client="kiosk-1", number=number)
    with reading(engine) as connection:
        for table in ("queue_history", "queue_tickets"):
            rows = connection.execute(text(f"select * from {table}")).all()
            assert rows
            assert PHONE not in repr(rows)
            assert "5551234" not in repr(rows)


@pytest.mark.parametrize("change", ["update queue_history set actor = 'nobody'", "delete from queue_history"])
def test_the_history_of_the_line_cannot_be_changed(queue: CounterQueue, engine: Engine, change: str) -> None:
    draw(queue)
    with pytest.raises(DatabaseUnusable), writing(engine) as connection:
        connection.execute(text(change))
    assert [one.action for one in queue.history(1, NOW)] == ["drawn"]


def test_the_pulse_moves_with_every_change(queue: CounterQueue) -> None:
    seen = [queue.pulse()]
    draw(queue)
    seen.append(queue.pulse())
    queue.open_desk("desk", 1, NOW, by="a")
    seen.append(queue.pulse())
    assert sorted(set(seen)) == seen


def test_a_walk_in_has_a_booking_that_the_telephone_sees(queue: CounterQueue, engine: Engine) -> None:
    draw(queue)
    with reading(engine) as connection:
        row = connection.execute(select(BookingRow.status, BookingRow.call_sid, BookingRow.phone)).one()
    assert row == ("booked", "ticket:2026-11-24:1", "")


def test_who_was_left_at_a_desk_overnight_is_settled_the_next_morning(queue: CounterQueue) -> None:
    draw(queue)
    queue.open_desk("desk", 1, NOW, by="a")
    queue.call_next("desk", 1, NOW, by="a")
    morning = at("2026-11-25T08:40")
    left = queue.call_next("desk", 1, morning, by="a")
    assert left is not None
    assert left.day == date(2026, 11, 24)
    assert queue.done("desk", 1, morning, by="a").state == "done"
    assert queue.call_next("desk", 1, morning, by="a") is None


def test_a_token_that_is_nobodys_opens_nothing(queue: CounterQueue) -> None:
    ticket = draw(queue)
    assert queue.ticket(ticket.token, NOW).number == ticket.number
    for wrong in ("", "x" * 43, "\0", ticket.token[:-1]):
        with pytest.raises(UnknownTicket):
            queue.ticket(wrong, NOW)
    for number in (0, -1, 2, 10**12):
        with pytest.raises(UnknownTicket):
            queue.numbered(number, NOW)


def test_two_offices_have_lines_of_their_own(queue: CounterQueue, engine: Engine) -> None:
    load_into(engine, small_office(id="other"))
    other = CounterQueue(engine, "other")
    ticket = draw(queue)
    assert other.draw("short", NOW, client="kiosk-9").number == 1
    with pytest.raises(UnknownTicket):
        other.ticket(ticket.token, NOW)
    other.open_desk("desk", 1, NOW, by="a")
    assert queue.desks(NOW) == []


def test_whoever_checks_in_for_a_counter_that_is_shut_is_told(
    queue: CounterQueue, calendar: OfficeCalendar
) -> None:
    number = booked_today(calendar, "10:30")
    calendar.close(date(2026, 11, 24), "台風", "たいふう", NOW, by="clerk", counter_id="desk")
    with pytest.raises(NotBookable):
        queue.check_in(NOW, client="kiosk-1", number=number)
