"""An office of which only what a benchmark races for is told."""

from typing import Any

from calendar_backend import OfficeFile

NAME = {"name": "名", "reading": "な"}


def bare_office(office_id: str, **more: Any) -> OfficeFile:
    """`more`: the fields of the office file that matter, as they stand in it: rules, counters, procedures."""
    return OfficeFile.model_validate(
        {
            "id": office_id,
            **NAME,
            "phone": "+81930000001",
            "agent_phone": "+81930000000",
            "agent_hours": {"open": "8:30", "close": "17:15"},
            "time_zone": "Asia/Tokyo",
            **more,
        }
    )
