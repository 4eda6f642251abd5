"""The bookings of one day, as a clerk at the counter needs them."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from calendar_backend import OfficeFile
from calendar_backend.place import Affected, Attendance
from numbering import national
from voicebot.details import in_one_line
from voicebot.export.cell import harmless, one_line

COLUMNS = (
    "日付",
    "開始",
    "終了",
    "窓口",
    "手続き",
    "番号",
    "お名前",
    "電話",
    "人数",
    "状態",
    "休み",
    "確認事項",
)
STATES = {
    "booked": "予約",
    "changed": "変更済み",
    "cancelled": "取り消し",
    "came": "来庁",
    "did_not_come": "来庁なし",
    "past": "済み",
}
HOURS_CHANGED = "受付時間の外"


@dataclass(frozen=True, slots=True)
class Line:
    """One visit at one counter, in words."""

    start: datetime
    end: datetime
    counter: str
    procedure: str
    number: str
    name: str
    phone: str
    """As it is dialled in Japan, 093-555-1234; empty when withheld."""

    people: int
    state: str
    shut: str = ""
    """Why the visit cannot be kept: 台風; empty: it can."""

    details: str = ""
    """What was answered to what the office asks besides."""

    def cells(self) -> tuple[str, ...]:
        """In the order of COLUMNS."""
        times = (f"{self.start:%Y-%m-%d}", f"{self.start:%H:%M}", f"{self.end:%H:%M}")
        words = (self.counter, self.procedure, self.number, self.name, self.phone)
        return (*times, *words, str(self.people), self.state, self.shut, self.details)


def lines(office: OfficeFile, attendances: Iterable[Attendance]) -> list[Line]:
    """By counter in the office's order, then by time."""
    order = {counter.id: n for n, counter in enumerate(office.counters)}
    found = sorted(
        attendances, key=lambda a: (order.get(a.counter_id, len(order)), a.start, a.booking.number)
    )
    names = Counter(procedure.name for procedure in office.procedures)
    return [_line(office, attendance, names) for attendance in found]


def as_csv(rows: Sequence[Line]) -> str:
    """With a heading and CRLF (RFC 4180), to be written as UTF-8 with a byte order mark, as spreadsheets want it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(one_line(cell)) for cell in row.cells()] for row in rows)
    return text.getvalue()


def dialled(phone: str) -> str:
    """+81935551234 as 093-555-1234. Numbers of other countries stay as they are."""
    return national(phone)


def in_words(day: date) -> str:
    """2026年12月4日（金）."""
    return f"{day.year}年{day.month}月{day.day}日（{'月火水木金土日'[day.weekday()]}）"


def shut(why: Affected | None) -> str:
    """Why a visit cannot be kept, in a word; empty: it can."""
    return "" if why is None else why.name or HOURS_CHANGED


def _line(office: OfficeFile, attendance: Attendance, names: Counter[str]) -> Line:
    """A name that several procedures have says nothing: then it is the id."""
    booking = attendance.booking
    counter = office.counter(attendance.counter_id)
    done = zip(attendance.procedure_ids, attendance.procedure_names, strict=True)
    procedures = "、".join(one if names[name] > 1 else name for one, name in done)
    return Line(
        attendance.start,
        attendance.end,
        counter.name if counter else attendance.counter_id,
        procedures,
        booking.number,
        booking.name,
        dialled(booking.phone),
        booking.people,
        STATES.get(booking.status, booking.status),
        shut(attendance.affected),
        in_one_line(booking.details),
    )
