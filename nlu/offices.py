"""Which of the offices that were handed in: 「もじ」, 「小倉北区役所」, and 「こくら」, which is two of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from nlu.lexicon import Entry, Term
from nlu.normalize import normalize
from nlu.phonemes import phonemes, similarity

WRITTEN, HEARD = 0.95, 0.9
SHARED = 0.6
"""Each office of a part that several have."""

REST = 0.85
"""What only one of them has beyond that part: 北, 南の方."""

NEAR_ENOUGH, NEAR = 0.75, 0.7
"""Similarity of sounds from which a name may have been misheard, and the most that it counts then."""

_MIN_SHARED = 2
"""Kana of a part that several offices share."""

_ENDING = re.compile("[市区町村]?役所.*$|(?:支所|出張所|[区町村])$")
_ENDING_SAID = re.compile("く?やくしょ.*$|(?:ししょ|しゅっちょうじょ|く)$")
_AROUND = re.compile(
    r"^(?:はい|ええ|えっと|あの|あ)[、。]?|[、。]?(?:の?(?:ほう|ほー|方)|の?(?:く?やくしょ|区?役所|区|く))?(?:が|で|に|を|の|は)?(?:いい|よか)?"
    r"(?:お願い(?:いたし)?します|おねがい(?:いたし)?します|です|ばい|たい|行きます|いきます|やね|ね)*[、。]?$"
)


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    kana: str
    ids: tuple[str, ...]
    """More than one: a part that they share."""

    rest: bool = False
    """What a name has beyond a shared part; a word only where it stands alone."""


def short_names(offices: Sequence[Entry]) -> list[tuple[str, str]]:
    """What people say for them, written and in hiragana: 小倉北, 小倉, 北."""
    return [(name.text, name.kana) for name in _names(tuple(offices))]


def find_offices(text: str, kana: str, offices: Sequence[Entry], *, asked: bool) -> dict[str, float]:
    """Id -> score. `text`: normalized; `kana`: its reading; `asked`: whether the question was which office.

    Unasked, only whole names count: 「門司」, not 「北」 or something that sounds like it.
    """
    names = _names(tuple(offices))
    for name in names:
        if name.rest:
            continue
        written = _written(name.text, text, asked=asked)
        score = WRITTEN if written else HEARD if _said(name, kana, asked=asked) else 0.0
        if score:
            shared = len(name.ids) > 1
            if shared and (told := _by_rest(names, name.ids, text, kana)):
                return told
            return dict.fromkeys(name.ids, SHARED if shared else score)
    if not asked:
        return {}
    return _by_rest(names, tuple(office.id for office in offices), text, kana) or _near(names, kana)


def _written(name: str, text: str, *, asked: bool) -> bool:
    """Where somebody comes from or moves to is not the office that is wanted, unless that was asked for."""
    lives = "" if asked else "(?![区市町村]?(?:から|に(?:引っ?越|住ん|転)))"
    return re.search(re.escape(name) + lives, text) is not None


def _said(name: _Name, kana: str, *, asked: bool) -> bool:
    """Short names only where a word may begin and end: もじ is no part of もじどおり."""
    elsewhere = "から|に(?:ひっこ|すん|てん)"
    unasked = f"(?=く(?!れ|{elsewhere})|の(?:ほー|ほう|く?やく))"
    ends = "(?=く|の|が|で|に|を|え|へ|は|わ|や|か|$)" if asked else unasked
    begins = "" if len(name.kana) > 3 and asked else "(?:^|(?<=[のはわがでにお]))"
    return re.search(begins + re.escape(name.kana) + ends, kana) is not None


def _by_rest(names: Sequence[_Name], among: tuple[str, ...], text: str, kana: str) -> dict[str, float]:
    """「こくらの、南のほう」, 「北です」."""
    rests = [name for name in names if name.rest and set(name.ids) <= set(among)]
    bare, said = _AROUND.sub("", text), _AROUND.sub("", kana)
    for name in rests:
        alone = bare.endswith(name.text) or said.endswith(name.kana)
        whole = bare == name.text or said == name.kana
        if (whole or (alone and len(among) == 2)) and len(name.ids) == 1:
            return {name.ids[0]: REST}
    return {}


def _near(names: Sequence[_Name], kana: str) -> dict[str, float]:
    heard = phonemes(_AROUND.sub("", kana))
    nearness: dict[str, float] = {}
    for name in names:
        if not name.rest and len(name.ids) == 1:
            near = similarity(heard, phonemes(name.kana))
            nearness[name.ids[0]] = max(nearness.get(name.ids[0], 0.0), near)
    best = max(nearness.values(), default=0.0)
    return {id: NEAR * near for id, near in nearness.items() if near >= NEAR_ENOUGH and near >= best - 0.08}


@lru_cache(maxsize=16)
def _names(offices: tuple[Entry, ...]) -> tuple[_Name, ...]:
    """Names without 区役所, the parts that several share, and what each has beyond one; longest first."""
    stems = [(_stem(term), office.id) for office in offices for term in (office.name, *office.aliases)]
    found = [_Name(text, kana, (id,)) for (text, kana), id in stems]
    shared: dict[str, tuple[str, set[str]]] = {}
    for (text, kana), id in stems:
        for (other_text, other_kana), other in stems:
            begin = _common(kana, other_kana)
            if other == id or len(begin) < _MIN_SHARED or begin in (kana, other_kana):
                continue
            written = _common(text, other_text)
            if written:
                shared.setdefault(begin, (written, set()))[1].update((id, other))
    order = [office.id for office in offices]
    for kana_begin, (written, ids) in shared.items():
        found.append(_Name(written, kana_begin, tuple(id for id in order if id in ids)))
        for (text, kana), id in stems:
            if id in ids and kana.startswith(kana_begin) and text.startswith(written):
                found.append(_Name(text[len(written) :], kana[len(kana_begin) :], (id,), rest=True))
    return tuple(sorted(found, key=lambda name: -len(name.kana)))


def _stem(term: Term) -> tuple[str, str]:
    return _ENDING.sub("", normalize(term.text)), _ENDING_SAID.sub("", term.reading)


def _common(a: str, b: str) -> str:
    """What both begin with."""
    return "".join(x for x, _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))
