"""A PostgreSQL server of one's own, in a temporary folder, for tests and benchmarks.

python -m bench.calendar_cluster COMMAND ... runs a command beside it; the server's URL is in
VOICEBOT_TEST_DATABASE. Debian has the programs in `postgresql`.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "VOICEBOT_TEST_DATABASE"

SYSTEM_USERS = ("postgres", "nobody")
"""Under one of these it runs when root starts it, as it refuses to run as root."""

SETTINGS = {"listen_addresses": "", "max_connections": "150"}
"""No port: it is reached by a socket in its folder. Everything else, `fsync` too, as PostgreSQL comes."""


class PostgresMissing(Exception):
    """PostgreSQL cannot be started; the message names the remedy."""


def programs() -> Path:
    """The folder of `initdb` and `pg_ctl`, of the newest version installed. Raises PostgresMissing."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: float(path.parts[-3]), default=None)
    if newest is None:
        raise PostgresMissing("PostgreSQL is not installed; install it with: apt-get install postgresql")
    return newest.parent


@contextmanager
def cluster() -> Iterator[str]:
    """A server that is gone afterwards with all its data; its URL. Raises PostgresMissing."""
    where = programs()
    folder = Path(tempfile.mkdtemp(prefix="voicebot-pg-"))
    as_user = _user(folder)
    data = folder / "data"
    given = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    try:
        _run(
            as_user, where / "initdb", "-D", data, "-A", "trust", "-U", "voicebot", "-E", "UTF8", "--locale=C"
        )
        start = f"{given} -c unix_socket_directories='{folder}'"
        _run(as_user, where / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", start, "start")
        try:
            yield f"postgresql+psycopg://voicebot@/postgres?host={folder}"
        finally:
            _run(as_user, where / "pg_ctl", "-D", data, "-w", "-m", "fast", "stop")
    finally:
        shutil.rmtree(folder)


def _user(folder: Path) -> list[str]:
    """What to put before a command so that it does not run as root."""
    if os.geteuid() != 0:
        return []
    known = {user.pw_name for user in pwd.getpwall()}
    user = next((name for name in SYSTEM_USERS if name in known), None)
    if user is None or not shutil.which("setpriv"):
        raise PostgresMissing("PostgreSQL does not run as root; run this as another user")
    shutil.chown(folder, user)
    group = str(pwd.getpwnam(user).pw_gid)
    return ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups"]


def _run(as_user: list[str], *command: str | Path) -> None:
    done = subprocess.run(
        [*as_user, *map(str, command)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd="/",
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise PostgresMissing(f"{Path(command[0]).name} failed ({last}); see whether PostgreSQL is whole")


def main() -> int:
    """Exit code of the command; 2 when PostgreSQL cannot be started."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with cluster() as url:
            return subprocess.run(sys.argv[1:], env=os.environ | {VARIABLE: url}, check=False).returncode
    except PostgresMissing as error:
        print(f"calendar: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
