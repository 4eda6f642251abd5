"""Words that lean on what was said before: 「印鑑証明も」, 「10日」 after a month, 「木曜日」 after a Thursday."""

import re
from functools import cache

from nlu.vocabulary.days import day_words

_TOO = re.compile(
    r"あと|それと|それから|一緒|いっしょ|ついで|も(?:お願い|おねがい|です|したい|取|と、|、|。|$)"
)
_MORE_THAN_A_DAY = r"月|曜|週|末|後"
_DAY_OF_ITS_OWN = r"\d日|週|月(?!曜)|日後|今度|次"
_PART = re.compile(r"[上中下]旬|(?:じょう|じょー|ちゅう|ちゅー|げ)じゅん")


def one_more(text: str) -> bool:
    """Whether what is named comes on top of what was named before, and does not take its place."""
    return _TOO.search(text) is not None


def bare_day(text: str) -> bool:
    """Whether a day is named by its number alone; which month is meant was said before."""
    return _or_relative(_MORE_THAN_A_DAY).search(text) is None


def bare_part(text: str) -> bool:
    """Whether a third of a month is named alone: 「下旬」."""
    return _PART.search(text) is not None and "月" not in text and "がつ" not in text


def bare_weekday(text: str) -> bool:
    """Whether a day is named by its weekday alone."""
    return "曜" in text and _or_relative(_DAY_OF_ITS_OWN).search(text) is None


@cache
def _or_relative(pattern: str) -> re.Pattern[str]:
    """Or a day that is counted from another."""
    relative = (word.form for word in day_words() if word.kind in ("RelativeDay", "NextDay"))
    return re.compile("|".join([pattern, *map(re.escape, relative)]))
