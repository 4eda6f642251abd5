"""How many are coming: 「二人で」, 「3名です」, 「私と主人です」."""

import re

from nlu.meaning import Scored
from nlu.normalize import kanji_number

SURE, UNASKED, WORKED_OUT = 0.92, 0.8, 0.7

_KANJI = "一二三四五六七八九十"
_WRITTEN = re.compile(
    rf"(?<![\d{_KANJI}第])(?P<n>\d{{1,2}}|[{_KANJI}]{{1,3}})(?:人|名)(?:様|さま)?(?!目|家族|暮|前|間|称|分の|とも)"
)
_SAID = {
    "ひとり": 1, "ふたり": 2, "さんにん": 3, "よにん": 4, "よったり": 4, "ごにん": 5, "ろくにん": 6, "しちにん": 7, "ななにん": 7, "はちにん": 8, "くにん": 9, "きゅうにん": 9,
    "じゅうにん": 10, "いちめい": 1, "にめい": 2, "さんめい": 3, "よんめい": 4, "ごめい": 5, "ろくめい": 6, "ななめい": 7, "はちめい": 8, "じぶんだけ": 1, "わたしだけ": 1, "ぼくだけ": 1,
}  # fmt: skip
_HEARD = re.compile("(?:^|[、のはわがとでにお]|かぞく|おとな|ぜんぶで)(" + "|".join(_SAID) + ")")
_ALONE = re.compile(
    r"(?:私|わたし|自分|僕|俺|うち|本人)(?:だけ|のみ|1人|一人|ひとり)|単独|(?:^|[、。])本人です"
)
_WITH_ME = re.compile(r"(?:私|わたし|僕|自分|本人)(?:と|、)")
_ONE_MORE = re.compile(
    r"(?:私|わたし|僕|自分|本人)(?:と|、)(?:主人|夫|旦那|妻|家内|嫁|母|父|お?じいさん|お?ばあさん|娘|息子|孫|姉|妹|兄|弟|友達|付き添い|介護|子供?|子ども|赤ちゃん)(?!.*(?:と|、).*[です])"
)
_COUPLE = re.compile(r"夫婦(?:で|です|二人|2人)|親子(?:二人|2人)")
_COMING = re.compile(r"[、。]?(?:で|です|が|分|ぶん|お願い|おねがい|行き|いき|伺|うかが|になり|参り|$)")
_OTHERS = re.compile(r"(?:子ども|子供|家族|娘|息子|孫|兄弟|きょうだい|親|うち)[がはも]?[、]?$")
_BARE = re.compile(r"(?P<n>\d{1,2})(?:です|で|ね|、|。|お願いします)*")


def find_people(text: str, kana: str, *, asked: bool) -> Scored[int] | None:
    """`text`: normalized; `kana`: its reading. Unasked, only 「二人で行きます」 and the like."""
    if _ALONE.search(text):
        return Scored(1, SURE if asked else UNASKED)
    found = [m for m in _WRITTEN.finditer(text) if asked or _counts(text, m)]
    if found:
        last = found[-1]
        said = int(last["n"]) if last["n"].isdigit() else kanji_number(last["n"])
        if _WITH_ME.search(text, 0, last.start()):
            return Scored(said + 1, WORKED_OUT)
        return Scored(said, SURE if asked else UNASKED) if said else None
    if _COUPLE.search(text) or (asked and _ONE_MORE.search(text)):
        return Scored(2, WORKED_OUT)
    return _heard(text, kana) if asked else None


def _counts(text: str, m: re.Match[str]) -> bool:
    return _COMING.match(text, m.end()) is not None and _OTHERS.search(text, 0, m.start()) is None


def _heard(text: str, kana: str) -> Scored[int] | None:
    if bare := _BARE.fullmatch(text):
        return Scored(int(bare["n"]), UNASKED) if int(bare["n"]) else None
    counts = [_SAID[m[1]] for m in _HEARD.finditer(kana)]
    return Scored(counts[-1], UNASKED) if counts else None
