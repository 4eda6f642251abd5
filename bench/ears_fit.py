"""Fits what the phoneme listener weighs its evidence with: `python -m bench.ears_fit`, about 10 minutes.

To be run again whenever the listener's weights change, with weights that have not heard the people kept apart
(`python -m ears.adapt --apart`). What is fitted on is spoken by Open JTalk, eSpeak NG and the crowd's
voices kept apart, also in bad voices over bad lines, and by people who are kept apart from training (`ears.people`); no recorded
call and nothing of the bench is among it.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, replace

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from bench import ears_figures, ears_fit_samples, ears_hearing
from bench.ears_fitting import Array, descend, softmax_fit
from bench.ears_hearing import Material
from nlu.hints import Candidate
from nlu.phonemes import phonemes
from nlu.question import Expect
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

TIMES = (0.0, 0.1, 0.2, 0.4, 0.7, 1.0, 2.0, 4.0)
"""Weights of all people beside all callers' sentences, of which one is chosen."""

THRESHOLDS = (-99.0, -8.0, -5.0, -3.0, -2.0, -1.4, -0.7)
"""Natural logs from which one is chosen for each kind of question; what is likelier than a half is not asked about."""

STEERING = ((0.3, 0.6), (0.4, 0.6), (0.4, 0.8), (0.4, 1.0), (0.5, 1.0), (0.6, 1.2), (0.7, 1.4), (0.8, 1.6))
"""Weights of the n-grams, and what makes up for them in each sound."""

_SEARCHED = 3
"""Every so many sentences are searched anew with each of them."""

SURE_SHARE = 0.995

_TOLERANCE = 0.002
"""Phoneme errors, as a share, that count as none."""

_COST = 0.1
"""Of the errors on callers' sentences, which synthetic voices speak: what people's may add to them."""

_STARTS = (3.0, 0.5, -0.6, -0.1, 0.5, -0.5, 0.3, 1.0)
_STEPS = (0.5, 0.3, 0.3, 0.1, 0.3, 0.3, 0.3, 0.3)
"""Where the search for `Calibration` begins, and how far it looks at first."""

_HOPELESS = 60.0
"""Nats under the likeliest guess at which another is left out of the fit."""


@dataclass(frozen=True, slots=True)
class _Case:
    """An utterance: of every guess what speaks for it and how many sounds are wrong; the best open string's evidence and length."""

    features: Array
    errors: NDArray[np.int64]
    best: tuple[float, int]


def search(materials: list[Material], readers: list[Material], ngrams: Ngrams) -> Search:
    """Of STEERING what gives the open search the lowest error rate, callers' sentences and people's counted alike."""
    tried = {}
    for pair in STEERING:
        rates = []
        for part in (materials[::_SEARCHED], readers[::_SEARCHED]):
            wrong = sum(Levenshtein.distance(_best(m, ngrams, pair), m.sample.sounds) for m in part)
            rates.append(wrong / sum(len(m.sample.sounds) for m in part))
        tried[pair] = rates
    print(f"phoneme errors of the open search by its steering: {tried}", file=sys.stderr)
    return Search(*min(tried, key=lambda pair: sum(tried[pair])))


def _best(material: Material, ngrams: Ngrams, steering: tuple[float, float]) -> str:
    return ctc_beam.search(material.posteriors, prior=ngrams.steering(*steering))[0].sounds


def _anew(materials: list[Material], ngrams: Ngrams, weights: Search) -> list[Material]:
    steering = ngrams.steering(weights.ngrams, weights.each)
    return [replace(m, heard=ctc_beam.search(m.posteriors, prior=steering)) for m in materials]


def guess_weights(
    materials: list[Material], readers: list[Material], weights: Weights, ngrams: Ngrams
) -> GuessWeights:
    """First the guess nearest to what was said is made the likeliest, then the scores are made true.

    People who read count as much as they may without costing the sentences of callers more than _COST.
    """
    asking = replace(weights, second=dict.fromkeys(Expect, 0.0))
    own, theirs = (_cases(part, asking, ngrams) for part in (materials, readers))
    start = np.array(astuple(weights.guesses)[: own[0].features.shape[1]])
    tried = {times: _ranking(own, theirs, times, start) for times in TIMES}
    wrong = {times: (_wrong(own, found), _wrong(theirs, found)) for times, found in tried.items()}
    print(
        f"phoneme errors, callers' sentences and people's, by the weight of people: {wrong}", file=sys.stderr
    )
    bar = (1 + _COST) * min(ours for ours, _ in wrong.values())
    ranking = tried[min((t for t in TIMES if wrong[t][0] <= bar), key=lambda times: wrong[times][1])]
    cases = [*own, *theirs]
    sums = [case.features @ ranking for case in cases]
    best = np.array([case.best for case in cases])
    scale, none, none_each = _calibrated(sums, [case.errors == 0 for case in cases], best, float(ranking[0]))
    return GuessWeights(*[float(one) for one in (*(ranking * scale), none, none_each)])


def _cases(materials: list[Material], asking: Weights, ngrams: Ngrams) -> list[_Case]:
    found = []
    for material in materials:
        weighed = kana_weighing.weigh(material.posteriors, ngrams, ears_hearing.sources(material, asking))
        likeliest = max((evidence.sounds for _, evidence in weighed), default=0.0)
        weighed = [one for one in weighed if one[1].sounds > likeliest - _HOPELESS]
        if weighed:
            features = np.array([evidence for _, evidence in weighed], float)
            errors = np.array([Levenshtein.distance(g.sounds, material.sample.sounds) for g, _ in weighed])
            best = material.heard[0]
            found.append(_Case(features, errors, (best.log_probability, len(best.sounds))))
    return found


def _ranking(own: list[_Case], theirs: list[_Case], times: float, start: Array) -> Array:
    cases = [*own, *theirs]
    shares = np.array([1.0] * len(own) + [times * len(own) / max(1, len(theirs))] * len(theirs))
    return softmax_fit(
        [case.features for case in cases],
        [case.errors == case.errors.min() for case in cases],
        start,
        shares / shares.mean(),
    )


def _wrong(cases: list[_Case], ranking: Array) -> int:
    return sum(int(case.errors[(case.features @ ranking).argmax()]) for case in cases)


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
    """By likelihood: the best guess of each, and whatever may come before it, is right to the sound or not. `materials`:
    `ears_fit_samples.fluent`, whose voices the listener does not know and whose speech is a native's, as callers' is; and
    people."""
    features, right = [], []
    for material in materials:
        weighed = kana_weighing.weigh(material.posteriors, ngrams, ears_hearing.sources(material, weights))
        found = kana_weighing.scored(weighed, material.heard[0], weights.guesses)
        for n in kana_calibration.rivals(found):
            known = kana_calibration.features(
                found, n, weighed[n][1], material.posteriors, material.heard[0].sounds
            )
            features.append((1.0, *known))
            right.append(found[n][0].sounds == material.sample.sounds)
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


def sure(
    sentences: Sequence[list[Material]], words: list[Material], listed: list[Candidate], weights: Weights
) -> Sure:
    """The lowest scores from which on SURE_SHARE of what was heard is right, in each of `sentences` alone and in all words."""
    ngrams = kana_ngrams.load()
    bounds = []
    for materials in sentences:
        scores, right = [], []
        for material in materials:
            found = ears_hearing.hypotheses(material, "both", weights, ngrams)
            scores.append(found[0].score if found else 0.0)
            right.append(ears_hearing.sounds(found) == material.sample.sounds)
        bounds.append(ears_figures.threshold(scores, right, SURE_SHARE))
    choice_scores, choice_right = [], []
    for likely, said, best in _choices(words, listed):
        chance = chances(likely, best, weights.choice)
        choice_scores.append(float(chance.max()))
        choice_right.append(bool(said[chance.argmax()]))
    return Sure(
        max(bounds),
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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--scores", action="store_true", help="leave the search and the weights of the evidence as they are"
    )
    scores_alone = parser.parse_args().scores
    engine = KanaRecognizer(threads=1, workers=ears_hearing.WORKERS)
    ngrams = kana_ngrams.load()
    weights = kana_weights.load()
    materials = ears_hearing.listen(engine, ears_fit_samples.samples(), "sentences")
    spoken, candidates = ears_fit_samples.words()
    alone = ears_hearing.listen(engine, spoken, "words", whisper=False)
    strangers = ears_hearing.listen(engine, ears_fit_samples.fluent(), "strangers")
    readers = ears_hearing.listen(engine, ears_fit_samples.readers(), "people")
    phrases = ears_hearing.listen(engine, ears_fit_samples.phrases(readers), "phrases of people")
    if not scores_alone:
        weights = replace(weights, search=search(materials, readers, ngrams))
    materials, alone, strangers, readers, phrases = (
        _anew(part, ngrams, weights.search) for part in (materials, alone, strangers, readers, phrases)
    )
    weights = replace(weights, speech=speech(engine, [*materials, *alone, *readers]))
    weights = replace(weights, choice=choice_weights(alone, candidates))
    if not scores_alone:
        weights = replace(weights, guesses=guess_weights(materials, readers, weights, ngrams))
        weights = replace(weights, second=second([*materials, *readers], weights, ngrams))
    people = [*readers, *phrases]
    weights = replace(weights, calibration=calibration([*strangers, *people], weights, ngrams))
    weights = replace(weights, sure=sure((strangers, people), alone, candidates, weights))
    kana_weights.write(weights)
    print(kana_weights.FILE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
