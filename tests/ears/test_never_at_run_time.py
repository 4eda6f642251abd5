import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUN_TIME = ("voicebot", "dialog", "nlu", "calendar_backend", "prompts")
BENCHES = ROOT / "voicebot" / "bench"
"""They measure, and may speak with the training voices."""


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_nothing_that_answers_calls_needs_the_training_or_torch() -> None:
    paths = [p for room in RUN_TIME for p in (ROOT / room).rglob("*.py") if p.parent != BENCHES]
    assert len(paths) > 80
    assert not [path for path in paths if imported(path) & {"ears", "torch", "scipy"}]
