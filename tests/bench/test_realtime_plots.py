from xml.etree import ElementTree

import pytest

from bench.realtime_plots import HEIGHT, WIDTH, Series, _nice, plot
from bench.realtime_service import wider


def test_a_plot_is_whole_svg_with_every_point_inside() -> None:
    drawn = plot("waits & more", "s", "ms", [Series("a<b", [(0, 0), (7, 950)], dots=True)], goal=1_200)
    figure = ElementTree.fromstring(drawn)
    circles = list(figure.iter("circle"))
    assert len(circles) == 2
    assert all(0 <= float(one.attrib["cx"]) <= WIDTH for one in circles)
    assert all(0 <= float(one.attrib["cy"]) <= HEIGHT for one in circles)
    assert figure.findtext("figcaption") == "waits & more"
    assert [one.text for one in figure.iter("li")] == ["a<b"]
    assert [one.attrib["class"] for one in figure.iter("line") if one.attrib["class"] == "goal"] == ["goal"]


def test_without_points_there_is_no_plot() -> None:
    assert plot("waits", "s", "ms", [Series("a", [])]) == ""


@pytest.mark.parametrize(
    ("most", "axis"), [(0, (1, 0.5)), (950, (1_000, 200)), (1.3, (1.5, 0.5)), (24, (25, 5))]
)
def test_an_axis_has_round_steps(most: float, axis: tuple[float, float]) -> None:
    assert _nice(most) == pytest.approx(axis)


def test_only_the_capacity_of_counters_grows() -> None:
    assert wider("duration: 3\ncapacity: 3   # 同時に\n", 4) == "duration: 3\ncapacity: 12   # 同時に\n"
