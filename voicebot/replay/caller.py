"""A recorded caller, taken apart into what he did after each question, to do it again when that question was heard.

The sound is cut where nobody speaks, and stays as it was within: who paused pauses again, and who went on after a pause goes
on. What began while the bot was speaking begins as long after the beginning of its words, all else as long after their end.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dialog import events
from voicebot.archive.folder import Line
from voicebot.speech import mulaw, wav
from voicebot.speech.recognizer import Pcm
from voicebot.speech.resampler import Doubler
from voicebot.speech.vad import CHUNK_MS, VoiceActivity
from voicebot.telephony.pstn import FRAME_BYTES, FRAME_MS
from voicebot.telephony.record import Said
from voicebot.telephony.transcripts import Span
from voicebot.telephony.understanding import GOES_ON_MS, PAUSE_MS
from voicebot.turns.endpoint import EndOfTurn, Endpointing

RATE = 8_000
BYTES_PER_MS = 8

MARGIN_MS = 300
"""Sound kept before and after what was said."""

APART_MS = 450
"""The shortest silence that ends an utterance but for the surest answers (`turns/predictive`)."""

BREATH_MS = 400
"""A shorter silence of the bot is one between its sentences."""


@dataclass(frozen=True, slots=True)
class Acted:
    """Something that the caller did: spoke, or pressed a key."""

    start_ms: int
    end_ms: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Speaks:
    """Sound and keys in one go."""

    acts: tuple[Acted, ...]
    frames: tuple[bytes, ...]
    """mu-law, 20 ms each."""

    keys: tuple[tuple[int, str], ...]
    """Pressed with the frame of this number."""

    wait_ms: int
    """From the end of what the bot said, or from its beginning where `early`."""

    early: bool = False

    @property
    def speech(self) -> bool:
        return any(not act.key for act in self.acts)


@dataclass(frozen=True, slots=True)
class StaysSilent:
    """Does nothing until the bot asks again."""


@dataclass(frozen=True, slots=True)
class HangsUp:
    wait_ms: int


Does = Speaks | StaysSilent | HangsUp


@dataclass(frozen=True, slots=True)
class Sound:
    """One stream as it was kept."""

    caller: Pcm
    """8,000 Hz."""

    said: Sequence[Said]
    """The bot's words and where they sounded."""


def sound(caller: Path, said: Sequence[Said]) -> Sound:
    """Raises BadRecording."""
    return Sound(wav.read(caller, RATE), said)


def spoken(pcm: Pcm) -> list[Span]:
    """Where somebody speaks; pcm at 8,000 Hz."""
    activity, endpointing, doubler = VoiceActivity(), Endpointing(patience_ms=APART_MS), Doubler()
    found = []
    silence = mulaw.decode(bytes([mulaw.SILENCE]) * RATE)
    for piece in (pcm, silence):
        for probability in activity.feed(doubler.feed(piece)):
            for event in endpointing.process(CHUNK_MS, probability):
                if isinstance(event, EndOfTurn):
                    found.append(Span(event.started_ms, event.ended_ms))
    return found


def script(lines: Sequence[Line], heard: Sound) -> list[Does]:
    """What the caller did in one stream; `lines` are that stream's."""
    does: list[Does] = []
    talks = _talks(heard.said)
    group: list[Acted] = []

    def flush() -> None:
        if group:
            does.append(_speaks(tuple(group), heard.caller, talks))
            group.clear()

    for act in _acts(lines, heard.caller):
        if isinstance(act, Acted):
            if group and not _goes_on(group[-1], act, heard.said):
                flush()
            group.append(act)
            continue
        flush()
        does.append(act if isinstance(act, StaysSilent) else HangsUp(_since(talks, act.wait_ms)))
    flush()
    return does


def _acts(lines: Sequence[Line], caller: Pcm) -> Iterator[Acted | StaysSilent | HangsUp]:
    """In their order; a HangsUp carries its moment."""
    keyed: list[tuple[int, Acted | StaysSilent | HangsUp]] = []
    for span in spoken(caller):
        keyed.append((span.start_ms, Acted(span.start_ms, span.end_ms)))
    for line in lines:
        match line.event:
            case events.KeyPressed(digit=digit) if digit:
                keyed.append((line.ms, Acted(line.ms, line.ms, digit)))
            case events.NoInput():
                keyed.append((line.ms, StaysSilent()))
            case events.HungUp():
                keyed.append((max(line.ms, len(caller) // BYTES_PER_MS), HangsUp(line.ms)))
    yield from (act for _, act in sorted(keyed, key=lambda one: one[0]))


def _talks(said: Sequence[Said]) -> list[Span]:
    """What the bot said in one go."""
    talks: list[Span] = []
    for one in sorted(said):
        if talks and one.start_ms - talks[-1].end_ms < BREATH_MS:
            talks[-1] = Span(talks[-1].start_ms, max(talks[-1].end_ms, one.end_ms))
        else:
            talks.append(Span(one.start_ms, one.end_ms))
    return talks


def _goes_on(last: Acted, act: Acted, said: Sequence[Said]) -> bool:
    """Whether the bot had not answered between the two, or hardly begun to."""
    began = next((one.start_ms for one in sorted(said) if last.end_ms <= one.start_ms < act.start_ms), None)
    if began is None:
        return True
    return not act.key and act.start_ms - began < GOES_ON_MS and act.start_ms - last.end_ms <= PAUSE_MS


def _speaks(acts: tuple[Acted, ...], caller: Pcm, talks: Sequence[Span]) -> Speaks:
    first, last = acts[0], acts[-1]
    start_ms = max(0, first.start_ms - (0 if first.key else MARGIN_MS)) // FRAME_MS * FRAME_MS
    end_ms = last.end_ms + MARGIN_MS
    data = mulaw.encode(caller[start_ms * BYTES_PER_MS : end_ms * BYTES_PER_MS])
    data += bytes([mulaw.SILENCE]) * (-len(data) % FRAME_BYTES)
    frames = tuple(data[at : at + FRAME_BYTES] for at in range(0, len(data), FRAME_BYTES))
    keys = tuple(((act.start_ms - start_ms) // FRAME_MS, act.key) for act in acts if act.key)
    into = next((talk for talk in talks if talk.start_ms < first.start_ms < talk.end_ms), None)
    if into is not None:
        return Speaks(acts, frames, keys, max(0, start_ms - into.start_ms), early=True)
    return Speaks(acts, frames, keys, _since(talks, start_ms))


def _since(talks: Sequence[Span], ms: int) -> int:
    """How long the bot had been silent."""
    ended = [talk.end_ms for talk in talks if talk.end_ms <= ms]
    return max(0, ms - ended[-1]) if ended else 0
