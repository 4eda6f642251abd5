"""Whisper base as the one that writes kanji: whole utterances, for people who read them afterwards."""

from nlu.hints import Hints
from voicebot.speech.recognizer import Pcm
from voicebot.speech.whisper_engine import WhisperRecognizer


class WhisperWriter:
    """An engine on one core."""

    def __init__(self) -> None:
        """Loads the model (about 2 s, 250 MB). Raises EngineMissing when the weights are missing or damaged."""
        self._whisper = WhisperRecognizer(threads=1)

    def __call__(self, pcm: Pcm) -> str:
        """The text of an utterance at 16,000 Hz, shape (samples,), of any length; empty where nobody spoke."""
        listening = self._whisper.listen(Hints())
        listening.feed(pcm)
        heard = listening.result()
        return heard[0].text if heard else ""
