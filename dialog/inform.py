"""Answers to what a caller asks in passing, from what the office says; the call goes on where it was."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from dialog import bringing, closing, open_on, place, values, ward
from dialog.ask import ask
from dialog.calendar import Booking
from dialog.office_answers import OF_OFFICE, of_all
from dialog.say import Step, lead, question_said, speak
from dialog.slots.procedure import CERTAIN, procedures
from dialog.state import Outcome, Phase, State
from nlu.meaning import DateSpan, Meaning, Request
from prompts import formats, render
from prompts.sentence import Sentence

Answer = tuple[Sentence, ...]
Visit = tuple[str, ...]
"""Ids of procedures."""


def inform(state: State, request: Request, meaning: Meaning) -> Step:
    """The answer for the procedure just named, else for all of the visit; what the office does not say, a person may.
    What was asked in the same breath is answered behind it. Who asks for a late day has none of the places offered in mind."""
    state, answer = _answers(state, request, meaning)
    wanted_to_know = answer is not None and (request is not Request.WELFARE or meaning.asks)
    state = replace(state, informed=state.informed or wanted_to_know)
    if answer is None and state.phase is Phase.CHOOSING:
        return not_known(state)
    if answer is None:
        return ask(lead(replace(state, misses=0), "depends_on_procedure"))
    visit = _visit(state, meaning)
    spoken_of = _spoken_of(state)
    if spoken_of is not None and visit == spoken_of.procedures and _only_asks(state, request, meaning):
        state = replace(state, told=spoken_of, outcome=state.outcome or Outcome.ANSWERED, misses=0)
        return closing.anything_else(state, *answer)
    if request is Request.OPEN_LATE and visit and state.phase is Phase.OFFERING:
        wished = state.day.first if state.day is not None and state.day.single else None
        return ask(replace(state, day=None, told_of=wished, misses=0, lead=(*state.lead, *answer)))
    about_days = request is Request.OPEN_ON and bool(meaning.dates)
    if about_days:
        asked = meaning.dates[0].value
        state = replace(state, told_of=asked.first if asked.single else None)
        if _asks_for_it(state, asked):
            return place.proceed(replace(state, day=asked, misses=0, lead=(*state.lead, *answer)))
    if request in OF_OFFICE or not (visit or about_days):
        return _told(state, answer)
    if state.phase is Phase.ASKING and (state.procedure is None or ward.just_said(state)):
        known = state.procedure or next(iter(visit), None)
        answer = (*_taken_as(state, known, answer), *answer)
        return ask(replace(state, procedure=known, which=(), misses=0, lead=(*state.lead, *answer)))
    return _told(state, answer)


def _taken_as(state: State, known: str | None, answer: Answer) -> Answer:
    """What the visit is taken to be for, where that is new and the answer does not say so."""
    if known is None or state.procedure is not None:
        return ()
    name = values.procedure(state.office, known)
    named = any(name.text in sentence.text for sentence in answer)
    return () if named else (render("procedure_heard", procedure=name),)


def _asks_for_it(state: State, asked: DateSpan) -> bool:
    """Whether the day that is asked about is open, and so what is wished from here on, as long as nothing was read back."""
    wanted = state.phase in (Phase.ASKING, Phase.OFFERING) and bool(state.procedures)
    return wanted and asked.single and open_on.is_open(state.office, state.procedures, asked.first)


def _only_asks(state: State, request: Request, meaning: Meaning) -> bool:
    """Whether a call begins with a question about what stands."""
    begins = state.phase is Phase.ASKING and state.procedure is None and state.booking is None
    about = request in ASKED or request in (Request.NUMBER, Request.UNDO)
    return begins and about and not meaning.procedures


def _answers(state: State, request: Request, meaning: Meaning) -> tuple[State, Answer | None]:
    """The answers to all that was asked; those that depend on the procedure are kept until that is known. None: all do."""
    told: list[Sentence] = []
    for one in (request, *meaning.also):
        if (answer := _answered(state, one, meaning)) is None:
            state = wondering(state, one)
        else:
            told += answer
    return state, tuple(dict.fromkeys(told)) or None


def told_first(state: State, request: Request, meaning: Meaning) -> State:
    """The state with the answer to be said first, for who names a day or a time beside the question; an answer that
    depends on the procedure is kept until that is known."""
    state, answer = _answers(state, request, meaning)
    return replace(state, informed=state.informed or answer is not None, lead=(*state.lead, *(answer or ())))


def _visit(state: State, meaning: Meaning) -> Visit:
    """The one procedure that is named, be it only asked about; else those of the visit."""
    plain = tuple(said.value for said in meaning.procedures if said.score >= CERTAIN)
    named = plain if len(plain) == 1 else procedures(state, meaning)
    return named if len(named) == 1 else _of_booking(state).procedures


def _of_booking(state: State) -> State:
    """The state with what the booking that is spoken of is for, where nothing else is wished."""
    told = _spoken_of(state)
    if told is None or state.procedures:
        return state
    return replace(state, procedure=told.procedure, more=told.more, office=state.office_at(told.office))


def _spoken_of(state: State) -> Booking | None:
    """The booking that was just told, that is changed or cancelled, or the only one that stands."""
    if state.phase is Phase.ANYTHING_ELSE:
        return state.told
    return state.booking or (state.stood[0] if len(state.stood) == 1 else None)


def _answered(state: State, request: Request, meaning: Meaning) -> Answer | None:
    """None: it depends on the procedure, which is not known. What parking costs is not what the procedure costs."""
    visit, state = _visit(state, meaning), _of_booking(state)
    parked = any(said.key == "parking" for said in state.said)
    if request is Request.FEE and parked and not (meaning.more or procedures(state, meaning)):
        request = Request.PARKING_FEE
    if request in OF_OFFICE:
        return OF_OFFICE[request](state, meaning) or _unknown(request)
    if request is Request.OPEN_ON and meaning.dates:
        asked = meaning.dates[0].value
        again = state.phase is Phase.OFFERING and asked == state.day
        late = open_on.late(state.office, visit) if again else ()
        return (*open_on.answer(state.office, visit, asked), *late)
    if not visit:
        return of_all(state, request) or None
    return ASKED[request](state, visit, meaning) or _unknown(request)


def wondering(state: State, request: Request) -> State:
    """The state with one more question to be answered later."""
    return replace(state, wondered=tuple(dict.fromkeys((*state.wondered, request))))


def owed(state: State, meaning: Meaning) -> State:
    """The state with the answers to what was asked before the procedure or the office was known, to be said first."""
    if not state.wondered or not state.procedures or state.office_open:
        return state
    told = (_of_visit(state, one, meaning) or _unknown(one) for one in state.wondered)
    return replace(
        state, wondered=(), lead=(*state.lead, *(sentence for answer in told for sentence in answer))
    )


def _of_visit(state: State, request: Request, meaning: Meaning) -> Answer:
    """For all of the visit; empty where the office does not say it."""
    if request in OF_OFFICE:
        return OF_OFFICE[request](state, meaning)
    return ASKED[request](state, state.procedures, meaning)


def answers(state: State, asked: Sequence[Request], meaning: Meaning) -> bool:
    """Whether the office answers all that is asked about the visit."""
    told = [_of_visit(state, one, meaning) for one in asked]
    return all(told) and render("not_known") not in {sentence for answer in told for sentence in answer}


def behind_yes(state: State) -> Answer:
    """The answers to what was asked with the yes, less what is told with every booking."""
    brings = bool(bringing.told(state.office, state.procedures))
    asked = [one for one in state.wondered if not (brings and one is Request.BRING)]
    return tuple(sentence for one in asked for sentence in _of_visit(state, one, Meaning()))


def _unknown(request: Request) -> Answer:
    return (render("proxy_not_known" if request is Request.PROXY else "not_known"),)


def not_known(state: State) -> Step:
    """A question that was heard, and that nobody has told us the answer to."""
    return _told(state, (render("not_known"),))


def greeted(state: State) -> Step:
    """Who opens the call, or asks whether somebody is there, is answered, and asked again."""
    opens = state.phase is Phase.ASKING and state.procedure is None
    here = formats.name(state.office.name.text.split()[0], state.office.name.reading.split()[0])
    named = state.turns == 1 or any(said.key == "greets" for said in state.said)
    if opens and not named:
        return _told(state, (render("go_ahead"),))
    return _told(state, (render("greets", office=here) if opens else render("listening"),))


def _told(state: State, answer: Answer) -> Step:
    """The answer, and what was asked once more."""
    state = replace(state, misses=0)
    if state.phase is Phase.ASKING and state.procedure is None:
        return ask(replace(state, lead=(*state.lead, *answer)))
    return speak(state, *answer, *question_said(state), interruptible=_interruptible(state))


def _bring(state: State, visit: Visit, _: Meaning) -> Answer:
    nothing = render("nothing_to_bring", procedure=values.procedures(state.office, visit))
    return bringing.told(state.office, visit) or (nothing,)


def _hours(state: State, visit: Visit, _: Meaning) -> Answer:
    known = [(one, state.office.procedure(one).hours) for one in visit]
    return tuple(
        render("hours", procedure=values.procedure(state.office, one), opening=values.term(opening))
        for one, opening in known
        if opening is not None
    )


def _open_late(state: State, visit: Visit, meaning: Meaning) -> Answer:
    return open_on.late(state.office, visit) or _hours(state, visit, meaning)


def _last_open(state: State, visit: Visit, _: Meaning) -> Answer:
    return open_on.last_before_closure(state.office, visit)


def _deadline(state: State, visit: Visit, _: Meaning) -> Answer:
    known = [(one, state.office.procedure(one).deadline) for one in visit]
    return tuple(
        render("deadline", procedure=values.procedure(state.office, one), deadline=values.term(deadline))
        for one, deadline in known
        if deadline is not None
    )


def _counter(state: State, visit: Visit, meaning: Meaning) -> Answer:
    known = [(one, state.office.counter(state.office.procedure(one))) for one in visit]
    told = tuple(
        render("counter_is", procedure=values.procedure(state.office, one), counter=values.term(counter.name))
        for one, counter in known
        if counter is not None
    )
    floors = {c.name: c.floor for _, c in known if c is not None}
    placed = tuple(
        render("floor", counter=values.term(name), answer=values.term(floor))
        for name, floor in floors.items()
        if floor is not None
    )
    missing = told and not placed and meaning.floor
    return (*told, render("not_known")) if missing else (*told, *placed)


def _duration(state: State, visit: Visit, _: Meaning) -> Answer:
    """Of a visit for several, all of it."""
    whole = state.procedures if set(visit).issubset(state.procedures) else visit
    minutes = [state.office.procedure(one).minutes for one in whole]
    known = [one for one in minutes if one is not None]
    if len(known) < len(minutes):
        return ()
    name = values.procedures(state.office, whole)
    return (render("duration_is", procedure=name, minutes=formats.duration(sum(known))),)


def _answer(request: Request) -> Callable[[State, Visit, Meaning], Answer]:
    """Of what the office says of each procedure in its own words."""

    def answer(state: State, visit: Visit, _: Meaning) -> Answer:
        known = [(one, dict(state.office.procedure(one).answers).get(request)) for one in visit]
        return tuple(
            render(request.value, procedure=values.procedure(state.office, one), answer=values.term(words))
            for one, words in known
            if words is not None
        )

    return answer


ASKED: dict[Request, Callable[[State, Visit, Meaning], Answer]] = {
    Request.BRING: _bring,
    Request.HOURS: _hours,
    Request.OPEN_ON: _hours,
    Request.OPEN_LATE: _open_late,
    Request.LAST_OPEN: _last_open,
    Request.DEADLINE: _deadline,
    Request.COUNTER: _counter,
    Request.DURATION: _duration,
    **{
        request: _answer(request)
        for request in (Request.FEE, Request.PROXY, Request.SEAL, Request.CONVENIENCE_STORE)
    },
}
"""What may be asked in passing of a procedure, and what answers it."""


def _interruptible(state: State) -> bool:
    return state.phase not in (Phase.CONFIRMING, Phase.CANCELLING)
