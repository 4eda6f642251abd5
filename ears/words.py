"""The words of words.yaml."""

from functools import lru_cache
from pathlib import Path

import yaml


@lru_cache(maxsize=1)
def load() -> dict[str, list[str]]:
    """Each list by its name."""
    lists = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))
    return {name: ["" if word == "_" else word for word in words.split()] for name, words in lists.items()}
