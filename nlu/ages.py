"""How old somebody is: 母は82です, 82になる母, はちじゅうになります."""

import re

from nlu.kana_numbers import number
from nlu.normalize import kanji_number
from nlu.vocabulary.inflection import as_pronounced
from nlu.vocabulary.phrase import Phrases, either, maybe, never

_OLDEST = 110
_WRITTEN = re.compile(
    r"(?<![\d一二三四五六七八九十])(?P<n>\d{2,3}|[二三四五六七八九]十[一二三四五六七八九]?)"
)
_KANA = {form: n for n in range(60, 100) for said in number(n) for form in (said, as_pronounced(said))}
_SPOKEN = re.compile(f"(?P<n>{'|'.join(sorted(_KANA, key=len, reverse=True))})")
_PAST = either((maybe("を お"), "過ぎ すぎ 超え こえ"), ("より", "上 うえ"), "以上 やった だった")
_BELOW = never(("より", "下 した 若 わか"), "未満 みまん 以下")
_YEARS = Phrases(("歳 才 さい", _BELOW), "になる になり になっ 代 だい", _PAST)
_ALONE = Phrases(
    ("歳 才 さい", _BELOW),
    "です で、 で。 なる なり なっ になる になり になっ やけ じゃ やが や、 や。 代 だい 、 。 $",
    _PAST,
)


def find_age(text: str, kana: str, *, asked: bool) -> int | None:
    """In years, 60 and more in kana. `text`: normalized; `kana`: its reading; `asked`: whose procedure it is was asked, so that a
    number alone is one."""
    behind = _ALONE if asked else _YEARS
    for said, numbers in ((text, _WRITTEN), (kana, _SPOKEN)):
        for found in numbers.finditer(said):
            if behind.ends(said, found.end()):
                age = _value(found["n"])
                if age is not None and age <= _OLDEST:
                    return age
    return None


def _value(said: str) -> int | None:
    if said.isdigit():
        return int(said)
    return _KANA[said] if said in _KANA else kanji_number(said)
