"""「住民賞と印鑑証明を」, 「住民票とパスポートを」: what is joined to a procedure by と, and is nearly another one or the common
word of several, was meant as well."""

from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.meaning import Scored
from nlu.near_names import near
from nlu.phonemes import phonemes
from nlu.procedures import SHARED

_AND = phonemes("と")
_TOO = phonemes("も")


def find_joined(kana: str, named: str, lexicon: Lexicon) -> tuple[Scored[str], ...]:
    """The procedures beside `named`, an id that was heard for certain: one that was nearly heard, or all that go by the word
    said there. Never sure."""
    sounds = phonemes(kana)
    prepared = index(lexicon)
    own = [phrase for phrase in prepared.audible if phrase.ids == (named,) and phrase.sounds in sounds]
    if not own:
        return ()
    before, _, after = sounds.partition(own[0].sounds)
    beside = []
    if before.endswith(_AND):
        beside.append(before.removesuffix(_AND))
    if after.startswith((_AND, _TOO)):
        beside.append(after[len(_AND) :])
    for part in beside:
        common = (p for p in prepared.audible if len(p.ids) > 1 and named not in p.ids and p.sounds in part)
        if phrase := next(common, None):
            return tuple(Scored(id, SHARED) for id in phrase.ids)
    others = tuple(phrase for phrase in prepared.distinct if len(phrase.ids) == 1 and phrase.ids[0] != named)
    scores: dict[str, float] = {}
    for part in beside:
        for match in near(others, part):
            scores[match.phrase.ids[0]] = max(scores.get(match.phrase.ids[0], 0.0), match.score)
    best = max(scores.values(), default=0.0)
    return tuple(Scored(id, score) for id, score in scores.items() if score == best)[:1]
