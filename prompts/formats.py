"""Values as they are spoken: dates, times, numbers, names."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from prompts import numbers
from prompts.sentence import Spoken

_WEEKDAYS = (
    ("月曜日", "げつようび"),
    ("火曜日", "かようび"),
    ("水曜日", "すいようび"),
    ("木曜日", "もくようび"),
    ("金曜日", "きんようび"),
    ("土曜日", "どようび"),
    ("日曜日", "にちようび"),
)

_SAID_ANOTHER_WAY = {4: "よんにち", 8: "はちにち"}
"""よっか and ようか sound alike on the telephone."""

_KANA = re.compile(r"[ぁ-ゖァ-ヺー、]+")
_DATE = re.compile(r"(?:(1[0-2]|[1-9])月)?([1-9]\d?)日")
_MORA = re.compile(r"[ぁ-ゖァ-ヺ][ゃゅょぁぃぅぇぉャュョァィゥェォ]?ー?")
_TIME = re.compile(r"(午前|午後)?(\d{1,2})時(半)?")


def day(value: date) -> Spoken:
    """11月24日、火曜日. The 4th and the 8th are said twice: 12月8日、はちにち、火曜日."""
    again = _SAID_ANOTHER_WAY.get(value.day)
    pause = _same("、")
    parts = [_month(value), _day(value), pause, *([_same(again), pause] if again else []), _weekday(value)]
    return _join(*parts)


def weekday(number: int) -> Spoken:
    """木曜日; 0 is Monday."""
    text, reading = _WEEKDAYS[number]
    return Spoken(text, text, reading)


def month(value: date) -> Spoken:
    """12月."""
    return _month(value)


def clock(value: time) -> Spoken:
    """午前10時; after noon with the 24-hour clock, for the read-back: 午後2時半、14時30分."""
    if value.hour <= 12:
        return clock_short(value)
    minutes = Spoken(
        f"{value.minute}分", f"{value.minute}分", numbers.minute(value.minute) if value.minute else ""
    )
    return _join(clock_short(value), _same("、"), _hour(value.hour), *([minutes] if value.minute else []))


def clock_short(value: time) -> Spoken:
    """午後2時半; 12 o'clock is お昼の12時."""
    if value.hour == 12:
        half = Spoken("お昼の12時", "お昼の12時", "おひるのじゅうにじ")
    elif value.hour < 12:
        half = _join(Spoken("午前", "午前", "ごぜん"), _hour(value.hour))
    else:
        half = _join(Spoken("午後", "午後", "ごご"), _hour(value.hour - 12))
    if value.minute == 0:
        return half
    if value.minute == 30:
        return _join(half, Spoken("半", "半", "はん"))
    return _join(half, Spoken(f"{value.minute}分", f"{value.minute}分", numbers.minute(value.minute)))


def moment(value: datetime) -> Spoken:
    """11月25日、水曜日の、午前10時."""
    return moments([value])[0]


def moments(values: Sequence[datetime]) -> tuple[Spoken, ...]:
    """Each moment of an enumeration; a day just named is not named again: 午後2時半."""
    spoken: list[Spoken] = []
    named: date | None = None
    for value in values:
        at = clock_short(value.timetz().replace(tzinfo=None))
        if named != value.date():
            named = value.date()
            weekday = _join(_month(named), _day(named), _same("、"), _weekday(named))
            at = _join(weekday, _same("の、"), at)
        spoken.append(at)
    return tuple(spoken)


def places(values: Sequence[datetime]) -> Spoken:
    """1番、11月25日、水曜日の、午前10時。2番、午後2時半."""
    return numbered(moments(values))


def numbered(names: Sequence[Spoken], first: int = 1) -> Spoken:
    """1番、日本の中。2番、海外; counted from `first`."""
    parts = [
        piece
        for n, name in enumerate(names, first)
        for piece in (Spoken(f"{n}番、", f"{n}番、", numbers.cardinal(n) + "ばん、"), name, _same("。"))
    ]
    return _join(*parts[:-1])


def hours(start: time, end: time) -> Spoken:
    """午前8時から午後9時まで."""
    return _join(clock_short(start), _same("から"), clock_short(end), _same("まで"))


def duration(minutes: int) -> Spoken:
    """30分, 1時間45分."""
    whole, rest = divmod(minutes, 60)
    parts = []
    if whole:
        reading = numbers.hour(whole) + "かん"
        parts.append(Spoken(f"{whole}時間", f"{whole}時間", reading))
    if rest:
        parts.append(Spoken(f"{rest}分", f"{rest}分", numbers.minute(rest)))
    return _join(*parts)


def opening(spans: Sequence[tuple[time, time]]) -> Spoken:
    """午前9時から午前10時までと、午後1時から午後2時まで."""
    return joined([hours(start, end) for start, end in spans])


def number(digits: str) -> Spoken:
    """A booking number, digit for digit: 4、7、1、9."""
    return Spoken("、".join(digits), "、".join(digits), "、".join(numbers.DIGITS[int(d)] for d in digits))


def count(value: int) -> Spoken:
    """A number before a counting word: 12; from 1,000 on digit for digit."""
    reading = numbers.cardinal(value) if value < 1_000 else number(str(value)).reading
    return Spoken(str(value), str(value), reading)


def phone(e164: str) -> Spoken:
    """A Japanese number in groups: +81936718181 becomes 093、671、8181.

    Mobile and IP numbers are grouped 3-4-4, Tokyo and Osaka 2-4-4, freephone 4-3-3, all others 3-3-4;
    a foreign number in fours.
    """
    national = "0" + e164.removeprefix("+81") if e164.startswith("+81") else e164.removeprefix("+")
    groups = _groups(national)
    reading = ["".join(numbers.DIGITS[int(d)] for d in group) for group in groups]
    return Spoken("、".join(groups), "、".join("・".join(group) for group in groups), "、".join(reading))


_POLITE_END = re.compile(r"(?:です|ます|ません|ください|下さい)$")


def ends_politely(text: str) -> bool:
    """Whether words are a sentence of their own, behind which no です can stand."""
    return bool(_POLITE_END.search(text))


def name(text: str, reading: str) -> Spoken:
    """A name with its hiragana. The synthesizer gets the kana: a name is what it misreads most."""
    return Spoken(text, reading, reading)


def ward(text: str, reading: str) -> Spoken:
    """小倉南区, of 小倉南区役所; any other name as it is."""
    if text.endswith("区役所") and reading.endswith("くやくしょ"):
        return name(text.removesuffix("役所"), reading.removesuffix("やくしょ"))
    return name(text, reading)


def person(katakana: str) -> Spoken:
    """A name said, and spelled mora for mora: ヤマダ タロウ様、ヤ・マ・ダ・タ・ロ・ウ."""
    kana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in katakana)
    moras = _MORA.findall(kana.replace(" ", ""))
    reading = kana.replace(" ", "、") + "さま、" + "、".join(moras)
    spelled = "・".join(_MORA.findall(katakana.replace(" ", "")))
    return Spoken(f"{katakana}様、{spelled}", reading, reading)


def joined(names: Sequence[Spoken]) -> Spoken:
    """Two or three names: 住民票と、印鑑登録証明書."""
    parts = [part for one in names for part in (one, _same("と、"))][:-1]
    return _join(*parts)


def listed(parts: Sequence[Spoken]) -> Spoken:
    """With pauses between: 予約の変更、住民票、12月2日、水曜日."""
    spaced = [piece for part in parts for piece in (part, _same("、"))][:-1]
    return _join(*spaced)


def people(count: int) -> Spoken:
    """2名様."""
    return Spoken(f"{count}名様", f"{count}名様", numbers.cardinal(count) + "めいさま")


def menu(entries: Sequence[tuple[Spoken, str]]) -> Spoken:
    """A keypad menu: 転入届は1を、転居届は2を、."""
    parts = [
        _join(what, Spoken(f"は{key}を、", f"は、{key}を、", f"わ{numbers.DIGITS[int(key)]}を、"))
        for what, key in entries
    ]
    return _join(*parts)


def heard(said: str) -> Spoken:
    """What a caller said, said back where it can be read for certain, else その日時."""
    if match := _DATE.fullmatch(said):
        month, of_month = match.groups()
        head = numbers.MONTHS[int(month) - 1] if month else ""
        reading = head + numbers.day_of_month(int(of_month))
        return Spoken(said, reading, reading)
    if match := _TIME.fullmatch(said):
        noon, hours_, half = match.groups()
        reading = {"午前": "ごぜん", "午後": "ごご", None: ""}[noon] + numbers.hour(int(hours_))
        reading += "はん" if half else ""
        return Spoken(said, reading, reading)
    if _KANA.fullmatch(said):
        return Spoken(said, said, "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in said))
    return Spoken("その日時", "その日時", "そのにちじ")


def _month(value: date) -> Spoken:
    reading = numbers.MONTHS[value.month - 1]
    return Spoken(f"{value.month}月", reading if value.month == 7 else f"{value.month}月", reading)


def _day(value: date) -> Spoken:
    reading = numbers.day_of_month(value.day)
    return Spoken(f"{value.day}日", reading if value.day in (17, 27) else f"{value.day}日", reading)


def _weekday(value: date) -> Spoken:
    text, reading = _WEEKDAYS[value.weekday()]
    return Spoken(text, text, reading)


def _hour(hours_: int) -> Spoken:
    reading = numbers.hour(hours_)
    return Spoken(f"{hours_}時", reading if hours_ in (7, 17) else f"{hours_}時", reading)


def _groups(national: str) -> list[str]:
    if not national.startswith("0"):
        return [national[at : at + 4] for at in range(0, len(national), 4)]
    if national.startswith(("0120", "0570", "0800")):
        sizes = (4, 3, len(national) - 7)
    elif len(national) == 11:
        sizes = (3, 4, 4)
    elif national.startswith(("03", "06")):
        sizes = (2, 4, 4)
    else:
        sizes = (3, 3, len(national) - 6)
    ends = [sum(sizes[: n + 1]) for n in range(3)]
    return [national[end - size : end] for end, size in zip(ends, sizes, strict=True)]


def _same(kana: str) -> Spoken:
    return Spoken(kana, kana, kana)


def _join(*parts: Spoken) -> Spoken:
    return Spoken(
        "".join(p.text for p in parts), "".join(p.speech for p in parts), "".join(p.reading for p in parts)
    )
