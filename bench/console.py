"""Lists, search and pages of the console among 100,000 calls and as many bookings: how long each takes, on SQLite and
on PostgreSQL.

python -m bench.console [--calls N]
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from itertools import islice

from sqlalchemy import Engine, text

from bench import console_bookings, console_pages
from bench.calendar_cluster import PostgresMissing, cluster
from bench.calendar_race import percentile_95
from bench.table import Row, report
from calendar_backend import DEMO_OFFICE, load_office, open_database
from calendar_backend.tokyo import TOKYO
from dialog.state import Outcome
from prompts import sample_sentences
from voicebot.archive import day_figures, index
from voicebot.archive.figures import CallFigures, Why
from voicebot.archive.first_time import SLOTS
from voicebot.archive.search import Wish, count, search
from voicebot.archive.summary import Summary
from voicebot.database import migrate, reading, writing

GOAL_MS = 300
TIMES = 20
FIRST = datetime(2026, 1, 5, 8, 30, tzinfo=TOKYO)
DAYS = 330

QUESTIONS = {
    "newest calls": Wish(),
    "one day": Wish(days=(date(2026, 6, 1), date(2026, 6, 1))),
    "one office, transferred": Wish(office="demo-3", transferred=True),
    "procedure, low confidence": Wish(procedure="tennyu", below=0.2),
    "silent calls, no booking": Wish(silences=3, outcomes=(Outcome.ABANDONED,)),
    "nothing like it": Wish(office="nowhere", silences=9),
    "a word of every call": Wish(text="ご希望の日"),
    "a word of many calls": Wish(text="住民票"),
    "two characters": Wish(text="転入"),
    "one character": Wish(text="婚"),
    "two words": Wish(text="マイナンバー 金曜日"),
    "a telephone number": Wish(text="093-555-0042"),
    "a rare word, one day": Wish(text="ヤマダゴロウ", days=(date(2026, 6, 1), date(2026, 6, 30))),
    "words nobody said": Wish(text="飛行機の予約"),
}


def main() -> None:
    """Prints the table and writes var/bench/console.json."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=100_000)
    calls = parser.parse_args().calls
    rows: list[Row] = []

    def told(found: Iterable[Row]) -> None:
        """Shown as soon as it is there: the whole takes a while."""
        for row in found:
            print(f"... {row.what}: {row.measured}", flush=True)
            rows.append(row)

    with tempfile.TemporaryDirectory(prefix="voicebot-bench-") as folder:
        told(_on("SQLite", f"{folder}/calls.db", calls))
    try:
        with cluster() as url:
            told(_on("PostgreSQL", url, calls))
    except PostgresMissing as error:
        told([Row("PostgreSQL", "-", f"not measured: {error}")])
    print(report("console", rows))


def _on(name: str, database: str, calls: int) -> Iterator[Row]:
    with _filled(database, calls) as (engine, per_call_ms):
        yield Row(f"{name}: a call into the index", "-", f"{per_call_ms:.1f} ms, mean of {calls}")
        began = time.perf_counter()
        day_figures.refresh_all(engine)
        yield Row(
            f"{name}: {DAYS} days' figures added up anew", "-", f"{time.perf_counter() - began:.1f} s in all"
        )
        for what, wish in QUESTIONS.items():
            took = [_page(engine, wish) for _ in range(TIMES)]
            yield _judged(f"{name}: {what}", [one for one, _ in took], f", {took[0][1]} found")
        for what, ms in console_pages.timed(engine, TIMES):
            yield _judged(f"{name}, page: {what}", ms)
        yield from console_bookings.measured(name, engine, calls, TIMES, GOAL_MS)


def _judged(what: str, ms: list[float], more: str = "") -> Row:
    median, most = statistics.median(ms), percentile_95(ms)
    measured = f"95 %: {most:.0f} ms (median {median:.0f}; {len(ms)} times){more}"
    return Row(what, f"95 % <= {GOAL_MS} ms", measured, most <= GOAL_MS)


def _page(engine: Engine, wish: Wish) -> tuple[float, int]:
    """Milliseconds for the first page and the count, as the console asks for them; how many there are."""
    began = time.perf_counter()
    with reading(engine) as connection:
        search(connection, wish)
        found = count(connection, wish)
    return (time.perf_counter() - began) * 1000, found


@contextmanager
def _filled(database: str, calls: int) -> Iterator[tuple[Engine, float]]:
    engine = open_database(database)
    try:
        migrate(engine)
        began = time.perf_counter()
        coming = _calls(calls)
        while some := list(islice(coming, 1_000)):
            with writing(engine, durable=False) as connection:
                for one in some:
                    index.put(connection, one)
        per_call_ms = (time.perf_counter() - began) * 1000 / calls
        if engine.dialect.name == "postgresql":
            with engine.connect() as connection:
                connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))
        yield engine, per_call_ms
    finally:
        engine.dispose()


def _calls(calls: int) -> Iterator[Summary]:
    """The same each time: seven offices' calls of a year, with what is said in them."""
    dice = random.Random(7)
    procedures = load_office(DEMO_OFFICE).procedures
    bot = [sentence.text for sentence in sample_sentences()]
    names = ("ヤマダタロウ", "サトウハナコ", "スズキイチロウ", "タナカミサキ", "コバヤシケン")
    for number in range(calls):
        began = FIRST + timedelta(days=number * DAYS // calls, seconds=dice.randrange(9 * 3600))
        wanted = dice.choice(procedures)
        phone = f"093-555-{dice.randrange(10_000):04d}"
        name = "ヤマダゴロウ" if number % 5_000 == 0 else dice.choice(names)
        said = [f"{wanted.name}をお願いします", f"{dice.randrange(1, 13)}月{dice.randrange(1, 29)}日", "はい"]
        said += [
            f"来週の{dice.choice('月火水木金')}曜日",
            f"午後{dice.randrange(1, 5)}時でお願いします",
            phone,
            name,
        ]
        sentences = ["ご希望の日は、いつですか。", *dice.sample(bot, 11), *said]
        yield Summary(
            folder=f"{began:%Y-%m-%d}/CA{number:032d}",
            sid=f"CA{number:032d}",
            began=began,
            ended=began + timedelta(seconds=dice.randrange(20, 400)),
            outcome=dice.choice(tuple(Outcome)),
            office=f"demo-{dice.randrange(7)}",
            procedures=(wanted.id,),
            caller="＊＊＊34",
            confidence=dice.random(),
            silences=dice.choice((0, 0, 0, 1, 2, 3)),
            transfers=int(dice.random() < 0.1),
            booking="",
            turns=len(said),
            first_words=said[0],
            text="\n".join(sentences),
            figures=CallFigures(
                dropped=dice.choice(("", "", "asks.date", "phases.confirming")),
                handover=dice.choice(("", "", "", *Why)),
                connected=dice.random() < 0.1,
                slots={slot: dice.random() < 0.9 for slot in dice.sample([*SLOTS], 4)},
                waits=tuple(int(dice.lognormvariate(6.7, 0.4)) for _ in range(8)),
            ),
        )


if __name__ == "__main__":
    main()
