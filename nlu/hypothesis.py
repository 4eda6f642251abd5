"""What a recognizer thinks was said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One of the n best guesses at an utterance."""

    text: str
    """The surface as the engine wrote it: kanji, kana or digits, no spaces between Japanese words."""

    score: float = 1.0
    """Probability-like, 0 to 1; comparable within one utterance, calibrated only where the engine says so."""

    reading: str = ""
    """Hiragana, where the engine hears sounds; empty where it writes words and nlu must read them."""
