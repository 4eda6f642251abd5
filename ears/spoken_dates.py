"""Dates and times as people say them. Katakana where a number has a second reading."""

from random import Random

from ears import words

MONTHS = (*(f"{n}月" for n in range(1, 13)), "ナナガツ", "シチガツ", "クガツ")
DAYS = (
    *(f"{n}日" for n in range(1, 32)),
    *("ツイタチ", "ナノカ", "ハチニチ", "ヨンニチ", "ジュウナナニチ", "ジュウシチニチ", "ジュウキュウニチ", "ニジュウナナニチ"),
)  # fmt: skip
WEEKDAYS = "月火水木金土日"
_WEEKS = ("今週の", "来週の", "再来週の", "今度の", "次の", "次の次の", "")
_WORDS = words.load()
_HOURS = (*(f"{n}時" for n in range(0, 24)), "ナナジ", "シチジ", "ヨジ", "クジ", "ジュウシチジ", "ジュウナナジ", "ジュウキュウジ")  # fmt: skip
_MINUTES = ("", "", "", "半", "半", "15分", "30分", "45分", "10分", "20分", "40分", "50分", "5分", "ちょうど")
_ABOUT = ("", "", "", "ごろ", "から", "ぐらい", "以降", "まで", "過ぎ", "頃から")


def date(rng: Random) -> str:
    """A day: by month and day, by day, by weekday or relative."""
    kind = rng.random()
    if kind < 0.35:
        return f"{rng.choice(MONTHS)}{rng.choice(DAYS)}"
    if kind < 0.5:
        return rng.choice(("", "", "来月の", "今月の")) + rng.choice(DAYS)
    if kind < 0.73:
        return rng.choice(_WEEKS) + rng.choice(WEEKDAYS) + rng.choice(("曜日", "曜"))
    if kind < 0.8:
        return f"{rng.choice(MONTHS)}{rng.choice(DAYS)}の{rng.choice(WEEKDAYS)}曜日"
    return rng.choice(_WORDS["near_days"])


def clock(rng: Random) -> str:
    """A time of day."""
    if rng.random() < 0.25:
        return rng.choice(_WORDS["day_parts"])
    part = rng.choice(("", "", "午前", "午後", "朝の", "夕方の", "お昼の"))
    return part + rng.choice(_HOURS) + rng.choice(_MINUTES) + rng.choice(_ABOUT)
