"""Words that lean on what was said before: 「印鑑証明も」, 「10日」 after a month, 「木曜日」 after a Thursday."""

from nlu.vocabulary.phrase import Phrases, never

_DIGITS = "0 1 2 3 4 5 6 7 8 9"
_NEAR_DAYS = "今日 本日 明日 翌日 きょう あした あさって あす"
_TOO = Phrases(
    "あと それと それから 一緒 いっしょ ついで", ("も", "お願い おねがい です したい 取 と、 、 。 $")
)
_MORE_THAN_A_DAY = Phrases("月 曜 週 末 後", _NEAR_DAYS)
_DAY_OF_ITS_OWN = Phrases((_DIGITS, "日"), "週 日後 今度 次", _NEAR_DAYS, ("月", never("曜")))
_PART = Phrases("上旬 中旬 下旬 じょうじゅん じょーじゅん ちゅうじゅん ちゅーじゅん げじゅん")


def one_more(text: str) -> bool:
    """Whether what is named comes on top of what was named before, and does not take its place."""
    return _TOO.found(text)


def bare_day(text: str) -> bool:
    """Whether a day is named by its number alone; which month is meant was said before."""
    return not _MORE_THAN_A_DAY.found(text)


def bare_part(text: str) -> bool:
    """Whether a third of a month is named alone: 「下旬」."""
    return _PART.found(text) and "月" not in text and "がつ" not in text


def bare_weekday(text: str) -> bool:
    """Whether a day is named by its weekday alone."""
    return "曜" in text and not _DAY_OF_ITS_OWN.found(text)
