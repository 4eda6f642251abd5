"""What an engine that hears sounds heard, as a lattice: every word as it sounds, and with one confusion of the telephone in it."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from nlu import lattice
from nlu.lattice import Edge, Lattice
from nlu.phonemes import phonemes, similarity
from nlu.vocabulary.forms import by_form
from nlu.vocabulary.word import Word, pronounced

MISHEARD = 0.6
"""What a kana of a misheard word counts, one of a word as it is being 1."""

MIN_BEHIND, MIN_WORD, MIN_ALONE = 2, 3, 4
"""Kana of a word that may be misheard: an hour behind 午前, a half behind an hour, a word behind another, and one that stands alone."""

MAX_WORD = 9
"""Kana. Longer ones are made of shorter ones."""

_ALIKE = (
    "かたぱ", "きち", "くつ", "けてぺ", "ことぽ", "がだば", "ぎじ", "げでべぜ", "ごどぼろ", "しひ", "じちに", "すつ", "ずつ", "にみ", "のもろ", "なま", "んむ", "らだ", "はか", "ふほは",
)  # fmt: skip
"""Stops by their place, し and ひ, voiced and unvoiced, m and n, r and d: what telephones and recognizers confuse."""

_BEHIND = {"Hour": "Half", "HalfHour": "Hour"}
"""Short words that are known by the word before them."""

_DROPPED = "ーっ"
"""Long vowels and doubled consonants, which come out short."""

_OTHERS = frozenset(["ひにち", "さんに", "さんが", "さんと"])
"""What is said itself and sounds like 4日 and 3時 misheard."""

_HEARD = frozenset(
    {"Month", "DayNumber", "Weekday", "RelativeDay", "RelativeWeek", "RelativeMonth", "Hour", "Half", "Part", "Minute", "Holiday", "NextDay", "WeekCount", "MonthEnd", "Weekend", "HalfHour", "Noon"}
)  # fmt: skip
"""Kinds of words that are looked for where one of their sounds is wrong."""

_PARTICLES = "のにはわもでがとやかをへねんてど"

_CARRIERS = (
    "ちょうど きっかり ぴったり ちょっと おねがいします おねがい ください です ます いいです けっこうです だいじょうぶ したい しようか もういちど よやく てつづき とどけ"
    " じかん じかんたい だいたい でもいい がいい がいいです ところ とおり いってきます いけます いけますか うかがいます あいてますか どうですか"
)
"""What stands around dates and times, and is none that was misheard."""


@lru_cache(maxsize=256)
def misheard(kana: str) -> Lattice:
    """The lattice of a reading, with words of which one sound is wrong."""
    exact = lattice.of_text(kana)
    edges = [edge for edges in exact.starting for edge in edges]
    return lattice.joined(kana, [*edges, *_carried(kana), *_misheard_edges(kana, exact)])


def _carried(kana: str) -> Iterable[Edge]:
    for form in _carriers():
        start = kana.find(form)
        while start >= 0:
            yield Edge(start, start + len(form), Word(form, "Other"), True)
            start = kana.find(form, start + 1)


def _misheard_edges(kana: str, exact: Lattice) -> Iterable[Edge]:
    forms = _misheard()
    kinds: dict[int, set[str]] = defaultdict(set)
    for edge in (edge for edges in exact.starting for edge in edges if edge.word.kind != "Of-"):
        kinds[edge.end].add(edge.word.kind)
    for start in range(len(kana)):
        near = start == 0 or bool(kinds[start]) or kana[start - 1] in "の、"
        for end in range(start + MIN_BEHIND, min(len(kana), start + MAX_WORD + 1) + 1):
            word = forms.get(kana[start:end])
            if word is None or kana[end : end + 1] in ("ゃ", "ゅ", "ょ", "ー", "っ", "ん"):
                continue
            behind = _BEHIND.get(word.kind)
            if end - start >= (MIN_BEHIND if behind in kinds[start] else MIN_WORD if near else MIN_ALONE):
                free = near or kana[start - 1] in _PARTICLES
                yield Edge(start, end, word, free, (1 - MISHEARD) * (end - start))


@cache
def _carriers() -> tuple[str, ...]:
    return tuple(form for said in _CARRIERS.split() for form in {said, pronounced(said)})


@cache
def _misheard() -> dict[str, Word]:
    """Words with one confusion in them; what may be several words, or is one itself, is left out."""
    exact = {
        form: word
        for form, every in by_form().items()
        for word in every
        if word.kind in _HEARD and word.sound
    }
    known = set(by_form()) | set(_carriers()) | _OTHERS
    meanings: dict[str, list[Word]] = {}
    for form, word in exact.items():
        if MIN_BEHIND <= len(form) <= MAX_WORD:
            for heard in _confused(form):
                if heard not in known:
                    meanings.setdefault(heard, []).append(word)
    found = ((heard, _likeliest(heard, every)) for heard, every in meanings.items())
    return {heard: Word(heard, word.kind, word.value) for heard, word in found if word}


def _likeliest(heard: str, words: list[Word]) -> Word | None:
    """The word that sounds most like what was heard; None where two are as near."""
    if len({(word.kind, word.value) for word in words}) == 1:
        return words[0]
    sounds = phonemes(heard)
    near: dict[tuple[str, object], tuple[float, Word]] = {}
    for word in words:
        alike = similarity(sounds, phonemes(word.form))
        if alike > near.get((word.kind, word.value), (0.0, word))[0]:
            near[word.kind, word.value] = (alike, word)
    first, second = sorted(near.values(), key=lambda pair: -pair[0])[:2]
    return first[1] if first[0] > second[0] else None


def _confused(word: str) -> set[str]:
    found = set()
    for at, kana in enumerate(word):
        others = {other for group in _ALIKE if kana in group for other in group if other != kana}
        found |= {word[:at] + other + word[at + 1 :] for other in others}
        if kana in _DROPPED or (kana == "う" and at and word[at - 1] not in "んっ"):
            found.add(word[:at] + word[at + 1 :])
    return found
