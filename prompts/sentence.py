"""A sentence ready to be spoken."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spoken:
    """A value for a sentence: a date, a time, a name."""

    text: str
    """As written in a transcript: 11月24日火曜日."""

    speech: str
    """As handed to a synthesizer that reads kanji; kana wherever such an engine would read it wrong."""

    reading: str
    """All hiragana, as it must be heard; 「、」 for a pause."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A rendered prompt. Same key and values, same sentence."""

    key: str
    text: str
    speech: str
    reading: str
    fixed: bool
    """True when the sentence has no values, so that it can be rendered ahead (the catalogue)."""

    def pieces(self) -> tuple["Sentence", ...]:
        """The sentence cut after each 「。」, so that the first can be heard while the next is made."""
        return self._cut("[^。]+。?")

    def phrases(self) -> tuple["Sentence", ...]:
        """A piece cut after each 「、」, where what differs from call to call differs least: 「住民票、」「12月1日、」「火曜日、」."""
        return self._cut("[^、]+、?")

    def _cut(self, part: str) -> tuple["Sentence", ...]:
        parts = [re.findall(part, form) for form in (self.text, self.speech, self.reading)]
        if len({len(part) for part in parts}) != 1:
            return (self,)
        return tuple(
            Sentence(self.key, text, speech, reading, self.fixed)
            for text, speech, reading in zip(*parts, strict=True)
        )

    @property
    def morae(self) -> int:
        """Length in mora: kana without the small ゃゅょ and vowels that join the one before."""
        return sum(1 for c in self.reading if "ぁ" <= c <= "ゖ" or c == "ー") - sum(
            1 for c in self.reading if c in "ぁぃぅぇぉゃゅょゎ"
        )
