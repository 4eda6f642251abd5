"""What procedures are called in the languages of residents, beside the office's own names."""

from collections.abc import Mapping
from functools import cache

import yaml

from voicebot.console.words import RESIDENTS_FOLDER

_FILE = RESIDENTS_FOLDER / "procedure_names.yaml"


def in_language(name: str, language: str) -> str:
    """Of a procedure that the office calls `name`; empty where it is not known."""
    return _known().get(name, {}).get(language, "")


@cache
def _known() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return found
