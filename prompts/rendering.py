"""A key and its values to a sentence."""

import re
from collections.abc import Mapping

from prompts.catalogue import Catalogue, Wording, load
from prompts.keys import KEYS, samples
from prompts.sentence import Sentence, Spoken

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def render(key: str, attempt: int = 0, /, **values: Spoken) -> Sentence:
    """The sentence for `key`; a higher `attempt` takes another wording, and stays on the last one.

    Raises KeyError for an unknown key and for a value the wording needs and does not get.
    """
    wordings = load()[key]
    return fill(key, wordings[min(attempt, len(wordings) - 1)], values)


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


def sample_sentences(catalogue: Catalogue | None = None) -> tuple[Sentence, ...]:
    """Every wording of every key, with sample values."""
    values = samples()
    wordings = load() if catalogue is None else catalogue
    return tuple(fill(key, wording, values) for key in wordings for wording in wordings[key])
