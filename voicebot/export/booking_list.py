"""Bookings of another system, read from CSV: the day sheet's columns or what others call them."""

import csv
import hashlib
import io
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from calendar_backend import OfficeFile
from calendar_backend.rehearsal import Wish
from voicebot.export import booking_cells
from voicebot.export.booking_cells import BadLine, plain
from voicebot.export.headings import BadHeading, Column, columns

STEP = "import"


class BadList(Exception):
    """Why the whole file cannot be read: one Japanese sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class Line:
    """A booking: a line of the file, or several lines of one booking number, one for each of its counters."""

    numbers: tuple[int, ...]
    """In the file, counted from 1."""

    wish: Wish | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    cells: dict[Column, str]
    too_long: bool

    def __getitem__(self, column: Column) -> str:
        return self.cells.get(column, "")

    @property
    def booking(self) -> tuple[str, ...]:
        """What the lines of one booking have in common; empty where it has no number."""
        of_booking = (Column.NUMBER, Column.DATE, Column.NAME, Column.KANA, Column.PHONE, Column.PEOPLE)
        return tuple(plain(self[column]) for column in of_booking) if plain(self[Column.NUMBER]) else ()


def read(data: bytes, office: OfficeFile) -> list[Line]:
    """Every booking of the list, in order. UTF-8, UTF-16 or the Windows encoding of Japan. Raises BadList."""
    text = _text(data)
    tabs = "\t" in text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if tabs else ",", skipinitialspace=True)
    try:
        known = columns(next(lines, []))
        rows = []
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append(_row(lines.line_num, cells, known))
    except BadHeading as error:
        raise BadList(str(error)) from None
    except csv.Error as error:
        raise BadList(
            f"{lines.line_num}行目が CSV として読めません（{error}）。引用符を確かめてください。"
        ) from None
    return _bookings(rows, office)


def _text(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadList("文字コードが UTF-8 でも Shift_JIS でもありません。UTF-8 を選んで保存し直してください。")


def _row(number: int, cells: Sequence[str], known: Sequence[Column | None]) -> _Row:
    """`too_long`: something stands in a column without a heading."""
    named = {column: cell for column, cell in zip(known, cells, strict=False) if column is not None}
    beyond = [cell for n, cell in enumerate(cells) if n >= len(known) or known[n] is None]
    return _Row(number, named, any(cell.strip() for cell in beyond))


def _bookings(rows: Sequence[_Row], office: OfficeFile) -> list[Line]:
    """Lines of the same number, day, person and party are one booking."""
    groups: defaultdict[tuple[object, ...], list[_Row]] = defaultdict(list)
    for row in rows:
        groups[row.booking or (row.number,)].append(row)
    seen: Counter[str] = Counter()
    return [_line(group, office, seen) for group in groups.values()]


def _line(rows: Sequence[_Row], office: OfficeFile, seen: Counter[str]) -> Line:
    numbers = tuple(row.number for row in rows)
    try:
        wishes = sorted((_wish(row, office) for row in rows), key=lambda wish: wish[1])
    except BadLine as error:
        return Line(numbers, None, str(error))
    procedures = tuple(dict.fromkeys(one for wish in wishes for one in wish[0]))
    _, start, phone, name, people, details = wishes[0]
    text = repr((procedures, start, phone, name, people))
    seen[text] += 1
    digest = hashlib.sha256(f"{text} {seen[text]}".encode()).hexdigest()[:24]
    number = plain(rows[0][Column.NUMBER])
    return Line(
        numbers, Wish(procedures, start, phone, name, people, f"import:{digest}", STEP, number, details)
    )


def _wish(row: _Row, office: OfficeFile) -> tuple[tuple[str, ...], datetime, str, str, int, dict[str, str]]:
    if row.too_long:
        raise BadLine("見出しのない列に値があります。")
    booking_cells.check_state(row[Column.STATE])
    if Column.MOMENT in row.cells:
        start = booking_cells.moment(row[Column.MOMENT])
    else:
        start = booking_cells.start(row[Column.DATE], row[Column.START])
    return (
        booking_cells.procedures(row[Column.PROCEDURE], row[Column.COUNTER], office),
        start,
        booking_cells.phone(row[Column.PHONE]),
        _name(row),
        booking_cells.people(row[Column.PEOPLE]),
        booking_cells.answered(row[Column.DETAILS]),
    )


def _name(row: _Row) -> str:
    """Written and, where that is another column, read: 山田 花子（ヤマダ ハナコ）."""
    written = booking_cells.name(row[Column.NAME]) or booking_cells.name(row[Column.LAST], row[Column.FIRST])
    read = booking_cells.name(row[Column.KANA])
    return (
        booking_cells.name(f"{written}（{read}）")
        if written and read and written != read
        else written or read
    )
