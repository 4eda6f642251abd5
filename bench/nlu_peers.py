"""Other readers of Japanese dates and times, in an environment of their own that is thrown away afterwards."""

import json
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).resolve().parent
INSTALL_S = 300
READ_S = 300

PACKAGES = {
    "ja-timex": "ja-timex==0.2.8",
    "dateparser": "dateparser>=1.2,<2",
    "jatime": "jatime==0.1.0",
    "duckling": "pyduckling-native-phihos==0.3.0",
}
"""PyPI names. duckling comes as a wheel of its Haskell library."""

CHRONO = "chrono-node@2"


@dataclass(frozen=True, slots=True)
class Peer:
    """A reader that is ready, or why it is not."""

    name: str
    command: tuple[str, ...] = ()
    folder: Path = Path()
    absent: str = ""

    def read(self, lines: Sequence[dict[str, str]]) -> tuple[list[list[dict[str, Any]]], float]:
        """Results of each {"text", "now"}, and ms a line, starting included. Raises OSError, ValueError or TimeoutExpired."""
        given = "".join(json.dumps(line) + "\n" for line in lines)
        began = time.perf_counter()
        done = subprocess.run(
            self.command,
            input=given,
            capture_output=True,
            text=True,
            timeout=READ_S,
            cwd=self.folder,
            env=os.environ | {"TZ": "Asia/Tokyo"},
            check=False,
        )
        ms = (time.perf_counter() - began) * 1_000 / max(1, len(lines))
        results = [json.loads(line) for line in done.stdout.splitlines()]
        if len(results) != len(lines):
            raise ValueError(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "it stopped")
        return results, ms


@contextmanager
def peers() -> Iterator[list[Peer]]:
    """Installs the peers in a folder that is gone afterwards; what cannot be had is listed with the reason."""
    with TemporaryDirectory(prefix="peers-") as name:
        folder = Path(name)
        yield [*_from_pypi(folder), _chrono(folder)]


def _from_pypi(folder: Path) -> list[Peer]:
    python = folder / "env" / "bin" / "python"
    venv.create(folder / "env", with_pip=True)
    found = []
    for name, package in PACKAGES.items():
        print(f"{name}: installing {package} for this run ...", file=sys.stderr, flush=True)
        failed = _ran([str(python), "-m", "pip", "install", "-q", package], folder)
        # -P: modules beside the script (calendar) must not stand in for those of the library.
        command = (str(python), "-P", str(HERE / "nlu_peer.py"), name)
        found.append(Peer(name, command, folder, failed))
    return found


def _chrono(folder: Path) -> Peer:
    if not (shutil.which("node") and shutil.which("npm")):
        return Peer("chrono", absent="node and npm are not there")
    print(f"chrono: installing {CHRONO} for this run ...", file=sys.stderr, flush=True)
    failed = _ran(["npm", "install", "--no-audit", "--no-fund", CHRONO], folder)
    return Peer("chrono", ("node", str(HERE / "nlu_peer_chrono.mjs")), folder, failed)


def _ran(command: list[str], folder: Path) -> str:
    """Empty when it worked, else the reason in a line."""
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=INSTALL_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = done.stderr.strip().splitlines() or ["it failed"]
    return "" if done.returncode == 0 else said[-1][:80]
