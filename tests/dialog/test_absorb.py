"""What the caller said goes into the slots, in whatever order it came."""

from dataclasses import replace
from datetime import date, time

from dialog.absorb import absorb
from dialog.slots.acceptance import ACCEPT
from dialog.slots.day import day
from dialog.slots.procedure import procedures
from dialog.state import State
from nlu.meaning import Bare, DateSpan, Meaning, Order, Scored, TimeSpan
from nlu.question import Expect, Question
from tests.dialog.conversation import OFFICE

FRESH = State(office=OFFICE)
WEDNESDAY = DateSpan(date(2026, 12, 2), date(2026, 12, 2))
WEEK = DateSpan(date(2026, 11, 30), date(2026, 12, 4))
TWO = TimeSpan(time(14), time(14))


def named(*scored: tuple[str, float]) -> Meaning:
    return Meaning(procedures=tuple(Scored(name, score) for name, score in scored))


def test_all_that_was_said_is_taken():
    meaning = Meaning(
        procedures=(Scored("tennyu", 0.9),), dates=(Scored(WEDNESDAY, 0.9),), times=(Scored(TWO, 0.9),)
    )
    state, progress = absorb(FRESH, meaning)
    assert progress
    assert (state.procedure, state.day, state.time) == ("tennyu", WEDNESDAY, TWO)


def test_two_that_were_each_named_for_certain_are_both_meant_however_much_better_one_was_heard():
    assert procedures(FRESH, named(("inkan-shomei", 0.97), ("juminhyo", 0.8666))) == (
        "inkan-shomei",
        "juminhyo",
    )
    assert procedures(FRESH, named(("inkan-shomei", 0.97), ("juminhyo", 0.84))) == ("inkan-shomei",)


def test_what_was_not_said_stays():
    before = replace(FRESH, procedure="tennyu", day=WEDNESDAY)
    state, _ = absorb(before, Meaning(times=(Scored(TWO, 0.9),)))
    assert (state.procedure, state.day, state.time) == ("tennyu", WEDNESDAY, TWO)


def test_what_is_new_is_said_back_in_passing():
    state, _ = absorb(FRESH, Meaning(procedures=(Scored("tennyu", 0.9),), dates=(Scored(WEDNESDAY, 0.9),)))
    assert [sentence.key for sentence in state.lead] == ["procedure_heard", "date_heard"]
    assert "12月2日" in state.lead[1].text


def test_a_run_of_days_is_taken_but_not_said_back_as_one():
    state, progress = absorb(FRESH, Meaning(dates=(Scored(WEEK, 0.9),)))
    assert (progress, state.day, state.lead) == (True, WEEK, ())


def test_what_is_hardly_heard_is_not_taken():
    low = ACCEPT - 0.01
    meaning = Meaning(
        procedures=(Scored("tennyu", low),), dates=(Scored(WEDNESDAY, low),), times=(Scored(TWO, low),)
    )
    assert absorb(FRESH, meaning) == (FRESH, False)


def test_nothing_said_is_no_progress():
    assert absorb(FRESH, Meaning()) == (FRESH, False)


def test_an_order_is_a_wish_of_its_own():
    state, progress = absorb(FRESH, Meaning(order=Order.EARLIEST))
    assert (progress, state.order) == (True, Order.EARLIEST)


def test_two_procedures_as_likely_as_each_other_are_both_meant():
    meaning = named(("tennyu", 0.80), ("tenkyo", 0.75), ("juminhyo", 0.6))
    assert procedures(FRESH, meaning) == ("tennyu", "tenkyo")
    state, progress = absorb(FRESH, meaning)
    assert (progress, state.procedure) == (True, None)


def test_a_procedure_far_ahead_of_the_others_is_meant_alone():
    assert procedures(FRESH, named(("tennyu", 0.9), ("tenkyo", 0.6))) == ("tennyu",)


def test_of_the_procedures_just_named_one_is_chosen_first():
    asked = replace(FRESH, question=Question(Expect.PROCEDURE, procedures=("tennyu", "tenkyo")))
    assert procedures(asked, named(("juminhyo", 0.8), ("tenkyo", 0.75))) == ("tenkyo",)
    assert procedures(asked, named(("juminhyo", 0.8))) == ("juminhyo",)


def test_a_day_named_by_another_hypothesis_fills_in_a_month_left_open():
    december = DateSpan(date(2026, 12, 1), date(2026, 12, 31))
    tenth = DateSpan(date(2026, 12, 10), date(2026, 12, 10))
    elsewhere = DateSpan(date(2027, 1, 10), date(2027, 1, 10))
    heard = Meaning(dates=(Scored(december, 0.7), Scored(elsewhere, 0.25), Scored(tenth, 0.2)))
    assert day(FRESH, heard) == tenth
    assert day(FRESH, Meaning(dates=(Scored(december, 0.7), Scored(tenth, 0.05)))) == december


def test_a_day_without_its_month_belongs_to_the_month_named_before():
    january = DateSpan(date(2027, 1, 1), date(2027, 1, 31))
    heard = DateSpan(date(2026, 12, 10), date(2026, 12, 10))
    tenth = Meaning(dates=(Scored(heard, 0.9),), bare=Bare.DAY)
    state, _ = absorb(replace(FRESH, day=january), tenth)
    assert state.day == DateSpan(date(2027, 1, 10), date(2027, 1, 10))


def test_a_day_with_a_month_or_weekday_stands_for_itself():
    january = DateSpan(date(2027, 1, 1), date(2027, 1, 31))
    wednesday = Meaning(dates=(Scored(WEDNESDAY, 0.9),))
    state, _ = absorb(replace(FRESH, day=january), wednesday)
    assert state.day == WEDNESDAY


def test_a_day_that_the_month_does_not_have_is_taken_as_it_was_understood():
    february = DateSpan(date(2027, 2, 1), date(2027, 2, 28))
    thirtieth = DateSpan(date(2026, 11, 30), date(2026, 11, 30))
    state, _ = absorb(replace(FRESH, day=february), Meaning(dates=(Scored(thirtieth, 0.9),), bare=Bare.DAY))
    assert state.day == thirtieth


def test_a_day_that_is_known_changes_only_for_a_clear_one_unless_it_was_asked():
    asked_time = replace(FRESH, day=WEDNESDAY, question=Question(Expect.TIME))
    saturday = DateSpan(date(2026, 12, 5), date(2026, 12, 5))
    faint = Meaning(dates=(Scored(saturday, 0.6),), times=(Scored(TWO, 0.8),))
    state, _ = absorb(asked_time, faint)
    assert (state.day, state.time) == (WEDNESDAY, TWO)
    clear = Meaning(dates=(Scored(saturday, 0.8),))
    assert absorb(asked_time, clear)[0].day == saturday
    assert absorb(replace(asked_time, question=Question(Expect.DATE)), faint)[0].day == saturday


def test_a_time_that_is_known_changes_only_for_a_clear_one_unless_it_was_asked():
    known = replace(FRESH, time=TWO, question=Question(Expect.DATE))
    faint = Meaning(times=(Scored(TimeSpan(time(11), time(11)), 0.6),))
    assert absorb(known, faint)[0].time == TWO


def test_a_weekday_alone_that_fits_the_known_day_is_that_day():
    known = replace(FRESH, day=WEDNESDAY, question=Question(Expect.TIME))
    this_week = DateSpan(date(2026, 11, 25), date(2026, 11, 25))
    wednesday = (Scored(this_week, 0.95),)
    said = Meaning(dates=wednesday, bare=Bare.WEEKDAY, times=(Scored(TWO, 0.95),))
    assert absorb(known, said)[0].day == WEDNESDAY
    other = Meaning(dates=wednesday)
    assert absorb(known, other)[0].day == this_week


def test_another_weekday_is_that_of_the_same_week_and_never_a_day_before_the_next_such():
    known = replace(FRESH, day=WEDNESDAY, question=Question(Expect.TIME))
    for heard, meant in (
        (date(2026, 11, 26), date(2026, 12, 3)),
        (date(2026, 11, 27), date(2026, 12, 4)),
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2026, 12, 1)),
    ):
        said = Meaning(dates=(Scored(DateSpan(heard, heard), 0.95),), bare=Bare.WEEKDAY)
        assert absorb(known, said)[0].day == DateSpan(meant, meant)
    this_week = DateSpan(date(2026, 11, 26), date(2026, 11, 26))
    known = replace(known, day=this_week)
    monday = DateSpan(date(2026, 11, 30), date(2026, 11, 30))
    said = Meaning(dates=(Scored(monday, 0.95),), bare=Bare.WEEKDAY)
    assert absorb(known, said)[0].day == monday


def test_after_a_read_back_a_faint_other_time_counts_too():
    known = replace(FRESH, time=TWO, day=WEDNESDAY, question=Question(Expect.ANSWER))
    ten = TimeSpan(time(10), time(10))
    assert absorb(known, Meaning(times=(Scored(ten, 0.5),)))[0].time == ten
