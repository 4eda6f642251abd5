"""The bookings of one day, as a clerk at the counter needs them."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from calendar_backend import OfficeFile
from calendar_backend.place import Attendance

COLUMNS = ("日付", "開始", "終了", "窓口", "手続き", "番号", "お名前", "電話", "人数", "状態")
STATES = {
    "booked": "予約",
    "changed": "変更済み",
    "cancelled": "取り消し",
    "came": "来庁",
    "did_not_come": "来庁なし",
    "past": "済み",
}
_COUNTRY = "+81"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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

    def cells(self) -> tuple[str, ...]:
        """In the order of COLUMNS."""
        times = (f"{self.start:%Y-%m-%d}", f"{self.start:%H:%M}", f"{self.end:%H:%M}")
        words = (self.counter, self.procedure, self.number, self.name, self.phone)
        return (*times, *words, str(self.people), self.state)


def lines(office: OfficeFile, attendances: Iterable[Attendance]) -> list[Line]:
    """By counter in the office's order, then by time."""
    order = {counter.id: n for n, counter in enumerate(office.counters)}
    found = sorted(
        attendances, key=lambda a: (order.get(a.counter_id, len(order)), a.start, a.booking.number)
    )
    return [_line(office, attendance) for attendance in found]


def as_csv(rows: Sequence[Line]) -> str:
    """With a heading and CRLF (RFC 4180), to be written as UTF-8 with a byte order mark, as spreadsheets want it."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(map(_harmless, row.cells()) for row in rows)
    return text.getvalue()


def dialled(phone: str) -> str:
    """+81935551234 as 093-555-1234. Numbers of other countries stay as they are."""
    if not phone.startswith(_COUNTRY):
        return phone
    digits = "0" + phone.removeprefix(_COUNTRY)
    return f"{digits[:3]}-{digits[3:-4]}-{digits[-4:]}"


def in_words(day: date) -> str:
    """2026年12月4日（金）."""
    return f"{day.year}年{day.month}月{day.day}日（{'月火水木金土日'[day.weekday()]}）"


def _line(office: OfficeFile, attendance: Attendance) -> Line:
    booking = attendance.booking
    counter = office.counter(attendance.counter_id)
    more = [office.procedure(procedure_id) for procedure_id in booking.more_procedure_ids]
    procedures = "、".join([booking.procedure_name, *(p.name for p in more if p)])
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
    )


def _harmless(cell: str) -> str:
    """A spreadsheet takes what begins like a formula for one; an apostrophe makes it text."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
