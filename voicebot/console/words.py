"""The texts of the pages: one folder a language, one file a subject, the same keys in all.

Those of the pages for residents stand beside the sentences that are spoken.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import prompts

FOLDER = Path(__file__).parent / "texts"
RESIDENTS_FOLDER = Path(prompts.__file__).parent / "pages"

LANGUAGES = {"ja": "日本語", "en": "English"}
"""Their own names. The first is what a page speaks unless somebody chose another."""

RESIDENTS_LANGUAGES = {
    "ja": "日本語",
    "easy": "やさしい日本語",
    "en": "English",
    "zh": "中文",
    "ko": "한국어",
}
"""The same for the pages that residents see."""

TAGS = {"easy": "ja", "zh": "zh-Hans"}
"""Languages whose name here is not the one that browsers know (BCP 47)."""


@dataclass(frozen=True)
class Words:
    """Every text of one language by its key: `calls.heading` is `heading` in `calls.yaml`."""

    language: str
    texts: Mapping[str, str]
    residents: bool = False
    """Of the pages that residents see."""

    @property
    def tag(self) -> str:
        """As a browser knows the language (BCP 47)."""
        return TAGS.get(self.language, self.language)

    def __call__(self, key: str, **values: object) -> str:
        """Raises KeyError for a key or a value that is missing."""
        return self.texts[key].format(**values)

    def __contains__(self, key: str) -> bool:
        return key in self.texts


@cache
def words(language: str) -> Words:
    """Raises KeyError for a language there is not."""
    if language not in LANGUAGES:
        raise KeyError(language)
    return Words(language, _texts(FOLDER / language))


@cache
def for_residents(language: str) -> Words:
    """Raises KeyError for a language there is not."""
    if language not in RESIDENTS_LANGUAGES:
        raise KeyError(language)
    return Words(language, _texts(RESIDENTS_FOLDER / language), residents=True)


def _texts(folder: Path) -> dict[str, str]:
    texts: dict[str, str] = {}
    for file in sorted(folder.glob("*.yaml")):
        texts |= _flat(file.stem, yaml.safe_load(file.read_text("utf-8")))
    return texts


def _flat(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {key: str(value)}
    return {k: v for name, part in value.items() for k, v in _flat(f"{key}.{name}", part).items()}
