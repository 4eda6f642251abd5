"""What Whisper's decoder writes, led by sentences of the domain, without what it makes up."""

import zlib
from collections.abc import Sequence

from nlu.hints import Hints
from voicebot.speech.whisper_model import Decoded, Encoded, WhisperModel
from voicebot.speech.written import tidy

BEAM = 5

# Sentences lead the decoder to sentences; many bare words lead it to lists of words, and no prompt to anything.
_PROMPT = (
    "市役所の予約の電話です。住民票の手続きをお願いします。12月4日の午後2時、来週の木曜日の10時半でお願いします。"
    "はい、それで結構です。係員に代わってください。もう一度言ってください。"
)
_PROMPT_WORDS = 10
_ECHO = tidy(_PROMPT)

# Against texts made from silence. Prompted speech stays under 0.3, noise and silence above 0.45.
_NO_SPEECH = 0.4
# Whisper's own threshold against texts that go round in circles (Radford et al. 2022, section 4.5).
_REPEATED = 2.4


def prompt(model: WhisperModel, hints: Hints) -> list[int]:
    """What leads the decoder to the answers that the question allows."""
    return model.prompt(_PROMPT, [candidate.text for candidate in hints.candidates[:_PROMPT_WORDS]])


def texts(model: WhisperModel, encoded: Encoded, prompt: Sequence[int]) -> tuple[Decoded, ...]:
    """The n best texts of a window, tidy, best first; empty when nobody spoke."""
    decoded_texts, no_speech = model.decode(encoded, prompt, BEAM, BEAM)
    if no_speech > _NO_SPEECH:
        return ()
    best: dict[str, Decoded] = {}
    for decoded in decoded_texts:
        text = tidy(decoded.text)
        if text and text not in best and not _repeats(text) and not _echoes(text):
            best[text] = Decoded(text, decoded.log_probability)
    return tuple(best.values())


def joined(windows: Sequence[tuple[Decoded, ...]]) -> tuple[Decoded, ...]:
    """The n-th best of each window after one another."""
    spoken = [window for window in windows if window]
    ranks = range(max((len(window) for window in spoken), default=0))
    parts = [[window[min(rank, len(window) - 1)] for window in spoken] for rank in ranks]
    return tuple(Decoded("".join(one.text for one in part), _mean(part)) for part in parts)


def _mean(parts: Sequence[Decoded]) -> float:
    return min(0.0, sum(part.log_probability for part in parts) / len(parts))


def _repeats(text: str) -> bool:
    data = text.encode()
    return len(data) / len(zlib.compress(data)) > _REPEATED


def _echoes(text: str) -> bool:
    """Whether the prompt came back instead of the audio: more than a sentence of it, word for word."""
    return text in _ECHO and len(text) > 20
