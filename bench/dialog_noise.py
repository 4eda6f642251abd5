"""What the recognizer makes of what was said, without audio: its confusions, learnt once and drawn from a seed.

`python -m bench.dialog_noise_learn` learns them anew from the recorded calls with the default engine, and writes them
to `dialog_noise.yaml`.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from rapidfuzz.distance import Levenshtein

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from nlu.phonemes import phonemes
from nlu.reading import read
from voicebot.speech.kana_reading import reading
from voicebot.speech.kana_writing import writing_for

FILE = Path(__file__).with_name("dialog_noise.yaml")
DROPPED = 4
"""Sounds lost in a row from which it counts as a dropped word."""

WORD = 6
"""Sounds that are lost with a dropped word."""

PRIOR = 40
"""A sound's own error rate is mixed with the mean rate as if it had been heard so often more."""

PARTICLES = {("h", "w")}
"""は is written は and said わ: no error."""

VOWELS = "aiueo"


class Sample(NamedTuple):
    """An utterance and what an engine made of it."""

    reading: str
    heard: Sequence[Hypothesis]
    closed: bool = False
    """Said to a question that is answered by yes or no."""


@dataclass(frozen=True)
class Noise:
    """Rates are per sound, except where said."""

    wrong: dict[str, float]
    """Taken for another."""

    lost: dict[str, float]
    confusions: dict[str, dict[str, float]]
    """What a sound is taken for, by share."""

    inserted: dict[str, float]
    dropped: float
    """A word from here on."""

    missed: float
    """Per utterance: taken for no speech at all."""

    scores_right: tuple[float, ...]
    """Of the best hypothesis: quantiles from least to most."""

    scores_right_closed: tuple[float, ...]
    """The same where the question is answered by yes or no."""

    scores_wrong: tuple[float, ...]
    hypotheses: tuple[int, ...]
    """How many there are, by quantile."""

    right_below: float
    """Per utterance whose best hypothesis is wrong: the right one is among the others."""

    about: str = ""
    """What it was learnt from."""

    def hear(self, said: str, hints: Hints, rng: random.Random, times: float = 1.0) -> tuple[Hypothesis, ...]:
        """The hypotheses for a reading; `times`: so much noise. Empty where nothing is heard."""
        right = phonemes(said)
        if rng.random() < self.missed * times or not right:
            return ()
        best = self._spoil(right, rng, times)
        scores_right = self.scores_right_closed if hints.closed else self.scores_right
        score = _drawn(scores_right if best == right else self.scores_wrong, rng)
        found = [best]
        if best != right and rng.random() < min(1.0, self.right_below):
            found.append(right)
        count = self.hypotheses[rng.randrange(len(self.hypotheses))]
        found += [self._like(best, rng) for _ in range(count - len(found))]
        found = [*{reading(sounds): sounds for sounds in reversed(found) if sounds}.values()][::-1]
        words, rest = writing_for(hints), 1 - score
        heard = []
        for n, sounds in enumerate(found):
            share = score if n == 0 else min(score, rest * 0.5**n)
            heard.append(Hypothesis(words.write(sounds)[0], round(share, 3), reading(sounds)))
        return tuple(heard)

    def _spoil(self, sounds: str, rng: random.Random, times: float) -> str:
        out, skip = [], 0
        for sound in sounds:
            if skip or rng.random() < self.dropped * times:
                skip = skip - 1 if skip else WORD - 1
                continue
            chance = rng.random()
            if chance < self.wrong.get(sound, 0.0) * times:
                out.append(self._taken_for(sound, rng))
            elif chance > 1 - self.lost.get(sound, 0.0) * times:
                continue
            else:
                out.append(sound)
            if rng.random() < sum(self.inserted.values()) * times:
                out.append(_weighted(self.inserted, rng))
        return "".join(out)

    def _like(self, sounds: str, rng: random.Random) -> str:
        """The same with one sound otherwise: what comes below the best hypothesis."""
        at = rng.randrange(len(sounds)) if sounds else 0
        return sounds[:at] + self._taken_for(sounds[at : at + 1], rng) + sounds[at + 1 :]

    def _taken_for(self, sound: str, rng: random.Random) -> str:
        shares = self.confusions.get(sound)
        if shares:
            return _weighted(shares, rng)
        kind = VOWELS if sound in VOWELS else "kgsztdnhbpmyrwSJCT"
        return rng.choice(kind.replace(sound, "") or kind)


def _weighted(shares: dict[str, float], rng: random.Random) -> str:
    return rng.choices([*shares], [*shares.values()])[0]


def _drawn(quantiles: Sequence[float], rng: random.Random) -> float:
    place = rng.random() * (len(quantiles) - 1)
    low = int(place)
    return quantiles[low] + (quantiles[min(low + 1, len(quantiles) - 1)] - quantiles[low]) * (place - low)


@cache
def load(path: Path = FILE) -> Noise:
    """The noise that was learnt last."""
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    for key in ("scores_right", "scores_right_closed", "scores_wrong", "hypotheses"):
        data[key] = tuple(data[key])
    return Noise(**data)


def learn(samples: Iterable[Sample], about: str) -> Noise:
    """The noise in what an engine heard."""
    said: Counter[str] = Counter()
    wrong: defaultdict[str, Counter[str]] = defaultdict(Counter)
    lost: Counter[str] = Counter()
    inserted: Counter[str] = Counter()
    scores: dict[bool, list[float]] = {True: [], False: []}
    closed: list[float] = []
    counts, missed, total, dropped, below = [], 0, 0, 0, 0
    for sample in samples:
        total += 1
        if not sample.heard:
            missed += 1
            continue
        right = phonemes(sample.reading)
        heard = [phonemes(h.reading or read(h.text).kana) for h in sample.heard]
        errors = [*_errors(right, heard[0])]
        said.update(right)
        counts.append(len(heard))
        scores[not errors].append(sample.heard[0].score)
        closed += [sample.heard[0].score] if sample.closed and not errors else []
        below += bool(errors) and any(not [*_errors(right, other)] for other in heard[1:])
        runs = _runs([at for at, kind, _, _ in errors if kind == "delete"])
        dropped += len(runs)
        for at, kind, before, after in errors:
            if kind == "replace":
                wrong[before][after] += 1
            elif kind == "insert":
                inserted[after] += 1
            elif not any(at in run for run in runs):
                lost[before] += 1
    whole = said.total()
    mean_wrong = sum(c.total() for c in wrong.values()) / whole
    mean_lost = lost.total() / whole
    return Noise(
        wrong={s: _rate(wrong[s].total(), n, mean_wrong) for s, n in sorted(said.items())},
        lost={s: _rate(lost[s], n, mean_lost) for s, n in sorted(said.items())},
        confusions={
            s: {t: n / c.total() for t, n in sorted(c.items())} for s, c in sorted(wrong.items()) if c
        },
        inserted={s: round(n / whole, 6) for s, n in sorted(inserted.items())},
        dropped=round(dropped / whole, 6),
        missed=round(missed / total, 4),
        scores_right=_quantiles(scores[True]),
        scores_right_closed=_quantiles(closed or scores[True]),
        scores_wrong=_quantiles(scores[False]),
        hypotheses=tuple(sorted(counts)[(len(counts) - 1) * n // 10] for n in range(11)),
        right_below=round(below / max(1, len(scores[False])), 3),
        about=f"{about}: {total} utterances, {whole} sounds, {len(scores[False])} utterances with an error",
    )


def _errors(right: str, heard: str) -> Iterable[tuple[int, str, str, str]]:
    """Place, kind, the sound said and the sound heard."""
    for edit in Levenshtein.editops(right, heard):
        before = right[edit.src_pos : edit.src_pos + 1]
        after = heard[edit.dest_pos : edit.dest_pos + 1]
        if (before, after) not in PARTICLES or edit.tag != "replace":
            yield edit.src_pos, edit.tag, before, after


def _runs(places: list[int]) -> list[range]:
    """Runs of DROPPED places or more."""
    runs: list[range] = []
    for place in places:
        if runs and place == runs[-1].stop:
            runs[-1] = range(runs[-1].start, place + 1)
        else:
            runs.append(range(place, place + 1))
    return [run for run in runs if len(run) >= DROPPED]


def _rate(errors: int, said: int, mean: float) -> float:
    return round((errors + PRIOR * mean) / (said + PRIOR), 5)


def _quantiles(scores: list[float]) -> tuple[float, ...]:
    ranked = sorted(scores) or [0.5]
    return tuple(round(ranked[(len(ranked) - 1) * n // 10], 3) for n in range(11))
