"""What a benchmark found: printed for people, and written as JSON for what compares runs."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from voicebot.columns import aligned

FOLDER = Path("var/bench")
"""Below the folder from which the benchmark is run."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure."""

    what: str
    goal: str
    """"-" where there is none."""

    measured: str
    """With its unit and the count it rests on."""

    met: bool | None = None
    """None where there is no goal or nothing was measured."""


def share(part: int, whole: int) -> str:
    """「98.6 % (137 of 139)」."""
    return f"{100 * part / max(1, whole):.1f} % ({part} of {whole})"


def report(name: str, rows: Sequence[Row], folder: Path = FOLDER) -> str:
    """Writes FOLDER/NAME.json, a list of {what, goal, measured, met}, and returns the table as text.

    Raises OSError when the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    data = json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=1)
    (folder / f"{name}.json").write_text(data + "\n", encoding="utf-8")
    return text(rows)


def text(rows: Sequence[Row]) -> str:
    """The table in aligned columns, the goals that were met counted below."""
    cells = [("what", "goal", "measured", "met")]
    cells += [(row.what, row.goal, row.measured, _MET[row.met]) for row in rows]
    judged = [row.met for row in rows if row.met is not None]
    return "\n".join([*aligned(cells), f"{sum(judged)} of {len(judged)} goals met"])


_MET = {True: "yes", False: "NO", None: "-"}
