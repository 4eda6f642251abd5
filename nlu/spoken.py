"""Kana -> the usual writing of dates and times, so that one grammar serves surface and reading.

「らいしゅーのかよーびのごごにじ」 -> 「来週の火曜のの午後2時」. Words that are none of these stay kana.
"""

import re
from functools import cache

from nlu import kana_numbers
from nlu.reading import Reading

_WORDS = {
    "今日": "きょう ほんじつ", "明日": "あした あす みょうにち", "明後日": "あさって みょうごにち",
    "明々後日": "しあさって みょうみょうごにち", "翌日": "よくじつ", "次の日": "つぎのひ", "翌々日": "よくよくじつ",
    "昨日": "きのう さくじつ", "先週": "せんしゅう", "先月": "せんげつ", "去年": "きょねん さくねん", "一昨日": "おととい", "今週": "こんしゅう", "来週": "らいしゅう", "再来週": "さらいしゅう",
    "今月": "こんげつ", "来月": "らいげつ", "再来月": "さらいげつ", "今年": "ことし", "来年": "らいねん",
    "月末": "げつまつ", "月初め": "つきはじめ", "週末": "しゅうまつ", "週明け": "しゅうあけ",
    "上旬": "じょうじゅん", "中旬": "ちゅうじゅん", "下旬": "げじゅん",
    "午前": "ごぜん", "午後": "ごご", "午前中": "ごぜんちゅう", "正午": "しょうご", "お昼": "おひる",
    "夕方": "ゆうがた", "朝1番": "あさいちばん あさいち", "午後1番": "ごごいちばん ごごいち", "今度の": "こんどの",
    "次の": "つぎの", "以降": "いこう", "以外": "いがい", "から": "から", "まで": "まで", "じゃなくて": "じゃなくて じゃのうて", "やなくて": "やなくて やのうて", "ではなくて": "ではなくて", "いや": "いや",
    "やっぱり": "やっぱり やっぱ", "昼から": "ひるから おひるから", "の朝": "のあさ", "の昼": "のひる のおひる", "の夜": "のよる のばん", "今ごろ": "いまごろ", "半月後": "はんつきご", "昼過ぎ": "ひるすぎ おひるすぎ",
    "1番早い": "いちばんはやい", "令和": "れいわ", "最後": "さいご", "最初": "さいしょ", "方": "ほう",
}  # fmt: skip
_PARTS = (
    ("あさ", "朝"),
    ("あさの", "朝の"),
    ("ひる", "昼"),
    ("ひるの", "昼の"),
    ("おひるの", "お昼の"),
    ("よる", "夜"),
    ("よるの", "夜の"),
)
_WEEKDAYS = {"月": "げつ", "火": "か", "水": "すい", "木": "もく", "金": "きん", "土": "ど", "日": "にち"}

# What recognizers write for these sounds; Open JTalk reads none of them back.
_SPELLINGS = {
    "朝手": "明後日", "浅手": "明後日", "麻手": "明後日", "阿佐って": "明後日", "あさて": "明後日", "朝って": "明後日",
    "10日月": "12月", "10日がつ": "12月", "八日": "8日", "四日": "4日", "二十歳": "20日", "荷馬": "2番", "辞判": "時半",
}  # fmt: skip

_MISSPELT = re.compile(r"(?<![一二三四五六七八九十百\d])(?:" + "|".join(_SPELLINGS) + ")")

_BREAKS = frozenset("、。,. ・?!~-:/")
_PARTICLES = frozenset("のにはもでがとやかをへね")
_CLINGING = ("ゃ", "ゅ", "ょ", "ー", "っ", "ん")
_LONGEST = 14


def respell(text: str) -> str:
    """Puts right what recognizers are known to write for a spoken date."""
    return _MISSPELT.sub(lambda m: _SPELLINGS[m[0]], text)


def rewrite(text: str) -> str:
    """Rewrites kana inside a written text, only where a word can begin."""
    return _rewrite(text, None)


def rewrite_reading(reading: Reading) -> str:
    """Rewrites a reading, keeping to its word boundaries where they are known."""
    return _rewrite(reading.kana, reading.bounds or None)


def _rewrite(text: str, bounds: frozenset[int] | None) -> str:
    words = _vocabulary()
    out: list[str] = []
    at, after_word = 0, True
    while at < len(text):
        found = None
        if text[at] >= "ぁ" and _may_begin(text, at, bounds, after_word):
            found = _longest(words, text, at, bounds, "".join(out[-1:]))
        if found:
            out.append(words[text[at : at + found]])
            at += found
            after_word = True
        else:
            out.append(text[at])
            after_word = False
            at += 1
    return "".join(out)


def _longest(words: dict[str, str], text: str, at: int, bounds: frozenset[int] | None, before: str) -> int:
    for size in range(min(_LONGEST, len(text) - at), 1, -1):
        word = words.get(text[at : at + size])
        if word is None or (bounds is not None and at + size not in bounds):
            continue
        if text[at + size : at + size + 1] in _CLINGING:
            continue
        # 「もくようびにじゅうじ」: offices are closed at 20:00, so this に is the particle.
        if (
            word[:2] in ("20", "21", "22", "23", "24", "25", "26", "27", "28", "29")
            and "時" in word
            and before[-1:] in ("日", "曜")
        ):
            continue
        return size
    return 0


def _may_begin(text: str, at: int, bounds: frozenset[int] | None, after_word: bool) -> bool:
    if bounds is not None:
        return at in bounds
    before = text[at - 1] if at else "、"
    return after_word or before in _BREAKS or before in _PARTICLES or not ("ぁ" <= before <= "ヿ")


@cache
def _vocabulary() -> dict[str, str]:
    words = {kana: written for written, said in _WORDS.items() for kana in said.split()}
    for written, said in _WEEKDAYS.items():
        words |= {said + "よう": written + "曜", said + "ようび": written + "曜日"}
    for n in range(1, 13):
        words |= dict.fromkeys(kana_numbers.months(n), f"{n}月")
    for n in range(1, 32):
        for said in kana_numbers.days(n):
            words |= {said: f"{n}日", said + "ご": f"{n}日後"}
    for n in range(30):  # 25時 is named so that it can be refused
        for said in kana_numbers.hours(n):
            words |= {part + said: f"{written}{n}時" for part, written in _PARTS}
            words |= {said: f"{n}時", said + "はん": f"{n}時半", said + "かんご": f"{n}時間後"}
    for n in range(1, 60):
        words |= dict.fromkeys(kana_numbers.minutes(n), f"{n}分")
        words |= {said + "まえ": f"{n}分前" for said in kana_numbers.minutes(n)}
        words |= {said + "ご": f"{n}分後" for said in kana_numbers.minutes(n)}
    for n, said in enumerate(("いっ", "に", "さん", "よん"), 1):
        words |= {said + "しゅうかんご": f"{n}週間後", said + "かげつご": f"{n}ヶ月後"}
        words |= {"だい" + short: f"第{n}" for short in kana_numbers.number(n)}
    for n in range(1, 6):
        for said in kana_numbers.number(n):
            words |= {said + "ばんめ": f"{n}番目", said + "ばん": f"{n}番"}
        words[kana_numbers.things(n) + "め"] = f"{n}つ目"
    for kana in list(words):
        words[_pronounced(kana)] = words[kana]
    return words


def _pronounced(kana: str) -> str:
    """As Open JTalk writes sounds: とおか -> とーか, げつよう -> げつよー."""
    out = ""
    for c in kana:
        last = out[-1:]
        o_row, u_row, e_row = last in _O, last in _U, last in _E
        out += (
            "ー" if (c == "う" and (o_row or u_row)) or (c == "お" and o_row) or (c == "い" and e_row) else c
        )
    return out


_O = frozenset("おこごそぞとどのほぼぽもよょろ")
_U = frozenset("うくぐすずつづぬふぶぷむゆゅる")
_E = frozenset("えけげせぜてでねへべぺめれ")
