import json
from pathlib import Path

from bench.table import Row, report, text

ROWS = (
    Row("応答 time", "<= 1 s", "0.9 s (56)", True),
    Row("errors", "<= 5 %", "7 % (3 of 43)", False),
    Row("words", "-", "12 of 20"),
)


def test_columns_are_aligned_and_the_goals_counted() -> None:
    assert text(ROWS).splitlines() == [
        "what       goal    measured       met",
        "応答 time  <= 1 s  0.9 s (56)     yes",
        "errors     <= 5 %  7 % (3 of 43)  NO",
        "words      -       12 of 20       -",
        "1 of 2 goals met",
    ]


def test_the_figures_are_written_for_machines(tmp_path: Path) -> None:
    report("hearing", ROWS, tmp_path / "new")
    assert json.loads((tmp_path / "new" / "hearing.json").read_text(encoding="utf-8")) == [
        {"what": "応答 time", "goal": "<= 1 s", "measured": "0.9 s (56)", "met": True},
        {"what": "errors", "goal": "<= 5 %", "measured": "7 % (3 of 43)", "met": False},
        {"what": "words", "goal": "-", "measured": "12 of 20", "met": None},
    ]
