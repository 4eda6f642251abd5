"""A page with the figures of all runs and their plots, which needs nothing but itself."""

from collections.abc import Sequence
from html import escape

from bench.realtime_figures import Figures
from bench.realtime_plots import Series, plot
from bench.realtime_rows import BUSY_MS, CPU_S, MEMORY_MB
from bench.table import Row

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1c; --paper: #fff; --faint: #d7d7d7; --s0: #0b62a3; --s1: #b3541e;
  --s2: #2f7d32; --s3: #7b3fa0; --bad: #a3161b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e8; --paper: #16181b; --faint: #3b3f45; --s0: #6cb6ff;
  --s1: #f0a06a; --s2: #7ccf80; --s3: #c99cf0; --bad: #ff8a8a; } }
body { color: var(--ink); background: var(--paper); font: 15px/1.5 system-ui, sans-serif; max-width: 72rem;
  margin: 2rem auto; padding: 0 1rem; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr)); gap: 1.5rem; }
figure { margin: 0; } figcaption { font-weight: 600; }
svg { width: 100%; height: auto; } svg text { fill: var(--ink); font-size: 12px; }
.grid { stroke: var(--faint); } .goal { stroke: var(--ink); stroke-dasharray: 6 4; }
polyline { fill: none; stroke-width: 2; }
.s0 { stroke: var(--s0); color: var(--s0); } .s1 { stroke: var(--s1); color: var(--s1); }
.s2 { stroke: var(--s2); color: var(--s2); } .s3 { stroke: var(--s3); color: var(--s3); }
g { fill: currentColor; fill-opacity: .55; stroke: none; }
ul { list-style: none; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
li::before { content: "\\25CF\\00A0"; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; margin: 1.5rem 0; }
th, td { text-align: left; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid var(--faint); vertical-align: top; }
.missed { color: var(--bad); font-weight: 600; }
"""

MB = 1e6
EDGE_MS = 50.0


def page(runs: Sequence[Figures], rows: Sequence[Row], machine: str) -> str:
    """HTML; `machine`: where the absolute figures were measured."""
    plots = [
        plot(
            "Waits: share of the turns that waited at most so long",
            "s from the end of speech to the first sound",
            "%",
            [Series(_name(run), _shares([ms / 1_000 for ms in run.waits_ms])) for run in runs],
        ),
        plot(
            "Waits in the course of the run",
            "s since the first caller dialled",
            "s",
            [Series(_name(run), _in_time(run), dots=True) for run in runs],
            BUSY_MS / 1_000,
        ),
        plot(
            "Processors in use by the service",
            "s since the first caller dialled",
            "cores",
            [Series(_name(run), _cores(run)) for run in runs],
        ),
        plot(
            "Memory of the service",
            "s since the first caller dialled",
            "MB PSS",
            [Series(_name(run), _memory(run)) for run in runs],
            MEMORY_MB,
        ),
        plot(
            "CPU seconds a call-minute, without transcripts",
            "callers at once",
            "s",
            [
                Series(
                    "by callers", [(run.callers, cpu[1]) for run in runs if (cpu := run.cpu_per_call_minute)]
                )
            ],
            CPU_S,
        ),
        plot(
            "How late the driver itself was: share of its frames",
            f"ms late ({EDGE_MS:.0f} or more at the edge)",
            "%",
            [Series(_name(run), _shares([min(ms, EDGE_MS) for ms in run.driven.late_ms])) for run in runs],
        ),
    ]
    table = "".join(_row(row) for row in rows)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>voicebot: many lines</title><style>{_STYLE}</style></head><body><h1>Many lines at once</h1>"
        f"<p>{escape(machine)}. Dashed: the goal. The callers ran on the same machine.</p><main>{''.join(plots)}</main>"
        f'<div class="scroll"><table><thead><tr><th>what<th>goal<th>measured<th>met</tr></thead><tbody>{table}'
        "</tbody></table></div></body></html>\n"
    )


def _name(run: Figures) -> str:
    return f"{run.callers} at once" + ("" if run.valid else " (driver late: not valid)")


def _row(row: Row) -> str:
    met = {True: "<td>yes", False: '<td class="missed">NO', None: "<td>-"}[row.met]
    return f"<tr><td>{escape(row.what)}<td>{escape(row.goal)}<td>{escape(row.measured)}{met}</tr>"


def _shares(values: Sequence[float]) -> list[tuple[float, float]]:
    """At most 200 points of the distribution."""
    ordered = sorted(values)
    count = len(ordered)
    steps = range(0, count, max(1, count // 200))
    return [(ordered[n], 100 * (n + 1) / count) for n in [*steps, count - 1]] if ordered else []


def _in_time(run: Figures) -> list[tuple[float, float]]:
    turns = [turn for turn in run.turns if turn.wait_s is not None]
    return sorted((turn.said.ends - run.driven.began, turn.wait_s or 0.0) for turn in turns)


def _cores(run: Figures) -> list[tuple[float, float]]:
    began = run.driven.began
    pairs = zip(run.samples, run.samples[3:], strict=False)
    return [(max(0.0, b.at - began), (b.cpu_s - a.cpu_s) / (b.at - a.at)) for a, b in pairs if b.at > a.at]


def _memory(run: Figures) -> list[tuple[float, float]]:
    return [(max(0.0, one.at - run.driven.began), one.pss / MB) for one in run.samples if one.pss is not None]
