"""Words said alone: numbers, counters, digits, everyday words, and words that no one has ever said."""

from random import Random

from ears import words
from ears.spoken_dates import clock, date

_WORDS = words.load()
_MORAS = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワガギグゲゴザジズゼゾダデドバビブベボパピプペポ"


def number(rng: Random) -> str:
    """A count, a price, a year or an age."""
    value = rng.choice(
        (rng.randint(1, 10), rng.randint(1, 10), rng.randint(11, 99), rng.randint(100, 30_000))
    )
    return f"{value}{rng.choice(('', rng.choice(_WORDS['counters']), rng.choice(_WORDS['counters'])))}"


def digits(rng: Random) -> str:
    """Digits one by one, in groups as a telephone number is said."""
    groups = [rng.choices(_WORDS["digits"], k=rng.randint(2, 4)) for _ in range(rng.choice((1, 1, 2, 3)))]
    between = rng.choice(("、", "ノ、", "…"))
    return between.join("".join(group) for group in groups) + rng.choice(("", "", "です"))


def birthday(rng: Random) -> str:
    """A date of birth."""
    era = rng.choice(
        (f"昭和{rng.randint(1, 63)}年", f"平成{rng.randint(1, 30)}年", f"{rng.randint(1935, 2005)}年")
    )
    return f"{era}{rng.randint(1, 12)}月{rng.randint(1, 31)}日{rng.choice(('', '生まれです', 'です'))}"


def nonsense(rng: Random) -> str:
    """Two to six moras that make no word: every sound after every other."""
    moras: list[str] = []
    for place in range(rng.randint(2, 6)):
        kind = rng.random()
        if place and kind < 0.08 and moras[-1] not in "ッンー":
            moras.append("ー")
        elif place and kind < 0.16 and moras[-1] not in "ッンー":
            moras.append("ン")
        elif kind < 0.4:
            moras.append(rng.choice(_WORDS["syllables"]))
        else:
            moras.append(rng.choice(_MORAS))
        if kind > 0.93 and place < 3:
            moras.append("ッ" + rng.choice("カキクケコサシスセソタチツテトパピプペポ"))
    return "".join(moras)


def everyday(rng: Random) -> str:
    """A count or an everyday word."""
    return number(rng) if rng.random() < 0.4 else rng.choice(_WORDS["words"])


def word(office: list[str], rng: Random) -> str:
    """One short thing said alone."""
    kind = rng.random()
    if kind < 0.2:
        return number(rng)
    if kind < 0.32:
        return digits(rng)
    if kind < 0.37:
        return birthday(rng)
    if kind < 0.52:
        return rng.choice(_WORDS["words"])
    if kind < 0.6:
        return rng.choice(_WORDS["short_answers"])
    if kind < 0.68:
        return date(rng)
    if kind < 0.74:
        return clock(rng)
    if kind < 0.8:
        return rng.choice(office)
    if kind < 0.85:
        return rng.choice((rng.choice(_WORDS["surnames"]), rng.choice(_WORDS["places"])))
    return nonsense(rng)
