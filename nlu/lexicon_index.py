"""The lexicon prepared for matching: phrases with their sounds, and fragments of names."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from nlu.events import Told, find_events
from nlu.lexicon import Lexicon, Term
from nlu.modified import is_general, own_sounds
from nlu.normalize import normalize
from nlu.phonemes import phonemes
from nlu.reading import read
from nlu.vocabulary.events import BROADER, Event
from nlu.vocabulary.heads import HEADS
from nlu.vocabulary.word import is_kana

_JOINTS = re.compile(r"[の・/()と、]")
MIN_EXACT, MIN_NEAR, MIN_FRAGMENT_SOUNDS = 4, 8, 6
"""Phonemes. A shorter name is found by its writing alone: 届 resembles too much."""

_NO_NAMES = frozenset({"窓口", "まどぐち", "受付", "相談窓口", "番号"})
"""Parts of names that say where, or tell nothing: 「どの窓口ですか」 and 「うちの番号」 name no procedure."""

_SHORT_OF = frozenset({"証明"})
"""Beginnings of what many names end on, which tell none of them."""

_MIN_FRAGMENT = 2
_OWN_WORD = re.compile(r"[一-龥]{2,}")
_MIN_KANA_FRAGMENT = 4
_PAPER = "証明書"


_FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("なった", ("なりま", "なって", "なられ")),
    ("わった", ("わりま", "わって")),
    ("った", ("って", "りま", "いま")),
    ("いた", ("いて", "きま")),
    ("してきた", ("してきま", "してきて")),
    ("した", ("しま", "して")),
    ("きた", ("きま", "きて")),
    ("れた", ("れま", "れて")),
    ("めた", ("めま", "めて")),
    ("えた", ("えま", "えて")),
    ("する", ("しま", "した", "して")),
    ("れる", ("れま", "れて")),
    ("に行く", ("に行きま", "に行って")),
    ("にいく", ("にいきま", "にいって")),
)
"""The past and polite forms of the verbs that callers end on."""


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    sounds: str
    """Phonemes; empty for a fragment, which is matched by its writing alone."""

    ids: tuple[str, ...]
    """The entries it may mean, in the office's order."""

    own: str = ""
    """The phonemes that tell it from other names: those before のしんせい."""

    general: bool = False
    """It is made of words that many things end on (証明書), and is no name behind a word that the office does not know."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Of one lexicon, made once; no two are compared."""

    phrases: tuple[Phrase, ...]
    """Whole names and aliases, longest first."""

    audible: tuple[Phrase, ...]
    """Those with sounds enough to be found by exactly these sounds; 亡くなった sounds as いけなくなった ends."""

    distinct: tuple[Phrase, ...]
    """Those with sounds enough to be found by something near to them."""

    fragments: tuple[Phrase, ...]
    """Beginnings, ends and parts of names (マイナンバーカード, 手当), longest first."""

    spoken: tuple[Phrase, ...]
    """Those with sounds enough to be found by them, longest first."""

    events: dict[Event, tuple[str, ...]]
    """The entries that go by a name for an event, in the office's order."""

    known: tuple[str, ...]
    """Names that tell no event."""

    names: dict[str, tuple[str, ...]]
    """All that an entry goes by. In the office's order."""

    def procedures(self, told: Told) -> tuple[str, ...]:
        """The entries that an event leads to: by its own name, by a broader one, or by all that are narrower."""
        event = told.event
        while event is not None:
            if ids := self.events.get(event):
                return ids
            narrower = {id for one, ids in self.events.items() if BROADER.get(one) is event for id in ids}
            if narrower:
                return tuple(id for id in self.names if id in narrower)
            event = BROADER.get(event)
        return ()


@lru_cache(maxsize=16)
def index(lexicon: Lexicon) -> Index:
    """Prepared once per lexicon."""
    terms: dict[str, tuple[str, list[str]]] = {}
    homophones: set[str] = set()
    parts: dict[str, list[str]] = {}
    for entry in lexicon.entries:
        for term in (entry.name, *entry.aliases):
            for text, reading in forms(term):
                _, ids = terms.setdefault(normalize(text), (phonemes(reading), []))
                if _is_homophone(normalize(text), reading):
                    homophones.add(normalize(text))
                if entry.id not in ids:
                    ids.append(entry.id)
        for part in _fragments(normalize(entry.name.text)):
            owners = parts.setdefault(part, [])
            if entry.id not in owners:
                owners.append(entry.id)
    phrases = [
        Phrase(text, sounds, tuple(ids), own_sounds(sounds), is_general(text))
        for text, (sounds, ids) in terms.items()
        if text
    ]
    fragments = [Phrase(text, "", tuple(ids), general=True) for text, ids in parts.items()]
    events = _events(lexicon)
    whole = _longest_first(phrases)
    told = [phrase for phrase in whole if phrase.text not in homophones]
    return Index(
        whole,
        tuple(phrase for phrase in told if len(phrase.sounds) >= MIN_EXACT),
        tuple(phrase for phrase in told if len(phrase.sounds) >= MIN_NEAR),
        _longest_first(fragments),
        _spoken(fragments),
        events,
        tuple(text for text in terms if not find_events(text)),
        {e.id: tuple(normalize(term.text) for term in (e.name, *e.aliases)) for e in lexicon.entries},
    )


def _is_homophone(text: str, reading: str) -> bool:
    """Whether a name is but a verb that tells nothing by its sound: 亡くなった, as in 行けなくなった."""
    dead = any(told.event is Event.DEATH and told.end >= len(text) - 1 for told in find_events(text))
    return dead and not find_events(reading)


def _events(lexicon: Lexicon) -> dict[Event, tuple[str, ...]]:
    out: dict[Event, list[str]] = {}
    for entry in lexicon.entries:
        for term in (entry.name, *entry.aliases):
            for told in find_events(normalize(term.text)):
                ids = out.setdefault(told.event, []) if told.event else []
                if entry.id not in ids:
                    ids.append(entry.id)
    return {event: tuple(ids) for event, ids in out.items()}


def forms(term: Term) -> list[tuple[str, str]]:
    """The term, written and as its reading, and its other forms: 亡くなりま(した) of 亡くなった, 所得の証明 of 所得証明."""
    said = [(term.text, term.reading)]
    for ending, others in _FORMS:
        if term.text.endswith(ending) and term.reading.endswith(ending):
            stem, sound = term.text.removesuffix(ending), term.reading.removesuffix(ending)
            return said + [(stem + other, sound + other) for other in others]
    short = [pair for text, sound in said for pair in _without_paper(text, sound)]
    return said + _joined_by_no(term) + [pair for one in short for pair in (one, *_joined_by_no(Term(*one)))]


def _without_paper(text: str, sound: str) -> list[tuple[str, str]]:
    """評価証明 of 評価証明書: as people shorten it where a word of its own is left."""
    own = text.removesuffix(_PAPER)
    return (
        [(text.removesuffix("書"), sound.removesuffix("しょ"))]
        if own != text and _OWN_WORD.fullmatch(own)
        else []
    )


def _joined_by_no(term: Term) -> list[tuple[str, str]]:
    """所得の証明 of 所得証明: a name with の before what many things end on."""
    for head, sound in HEADS:
        own, said = term.text.removesuffix(head), term.reading.removesuffix(sound)
        if own != term.text and said != term.reading and _OWN_WORD.fullmatch(own):
            return [(f"{own}の{head}", f"{said}の{sound}")]
    return []


def _spoken(fragments: list[Phrase]) -> tuple[Phrase, ...]:
    read_as = [replace(part, sounds=phonemes(read(part.text).kana)) for part in _longest_first(fragments)]
    return tuple(part for part in read_as if len(part.sounds) >= MIN_FRAGMENT_SOUNDS)


def _longest_first(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase.text)))


def _fragments(name: str) -> set[str]:
    pieces = set(_JOINTS.split(name))
    for piece in list(pieces):
        pieces |= {piece[:size] for size in range(2, len(piece))} | {
            piece[-size:] for size in range(2, len(piece))
        }
    return {piece for piece in pieces if _means_something(piece)}


def _means_something(piece: str) -> bool:
    if piece in _NO_NAMES or piece in _SHORT_OF:
        return False
    if is_kana(piece):
        return len(piece) >= _MIN_KANA_FRAGMENT and piece[0] != "ー"
    return len(piece) >= _MIN_FRAGMENT and not ("ぁ" <= piece[0] <= "ゖ" or piece[0] == "ー")
