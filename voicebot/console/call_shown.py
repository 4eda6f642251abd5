"""A recorded call as a reader may see it: people are hidden from who may not know them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dialog.office import Office
from dialog.state import State
from voicebot import masks
from voicebot.archive import folder, sound, spoken, turns
from voicebot.archive.folder import RecordedCall
from voicebot.archive.sound import Sound
from voicebot.archive.spoken import Placed, Words
from voicebot.archive.turns import Turn
from voicebot.console.call_words import CallWords, Understood
from voicebot.console.words import Words as Texts


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot that is known before or after a turn; empty: not then."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One turn."""

    turn: Turn
    place: Placed
    heard: str
    written: str
    """The same in ordinary writing, where that is there."""

    keys: str
    guesses: list[tuple[str, float]]
    """The n best with their scores; the first is `heard`."""

    understood: list[Understood]
    step: str
    """Which question the call was at; empty: not known."""

    slots: list[Slot]
    deeds: list[tuple[str, str, str]]
    said: list[str]


@dataclass(frozen=True)
class ShownCall:
    """A call's folder, followed through and put into words. Never fails for what is in it; raises OSError."""

    call: RecordedCall
    turns: turns.Turns
    sound: Sound
    places: list[Placed]
    clear: bool
    """The reader may know who people are."""

    texts: Texts

    @classmethod
    def read(cls, path: Path, clear: bool, texts: Texts) -> "ShownCall":
        call = folder.read(path)
        followed, heard = turns.turns(call), sound.read(call)
        return cls(call, followed, heard, spoken.placed(followed.turns, heard), clear, texts)

    @property
    def office(self) -> Office | None:
        """The one whose call it is, as it was when the call ended."""
        states = [turn.after for turn in self.turns.turns if turn.after is not None]
        return states[-1].office if states else None

    @property
    def state(self) -> State | None:
        """The last that is known."""
        return next((turn.after for turn in reversed(self.turns.turns) if turn.after is not None), None)

    def missing(self) -> list[str]:
        """Files of the call that are not there or cannot be read."""
        lost = ["events.jsonl"] if not self.call.lines else []
        lost += ["outcome.json"] if self.call.outcome is None else []
        return lost + list(self.sound.missing)

    def text(self, text: str, private: bool = False) -> str:
        """As the reader may see it."""
        if self.clear:
            return text
        if private and text:
            return masks.HIDDEN
        return masks.without(text, self.turns.names)

    def words(self) -> Iterator[Words]:
        """Both sides', in their order."""
        for one in spoken.words(self.turns.turns, self.sound, self.places):
            private = one.side != spoken.AGENT and self.turns.turns[one.turn].private
            text = self.text(one.text, private)
            yield Words(one.side, text, one.start_ms, one.end_ms, one.turn)

    def rows(self) -> list[Shown]:
        """Turn by turn."""
        return [self._row(turn, place) for turn, place in zip(self.turns.turns, self.places, strict=True)]

    def _written(self, turn: Turn, place: Placed) -> str:
        """A transcript is that of the last stream."""
        if place.asked is None or turn.removed or turn.stream != len(self.sound.streams) - 1:
            return ""
        end_ms = place.asked.end_ms - self.sound.streams[-1].start_ms
        lines = (one.text for one in self.call.transcript if one.start_ms < end_ms <= one.end_ms)
        return next(lines, "")

    def _row(self, turn: Turn, place: Placed) -> Shown:
        words = CallWords(self.texts, (turn.after or turn.before or State()).office, self.clear)
        before, after = (words.slots(one) if one else {} for one in (turn.before, turn.after))
        names = list(dict.fromkeys([*before, *after]))
        slots = [Slot(name, before.get(name, ""), after.get(name, "")) for name in names]
        guesses = [(self.text(one.text, turn.private), one.score) for one in turn.hypotheses]
        return Shown(
            turn,
            place,
            self.text(turn.heard, turn.private),
            self.text(self._written(turn, place), turn.private),
            self.text(turn.keys, turn.private),
            guesses,
            words.meaning(turn.meaning) if turn.meaning is not None else [],
            words.step(turn.before) if turn.before is not None and turn.before.office.id else "",
            slots if turn.after is not None else [],
            [words.deed(deed) for deed in turn.deeds],
            [self.text(text) for text in turn.said],
        )
