"""What the question allows, handed to every recognizer in the same form."""

from dataclasses import dataclass

from nlu.grammar import NO_GRAMMAR, Grammar
from nlu.question import Expect


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

    expect: Expect = Expect.ANY
    """The kind of question."""

    grammar: Grammar = NO_GRAMMAR
    """How whole answers are put together, for engines that hear sounds."""

    closed: bool = False
    """True when nearly every answer is one of the candidates (a yes/no question), so a phrase list may rule."""

    def __hash__(self) -> int:
        """Quick, since what is prepared from hints is looked up by them for every utterance."""
        return hash((self.candidates[:1], len(self.candidates), self.expect, len(self.grammar.words)))
