"""A small office, and short ways to say when."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Engine

from calendar_backend import TOKYO, OfficeCalendar, OfficeFile
from calendar_backend.database import writing

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
"""A Tuesday after a holiday Monday."""


def at(text: str) -> datetime:
    """2026-12-04T10:00 in Tokyo."""
    return datetime.fromisoformat(text).replace(tzinfo=TOKYO)


def on(text: str) -> tuple[date, date]:
    """A single day as a wish."""
    return (date.fromisoformat(text),) * 2


def clock(first: str, last: str | None = None) -> tuple[time, time]:
    return time.fromisoformat(first), time.fromisoformat(last or first)


def small_office(**changes: Any) -> OfficeFile:
    """Two counters: one person at `desk`, two at `wide`, the latter to 19:00 on Thursdays."""
    week = {"days": "月火水木金", "open": "8:30", "close": "17:15"}
    wide = [
        {"days": "月火水金", "open": "8:30", "close": "17:15"},
        {"days": "木", "open": "8:30", "close": "19:00"},
    ]
    span = {"open": "8:30", "close": "17:15"}
    name = {"name": "名", "reading": "な"}
    data: dict[str, Any] = {
        "id": "small",
        "name": "小さな役所",
        "reading": "ちいさなやくしょ",
        "phone": "+81930000001",
        "agent_phone": "+81930000000",
        "agent_hours": span,
        "time_zone": "Asia/Tokyo",
        "rules": {},
        "counters": [
            {"id": "desk", **name, "capacity": 1, "hours": [week]},
            {"id": "wide", **name, "capacity": 2, "hours": wide},
        ],
        "procedures": [
            {"id": "short", **name, "counter": "desk", "duration_minutes": 15},
            {
                "id": "long",
                "name": "長い名",
                "reading": "ながいな",
                "counter": "desk",
                "duration_minutes": 40,
            },
            {
                "id": "both",
                "name": "両方の名",
                "reading": "りょうほうのな",
                "counter": "wide",
                "duration_minutes": 30,
            },
        ],
    }
    return OfficeFile.model_validate(data | changes)


def of_one_name() -> OfficeFile:
    """As an older file may have it: all procedures are called the same."""
    office = small_office()
    return office.model_copy(
        update={"procedures": tuple(p.model_copy(update={"name": "名"}) for p in office.procedures)}
    )


@contextmanager
def full_disk(engine: Engine, table: str) -> Iterator[None]:
    """Nothing can be written into a table, as if the disk were full."""
    server = engine.dialect.name == "postgresql"
    with writing(engine) as connection:
        if server:
            connection.exec_driver_sql(
                "create function no_room() returns trigger language plpgsql as "
                "$$ begin raise disk_full using message = 'disk full'; end $$"
            )
            connection.exec_driver_sql(
                f"create trigger no_room before insert on {table} execute function no_room()"
            )
        else:
            connection.exec_driver_sql(
                f"create trigger no_room before insert on {table} begin select raise(abort, 'disk full'); end"
            )
    yield
    with writing(engine) as connection:
        connection.exec_driver_sql(f"drop trigger no_room on {table}" if server else "drop trigger no_room")
        if server:
            connection.exec_driver_sql("drop function no_room")


def fill(
    calendar: OfficeCalendar, procedure: str, first: str, last: str, minutes: int, people: int = 1
) -> None:
    """Books every start from first to last, `minutes` apart, as often as `people` says."""
    start, end = at(first), at(last)
    while start <= end:
        for person in range(people):
            calendar.book(procedure, start, "", f"fill-{start.isoformat()}-{person}", NOW)
        start += timedelta(minutes=minutes)
