"""Words that mean something in every call, so that no procedure may be called by them: 「はい」, 「係員」, 「取り消し」, 「月曜日」."""

from datetime import datetime
from functools import lru_cache

from nlu import slots, when
from nlu.clock import local
from nlu.hypothesis import Hypothesis
from nlu.interpret import interpret
from nlu.lexicon import Lexicon
from nlu.prepared import prepare
from nlu.question import Expect, Question
from nlu.vocabulary.answers import ANY_ANSWER, POLITE
from nlu.vocabulary.existing import BOOKING
from nlu.vocabulary.phrase import Phrases, maybe
from nlu.voting import SURE

_ASKED = Question(Expect.ANSWER)
_WHEN = Question(Expect.ANY)
_SOME_DAY = datetime.fromisoformat("2026-11-27T10:00:00+09:00")
"""Which words name a day does not hang on the day."""

_NO_WORDS = Lexicon()
ENDING = 1
"""Characters of an ending (取り消し) that the words of an answer leave."""

_DEEDS = Phrases(
    BOOKING,
    (
        maybe((BOOKING, maybe("の を"))),
        "変更 へんこう 取り消し 取消し とりけし 確認 かくにん",
        maybe("する したい"),
    ),
)
"""What is done with a booking, by its bare name."""

_BETWEEN = "のはにでがを、。"


@lru_cache(maxsize=4096)
def is_taken(said: str) -> bool:
    """Whether the caller who says this, in writing or as a reading, has answered, given a command, or named a day or a
    time and nothing else."""
    if _DEEDS.all_of(prepare(said).text):
        return True
    meaning = interpret([Hypothesis(said)], _ASKED, _SOME_DAY, _NO_WORDS)
    if meaning.command or meaning.order:
        return True
    if meaning.answer and meaning.answer.score >= SURE and _is_answer(said):
        return True
    return _is_when(said)


def _is_answer(said: str) -> bool:
    """Whether next to nothing is left beside the words of an answer: 「登録の取り消し」 is more than that."""
    text = prepare(said).text
    return len(POLITE.replaced(ANY_ANSWER.replaced(text)).strip()) <= ENDING


def _is_when(said: str) -> bool:
    part = prepare(said)
    at = when.moment(local(_SOME_DAY), _NO_WORDS)
    named = [day.text for day in slots.days_in(part, _WHEN, at)]
    named += [time.text for time in slots.times_in(part, _WHEN, at)]
    return bool(named) and any(not _without(form, named).strip(_BETWEEN) for form in (part.smooth, part.text))


def _without(form: str, named: list[str]) -> str:
    for words in named:
        form = form.replace(words, "")
    return form
