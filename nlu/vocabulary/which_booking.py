"""Which of several bookings that stand is meant: by their order, by a day, 「年金のほう」."""

from nlu.vocabulary.bookings import NOUN
from nlu.vocabulary.phrase import Phrases, ahead, behind, either, maybe, never, never_behind, several, within
from nlu.vocabulary.requests import CANCEL

_ENDS = "の を お ば だけ は わ で 、 $ が です や けど"
_ONE = (maybe("の ん"), "方 ほう ほー 分 ぶん 予約 よやく やつ", _ENDS)
_BARE = ("の ん", "を ば だけ は で 、 $ です や")
_SAID = ("言 い 聞 き", "った うた いた わ")
EARLIEST = Phrases(
    "前者 ぜんしゃ",
    ("先 さき", "に", "来る くる ある 行く いく", *_ONE),
    ("先 さき", "に", *_SAID, maybe("れた"), *_ONE),
    ("早い はやい 早か 先 さき", maybe("日 ひ 時間 じかん"), *_ONE),
    ("前 まえ", maybe("の"), "方 ほう ほー", _ENDS),
    ("最初 さいしょ 初め はじめ 一つ目 1つ目 ひとつめ", either(_ONE, _BARE)),
)
LATEST = Phrases(
    ("後者", never("席")),
    ("後 あと", "に から", "来る くる ある 行く いく", *_ONE),
    (never_behind("午 直"), "遅い おそい 遅か 後 あと", maybe("日 ひ 時間 じかん"), *_ONE),
    ("後 あと", "に から", *_SAID, *_ONE),
    ("最後 さいご 一番後 いちばんあと", either(_ONE, _BARE)),
)
MIDDLE = Phrases(("真ん中 まんなか", either(_ONE, _BARE)))
"""Which of several, by their order."""

THE_ONE_OF = Phrases((behind("か 日 曜 時 じ び"), "んと", ahead("$ 。 、 を ば で や たい ばい は が")))
"""「ふつかんと」: of several bookings that of the second."""

LEADS = Phrases(
    (
        several(
            "あの えっと えー えーと うんと その はい うん あ ああ ほんなら そしたら じゃー じゃあ じゃ なら やっぱり やっぱ もう"
        ),
    )
)
"""Before the name of one of them."""

NAMED_ALONE = Phrases(
    (
        maybe("の", "が"),
        maybe("やつ ぶん ほー ほう と よやく"),
        maybe("だけ"),
        maybe("を ば"),
        maybe("です だ や やね ですね たい ばい よ"),
        either("$", CANCEL),
    ),
    "は わ",
)
"""Behind it, where hardly anything else is said: でんしば取り消して."""

ONE_OF_THEM = ("方", "ほう", "分", "ぶん", "ひとつ", "一つ", "1つ")
"""How one of several bookings ends: 年金のほうを, 8日の分を."""

_IT = either(
    "、",
    ("を ば", maybe("、 ね、")),
    ("は わ が", maybe("、")),
    (
        "やけど だけど ですけど ですが なんですけど なんですが やけんど んやけど んですけど んですが けど",
        maybe("、"),
    ),
)
PLACE_OF_IT = Phrases(
    (
        "に で の",
        maybe((NOUN, maybe("を ば が"))),
        either(
            "取っ とっ 入れ いれ 入っ はいっ 頼ん たのん しと してい して して もらっ もろう",
            (behind(NOUN), "し"),
        ),
        within(8, stops="、。をば"),
        "の と 分 ぶん やつ 予約 よやく ん",
        _IT,
    ),
    ("の", f"{NOUN} 分 ぶん やつ ほう 方", maybe("の日 の時間"), _IT),
)
"""Behind the day and the time at which it stands, before where it is to go: 金曜の10時に取っとるのを、."""
