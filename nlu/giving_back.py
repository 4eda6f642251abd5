"""The answer to whether a booking is to be cancelled, in a sentence that says more than yes or no, or neither of them."""

from dataclasses import replace

from nlu import bookings
from nlu.answers import find_answer
from nlu.changing import about_changing
from nlu.meaning import Answer, Command, Meaning, Request, Scored
from nlu.own_place import about_own_place, elsewhen
from nlu.prepared import Prepared
from nlu.question import Effect, Question
from nlu.vocabulary import asked_first, letting_be
from nlu.vocabulary import giving_back as words
from nlu.vocabulary.answers import BEGINS_YES, NOTHING_GIVEN_BACK_ON
from nlu.vocabulary.bookings import EVERY, GIVEN_BACK, KEPT, STANDS_STILL
from nlu.vocabulary.existing import DENIES
from nlu.vocabulary.phrase import Phrases
from nlu.vocabulary.presumed import CANNOT_COME, GIVEN_UP

SCORE = 0.85
PLAIN = 0.75
"""A procedure from here on is named for certain."""

NAMED = 0.5
"""A procedure from here on may be another one that is meant."""

SHORT = 6
"""Characters beside 両方とも that say nothing else."""

_AT_ANY_MOMENT = (Command.REPEAT, Command.SLOWER, Command.START_OVER, Command.BACK)


def about_giving_back(
    meaning: Meaning, best: Prepared, question: Question, *, goes_on: bool = False
) -> Meaning:
    """`meaning`, its answer and its wish as the whole sentence has them; what is said last counts. Words that only give the
    reason, or thank, are a yes where nothing stands against it. `goes_on`: it ends on a day or a time that is wished."""
    if question.effect is not Effect.CANCEL or meaning.emergency or meaning.command in _AT_ANY_MOMENT:
        return meaning
    if NOTHING_GIVEN_BACK_ON.found(best.text):
        return meaning
    moves_or_asks = meaning.request is Request.CHANGE or meaning.command is Command.AGENT
    if moves_or_asks and not words.PASSES_ON.found(best.text):
        return meaning
    if meaning.dates and (meaning.request is Request.FREE or asked_first.IS_FREE.found(best.text)):
        return _clear(replace(meaning, request=Request.CHANGE))
    text = _of_this(best.text, question)
    if request := _request(text, meaning.request):
        return _clear(replace(meaning, request=request, procedures=()))
    wavers, gives, stands = (_last(said, text) for said in (words.WAVERS, words.GIVES, words.STANDS))
    begun = max(BEGINS_YES.ends(text), default=0)
    if words.ONLY_GIVES_UP.all_of(text[begun:].strip("。、")):
        return meaning if begun else _clear(replace(meaning, request=Request.UNDECIDED))
    if wavers > max(gives, stands):
        return _clear(replace(meaning, request=Request.UNDECIDED))
    if _is_yes(text, question) and text != best.text:
        return _answered(meaning, Answer.YES)
    if words.WHAT.found(text) and _of_another(meaning, question, NAMED):
        return _clear(replace(meaning, request=Request.OTHERS, procedures=()))
    no = meaning.answer is not None and meaning.answer.value is Answer.NO
    moves = goes_on and elsewhen(meaning, question) and not letting_be.PHONES_AGAIN.found(text)
    if moves and (stands > gives or (no and gives < 0)):
        return _clear(replace(meaning, request=Request.CHANGE, keeps=False))
    if stands > gives:
        return _answered(meaning, Answer.NO)
    resolved = stands < 0 and words.GIVES_IN.found(text) and words.RESOLVED.found(text)
    if words.ASKS_TO.all_of(text) or resolved:
        return _answered(meaning, Answer.YES)
    if meaning.unknown and meaning.answer is None and gives < 0:
        return _clear(replace(meaning, request=Request.UNDECIDED))
    if gives < 0 and _asks_for_it(meaning, question):
        return _clear(replace(meaning, request=Request.CHECK))
    if _plain(meaning):
        return replace(meaning, command=None)
    if not (gives >= 0 or (_agrees(text) and not meaning.asks)):
        return meaning
    repeats = begun and gives < 0 and (meaning.dates or meaning.times)
    if meaning.asks or repeats or _on_another_day(meaning, question):
        return meaning
    one_of = words.ONE_OF.found(text) and not _of_these(meaning, question)
    if text == best.text and (one_of or _of_another(meaning, question)):
        return meaning
    return _answered(meaning, Answer.YES)


def _of_this(text: str, question: Question) -> str:
    """`text` less what is said of others, and what is wanted once it is cancelled."""
    if asked_first.REBOOKS.found(text):
        return text
    text = words.OTHER_ONES.replaced(text, "、")
    then = asked_first.AFTERWARDS.find(text)
    head = text[: then[0]] if then else text
    return head if words.GIVES.found(head + "。") or (then and _is_yes(head, question)) else text


def _is_yes(text: str, question: Question) -> bool:
    begun = max(BEGINS_YES.ends(text), default=0)
    answer = find_answer(asked_first.LEADS_ON.replaced(text).strip("、。"), "", question) if begun else None
    return answer is not None and answer.value is Answer.YES and answer.score >= SCORE


def _asks_for_it(meaning: Meaning, question: Question) -> bool:
    """「水曜って二日ですか」: whether the day that is read out is asked for."""
    days = question.anchor.days
    asks = (meaning.asks or meaning.checks) and meaning.answer is None and meaning.request is None
    return asks and bool(meaning.dates) and all(one.value.first in days for one in meaning.dates)


def _on_another_day(meaning: Meaning, question: Question) -> bool:
    """「2日のを取り消してください」, asked of another day's; a day of a story is asked about, too."""
    days = question.anchor.days
    return bool(days) and any(one.value.first not in days for one in meaning.dates)


def _of_these(meaning: Meaning, question: Question) -> bool:
    """「住民票のだけ取り消してください」, asked of 住民票."""
    named = {one.value for one in meaning.procedures if one.score >= PLAIN}
    return bool(named) and named <= set(question.read_back)


def _of_another(meaning: Meaning, question: Question, clear: float = PLAIN) -> bool:
    """「消したいのは介護のほうよ」"""
    named = {one.value for one in meaning.procedures if one.score >= clear} | {*meaning.dropped}
    return bool(named.difference(question.read_back))


def about_moving(meaning: Meaning, best: Prepared, question: Question) -> Meaning:
    """`meaning`, asked to when a booking is to be moved, or whether to: it may be given back instead, or stand after all."""
    if question.effect is Effect.CHANGE and question.read_back:
        if letting_be.STANDS_AFTER_ALL.found(best.text):
            return replace(_stands(meaning), procedures=(), dropped=())
        if STANDS_STILL.found(best.text):
            return _clear(replace(meaning, request=Request.CHECK))
        return about_changing(meaning, best, question)
    if question.effect is Effect.CHANGE and meaning.request is None:
        yes = meaning.answer is not None and meaning.answer.value is Answer.YES
        moves = bookings.changes(best.text) and not (yes or DENIES.found(best.text))
        return _clear(replace(meaning, request=Request.CHANGE)) if moves else meaning
    asked = question.anchor.moves and question.effect is None and question.existing is None
    if not asked or meaning.emergency or meaning.command not in (None, Command.GOODBYE):
        return meaning
    meaning = about_own_place(meaning, best, question)
    left = KEPT.replaced(best.text, "、")
    when = meaning.times or any(one.value.first not in question.anchor.days for one in meaning.dates)
    if letting_be.UNTIL.found(left) and not when:
        return _clear(replace(meaning, request=Request.STANDS_UNTIL))
    if (
        words.GIVES.found(left)
        and not when
        and not letting_be.LETS_BE.found(left[: _last(words.GIVES, left)])
    ):
        return _clear(replace(meaning, request=Request.CANCEL, keeps=False))
    if meaning.request is Request.UNDECIDED and (
        letting_be.WAITS.found(best.text) or letting_be.LETS_BE.found(best.text)
    ):
        return _stands(meaning)
    again = letting_be.PHONES_AGAIN.found(best.text) and not meaning.times
    if again and not meaning.procedures and len(meaning.dates) <= 1:
        return _stands(meaning)
    if when or meaning.order or meaning.shift or bookings.changes(best.text):
        return meaning
    if letting_be.LETS_BE.found(best.text) and not meaning.procedures:
        return _stands(meaning)
    given = _last(words.GIVES, left) >= 0 or GIVEN_UP.found(left) or words.CAN_GIVE.found(left)
    if given or (left != best.text and words.GIVES_INSTEAD.found(left)):
        return _clear(replace(meaning, request=Request.CANCEL, keeps=False))
    return meaning


def gives_back(best: Prepared) -> bool:
    """Whether nothing is said but which bookings are meant, that they are to be given back, and why."""
    text = best.text
    why = (GIVEN_UP, GIVEN_BACK, CANNOT_COME, words.REASONS, words.ASSENTS)
    said = _last(words.GIVES, text) >= 0 or any(one.found(text) for one in why)
    return said or len(EVERY.replaced(text).strip("。、")) <= SHORT


def _request(text: str, found: Request | None) -> Request | None:
    """What is asked or wished instead. `found`: what it would ask at another moment."""
    if asked_first.MOVES.found(text) or asked_first.REBOOKS.found(text) or bookings.changes(text):
        return Request.CHANGE
    if asked_first.COSTS.found(text) or asked_first.COSTS_THEN.found(text):
        return Request.CANCEL_COST
    if asked_first.AGAIN.found(text):
        return Request.CANCEL_AFTER
    if found in (Request.FEE, Request.PARKING_FEE):
        return Request.CANCEL_COST
    if (
        asked_first.CLAIMS.found(text)
        or asked_first.REMAIN.found(text)
        or asked_first.SOMEBODY_ELSES.found(text)
        or STANDS_STILL.found(text)
    ):
        return Request.OTHERS
    return Request.CHECK if asked_first.TOLD_AGAIN.found(text) else None


def _last(said: Phrases, text: str) -> int:
    """Where the last of them ends; -1 where none stands."""
    ends = (end for _, end in said.every(text) if not words.QUOTED.ends(text, end))
    return max(ends, default=-1)


def _plain(meaning: Meaning) -> bool:
    answer = meaning.answer
    return answer is not None and answer.value is Answer.YES and answer.score >= SCORE


def _agrees(text: str) -> bool:
    """Whether nothing is said but why it cannot be kept, thanks, an apology."""
    if KEPT.found(text):
        return False
    return words.REASONS.found(text) or words.COURTESY.found(text) or words.ASSENTS.found(text)


def _answered(meaning: Meaning, answer: Answer) -> Meaning:
    """Days and times of a story are none of another wish."""
    said = Scored(answer, SCORE)
    return replace(meaning, answer=said, command=None, request=None, excluded=(), dates=(), times=())


def _stands(meaning: Meaning) -> Meaning:
    return _clear(replace(meaning, request=None, keeps=True, dates=(), unchanged=()))


def _clear(meaning: Meaning) -> Meaning:
    return replace(meaning, answer=None, command=None, greets=False)
