"""What must hold between the parts of an office: ids, counters, keys; what could never be booked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from calendar_backend import guide_checks, office_hours_checks
from calendar_backend.office import Counter, OfficeFile, Procedure, Span
from calendar_backend.office_complaints import Path


@dataclass(frozen=True, slots=True)
class Complaint:
    path: Path
    problem: str
    """Japanese, like `remedy`, without the closing mark."""
    remedy: str


def complaints(office: OfficeFile) -> Iterator[Complaint]:
    """Everything in the office that contradicts itself."""
    yield from _twice("counters", "id", [c.id for c in office.counters])
    yield from _twice("procedures", "id", [p.id for p in office.procedures])
    yield from _twice("procedures", "name", [p.name for p in office.procedures])
    yield from _twice("procedures", "key", [p.key for p in office.procedures])
    for number, procedure in enumerate(office.procedures):
        yield from _never_bookable(("procedures", number), office, procedure)
    yield from _counters(office)
    yield from (Complaint(*found) for found in office_hours_checks.complaints(office))
    yield from (Complaint(*found) for found in guide_checks.complaints(office))


def _twice(section: str, field: str, values: list[str]) -> Iterator[Complaint]:
    seen: set[str] = set()
    for number, value in enumerate(values):
        if value and value in seen:
            problem = f"{section} に {field} が「{value}」のものが2つあります"
            yield Complaint((section, number, field), problem, "それぞれ別のものにしてください")
        seen.add(value)


def _counters(office: OfficeFile) -> Iterator[Complaint]:
    known = {counter.id for counter in office.counters}
    for number, day in enumerate(office.open_days):
        yield from _listed(("open_days", number, "counters"), day.counters, known)
    for number, closed in enumerate(office.closed):
        yield from _listed(("closed", number, "counters"), closed.counters, known)
    for number, procedure in enumerate(office.procedures):
        if procedure.counter not in known:
            yield _unknown(("procedures", number, "counter"), procedure.counter, known)
        yield from _listed(("procedures", number, "also_at"), procedure.also_at, known, procedure.counter)


def _listed(path: Path, counters: Sequence[str], known: set[str], *before: str) -> Iterator[Complaint]:
    for index, counter_id in enumerate(counters):
        if counter_id not in known:
            yield _unknown((*path, index), counter_id, known)
        elif counter_id in (*before, *counters[:index]):
            yield Complaint(
                (*path, index), f"窓口「{counter_id}」が2回書かれています", "1回だけにしてください"
            )


def _unknown(path: Path, counter_id: str, known: set[str]) -> Complaint:
    remedy = f"{'、'.join(sorted(known))} のどれかを書いてください"
    return Complaint(path, f"窓口「{counter_id}」はありません", remedy)


def _never_bookable(path: Path, office: OfficeFile, procedure: Procedure) -> Iterator[Complaint]:
    rules = office.rules_for(procedure)
    if rules.lead_open_days > rules.horizon_days:
        field = "lead_open_days" if procedure.lead_open_days is not None else "horizon_days"
        problem = (
            f"{rules.lead_open_days} 開庁日先から {rules.horizon_days} 日先までには、予約できる日がありません"
        )
        yield Complaint(
            (*path, field), problem, "lead_open_days を小さく、または horizon_days を大きくしてください"
        )
    served = [counter for counter in office.counters if counter.id in procedure.counters]
    longest = max((_longest(office, counter) for counter in served), default=procedure.duration_minutes)
    if procedure.duration_minutes > longest:
        problem = (
            f"{procedure.duration_minutes} 分かかりますが、窓口は続けて {longest} 分までしか開いていません"
        )
        yield Complaint(
            (*path, "duration_minutes"), problem, "時間を短くするか、窓口の時間を長くしてください"
        )
    most = max((_most(counter) for counter in served), default=procedure.people)
    if procedure.people > most:
        problem = f"1件で {procedure.people} 人まで受けることになっていますが、窓口は同時に {most} 人までです"
        yield Complaint((*path, "people"), problem, "people を小さく、または capacity を大きくしてください")


def _longest(office: OfficeFile, counter: Counter) -> int:
    """Minutes of the counter's longest span."""
    special = [day for day in office.open_days if counter.id in day.counters]
    return max(map(_minutes, (*counter.hours, *special)))


def _minutes(span: Span) -> int:
    return (span.close.hour - span.open.hour) * 60 + span.close.minute - span.open.minute


def _most(counter: Counter) -> int:
    return max([counter.capacity, *(part.capacity for part in counter.staffing)])
