"""What is wrong with one wording."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prompts.catalogue import Wording
from prompts.keys import KEYS, samples
from prompts.placeholders import PLACEHOLDER, names
from prompts.rendering import fill

NORMAL_RATE = 5.5
"""mora/s"""

LONGEST = 12.0
"""Seconds that may pass before a 「。」."""

LONGEST_IN_ALL = 25.0
"""Seconds a whole prompt may take with long values."""

_READING = re.compile(r"[ぁ-ゖー、。]")

_POLITE = re.compile(
    r"(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|どうぞ|もしもし)[かねが]?$|[}」](?:か|ね)?$"
)
_ENDS_IN_KANA = re.compile(r"[ぁ-ゖ}」]$")

TEXT, READING, SPEECH = FIELDS = ("text", "reading", "speech")


@dataclass(frozen=True, slots=True)
class Problem:
    """`kind` is one of those in `checking`, `values` what its message needs."""

    field: str
    kind: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


def problems(key: str, wording: Wording) -> list[Problem]:
    """All that is wrong; empty when all is well. Raises KeyError for a key that no conversation says."""
    known = KEYS[key]
    if not wording.text:
        return [Problem(TEXT, "no_text")]
    if not wording.reading:
        return [Problem(READING, "no_reading")]
    found = [*_values(wording, known), *_reading(wording.reading), *_manners(wording.text)]
    return found or _length(key, wording)


def _values(wording: Wording, known: tuple[str, ...]) -> Iterator[Problem]:
    for name in FIELDS:
        sentence: str = getattr(wording, name)
        if not sentence:
            continue
        rest, found = PLACEHOLDER.sub("", sentence), names(sentence)
        if "{" in rest or "}" in rest:
            yield Problem(name, "brace")
        others = ", ".join(f"{{{one}}}" for one in known)
        for one in sorted(found - set(known)):
            yield Problem(name, "unknown", {"name": one, "known": others} if known else {"name": one})
        for one in known:
            if one not in found:
                yield Problem(name, "lacks", {"name": one})


def _reading(reading: str) -> Iterator[Problem]:
    other = "".join(sorted(set(_READING.sub("", PLACEHOLDER.sub("", reading)))))
    if other:
        yield Problem(READING, "letters", {"letters": other})


def _manners(text: str) -> Iterator[Problem]:
    if len(re.findall(r"か。", text)) > 1:
        yield Problem(TEXT, "questions")
    for piece in filter(None, text.split("。")):
        if _ENDS_IN_KANA.search(piece) and not _POLITE.search(piece):
            yield Problem(TEXT, "plain", {"end": piece[-4:]})


def _length(key: str, wording: Wording) -> list[Problem]:
    sentence = fill(key, wording, samples())
    longest = max(_morae(part) for part in sentence.reading.split("。")) / NORMAL_RATE
    if longest > LONGEST:
        return [Problem(READING, "long", {"seconds": f"{longest:.0f}", "most": f"{LONGEST:.0f}"})]
    whole = sentence.morae / NORMAL_RATE
    if whole > LONGEST_IN_ALL:
        return [Problem(READING, "long_in_all", {"seconds": f"{whole:.0f}", "most": f"{LONGEST_IN_ALL:.0f}"})]
    return []


def _morae(reading: str) -> int:
    return len(re.findall(r"[ぁ-ゖー]", reading)) - len(re.findall(r"[ぁぃぅぇぉゃゅょゎ]", reading))
