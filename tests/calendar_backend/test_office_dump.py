"""Writing an office as YAML loses nothing."""

import tempfile
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_backend import OfficeFile, load_office
from calendar_backend.office import ClosedDay, Counter, OpenDay, Procedure, Rules, Wording, YearEnd
from calendar_backend.office_dump import dump_office
from calendar_backend.office_file import DEMO_OFFICES
from tests.calendar_backend.small_office import small_office


def again(office: OfficeFile) -> OfficeFile:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "office.yaml"
        path.write_text(dump_office(office), "utf-8")
        return load_office(path)


@pytest.mark.parametrize("path", DEMO_OFFICES, ids=lambda path: path.stem)
def test_the_demo_offices_come_back_the_same(path: Path) -> None:
    office = load_office(path)
    assert again(office) == office


def test_hours_and_wordings_stand_in_one_line_each_with_the_days_in_front() -> None:
    text = dump_office(load_office(DEMO_OFFICES[0]))
    assert "  - {days: 木, open: '8:30', close: '19:00'}\n" in text
    assert "  - {text: 引っ越し, reading: ひっこし}\n" in text
    assert "- {date: 2027-03-28, open: '9:00', close: '12:00', counters: [ido, shomei, mynumber]}\n" in text


def test_a_yes_is_written_as_yaml_has_it() -> None:
    office = small_office(rules={"asks_name": True})
    assert "asks_name: true" in dump_office(office)
    assert again(office).rules.asks_name


names = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12)
readings = st.text("ぁあんゖー、・ 　", min_size=1, max_size=8)
wordings = st.builds(Wording, text=names, reading=readings)
times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
dates = st.dates(date(2026, 1, 1), date(2030, 12, 31))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


rules = st.builds(
    Rules,
    lead_open_days=st.integers(0, 1),
    cut_off=maybe(times),
    horizon_days=st.integers(1, 366),
    grid_minutes=st.sampled_from([15, 30, 60]),
    cancel_days=st.integers(0, 60),
    per_person=maybe(st.integers(1, 100)),
    cool_down_minutes=st.integers(0, 1440),
    late_minutes=st.integers(0, 120),
    year_end=st.sampled_from([YearEnd(), YearEnd.model_validate({"from": "12-30", "to": "1-4"})]),
)


@st.composite
def counters(draw: st.DrawFn, counter_id: str) -> Counter:
    week = {"days": draw(st.sampled_from(["月火水木金", "土", "日月"])), "open": "8:30", "close": "17:15"}
    noon = {**week, "open": "12:00", "close": "13:00", "capacity": draw(st.integers(0, 50))}
    until = draw(dates)
    hours = [{**week, "to": until}, {**week, "from": date.fromordinal(until.toordinal() + 1)}]
    parts = {"hours": hours, "staffing": draw(st.sampled_from([[], [noon], [noon | {"from": until}]]))}
    names_ = {"name": draw(names), "reading": draw(readings)}
    return Counter.model_validate(
        {
            "id": counter_id,
            **names_,
            "capacity": draw(st.integers(1, 50)),
            **parts,
            "floor": draw(maybe(wordings)),
        }
    )


procedures = st.builds(
    Procedure,
    id=st.sampled_from(["one", "yes", "null", "on", "e-1"]),
    name=names,
    reading=readings,
    counter=st.just("desk"),
    also_at=st.sampled_from([(), ("no",)]),
    duration_minutes=st.integers(5, 240),
    buffer_minutes=st.integers(0, 120),
    lead_open_days=maybe(st.just(0)),
    cut_off=maybe(times),
    horizon_days=maybe(st.integers(1, 366)),
    per_day=maybe(st.integers(1, 1000)),
    key=st.sampled_from(["", "1"]),
    aliases=st.lists(wordings, max_size=3).map(tuple),
    bring=st.lists(wordings, max_size=2).map(tuple),
    deadline=maybe(wordings),
    fee=maybe(wordings),
    seal=maybe(wordings),
    asked_as=maybe(wordings),
    answered_by=st.lists(wordings, max_size=2).map(tuple),
    explained=maybe(wordings),
    within_days=maybe(st.integers(0, 366)),
)
closed = st.builds(
    ClosedDay, date=dates, name=names, reading=readings, counters=st.sampled_from([(), ("desk",)])
)
open_days = st.builds(
    OpenDay,
    date=dates,
    open=st.just(time(9, 5)),
    close=times.filter(lambda t: t > time(9, 5)),
    counters=st.just(("no",)),
)


@settings(max_examples=40, derandomize=True, deadline=None)
@given(st.data())
def test_any_office_comes_back_the_same(data: st.DataObject) -> None:
    parts = {
        "name": data.draw(names),
        "parking": data.draw(maybe(wordings)),
        "rules": data.draw(rules),
        "counters": (data.draw(counters("desk")), data.draw(counters("no"))),
        "procedures": (data.draw(procedures),),
        "closed": tuple(data.draw(st.lists(closed, max_size=1))),
        "open_days": tuple(data.draw(st.lists(open_days, max_size=1))),
    }
    office = small_office().model_copy(update=parts)
    assert again(office) == office
