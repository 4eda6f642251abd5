"""What a recognizer heard in one utterance and from where it has each hypothesis, for people."""

from collections.abc import Iterator, Sequence

from nlu.hypothesis import Hypothesis
from voicebot.columns import aligned
from voicebot.speech.kana_engine import SOURCES, KanaListening
from voicebot.speech.kana_reading import reading
from voicebot.speech.recognizer import Listening

STRINGS = 5
"""Of the open search."""


def followed(listening: Listening) -> list[str]:
    """Blocks of lines: sounds, hypotheses and known words where the engine can tell them; hypotheses alone where not."""
    heard = listening.result()
    if not isinstance(listening, KanaListening):
        return [_block("hypotheses", _hypotheses(heard, {}))]
    return [
        _block("sounds, by the open search, with their natural-log probability", _sounds(listening)),
        _block("hypotheses", _hypotheses(heard, _sources(listening))),
        _block("words of the grammar", _words(listening)),
    ]


def _block(title: str, rows: Iterator[tuple[str, ...]]) -> str:
    return "\n".join([title, *("  " + line for line in aligned(list(rows)) or ["nothing"])])


def _sounds(listening: KanaListening) -> Iterator[tuple[str, ...]]:
    """Log-probability by the audio alone, phonemes, kana; ordered by what else speaks for them, too."""
    for one in listening.heard()[:STRINGS]:
        yield f"{one.log_probability:8.2f}", one.sounds or "-", reading(one.sounds)


def _hypotheses(heard: Sequence[Hypothesis], sources: dict[str, list[str]]) -> Iterator[tuple[str, ...]]:
    for one in heard:
        yield f"{one.score:.3f}", one.text, one.reading, " + ".join(sources.get(one.reading, ()))


def _sources(listening: KanaListening) -> dict[str, list[str]]:
    """The names of the sources of each reading."""
    found: dict[str, list[str]] = {}
    for name, guesses in zip(SOURCES, listening.guesses(), strict=False):
        for kana in dict.fromkeys(guess.reading for guess in guesses):
            found.setdefault(kana, []).append(name)
    return found


def _words(listening: KanaListening) -> Iterator[tuple[str, ...]]:
    for word in listening.words():
        yield f"{word.start_ms:6} to {word.end_ms:6} ms", word.text
