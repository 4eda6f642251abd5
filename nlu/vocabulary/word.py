"""What a word of the vocabulary is, and how a table of words is read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヷ"))}


def folded(text: str) -> str:
    """Katakana as hiragana, one character for one: the vocabulary is looked up so."""
    return text.translate(_KATAKANA)


def is_kana(text: str, also: str = "") -> bool:
    """Whether there is nothing but kana, and characters of `also`, and not nothing."""
    return bool(text) and all("ぁ" <= c <= "ゖ" or c == "ー" or c in also for c in folded(text))


_LEANING = frozenset(
    {"Because", "Contrast", "Fact", "Positive", "Refusal", "Happened", "WillHappen", "BornAt", "Born", "Topic", "Soft", "Or", "Within", "Asking", "To", "Until",
     "After", "Around", "Roughly", "Later", "HalfHour", "Except", "Needs", "HourAround", "MinutesBefore", "MinutesPast", "Ahead", "Ending", "Turning", "PastIt", "Did", "Correct", "Negated", "NextDay", "PreviousDay", "Exactly",
     "EndOfMonth", "Same", "Sooner", "Delayed", "MonthPart", "WeekPart", "First", "NextWeek", "Of", "AllDay", "ItsWeek", "LastDay", "Shortly", "Only"}
)  # fmt: skip
"""Kinds of particles, endings and counters that follow a word."""


@dataclass(frozen=True, slots=True)
class Word:
    """A way to write or say something, with what it is and what it says."""

    form: str
    """As it stands in a text: kanji, digits, kana or a mixture; katakana folded into hiragana."""

    kind: str
    """What the rules of the grammar call it: Month, Weekday, Because."""

    value: Any = None
    """What it says: Month 12, Weekday 0 (Monday), RelativeWeek 1 (来週)."""

    ahead: str = ""
    """Characters of which one must follow, `$` being the end; empty: anything may."""

    never: tuple[str, ...] = ()
    """What must not follow."""

    behind: str = ""
    """Characters of which one must stand before it, `^` being the beginning; empty: anything may."""

    usual: str = ""
    """How it is usually written: 2時 for にじ."""

    written: str = ""
    """How a listener for sounds writes it, which looks for `form`, a reading; empty: none does."""

    @property
    def sound(self) -> bool:
        """Whether it is all kana, so that it may also be a piece of another word."""
        return is_kana(self.form)

    @property
    def leans(self) -> bool:
        """Whether it hangs on what stands before it, so that it may begin inside a run of kana."""
        return self.kind in _LEANING


def words(
    kind: str,
    value: Any,
    forms: str | Iterable[str],
    *,
    ahead: str = "",
    never: Iterable[str] = (),
    behind: str = "",
) -> list[Word]:
    """One word for each form, in spelling and as pronounced: とおか, とーか. `forms`: with spaces between, the usual one first;
    what a listener for sounds looks for stands with its readings: 「明日=あした,あす」, 「しあさって=」."""
    every: dict[str, str] = {}
    entries = [spelled(form) for form in (forms.split() if isinstance(forms, str) else forms)]
    for writing, readings in entries:
        for form in (writing, pronounced(folded(writing)), *readings, *map(pronounced, readings)):
            every.setdefault(folded(form), "")
        every |= {reading: every[reading] or writing for reading in readings}
    usual, kept = entries[0][0], tuple(never)
    return [Word(form, kind, value, ahead, kept, behind, usual, written) for form, written in every.items()]


def every_form(*said: str) -> str:
    """All that `words` makes of these, with spaces between, for a row of phrases."""
    return " ".join(word.form for forms in said for word in words("", None, forms))


def pair(word: str) -> tuple[str, str]:
    """「父=ちち」 is written 父 and read ちち; what is all kana is read as it is written: クビ as くび."""
    text, _, reading = word.partition("=")
    return text, reading or folded(text)


def spelled(entry: str) -> tuple[str, tuple[str, ...]]:
    """How it is written and how it sounds: 「明日=あした,あす」, 「しあさって=」; no sounds where none are told."""
    writing, told, readings = entry.partition("=")
    return writing, tuple((readings or writing).split(",")) if told else ()


def pronounced(kana: str) -> str:
    """As Open JTalk writes sounds: とおか -> とーか, げつよう -> げつよー."""
    out = ""
    for c in kana:
        last = out[-1:]
        o_row, u_row, e_row = last in _O, last in _U, last in _E
        out += (
            "ー" if (c == "う" and (o_row or u_row)) or (c == "お" and o_row) or (c == "い" and e_row) else c
        )
    return out


_O = frozenset("おこごそぞとどのほぼぽもよょろ")
_U = frozenset("うくぐすずつづぬふぶぷむゆゅる")
_E = frozenset("えけげせぜてでねへべぺめれ")
