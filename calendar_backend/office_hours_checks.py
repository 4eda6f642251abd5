"""Hours, staffing and special days of an office that contradict each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from calendar_backend.office import ClosedDay, Hours, OfficeFile, Span
from calendar_backend.office_complaints import Path
from calendar_backend.office_fields import WEEKDAYS

Found = tuple[Path, str, str]
"""Where, problem and remedy in Japanese."""


def complaints(office: OfficeFile) -> Iterator[Found]:
    """Everything wrong with the times of the office."""
    yield from _backwards(("agent_hours",), office.agent_hours)
    for number, counter in enumerate(office.counters):
        path: Path = ("counters", number)
        yield from _weekly((*path, "hours"), counter.hours, f"窓口「{counter.id}」の時間")
        yield from _weekly((*path, "staffing"), counter.staffing, f"窓口「{counter.id}」の人数")
    yield from _open_days(office)
    yield from _closed_days(office.closed)


def _backwards(path: Path, span: Span) -> Iterator[Found]:
    if span.close <= span.open:
        problem = f"終わりの {span.close:%H:%M} が、始まりの {span.open:%H:%M} より後ではありません"
        yield (*path, "close"), problem, "close に後の時刻を書いてください"


def _meet(one: Span, other: Span) -> bool:
    return one.open < other.close and other.open < one.close


def _weekly(path: Path, spans: Sequence[Hours], what: str) -> Iterator[Found]:
    for number, hours in enumerate(spans):
        yield from _backwards((*path, number), hours)
        if hours.from_ and hours.to and hours.to < hours.from_:
            problem = f"最後の日 {hours.to} が、最初の日 {hours.from_} より前です"
            yield (*path, number, "to"), problem, "to に後の日付を書いてください"
    for (_, one), (number, other) in combinations(enumerate(spans), 2):
        days = "".join(sorted(set(one.days) & set(other.days), key=WEEKDAYS.index))
        dates_meet = not (
            (one.to and other.from_ and one.to < other.from_)
            or (other.to and one.from_ and other.to < one.from_)
        )
        if days and dates_meet and _meet(one, other):
            problem = f"{what}が、{days}曜日に前の行と重なっています"
            yield (*path, number), problem, "前の行に to で最後の日を書くか、時刻を直してください"


def _open_days(office: OfficeFile) -> Iterator[Found]:
    for number, day in enumerate(office.open_days):
        yield from _backwards(("open_days", number), day)
    for (_, one), (number, other) in combinations(enumerate(office.open_days), 2):
        both = [counter for counter in other.counters if counter in one.counters]
        if one.date == other.date and both and _meet(one, other):
            problem = f"窓口「{both[0]}」を {other.date} に開ける時間が、前の行と重なっています"
            yield ("open_days", number), problem, "時刻を直すか、どちらかの行を消してください"


def _closed_days(closed: Sequence[ClosedDay]) -> Iterator[Found]:
    for (_, one), (number, other) in combinations(enumerate(closed), 2):
        same = not one.counters or not other.counters or set(one.counters) & set(other.counters)
        if one.date == other.date and same:
            problem = f"{other.date} の休みが2回書かれています"
            yield ("closed", number, "date"), problem, "どちらかの行を消してください"
