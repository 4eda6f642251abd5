"""The forms of a verb as the beginnings by which each is known: 死ぬ is 死な, 死に, 死ぬ, 死んだ, 死んで, 死んどる.

A beginning is all of a form that tells it apart, so that what follows may be polite, honorific or dialect (亡くなりんしゃった).
"""

from enum import StrEnum


class Inflection(StrEnum):
    FIVE = "five"
    """死ぬ, 引っ越す"""
    ONE = "one"
    """辞める, 生まれる"""
    NOUN = "noun"
    """結婚, 受け取り: with する, alone, or as 結婚の."""


_ROWS = {
    "う": "わいうえお", "く": "かきくけこ", "ぐ": "がぎぐげご", "す": "さしすせそ", "つ": "たちつてと", "ぬ": "なにぬねの", "ぶ": "ばびぶべぼ", "む": "まみむめも", "る": "らりるれろ",
}  # fmt: skip
_PAST = {
    "う": ("った", "って", "っと", "っち", "うた", "うて"), "つ": ("った", "って", "っと", "っち"), "る": ("った", "って", "っと", "っち", "んしゃ", "んな"), "く": ("いた", "いて", "いと", "いち"),
    "ぐ": ("いだ", "いで", "いど"), "す": ("いた", "いて"), "ぬ": ("んだ", "んで", "んど", "んじ"), "ぶ": ("んだ", "んで", "んど"), "む": ("んだ", "んで", "んど", "んじ"),
}  # fmt: skip
"""Behind the stem; the whole North of Kyushu says 引っ越いた and もろうた, 亡くなんしゃった."""

_BEHIND_ONE = "たてるまられよなんとちさりず"
"""What a form of 辞める goes on with: 辞めた, 辞めとる, 辞めちゃった, 辞めらした."""

_ROUND, _FRONT = (
    "おこそとのほもよろごぞどぼぽょうくすつぬふむゆるぐずづぶぷゅ",
    "えけせてねへめれげぜでべぺぇ",
)
_GOING = ("行く", "逝く", "いく", "ゆく")


def beginnings(word: str, how: Inflection) -> tuple[str, ...]:
    """`word`: the dictionary form, or the noun, written or as its reading."""
    if how is Inflection.NOUN:
        return (word,)
    stem, last = word[:-1], word[-1]
    if how is Inflection.ONE:
        return tuple(stem + kana for kana in _BEHIND_ONE)
    past = _PAST["つ"] if word in _GOING else _PAST[last]
    return tuple(stem + kana for kana in (*_ROWS[last], *past))


def over(word: str, how: Inflection) -> tuple[str, ...]:
    """The beginnings of the forms in which it has happened: 死んだ, 死にまし, 結婚して."""
    if how is Inflection.NOUN:
        return tuple(word + end for end in ("して", "した", "しまし", "し、", "しとる", "しとっ"))
    stem, last = word[:-1], word[-1]
    if how is Inflection.ONE:
        return tuple(stem + end for end in ("て", "た", "まし", "ちゃ", "とる", "とっ"))
    plain = ("した", "して", "しと", "しち") if last == "す" else ()
    return (*(stem + end for end in (*_PAST[last], *plain)), stem + _ROWS[last][1] + "まし")


def ahead(word: str, how: Inflection) -> tuple[str, ...]:
    """The same of those in which it will: 引っ越す, 生まれます."""
    if how is Inflection.NOUN:
        return tuple(word + end for end in ("する", "すん", "しま"))
    stem, last = word[:-1], word[-1]
    return (word, stem + "ま") if how is Inflection.ONE else (word, stem + _ROWS[last][1] + "ま")


def as_pronounced(kana: str) -> str:
    """とうろく as recognizers write what they hear: とーろく."""
    pairs = zip(" " + kana, kana, strict=False)
    long = ((last in _ROUND and one == "う") or (last in _FRONT and one == "い") for last, one in pairs)
    return "".join("ー" if held else one for held, one in zip(long, kana, strict=True))
