"""The words of the vocabulary that stand in an utterance, by their writing and by their sounds, as edges between places in it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from nlu.literals import literals
from nlu.reading import Reading, Token
from nlu.vocabulary.around import around_words
from nlu.vocabulary.forms import by_form, longest, sizes
from nlu.vocabulary.word import Word, folded

BREAKS = frozenset("、。,. ・?!~-:/()")
_PARTICLES = frozenset("のにはわもでがとやかをへねんてど")
_JOINING = _PARTICLES - frozenset("んど")
_JOINED = _PARTICLES - frozenset("んてど") | {"よ"}
"""Kana that may join a word to what stands before it, and to what stands behind."""

_BOUNDING = _JOINING | {"て", "ば"}

_ENDED = ("なら", "たら", "だけ", "のみ")
"""Words of kana that others follow: 戸籍だけ|22日, そしたら|にじゅういちにち."""

_OPENING = ("はい", "はいはい", "ああ", "おお", "あい")
"""Words of kana that open an answer: はい|じゅうろくにち."""

_CLINGING = tuple("ゃゅょーっんぁぃぅぇぉ")
_QUOTES = ("っち", "って")
"""Behind what is said back: ここのか|っちいうつもり."""

_NUMERALS = frozenset("〇零一二三四五六七八九十百0123456789")
_STANDS_OUT = frozenset({"Weekday", "RelativeWeek", "RelativeMonth", "Month"})
"""Words that are known in the middle of anything, if they are long enough."""

_OF_DAYS = frozenset(
    {"Weekday", "RelativeDay", "RelativeWeek", "RelativeMonth", "Month", "DayNumber", "NextDay", "PreviousDay", "NextWeek", "ItsWeek"}
)  # fmt: skip
_IN_DAYS = frozenset({"Weekday", "DayNumber", "Hour", "HourAndHalf", "Half", "Part"})
"""What ん joins for の, and to what: あした|ん|じゅうじ."""

_LINKS = frozenset({"Soft", "Within", "Because", "Contrast", "Topic"})
"""Words behind which another begins, however the kana run on."""

MIN_QUOTED = 3
MIN_STANDING_OUT = 4
"""Kana."""

MAX_WORD = 8
"""Characters of a known word that is looked for before a place."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A word between two places."""

    start: int
    end: int
    word: Word
    free: bool
    """Whether it may begin where no other word ended."""

    cost: float = 0.0
    """What is taken off its weight: sounds that were misheard."""

    @property
    def weight(self) -> float:
        """What it explains of the utterance, in characters."""
        return self.end - self.start - self.cost


@dataclass(frozen=True, slots=True)
class Lattice:
    """`text` with the words in it."""

    text: str
    starting: tuple[tuple[Edge, ...], ...]
    """By the place where they begin."""

    @property
    def kinds(self) -> frozenset[str]:
        """Of its words."""
        return frozenset(edge.word.kind for edges in self.starting for edge in edges)

    def at(self, place: int, *kinds: str) -> Edge | None:
        """The longest word of one of `kinds` that begins at `place`."""
        found = (
            [edge for edge in self.starting[place] if edge.word.kind in kinds]
            if place < len(self.text)
            else []
        )
        return max(found, key=lambda edge: edge.end, default=None)

    def ends(self, start: int, kinds: frozenset[str]) -> set[int]:
        """Every place that words of `kinds` lead to from `start`, one behind the other."""
        reached, todo = {start}, [start]
        while todo:
            place = todo.pop()
            for edge in self.starting[place] if place < len(self.text) else ():
                if edge.word.kind in kinds and edge.end not in reached:
                    reached.add(edge.end)
                    todo.append(edge.end)
        return reached

    def covers(self, start: int, end: int, *kinds: str) -> bool:
        """Whether words of `kinds`, and nothing else, stand between two places."""
        return end in self.ends(start, frozenset(kinds))

    def torn(self, start: int, end: int) -> bool:
        """Whether kana of no known word go on at both edges of the stretch: かん|今日|てき, heard of 環境的. A word of one kana is
        known in anything."""
        if start == 0 or end == len(self.text):
            return False
        before, after = self.text[start - 1], self.text[end]
        if before in _JOINING or after in _JOINED or not (is_kana(before) and is_kana(after)):
            return False
        known = [edge for row in self.starting[:start] for edge in row if edge.end == start]
        return all(edge.end - edge.start == 1 for edge in [*known, *self.starting[end]])

    def bounded(self, place: int) -> bool:
        """Whether what begins there goes on from no unknown word: behind a pause, a known word or a particle."""
        return place == 0 or self.word_ends(place) or _joins(self.text, place - 1)

    def word_ends(self, place: int) -> bool:
        """Whether a pause, a known word or a filler ends there."""
        if self.text[place - 1] in BREAKS or any(
            edge.end == place
            and (edge.end - edge.start > 1 or edge.word.kind == "Of-" or not is_kana(self.text[edge.start]))
            for row in self.starting[max(0, place - MAX_WORD) : place]
            for edge in row
        ):
            return True
        before = self.text[:place]
        ending = ((place - len(form), opens) for form, opens in _around().items() if before.endswith(form))
        return any(self.bounded(start) if opens else start > 0 for start, opens in ending)

    def between(self, start: int, end: int, *kinds: str) -> Edge | None:
        """The first word of one of `kinds` that lies between two places."""
        return next(
            (
                edge
                for place in range(start, end)
                for edge in self.starting[place]
                if edge.word.kind in kinds and edge.end <= end
            ),
            None,
        )


def _joins(text: str, place: int) -> bool:
    """Whether a particle there joins what stands before it to what stands behind."""
    return text[place] in _BOUNDING and place > 0 and text[place - 1] not in BREAKS


@cache
def _around() -> dict[str, bool]:
    """What is said around days and times, and whether it may begin a sentence."""
    return {
        form: word.kind == "Filler"
        for word in around_words()
        for form in (word.form, folded(word.usual))
        if len(form) > 1 or word.kind == "Filler"
    }


def is_kana(c: str) -> bool:
    """Whether it is one of hiragana."""
    return "ぁ" <= c <= "ゖ"


@lru_cache(maxsize=512)
def of_text(text: str, reading: Reading | None = None) -> Lattice:
    """The lattice of a text; `reading`: how Open JTalk reads it, for words that are written wrong and sound right."""
    bounds = frozenset(
        place for token in (reading.tokens if reading else ()) for place in (token.start, token.end)
    )
    found = list(_written(text, bounds))
    found += [Edge(start, end, word, True) for start, end, word in literals(text)]
    if reading is not None:
        known = {(edge.start, edge.end, edge.word.kind) for edge in found}
        found += [
            edge
            for edge in _read(text, reading.tokens)
            if (edge.start, edge.end, edge.word.kind) not in known
        ]
    return joined(text, _begun(found))


def _begun(found: list[Edge]) -> list[Edge]:
    """The same, those free that begin behind a link of two kana or more: それなら|よじはん."""
    links = {e.end for e in found if e.word.kind in _LINKS and e.free and e.end - e.start > 1}
    return [replace(edge, free=True) if edge.start in links else edge for edge in found]


def joined(text: str, edges: Iterable[Edge]) -> Lattice:
    """The lattice of these edges, with the pauses of `text`."""
    starting: list[list[Edge]] = [[] for _ in text]
    days: set[int] = set()
    for edge in edges:
        starting[edge.start].append(edge)
        if edge.word.kind in _OF_DAYS:
            days.add(edge.end)
    for place, c in enumerate(text):
        if (kind := _mark(c, place in days)) and all(edge.word.kind != kind for edge in starting[place]):
            starting[place].append(Edge(place, place + 1, Word(c, kind), True))
    return Lattice(text, tuple(map(tuple, starting)))


def _mark(c: str, behind_day: bool) -> str:
    if c in "、。, ・/":
        return "Pause"
    return "Of-" if c == "の" or (c == "ん" and behind_day) else ""


def _written(text: str, bounds: frozenset[int]) -> Iterable[Edge]:
    """`bounds`: where an analyser sees words begin and end."""
    forms, by_first, plain = by_form(), sizes(), folded(text)
    for start, first in enumerate(plain):
        for end in (start + size for size in by_first.get(first, ()) if start + size <= len(text)):
            for word in forms.get(plain[start:end], ()):
                if _fits(plain, start, end, word):
                    bound = start in bounds and end in bounds
                    yield Edge(start, end, word, bound or _free(plain, start, word))


def _fits(text: str, start: int, end: int, word: Word) -> bool:
    before = text[start - 1] if start else "^"
    after = text[end] if end < len(text) else "$"
    if (text[start] in _NUMERALS and before in _NUMERALS) or (
        text[end - 1] in _NUMERALS and after in _NUMERALS
    ):
        return False
    if word.ahead and after not in word.ahead:
        return False
    if word.behind and before not in word.behind:
        return False
    if word.never and text.startswith(word.never, end):
        return False
    if not (after in _CLINGING and word.sound and not word.leans):
        return True
    quoted = len(word.form) >= MIN_QUOTED and text.startswith(_QUOTES, end)
    return quoted or (after == "ん" and word.kind in _OF_DAYS and _begins_in_day(text, end + 1))


def _begins_in_day(text: str, start: int) -> bool:
    """Whether a word of `_IN_DAYS` is written there."""
    forms = by_form()
    return any(
        word.kind in _IN_DAYS
        for size in sizes().get(text[start : start + 1], ())
        for word in forms.get(text[start : start + size], ())
    )


def _free(text: str, start: int, word: Word) -> bool:
    before = text[start - 1] if start else "、"
    if before in BREAKS or not ("ぁ" <= before <= "ヿ") or not ("ぁ" <= text[start] <= "ヿ"):
        return True
    if word.leans or before in _PARTICLES or text.endswith(_ENDED, 0, start) or text[:start] in _OPENING:
        return True
    return word.kind in _STANDS_OUT and len(word.form) >= MIN_STANDING_OUT


READ_COST = 0.4
"""A word that only sounds right, against one that is written so."""


def _read(text: str, tokens: tuple[Token, ...]) -> Iterable[Edge]:
    """Words that some of Open JTalk's words make together."""
    forms = by_form()
    for first in range(len(tokens)):
        kana = ""
        for last in range(first, min(first + 5, len(tokens))):
            if not tokens[last].kana:
                break
            kana += tokens[last].kana
            start, end = tokens[first].start, tokens[last].end
            if start < 0 or end < 0 or len(kana) > longest():
                break
            if len(kana) > 1 and kana != folded(text[start:end]):
                for word in forms.get(kana, ()):
                    if not (word.never and text.startswith(word.never, end)) and _fits_read(
                        word, tokens, first, last
                    ):
                        yield Edge(start, end, word, True, READ_COST)


def _fits_read(word: Word, tokens: tuple[Token, ...], first: int, last: int) -> bool:
    if word.leans or word.kind in ("Aside", "Other", "Part", "Half", "ShortWeekday"):
        return False
    following = tokens[last + 1].kana if last + 1 < len(tokens) else ""
    return not (word.never and following.startswith(word.never)) and not word.behind and not word.ahead
