from collections.abc import Sequence
from html.parser import HTMLParser

from bench.realtime_driver import Driven, Phoned
from bench.realtime_figures import Figures
from bench.realtime_machine import Sample
from bench.realtime_page import page
from bench.realtime_plan import plan, playable
from bench.realtime_rows import rows
from bench.realtime_turns import Ended, Said, Turn
from bench.table import Row
from recordings_fixtures import load_all

(CALLER,) = plan(1, 1, calls=playable(load_all()))


def turn(wait_s: float | None, cut_off: bool = False) -> Turn:
    return Turn(Said("one", 1, 2, 1_000, 2_000), wait_s, cut_off)


def phoned(turns: Sequence[Turn] = (), **more: object) -> Phoned:
    one = Phoned(CALLER.conversations[0], "CA1", 0.0, streams=1, seconds=60, turns=list(turns))
    for name, value in more.items():
        setattr(one, name, value)
    return one


def run(
    callers: int, calls: Sequence[Phoned], late_ms: Sequence[float] = (0.1,) * 100, mb: int = 900
) -> Figures:
    used, size = 2 * len(calls), mb * 10**6
    samples = [Sample(20 * n, 10 + used * n, used / 2 * n, 5 + n, 100 + 30 * n, size, size) for n in range(4)]
    return Figures(
        callers, Driven(list(calls), 0, 60, 1.0, list(late_ms)), Ended(), len(calls), samples, samples[0]
    )


def row(found: Sequence[Row], what: str) -> Row:
    (one,) = [row for row in found if row.what == what]
    return one


def test_one_call_is_judged_by_its_waits_and_cuts() -> None:
    found = rows([run(1, [phoned([turn(0.4), turn(0.45), turn(0.8), turn(None, cut_off=True)])])])
    assert row(found, "one call: end of speech to first sound, median").met
    assert row(found, "one call: end of speech to first sound, 95%").measured == "800 ms (3 turns)"
    assert row(found, "one call: turns cut off by the bot's voice").met is False


def test_what_nothing_answered_is_the_longest_wait() -> None:
    found = rows([run(24, [phoned([turn(0.4), turn(None)])])])
    late = row(found, "24 calls: end of speech to first sound, 95%")
    assert (late.goal, late.measured, late.met) == ("<= 1200 ms", "30000 ms (2 turns)", False)
    assert row(found, "24 calls: turns that nothing answered").measured == "50.0 % (1 of 2)"


def test_eight_callers_are_judged_beside_one() -> None:
    found = rows([run(1, [phoned([turn(0.5)])]), run(8, [phoned([turn(0.55)])])])
    assert row(found, "8 calls beside one: median").measured == "x 1.10"
    assert row(found, "8 calls beside one: median").met
    slow = rows([run(1, [phoned([turn(0.5)])]), run(8, [phoned([turn(0.7)])])])
    assert row(slow, "8 calls beside one: 95 %").met is False


def test_a_late_driver_makes_the_run_not_valid() -> None:
    late = run(1, [phoned([turn(0.4)])], late_ms=[0.1] * 90 + [30.0] * 10)
    assert not late.valid
    assert "NOT VALID" in rows([late])[0].measured
    assert run(1, [phoned([turn(0.4)])]).valid


def test_a_refusal_must_be_polite_and_quick() -> None:
    def refused(**how: object) -> Row:
        return row(rows([run(40, [phoned(refused=True, streams=0, **how)])]), "40 calls: calls refused")

    assert refused(polite=True, answered_s=0.3).met
    assert refused(polite=True, answered_s=2.5).met is False
    assert refused(polite=False, answered_s=0.3).met is False


def test_gaps_and_broken_streams_are_counted() -> None:
    found = rows([run(24, [phoned([turn(0.4)], gaps=[(1.0, 0.05), (2.0, 0.2)], broken=1)])])
    assert row(found, "24 calls: gaps over 60 ms within a sentence").measured.startswith("1 (longest 200 ms")
    assert row(found, "24 calls: streams broken").measured == "1 of 1"


def test_cpu_counts_without_what_is_done_at_low_priority() -> None:
    found = rows([run(1, [phoned([turn(0.4)])])])
    cpu = row(found, "one call: CPU a call-minute")
    assert cpu.measured.startswith("3.00 s (6.00 with transcripts")
    assert cpu.met


def test_memory_grows_by_so_much_for_each_further_call() -> None:
    found = rows([run(1, [phoned()], mb=900), run(8, [phoned()], mb=970)])
    further = row(found, "memory for each further call")
    assert (further.measured, further.met) == ("10.0 MB (from 1 to 8 callers)", False)


def test_the_page_holds_every_row_and_needs_nothing_else() -> None:
    runs = [run(1, [phoned([turn(0.4), turn(0.8)])])]
    text = page(runs, rows(runs), "2 cores <X>")
    seen: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            seen.append(tag)
            assert not {"src", "href"} & {name for name, _ in attrs}

    Reader().feed(text)
    assert seen.count("tr") == len(rows(runs)) + 1
    assert seen.count("figure") == 6
    assert "2 cores &lt;X&gt;" in text
