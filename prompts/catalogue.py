"""The sentences of a file, with the line each one stands on."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

SENTENCES = Path(__file__).with_name("sentences.yaml")

_FIELDS = ("text", "reading", "speech")


class PromptsError(Exception):
    """The file of sentences cannot be used. The message names file, line and remedy."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say something. `speech` is empty where the text is read correctly as it stands."""

    text: str
    reading: str
    speech: str
    line: int


Catalogue = dict[str, tuple[Wording, ...]]

_SUBJECT = re.compile(r"# --- (.*?) -+$", re.MULTILINE)


def subjects(path: Path = SENTENCES) -> dict[str, tuple[str, ...]]:
    """The headings in the file's comments (`# --- はじめ ---`) and the keys below each. Raises PromptsError."""
    catalogue = load(path)
    text = path.read_text("utf-8")
    begins = [(text.count("\n", 0, match.start()) + 1, match[1]) for match in _SUBJECT.finditer(text)]
    lines = {key: wordings[0].line for key, wordings in catalogue.items()}
    ends = [*(line for line, _ in begins[1:]), text.count("\n") + 2]
    return {
        heading: tuple(key for key, line in lines.items() if first < line < last)
        for (first, heading), last in zip(begins, ends, strict=True)
    }


@lru_cache(maxsize=4)
def load(path: Path = SENTENCES) -> Catalogue:
    """Key to its wordings, in the order of the file.

    Raises PromptsError for a file that is missing, not YAML, or not of the form the sentences have.
    """
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise PromptsError(f"{path}: cannot be read ({error}); give a UTF-8 text file") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PromptsError(
            f"{path}, line {line}: not valid YAML ({error.problem}); "
            "put quotation marks around the sentence and keep the indentation of the lines above"
        ) from None
    except yaml.YAMLError as error:
        raise PromptsError(f"{path}: not valid YAML ({error}); remove the character it names") from None
    if not isinstance(root, yaml.MappingNode):
        raise PromptsError(
            f"{path}, line 1: no sentences; write a key, and under it '- text:' and 'reading:'"
        )
    catalogue: Catalogue = {}
    for key, value in root.value:
        line = key.start_mark.line + 1
        if (
            not isinstance(key, yaml.ScalarNode)
            or not isinstance(value, yaml.SequenceNode)
            or not value.value
        ):
            raise PromptsError(
                f"{path}, line {line}: no wording; write the key, a colon, and under it '- text:' and 'reading:'"
            )
        if key.value in catalogue:
            raise PromptsError(
                f"{path}, line {line}: the key '{key.value}' stands here a second time; remove one"
            )
        catalogue[key.value] = tuple(_wording(path, node) for node in value.value)
    return catalogue


def _wording(path: Path, node: yaml.Node) -> Wording:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise PromptsError(
            f"{path}, line {line}: a wording needs 'text:' and 'reading:'; write '- text: \"…\"'"
        )
    fields: dict[str, str] = {}
    for key, value in node.value:
        at = key.start_mark.line + 1
        if key.value not in _FIELDS:
            raise PromptsError(f"{path}, line {at}: unknown field '{key.value}'; use text, reading or speech")
        if not isinstance(value, yaml.ScalarNode):
            raise PromptsError(
                f"{path}, line {at}: no sentence; put one in quotation marks after '{key.value}:'"
            )
        fields[key.value] = value.value.strip()
    return Wording(fields.get("text", ""), fields.get("reading", ""), fields.get("speech", ""), line)
