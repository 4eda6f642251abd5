"""What both took, and the ratios."""

from collections.abc import Iterator, Sequence

from bench.realtime_figures import Figures
from bench.table import Row, share

OURS, THEIRS = "voicebot", "Pipecat"


def rows(pairs: Sequence[tuple[Figures, Figures]]) -> list[Row]:
    """Of runs with the same callers: ours, and the peer's."""
    return [row for ours, theirs in pairs for row in _pair(ours, theirs)]


def _pair(ours: Figures, theirs: Figures) -> Iterator[Row]:
    callers = f"{ours.callers} at once" if ours.callers > 1 else "one call"
    for name, run in ((OURS, ours), (THEIRS, theirs)):
        yield Row(
            f"{callers}, {name}: waiting, median, 95 %",
            "-",
            f"{_ms(run.wait_ms(0.5))}, {_ms(run.wait_ms(0.95))} ({len(run.waits_ms)} turns, {run.unanswered} unanswered)",
        )
        yield Row(f"{callers}, {name}: turns cut off by the voice", "-", share(run.cut_off, len(run.turns)))
        yield Row(
            f"{callers}, {name}: CPU seconds a call-minute",
            "-",
            f"{run.cpu_per_call_minute[1]:.2f} ({run.cpu_per_call_minute[0]:.2f} with what is done at low priority; "
            f"{run.call_minutes:.1f} call-minutes)"
            if run.cpu_per_call_minute
            else "nothing measured",
        )
        yield Row(f"{callers}, {name}: memory, most", "-", f"{(run.pss or 0) / 1e6:.0f} MB")
        yield Row(
            f"{callers}, {name}: gaps over 60 ms, streams broken", "-", f"{len(run.gaps_ms)}, {run.broken}"
        )
    for what, part in (("median wait", 0.5), ("wait at 95 %", 0.95)):
        yield _ratio(f"{callers}: {what}, ours to Pipecat's", ours.wait_ms(part), theirs.wait_ms(part))
    cpu = [run.cpu_per_call_minute for run in (ours, theirs)]
    yield _ratio(
        f"{callers}: CPU seconds a call-minute, ours to Pipecat's", *(one[1] if one else None for one in cpu)
    )


def _ratio(what: str, ours: float | None, theirs: float | None) -> Row:
    if not ours or not theirs:
        return Row(what, "< 1", "nothing measured")
    return Row(what, "< 1", f"{ours / theirs:.2f}", ours < theirs)


def _ms(value: float | None) -> str:
    return "-" if value is None else f"{value:.0f} ms"
