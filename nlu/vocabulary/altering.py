"""What is said, asked what of a read-back is to be another: that it may stand, that all is to be another, a ward, whose it is.

Written and as the kana that a recognizer writes.
"""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, never_behind, within
from nlu.vocabulary.wards import WARDS

_NO = "いいえ いえ いや ちがう 違う"
_SAID = "言 い ゆ"
_THAT = "それ これ さっきの いまの 今の"
_QUOTES = maybe("っち って ち と ちゅうて 、")
_NO_QUESTION = never((within(8, stops="。、"), "か ?"))
STANDS = Phrases(
    (
        _NO,
        _QUOTES,
        within(2, stops="。"),
        either((_SAID, "うた うとった った いました いまし うて うてし うたん ったん"), ("口 くち", "が")),
    ),
    ("はい", _QUOTES, _SAID, "うつもり うたつもり ったつもり うたん ったん いたかっ"),
    ("合っと あっと 合って あって", "った っとる った る い ま り ます とる", never("か な")),
    (
        "違わん 違いませ 違ってな 違うとらん 違っとら 間違いな 間違って ちがわん ちごうとらん",
        maybe("ん い"),
        never("か ? と"),
    ),
    (
        _THAT,
        "で",
        maybe("、"),
        either(("いい よか ええ 結構 けっこう 大丈夫 だいじょうぶ", _NO_QUESTION), "取っ とっ お願い おねがい 頼"),
    ),
    ("そのまま そのまんま このまま 元のまま もとのまま", maybe("で"), never("、変 変 か ず")),
    ("何も なんも なにも どこも どれも", maybe("、"), within(4, stops="。、"), "変え かえ 違 ちが", "ん な ま わ い"),
)  # fmt: skip
"""Nothing is to be another: 違うの違うの、それでいいんです; いいえって言うたのは娘に言うたんよ."""

EVERYTHING = Phrases(
    ("全部 ぜんぶ 何もかも なんもかも みんな 全て すべて", never("で 揃 そろ 取 と")),
    ("日にち ひにち 日", "も", within(4, stops="。"), "時間 じかん", "も"),
    ("時間 じかん", "も", within(4, stops="。"), "日にち ひにち 日", "も"),
    ("両方 りょうほう どっちも どちらも", never("お願 取 と")),
)
"""Day and time are to be others."""

_WARD_ENDS = either(
    ("の", "ほう 方 窓口 まどぐち"),
    ("や じゃ では で", maybe("は"), "な いけ だめ"),
    ("に で", "行 い して し お願い おねがい 変え かえ"),
)
_SOUTH = Phrases(("南 みなみ", maybe("の"), "区 区役所 役所 くやくしょ やくしょ ほう 方", never("口")))
WARD_MEANT = [
    *((f"{name}区", Phrases((f"{name} {sound}", _WARD_ENDS))) for name, sound in WARDS),
    ("小倉南区", _SOUTH),
]
"""A ward named without 区, where one is chosen: 小倉南のほうが近い; the only one in the south."""

_KIN = "母 はは 父 ちち 主人 しゅじん 夫 おっと 妻 つま 家内 かない 息子 むすこ 娘 むすめ 祖母 祖父 おふくろ おやじ 嫁 よめ"
FOR_ANOTHER = Phrases(
    (never_behind("祖 義 叔 伯"), _KIN, maybe("さん"), "の", within(14, stops="。"), "なん です だ やけ やけん なの", within(24, stops="。"), "何か なんか なにか 大丈夫 だいじょうぶ 構 かま かかわ 関わ 変わ いい よか", within(10, stops="。"), "か ? の と"),
)  # fmt: skip
"""わたしのじゃなくて、母の住民票なんですけど、何か変わりますか"""

EACH = Phrases(
    (
        "2人分 二人分 ふたりぶん 2人ぶん 三人分 3人分 さんにんぶん 夫婦分 みんなの分 家族分",
        within(24, stops="。"),
        "か ? かね かどうか と? とね 気にな きにな",
    ),
)
"""二人分お願いできるんでしょうか"""
