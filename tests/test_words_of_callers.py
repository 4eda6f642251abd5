"""What callers say is read in `nlu` alone: elsewhere in a call's way no Japanese stands that could be compared with it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
JAPANESE = re.compile("[ぁ-ヿ一-龥]")
ROOMS = ("dialog", "voicebot/telephony", "voicebot/turns", "voicebot/chat")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


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


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_holds_no_words_of_callers(module: Path) -> None:
    assert _japanese(module.read_text(encoding="utf-8")) == []


def test_words_are_found_where_they_stand() -> None:
    assert _japanese('"""はい: a yes."""\nYES = ("はい", f"{x}ええ")\n') == ["はい", "ええ"]
    assert len(MODULES) > len(ROOMS)
