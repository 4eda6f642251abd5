"""The rows of `bench.ears` on people who read sentences: by speaker, by height of the voice, and how sure it is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench import ears_figures, ears_hearing, ears_people_samples, ears_rows, ears_samples
from bench.ears_hearing import LISTENERS
from bench.ears_people_samples import Clip
from bench.ears_rows import Answers, Judged
from bench.ears_sentences import NOW
from bench.table import Row
from nlu.hypothesis import Hypothesis
from nlu.interpret import interpret
from nlu.lexicon import Lexicon
from nlu.question import Expect, Question
from nlu.voting import SURE
from voicebot.speech.kana_engine import KanaRecognizer
from voicebot.speech.whisper_engine import WhisperRecognizer

GOALS = {"head": 0.09, "both": 0.08}
MEDIAN_GOAL = 0.07
RATIO_GOAL = 1.3
SURE_GOAL = 0.6

ENOUGH = 5
"""Clips of a speaker who counts in the median over speakers."""

LISTED_FROM = 2
"""Clips of a speaker who may be among the worst: a single sentence says little of who spoke it."""

WORST = 10

HIGHER_HZ = 165.0
"""Median fundamental frequency from which a voice counts as a higher one: between the means of men (about 120 Hz) and
women (about 210 Hz) who speak (Traunmüller & Eriksson 1995)."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A clip, and how many of its sounds each of LISTENERS got wrong."""

    clip: Clip
    wrong: dict[str, int]

    @property
    def sounds(self) -> int:
        """How many were said."""
        return len(self.clip.sample.sounds)


def rows(engine: KanaRecognizer, peer: WhisperRecognizer) -> list[Row]:
    """The block of people; a row that says so where their clips are absent."""
    clips = ears_people_samples.clips()
    if not clips:
        return [Row("people reading", "-", f"skipped: {ears_people_samples.FOLDER} is absent")]
    materials = ears_hearing.listen(engine, [clip.sample for clip in clips], "people reading", peer=peer)
    weights = engine.weights
    answers = ears_rows.answers(materials, weights)
    wrong = ears_rows.distances(materials, answers)
    heard = [
        Heard(clip, {listener: wrong[listener][n] for listener in LISTENERS}) for n, clip in enumerate(clips)
    ]
    taken = sum(not m.is_speech(weights) for m in materials)
    judged = ears_rows.judged(materials, answers)
    return [
        *errors(heard),
        Row("people reading: taken for no speech", "-", f"{taken} of {len(clips)}"),
        *medians(heard),
        *voices(heard),
        *genders(heard),
        *ears_rows.guesses("people reading", judged, weights, together=True),
        sure(judged, weights.sure.guesses),
        *made_up(clips, answers),
        *worst(heard),
    ]


def errors(heard: Sequence[Heard]) -> list[Row]:
    """Of every listener, over all clips; intervals by speaker, each clip of an unknown one taken as its own."""
    what = "people reading, telephone, phoneme errors"
    found = [_errors(what, heard, listener, GOALS.get(listener)) for listener in LISTENERS]
    wrong = {listener: [one.wrong[listener] for one in heard] for listener in LISTENERS}
    return [*found, ears_rows.against_the_better(what, wrong)]


def medians(heard: Sequence[Heard]) -> list[Row]:
    """Over the speakers with at least ENOUGH clips, and over all clips."""
    known = [own for own in _by_speaker(heard).values() if len(own) >= ENOUGH]
    found = []
    for listener in LISTENERS:
        what = f"people reading, median over known speakers with {ENOUGH} clips or more: {listener}"
        judged = listener == "both"
        rates = [_rate(own, listener) for own in known]
        found.append(
            Row(
                what,
                f"<= {100 * MEDIAN_GOAL:.0f} %" if judged else "-",
                ears_figures.median(rates, "speakers") if rates else "nobody",
                float(np.median(rates)) <= MEDIAN_GOAL if judged and rates else None,
            )
        )
    rates = [_rate([one], "both") for one in heard]
    spread = f"{ears_figures.median(rates, 'clips')}; one in ten above {100 * np.quantile(rates, 0.9):.1f} %"
    return [*found, Row("people reading, median over clips: both", "-", spread)]


def voices(heard: Sequence[Heard]) -> list[Row]:
    """Higher voices against lower ones, by what was measured of each clip: hardly anybody's gender is known."""
    higher = [one for one in heard if one.clip.hertz >= HIGHER_HZ]
    lower = [one for one in heard if 0 < one.clip.hertz < HIGHER_HZ]
    parts = (
        (f"people reading, higher voices (median F0 from {HIGHER_HZ:.0f} Hz)", higher),
        (f"people reading, lower voices (median F0 below {HIGHER_HZ:.0f} Hz)", lower),
    )
    found = [_errors(f"{what}, phoneme errors", part, one) for what, part in parts for one in LISTENERS]
    times, told = ears_figures.ratio(_counts(higher), _counts(lower)) if higher and lower else (0.0, "nobody")
    goal = f"<= {RATIO_GOAL} times"
    met = times <= RATIO_GOAL if higher and lower else None
    return [*found, Row("people reading, higher voices against lower ones: both", goal, told, met)]


def genders(heard: Sequence[Heard]) -> list[Row]:
    """As far as it was given."""
    return [
        _errors(
            f"people reading, gender given as {gender}, phoneme errors",
            [one for one in heard if one.clip.gender == gender],
            "both",
        )
        for gender in ("female", "male")
    ]


def sure(judged: Judged, threshold: float) -> Row:
    """How many of the best hypotheses are scored as good as certain."""
    above = sum(score >= threshold for score, _ in judged)
    told = ears_figures.share(above, len(judged))
    goal = f">= {100 * SURE_GOAL:.0f} %"
    return Row(f"share above {threshold:.3f}, people reading", goal, told, above >= SURE_GOAL * len(judged))


def made_up(clips: Sequence[Clip], answers: Answers) -> list[Row]:
    """Clips of whose text no day, time or procedure is understood, and of what was heard one is."""
    known = ears_samples.lexicon()
    plain = [n for n, clip in enumerate(clips) if _means([Hypothesis(clip.sample.text)], known) == 0]
    likely = [_means(answers["both"][n], known) for n in plain]
    what = "people reading, nothing of a booking said and a day, time or procedure understood"
    return [
        Row(f"{what}: both", "-", ears_figures.share(sum(score > 0 for score in likely), len(plain))),
        Row(f"{what} surely: both", "-", ears_figures.share(sum(s >= SURE for s in likely), len(plain))),
    ]


def worst(heard: Sequence[Heard]) -> list[Row]:
    """The known speakers whom the engine hears worst, their accounts shortened."""
    known = {s: own for s, own in _by_speaker(heard).items() if len(own) >= LISTED_FROM}
    listed = sorted(known, key=lambda speaker: -_rate(known[speaker], "both"))[:WORST]
    return [
        Row(
            f"people reading, worst speakers, {place}: {speaker.removeprefix('cv:')[:4]}, both",
            "-",
            ears_figures.error_rate(*_counts(known[speaker])[:2]),
        )
        for place, speaker in enumerate(listed, 1)
    ]


def _by_speaker(heard: Sequence[Heard]) -> dict[str, list[Heard]]:
    """Of the speakers who are known."""
    found = defaultdict(list)
    for one in heard:
        if one.clip.known:
            found[one.clip.speaker].append(one)
    return found


def _errors(what: str, heard: Sequence[Heard], listener: str, goal: float | None = None) -> Row:
    if not heard:
        return Row(f"{what}: {listener}", "-", "nobody")
    return Row(
        f"{what}: {listener}",
        f"<= {100 * goal:.0f} %" if goal else "-",
        ears_figures.error_rate(*_counts(heard, listener)),
        _rate(heard, listener) <= goal if goal else None,
    )


def _rate(heard: Sequence[Heard], listener: str) -> float:
    return sum(one.wrong[listener] for one in heard) / sum(one.sounds for one in heard)


def _counts(heard: Sequence[Heard], listener: str = "both") -> ears_figures.Errors:
    wrong, sounds = [one.wrong[listener] for one in heard], [one.sounds for one in heard]
    return wrong, sounds, [one.clip.speaker for one in heard]


def _means(found: Sequence[Hypothesis], known: Lexicon) -> float:
    """The best score of what is understood of a booking; 0 where nothing is."""
    meaning = interpret(found, Question(Expect.ANY), NOW, known)
    kinds = (meaning.dates, meaning.times, meaning.procedures)
    return max((scored.score for kind in kinds for scored in kind), default=0.0)
