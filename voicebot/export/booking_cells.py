"""What stands in the cells of a list of bookings."""

import re
import unicodedata
from datetime import datetime

from calendar_backend import TOKYO, OfficeFile
from numbering import BadNumber, caller_id, name_holds_my_number
from voicebot import details
from voicebot.export.cell import meant, one_line

STANDING = (
    "",
    "予約",
    "予約済み",
    "予約済",
    "変更",
    "変更済み",
    "変更済",
    "確定",
    "確認済み",
    "booked",
    "changed",
    "confirmed",
)
"""States of bookings that are taken over."""

_WEEKDAYS = "月火水木金土日"
_ERA = {"令和": 2018, "R": 2018}
_DAY = re.compile(
    r"(?:(?P<year>\d{4})|(?P<era>令和|R)\s?(?P<count>\d{1,2}|元))\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?"
    rf"(?P<day>\d{{1,2}})日?\s?(?:\(?(?P<weekday>[{_WEEKDAYS}])(?:曜日?)?\)?)?(?: 0?0:00(?::00)?)?"
)
_DIGITS = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_CLOCK = re.compile(
    r"(?P<before>午前|午後|AM|PM)?\s?(?P<hour>\d{1,2})\s?"
    r"(?::\s?(?P<minute>\d{2})(?::00)?|時\s?(?:(?P<spoken>\d{1,2})分|(?P<half>半))?)\s?(?P<after>AM|PM)?",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*[~〜～\-‐–—ー]\s*|\s*から\s*")
_BETWEEN = re.compile(r"[、,，/／;；・+＋&＆]")
"""What stands between two procedures."""


class BadLine(Exception):
    """Why a line cannot be read: one Japanese sentence."""


def plain(text: str) -> str:
    """One line, half-width where that is the same: １０：００ is 10:00."""
    return unicodedata.normalize("NFKC", one_line(text))


def start(day: str, clock: str) -> datetime:
    """Raises BadLine."""
    date = _DAY.fullmatch(plain(day)) or _DIGITS.fullmatch(plain(day))
    time = _CLOCK.fullmatch(_TO.split(plain(clock))[0])
    if not date:
        raise BadLine(f"日付「{day}」が読めません。2026-12-04 のように書いてください。")
    if not time:
        raise BadLine(f"開始「{clock}」が読めません。10:00 のように書いてください。")
    try:
        moment = datetime(*_year_to_day(date), *_hour_and_minute(time), tzinfo=TOKYO)
    except ValueError:
        raise BadLine(f"「{day} {clock}」という日時はありません。") from None
    weekday = date.groupdict().get("weekday")
    if weekday and _WEEKDAYS[moment.weekday()] != weekday:
        right = _WEEKDAYS[moment.weekday()]
        raise BadLine(f"日付「{day}」は{right}曜日です。日と曜日のどちらかを直してください。")
    return moment


def moment(text: str) -> datetime:
    """A day and a time in one cell. Raises BadLine."""
    given = plain(text).replace("T", " ").removesuffix("+09:00")
    day = _DAY.match(given)
    if not day or not given[day.end() :].strip():
        raise BadLine(f"日時「{text}」が読めません。2026-12-04 10:00 のように書いてください。")
    return start(day.group(), given[day.end() :])


def _year_to_day(date: re.Match[str]) -> tuple[int, int, int]:
    found = date.groupdict()
    year = found["year"]
    if year is None:
        year = _ERA[found["era"]] + (1 if found["count"] == "元" else int(found["count"]))
    return int(year), int(found["month"]), int(found["day"])


def _hour_and_minute(time: re.Match[str]) -> tuple[int, int]:
    hour = int(time["hour"])
    minute = 30 if time["half"] else int(time["minute"] or time["spoken"] or 0)
    half_day = (time["before"] or time["after"] or "").upper()
    if half_day and not 0 <= hour <= 12:
        raise ValueError(hour)
    if half_day in ("午前", "AM"):
        return hour % 12, minute
    return (hour % 12 + 12 if half_day else hour), minute


def answered(text: str) -> dict[str, str]:
    """What was answered to what an office asks besides: 「通訳：英語」. Raises BadLine."""
    try:
        return details.from_one_line(one_line("、".join(text.splitlines())))
    except ValueError as error:
        raise BadLine(f"確認事項「{error}」が読めません。「通訳：英語」のように書いてください。") from None


def procedures(text: str, counter: str, office: OfficeFile) -> tuple[str, ...]:
    """Ids of one or several procedures, by id, name or a word for it that means no other; where several have one name,
    those of the counter. Raises BadLine."""
    rest, ids = one_line("、".join(text.splitlines())), dict[str, None]()
    while rest or not ids:
        # The longest beginning that is a name: names may have in them what stands between two.
        ends = [len(rest), *reversed([mark.start() for mark in _BETWEEN.finditer(rest)])]
        end, named = next(((e, found) for e in ends if (found := _named(rest[:e], counter, office))), (0, []))
        if not named:
            raise BadLine(f"手続き「{text}」はこの役所にありません。")
        if len(named) > 1:
            raise BadLine(f"手続き「{rest[:end].strip()}」は{len(named)}つあります。id を書いてください。")
        ids[named[0]] = None
        rest = rest[end + 1 :].strip()
    return tuple(ids)


def _named(text: str, counter: str, office: OfficeFile) -> list[str]:
    word = _word(text)
    ids = [p.id for p in office.procedures if _word(p.id) == word]
    named = ids or [p.id for p in office.procedures if _word(p.name) == word]
    if len(named) > 1:
        there = {c.id for c in office.counters if _word(counter) in (_word(c.id), _word(c.name))}
        named = [p.id for p in office.procedures if p.id in named and there.intersection(p.counters)] or named
    return named or [p.id for p in office.procedures if any(_word(a.text) == word for a in p.aliases)]


def _word(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).casefold()


def phone(text: str) -> str:
    """E.164, or empty where it is withheld. Raises BadLine."""
    try:
        return caller_id(meant(one_line(text)))
    except BadNumber as error:
        raise BadLine(f"電話の欄{error.reason.japanese}。093-555-1234 のように書いてください。") from None


def name(*parts: str) -> str:
    """The parts of a name with a space between. Raises BadLine."""
    found = meant(one_line(" ".join(parts)))
    if len(found) > 60 or not all(c.isprintable() or c.isspace() for c in found):
        raise BadLine("お名前が読めません。60字までにしてください。")
    if name_holds_my_number(found):
        raise BadLine("お名前に12桁の番号が含まれています。マイナンバーはどこにも残さない決まりです。")
    return found


def people(text: str) -> int:
    """Raises BadLine."""
    found = re.fullmatch(r"([1-9]\d?)\s?(?:人|名|名様)?", plain(text) or "1", re.ASCII)
    if not found:
        raise BadLine(f"人数「{text}」が読めません。1 から 99 までの数を書いてください。")
    return int(found[1])


def check_state(text: str) -> None:
    """Raises BadLine for a booking that does not stand."""
    if plain(text).casefold() not in STANDING:
        raise BadLine(f"状態が「{text}」の行は入れません。")
