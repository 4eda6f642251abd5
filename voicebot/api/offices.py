"""Offices and what can be booked there."""

from fastapi import APIRouter

from calendar_backend import OfficeFile
from voicebot.api.bodies import CounterOut, Id, OfficeOut, ProcedureOut
from voicebot.api.context import Asking, Known
from voicebot.api.described import problems

router = APIRouter(tags=["offices"])


@router.get("/offices", responses=problems(), summary="すべての役所と、その窓口")
def offices(known: Known, asking: Asking) -> list[OfficeOut]:
    """All offices and their counters."""
    return [_office(file) for file in known.city.offices()]


@router.get("/procedures", responses=problems(404), summary="役所で予約できる手続き")
def procedures(known: Known, asking: Asking, office: Id) -> list[ProcedureOut]:
    """What can be booked at an office."""
    file = known.fresh(office)
    return [
        ProcedureOut(
            id=p.id,
            office=file.id,
            name=p.name,
            reading=p.reading,
            counters=list(p.counters),
            duration_minutes=p.duration_minutes,
            people=p.people,
            bring=[words.text for words in p.bring],
            deadline=p.deadline.text if p.deadline else None,
        )
        for p in file.procedures
    ]


def _office(file: OfficeFile) -> OfficeOut:
    return OfficeOut(
        id=file.id,
        name=file.name,
        reading=file.reading,
        phone=file.phone,
        time_zone=file.time_zone,
        counters=[CounterOut(id=c.id, name=c.name, reading=c.reading) for c in file.counters],
        asks={name: list(offers) for name, offers in file.rules.asks.items()},
    )
