"""What callers say to a booking line, by chance from the office's own words."""

from collections.abc import Callable
from random import Random

from calendar_backend import DEMO_OFFICE, load_office
from ears import words
from ears.spoken_dates import WEEKDAYS, clock, date

_WORDS = words.load()


def _katakana(reading: str) -> str:
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in reading).replace("・", "、")


def office_words() -> list[str]:
    """Names and nicknames of the demo office's procedures and counters, as written and as read."""
    office = load_office(DEMO_OFFICE)
    pairs = [(p.name, p.reading) for p in office.procedures]
    pairs += [(c.name, c.reading) for c in office.counters]
    pairs += [(w.text, w.reading) for p in office.procedures for w in (*p.aliases, *p.bring)]
    return list(dict.fromkeys([written for written, _ in pairs] + [_katakana(read) for _, read in pairs]))


def false_start(text: str, rng: Random) -> str:
    """The beginning of the text, broken off, then the text."""
    cut = rng.randint(1, max(1, min(3, len(text) - 1)))
    return f"{text[:cut]}{rng.choice(('…', '、', '、あ、', '…えー、'))}{text}"


def correction(make: Callable[[Random], str], rng: Random) -> str:
    """One thing said, then another in its place."""
    turn = rng.choice(
        (
            "、いや、",
            "、じゃなくて、",
            "、あ、違う、",
            "、やっぱり",
            "、すみません、",
            "…いえ、",
            "、間違えました、",
        )
    )
    return f"{make(rng)}{turn}{make(rng)}"


def weekday_corrected(rng: Random) -> str:
    """火曜、いや水曜."""
    first, second = rng.sample(WEEKDAYS, 2)
    return f"{first}曜{rng.choice(('', '日'))}、{rng.choice(('いや', 'いえ', 'あ、', 'じゃなくて'))}{second}曜{rng.choice(('', '日'))}"


def name(rng: Random) -> str:
    """A caller's name, with or without what is said around it."""
    who = rng.choice(_WORDS["surnames"]) + rng.choice(("", rng.choice(_WORDS["given_names"])))
    return rng.choice(("", "", "名前は")) + who + rng.choice(("", "です", "と申します", "といいます"))


def talk(office: list[str], rng: Random) -> str:
    """One utterance. `office` are `office_words()`."""
    filler = rng.choice(_WORDS["fillers"]) if rng.random() < 0.45 else ""
    kind = rng.random()
    if kind < 0.16:
        text = f"{date(rng)}の{clock(rng)}{rng.choice(_WORDS['endings'])}"
    elif kind < 0.32:
        text = date(rng) + rng.choice(_WORDS["endings"])
    elif kind < 0.45:
        text = clock(rng) + rng.choice(_WORDS["endings"])
    elif kind < 0.64:
        text = rng.choice(office) + rng.choice(_WORDS["wishes"])
    elif kind < 0.7:
        text = rng.choice(_WORDS["short_answers"])
    elif kind < 0.76:
        text = correction(rng.choice((date, clock)), rng) + rng.choice(_WORDS["endings"])
    elif kind < 0.79:
        text = weekday_corrected(rng) + rng.choice(_WORDS["endings"])
    elif kind < 0.85:
        text = false_start(rng.choice((date(rng), clock(rng), rng.choice(office))), rng) + rng.choice(
            _WORDS["endings"]
        )
    elif kind < 0.91:
        text = name(rng)
    elif kind < 0.94:
        text = rng.choice(_WORDS["places"]) + rng.choice(
            ("です", "に住んでいます", "でお願いします", "のほうです", "")
        )
    else:
        text = f"{rng.choice(office)}を{date(rng)}の{clock(rng)}{rng.choice(_WORDS['endings'])}"
    return filler + text
