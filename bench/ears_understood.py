"""The rows of `bench.ears` on what is understood of sentences: day, time and procedure, and how sure it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bench import ears_figures, ears_samples
from bench.ears_hearing import LISTENERS, Material
from bench.ears_rows import Answers
from bench.ears_sentences import NOW, Sentence
from bench.table import Row
from nlu.hypothesis import Hypothesis
from nlu.interpret import interpret
from nlu.meaning import Scored
from nlu.question import Question
from nlu.voting import SURE

K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of what is understood first of a slot."""

    right: bool = False
    sure: bool = False
    """From here on the dialog does not ask back."""


def slots(what: str, goal: float | None, materials: Sequence[Material], heard: Answers) -> list[Row]:
    """How many sentences are understood whole, and each slot alone."""
    rows = []
    for listener in LISTENERS:
        verdicts = [
            verdict(m.sample.sentence, found)
            for m, found in zip(materials, heard[listener], strict=True)
            if m.sample.sentence
        ]
        right = sum(all(one.right for one in v.values()) for v in verdicts)
        judged = goal is not None and listener == "both"
        rows.append(
            Row(
                f"{what}: {listener}",
                f">= {100 * goal:.0f} %" if goal is not None and judged else "-",
                ears_figures.share(right, len(verdicts)),
                right >= goal * len(verdicts) if goal is not None and judged else None,
            )
        )
        if listener == "both":
            for slot in ("day", "time", "procedure"):
                said = [v[slot] for v in verdicts if slot in v]
                rights = [one.right for one in said]
                rows.append(
                    Row(f"{what}: {listener}, {slot}", "-", ears_figures.share(sum(rights), len(said)))
                )
            rows += _sure_slots(what, [one for v in verdicts for one in v.values()], goal is not None)
    return rows


def _sure_slots(what: str, said: Sequence[Verdict], judged: bool) -> list[Row]:
    """Of all slots that were said: how many are right, how many the dialog is sure of, and how many of those are right."""
    right = sum(one.right for one in said)
    sure = [one.right for one in said if one.sure]
    return [
        Row(f"{what}, all slots: right", ">= 98.5 %" if judged else "-", ears_figures.share(right, len(said)),
            right >= 0.985 * len(said) if judged else None),
        Row(f"{what}, all slots: sure", ">= 80 %" if judged else "-", ears_figures.share(len(sure), len(said)),
            len(sure) >= 0.8 * len(said) if judged else None),
        Row(f"{what}, all slots: right where sure", ">= 99.5 %" if judged else "-",
            ears_figures.share(sum(sure), len(sure)), sum(sure) >= 0.995 * len(sure) if judged and sure else None),
    ]  # fmt: skip


def verdict(sentence: Sentence, found: Sequence[Hypothesis]) -> dict[str, Verdict]:
    """For every slot that was said."""
    meaning = interpret(found, Question(sentence.expect), NOW, ears_samples.lexicon())
    out = {}
    if sentence.day:
        day = sentence.day
        out["day"] = _verdict(meaning.dates, lambda span: span.first == span.last == day)
    if sentence.start:
        out["time"] = _verdict(meaning.times, lambda span: span.first == sentence.start)
    if sentence.procedures:
        out["procedure"] = _verdict(meaning.procedures, lambda name: name in sentence.procedures)
    return out


def _verdict(found: Sequence[Scored[K]], right: Callable[[K], bool]) -> Verdict:
    return Verdict(right(found[0].value), found[0].score >= SURE) if found else Verdict()
