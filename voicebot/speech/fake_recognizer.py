"""A Recognizer that hears what it is told to: for tests of what uses one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech.recognizer import BESIDE, Listening, Pcm, Ranked


@dataclass
class FakeListening:
    recognizer: "FakeRecognizer"
    beside: bool = False
    """It is only overheard: what it hears is heard again as an utterance."""

    samples: int = 0
    """How much audio it was fed."""

    heard: tuple[Hypothesis, ...] | None = None

    def feed(self, pcm: Pcm) -> None:
        self.samples += len(pcm)

    def result(self) -> tuple[Hypothesis, ...]:
        """The next utterance of the script; the same at every call."""
        if self.beside:
            return self.recognizer.script[0] if self.recognizer.script else ()
        if self.heard is None:
            self.heard = self.recognizer.script.pop(0) if self.recognizer.script else ()
        return self.heard

    def score(self, candidates: Sequence[Candidate]) -> tuple[Ranked, ...]:
        """A candidate that was heard word for word has the score it was heard with."""
        scores = {hypothesis.text: hypothesis.score for hypothesis in self.result()}
        ranked = [Ranked(c, scores[c.text]) for c in candidates if c.text in scores]
        return tuple(sorted(ranked, key=lambda one: -one.score))


@dataclass
class FakeRecognizer:
    """Each utterance that is asked for its result hears the next entry of the script, then nothing."""

    script: list[tuple[Hypothesis, ...]]
    hints: list[Hints] = field(default_factory=list)
    """What each utterance was hinted with."""

    name: str = "fake"

    @classmethod
    def hearing(cls, texts: Iterable[str]) -> "FakeRecognizer":
        """One hypothesis an utterance; "" for one in which nothing is heard."""
        return cls([(Hypothesis(text),) if text else () for text in texts])

    def listen(self, hints: Hints, brief: bool = False) -> Listening:
        beside = hints is BESIDE
        if not beside:
            self.hints.append(hints)
        return FakeListening(self, beside)
