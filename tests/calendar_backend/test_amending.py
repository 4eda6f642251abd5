"""Changes of an office's data: who made them, what they do, and how they are taken back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into
from calendar_backend.amending import FILE, PAGE, START, amend, change, changes, load, load_at_start, undone
from calendar_backend.closure import Closure
from calendar_backend.effect import concerned, effect
from calendar_backend.errors import ChangedMeanwhile, Collision, OfficeInUse, UnknownEntry, UnknownProcedure
from calendar_backend.office_diff import Conflict, differences, put_back
from calendar_backend.office_file import checked
from calendar_backend.office_plain import plain, stored
from tests.calendar_backend.small_office import NOW, at, small_office

SMALL = small_office()


def named(name: str, **more: object):
    return small_office(name=name, **more)


def counters(**desk: object) -> list[dict[str, object]]:
    one, other = plain(SMALL)["counters"]
    return [one | desk, other]


def test_a_change_is_in_the_history_with_who_and_what_was_before(engine: Engine, calendar: OfficeCalendar):
    made = amend(engine, named("新しい名前"), calendar.snapshot.revision, NOW, "hana")
    (found,) = changes(engine, "small")
    assert found == change(engine, "small", made)
    assert (found.by, found.source, found.at) == ("hana", PAGE, NOW)
    assert (found.before, found.after) == (SMALL, named("新しい名前"))
    calendar.refresh()
    assert calendar.office.name == "新しい名前"


def test_the_second_of_two_changes_of_one_revision_is_refused(engine: Engine, calendar: OfficeCalendar):
    amend(engine, named("一人目"), calendar.snapshot.revision, NOW, "hana")
    with pytest.raises(ChangedMeanwhile):
        amend(engine, named("二人目"), calendar.snapshot.revision, NOW, "taro")
    assert [found.by for found in changes(engine, "small")] == ["hana"]


def test_of_many_who_change_one_revision_at_once_one_is_first(engine: Engine, calendar: OfficeCalendar):
    revision = calendar.snapshot.revision

    def change_it(n: int) -> bool:
        try:
            amend(engine, named(f"名{n}"), revision, NOW, f"clerk{n}")
        except (ChangedMeanwhile, Collision):
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(change_it, range(12))) == 1
    assert len(changes(engine, "small")) == 1


def test_a_booking_and_the_removal_of_its_procedure_do_not_both_happen(
    engine: Engine, calendar: OfficeCalendar
):
    revision = calendar.snapshot.revision
    left = stored(plain(SMALL) | {"procedures": plain(SMALL)["procedures"][:2]})

    def remove() -> bool:
        try:
            amend(engine, left, revision, NOW, "hana")
        except (OfficeInUse, Collision):
            return False
        return True

    def book() -> bool:
        try:
            OfficeCalendar(engine, "small").book("both", at("2026-12-04T10:00"), "", "CA1", NOW)
        except UnknownProcedure:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        removed, booked = pool.submit(remove), pool.submit(book)
    assert removed.result() != booked.result()


def test_a_closure_makes_a_change_that_was_thought_of_before_it_stale(
    engine: Engine, calendar: OfficeCalendar
):
    revision = calendar.snapshot.revision
    calendar.close(date(2026, 12, 4), "台風", "たいふう", NOW, by="hana")
    with pytest.raises(ChangedMeanwhile):
        amend(engine, named("名"), revision, NOW, "taro")


@pytest.mark.parametrize("gone", ["counter", "procedure"])
def test_what_has_bookings_to_come_cannot_go(engine: Engine, calendar: OfficeCalendar, gone: str):
    booking = calendar.book("both", at("2026-12-04T10:00"), "+81935551234", "CA1", NOW)
    left = plain(SMALL)
    left["procedures"] = [p for p in left["procedures"] if p["id"] != "both"]
    if gone == "counter":
        left["counters"] = left["counters"][:1]
    office = stored(left)
    assert [visit.booking.number for visit in effect(engine, office, NOW).leaving] == [booking.number]
    with pytest.raises(OfficeInUse) as refused:
        amend(engine, office, calendar.snapshot.revision, NOW, "hana")
    assert refused.value.numbers == (booking.number,)
    calendar.cancel(booking.number, None, NOW)
    assert amend(engine, office, calendar.snapshot.revision, NOW, "hana")


def test_a_second_procedure_of_a_visit_cannot_go_either(engine: Engine, calendar: OfficeCalendar):
    calendar.book(("short", "both"), at("2026-12-04T10:00"), "", "CA1", NOW)
    office = stored(plain(SMALL) | {"procedures": plain(SMALL)["procedures"][:2]})
    with pytest.raises(OfficeInUse):
        amend(engine, office, calendar.snapshot.revision, NOW, "hana")


def test_visits_gone_by_keep_nothing(engine: Engine, calendar: OfficeCalendar):
    calendar.book("both", at("2026-12-04T10:00"), "", "CA1", NOW)
    office = stored(plain(SMALL) | {"procedures": plain(SMALL)["procedures"][:2]})
    assert amend(engine, office, calendar.snapshot.revision, at("2026-12-04T11:00"), "hana")


# The file that a program starts with


def test_the_file_is_loaded_at_the_first_start_and_when_it_has_changed(engine: Engine):
    assert load_at_start(engine, named("別の名前"), NOW, "serve")
    assert load_at_start(engine, named("また別の名前"), NOW, "serve")
    assert OfficeCalendar(engine, "small").office.name == "また別の名前"
    assert [found.source for found in changes(engine, "small")] == [START, START]


def test_a_restart_does_not_undo_what_was_changed_at_a_page(engine: Engine, calendar: OfficeCalendar):
    load_at_start(engine, SMALL, NOW, "serve")
    amend(engine, named("画面の名前"), calendar.snapshot.revision, NOW, "hana")
    assert not load_at_start(engine, SMALL, NOW, "serve")
    assert not load_at_start(engine, named("ファイルの名前"), NOW, "serve")
    assert OfficeCalendar(engine, "small").office.name == "画面の名前"


def test_once_the_file_says_what_the_page_made_it_leads_again(engine: Engine, calendar: OfficeCalendar):
    amend(engine, named("画面の名前"), calendar.snapshot.revision, NOW, "hana")
    assert load_at_start(engine, named("画面の名前"), NOW, "serve")
    assert load_at_start(engine, named("ファイルの名前"), NOW, "serve")
    assert OfficeCalendar(engine, "small").office.name == "ファイルの名前"


def test_a_file_that_is_loaded_on_purpose_goes_before_the_page(engine: Engine, calendar: OfficeCalendar):
    amend(engine, named("画面の名前"), calendar.snapshot.revision, NOW, "hana")
    assert load(engine, named("ファイルの名前"), NOW, "office load", FILE)
    assert not load(engine, named("ファイルの名前"), NOW, "office load", FILE)
    assert OfficeCalendar(engine, "small").office.name == "ファイルの名前"
    assert [found.source for found in changes(engine, "small")] == [FILE, PAGE]


def test_a_new_office_has_a_first_line_in_its_history(engine: Engine):
    load(engine, small_office(id="other"), NOW, "office load", FILE)
    (found,) = changes(engine, "other")
    assert found.before is None


def test_the_history_is_read_in_pages_and_by_office(engine: Engine, calendar: OfficeCalendar):
    for n in range(5):
        calendar.refresh()
        amend(engine, named(f"名{n}"), calendar.snapshot.revision, NOW, "hana")
    newest = changes(engine, "small", most=2)
    assert [found.after.name for found in newest] == ["名4", "名3"]
    assert [found.after.name for found in changes(engine, "small", newest[-1].id)] == ["名2", "名1", "名0"]
    with pytest.raises(UnknownEntry):
        change(engine, "other", newest[0].id)


# What is different, and taking it back


def test_what_differs_is_named_thing_by_thing():
    hours = [{"days": "月", "open": "9:00", "close": "12:00"}]
    closed = {"date": "2027-02-08", "name": "点検", "reading": "てんけん"}
    after = small_office(
        phone="+81935551234", rules={"horizon_days": 30}, counters=counters(hours=hours), closed=[closed]
    )
    found = {one.path[:3]: (one.before, one.after) for one in differences(SMALL, after)}
    assert found.pop(("phone",)) == ("+81930000001", "+81935551234")
    assert found.pop(("rules", "horizon_days")) == (None, 30)
    assert found.pop(("counters", "desk", "hours"))[1] == hours
    ((path, pair),) = found.items()
    assert path[0] == "closed"
    assert pair == (None, closed)
    assert differences(after, after) == []


def test_a_change_is_taken_back_beside_later_ones():
    renamed = named("新しい名前")
    later = named("新しい名前", counters=counters(capacity=5))
    assert stored(put_back(later, SMALL, renamed)) == small_office(counters=counters(capacity=5))


@pytest.mark.parametrize("field", ["capacity", "name", "hours"])
def test_what_has_changed_again_is_not_taken_back(field: str):
    values = {
        "capacity": (3, 4),
        "name": ("い", "ろ"),
        "hours": tuple([{"days": day, "open": "9:00", "close": "10:00"}] for day in "月火"),
    }
    first, second = (small_office(counters=counters(**{field: value})) for value in values[field])
    with pytest.raises(Conflict) as refused:
        put_back(second, SMALL, first)
    assert refused.value.paths == (("counters", "desk", field),)


def test_a_procedure_that_went_comes_back_in_its_place():
    procedures = plain(SMALL)["procedures"]
    without = small_office(procedures=[procedures[0], procedures[2]])
    assert stored(put_back(without, SMALL, without)) == SMALL
    more = small_office(procedures=[procedures[0], procedures[2] | {"duration_minutes": 45}])
    back = stored(put_back(more, SMALL, without))
    assert [(p.id, p.duration_minutes) for p in back.procedures] == [
        ("short", 15),
        ("long", 40),
        ("both", 45),
    ]


def test_taking_back_a_counter_that_is_used_by_now_makes_an_office_with_complaints():
    third = plain(SMALL)["counters"][0] | {"id": "third"}
    more = small_office(counters=[*plain(SMALL)["counters"], third])
    moved = plain(more)["procedures"]
    moved[0] = moved[0] | {"counter": "third"}
    now = small_office(counters=plain(more)["counters"], procedures=moved)
    _, wrong = checked(put_back(now, SMALL, more))
    assert [one.path for one in wrong] == [("procedures", 0, "counter")]


def test_orders_rows_and_rules_go_back_too():
    closed = [{"date": f"2027-02-0{n}", "name": "点検", "reading": "てんけん"} for n in (8, 9)]
    one = small_office(
        closed=closed[:1], rules={"per_person": 2, "year_end": {"from": "12-28", "to": "01-04"}}
    )
    parts = plain(one)["procedures"]
    other = small_office(closed=closed[1:], procedures=parts[::-1], rules={"cut_off": "15:00"})
    assert stored(put_back(other, one, other)) == one


def test_who_took_a_change_back_is_known(engine: Engine, calendar: OfficeCalendar):
    first = amend(engine, named("新しい名前"), calendar.snapshot.revision, NOW, "hana")
    calendar.refresh()
    second = amend(engine, SMALL, calendar.snapshot.revision, NOW, "taro", undoes=first)
    assert undone(engine, "small", [first, second]) == {first: second}


# Effects


def test_fewer_hours_take_free_places_and_leave_visits_outside(engine: Engine, calendar: OfficeCalendar):
    booking = calendar.book("short", at("2026-11-25T16:30"), "", "CA1", NOW)
    hours = [{"days": "月火水木金", "open": "8:30", "close": "16:00"}]
    found = effect(engine, small_office(counters=counters(hours=hours)), NOW)
    assert found.days[:5] == tuple(date(2026, 11, day) for day in (24, 25, 26, 27, 30))
    assert found.counters["desk"][:3] == ((28, 23), (34, 30), (35, 30))
    assert list(found.counters) == ["desk"]
    assert found.procedures["short"][1] == (34, 30)
    assert [visit.booking.number for visit in found.outside] == [booking.number]


def test_a_change_from_a_date_on_shows_that_date(engine: Engine):
    hours = [
        {"days": "月火水木金", "open": "8:30", "close": "17:15", "to": "2027-03-31"},
        {"days": "月火水木金", "open": "9:00", "close": "17:15", "from": "2027-04-01"},
    ]
    found = effect(engine, small_office(counters=counters(hours=hours)), NOW)
    assert date(2027, 4, 1) in found.days
    assert dict(zip(found.days, found.counters["desk"], strict=True))[date(2027, 4, 1)] == (35, 33)


def test_fewer_people_than_are_booked_are_told(engine: Engine, calendar: OfficeCalendar):
    both = [calendar.book("both", at("2026-12-04T10:00"), "", f"CA{n}", NOW) for n in range(2)]
    calendar.book("both", at("2026-12-04T11:00"), "", "CA9", NOW)
    wide = counters()
    wide[1] = wide[1] | {"capacity": 1}
    found = effect(engine, small_office(counters=wide), NOW)
    assert {visit.booking.number for visit in found.crowded} == {booking.number for booking in both}
    assert not found.outside


def test_a_longer_procedure_and_a_nearer_horizon_show_where_they_differ(engine: Engine):
    procedures = plain(SMALL)["procedures"]
    procedures[0] = procedures[0] | {"duration_minutes": 60, "horizon_days": 10}
    found = effect(engine, small_office(procedures=procedures), NOW)
    assert not found.counters
    assert found.procedures["short"][0] == (35, 32)
    assert found.windows["short"] == (
        (date(2026, 11, 25), date(2027, 1, 23)),
        (date(2026, 11, 25), date(2026, 12, 4)),
    )


def test_a_name_changes_no_place(engine: Engine):
    found = effect(engine, named("別の名前"), NOW)
    assert not any((found.counters, found.procedures, found.windows, found.outside, found.crowded))
    assert len(found.days) == 5


def test_a_new_counter_and_procedure_begin_at_nothing(engine: Engine):
    third = plain(SMALL)["counters"][0] | {"id": "third"}
    new = plain(SMALL)["procedures"][0] | {"id": "new", "counter": "third"}
    office = small_office(
        counters=[*plain(SMALL)["counters"], third], procedures=[*plain(SMALL)["procedures"], new]
    )
    found = effect(engine, office, NOW)
    day = found.days.index(date(2026, 11, 25))
    assert (found.counters["third"][day], found.procedures["new"][day]) == ((0, 35), (0, 35))


def test_a_full_day_of_a_procedure_that_is_counted_offers_nothing(engine: Engine, calendar: OfficeCalendar):
    procedures = plain(SMALL)["procedures"]
    procedures[0] = procedures[0] | {"per_day": 1}
    load_into(engine, small_office(procedures=procedures))
    calendar.book("short", at("2026-11-25T10:00"), "", "CA1", NOW)
    found = effect(engine, SMALL, NOW)
    assert found.procedures["short"][0] == (0, 34)


def test_a_closure_that_is_thought_of_concerns_whom_it_would_put_on_the_list(
    engine: Engine, calendar: OfficeCalendar
):
    day, times = date(2026, 12, 4), (time(13), time(17, 15))
    before, within = (calendar.book("short", at(f"2026-12-04T{t}"), "", t, NOW) for t in ("12:45", "13:00"))
    calendar.book("both", at("2026-12-04T13:00"), "", "CA3", NOW)
    shut = Closure(0, day, "desk", times, "台風", "たいふう")
    found = concerned(engine, "small", [shut], NOW)
    assert [visit.booking.number for visit in found] == [within.number]
    assert before.number != within.number
    seen = effect(engine, SMALL, NOW, [shut])
    assert dict(zip(seen.days, seen.counters["desk"], strict=True))[day] == (33, 17)
    assert [visit.booking.number for visit in seen.outside] == [within.number]
    _, listed = calendar.close(day, "台風", "たいふう", NOW, by="hana", counter_id="desk", times=times)
    assert [callback.booking.number for callback in listed if callback.booking] == [within.number]
