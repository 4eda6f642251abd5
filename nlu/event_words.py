"""Where the words of things and acts stand in a text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from nlu import lattice
from nlu.vocabulary.answers import ANY_ANSWER
from nlu.vocabulary.events import ACTS, LATELY, NOT, NOT_UNLESS, OF_SOMEBODY, Act
from nlu.vocabulary.heads import OWNERS
from nlu.vocabulary.inflection import Inflection, as_pronounced, beginnings
from nlu.vocabulary.relocations import PHONES
from nlu.vocabulary.sounding_alike import VISITS
from nlu.vocabulary.things import GENERAL, Thing, things
from nlu.vocabulary.word import pair, pronounced

_ENDING = 4
"""Kana of a verb's ending before the word that denies it."""

_SHORTEST = 3
"""Kana of a verb that is known wherever it stands; a shorter one (しに) only right behind whom it is said of."""

_DISTINCT = 5
"""Kana of a general word that is known by its sounds wherever it stands: あんしょうばんごう; a shorter one (かーど) only where
a sentence begins."""

_COMPOUND_ENDS = (
    "後",
    "予定",
    "手続",
    "届",
    "済",
    "前",
    "中",
    "日",
    "時",
    "為",
    "際",
    "以",
    "書",
    "何",
    "希望",
    "関係",
)
"""What may follow a noun without making it another word: 退職後, but not 退職金."""

_FROM, _INSIDE = "から", "の中"
_BEGINS = frozenset(("", "、", "。"))
_WHEN = frozenset({"PastDay", "Past", "RelativeDay", "RelativeWeek", "RelativeMonth", "RelativeYear", "DayNumber", "Month", "Weekday"})  # fmt: skip
_BEGINS_WORD = "今昨来先毎月日時々私僕俺義実"
_BEFORE_KANA = "がはわもをおばにへえとてで、。! 者年歳才"


@dataclass(frozen=True, slots=True)
class Token:
    start: int
    end: int
    kinds: tuple[Thing, ...] = ()
    acts: tuple[Act, ...] = ()
    noun: bool = False
    short: bool = False
    of_somebody: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    kinds: tuple[Thing, ...] = ()
    acts: tuple[Act, ...] = ()
    noun: bool = False
    short: bool = False
    of_somebody: bool = False

    def at(self, start: int) -> Token:
        end = start + len(self.text)
        return Token(start, end, self.kinds, self.acts, self.noun, self.short, self.of_somebody)


class _Words:
    """Words by their texts, no two alike."""

    def __init__(self, words: list[_Word]) -> None:
        self._words = {word.text: word for word in words}
        sizes: dict[str, set[int]] = {}
        for text in self._words:
            sizes.setdefault(text[0], set()).add(len(text))
        self._sizes = {first: sorted(own, reverse=True) for first, own in sizes.items()}

    def at(self, text: str, start: int) -> Iterator[_Word]:
        """Those that stand there, the longest first."""
        for size in self._sizes.get(text[start], ()):
            word = self._words.get(text[start : start + size])
            if word is not None and len(word.text) == size:
                yield word


def spot(text: str) -> tuple[list[Token], list[Token]]:
    """(things, acts), each in spoken order, the longest word at each place."""
    found: list[Token] = []
    for thing in _scan(text, _things()):
        if Thing.FROM_OUTSIDE in thing.kinds and PHONES.ends(text, thing.end):
            continue
        of = found[-1] if found and text[found[-1].end : thing.start] in ("の", "") else None
        if of is not None and Thing.OTHER in of.kinds:  # 携帯のパスワード is a part of that
            found[-1] = replace(of, end=thing.end)
        else:
            found.append(thing)
    others = [thing for thing in found if Thing.OTHER in thing.kinds]
    acts = _scan(text, _acts(), _behind(text, found))
    return found, [act for act in acts if not any(o.start <= act.start and act.end <= o.end for o in others)]


def _behind(text: str, found: list[Token]) -> frozenset[int]:
    """Places where a verb in kana may begin: behind a thing, with から too, and where all is kana behind a day or a time."""
    ends = {thing.end for thing in found}
    ends |= {end + len(_FROM) for end in ends if text.startswith(_FROM, end)}
    if not any(map(kanji, text)):
        when = (edge for row in lattice.of_text(text).starting for edge in row)
        ends |= {edge.end for edge in when if edge.word.kind in _WHEN and edge.end - edge.start >= _SHORTEST}
        ends |= {place for place in range(1, len(text)) if text[:place].endswith(LATELY)}
    return frozenset(ends)


def _scan(text: str, words: _Words, behind: frozenset[int] | None = None) -> list[Token]:
    found: list[Token] = []
    at = 0
    while at < len(text):
        word = next((w for w in words.at(text, at) if _fits(text, w, at, behind)), None)
        if word is None:
            at += 1
            continue
        token = word.at(at)
        if word.text in GENERAL and _of_unknown(text, at, found):
            token = replace(token, kinds=(Thing.OTHER,))
        found.append(token)
        at += len(word.text)
    return found


def _of_unknown(text: str, at: int, before: list[Token]) -> bool:
    """Whether の joins the word at `at` to one that is no thing of ours: 病院のカード, but not カードの中の電子."""
    word = text[at - 2 : at - 1]
    if at < 2 or text[at - 1] != "の" or not (kanji(word) or katakana(word)) or word in OWNERS:
        return False
    of = at - 1 - len(_INSIDE) * text.endswith(_INSIDE, 0, at - 1)
    return not any(thing.end == of for thing in before)


def _fits(text: str, word: _Word, at: int, behind: frozenset[int] | None) -> bool:
    before, after = text[at - 1 : at], text[at + len(word.text) : at + len(word.text) + 1]
    if before == "が" and text.endswith(VISITS, 0, at):
        return False
    if word.kinds:
        if word.short and before not in _BEGINS:
            return False
        if kanji(word.text[0]) and kanji(before) and before not in _BEGINS_WORD:
            return False
        if katakana(word.text[0]) and (
            katakana(before) or kanji(before) or (before.isascii() and before.isalpha())
        ):
            return False
        return not (len(word.text) == 1 and kanji(after))
    if (
        word.noun
        and kanji(word.text[-1])
        and kanji(after)
        and not text.startswith(_COMPOUND_ENDS, at + len(word.text))
    ):
        return False
    if Act.MOVE in word.acts and before == "を":
        return False
    assert behind is not None
    begins = before in _BEFORE_KANA or (word.noun and before == "の")
    return kanji(word.text[0]) or not before or begins or at in behind


def negated(text: str, end: int) -> bool:
    """Whether the verb that begins before `end` is denied: 引っ越してません, but not 引っ越さないと(いけない)."""
    behind = text[end : end + _ENDING + max(map(len, NOT))]
    for word in NOT:
        at = behind.find(word)
        if 0 <= at <= _ENDING and all("ぁ" <= kana <= "ゖ" for kana in behind[:at]):
            return not text.startswith(NOT_UNLESS, end + at + len(word))
    return False


def kanji(char: str) -> bool:
    return bool(char) and ("一" <= char <= "龥" or char == "々")


def katakana(char: str) -> bool:
    return bool(char) and ("ァ" <= char <= "ヺ" or char == "ー")


@lru_cache(maxsize=1)
def _things() -> _Words:
    kinds: dict[str, list[Thing]] = {}
    short: set[str] = set()
    for kind, text, reading in things():
        general = text in GENERAL and ANY_ANSWER.all_of(reading)
        sounds = () if general else (reading, as_pronounced(reading), pronounced(reading))
        for form in dict.fromkeys((text, *sounds)):
            owners = kinds.setdefault(form, [])
            if kind not in owners and (form == text or len(form) > 1):
                owners.append(kind)
            if text in GENERAL and form != text and len(form) < _DISTINCT:
                short.add(form)
    return _Words(
        [_Word(text, tuple(owners), short=text in short) for text, owners in kinds.items() if owners]
    )


@lru_cache(maxsize=1)
def _acts() -> _Words:
    acts: dict[str, list[tuple[Act, bool, bool]]] = {}
    for act, how, word in (
        (a, how, w) for a, ws in ACTS.items() for how, said in ws.items() for w in said.split()
    ):
        text, reading = pair(word)
        for form in dict.fromkeys((text, reading, as_pronounced(reading))):
            for begin in beginnings(form, how):
                acts.setdefault(begin, []).append((act, how is Inflection.NOUN, text in OF_SOMEBODY))
    return _Words(
        [
            _Word(
                begin,
                acts=tuple(dict.fromkeys(act for act, _, _ in meant)),
                noun=any(noun for _, noun, _ in meant),
                short=len(begin) < _SHORTEST and not any(map(kanji, begin)),
                of_somebody=all(somebody for _, _, somebody in meant)
                or (len({act for act, _, _ in meant}) > 1 and not any(map(kanji, begin))),
            )
            for begin, meant in acts.items()
        ]
    )
