"""When nothing was understood: which of the things the question allows sounds nearest. Never sure."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from nlu import hinting, when
from nlu.chart import At
from nlu.found import Found, bare
from nlu.hints import Candidate
from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.meaning import Meaning, Scored, T
from nlu.near_names import own_alike
from nlu.normalize import normalize
from nlu.phonemes import phonemes, similarity
from nlu.prepared import Prepared
from nlu.procedures import none_of_ours
from nlu.question import Expect, Question
from nlu.reading import read_apart

NEAR_ENOUGH = 0.72
HIGHEST = 0.7
"""A guess asks to be confirmed: it stays below what is sure."""

_MIN_SOUNDS = 5
_MAX_SOUNDS = 60
_APART_CHARS = 8
"""Longer texts are not read character by character."""

_ENDINGS = re.compile(
    r"(?:で|に|の|を)?(?:おねがい(?:いたし|し)ます|おねがいします|です|ください|がいいです|でいいです)?(?:で|に|を|の)?$"
)


def guess(meaning: Meaning, part: Prepared, question: Question, at: At, lexicon: Lexicon) -> Meaning:
    """`meaning` with dates, times or procedures that sound like `part`; unchanged when nothing is near."""
    if question.expect is Expect.DATE:
        candidates = _dates(at.now.replace(hour=0, minute=0))
        found = [(when.named(c.text, at)[0], s) for c, s in _nearest(part, candidates)]
        nearest = [day for named, _ in found[:1] for day in named]
        part_alone = meaning.bare if meaning.dates else bare(nearest)
        return replace(meaning, dates=_ranked(found, meaning.dates), bare=part_alone)
    if question.expect is Expect.TIME:
        candidates = _times(lexicon)
        times = [(when.named(c.text, at)[1], s) for c, s in _nearest(part, candidates)]
        return replace(meaning, times=_ranked(times, meaning.times))
    if question.expect is Expect.PROCEDURE:
        return replace(meaning, procedures=_procedures(part, lexicon))
    return meaning


def _procedures(part: Prepared, lexicon: Lexicon) -> tuple[Scored[str], ...]:
    meant = index(lexicon)
    if none_of_ours(part.text, part.kana, meant):
        return ()
    owners = {phrase.text: phrase for phrase in meant.phrases}
    scores: dict[str, float] = {}
    for candidate, nearness in _nearest(part, _names(lexicon)):
        phrase = owners.get(normalize(candidate.text))
        for procedure in phrase.ids if phrase and own_alike(phrase, phonemes(part.kana)) else ():
            scores[procedure] = max(scores.get(procedure, 0.0), min(HIGHEST, nearness * 0.75))
    return tuple(Scored(value, score) for value, score in sorted(scores.items(), key=lambda pair: -pair[1]))


@lru_cache(maxsize=8)
def _names(lexicon: Lexicon) -> dict[Candidate, str]:
    return _sounds(hinting.procedures(lexicon, ()))


@lru_cache(maxsize=8)
def _dates(midnight: datetime) -> dict[Candidate, str]:
    return _sounds(hinting.dates(midnight))


@lru_cache(maxsize=8)
def _times(lexicon: Lexicon) -> dict[Candidate, str]:
    return _sounds(hinting.times(lexicon))


def _sounds(candidates: Iterable[Candidate]) -> dict[Candidate, str]:
    return {candidate: phonemes(candidate.reading) for candidate in candidates}


def _nearest(part: Prepared, candidates: dict[Candidate, str]) -> list[tuple[Candidate, float]]:
    """Candidates by nearness of sound, best first, at most three, all close to the best."""
    readings = [part.kana] + ([read_apart(part.text)] if len(part.text) <= _APART_CHARS else [])
    nearness: dict[Candidate, float] = {}
    for kana in readings:
        heard = phonemes(_ENDINGS.sub("", kana))
        if not _MIN_SOUNDS <= len(heard) <= _MAX_SOUNDS:
            continue
        rough = process.extract(
            heard, candidates, scorer=Levenshtein.normalized_similarity, score_cutoff=0.5, limit=8
        )
        for sounds, _, candidate in rough:
            nearness[candidate] = max(nearness.get(candidate, 0.0), similarity(heard, sounds))
    ranked = sorted(nearness.items(), key=lambda pair: -pair[1])
    best = ranked[0][1] if ranked else 0.0
    return [(c, s) for c, s in ranked if s >= max(NEAR_ENOUGH, best - 0.08)][:3]


def _ranked(
    found: list[tuple[tuple[Found[T], ...], float]], before: tuple[Scored[T], ...]
) -> tuple[Scored[T], ...]:
    scores = {scored.value: scored.score for scored in before}
    for items, nearness in found:
        for item in items:
            for scored in item.values:
                score = min(HIGHEST, nearness * scored.score * 0.85)
                scores[scored.value] = max(scores.get(scored.value, 0.0), score)
    return tuple(Scored(value, score) for value, score in sorted(scores.items(), key=lambda pair: -pair[1]))
