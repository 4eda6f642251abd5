"""Which procedures an utterance names: by writing, by sound, by nearness of sound, by part of a name."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from nlu.leaning_words import one_more
from nlu.lexicon import Lexicon
from nlu.lexicon_index import Index, Phrase, index
from nlu.phonemes import phonemes, similarity
from nlu.telling_apart import told_apart

WRITTEN, HEARD = 0.97, 0.92
"""A whole name or alias of one entry, in writing or in sound."""

SHARED = 0.6
"""Each entry of an alias that stands in several: ask which."""

PART_OF_ONE, PART_OF_MANY = 0.7, 0.55
"""A part of a name that is in one entry, or in several."""

NEAR_ENOUGH = 0.8
"""Weighted phoneme similarity below which nothing is near. Such results are never sure (at most 0.78)."""

HEAD_NEAR_ENOUGH = 0.5
"""The same for the beginning, which tells one name from another more than the end does."""

REST_NEAR_ENOUGH, MIN_REST = 0.75, 4
"""The same for what a longer name has beyond one that was found, and how many phonemes that must be."""

MAX_NEAR = 40
"""Names that are looked at closely."""

_TAKES_BACK = re.compile(
    r".+(?:[、。]いやいや|[、。]いや(?!す)|(?:じゃ|では|でわ|や)なくて|(?:じゃ|では|でわ)なく、|やっぱり|やっぱ、|違いま(?:す|した)|違う[、。]|ちがいま(?:す|した)|ちがう[、。]"
    r"|間違えました|まちがえました|訂正し(?:て|ます)|ていせいし(?:て|ます)|もとい)[、。]?"
)
_OF_SOMETHING = re.compile(r"[一-龥々ァ-ヺー]+の$")
_OF_SOMEBODY = re.compile("[父母私僕俺子妻夫娘孫兄姉弟妹親家員身方者人分族庭今次]の$|主人の$|息子の$")
_INSIDE_WORD = re.compile(r"[一-龥々]{2}|[ァ-ヺー]{2}")


@dataclass(frozen=True, slots=True)
class Match:
    phrase: Phrase
    start: int
    end: int
    score: float


def find_procedures(text: str, kana: str, lexicon: Lexicon) -> dict[str, float]:
    """Procedure id -> score. `text`: normalized; `kana`: its reading in hiragana. Of what was taken back nothing is found."""
    prepared = index(lexicon)
    text, kana = _corrected(text, kana, prepared)
    sounds = phonemes(kana)
    matches = _exact(prepared.phrases, text, WRITTEN, written=True)
    matches += _exact(prepared.audible, sounds, HEARD, written=False)
    matches = _without_contained(matches)
    matches = [_grown(match, prepared.distinct, sounds) for match in matches]
    exact = bool(matches)
    if not exact:
        matches = near(prepared.distinct, sounds)
    parts = [m for m in _exact(prepared.fragments, text, PART_OF_ONE, written=True) if _stands_alone(text, m)]
    shared = {procedure for match in matches for procedure in match.phrase.ids}
    named = any(len(match.phrase.ids) == 1 for match in matches)
    if exact and not named and (apart := told_apart(text, kana, tuple(shared), lexicon)):
        return apart
    scores: dict[str, float] = {}
    for match in matches:
        for procedure in match.phrase.ids:
            scores[procedure] = max(scores.get(procedure, 0.0), _shared(match))
    return scores if exact else _with_parts(scores, parts)


def _corrected(text: str, kana: str, prepared: Index) -> tuple[str, str]:
    """「住民票、いや、戸籍謄本」: only what stands behind the correction, where it names something itself."""
    said, heard = _TAKES_BACK.match(text), _TAKES_BACK.match(kana)
    if said is None or heard is None or one_more(text[said.end() :]):
        return text, kana
    rest, sounds = text[said.end() :], phonemes(kana[heard.end() :])
    named = any(p.text in rest for p in prepared.phrases) or any(p.sounds in sounds for p in prepared.audible)
    return (rest, kana[heard.end() :]) if named else (text, kana)


def _grown(match: Match, phrases: tuple[Phrase, ...], sounds: str) -> Match:
    """「マイナンバーカードのこうしむ」 names more than マイナンバーカード: a longer name whose other sounds are near."""
    base = match.phrase.sounds
    at = sounds.find(base) if base else -1
    best, nearest = match, REST_NEAR_ENOUGH
    for phrase in phrases if at >= 0 else ():
        more = len(phrase.sounds) - len(base)
        if more < MIN_REST or phrase.ids == match.phrase.ids:
            continue
        if phrase.sounds.startswith(base):
            rest, begin = phrase.sounds[len(base) :], at + len(base)
            told = (sounds[begin:], sounds[begin:].removeprefix("no"))
            nearness = max(similarity(rest, heard[: more + d]) for heard in told for d in (-1, 0, 1))
        elif phrase.sounds.endswith(base):
            rest = phrase.sounds[:more]
            nearness = max(similarity(rest, sounds[max(0, at - more - d) : at]) for d in (-1, 0, 1))
        else:
            continue
        if nearness > nearest:
            best, nearest = (
                Match(phrase, match.start, match.end, min(HEARD, 0.5 + 0.28 * nearness)),
                nearness,
            )
    return best


def _stands_alone(text: str, match: Match) -> bool:
    """Whether a fragment is a word there: 番号 is none in 電話番号, and 犬の登録 is none of ours."""
    around = (
        text[match.start - 1 : match.start + 1] if match.start else "",
        text[match.end - 1 : match.end + 1],
    )
    if any(_INSIDE_WORD.fullmatch(pair) for pair in around):
        return False
    of = _OF_SOMETHING.search(text, 0, match.start)
    return of is None or bool(_OF_SOMEBODY.search(of[0]))


def _shared(match: Match) -> float:
    return match.score if len(match.phrase.ids) == 1 else min(match.score, SHARED)


def _exact(phrases: tuple[Phrase, ...], text: str, score: float, *, written: bool) -> list[Match]:
    """Longest first; what lies inside a longer one is no match of its own."""
    found: list[Match] = []
    inside = [p for p in phrases if p.text in text] if written else [p for p in phrases if p.sounds in text]
    for phrase in inside:
        wanted = phrase.text if written else phrase.sounds
        at = text.find(wanted)
        if not any(m.start < at + len(wanted) and at < m.end for m in found):
            found.append(Match(phrase, at, at + len(wanted), score))
    return found


def _without_contained(matches: list[Match]) -> list[Match]:
    """印鑑登録 written and 印鑑登録証明書 heard at one place: the longer was said."""
    names = {m.phrase.sounds for m in matches}
    return [m for m in matches if not any(m.phrase.sounds in other for other in names - {m.phrase.sounds})]


def near(phrases: tuple[Phrase, ...], sounds: str) -> list[Match]:
    """Names that sound nearly like something in `sounds`; the best and those close to it."""
    rough = process.extract(
        sounds, [p.sounds for p in phrases], scorer=fuzz.partial_ratio, score_cutoff=65, limit=MAX_NEAR
    )
    found = []
    for wanted, _, position in rough:
        if len(sounds) < 0.7 * len(wanted):
            continue
        phrase = phrases[position]
        window = fuzz.partial_ratio_alignment(wanted, sounds)
        if window is None or not _begins_alike(wanted, sounds[window.dest_start : window.dest_end]):
            continue
        nearest = max(
            similarity(wanted, sounds[max(0, window.dest_start - a) : window.dest_end + b])
            for a, b in ((0, 0), (1, 0), (0, 1), (0, -1))
        )
        if nearest >= NEAR_ENOUGH:
            score = 0.5 + (nearest - NEAR_ENOUGH) * 1.4
            found.append(Match(phrase, window.dest_start, window.dest_end, min(score, 0.78)))
    best = max((m.score for m in found), default=0.0)
    return [m for m in found if m.score >= best - 0.1]


def _begins_alike(wanted: str, heard: str) -> bool:
    """くるまのとうろく is near 印鑑の登録 only in what both have in common with every registration."""
    head = max(4, len(wanted) * 2 // 5)
    return similarity(wanted[:head], heard[:head]) >= HEAD_NEAR_ENOUGH


def _with_parts(scores: dict[str, float], parts: list[Match]) -> dict[str, float]:
    """Two parts of one name (「マイナンバーカード、えーと、更新」) name it; one part names all that have it."""
    hits: dict[str, list[Match]] = {}
    for match in parts:
        for procedure in match.phrase.ids:
            hits.setdefault(procedure, []).append(match)
    most = max((sum(len(m.phrase.text) for m in found) for found in hits.values()), default=0)
    out = dict(scores)
    for procedure, found in hits.items():
        covered = sum(len(m.phrase.text) for m in found)
        if covered < most:
            continue
        alone = sum(1 for other in hits.values() if sum(len(m.phrase.text) for m in other) == most) == 1
        score = 0.85 if alone and len(found) > 1 else PART_OF_ONE if alone else PART_OF_MANY
        out[procedure] = max(out.get(procedure, 0.0), score)
    return out
