"""kaldifst and kaldi-decoder, installed for the run in a folder that is thrown away afterwards."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.wfst_peer import Peer

PACKAGES = ("kaldifst==1.8.3", "kaldi-decoder==0.3.2")
INSTALL_S = 300


@contextmanager
def peer() -> Iterator[Peer | str]:
    """The peer, or in a line why it cannot be had."""
    with TemporaryDirectory(prefix="wfst-") as name:
        folder, wheels = Path(name) / "site", Path(name) / "wheels"
        print(f"installing {', '.join(PACKAGES)} for this run ...", file=sys.stderr, flush=True)
        pip = [sys.executable, "-m", "pip", "-q"]
        failed = _ran([*pip, "download", "--no-deps", "-d", str(wheels), *PACKAGES])
        files = [str(path) for path in sorted(wheels.glob("*.whl"))]
        failed = failed or _ran([*pip, "install", "--no-deps", "--target", str(folder), *files])
        if failed:
            yield failed
            return
        sizes = [Path(one).stat().st_size / 1e6 for one in files]
        metadata = sorted(
            (one.metadata for one in distributions(path=[str(folder)])), key=lambda m: m["Name"]
        )
        told = [f"{m['Name']} {m['Version']}, {m['License']}" for m in metadata]
        sys.path.insert(0, str(folder))
        try:
            fst, decoder = importlib.import_module("kaldifst"), importlib.import_module("kaldi_decoder")
            wheel = zip(told, sizes, strict=True)
            yield Peer(fst, decoder, tuple(f"{one}, {size:.1f} MB" for one, size in wheel))
        finally:
            sys.path.remove(str(folder))


def _ran(command: list[str]) -> str:
    """Empty when it worked, else the reason in a line."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=INSTALL_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    said = done.stderr.strip().splitlines() or ["it failed"]
    return "" if done.returncode == 0 else said[-1][:80]
