"""How the house stands: where words of dates, regular expressions and lines of the understanding are, beside how it stood before
the vocabulary.

Read are `nlu`, `dialog` and `voicebot`, Python and YAML, as files beside this one; sentences that are said
(`prompts`) and training data (`ears`) know words of their own. Comments and docstrings count for nothing but lines.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.table import Row, report
from nlu.vocabulary import days

ROOT = Path(__file__).parents[1]
ROOMS = ("nlu", "dialog", "voicebot")
FEEDING = ("ctc_*.py", "kana_*.py")
"""Of `voicebot/speech`: what feeds `nlu` with sounds."""

DATE_WORD = next(word.form for word in days.day_words() if word.kind == "RelativeDay" and word.value == 2)
WEEKDAYS = tuple(f"{heads.split()[0]}曜" for heads in days.WEEKDAYS)
SLOT = re.compile(r"(?:^|_)(?:party|people)(?:_|$)", re.IGNORECASE)
"""Names of the slot of the party size."""

MATCHING = frozenset(
    {"compile", "search", "match", "fullmatch", "sub", "subn", "finditer", "findall", "split"}
)
MAX_PATTERNS = 60


@dataclass(frozen=True, slots=True)
class Code:
    """Some files: how many, and how many lines they have."""

    modules: int
    lines: int

    def __str__(self) -> str:
        return f"{self.modules} modules, {self.lines:,} lines"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Regular expressions: calls of `re`, and what they choose between by `|`."""

    calls: int
    alternatives: int


@dataclass(frozen=True, slots=True)
class House:
    """What was counted."""

    date_word: tuple[str, ...]
    """Paths below the root of the files that hold it."""

    weekdays: dict[str, int]
    """Files that hold each."""

    patterns: Patterns
    nlu: Code
    feeding: Code
    slot: int
    """Python files that name the party size."""


BEFORE_COMMIT = "5c732a2"
"""The last one without `nlu/vocabulary`; what follows was counted there by this module."""

BEFORE = House(
    date_word=(
        "nlu/grammar.py",
        "nlu/hint_words.py",
        "nlu/near_rules.py",
        "nlu/spoken.py",
        "nlu/spoken_words.py",
    ),
    weekdays=dict(zip(WEEKDAYS, (3, 3, 2, 4, 3, 6, 5), strict=True)),
    patterns=Patterns(260, 2_703),
    nlu=Code(73, 6_177),
    feeding=Code(17, 1_669),
    slot=50,
)


def counted(root: Path) -> House:
    """Raises SyntaxError for a file that is no Python."""
    files = [path for room in ROOMS for path in _files(root, room)]
    return House(
        tuple(str(path.relative_to(root)) for path in files if holds(path, DATE_WORD)),
        {day: sum(holds(path, day) for path in files) for day in WEEKDAYS},
        patterns(root / "nlu"),
        _code((root / "nlu").rglob("*.py")),
        _code(path for glob in FEEDING for path in (root / "voicebot" / "speech").glob(glob)),
        sum(path.suffix == ".py" and names(path, SLOT) for path in files),
    )


def _files(root: Path, room: str) -> list[Path]:
    return sorted([*(root / room).rglob("*.py"), *(root / room).rglob("*.yaml")])


def _code(paths: Iterator[Path]) -> Code:
    sizes = [len(path.read_text(encoding="utf-8").splitlines()) for path in paths]
    return Code(len(sizes), sum(sizes))


def holds(path: Path, word: str) -> bool:
    """Whether a string of a Python file has the word in it, or any line of another file that is no comment."""
    text = path.read_text(encoding="utf-8")
    if word not in text:
        return False
    if path.suffix != ".py":
        return any(word in line.partition("#")[0] for line in text.splitlines())
    return any(word in string for string in _strings(ast.parse(text)))


def _strings(tree: ast.AST) -> Iterator[str]:
    """Without docstrings of modules, classes, functions and attributes."""
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def names(path: Path, wanted: re.Pattern[str]) -> bool:
    """Whether a Python file imports, defines or uses a name in which `wanted` is found."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        found = [getattr(node, field, None) for field in ("id", "attr", "arg", "name", "module")]
        if any(
            isinstance(name, str) and wanted.search(part)
            for name in found
            if name
            for part in name.split(".")
        ):
            return True
    return False


def patterns(folder: Path) -> Patterns:
    """Of all Python files in it."""
    calls = alternatives = 0
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _matches(node.func):
                calls += 1
                alternatives += sum(map(_choices, _strings(node.args[0])))
    return Patterns(calls, alternatives)


def _matches(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and function.attr in MATCHING
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
    )


def _choices(pattern: str) -> int:
    """How many `|` stand in it outside of character classes, and not escaped."""
    return re.sub(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", "", pattern).count("|")


def rows(now: House, before: House) -> list[Row]:
    files = len(now.date_word)
    return [
        Row(
            f"files that hold {DATE_WORD}",
            "1",
            f"{files} ({' '.join(now.date_word)}); {len(before.date_word)} before",
            files == 1,
        ),
        Row(
            "files that hold a weekday",
            "-",
            "; ".join(" ".join(f"{day} {n}" for day, n in w.weekdays.items()) for w in (now, before))
            + " before",
        ),
        Row(
            "regular expressions in nlu",
            f"<= {MAX_PATTERNS}",
            f"{now.patterns.calls} calls of re, with {now.patterns.alternatives} alternatives; "
            f"{before.patterns.calls} and {before.patterns.alternatives} before",
            now.patterns.calls <= MAX_PATTERNS,
        ),
        _fewer("nlu", now.nlu, before.nlu),
        _fewer("what feeds it from voicebot/speech", now.feeding, before.feeding),
        Row("files that name the party size", "-", f"{now.slot}; {before.slot} before"),
    ]


def _fewer(what: str, now: Code, before: Code) -> Row:
    fewer = now.modules < before.modules and now.lines < before.lines
    return Row(f"modules and lines of {what}", f"fewer than {before}", str(now), fewer)


def main() -> int:
    print(report("house", rows(counted(ROOT), BEFORE)))
    print(f"before: {BEFORE_COMMIT}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
