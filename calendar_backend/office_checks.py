"""What must hold between the parts of an office: ids, counters, keys, hours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from calendar_backend.office import Counter, OfficeFile, Span

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Complaint:
    path: Path
    """Keys and indexes that lead to the place in the file."""
    problem: str
    remedy: str


def complaints(office: OfficeFile) -> Iterator[Complaint]:
    """Everything in the office that contradicts itself."""
    yield from _twice("counters", "id", [c.id for c in office.counters])
    yield from _twice("procedures", "id", [p.id for p in office.procedures])
    yield from _twice("procedures", "key", [p.key for p in office.procedures])
    yield from _twice("closed", "date", [str(c.date) for c in office.closed])
    yield from _backwards(("agent_hours",), office.agent_hours)
    for number, counter in enumerate(office.counters):
        yield from _hours(("counters", number, "hours"), counter)
    known = {counter.id for counter in office.counters}
    for number, day in enumerate(office.open_days):
        yield from _backwards(("open_days", number), day)
        for index, counter_id in enumerate(day.counters):
            if counter_id not in known:
                yield _unknown_counter(("open_days", number, "counters", index), counter_id, known)
    for number, procedure in enumerate(office.procedures):
        if procedure.counter not in known:
            yield _unknown_counter(("procedures", number, "counter"), procedure.counter, known)


def _twice(section: str, field: str, values: list[str]) -> Iterator[Complaint]:
    seen: set[str] = set()
    for number, value in enumerate(values):
        if value and value in seen:
            problem = f"the {field} {value!r} stands under {section} a second time"
            yield Complaint((section, number, field), problem, "give each its own")
        seen.add(value)


def _backwards(path: Path, span: Span) -> Iterator[Complaint]:
    if span.close <= span.open:
        problem = f"the hours end at {span.close:%H:%M}, before they start at {span.open:%H:%M}"
        yield Complaint((*path, "close"), problem, "write the later time under close")


def _hours(path: Path, counter: Counter) -> Iterator[Complaint]:
    for number, hours in enumerate(counter.hours):
        yield from _backwards((*path, number), hours)
        if hours.from_ and hours.to and hours.to < hours.from_:
            problem = f"these hours end on {hours.to}, before they begin on {hours.from_}"
            yield Complaint((*path, number, "to"), problem, "write the later date under to")
    for (_, one), (number, other) in combinations(enumerate(counter.hours), 2):
        same_days = set(one.days) & set(other.days)
        dates_meet = not (
            (one.to and other.from_ and one.to < other.from_)
            or (other.to and one.from_ and other.to < one.from_)
        )
        if same_days and dates_meet and one.open < other.close and other.open < one.close:
            problem = (
                f"these hours overlap others of the counter {counter.id!r} on {''.join(sorted(same_days))}"
            )
            yield Complaint((*path, number), problem, "end the other hours with to, or change the times")


def _unknown_counter(path: Path, counter_id: str, known: Iterable[str]) -> Complaint:
    return Complaint(path, f"there is no counter {counter_id!r}", f"use one of {', '.join(sorted(known))}")
