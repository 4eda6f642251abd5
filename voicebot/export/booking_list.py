"""Bookings of another system, read from CSV: the day sheet's columns, of which some may be missing."""

import csv
import hashlib
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from calendar_backend import TOKYO, OfficeFile
from calendar_backend.rehearsal import Wish

NEEDED = ("日付", "開始", "手続き")
STANDING = ("", "予約", "変更済み")
"""States of bookings that are taken over."""

STEP = "import"


class BadLine(Exception):
    """Why a line cannot be read: one Japanese sentence."""


class BadList(Exception):
    """Why the whole file cannot be read: one Japanese sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    """In the file, counted from 1."""

    wish: Wish | None
    problem: str = ""


def read(data: bytes, office: OfficeFile) -> list[Line]:
    """Every line of the list, in order. UTF-8 or the Windows encoding of Japan. Raises BadList."""
    rows = csv.DictReader(io.StringIO(_text(data), newline=""), skipinitialspace=True)
    try:
        missing = [name for name in NEEDED if name not in (rows.fieldnames or ())]
        if missing:
            raise BadList(
                f"1行目に見出し「{'」「'.join(missing)}」がありません。{'、'.join(NEEDED)} は要ります。"
            )
        return list(_lines(rows, office))
    except csv.Error as error:
        raise BadList(
            f"{rows.line_num}行目が CSV として読めません（{error}）。引用符を確かめてください。"
        ) from None


def _lines(rows: "csv.DictReader[str]", office: OfficeFile) -> Iterator[Line]:
    seen: Counter[str] = Counter()
    for row in rows:
        cells = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
        if not any(cells.values()):
            continue
        try:
            if None in row:
                raise BadLine("見出しより値が多くあります。")
            wish = _wish(cells, office)
        except BadLine as error:
            yield Line(rows.line_num, None, str(error))
            continue
        text = repr(wish)
        seen[text] += 1
        digest = hashlib.sha256(f"{text} {seen[text]}".encode()).hexdigest()[:24]
        yield Line(rows.line_num, Wish(*wish, client=f"import:{digest}", step=STEP))


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadList("文字コードが UTF-8 でも Shift_JIS でもありません。UTF-8 を選んで保存し直してください。")


def _wish(cells: dict[str, str], office: OfficeFile) -> tuple[tuple[str, ...], datetime, str, str, int]:
    if cells.get("状態", "") not in STANDING:
        raise BadLine(f"状態が「{cells['状態']}」の行は入れません。")
    start = _start(cells["日付"], cells["開始"])
    return _procedures(cells["手続き"], office), start, _phone(cells), _name(cells), _people(cells)


def _start(day: str, time: str) -> datetime:
    date = re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", day, re.ASCII)
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})(?::00)?", time, re.ASCII)
    if not date:
        raise BadLine(f"日付「{day}」が読めません。2026-12-04 のように書いてください。")
    if not clock:
        raise BadLine(f"開始「{time}」が読めません。10:00 のように書いてください。")
    try:
        return datetime(*map(int, (*date.groups(), *clock.groups())), tzinfo=TOKYO)  # type: ignore[misc,arg-type]
    except ValueError:
        raise BadLine(f"「{day} {time}」という日時はありません。") from None


def _procedures(text: str, office: OfficeFile) -> tuple[str, ...]:
    known = {name: p.id for p in office.procedures for name in (p.id, p.name)}
    ids = tuple(known.get(part.strip(), "") for part in text.split("、"))
    if "" in ids:
        raise BadLine(f"手続き「{text}」はこの役所にありません。")
    return ids


def _phone(cells: dict[str, str]) -> str:
    given = re.sub(r"[-‐−ー() 　]", "", cells.get("電話", "").lstrip("'"))
    phone = re.sub("^0", "+81", given)
    if phone and not re.fullmatch(r"\+\d{8,15}", phone, re.ASCII):
        raise BadLine("電話が読めません。093-555-1234 のように書いてください。")
    return phone


def _name(cells: dict[str, str]) -> str:
    name = cells.get("お名前", "").lstrip("'")
    if len(name) > 60 or not name.isprintable():
        raise BadLine("お名前が読めません。60字までにしてください。")
    return name


def _people(cells: dict[str, str]) -> int:
    given = cells.get("人数", "") or "1"
    if not re.fullmatch(r"[1-9]\d?", given, re.ASCII):
        raise BadLine(f"人数「{given}」が読めません。1 から 99 までの数を書いてください。")
    return int(given)
