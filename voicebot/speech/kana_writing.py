"""Sounds as text in which the words that the question allows are written as usual: えーと12月4日でおねがいします."""

import re
from functools import lru_cache

from nlu.grammar import tells
from nlu.hints import Hints
from nlu.phonemes import phonemes
from voicebot.speech.kana_reading import reading, spelled

SHORTEST = 4
"""Sounds; shorter words are found everywhere, and written only where they are the whole answer."""


class Writing:
    """The words of one question, and those of the grammar that tell something."""

    def __init__(self, hints: Hints) -> None:
        texts: dict[str, str] = {}
        for candidate in hints.candidates:
            texts.setdefault(phonemes(candidate.reading), candidate.text)
        self._answers = dict(texts)
        for word in hints.grammar.words:
            if tells(word):
                texts.setdefault(phonemes(word.form), word.written)
        kept = {sounds: text for sounds, text in texts.items() if len(sounds) >= SHORTEST}
        self._texts = dict(sorted(kept.items(), key=lambda item: -len(item[0])))

    @property
    def words(self) -> tuple[str, ...]:
        """The sounds of the candidates, longest first."""
        return tuple(sounds for sounds in self._texts if sounds in self._answers)

    @property
    def answers(self) -> tuple[str, ...]:
        """The sounds of all candidates."""
        return tuple(self._answers)

    def write(self, sounds: str) -> tuple[str, int]:
        """The text, and how many of the sounds are in words of the question. Longer words come first."""
        if sounds in self._answers:
            return self._answers[sounds], len(sounds)
        return self._write(sounds, self._within(sounds))

    def known(self, sounds: str) -> tuple[str, ...]:
        """The words that `write` writes as usual, as they are written."""
        if sounds in self._answers:
            return (self._answers[sounds],)
        for word, text in self._within(sounds):
            start = _place(word, sounds)
            if start >= 0:
                return (*self.known(sounds[:start]), text, *self.known(sounds[start + len(word) :]))
        return ()

    def _within(self, sounds: str) -> list[tuple[str, str]]:
        """The words whose sounds are somewhere among these, torn or not."""
        return [(word, text) for word, text in self._texts.items() if word in sounds]

    def _write(self, sounds: str, words: list[tuple[str, str]]) -> tuple[str, int]:
        """`words`: those that may be in the sounds."""
        for word, text in words:
            start = _place(word, sounds)
            if start >= 0:
                (first, some), (last, more) = (
                    self._write(sounds[:start], words),
                    self._write(sounds[start + len(word) :], words),
                )
                return first + text + _after_word(last), some + len(word) + more
        return spelled(reading(sounds)), 0


@lru_cache(maxsize=64)
def writing_for(hints: Hints) -> Writing:
    """Prepared once per question."""
    return Writing(hints)


def _place(word: str, sounds: str) -> int:
    """Where the word begins, -1 if nowhere: 「だしたい」 holds the sounds of あした, but not from a mora's beginning."""
    start = sounds.find(word)
    while start >= 0:
        torn = start > 0 and word[0] in "aiueo" and sounds[start - 1] not in "aiueoNQ:"
        goes_on = sounds[start + len(word) :].startswith(":")
        if not torn and not goes_on:
            return start
        start = sounds.find(word, start + 1)
    return -1


_PARTICLES = re.compile(r"お(?!ねがい|ー)|わ(?!か|た|す|ー)")


def _after_word(text: str) -> str:
    """What follows a word, with を and は where they are heard as お and わ."""
    if _PARTICLES.match(text):
        return ("を" if text[0] == "お" else "は") + text[1:]
    return text
