"""`make bench-pages`: how long the first page takes over a slow line, and what ten thousand requests of bots do to those who want to book.
`--requests` of bots for a shorter round.
"""

import argparse
import time

from bench import pages_bots, pages_throttled
from bench.pages_service import running
from bench.table import report


def main() -> None:
    """Prints the table and writes var/bench/pages.json."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--requests", type=int, default=pages_bots.REQUESTS)
    requests = parser.parse_args().requests
    began, rows = time.monotonic(), []
    with running() as service:
        for row in (*pages_throttled.rows(service), *pages_bots.rows(service, requests)):
            rows.append(row)
    print(report("pages", rows))
    print(f"{time.monotonic() - began:.0f} s in all")


if __name__ == "__main__":
    main()
