"""What simulated residents say: lines of `dialog_words.yaml` with the blanks filled, as written and as they sound."""

import random
import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path

import yaml

from prompts import numbers

_WEEKDAYS = ("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日")
_WEEKDAYS_READ = (
    *("げつようび", "かようび", "すいようび", "もくようび", "きんようび"),
    *("どようび", "にちようび"),
)
PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Words:
    """Something said."""

    text: str
    reading: str
    """Hiragana, as it sounds."""

    def __add__(self, other: "Words") -> "Words":
        return Words(self.text + other.text, self.reading + other.reading)


@cache
def _lines() -> dict[str, dict[str, list[str]]]:
    text = Path(__file__).with_name("dialog_words.yaml").read_text("utf-8")
    lines: dict[str, dict[str, list[str]]] = yaml.safe_load(text)
    return lines


def say(key: str, habit: str, rng: random.Random, **blanks: Words) -> Words:
    """One of the lines of `key`. Raises KeyError for an unknown key or a blank that is not filled."""
    habits = _lines()[key]
    text, reading = rng.choice(habits.get(habit) or habits[PLAIN]).split("|")
    return Words(
        re.sub(r"\{(\w+)\}", lambda m: blanks[m[1]].text, text),
        re.sub(r"\{(\w+)\}", lambda m: blanks[m[1]].reading, reading),
    )


def day_words(day: date, today: date, rng: random.Random) -> Words:
    """One of the ways to name a day: 12月2日, 12月2日の水曜日, 来週の水曜日, 明日."""
    month = Words(f"{day.month}月", numbers.MONTHS[day.month - 1])
    plain = month + Words(f"{day.day}日", numbers.day_of_month(day.day))
    weekday = weekday_words(day)
    ways = [plain, plain + Words("の", "の") + weekday, plain + weekday]
    if day.isocalendar()[:2] == date.fromordinal(today.toordinal() + 7).isocalendar()[:2]:
        ways.append(Words("来週の", "らいしゅうの") + weekday)
    near = {1: Words("明日", "あした"), 2: Words("あさって", "あさって")}
    if found := near.get((day - today).days):
        ways.append(found)
    return rng.choice(ways)


def weekday_words(day: date) -> Words:
    """水曜日."""
    return Words(_WEEKDAYS[day.weekday()], _WEEKDAYS_READ[day.weekday()])


def time_words(at: time, rng: random.Random) -> Words:
    """One of the ways to name a time: 午後2時半, 2時半, 14時30分."""
    half = Words("", "")
    if at.minute == 30:
        half = rng.choice([Words("半", "はん"), Words("30分", "さんじゅっぷん")])
    elif at.minute:
        half = Words(f"{at.minute}分", numbers.minute(at.minute))
    hour = at.hour if at.hour <= 12 else at.hour - 12
    noon = Words("午前", "ごぜん") if at.hour < 12 else Words("午後", "ごご")
    short = Words(f"{hour}時", numbers.hour(hour)) + half
    if at.hour == 12:
        return Words("12時", "じゅうにじ") + half
    return rng.choice(
        [noon + short, noon + short, short, Words(f"{at.hour}時", numbers.hour(at.hour)) + half]
    )


def number_words(number: int) -> Words:
    """1番."""
    return Words(f"{number}番", numbers.cardinal(number) + "ばん")
