"""What the question allows, handed to every recognizer in the same form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing a caller may answer."""

    text: str
    """As it is usually written: 住民票, 12月4日, はい."""

    reading: str
    """The same in hiragana: じゅうみんひょう."""


@dataclass(frozen=True, slots=True)
class Hints:
    """Vosk takes the texts as its phrase list, Whisper as its prompt; both can score the candidates."""

    candidates: tuple[Candidate, ...] = ()
    """Most likely first."""

    closed: bool = False
    """True when nearly every answer is one of the candidates (a yes/no question), so a phrase list may rule."""
