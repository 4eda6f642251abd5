"""Names that were nearly heard, and longer names of which a part was."""

from dataclasses import dataclass

from rapidfuzz import fuzz, process

from nlu.lexicon_index import Phrase
from nlu.phonemes import phonemes, similarity

NEAR_ENOUGH = 0.8
"""Weighted phoneme similarity below which nothing is near. Such results are never sure (at most 0.78)."""

HEAD_NEAR_ENOUGH = 0.5
"""The same for the beginning, which tells one name from another more than the end does."""

OWN_NEAR_ENOUGH = 0.68
"""The same for what tells a name from others: パスポート of パスポートの申請."""

REST_NEAR_ENOUGH, MIN_REST = 0.75, 4
"""The same for what a longer name has beyond one that was found, and how many phonemes that must be."""

HEARD = 0.92
"""At most, for a longer name."""

_POINTED = phonemes("のほう")
"""Behind a name that is meant: 印鑑登録のほう is nearly a 印鑑登録の証明."""

MAX_NEAR = 40
"""Names that are looked at closely."""


@dataclass(frozen=True, slots=True)
class Match:
    phrase: Phrase
    start: int
    end: int
    score: float


def grown(match: Match, phrases: tuple[Phrase, ...], sounds: str) -> Match:
    """「マイナンバーカードのこうしむ」 names more than マイナンバーカード: a longer name whose other sounds are near."""
    base = match.phrase.sounds
    at = sounds.find(base) if base else -1
    if sounds.startswith(_POINTED, at + len(base)):
        return match
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
        if phrase.general and window.dest_start > 1:  # what is nearly 保険 in 火災保険
            continue
        nearest = max(
            similarity(wanted, sounds[max(0, window.dest_start - a) : window.dest_end + b])
            for a, b in ((0, 0), (1, 0), (0, 1), (0, -1))
        )
        if nearest >= NEAR_ENOUGH and own_alike(
            phrase, sounds[max(0, window.dest_start - 1) : window.dest_end]
        ):
            score = 0.5 + (nearest - NEAR_ENOUGH) * 1.4
            found.append(Match(phrase, window.dest_start, window.dest_end, min(score, 0.78)))
    best = max((m.score for m in found), default=0.0)
    return [m for m in found if m.score >= best - 0.1]


def _begins_alike(wanted: str, heard: str) -> bool:
    """くるまのとうろく is near 印鑑の登録 only in what both have in common with every registration."""
    head = max(4, len(wanted) * 2 // 5)
    return similarity(wanted[:head], heard[:head]) >= HEAD_NEAR_ENOUGH


def own_alike(phrase: Phrase, heard: str) -> bool:
    """給付金の申請 is near パスポートの申請 only in what both have in common with every other."""
    own = phrase.own
    size = len(own)
    heard_own = (heard[begin : begin + size + more] for begin in (0, 1, 2) for more in (-1, 0, 1))
    return max(similarity(own, part) for part in heard_own) >= OWN_NEAR_ENOUGH
