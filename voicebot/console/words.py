"""The texts of the pages: one folder a language, one file a subject, the same keys in all."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "texts"

LANGUAGES = {"ja": "日本語", "en": "English"}
"""Their own names. The first is what a page speaks unless somebody chose another."""

DEFAULT = next(iter(LANGUAGES))


@dataclass(frozen=True)
class Words:
    """Every text of one language by its key: `calls.heading` is `heading` in `calls.yaml`."""

    language: str
    texts: Mapping[str, str]

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
    texts: dict[str, str] = {}
    for file in sorted((FOLDER / language).glob("*.yaml")):
        texts |= _flat(file.stem, yaml.safe_load(file.read_text("utf-8")))
    return Words(language, texts)


def _flat(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {key: str(value)}
    return {k: v for name, part in value.items() for k, v in _flat(f"{key}.{name}", part).items()}
