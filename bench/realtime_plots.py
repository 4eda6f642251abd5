"""Plots as inline SVG; colours are CSS variables of the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, log10

WIDTH, HEIGHT = 640, 300
LEFT, RIGHT, TOP, BOTTOM = 56, 14, 14, 44

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    points: Sequence[Point]
    """In order of x."""

    dots: bool = False
    """Points by themselves; else a line through them."""


def plot(title: str, x: str, y: str, series: Sequence[Series], goal: float | None = None) -> str:
    """`x` and `y`: what the axes show; `goal`: a dashed line across, in units of y."""
    points = [point for one in series for point in one.points]
    if not points:
        return ""
    most_x, step_x = _nice(max(px for px, _ in points))
    most_y, step_y = _nice(max([py for _, py in points] + ([goal] if goal else [])))

    def at(px: float, py: float) -> Point:
        return (
            round(LEFT + (WIDTH - LEFT - RIGHT) * min(px, most_x) / most_x, 1),
            round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * py / most_y, 1),
        )

    parts = [
        *_grid(at, (most_x, step_x), (most_y, step_y)),
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">{escape(x)}</text>',
        f'<text transform="translate(14 {(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">{escape(y)}</text>',
    ]
    if goal:
        (x1, level), (x2, _) = at(0, goal), at(most_x, goal)
        parts.append(f'<line class="goal" x1="{x1}" x2="{x2}" y1="{level}" y2="{level}"/>')
    parts += [_drawn(number, one, at) for number, one in enumerate(series)]
    legend = "".join(f'<li class="s{number}">{escape(one.name)}</li>' for number, one in enumerate(series))
    return (
        f"<figure><figcaption>{escape(title)}</figcaption>"
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">{"".join(parts)}</svg>'
        f"<ul>{legend}</ul></figure>"
    )


def _grid(at: Callable[[float, float], Point], x: tuple[float, float], y: tuple[float, float]) -> list[str]:
    parts = []
    for number in range(round(y[0] / y[1]) + 1):
        (x1, level), (x2, _) = at(0, number * y[1]), at(x[0], number * y[1])
        parts.append(f'<line class="grid" x1="{x1}" x2="{x2}" y1="{level}" y2="{level}"/>')
        parts.append(f'<text x="{x1 - 6}" y="{level + 4}" text-anchor="end">{number * y[1]:g}</text>')
    for number in range(round(x[0] / x[1]) + 1):
        across, bottom = at(number * x[1], 0)
        parts.append(f'<text x="{across}" y="{bottom + 16}" text-anchor="middle">{number * x[1]:g}</text>')
    return parts


def _drawn(number: int, one: Series, at: Callable[[float, float], Point]) -> str:
    places = [at(px, py) for px, py in one.points]
    if one.dots:
        return (
            f'<g class="s{number}">'
            + "".join(f'<circle cx="{x}" cy="{y}" r="2.6"/>' for x, y in places)
            + "</g>"
        )
    return f'<polyline class="s{number}" points="{" ".join(f"{x},{y}" for x, y in places)}"/>'


def _nice(most: float) -> tuple[float, float]:
    """The end of an axis that holds so much, and the step of its grid: 1, 2 or 5 times a power of ten."""
    if most <= 0:
        return 1.0, 0.5
    power = 10.0 ** (ceil(log10(most)) - 1)
    step = next(factor * power for factor in (0.1, 0.2, 0.5, 1, 2, 5) if factor * power * 6 >= most)
    return ceil(most / step - 1e-9) * step, step
