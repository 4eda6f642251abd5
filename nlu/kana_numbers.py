"""How numbers with counters are said: 12月 = じゅうにがつ, 4日 = よっか or よんにち, 9時半 = くじはん."""

from collections.abc import Mapping

_UNITS: tuple[tuple[str, ...], ...] = (
    ("",),
    ("いち",),
    ("に",),
    ("さん",),
    ("よん", "し"),
    ("ご",),
    ("ろく",),
    ("なな", "しち"),
    ("はち",),
    ("きゅう", "く"),
)
_DAYS = {
    1: ("ついたち",),
    2: ("ふつか",),
    3: ("みっか",),
    4: ("よっか",),
    5: ("いつか",),
    6: ("むいか",),
    7: ("なのか", "なぬか"),
    8: ("ようか",),
    9: ("ここのか",),
    10: ("とおか",),
    14: ("じゅうよっか",),
    20: ("はつか",),
    24: ("にじゅうよっか",),
}
_HOUR_ENDS = {4: ("よ", "よん"), 9: ("く", "きゅう"), 7: ("しち", "なな"), 0: ("れい", "ぜろ")}
_MONTH_ENDS = {4: ("し", "よん"), 9: ("く", "きゅう"), 7: ("しち", "なな")}
_MINUTE_ENDS = {
    1: ("いっぷん",),
    2: ("にふん",),
    3: ("さんぷん",),
    4: ("よんぷん",),
    5: ("ごふん",),
    6: ("ろっぷん",),
    7: ("ななふん", "しちふん"),
    8: ("はっぷん", "はちふん"),
    9: ("きゅうふん",),
}
_THINGS = ("ひとつ", "ふたつ", "みっつ", "よっつ", "いつつ")


def number(n: int) -> tuple[str, ...]:
    """Every way of saying n, 1 to 99."""
    tens, unit = divmod(n, 10)
    stem = "" if tens == 0 else "じゅう" if tens == 1 else _UNITS[tens][0] + "じゅう"
    return tuple(stem + end for end in _UNITS[unit])


def digits(n: int) -> tuple[str, ...]:
    """Every way of saying a digit."""
    return number(n) if n else ("ぜろ", "れい", "まる")


def _ended(n: int, ends: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    tens, unit = divmod(n, 10)
    if unit not in ends or (unit == 0 and tens):
        return number(n)
    stem = "" if tens == 0 else number(tens * 10)[0]
    return tuple(stem + end for end in ends[unit])


def months(n: int) -> tuple[str, ...]:
    return tuple(said + "がつ" for said in _ended(n, _MONTH_ENDS))


def days(n: int) -> tuple[str, ...]:
    """The usual way first: ようか, then はちにち."""
    return _DAYS.get(n, ()) + tuple(said + "にち" for said in number(n))


_COUNTED_NATIVELY = frozenset((2, 3, 5, 6, 9, 10))


def days_as_said(n: int) -> tuple[str, ...]:
    """What a recognizer should look for: nobody says ごにち, which is also the end of みょうごにち and like ごごにじ."""
    return days(n)[:1] if n in _COUNTED_NATIVELY else days(n)


def hours(n: int) -> tuple[str, ...]:
    return tuple(said + "じ" for said in _ended(n, _HOUR_ENDS))


def minutes(n: int) -> tuple[str, ...]:
    tens, unit = divmod(n, 10)
    if unit == 0:
        stem = "" if tens == 1 else _UNITS[tens][0]
        return tuple(stem + end for end in ("じゅっぷん", "じっぷん", "じゅうぷん"))
    stem = "" if tens == 0 else number(tens * 10)[0]
    return tuple(stem + end for end in _MINUTE_ENDS[unit])


def things(n: int) -> str:
    """ひとつ to いつつ."""
    return _THINGS[n - 1]
