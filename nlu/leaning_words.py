"""Words that lean on what was said before: 「印鑑証明も」, 「10日」 after a month, 「木曜日」 after a Thursday."""

from functools import cache

from nlu.vocabulary.days import day_words
from nlu.vocabulary.phrase import Phrases, never

_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_TOO = Phrases(
    "あと それと それから 一緒 いっしょ ついで", ("も", "お願い おねがい です したい 取 と、 、 。 $")
)
_PART = Phrases("上旬 中旬 下旬 じょうじゅん じょーじゅん ちゅうじゅん ちゅーじゅん げじゅん")


def one_more(text: str) -> bool:
    """Whether what is named comes on top of what was named before, and does not take its place."""
    return _TOO.found(text)


def bare_day(text: str) -> bool:
    """Whether a day is named by its number alone; which month is meant was said before."""
    return not _more_than_a_day().found(text)


def bare_part(text: str) -> bool:
    """Whether a third of a month is named alone: 「下旬」."""
    return _PART.found(text) and "月" not in text and "がつ" not in text


def bare_weekday(text: str) -> bool:
    """Whether a day is named by its weekday alone."""
    return "曜" in text and not _day_of_its_own().found(text)


@cache
def _more_than_a_day() -> Phrases:
    return Phrases("月 曜 週 末 後", _relative_days())


@cache
def _day_of_its_own() -> Phrases:
    return Phrases((_DIGITS, "日"), "週 日後 今度 次", _relative_days(), ("月", never("曜")))


def _relative_days() -> str:
    """That are counted from another day."""
    return " ".join(word.form for word in day_words() if word.kind in ("RelativeDay", "NextDay"))
