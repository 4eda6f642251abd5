"""The rows of `bench.ears`, one function for each kind of figure."""

import statistics
import time
import tracemalloc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from bench import ears_figures, ears_hearing, ears_samples
from bench.ears_hearing import LISTENERS, Material
from bench.ears_sentences import NOW
from bench.table import Row
from nlu.hinting import hints_for
from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from nlu.question import Expect, Question
from voicebot.speech import kana_ngrams
from voicebot.speech.kana_engine import KanaRecognizer, chances
from voicebot.speech.kana_evidence import evidence
from voicebot.speech.kana_weights import Weights
from voicebot.speech.recognizer import SAMPLE_RATE

Answers = dict[str, list[tuple[Hypothesis, ...]]]
"""What each of LISTENERS made of the materials."""

RESULT_GOAL_MS = 150
CANDIDATES_GOAL_MS = 20
MANY = 300
"""Candidates: what the office's questions allow."""
FOLDS = 3

LISTED = 0.45
"""Probability that it is a candidate at all, under which a word is rejected. Below a half: who is rejected wrongly must
say it again, who is taken wrongly hears it in the read-back."""


def answers(materials: Sequence[Material], weights: Weights) -> Answers:
    """Of every listener, in the order of the materials."""
    ngrams = kana_ngrams.load()
    return {
        listener: [ears_hearing.hypotheses(m, listener, weights, ngrams) for m in materials]
        for listener in LISTENERS
    }


def errors(what: str, goal: float | None, materials: Sequence[Material], heard: Answers) -> list[Row]:
    """Phoneme errors of every listener; both together must meet the goal and be no worse than either."""
    lengths = [len(m.sample.sounds) for m in materials]
    wrong = distances(materials, heard)
    rows = []
    for listener in LISTENERS:
        judged = goal is not None and listener == "both"
        rate = sum(wrong[listener]) / max(1, sum(lengths))
        rows.append(
            Row(
                f"{what}: {listener}",
                f"<= {100 * goal:.0f} %" if goal is not None and judged else "-",
                ears_figures.error_rate(wrong[listener], lengths),
                rate <= goal if goal is not None and judged else None,
            )
        )
    return [*rows, against_the_better(what, wrong)]


def distances(materials: Sequence[Material], heard: Answers) -> dict[str, list[int]]:
    """Phoneme errors of every listener in every sample."""
    return {
        listener: [
            Levenshtein.distance(ears_hearing.sounds(found), m.sample.sounds)
            for found, m in zip(heard[listener], materials, strict=True)
        ]
        for listener in LISTENERS
    }


def against_the_better(what: str, wrong: Mapping[str, Sequence[int]]) -> Row:
    """Both together must be no worse than either."""
    least = min(sum(wrong["head"]), sum(wrong["whisper"]))
    return Row(
        f"{what}: both against the better one",
        "no worse",
        f"{sum(wrong['both'])} errors to {least}",
        sum(wrong["both"]) <= least,
    )


def choice(words: Sequence[Material], weights: Weights) -> list[Row]:
    """Single words out of the list of all of them, and with a third of them taken from the list."""
    listed = sorted({m.sample.sounds for m in words})
    likely = [evidence(m.posteriors, listed) for m in words]
    places = [listed.index(m.sample.sounds) for m in words]
    ranks = [int(np.sum(one > one[place])) for one, place in zip(likely, places, strict=True)]
    count = len(words)
    first, third = sum(r == 0 for r in ranks), sum(r < 3 for r in ranks)
    what = f"{count} words by two people, choice among {len(listed)}"
    rows = [
        Row(f"{what}: right", ">= 98 %", ears_figures.share(first, count), first >= 0.98 * count),
        Row(f"{what}: in the first three", ">= 99.5 %", ears_figures.share(third, count), third >= 0.995 * count),
    ]  # fmt: skip
    kept: list[_Chosen] = []
    gone: list[_Chosen] = []
    for fold in range(FOLDS):
        listed_here = np.arange(len(listed)) % FOLDS != fold
        for material, one, place in zip(words, likely, places, strict=True):
            (kept if listed_here[place] else gone).append(_chosen(material, one, listed_here, place, weights))
    found_all = [*kept, *gone]
    rejected, falsely = (sum(one.listed < LISTED for one in part) for part in (gone, kept))
    what = "the same, a third taken from the list in turn, weights as committed"
    rows += [
        Row(f"{what}: of those rejected", ">= 80 %", ears_figures.share(rejected, len(gone)),
            rejected >= 0.8 * len(gone)),
        Row(f"{what}: others rejected", "<= 5 %", ears_figures.share(falsely, len(kept)),
            falsely <= 0.05 * len(kept)),
    ]  # fmt: skip
    rows += _crossed([one.listed for one in gone], [one.listed for one in kept])
    return rows + calibration(
        "choice among the words, a third taken away",
        [one.score for one in found_all],
        [one.right for one in found_all],
        weights.sure.choice,
    )


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The best of the listed candidates; nothing where the engine hears no speech."""

    score: float = 0.0
    listed: float = 0.0
    """Probability that it is one of them at all."""

    right: bool = False


def _chosen(
    material: Material, likely: NDArray[np.float64], listed: NDArray[np.bool_], said: int, weights: Weights
) -> _Chosen:
    if not material.is_speech(weights):
        return _Chosen()
    scores = np.zeros(len(likely))
    scores[listed] = chances(likely[listed], material.heard[0], weights.choice)
    return _Chosen(float(scores.max()), float(scores.sum()), int(scores.argmax()) == said)


def _crossed(gone: Sequence[float], kept: Sequence[float]) -> list[Row]:
    """The threshold chosen on half of the words and applied to the other half, both ways."""
    rejected = falsely = 0
    for half in (0, 1):
        own, other = np.array(kept[half::2]), np.array(kept[1 - half :: 2])
        bar = float(np.quantile(own, 0.05))
        rejected += int(np.sum(np.array(gone[1 - half :: 2]) < bar))
        falsely += int(np.sum(other < bar))
    what = "the same, threshold from the other half of the words"
    return [
        Row(f"{what}: of those rejected", ">= 80 %", ears_figures.share(rejected, len(gone)), rejected >= 0.8 * len(gone)),
        Row(f"{what}: others rejected", "<= 5 %", ears_figures.share(falsely, len(kept)), falsely <= 0.05 * len(kept)),
    ]  # fmt: skip


def calibration(
    what: str, scores: Sequence[float], right: Sequence[bool], sure: float, judged: bool = True
) -> list[Row]:
    """Expected calibration error, beside what true scores would show by chance, and what is right above the "sure"
    threshold. Not `judged`: the scores are too few."""
    found = ears_figures.reliability(scores, right)
    above = [ok for score, ok in zip(scores, right, strict=True) if score >= sure]
    print("\n".join([f"reliability, {what}:", *found.lines()]))
    chance = ears_figures.by_chance(scores)
    measured = f"{100 * found.error:.1f} % ({len(scores)} scores; as many true ones: {100 * chance:.1f} %)"
    enough = sum(above) >= 0.995 * len(above) if above and judged else None
    return [
        Row(f"calibration error, {what}", "<= 3 %" if judged else "-", measured, found.error <= 0.03 if judged else None),
        Row(f"right above {sure:.3f}, {what}", ">= 99.5 %" if judged else "-",
            ears_figures.share(sum(above), len(above)), enough),
    ]  # fmt: skip


Judged = list[tuple[float, bool]]
"""Scores of the best hypotheses, and whether every sound of them is right."""


def judged(materials: Sequence[Material], heard: Answers) -> Judged:
    """What the engine made of the materials."""
    return [
        (found[0].score if found else 0.0, ears_hearing.sounds(found) == m.sample.sounds)
        for found, m in zip(heard["both"], materials, strict=True)
    ]


def guesses(what: str, found: Judged, weights: Weights, together: bool) -> list[Row]:
    """Whether the scores are how often all is right; `together`: of all conditions, enough to be judged."""
    scores, right = [score for score, _ in found], [ok for _, ok in found]
    return calibration(what, scores, right, weights.sure.guesses, together)


def cost(engine: KanaRecognizer, materials: Sequence[Material]) -> list[Row]:
    """Time on one core from the end of 4 s of speech to the hypotheses, more for 300 candidates, and memory."""
    pcms = [np.resize(m.sample.pcm, 4 * SAMPLE_RATE) for m in materials[:20]]
    known = ears_samples.lexicon()
    hints = hints_for(Question(Expect.DATE), NOW, known)
    kinds = (Expect.PROCEDURE, Expect.DATE, Expect.TIME, Expect.ANSWER)
    every = [c for kind in kinds for c in hints_for(Question(kind), NOW, known).candidates]
    many = every[:: len(every) // MANY][:MANY]
    weights = engine.weights
    never, always = (replace(weights, second=dict.fromkeys(Expect, bar)) for bar in (-1e9, 1.0))
    timed = {}
    for name, used in (("head", never), ("with Whisper's decoder", always)):
        engine.weights = used
        timed[name] = _times(pcms, engine, hints, lambda listening: listening.result())
    engine.weights = never
    whisper = _times(pcms, engine, Hints(), lambda listening: listening.texts())
    candidates = []
    for pcm in pcms:
        listening = engine.listen(hints)
        listening.feed(pcm)
        listening.result()
        began = time.perf_counter()
        listening.score(many)
        candidates.append((time.perf_counter() - began) * 1_000)
    engine.weights = weights
    median = statistics.median(timed["head"])
    extra = statistics.median(candidates)
    return [
        Row("4 s of speech, head and grammar: time of a result", f"<= {RESULT_GOAL_MS} ms",
            _told(timed["head"]), median <= RESULT_GOAL_MS),
        Row("4 s of speech, with Whisper's decoder: time of a result", "-", _told(timed["with Whisper's decoder"])),
        Row("4 s of speech, Whisper alone: time of a result", "-",
            f"{_told(whisper)}; {statistics.median(whisper) / median:.1f} times the head's"),
        Row("300 candidates more", f"<= {CANDIDATES_GOAL_MS} ms", _told(candidates), extra <= CANDIDATES_GOAL_MS),
        Row("memory of a call that listens", "-", f"{_memory(pcms, engine, hints):.1f} MB"),
    ]  # fmt: skip


def _times(
    pcms: Sequence[NDArray[np.int16]], engine: KanaRecognizer, hints: Hints, ask: Callable[..., object]
) -> list[float]:
    times = []
    for pcm in pcms:
        listening = engine.listen(hints)
        listening.feed(pcm)
        began = time.perf_counter()
        ask(listening)
        times.append((time.perf_counter() - began) * 1_000)
    return times


def _told(ms: Sequence[float]) -> str:
    return f"median {statistics.median(ms):.0f} ms, slowest {max(ms):.0f} ms ({len(ms)})"


def _memory(pcms: Sequence[NDArray[np.int16]], engine: KanaRecognizer, hints: Hints) -> float:
    """Megabytes that Python and numpy hold for an utterance that has been heard."""
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    held = []
    for pcm in pcms:
        listening = engine.listen(hints)
        listening.feed(pcm.copy())
        listening.result()
        held.append(listening)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / len(held) / 1e6
