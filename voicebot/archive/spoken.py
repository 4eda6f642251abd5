"""Both sides' words of a recorded call, in their order, and where they are in its sound."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voicebot.archive.sound import Sound, Stream
from voicebot.archive.turns import Turn
from voicebot.telephony.record import Said
from voicebot.telephony.transcripts import Span

CALLER, AGENT, KEYS = "caller", "agent", "keys"
"""Who spoke; keys are the caller's, too."""


@dataclass(frozen=True, slots=True)
class Words:
    side: str
    text: str
    start_ms: int | None
    """In the sound of the whole call; None: not known."""

    end_ms: int | None
    turn: int
    """Which of the call's turns they belong to, from 0."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A turn's place in the sound of the whole call, in ms; None: not known, or nothing was said."""

    asked: Span | None
    """Where the caller speaks."""

    answered_ms: int | None
    """Where the bot begins to answer."""

    wait_ms: int | None
    """From the end of the caller's words, or the last key, to that."""


def placed(turns: Sequence[Turn], sound: Sound) -> list[Placed]:
    """Each turn's place."""
    return [_placed(n, turns, sound) for n in range(len(turns))]


def words(turns: Sequence[Turn], sound: Sound, places: Sequence[Placed]) -> list[Words]:
    """The bot's as far as they sounded, where that is on record."""
    found: list[Words] = []
    for n, (turn, place) in enumerate(zip(turns, places, strict=True)):
        stream = _stream(turn, sound)
        if turn.heard or turn.keys:
            start, end = place.asked or _nowhere(turn, stream)
            found.append(Words(CALLER if turn.heard else KEYS, turn.heard or turn.keys, start, end, n))
        if turn.removed:
            continue
        if stream is not None and stream.said:
            at = stream.start_ms
            pieces = _within(n, turns, stream)
            found += [Words(AGENT, one.text, at + one.start_ms, at + one.end_ms, n) for one in pieces]
        else:
            start, end = _nowhere(turn, stream)
            found += [Words(AGENT, text, start, end, n) for text in turn.said]
    return found


def _placed(n: int, turns: Sequence[Turn], sound: Sound) -> Placed:
    turn, stream = turns[n], _stream(turns[n], sound)
    if stream is None:
        return Placed(None, None, None)
    span = next((one for one in reversed(stream.spoken) if one.end_ms <= turn.ms), None)
    asked = span if turn.kind == "Heard" and not turn.removed else None
    end = asked.end_ms if asked is not None else turn.ms if turn.kind == "KeyPressed" else None
    answer = next(_within(n, turns, stream), None) if turn.said else None
    at = stream.start_ms
    return Placed(
        Span(at + asked.start_ms, at + asked.end_ms) if asked is not None else None,
        at + answer.start_ms if answer is not None else None,
        answer.start_ms - end if answer is not None and end is not None else None,
    )


def _within(n: int, turns: Sequence[Turn], stream: Stream) -> Iterator[Said]:
    """What the bot began to say between this turn and the next."""
    own = turns[n].stream
    first = n == 0 or turns[n - 1].stream != own
    begins = 0 if first else turns[n].ms
    last = n + 1 == len(turns) or turns[n + 1].stream != own
    return (one for one in stream.said if begins <= one.start_ms and (last or one.start_ms < turns[n + 1].ms))


def _stream(turn: Turn, sound: Sound) -> Stream | None:
    return sound.streams[turn.stream] if turn.stream < len(sound.streams) else None


def _nowhere(turn: Turn, stream: Stream | None) -> tuple[int | None, int | None]:
    """Where the turn was told, with nothing on its length."""
    return (stream.start_ms + turn.ms, None) if stream is not None else (None, None)
