"""From a wish to a place: looking, offering, reading back."""

from dataclasses import replace
from datetime import datetime, time

from dialog import absorb, closing, existing, month_end, open_on, otherwise, values, ward
from dialog.actions import FindPlaces
from dialog.ask import ask, ask_day_of_month
from dialog.calendar import Availability, Place, Reason
from dialog.say import INFORMS, Step, lead, speak
from dialog.slots import name as name_slot
from dialog.slots import people
from dialog.slots import phone as phone_slot
from dialog.slots.day import DAY
from dialog.slots.name import NAME
from dialog.slots.order import ORDER, READ_BACK, missing
from dialog.slots.phone import PHONE
from dialog.slots.time import TIME
from dialog.state import Phase, Shifted, State
from nlu.meaning import DateSpan, Meaning, Order, TimeSpan
from nlu.question import Choice, Effect, Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence, Spoken

MANY_DAYS = 13
"""From the first to the last day of a run that is narrowed down before places are looked for."""


_AFTERNOON_ENDS = time(17)
"""A wish that ends before is for a part of the day, whose latest place is not the last of the day."""

_LAST = time(23, 59)
"""Nothing begins so late; what is nearest to it is the last of a day."""

_KEPT_IN_FRONT = (
    "too_many_people",
    "one_each",
    "other_ward",
    "not_in_change",
    "earliest_already",
    "told_again",
    "apart",
    "time_full",
    "day_full",
    "day_closed",
    "day_holiday",
    "outside_hours",
    "off_grid",
    *INFORMS,
)
"""Said in front of a read-back, which itself says all that was understood."""


_SHORTER = ("outside_hours", "time_full", "off_grid", "none_as_wished")
"""Reasons that have a shorter wording for who was just told them."""


def proceed(state: State) -> Step:
    """Asks for what is missing, or looks for places as soon as there is a day to look at. Before anything else is asked
    of whoever has a booking for the same, it is told."""
    if state.procedure is not None and (told := _existing(replace(state, place=None))):
        return told
    for slot in ORDER:
        state = slot.fit(state)
    if state.order is Order.LATEST and state.time is not None and state.time.last < _AFTERNOON_ENDS:
        state = replace(state, order=None)  # the latest of the morning is one of its places
    latest = state.order is Order.LATEST
    no_day = state.day is None and (state.order is None or latest) and not state.lists
    if no_day or missing(state) not in (DAY, TIME):
        return ask(state)
    if _where_it_is(state):
        return closing.let_be(replace(state, lead=()))
    wished = month_end.last_open(state)
    days = (wished.first, wished.last) if wished else None
    clock = open_on.other_half(state.office, state.procedures, wished, state.time) or state.time
    times = (_LAST, _LAST) if latest else (clock.first, clock.last) if clock else None
    refused = state.refused.but_named(state.day, state.time)
    wish = FindPlaces(state.procedures, days, times, refused, state.coming, state.at, state.instead_of)
    return replace(state, phase=Phase.LOOKING), (wish,)


def _where_it_is(state: State) -> bool:
    """Whether a booking that is changed is to be what it is, and where: 「やっぱり2日の10時で」."""
    booking, day, clock = state.booking, state.day, state.time
    if booking is None or booking.closure is not None or state.procedures != booking.procedures:
        return False
    if day is None or clock is None or not (day.single and clock.single) or state.order is not None:
        return False
    more = state.people is not None and state.people != booking.people
    start = booking.start.timetz().replace(tzinfo=None)
    return (day.first, clock.first) == (booking.start.date(), start) and not (more or state.other_ward)


def whole_month(days: DateSpan) -> bool:
    """Whether the days are the rest of one month, and too many to offer three of: 12月, 来月."""
    one_month = (days.first.year, days.first.month) == (days.last.year, days.last.month)
    return one_month and (days.last - days.first).days >= MANY_DAYS


def found(state: State, availability: Availability) -> Step:
    """Goes on with what the calendar has."""
    if (shifted := state.shifted) is not None and not availability.fitting:
        beyond = tuple(place for place in availability.alternatives if shifted.reaches(place))
        if not beyond:
            return _back_to(state, shifted)
        availability = replace(availability, alternatives=beyond)
    state = replace(state, shifted=None)
    if not availability.fitting:
        latest = _latest(state, availability) if state.order is Order.LATEST else None
        return read_back(state, latest) if latest else _instead(state, availability)
    if state.day is not None and state.order is None and not state.lists and whole_month(state.day):
        return ask_day_of_month(state)
    if state.day is not None and open_on.other_half(
        state.office, state.procedures, month_end.last_open(state), state.time
    ):
        told = open_on.outside(state.office, state.procedures, state.day, state.time)
        return offer(replace(state, lead=(*state.lead, *told)), availability.fitting[:1])
    single_day = state.day is not None and state.day.single
    if state.order is Order.EARLIEST and state.place == availability.fitting[0]:
        state = lead(state, "earliest_already")
    if state.order is not None or (single_day and state.time is not None and state.time.single):
        return read_back(state, availability.fitting[0])
    if single_day and state.time is None and not state.lists:
        return ask(state)
    return offer(state, availability.fitting)


def _latest(state: State, availability: Availability) -> Place | None:
    """The last place of the day that is wished, being the nearest to the end of the day."""
    days = state.day
    on_it = (one for one in availability.alternatives if days and days.first <= one.start.date() <= days.last)
    return next(on_it, None)


def _back_to(state: State, shifted: Shifted) -> Step:
    """Nothing is free on the wished side: what was on the table is there again."""
    state = lead(state, "none_earlier" if shifted.earlier else "none_later")
    state = replace(state, day=shifted.day, time=shifted.time, refused=shifted.refused, shifted=None)
    return offer(state, shifted.places)


def _instead(state: State, availability: Availability) -> Step:
    """Why the wish cannot be met, and other places; whoever was told the same just before hears it shorter, with the nearest
    place alone."""
    acknowledged = tuple(s for s in state.lead if s.key != "date_heard")
    why = _why(state, availability)
    shorter = (render(why[0].key, 1),) if why and why[0].key in _SHORTER else why
    again = bool(why) and (set(why) <= set(state.said) or set(shorter) <= set(state.said))
    why = shorter if again else why
    state = replace(state, lead=(*acknowledged, *why), order=None)
    if (second := otherwise.instead(state)) is not None:
        return proceed(second)
    if not availability.alternatives:
        return ask(lead(replace(state, day=None, time=None), "nothing_free"))
    return offer(state, availability.alternatives[:1] if again else availability.alternatives)


def _why(state: State, availability: Availability) -> tuple[Sentence, ...]:
    reason = availability.reason
    if reason is None or state.day is None:
        return ()
    day = formats.day(state.day.first)
    if reason is Reason.CLOSED and availability.detail_reading:
        holiday = formats.name(availability.detail, availability.detail_reading)
        return (render("day_holiday", day=day, holiday=holiday),)
    if reason is Reason.CLOSED:
        return (render("day_closed", day=day),)
    if reason is Reason.FULL and state.refused.but_named(state.day, state.time).within(state.day, state.time):
        return (render("none_as_wished"),)
    if reason is Reason.FULL and (state.time is None or not state.day.single):
        return (render("day_full", day=day),)
    if reason is Reason.FULL:
        return (render("time_full"),)
    if reason is Reason.OUTSIDE_HOURS:
        return open_on.outside(state.office, state.procedures, state.day, state.time)
    if reason is Reason.OFF_GRID:
        return (render("off_grid"),)
    return (render({Reason.PAST: "date_past", Reason.TOO_SOON: "too_soon"}.get(reason, "too_far")),)


def offer(state: State, places: tuple[Place, ...], attempt: int = 0, others: tuple[Place, ...] = ()) -> Step:
    """Offers one to three places; a single one is a yes/no question. `others` were offered with it and may still be chosen."""
    places = places[:3]
    offered = (*places, *others)
    spoken = formats.moments([place.start for place in places])
    named = {f"place{n}": moment for n, moment in enumerate(spoken, 1)}
    choices = tuple(Choice(p.start.date(), p.start.timetz().replace(tzinfo=None)) for p in offered)
    return speak(
        replace(state, phase=Phase.OFFERING, offered=offered, place=None),
        render(f"offer_{len(places)}", attempt, **named),
        question=Question(Expect.CHOICE, choices=choices),
    )


def offers_one(state: State) -> bool:
    """Whether it is asked of the first place alone if it will do."""
    return len(state.offered) == 1 or any(said.key == "offer_1" for said in state.said)


def read_back(state: State, place: Place) -> Step:
    """Reads everything back and asks for the yes that books; a withheld telephone number is asked for before."""
    if PHONE.wanted(state):
        return phone_slot.ask(replace(state, phase=Phase.PHONE, place=place, offered=(), lead=(), misses=0))
    if told := _existing(replace(state, place=place)):
        return told
    if NAME.wanted(state):
        return name_slot.ask(replace(state, place=place, misses=0))
    day, start = place.start.date(), place.start.timetz().replace(tzinfo=None)
    state = replace(
        state,
        phase=Phase.CONFIRMING,
        place=place,
        offered=(),
        day=DateSpan(day, day),
        time=TimeSpan(start, start),
        order=None,
        lists=False,
        read_back_heard=False,
        early_yes=False,
        firm=False,
        lead=tuple(s for s in state.lead if s.key in _KEPT_IN_FRONT),
        misses=0,
    )
    return speak(
        state,
        *_taken_off(state),
        render(
            "read_back",
            procedure=_what(state),
            day=formats.day(day),
            clock=formats.clock(start),
        ),
        *((render("is_second"),) if existing.is_second(state) and not state.booking else ()),
        *(told for slot in READ_BACK for told in slot.read_back(state)),
        render(_confirms(state)),
        question=Question(
            Expect.ANSWER,
            effect=Effect.CHANGE if state.booking else None,
            several=len(state.procedures) > 1,
            read_back=state.procedures,
            details=tuple(state.details),
        ),
        interruptible=False,
    )


def _taken_off(state: State) -> tuple[Sentence, ...]:
    """Of a booking for several what it is not for any more."""
    own = state.booking.procedures if state.booking is not None else ()
    off = [one for one in own if one not in state.procedures]
    if len(own) < 2 or not off:
        return ()
    return (render("procedure_dropped", procedure=values.procedures(state.office, off)),)


def _confirms(state: State) -> str:
    if state.booking is None:
        return "confirm"
    same = state.procedures == state.booking.procedures
    return "confirm_change" if same else "confirm_change_of_errand"


def confirm_again(state: State, attempt: int = 0) -> Step:
    """Asks for the yes to what was read back another way."""
    return speak(state, render("confirm_by_hash") if state.firm else render("confirm_again", attempt))


def _existing(state: State) -> Step | None:
    """Asks the calendar what exists for the caller's number, or the caller what a booking means that the wish repeats;
    None: neither is needed."""
    if existing.unknown(state):
        return existing.search(state)
    found = existing.repeated(state)
    return existing.ask(state, found) if found else None


def _what(state: State) -> Spoken:
    """住民票, and for how many people where that was asked."""
    named = ward.named(state, values.procedures(state.office, state.procedures), state.office.id)
    if state.other_ward:
        named = formats.listed([ward.name(state.office.name), named])
    coming = people.counted(state)
    return formats.listed([named, coming]) if coming else named


def named(state: State, meaning: Meaning, at: datetime) -> Step:
    """The answer to the question for a name. Another day, time or procedure is looked for instead."""
    if state.place is None or meaning.dates or meaning.times or meaning.procedures:
        return proceed(absorb.absorb(replace(state, place=None), meaning)[0])
    told = name_slot.taken(state, meaning) or name_slot.unclear(state, spoke=True)
    return read_back(told, state.place) if told else _name_again(state, "not_understood")


def unnamed(state: State) -> Step:
    """Silence after the question for a name."""
    told = name_slot.unclear(state, spoke=False)
    return read_back(told, state.place) if told and state.place else _name_again(state, "no_input")


def _name_again(state: State, excuse: str) -> Step:
    return name_slot.ask(lead(replace(state, misses=state.misses + 1), excuse), attempt=1)


def phone(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """The answer to the question for a telephone number; None when it is none."""
    if phone_slot.agreed(state, meaning) and state.place is not None:
        return read_back(state, state.place)
    if phone_slot.refused(state, meaning):
        return closing.person(state, at)
    return phone_slot.taken(state, meaning)


def taken(state: State) -> Step:
    """Somebody else was first: says so and looks for the nearest others."""
    return proceed(lead(replace(state, place=None), "place_taken"))
