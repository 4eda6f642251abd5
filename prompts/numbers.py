"""Numbers as they are best heard on a telephone.

Seven is なな, four よん, nine きゅう and zero ゼロ, save where the language has only one word (よじ,
くじ, しがつ, くがつ, よっか, ここのか): しち is mistaken for いち, and し for しち.
"""

DIGITS = ("ぜろ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう")
"""Spoken singly, as in a booking or telephone number."""

MONTHS = (
    *("いちがつ", "にがつ", "さんがつ", "しがつ", "ごがつ", "ろくがつ"),
    *("なながつ", "はちがつ", "くがつ", "じゅうがつ", "じゅういちがつ", "じゅうにがつ"),
)
"""Index 0 is January."""

_DAYS_OF_THEIR_OWN = {
    1: "ついたち",
    2: "ふつか",
    3: "みっか",
    4: "よっか",
    5: "いつか",
    6: "むいか",
    7: "なのか",
    8: "ようか",
    9: "ここのか",
    10: "とおか",
    14: "じゅうよっか",
    19: "じゅうくにち",
    20: "はつか",
    24: "にじゅうよっか",
    29: "にじゅうくにち",
}

_MINUTES = {
    1: "いっぷん",
    2: "にふん",
    3: "さんぷん",
    4: "よんぷん",
    5: "ごふん",
    6: "ろっぷん",
    7: "ななふん",
    8: "はっぷん",
    9: "きゅうふん",
}

_HOURS = {4: "よじ", 9: "くじ", 14: "じゅうよじ", 19: "じゅうくじ", 24: "にじゅうよじ"}


_HUNDREDS = {1: "ひゃく", 3: "さんびゃく", 6: "ろっぴゃく", 8: "はっぴゃく"}


def cardinal(number: int) -> str:
    """0 to 999 in hiragana."""
    hundreds, rest = divmod(number, 100)
    if hundreds:
        return _HUNDREDS.get(hundreds, DIGITS[hundreds] + "ひゃく") + (cardinal(rest) if rest else "")
    tens, units = divmod(number, 10)
    if tens == 0:
        return DIGITS[units]
    head = ("" if tens == 1 else DIGITS[tens]) + "じゅう"
    return head + (DIGITS[units] if units else "")


def day_of_month(day: int) -> str:
    """1 to 31: ついたち, ようか, じゅうななにち."""
    return _DAYS_OF_THEIR_OWN.get(day) or cardinal(day) + "にち"


def hour(hours: int) -> str:
    """0 to 24: よじ, ななじ, くじ, じゅうななじ."""
    return _HOURS.get(hours) or cardinal(hours) + "じ"


def minute(minutes: int) -> str:
    """1 to 59: じゅうごふん, よんじゅっぷん."""
    tens, units = divmod(minutes, 10)
    if units == 0:
        return cardinal(minutes).removesuffix("う") + "っぷん"
    return (cardinal(tens * 10) if tens else "") + _MINUTES[units]
