"""What callers say is read in `nlu` alone: elsewhere in a call's way no Japanese stands that could be compared with it, and
the dialog sees what was meant, never the words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import nlu

ROOT = Path(__file__).parent.parent
JAPANESE = re.compile("[ぁ-ヿ一-龥]")
ROOMS = ("dialog", "voicebot/telephony", "voicebot/turns", "voicebot/chat")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
DIALOG = sorted((ROOT / "dialog").rglob("*.py"))

VALUES = frozenset(
    {
        "nlu.anchor",
        "nlu.calling",
        "nlu.lexicon",
        "nlu.meaning",
        "nlu.question",
        "nlu.hypothesis",
        "nlu.vocabulary.languages",
    }
)
"""Modules of `nlu` that hold what was understood, what is asked, and names; none reads anything."""


def _japanese(source: str) -> list[str]:
    """Strings with Japanese in them that are no docstring."""
    tree = ast.parse(source)
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
        and JAPANESE.search(node.value)
    ]


def _reads(source: str) -> Iterator[str]:
    """Where hypotheses are looked at and not handed to `nlu` as they are, and what could read the words of one."""
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    handed = {
        id(argument)
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "nlu"
        and call.func.attr in nlu.__all__
        for argument in call.args
    }
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr="hypotheses") if id(node) not in handed:
                yield ast.unparse(node)
            case ast.ImportFrom(module="nlu"):
                yield from (f"nlu.{one.name}" for one in node.names if f"nlu.{one.name}" not in VALUES)
            case ast.ImportFrom(module=str(module)) if module.startswith("nlu.") and module not in VALUES:
                yield module


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_holds_no_words_of_callers(module: Path) -> None:
    assert _japanese(module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("module", DIALOG, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_dialog_reads_no_words(module: Path) -> None:
    assert list(_reads(module.read_text(encoding="utf-8"))) == []


def test_words_are_found_where_they_stand() -> None:
    assert _japanese('"""はい: a yes."""\nYES = ("はい", f"{x}ええ")\n') == ["はい", "ええ"]
    assert len(MODULES) > len(ROOMS)


def test_reading_is_found_where_it_stands() -> None:
    assert list(_reads("import nlu\nnlu.interpret(event.hypotheses, question)\n")) == []
    assert list(_reads("said = event.hypotheses[0].text")) == ["event.hypotheses"]
    assert list(_reads("from nlu.normalize import normalize\nfrom nlu import when, meaning")) == [
        "nlu.normalize",
        "nlu.when",
    ]
