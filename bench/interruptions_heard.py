"""Events played to today's ears in audio time: what became of the bot's voice, and what a count of speech makes of it.

An answer of the recognizer comes LATE_MS of audio after it was asked for; answers are kept in var/interruptions.
"""

import asyncio
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bench import interruptions_peers
from bench.interruptions_samples import Event
from nlu.ending import NO_WORDS
from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech import closed
from voicebot.speech.kana_engine import KanaRecognizer
from voicebot.speech.recognition import Urgency
from voicebot.speech.recognizer import BESIDE, Recognizer
from voicebot.speech.resampler import Doubler
from voicebot.speech.vad import VoiceActivity
from voicebot.telephony.ears import Ears
from voicebot.transport.line import FRAME_MS, FRAME_SAMPLES, SAMPLES_PER_MS, Pcm
from voicebot.turns.barge_in import Move

FOLDER = Path("var/interruptions")
LATE_MS = 100
"""A short piece takes the listener 30 to 40 ms on an idle core."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What became of the bot's voice in one event."""

    event: Event
    held_ms: int | None
    """When it fell silent first."""

    silent_ms: int
    """How long it was silent for nothing."""

    yielded_ms: int | None
    """When it stopped for good."""

    counted_ms: int | None
    """When half a second of speech within 800 ms would have stopped it."""

    plain_ms: int | None
    """When voice activity alone would have."""


def heard(events: Iterable[Event], folder: Path = FOLDER) -> list[Heard]:
    """Every event with what came of it."""
    folder.mkdir(parents=True, exist_ok=True)
    recognition = _Late(folder / "answers.jsonl")
    found = []
    for event in events:
        recognition.now_ms = 0
        held, silent, yielded = asyncio.run(_played(event, recognition))
        probabilities = VoiceActivity().feed(Doubler().feed(event.line))
        counts = (interruptions_peers.voiced_share, interruptions_peers.plain)
        found.append(
            Heard(event, held, silent, yielded, *(one(probabilities, event.bot_ms) for one in counts))
        )
    return found


async def _played(event: Event, recognition: "_Late") -> tuple[int | None, int, int | None]:
    """When the voice fell silent, how long it was silent for nothing, when it stopped for good."""
    sounded = np.concatenate([np.zeros(event.bot_ms * SAMPLES_PER_MS, np.int16), event.bot])
    lead = np.zeros(2_000 * SAMPLES_PER_MS, np.int16)

    def played(from_ms: int, to_ms: int) -> Pcm:
        padded = np.concatenate([lead, sounded, lead, lead])
        return padded[len(lead) + from_ms * SAMPLES_PER_MS : len(lead) + to_ms * SAMPLES_PER_MS]

    ears = Ears(recognition, lambda hypotheses: NO_WORDS, played)
    first, since, silent, yielded = None, None, 0, None
    for at in range(0, len(event.line) - FRAME_SAMPLES, FRAME_SAMPLES):
        recognition.now_ms = ears.now_ms + FRAME_MS
        while recognition.due:  # noqa: ASYNC110
            await asyncio.sleep(0)
        for _ in range(8):
            await asyncio.sleep(0)
        speaking = ears.now_ms >= event.bot_ms and yielded is None
        for move in ears.feed(event.line[at : at + FRAME_SAMPLES], speaking).barge_in:
            first = ears.now_ms if first is None and move is not Move.GO_ON else first
            if move is Move.HOLD:
                since = ears.now_ms
            elif move is Move.GO_ON and since is not None:
                silent, since = silent + ears.now_ms - since, None
            elif move is Move.YIELD and yielded is None:
                yielded = ears.now_ms
    recognition.now_ms += 10_000
    ears.close()
    return first, silent, yielded


@dataclass
class _Late:
    """A `Recognition` whose answers take LATE_MS of audio."""

    path: Path
    name: str = "late"
    now_ms: int = 0
    _engine: Recognizer | None = None
    _waiting: list[int] = field(default_factory=list)
    _kept: dict[str, list[list[object]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lines = self.path.read_text(encoding="utf-8").splitlines() if self.path.is_file() else []
        self._kept |= dict(map(json.loads, lines))

    @property
    def due(self) -> bool:
        """Whether an answer is to be told before more is heard."""
        return any(when <= self.now_ms for when in self._waiting)

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def begin(self, hints: Hints) -> "_LateHearing":
        return _LateHearing(self, hints)

    async def prepare(self, hints: Hints) -> None:
        """Nothing is made ready."""

    def close(self) -> None:
        """Nothing is open."""

    async def answer(self, pcm: Pcm, hints: Hints) -> tuple[Hypothesis, ...]:
        when = self.now_ms + LATE_MS
        self._waiting.append(when)
        try:
            while self.now_ms < when:  # noqa: ASYNC110
                await asyncio.sleep(0)
        finally:
            self._waiting.remove(when)
        if hints is not BESIDE:
            return ()  # what the caller says in a turn of its own is not measured
        key = f"{zlib.crc32(pcm.tobytes())} {hints.expect} {hints.closed} {hints is BESIDE}"
        if key not in self._kept:
            self._engine = self._engine or KanaRecognizer(threads=1)
            listening = self._engine.listen(hints)
            listening.feed(pcm)
            self._kept[key] = [[h.text, round(h.score, 4), h.reading] for h in closed.hear(listening, hints)]
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([key, self._kept[key]], ensure_ascii=False) + "\n")
        return tuple(Hypothesis(*each) for each in self._kept[key])  # type: ignore[arg-type]


class _LateHearing:
    busy = False

    def __init__(self, late: _Late, hints: Hints) -> None:
        self._late = late
        self._hints = hints
        self._pcm: list[Pcm] = []

    def feed(self, pcm: Pcm) -> None:
        self._pcm.append(pcm)

    async def hear(self, urgency: Urgency) -> tuple[Hypothesis, ...]:
        return await self._late.answer(np.concatenate(self._pcm), self._hints)

    def hasten(self, urgency: Urgency) -> None:
        """Every answer takes its time."""

    def forget(self) -> None:
        """Nobody looks at it."""
