"""Whole wishes said in one breath: what for, which day, what time, with the pauses and second thoughts of a caller."""

from random import Random

from ears import words
from ears.spoken_dates import DAYS, MONTHS, WEEKDAYS, clock, date

_WORDS = words.load()
_PAUSES = (
    "、",
    "、",
    "…",
    "、えーと、",
    "…あのー、",
    "、あー、",
    "…えー…",
    "、その、",
    "…んーと、",
    "、えっとですね、",
)
_SMALL = ("", "", "は", "に", "で", "の", "なら", "だと", "とか", "か")
_RECEIVED = ("はい、", "ええ、", "そうですね、", "じゃあ、", "それでは、", "できましたら、", "できれば、", "")
_NUMBERS = ("イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュウ", "ジュウ")


def pause(rng: Random, hesitant: float) -> str:
    """What stands between two parts: nothing, or, as often as `hesitant` says, a pause or a filler."""
    return rng.choice(_PAUSES) if rng.random() < hesitant else ""


def day(rng: Random) -> str:
    """A day with something before, behind or between month and day."""
    kind = rng.random()
    if kind < 0.3:
        return f"{rng.choice(MONTHS)}の{rng.choice(DAYS)}"
    if kind < 0.4:
        return f"{rng.choice(MONTHS)}{rng.choice(DAYS)}、{rng.choice(WEEKDAYS)}曜{rng.choice(('', '日'))}"
    if kind < 0.5:
        return f"{rng.choice(('今月', '来月', '再来月', '月末', '週明け'))}の{rng.choice(DAYS)}"
    return date(rng)


def time_of_day(rng: Random) -> str:
    """A time of day, more often than elsewhere with 半 or a part of the day."""
    if rng.random() < 0.35:
        part = rng.choice(("", "午前", "午後", "朝", "昼の", "夕方"))
        return f"{part}{rng.randint(1, 12)}時{rng.choice(('半', '半', '15分', '45分', '30分', ''))}"
    return clock(rng)


def request(office: list[str], rng: Random) -> str:
    """One utterance of one to three parts. `office` are `booking_talk.office_words()`."""
    hesitant = rng.choice((0.0, 0.15, 0.3, 0.7))
    what, when, hour = rng.choice(office), day(rng), time_of_day(rng)
    end = rng.choice(_WORDS["endings"])
    start = rng.choice(_WORDS["fillers"]) if rng.random() < 0.4 else rng.choice(_RECEIVED)
    first, second = pause(rng, hesitant), pause(rng, hesitant)
    kind = rng.random()
    if kind < 0.3:
        body = f"{what}{rng.choice(('を', 'で', 'の予約を', ''))}{first}{when}{rng.choice(('の', ''))}{second}{hour}{end}"
    elif kind < 0.5:
        body = f"{when}{rng.choice(('の', '', 'は'))}{first}{hour}{rng.choice(_SMALL)}{second}{end}"
    elif kind < 0.62:
        body = f"{when}{first}{rng.choice(('に', 'で', 'の'))}{what}{second}{rng.choice(_WORDS['wishes'])}"
    elif kind < 0.72:
        body = f"{rng.choice(('', '名前は、', '私、'))}{rng.choice(_WORDS['surnames'])}{first}{rng.choice(_WORDS['given_names'])}{rng.choice(('です', 'と申します', ''))}"
    elif kind < 0.82:
        body = (
            first.join((hour, rng.choice(("", "いえ、", "じゃなくて、", "やっぱり、")) + time_of_day(rng)))
            + end
        )
    elif kind < 0.92:
        body = (
            rng.choice(_WORDS["short_answers"]) + rng.choice(("。", "、", "…")) + when + second + hour + end
        )
    else:
        body = pause(rng, 0.5).join(rng.choices(_NUMBERS, k=rng.randint(3, 8))) + rng.choice(("", "です"))
    return start + body
