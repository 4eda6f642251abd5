"""Which of the offered places: 「1番目」, 「最後の」, 「10時の方」."""

import re
from collections.abc import Sequence
from datetime import date, time

from nlu.found import Found
from nlu.meaning import DateSpan, Scored, T, TimeSpan
from nlu.question import Choice
from nlu.vocabulary.phrase import Phrases, either, maybe, never, within

_NTH = re.compile(
    r"(?P<n>[1-9])(?:番目|番(?!早|遅|はや|おそ)|つ目|個目|件目|つめ|ばん)|(?P<kanji>[一二三四五])(?:番(?!早|遅|はや|おそ)|つ目|つめ)|^(?P<bare>[1-9])(?:で.*|です.*|を.*|に.*)?$"
)
_FIRST = Phrases(
    ("最初 初め さいしょ", never("から")),
    "はじめの いちばん最初 いちばんうえ 前の方 前のほう 早い方 早いほう",
    ("一番 1番", "上 前"),
)
_LAST = Phrases(
    "最後 さいご おしまい いちばん最後 いちばんした",
    ("一番 1番", "後 下 遅"),
    ("後 あと 後ろ うしろ 遅い", maybe("の"), "方 ほう ほー やつ"),
)
_DAYS = (maybe("い か"), "日 ひ 曜日 週")
_MOST = "一番 1番 いちばん なるべく なるたけ できるだけ 少しでも"
_ONE = (
    maybe("時間 じかん 時刻"),
    either(
        "方 ほう ほー やつ もん とこ 分で 順番で",
        ("の と ん", "が で を に は 、 。 $ お"),
    ),
)
_SOONEST = Phrases(
    (_MOST, maybe("、"), "早 はや はよ", never(_DAYS)),
    ("早い 早か はやい はやか 早め はやめ", *_ONE),
)
_LATEST = Phrases(
    (_MOST, maybe("、"), "遅 おそ", never(_DAYS)),
    ("遅い 遅か おそい おそか 遅め おそめ", *_ONE),
)
_SIDE = "方 ほう ほー やつ 分"
_BEHIND = Phrases(("後 あと 後ろ うしろ", maybe("の"), _SIDE))
_BEFORE = Phrases(("前 まえ", maybe("の"), _SIDE))
_THAN_THESE = Phrases("もう少し もうすこし もうちょっと もうちっと もっと もちっと あと少し")
_NUMBERS = {"いち": 0, "に": 1, "にい": 1, "にー": 1, "さん": 2}
_ALONE = re.compile(r"(?P<n>いち|にい|にー|に|さん)(?:、?(?:で|を|です|に|お願い|おねがい|が).*)?[。、]?$")
_COMPARES = Phrases(
    (
        "どっち どちら どれ どの",
        never("でも"),
        within(12, stops="、。"),
        "空 あい あき 混 こん こむ 待 早 はや 近 おすすめ お勧め",
    ),
)
"""どっちが空いとりそう, of two that are named, takes none of them."""
_THAT = Phrases(
    (
        "^ 、 。 はい ええ うん じゃ じゃあ では",
        "それ そい そん そちら そっち これ",
        "で",
        maybe("も"),
        maybe("、"),
        "$ 。 お願 おねが いい 良い よい よか よろし ええ 結構 けっこう 構 かま 大丈夫 だいじょうぶ 頼 たの します しよう 決",
    )
)
_AGREES = Phrases(
    "お願い おねがい 頼 たの 結構 けっこう いい 良い よい よか ええです よろし 大丈夫 だいじょうぶ 決め きめ 取っ とっ しとっ しとい それ そい"
)
_MIDDLE = Phrases("真ん中 まんなか 真中 中の 中ほど なかほど 中程")
_CORRECTS = Phrases(
    (
        "最初 さいしょ 初め はじめ 最後 さいご 1番 2番 3番 一番 二番 三番",
        maybe("の"),
        maybe("やつ 方 ほう"),
        maybe("、"),
        "いや いえ じゃなくて じゃなく やなくて やのうて じゃのうて じゃない やない ちがう 違う 違った",
        maybe("、"),
    )
)
"""「はじめのやつ、いや次のやつ」."""
_SECOND = Phrases(("次 つぎ", "の", "やつ 方 ほう"))
_KANJI = "一二三四五"

PLAIN = 0.75
"""A day or a time from here on was named in so many words."""

UNSURE = 0.3
"""Which of two places is meant cannot be told."""

LIKELY = 0.6
"""A second reading of a day that scores so much of the first may be meant as well."""


def find_position(text: str, offered: int) -> Scored[int] | None:
    """Index among `offered` things, 0-based; None where no position is named or it does not exist."""
    if offered < 1:
        return None
    if corrected := list(_CORRECTS.every(text)):
        text = text[corrected[-1][1] :]
    if offered > 1 and _SECOND.found(text):
        return Scored(1, 0.9)
    if _LAST.found(text):
        return Scored(offered - 1, 0.92)
    if _FIRST.found(text):
        return Scored(0, 0.92)
    if _MIDDLE.found(text) and offered == 3:
        return Scored(1, 0.9)
    if m := _NTH.search(text):
        index = _KANJI.index(m["kanji"]) if m["kanji"] else int(m["n"] or m["bare"]) - 1
        if index < offered:
            return Scored(index, 0.85 if m["bare"] else 0.95)
    return None


def find_offered(text: str, choices: Sequence[Choice]) -> Scored[int] | None:
    """Index of the place that is meant by its position, or as the earliest or the latest; 「あとのほう」 is not sure where the
    last that was said is not the latest."""
    if _COMPARES.found(text) or _THAN_THESE.found(text):
        return None
    if (alone := _ALONE.match(text)) and (number := _NUMBERS[alone["n"]]) < len(choices):
        return Scored(number, 0.85)
    starts = [(choice.day, choice.start) for choice in choices]
    first, last = starts.index(min(starts)), starts.index(max(starts))
    if _LATEST.found(text):
        return Scored(last, 0.92)
    if _SOONEST.found(text):
        return Scored(first, 0.92)
    found = find_position(text, len(choices))
    if found is None:
        return None
    other = last if _BEHIND.found(text) else first if _BEFORE.found(text) else found.value
    return found if found.value == other else Scored(other, UNSURE)


def takes_that(text: str) -> bool:
    """「それで」, to several places: the first will do."""
    return _THAT.found(text)


def agrees(text: str) -> bool:
    """Whether a yes to several places takes what is offered, and does not only say that it was heard: はい、お願いします."""
    return _AGREES.found(text)


def offered_on_weekday(named: Sequence[Found[DateSpan]], choices: Sequence[Choice]) -> list[date]:
    """Offered days that fall on a weekday that was wished, each once."""
    weekdays = {weekday for one in named if not one.ruled_out for weekday in one.weekdays}
    return list(dict.fromkeys(choice.day for choice in choices if choice.day.weekday() in weekdays))


def matching_place(
    choices: Sequence[Choice], dates: Sequence[Scored[DateSpan]], times: Sequence[Scored[TimeSpan]]
) -> Scored[int] | None:
    """The one offered place that a named day and time fit; None when none or several do."""
    fits = _fitting(choices, dates, times) if dates or times else []
    return Scored(fits[0][0], max(fits[0][1], 0.85)) if len(fits) == 1 else None


def names_another(
    choices: Sequence[Choice], dates: Sequence[Scored[DateSpan]], times: Sequence[Scored[TimeSpan]]
) -> bool:
    """Whether a day or a time was named plainly, and no offered place has it."""
    plain = any(said[0].score >= PLAIN for said in (dates, times) if said)
    return plain and not _fitting(choices, dates, times)


def _fitting(
    choices: Sequence[Choice], dates: Sequence[Scored[DateSpan]], times: Sequence[Scored[TimeSpan]]
) -> list[tuple[int, float]]:
    """Indices of the places that have what was named, with their scores. What is much less likely than another reading
    that no place has (次の日の月曜, after offers of which the second is on the next day) names none."""
    fits: list[tuple[int, float]] = []
    for index, choice in enumerate(choices):
        on_day = max(
            (s.score for s in _likely(dates) if _day_fits(s.value, choice.day)),
            default=0.0 if dates else 1.0,
        )
        at_time = max(
            (s.score for s in times if _time_fits(s.value, choice.start)), default=0.0 if times else 1.0
        )
        if on_day and at_time:
            fits.append((index, min(0.95, on_day, at_time)))
    return fits


def _likely(said: Sequence[Scored[T]]) -> list[Scored[T]]:
    return [one for one in said if one.score >= LIKELY * said[0].score]


def _day_fits(span: DateSpan, day: date) -> bool:
    return span.first <= day <= span.last


def _time_fits(span: TimeSpan, start: time) -> bool:
    return span.first <= start <= span.last
