"""What is no answer to any question, whatever is asked just now: greetings, questions, a swindle that somebody was told of,
another language. The call goes on where it was, or with a person.
"""

from dataclasses import replace
from datetime import datetime

from dialog import closing, inform, nothing_for_us, other_ward, ward
from dialog.filling import fill
from dialog.office_answers import OF_OFFICE
from dialog.say import Step
from dialog.state import Phase, State
from nlu.meaning import Meaning, Request
from nlu.question import Expect

NAMED = 0.8
"""A day or a time from here on is one of the visit."""

OF_PLACE = (
    Request.PARKING,
    Request.PARKING_FEE,
    Request.ACCESS,
    Request.BY_PHONE,
    Request.WALK_IN,
    Request.PRIVACY,
)
"""Questions that are about no procedure: one that is named with them is a wish."""

BESIDE = (
    *OF_PLACE,
    Request.BRING,
    Request.COUNTER,
    Request.FEE,
    Request.PROXY,
    Request.SEAL,
    Request.CONVENIENCE_STORE,
    Request.DURATION,
    Request.UNDO,
)
"""Questions beside which a day or a time is a wish; of others it may be what is asked about."""


def answered(state: State, meaning: Meaning, at: datetime, early: bool) -> Step | None:
    """The way on; None where the caller answers, or wants something. `early`: said into what the bot says, where a question
    may be meant for somebody else."""
    if meaning.request is Request.FRAUD:
        return nothing_for_us.fraud(state)
    if meaning.closes and closing.only_asked(state) and not early:
        return closing.farewell(state)
    if meaning.foreign is not None and not (meaning.details or _named(meaning)):
        return nothing_for_us.foreign(state, meaning.foreign, at)
    if (
        early
        or meaning.choice
        or meaning.names
        or _dials(state, meaning)
        or nothing_for_us.is_elsewhere(meaning)
    ):
        return None
    if meaning.request is not None and (_named_beside(state, meaning, at) or _wished_beside(state, meaning)):
        return fill(
            inform.told_first(state, meaning.request, meaning),
            replace(meaning, request=None, also=(), asks=False),
            at,
        )
    if meaning.request in OF_OFFICE and not (meaning.request is Request.WELFARE and meaning.procedures):
        return inform.inform(state, meaning.request, meaning)
    if meaning.request in inform.ASKED:
        there = ward.before_answer(state, meaning)
        return there or inform.inform(ward.answering(state, meaning), meaning.request, meaning)
    if other_ward.noted(state, meaning) is not state:
        return None
    if _asks_instead(state, meaning) and state.question.expect is not Expect.PEOPLE:
        return inform.not_known(state)
    return inform.greeted(state) if meaning.greets and _only_greets(state, meaning) else None


def asks_in_passing(meaning: Meaning) -> bool:
    """Whether nothing is wanted but an answer, which may be that nobody has told it to us."""
    if meaning.request in OF_OFFICE:
        return not _named(meaning)
    if meaning.request in inform.ASKED:
        return True
    return asks_beyond(meaning)


def asks_beyond(meaning: Meaning) -> bool:
    """Whether it is a question that nobody has told us the answer to: 一人で行っても大丈夫ですか counts no party,
    and 予約せんでも行けますか dials no 千."""
    return meaning.asks and not replace(meaning, people=None, digits=()).understood


def _asks_instead(state: State, meaning: Meaning) -> bool:
    """The same where something else than a yes or a no was asked: 保険証でもよかですか is none of them."""
    proposed = state.question.expect in (Expect.ANSWER, Expect.CHOICE)
    if _only_spoken_of(state, meaning) or _asks_about(state, meaning):
        meaning = replace(meaning, procedures=(), joined=(), asks=meaning.asks or meaning.checks)
    return asks_beyond(meaning if proposed else replace(meaning, answer=None, unknown=False))


def _only_spoken_of(state: State, meaning: Meaning) -> bool:
    """Whether what is named is not asked for: 暗証番号は覚えとかないけんとですか, of another procedure."""
    named = {said.value for said in meaning.procedures}
    known = {*state.procedures, *meaning.asked_for}
    return state.procedure is not None and not meaning.more and named.isdisjoint(known)


def _asks_about(state: State, meaning: Meaning) -> bool:
    """Whether a question names nothing but what is read back: 住民票は夫婦で一枚になるとですか. 住民票だけにしてもらえますか is
    a wish."""
    named = {said.value for said in meaning.procedures}
    asks = (meaning.asks or meaning.checks) and not meaning.only and not meaning.dropped
    if state.phase is Phase.ASKING and (not named or named & set(meaning.asked_for)):
        return False
    return state.phase in (Phase.ASKING, Phase.CONFIRMING) and asks and named <= set(state.procedures)


def _dials(state: State, meaning: Meaning) -> bool:
    asks = meaning.request in OF_PLACE or asks_beyond(meaning) or meaning.greets
    return bool(meaning.digits) and (state.question.expect is Expect.DIGITS or not asks)


def _named_beside(state: State, meaning: Meaning, at: datetime) -> bool:
    """Whether a day or a time of the visit is named with a question that is not about it."""
    plain = any(said[0].score >= NAMED for said in (meaning.dates, meaning.times) if said)
    filled = state.phase in (Phase.ASKING, Phase.OFFERING) and not state.office_open
    beside = meaning.request in BESIDE or (meaning.request is Request.HOURS and _names_a_place(meaning))
    return beside and plain and filled and not _of_what_stands(state, meaning, at)


def _names_a_place(meaning: Meaning) -> bool:
    """Whether a day and a time are wished behind a question for the hours: 何時まででしたっけ、じゃあ次の日の6時で."""
    both = bool(meaning.dates and meaning.times)
    return both and meaning.dates[0].value.single and meaning.times[0].value.single and not meaning.asks


def _of_what_stands(state: State, meaning: Meaning, at: datetime) -> bool:
    """Whether the day is that of the one booking that stands, or 当日, and nothing was wished yet."""
    if len(state.stood) != 1 or state.procedure is not None or meaning.procedures or meaning.times:
        return False
    own = (state.stood[0].start.date(), at.date())
    return all(one.value.first in own for one in meaning.dates)


def _wished_beside(state: State, meaning: Meaning) -> bool:
    """Whether what the visit is for is named with a question that is about the office."""
    plain = bool(meaning.procedures) and meaning.procedures[0].score >= NAMED
    opens = state.phase is Phase.ASKING and state.procedure is None and not state.office_open
    return meaning.request in OF_PLACE and plain and opens


def _only_greets(state: State, meaning: Meaning) -> bool:
    """Whether it is no 「お願いします」 to something that was asked."""
    opens = state.phase is Phase.ASKING and state.procedure is None
    return (opens or meaning.answer is None) and not (
        _named(meaning) or meaning.existing or meaning.request or meaning.offices
    )


def _named(meaning: Meaning) -> bool:
    return bool(meaning.procedures or meaning.dates or meaning.times)
