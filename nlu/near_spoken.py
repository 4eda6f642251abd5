"""Spoken dates in which one sound was misheard: 「らいひゅーのかよーび」 is 来週の火曜日.

Every word of `nlu.spoken` is also known with one confusion of the telephone or of recognizers in it, and a reading is cut
up so that as much of it as can be is such words, misheard ones counting less.
"""

from functools import cache, lru_cache

from nlu import kana_numbers, spoken, spoken_words
from nlu.phonemes import phonemes, similarity

MISHEARD = 0.6
"""What a kana of a misheard word counts, one of a word as it is being 1."""

MIN_WORD, MIN_ALONE = 3, 4
"""Kana of a word that may be misheard: behind another word, and where it stands alone."""

MAX_WORD = 9
"""Kana. Longer ones are made of shorter ones."""

_ALIKE = (
    "かたぱ", "きち", "くつ", "けてぺ", "ことぽ", "がだば", "ぎじ", "げでべぜ", "ごどぼろ", "しひ", "じちに", "すつ", "ずつ", "にみ", "のもろ", "なま", "んむ", "らだ", "はか", "ふほは",
)  # fmt: skip
"""Stops by their place, し and ひ, voiced and unvoiced, m and n, r and d: what telephones and recognizers confuse."""

_CARRIERS = (
    "ちょうど きっかり ぴったり ちょっと おねがいします おねがい ください です ます いいです けっこうです だいじょうぶ したい しようか もういちど よやく てつづき とどけ"
    " じかん じかんたい だいたい でもいい がいい がいいです ところ とおり いってきます いけます いけますか うかがいます あいてますか どうですか"
)
"""What stands around dates and times, and is none that was misheard."""

_DROPPED = "ーっ"
"""Long vowels and doubled consonants, which come out short."""


@lru_cache(maxsize=256)
def rewrite(kana: str) -> str:
    """`kana`: a reading. The same with dates and times in their usual writing, misheard ones too."""
    size = len(kana)
    # best[after][at]: gain from `at` on, and what is written for it; `after`: whether a word ends there.
    best = {after: [(0.0, "")] * (size + 1) for after in (False, True)}
    for at in range(size - 1, -1, -1):
        gain, rest = best[False][at + 1]
        for after in (False, True):
            begins = spoken.may_begin(kana, at, after)
            options = [
                (value + best[True][end][0], written + best[True][end][1])
                for end, written, value in _words(kana, at, after)
                if begins or spoken.stands_out(kana[at:end], written)
            ]
            options.append((gain, kana[at] + rest))
            best[after][at] = max(options, key=lambda option: option[0])
    return best[False][0][1]


def _words(kana: str, at: int, after: bool) -> list[tuple[int, str, float]]:
    """End, writing and gain of each word that may stand at `at`."""
    exact, misheard = _exact(), _misheard()
    found = []
    for size in range(min(spoken.LONGEST, len(kana) - at), 1, -1):
        end = at + size
        heard = kana[at:end]
        if heard not in exact and heard not in misheard:
            continue
        if kana[end : end + 1] in spoken.CLINGING and heard not in _carriers():
            continue
        if spoken.begins_half(kana, end):
            continue
        near = after or at == 0 or kana[at - 1] in "の、"
        if heard in exact and not spoken.takes_particle(exact[heard], kana[:at]):
            found.append((end, exact[heard], float(size)))
        elif size >= (MIN_WORD if near else MIN_ALONE) and heard in misheard:
            found.append((end, misheard[heard], MISHEARD * size))
    return found


@cache
def _carriers() -> dict[str, str]:
    return {form: form for said in _CARRIERS.split() for form in (said, spoken_words.pronounced(said))}


@cache
def _exact() -> dict[str, str]:
    return _carriers() | spoken_words.vocabulary()


@cache
def _misheard() -> dict[str, str]:
    """Words with one confusion in them; what may be several words, or is one itself, is left out."""
    exact = dict(spoken_words.vocabulary())
    for n in range(24):
        for said in kana_numbers.hours(n):
            for half, written in (("ごご", "午後"), ("ごぜん", "午前")):
                exact |= {half + said: f"{written}{n}時", half + said + "はん": f"{written}{n}時半"}
    meanings: dict[str, list[tuple[str, str]]] = {}
    for word, written in exact.items():
        if MIN_WORD <= len(word) <= MAX_WORD:
            for heard in _confused(word):
                meanings.setdefault(heard, []).append((word, written))
    known = _exact()
    found = ((heard, _likeliest(heard, words)) for heard, words in meanings.items() if heard not in known)
    return {heard: written for heard, written in found if written and heard not in exact}


def _likeliest(heard: str, words: list[tuple[str, str]]) -> str:
    """The writing of the word that sounds most like what was heard; empty where two are as near."""
    if len({written for _, written in words}) == 1:
        return words[0][1]
    sounds = phonemes(heard)
    near: dict[str, float] = {}
    for word, written in words:
        near[written] = max(near.get(written, 0.0), similarity(sounds, phonemes(word)))
    first, second = sorted(near, key=lambda written: -near[written])[:2]
    return first if near[first] > near[second] else ""


def _confused(word: str) -> set[str]:
    found = set()
    for at, kana in enumerate(word):
        others = {other for group in _ALIKE if kana in group for other in group if other != kana}
        found |= {word[:at] + other + word[at + 1 :] for other in others}
        if kana in _DROPPED or (kana == "う" and at and word[at - 1] not in "んっ"):
            found.add(word[:at] + word[at + 1 :])
    return found
