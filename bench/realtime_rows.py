"""The goals for many lines, and whether runs met them."""

from collections.abc import Iterator, Mapping, Sequence

from bench.realtime_figures import LATE_MS, MOST_LATE, Figures
from bench.realtime_turns import percentile
from bench.table import Row, share

MEDIAN_MS, LATE_TURN_MS, BUSY_MS = 500, 900, 1_200
CUT_OFF = 0.05
WITHIN = 1.2
"""Eight callers wait at most so many times as long as one."""

REFUSED_S = 2.0
CPU_S = 3.0
MEMORY_MB, FURTHER_MB = 1_200, 5.0
MB = 1e6
IDLE_CORES = 0.2
"""What others than the service and the driver may take, for times to count as those of an idle machine."""


def rows(runs: Sequence[Figures]) -> list[Row]:
    by_callers = {run.callers: run for run in runs}
    return [*(row for run in runs for row in _run(run)), *_ratios(by_callers), *_memory(runs)]


def _run(run: Figures) -> Iterator[Row]:
    n = _callers(run.callers)
    late = run.driven.late_ms
    if late:
        yield Row(
            f"{n}: frames that the driver itself sent more than {LATE_MS:.0f} ms late",
            f"<= {MOST_LATE:.0%}",
            f"{run.late_share:.2%} of {len(late)} (99 %: {percentile(late, 0.99):.1f} ms, most {max(late):.0f} ms; "
            f"{run.driven.cpu_s / max(1, run.call_minutes):.2f} CPU s a call-minute)"
            + ("" if run.valid else ": the run is NOT VALID"),
            run.valid,
        )
    yield _wait(run, n, 0.5, {1: MEDIAN_MS})
    yield _wait(run, n, 0.95, {1: LATE_TURN_MS, 24: BUSY_MS, 40: BUSY_MS})
    yield Row(f"{n}: turns that nothing answered", "-", share(run.unanswered, len(run.turns)))
    yield Row(f"{n}: turns first answered by a filler", "-", share(run.filled, len(run.turns)))
    cut = share(run.cut_off, len(run.turns))
    yield Row(
        f"{n}: turns cut off by the bot's voice",
        f"<= {CUT_OFF:.0%}",
        cut,
        run.cut_off <= CUT_OFF * len(run.turns),
    )
    taken = f"{share(run.ended.early, len(run.turns))}, of which {run.ended.split} not put together again"
    yield Row(f"{n}: turns taken as ended too early", "-", taken)
    if run.greetings_ms:
        greeting = f"95 %: {percentile(run.greetings_ms, 0.95):.0f} ms ({len(run.greetings_ms)} calls)"
        yield Row(f"{n}: from the stream to the greeting", "-", greeting)
    gaps = run.gaps_ms
    frames = sum(one.frames for one in run.driven.phoned)
    yield Row(
        f"{n}: gaps over 60 ms within a sentence",
        "0",
        f"{len(gaps)} (longest {max(gaps, default=0):.0f} ms; {frames} frames)",
        not gaps,
    )
    yield Row(f"{n}: streams broken", "0", f"{run.broken} of {run.streams}", run.broken == 0)
    yield _refusals(run, n)
    impatient = sum(one.impatient for one in run.served)
    right = "" if run.right is None else f"{share(run.right, len(run.served))} with their rows and outcome, "
    yield Row(f"{n}: calls", "-", f"{right}{impatient} hung up by callers who heard nothing for 30 s")
    cpu = run.cpu_per_call_minute
    if cpu is not None:
        measured = f"{cpu[1]:.2f} s ({cpu[0]:.2f} with transcripts; {run.call_minutes:.1f} call-minutes)"
        yield Row(f"{n}: CPU a call-minute", f"<= {CPU_S:.0f} s", measured, cpu[1] <= CPU_S)
    cores = run.cores
    if cores is not None:
        measured = f"{cores[0]:.2f}, its event loop {cores[1]:.2f}, others on the machine {cores[2]:.2f}"
        measured += "" if cores[2] <= IDLE_CORES else ": NOT IDLE, its times are no measure of this machine"
        yield Row(f"{n}: cores in use by the service", "-", measured)


def _wait(run: Figures, n: str, at: float, goals: Mapping[int, int]) -> Row:
    what = f"{n}: end of speech to first sound, " + ("median" if at == 0.5 else f"{at:.0%}")
    measured, goal = run.wait_ms(at), goals.get(run.callers)
    if measured is None:
        return Row(what, "-", "no turns")
    text = f"{measured:.0f} ms ({len(run.waits_ms)} turns)"
    return Row(
        what, "-" if goal is None else f"<= {goal} ms", text, None if goal is None else measured <= goal
    )


def _refusals(run: Figures, n: str) -> Row:
    what = f"{n}: calls refused"
    if not run.refused:
        return Row(what, "-", f"0 of {len(run.driven.phoned)}")
    polite = [one for one in run.refused if one.polite]
    slowest = max(one.answered_s for one in run.refused)
    return Row(
        what,
        f"politely, within {REFUSED_S:.0f} s",
        f"{len(run.refused)} of {len(run.driven.phoned)}, {len(polite)} politely, the slowest after {slowest:.1f} s",
        len(polite) == len(run.refused) and slowest <= REFUSED_S,
    )


def _ratios(runs: Mapping[int, Figures]) -> Iterator[Row]:
    if 1 not in runs:
        return
    for callers, run in runs.items():
        if callers == 1:
            continue
        for at, name in ((0.5, "median"), (0.95, "95 %")):
            one, many = runs[1].wait_ms(at), run.wait_ms(at)
            if one and many:
                goal = f"<= {WITHIN}" if callers == 8 else "-"
                met = many <= WITHIN * one if callers == 8 else None
                yield Row(f"{_callers(callers)} beside one: {name}", goal, f"x {many / one:.2f}", met)


def _memory(runs: Sequence[Figures]) -> Iterator[Row]:
    measured = [(run.callers, run.pss) for run in runs if run.pss is not None]
    if not measured:
        return
    idle = [run.idle for run in runs if run.idle is not None and run.idle.pss is not None]
    if idle and idle[0].pss is not None:
        text = f"{idle[0].pss / MB:.0f} MB PSS, {idle[0].rss / MB:.0f} MB RSS"
        yield Row("memory before the first call", f"<= {MEMORY_MB} MB", text, idle[0].pss <= MEMORY_MB * MB)
    for callers, pss in measured:
        text = f"{pss / MB:.0f} MB PSS"
        yield Row(f"{_callers(callers)}: memory, the most", f"<= {MEMORY_MB} MB", text, pss <= MEMORY_MB * MB)
    (few, least), (many, most) = min(measured), max(measured)
    if many > few:
        further = (most - least) / MB / (many - few)
        yield Row(
            "memory for each further call",
            f"<= {FURTHER_MB:.0f} MB",
            f"{further:.1f} MB (from {few} to {many} callers)",
            further <= FURTHER_MB,
        )


def _callers(n: int) -> str:
    return "one call" if n == 1 else f"{n} calls"
