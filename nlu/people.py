"""How many are coming: 「二人で」, 「3名です」, 「私と主人です」."""

import re

from nlu.meaning import Scored
from nlu.normalize import kanji_number
from nlu.vocabulary.phrase import Phrases, behind, maybe, never, within

SURE, UNASKED, WORKED_OUT = 0.92, 0.8, 0.7

_KANJI = "一二三四五六七八九十"
_WRITTEN = re.compile(
    rf"(?<![\d{_KANJI}第])(?P<n>\d{{1,2}}|[{_KANJI}]{{1,3}})(?:人|名)(?:様|さま)?(?!目|家族|暮|前|間|称|分の|とも)"
)
_SAID = {
    "ひとり": 1, "ふたり": 2, "さんにん": 3, "よにん": 4, "よったり": 4, "ごにん": 5, "ろくにん": 6, "しちにん": 7, "ななにん": 7, "はちにん": 8, "くにん": 9, "きゅうにん": 9,
    "じゅうにん": 10, "いちめい": 1, "にめい": 2, "さんめい": 3, "よんめい": 4, "ごめい": 5, "ろくめい": 6, "ななめい": 7, "はちめい": 8, "じぶんだけ": 1, "わたしだけ": 1, "ぼくだけ": 1,
}  # fmt: skip
_HEARD = Phrases((behind("^ 、 の は わ が と で に お かぞく おとな ぜんぶで"), " ".join(_SAID)))
_I = "私 わたし 自分 僕 本人"
_ALONE = Phrases((f"{_I} 俺 うち", "だけ のみ 1人 一人 ひとり"), "単独", ("^ 、 。", "本人です"))
_WITH_ME = Phrases((_I, "と 、"))
_ONE_MORE = Phrases(
    (
        _I,
        "と 、",
        "主人 夫 旦那 妻 家内 嫁 母 父 じいさん ばあさん おじいさん おばあさん 娘 息子 孫 姉 妹 兄 弟 友達 付き添い 介護 子 子供 子ども 赤ちゃん",
        never((within(300), "と 、", within(300), "で す")),
    )
)
_COUPLE = Phrases("夫婦で 夫婦です", ("夫婦 親子", "二人 2人"))
_COMING = Phrases(
    (maybe("、 。"), "で", never("引っ越 引越 ひっこ 住 すん 暮 くら")),
    (maybe("、 。"), "です が 分 ぶん お願い おねがい 行き いき 伺 うかが になり 参り $"),
)
_OTHERS = Phrases(
    ("子ども 子供 家族 娘 息子 孫 兄弟 きょうだい 親 うち", maybe("が は も"), maybe("、"), "$")
)
_BARE = re.compile(r"(?P<n>\d{1,2})(?:です|で|ね|、|。|お願いします)*")


def find_people(text: str, kana: str, *, asked: bool) -> Scored[int] | None:
    """`text`: normalized; `kana`: its reading. Unasked, only 「二人で行きます」 and the like."""
    if _ALONE.found(text):
        return Scored(1, SURE if asked else UNASKED)
    found = [m for m in _WRITTEN.finditer(text) if asked or _counts(text, m)]
    if found:
        last = found[-1]
        said = int(last["n"]) if last["n"].isdigit() else kanji_number(last["n"])
        if _WITH_ME.found(text[: last.start()]):
            return Scored(said + 1, WORKED_OUT)
        return Scored(said, SURE if asked else UNASKED) if said else None
    if _COUPLE.found(text) or (asked and _ONE_MORE.found(text)):
        return Scored(2, WORKED_OUT)
    return _heard(text, kana) if asked else None


def _counts(text: str, m: re.Match[str]) -> bool:
    return bool(_COMING.ends(text, m.end())) and not _OTHERS.found(text[: m.start()])


def _heard(text: str, kana: str) -> Scored[int] | None:
    if bare := _BARE.fullmatch(text):
        return Scored(int(bare["n"]), UNASKED) if int(bare["n"]) else None
    counts = [_SAID[kana[start:end]] for start, end in _HEARD.every(kana)]
    return Scored(counts[-1], UNASKED) if counts else None
