"""What is known in every pause of a turn: where voice activity puts it, and what the listener guessed there, kept in var/turns."""

import json
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import ears_samples
from bench.ears_sentences import NOW
from bench.turns_samples import Turn
from nlu.hinting import hints_for
from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from nlu.question import Expect, Question
from voicebot.speech import closed
from voicebot.speech.kana_engine import KanaRecognizer
from voicebot.speech.recognizer import Pcm, Recognizer
from voicebot.speech.vad import CHUNK_MS, VoiceActivity
from voicebot.turns.endpoint import Endpointing, Paused, Resumed, SpeechStarted

FOLDER = Path("var/turns")
PER_MS = 16
PRE_ROLL_MS = 1_000
RESUME_MS = 64
"""Speech that is needed to be certain that the caller went on."""

SLIP_MS = 100
"""Voice activity may end so much sooner than the level does."""


@dataclass(frozen=True, slots=True)
class Silence:
    """One pause as voice activity sees it."""

    ended_ms: int
    """Where the speech stopped."""

    resumed_ms: int | None
    """When it was certain that the caller went on; None at the end."""

    started_ms: int
    """Where the turn began."""

    guess: tuple[Hypothesis, ...]
    """Of everything up to a pause's beginning."""

    @property
    def length_ms(self) -> int | None:
        """How long nothing was said; None at the end."""
        return None if self.resumed_ms is None else self.resumed_ms - self.ended_ms - RESUME_MS


@dataclass(frozen=True, slots=True)
class HeardTurn:
    turn: Turn
    silences: tuple[Silence, ...]

    @property
    def end_ms(self) -> int:
        """Where the speech ends for good: by its level, without clicks and breath after what voice activity takes for speech."""
        starts = [0, *(end for _, end in self.turn.pauses)]
        ends = [*(start for start, _ in self.turn.pauses), self.turn.end_ms]
        last_ms = self.silences[-1].ended_ms
        return max(end for start, end in zip(starts, ends, strict=True) if start < last_ms)

    def is_end(self, silence: Silence) -> bool:
        """Whether the turn was over when it began."""
        return silence.length_ms is None or silence.ended_ms >= self.end_ms - SLIP_MS


def heard(turns: Iterable[Turn], name: str, folder: Path = FOLDER) -> list[HeardTurn]:
    """Each turn with its silences. A guess is made once and kept in FOLDER/NAME.jsonl."""
    kept = _kept(folder / f"{name}.jsonl")
    folder.mkdir(parents=True, exist_ok=True)
    listener = _Listener()
    found = []
    with (folder / f"{name}.jsonl").open("a", encoding="utf-8") as file:
        for number, turn in enumerate(turns, 1):
            key = f"{turn.id} {turn.expect} {zlib.crc32(turn.pcm.tobytes())}"
            if key not in kept:
                kept[key] = [_as_json(one) for one in listener.silences(turn)]
                file.write(json.dumps({"turn": key, "silences": kept[key]}, ensure_ascii=False) + "\n")
                file.flush()
                if number % 20 == 0:
                    print(f"{name}: {number} turns heard", file=sys.stderr, flush=True)
            found.append(HeardTurn(turn, tuple(map(_from_json, kept[key]))))
    return found


class _Listener:
    """Loads the engine when the first turn needs it."""

    def __init__(self) -> None:
        self._recognizer: Recognizer | None = None
        self._hints: dict[Expect, Hints] = {}

    def silences(self, turn: Turn) -> Iterator[Silence]:
        if self._recognizer is None:
            self._recognizer = KanaRecognizer(threads=1)
            self._lexicon = ears_samples.lexicon()
        if turn.expect not in self._hints:
            self._hints[turn.expect] = hints_for(Question(turn.expect), NOW, self._lexicon)
        hints = self._hints[turn.expect]
        listening = self._recognizer.listen(hints)
        paused, started, fed = None, 0, None
        guess: tuple[Hypothesis, ...] = ()
        for event in _events(turn.pcm):
            match event:
                case SpeechStarted():
                    started = event.started_ms
                case Paused():
                    start = max(0, started - PRE_ROLL_MS) * PER_MS if fed is None else fed
                    fed = event.at_ms * PER_MS
                    listening.feed(turn.pcm[start:fed])
                    guess, paused = closed.hear(listening, hints), event
                case Resumed() if paused is not None:
                    yield Silence(paused.ended_ms, event.at_ms, started, guess)
                    paused = None
        if paused is not None:
            yield Silence(paused.ended_ms, None, started, guess)


def _events(pcm: Pcm) -> Iterator[SpeechStarted | Paused | Resumed]:
    """Voice activity alone: no silence is the end."""
    endpointing = Endpointing(patience_ms=10**9, resume_ms=RESUME_MS, max_ms=10**9)
    for probability in VoiceActivity().feed(pcm):
        for event in endpointing.process(CHUNK_MS, probability):
            assert isinstance(event, SpeechStarted | Paused | Resumed)
            yield event


def _kept(path: Path) -> dict[str, list[dict[str, object]]]:
    if not path.is_file():
        return {}
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {line["turn"]: line["silences"] for line in lines}


def _as_json(one: Silence) -> dict[str, object]:
    guess = [[h.text, round(h.score, 4), h.reading] for h in one.guess]
    return {"ended": one.ended_ms, "resumed": one.resumed_ms, "started": one.started_ms, "guess": guess}


def _from_json(one: dict[str, object]) -> Silence:
    guess = tuple(Hypothesis(*each) for each in one["guess"])  # type: ignore[attr-defined]
    return Silence(one["ended"], one["resumed"], one["started"], guess)  # type: ignore[arg-type]
