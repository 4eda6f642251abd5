"""A key and its values to a sentence."""

from collections.abc import Mapping
from dataclasses import replace

from prompts.catalogue import Catalogue, Wording, load
from prompts.keys import KEYS, samples
from prompts.overrides import override
from prompts.placeholders import PLACEHOLDER
from prompts.sentence import Sentence, Spoken

_BLANK = Spoken("", "", "")


def render(key: str, attempt: int = 0, /, **values: Spoken) -> Sentence:
    """The sentence for `key`; a higher `attempt` takes another wording, and stays on the last one. Within
    `overrides.saying` it is what is said in place of that.

    Raises KeyError for an unknown key and for a value the wording needs and does not get.
    """
    wordings = load()[key]
    number = min(attempt, len(wordings) - 1)
    return fill(key, override(key, number, values) or wordings[number], values)


def fill(key: str, wording: Wording, values: Mapping[str, Spoken]) -> Sentence:
    """The wording with its placeholders replaced. Raises KeyError for a missing value."""
    return Sentence(
        key,
        PLACEHOLDER.sub(lambda m: values[m[1]].text, wording.text),
        PLACEHOLDER.sub(lambda m: values[m[1]].speech, wording.speech or wording.text),
        PLACEHOLDER.sub(lambda m: values[m[1]].reading, wording.reading),
        fixed=not PLACEHOLDER.search(wording.text),
    )


def keys() -> tuple[str, ...]:
    """Every key that can be rendered."""
    return tuple(KEYS)


def fixed_sentences() -> tuple[Sentence, ...]:
    """The catalogue: every wording without values, to be rendered ahead."""
    return tuple(s for s in sample_sentences() if s.fixed)


def fixed_pieces() -> tuple[Sentence, ...]:
    """What has no values in sentences that have some, to be rendered ahead as well: 「確認します。」."""
    found: dict[str, Sentence] = {}
    values = samples()
    for key, wordings in load().items():
        for wording in wordings:
            pieces = fill(key, wording, values).pieces()
            blank = fill(key, wording, dict.fromkeys(values, _BLANK)).pieces()
            if PLACEHOLDER.search(wording.text) and len(blank) == len(pieces):
                same = (one for one, other in zip(pieces, blank, strict=True) if one == other)
                found |= {one.text: replace(one, fixed=True) for one in same}
    return tuple(found.values())


def sample_sentences(catalogue: Catalogue | None = None) -> tuple[Sentence, ...]:
    """Every wording of every key, with sample values."""
    values = samples()
    wordings = load() if catalogue is None else catalogue
    return tuple(fill(key, wording, values) for key in wordings for wording in wordings[key])
