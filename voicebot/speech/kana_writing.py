"""Sounds as text in which the words that the question allows are written as usual: えーと12月4日でおねがいします."""

from collections.abc import Iterable

from nlu.hints import Candidate
from nlu.phonemes import phonemes
from voicebot.speech.kana_reading import reading, spelled

SHORTEST = 4
"""Sounds; shorter words are found everywhere."""


class Writing:
    """The words of one question."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        texts: dict[str, str] = {}
        for candidate in candidates:
            texts.setdefault(phonemes(candidate.reading), candidate.text)
        kept = {sounds: text for sounds, text in texts.items() if len(sounds) >= SHORTEST}
        self._texts = dict(sorted(kept.items(), key=lambda item: -len(item[0])))

    @property
    def words(self) -> tuple[str, ...]:
        """The sounds of the words, longest first."""
        return tuple(self._texts)

    def write(self, sounds: str) -> tuple[str, int]:
        """The text, and how many of the sounds are in words of the question. Longer words come first."""
        for word, text in self._texts.items():
            before, found, after = sounds.partition(word)
            if found and not after.startswith(":"):
                (first, some), (last, more) = self.write(before), self.write(after)
                return first + text + last, some + len(word) + more
        return spelled(reading(sounds)), 0
