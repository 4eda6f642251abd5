"""Where recordings are kept, whether one plays, and how it gets there."""

import importlib.util
import os
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from voicebot.replay.engines import Engines
from voicebot.replay.recording import Made, NoRecording
from voicebot.speech import wav

RATE = 8_000


def folder() -> Path:
    """The recordings' folder of this repository. Raises NoRecording where the program was installed without it."""
    found = importlib.util.find_spec("recordings_fixtures")
    where = Path(found.origin).parent if found is not None and found.origin else None
    if where is None or not (where / "calls").is_dir():
        raise NoRecording("no_repository")
    return where


def check_name(name: str, where: Path) -> None:
    """Raises NoRecording for a name that is taken."""
    if (where / "calls" / f"{name}.yaml").exists() or any((where / "audio").glob(f"{name}_[0-9]*.wav")):
        raise NoRecording("taken", name)


def callers() -> list[str]:
    """The numbers that the recordings phone from, and those that they give."""
    from recordings_fixtures import load_all

    return [
        number
        for call in load_all()
        for number in (call.caller, *(row.phone or "" for row in call.expect.rows))
    ]


def complaints(made: Made, engines: Engines) -> list[str]:
    """Why the recording does not play as `make test` wants it; empty: it does. Takes as long as the engines need."""
    from recordings_fixtures.loader import load
    from recordings_fixtures.playing import play

    with tempfile.TemporaryDirectory(prefix="voicebot-") as there:
        where = Path(there)
        _write(made, where)
        call = load(where / "calls" / f"{made.name}.yaml")
        outcome = play(call, engines, where / "var", recordings=where, audio_time=True)
    found = []
    if outcome.result.outcome != call.expect.outcome:
        found.append(f"{call.expect.outcome} → {outcome.result.outcome}")
    if outcome.rows != outcome.wanted:
        found.append(f"{_rows(outcome.wanted)} → {_rows(outcome.rows)}")
    return found


def _rows(rows: Sequence[tuple[tuple[str, ...], object, str]]) -> str:
    return ", ".join(f"{'+'.join(procedures)} {start}" for procedures, start, _ in rows) or "-"


def keep(made: Made, where: Path) -> Path:
    """Writes all of it or nothing, the YAML file last. Raises NoRecording for a name taken meanwhile, OSError."""
    check_name(made.name, where)
    stage = Path(tempfile.mkdtemp(prefix=".made-", dir=where))
    moved: list[Path] = []
    try:
        for file in _write(made, stage):
            target = where / file.relative_to(stage)
            target.parent.mkdir(exist_ok=True)
            os.link(file, target)  # never over another one
            moved.append(target)
    except BaseException as error:
        for target in moved:
            target.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise NoRecording("taken", made.name) from None
        raise
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return where / "calls" / f"{made.name}.yaml"


def _write(made: Made, where: Path) -> list[Path]:
    """Into an empty folder; the YAML file is the last of them."""
    files = []
    for name, pcm in made.sounds:
        (where / name).parent.mkdir(parents=True, exist_ok=True)
        wav.write(where / name, pcm, RATE)
        files.append(where / name)
    texts = [(f"offices/{made.name}.yaml", made.office)] if made.office else []
    for name, text in (*texts, (f"calls/{made.name}.yaml", made.text)):
        (where / name).parent.mkdir(parents=True, exist_ok=True)
        (where / name).write_text(text, "utf-8")
        files.append(where / name)
    return files
