"""Fits what the phoneme listener weighs its evidence with: `python -m voicebot.bench.ears_fit`, about 10 minutes.

To be run again whenever the listener's weights change. What is fitted on is spoken by Open JTalk, eSpeak NG and the crowd's
voices kept apart, also in bad voices over bad lines; no person's recording, no recorded call and nothing of the bench is
among it.
"""

import sys
from collections.abc import Iterator
from dataclasses import astuple, replace
from itertools import product

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from nlu.hints import Candidate
from nlu.phonemes import phonemes
from nlu.question import Expect
from voicebot.bench import ears_figures, ears_fit_samples, ears_hearing
from voicebot.bench.ears_fitting import Array, descend, softmax_fit
from voicebot.bench.ears_hearing import Material
from voicebot.speech import ctc_beam, kana_calibration, kana_ngrams, kana_weighing, kana_weights
from voicebot.speech.ctc_beam import Heard
from voicebot.speech.kana_engine import KanaRecognizer, chances, clearness
from voicebot.speech.kana_evidence import evidence
from voicebot.speech.kana_ngrams import Ngrams
from voicebot.speech.kana_weights import (
    Calibration,
    ChoiceWeights,
    GuessWeights,
    Search,
    Speech,
    Sure,
    Weights,
)

TRUST = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.3, 1.6, 2.0, 2.5, 3.0)
"""Nats for each sound of a text by Whisper, of which one is chosen."""

DOUBT = (0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)
"""Nats taken from it for each nat of its decoder's doubt, of which one is chosen too."""

_CONFIDENT = 0.2
"""Nats of doubt in a text that Whisper's decoder is fairly sure of."""

THRESHOLDS = (-99.0, -8.0, -5.0, -3.0, -2.0, -1.4, -0.7)
"""Natural logs from which one is chosen for each kind of question; what is likelier than a half is not asked about."""

STEERING = ((0.2, 0.4), (0.3, 0.6), (0.4, 0.6), (0.4, 0.8), (0.4, 1.0), (0.5, 1.0), (0.6, 1.2))
"""Weights of the n-grams, and what makes up for them in each sound."""

_SEARCHED = 3
"""Every so many sentences are searched anew with each of them."""

SURE_SHARE = 0.995

_TOLERANCE = 0.002
"""Phoneme errors, as a share, that count as none."""

_STARTS = (3.0, 0.5, -0.6, -0.1, 0.5, -0.5, 0.3)
_STEPS = (0.5, 0.3, 0.3, 0.1, 0.3, 0.3, 0.3)
"""Where the search for `Calibration` begins, and how far it looks at first."""

_HOPELESS = 60.0
"""Nats under the likeliest guess at which another is left out of the fit."""


def search(materials: list[Material], ngrams: Ngrams) -> Search:
    """Of STEERING what gives the open search the fewest errors."""
    tried = {
        pair: sum(
            int(Levenshtein.distance(_best(m, ngrams, pair), m.sample.sounds)) for m in materials[::_SEARCHED]
        )
        for pair in STEERING
    }
    print(f"phoneme errors of the open search by its steering: {tried}", file=sys.stderr)
    return Search(*min(tried, key=lambda pair: tried[pair]))


def _best(material: Material, ngrams: Ngrams, steering: tuple[float, float]) -> str:
    return ctc_beam.search(material.posteriors, prior=ngrams.steering(*steering))[0].sounds


def _anew(materials: list[Material], ngrams: Ngrams, weights: Search) -> list[Material]:
    steering = ngrams.steering(weights.ngrams, weights.each)
    return [replace(m, heard=ctc_beam.search(m.posteriors, prior=steering)) for m in materials]


def guess_weights(materials: list[Material], weights: Weights, ngrams: Ngrams) -> GuessWeights:
    """First the guess nearest to what was said is made the likeliest, then the scores are made true.

    Whisper's texts are trusted as far as they do no harm here: the listener knows these voices better than people's.
    """
    asking = replace(weights, second=dict.fromkeys(Expect, 0.0))
    features, errors, best = [], [], []
    for material in materials:
        weighed = kana_weighing.weigh(material.posteriors, ngrams, ears_hearing.sources(material, asking))
        likeliest = max((evidence.sounds for _, evidence in weighed), default=0.0)
        weighed = [one for one in weighed if one[1].sounds > likeliest - _HOPELESS]
        if not weighed:
            continue
        features.append(np.array([evidence for _, evidence in weighed], float))
        errors.append(np.array([Levenshtein.distance(g.sounds, material.sample.sounds) for g, _ in weighed]))
        best.append((material.heard[0].log_probability, len(material.heard[0].sounds)))
    start = np.array(astuple(weights.guesses)[: features[0].shape[1]])
    ranking = softmax_fit(features, [e == e.min() for e in errors], start)
    ranking = _trusted(ranking, features, errors, sum(len(m.sample.sounds) for m in materials))
    sums = [f @ ranking for f in features]
    scale, none, none_each = _calibrated(sums, [e == 0 for e in errors], np.array(best), float(ranking[0]))
    return GuessWeights(*[float(one) for one in (*(ranking * scale), none, none_each)])


def _trusted(ranking: Array, features: list[Array], errors: list[NDArray[np.int64]], sounds: int) -> Array:
    """The weights that trust a confident text as far as it costs next to nothing; half as much for `kept`."""
    written, kept, doubted = (GuessWeights.__slots__.index(name) for name in ("written", "kept", "doubted"))
    tried = {}
    for trust, doubt in product(TRUST, DOUBT):
        trial = ranking.copy()
        trial[[written, kept, doubted]] = ranking[0] * np.array([trust, trust / 2, -doubt])
        wrong = sum(int(e[(f @ trial).argmax()]) for f, e in zip(features, errors, strict=True))
        tried[trust, doubt] = wrong, trial
    errors_by = {pair: wrong for pair, (wrong, _) in tried.items()}
    print(f"phoneme errors by trust in Whisper and weight of its doubt: {errors_by}", file=sys.stderr)
    bar = min(errors_by.values()) + _TOLERANCE * sounds
    allowed = [pair for pair, wrong in errors_by.items() if wrong <= bar]
    return tried[max(allowed, key=lambda pair: pair[0] - _CONFIDENT * pair[1])][1]


def _calibrated(
    sums: list[Array], exact: list[NDArray[np.bool_]], best: Array, sounds: float
) -> tuple[float, float, float]:
    """Temperature and "none of these" by likelihood: (scale, none, none_each)."""

    def loss(values: Array) -> float:
        scale, none, none_each = values
        total = 0.0
        for rows, right, (log_probability, length) in zip(sums, exact, best, strict=True):
            other = scale * sounds * log_probability + none + none_each * length
            scores = np.append(scale * rows, other)
            scores -= scores.max()
            shares = np.exp(scores) / np.exp(scores).sum()
            total -= np.log(max(float(shares[:-1][right].sum() if right.any() else shares[-1]), 1e-9))
        return total / len(sums)

    scale, none, none_each = descend(loss, np.array([1.0, -3.0, 0.0]), np.array([0.3, 2.0, 0.1]))
    return float(scale), float(none), float(none_each)


def calibration(materials: list[Material], weights: Weights, ngrams: Ngrams) -> Calibration:
    """By likelihood: the best guess of each is right to the sound or not. `materials`: `ears_fit_samples.fluent`, whose
    voices the listener does not know and whose speech is a native's, as callers' is."""
    features, right = [], []
    for material in materials:
        weighed = kana_weighing.weigh(material.posteriors, ngrams, ears_hearing.sources(material, weights))
        found = kana_weighing.scored(weighed, material.heard[0], weights.guesses)
        if found:
            best = max(range(len(found)), key=lambda n: found[n][1])
            guess, share = found[best]
            known = kana_calibration.features(
                guess, share, weighed[best][1], material.posteriors, material.heard[0].sounds
            )
            features.append((1.0, *known))
            right.append(guess.sounds == material.sample.sounds)
    rows, signs = np.array(features), np.where(right, 1.0, -1.0)

    def loss(values: Array) -> float:
        return float(np.logaddexp(0, -signs * (rows @ values)).mean())

    return Calibration(*map(float, descend(loss, np.array(_STARTS), np.array(_STEPS))))


def _choices(
    materials: list[Material], candidates: list[Candidate]
) -> Iterator[tuple[Array, NDArray[np.bool_], Heard]]:
    """Each word against the list with a third of it taken away, in turn: log-likelihoods, which one was said."""
    listed = [phonemes(c.reading) for c in candidates]
    for material in materials:
        likely = evidence(material.posteriors, listed)
        for turn in range(3):
            kept = np.array([(index + turn) % 3 != 0 for index in range(len(listed))])
            said = np.array([sounds == material.sample.sounds for sounds in listed])
            yield likely[kept], said[kept], material.heard[0]


def choice_weights(materials: list[Material], candidates: list[Candidate]) -> ChoiceWeights:
    """By likelihood; where a word is not in the list, "none of these" is right."""
    cases = list(_choices(materials, candidates))

    def loss(values: Array) -> float:
        weights = ChoiceWeights(*map(float, values))
        total = 0.0
        for likely, said, best in cases:
            scores = chances(likely, best, weights)
            total -= np.log(max(float(scores[said].sum() if said.any() else 1 - scores.sum()), 1e-9))
        return total / len(cases)

    found = descend(loss, np.array([0.3, 2.0, 1.0, 0.1]), np.array([0.1, 1.0, 0.3, 0.05]))
    return ChoiceWeights(*map(float, found))


def speech(engine: KanaRecognizer, materials: list[Material]) -> Speech:
    """The bounds that let the most speech pass and none of what is no speech."""
    noise = ears_hearing.listen(engine, ears_fit_samples.noises(), "noises", whisper=False)
    bounds = [
        [clearness(m.posteriors, m.heard[0]) for m in part if m.heard[0].sounds]
        for part in (materials, noise)
    ]
    said, other = (np.array(one).reshape(-1, 2) for one in bounds)
    passed = {
        (float(clear), float(likely)): [
            int(((one[:, 0] >= clear) & (one[:, 1] >= likely)).sum()) for one in (said, other)
        ]
        for clear in np.arange(0.4, 0.9, 0.02)
        for likely in np.arange(-3.0, -0.4, 0.1)
    }
    most = max(speech for speech, noise in passed.values() if not noise)
    good = np.array([pair for pair, found in passed.items() if found == [most, 0]])
    print(f"speech: {most} of {len(said)} pass, none of {len(other)} noises", file=sys.stderr)
    # In the middle of all that are as good: people are less clear than synthetic voices, and there are other noises.
    clear, likely = good[np.abs((good - good.mean(axis=0)) / (good.std(axis=0) + 1e-9)).sum(axis=1).argmin()]
    return Speech(float(clear), float(likely))


def sure(materials: list[Material], words: list[Material], listed: list[Candidate], weights: Weights) -> Sure:
    """The lowest scores from which on SURE_SHARE of what was heard is right."""
    ngrams = kana_ngrams.load()
    scores, right = [], []
    for material in materials:
        found = ears_hearing.hypotheses(material, "both", weights, ngrams)
        scores.append(found[0].score if found else 0.0)
        right.append(ears_hearing.sounds(found) == material.sample.sounds)
    choice_scores, choice_right = [], []
    for likely, said, best in _choices(words, listed):
        chance = chances(likely, best, weights.choice)
        choice_scores.append(float(chance.max()))
        choice_right.append(bool(said[chance.argmax()]))
    return Sure(
        ears_figures.threshold(scores, right, SURE_SHARE),
        ears_figures.threshold(choice_scores, choice_right, SURE_SHARE),
    )


def second(materials: list[Material], weights: Weights, ngrams: Ngrams) -> dict[Expect, float]:
    """For each kind of question the highest threshold, for people's sake, with next to the fewest phoneme errors."""
    wrong = {}
    for asked in (False, True):
        trial = replace(weights, second=dict.fromkeys(Expect, 1.0 if asked else -np.inf))
        wrong[asked] = [_errors(m, trial, ngrams) for m in materials]
    chosen = {}
    for kind in Expect:
        own = [n for n, m in enumerate(materials) if m.sample.hints.expect is kind]
        errors = {
            bar: sum(wrong[materials[n].heard[0].log_probability < bar][n] for n in own) for bar in THRESHOLDS
        }
        allowed = min(errors.values()) + _TOLERANCE * sum(len(materials[n].sample.sounds) for n in own)
        chosen[kind] = max(bar for bar, found in errors.items() if found <= allowed)
        print(f"second listener, {kind.value}: phoneme errors by threshold {errors}", file=sys.stderr)
    return chosen


def _errors(material: Material, weights: Weights, ngrams: Ngrams) -> int:
    found = ears_hearing.hypotheses(material, "both", weights, ngrams)
    return int(Levenshtein.distance(ears_hearing.sounds(found), material.sample.sounds))


def main() -> int:
    engine = KanaRecognizer(threads=1, workers=ears_hearing.WORKERS)
    ngrams = kana_ngrams.load()
    weights = kana_weights.load()
    materials = ears_hearing.listen(engine, ears_fit_samples.samples(), "sentences")
    spoken, candidates = ears_fit_samples.words()
    alone = ears_hearing.listen(engine, spoken, "words", whisper=False)
    strangers = ears_hearing.listen(engine, ears_fit_samples.fluent(), "strangers")
    weights = replace(weights, search=search(materials, ngrams))
    materials, alone, strangers = (
        _anew(part, ngrams, weights.search) for part in (materials, alone, strangers)
    )
    weights = replace(weights, speech=speech(engine, [*materials, *alone]))
    weights = replace(weights, guesses=guess_weights(materials, weights, ngrams))
    weights = replace(weights, choice=choice_weights(alone, candidates))
    weights = replace(weights, second=second(materials, weights, ngrams))
    weights = replace(weights, calibration=calibration(strangers, weights, ngrams))
    weights = replace(weights, sure=sure(strangers, alone, candidates, weights))
    kana_weights.write(weights)
    print(kana_weights.FILE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
