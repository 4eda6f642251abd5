"""What is wrong with a clerk's edit of the sentences."""

import re
from pathlib import Path

from prompts.catalogue import SENTENCES, Wording, load
from prompts.keys import KEYS, samples
from prompts.rendering import PLACEHOLDER, fill

NORMAL_RATE = 5.5
"""mora/s"""

LONGEST = 12.0
"""Seconds that may pass before a 「。」."""

LONGEST_IN_ALL = 25.0
"""Seconds a whole prompt may take with long values."""

_READING = re.compile(r"[ぁ-ゖー、。]*")


def check(path: Path = SENTENCES) -> list[str]:
    """One complaint a line, each with file, line and remedy; empty when all is well.

    Raises PromptsError where the file is no YAML or has another form.
    """
    catalogue = load(path)
    complaints = [
        f"{path}: the key '{key}' is missing; copy it from the original"
        for key in KEYS
        if key not in catalogue
    ]
    for key, wordings in catalogue.items():
        for wording in wordings:
            known = KEYS.get(key)
            where = f"{path}, line {wording.line} ({key})"
            if known is None:
                complaints.append(
                    f"{where}: no conversation says this key; correct its spelling or remove it"
                )
            else:
                complaints.extend(f"{where}: {problem}" for problem in _problems(key, wording, known))
    return complaints


def _problems(key: str, wording: Wording, known: tuple[str, ...]) -> list[str]:
    if not wording.text:
        return ["'text' is missing; write the sentence"]
    if not wording.reading:
        return ["'reading' is missing; write the sentence in hiragana as it must be heard"]
    problems = _placeholder_problems(wording, known)
    if not _READING.fullmatch(PLACEHOLDER.sub("", wording.reading)):
        other = "".join(sorted(set(re.sub(r"[ぁ-ゖー、。]", "", PLACEHOLDER.sub("", wording.reading)))))
        problems.append(f"'reading' may hold hiragana, ー, 、 and 。 only; write 「{other}」 in hiragana")
    if len(re.findall(r"か。", wording.text)) > 1:
        problems.append("asks more than one question; leave one")
    return problems or _length_problems(key, wording)


def _placeholder_problems(wording: Wording, known: tuple[str, ...]) -> list[str]:
    problems = []
    for field, sentence in (("text", wording.text), ("reading", wording.reading), ("speech", wording.speech)):
        if not sentence:
            continue
        found = set(PLACEHOLDER.findall(sentence))
        if "{" in PLACEHOLDER.sub("", sentence) or "}" in PLACEHOLDER.sub("", sentence):
            problems.append(f"'{field}' has a brace without its partner; write {{name}}")
        problems += [
            f"'{field}' has the unknown placeholder {{{name}}}; "
            + (f"use {', '.join(f'{{{k}}}' for k in known)}" if known else "this sentence takes none")
            for name in sorted(found - set(known))
        ]
        problems += [
            f"'{field}' lacks the placeholder {{{name}}}; put it back" for name in known if name not in found
        ]
    return problems


def _length_problems(key: str, wording: Wording) -> list[str]:
    sentence = fill(key, wording, samples())
    longest = max(_morae(part) for part in sentence.reading.split("。")) / NORMAL_RATE
    if longest > LONGEST:
        return [f"takes {longest:.0f} s without a 「。」 (at most {LONGEST:.0f} s); shorten or divide it"]
    whole = sentence.morae / NORMAL_RATE
    if whole > LONGEST_IN_ALL:
        return [f"takes {whole:.0f} s (at most {LONGEST_IN_ALL:.0f} s); shorten it"]
    return []


def _morae(reading: str) -> int:
    return len(re.findall(r"[ぁ-ゖー]", reading)) - len(re.findall(r"[ぁぃぅぇぉゃゅょゎ]", reading))
