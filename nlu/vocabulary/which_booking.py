"""Which of several bookings that stand is meant: by their order, by a day, 「年金のほう」."""

from nlu.vocabulary.phrase import Phrases, ahead, behind, either, maybe, never, never_behind

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

ONE_OF_THEM = ("方", "ほう", "分", "ぶん", "ひとつ", "一つ", "1つ")
"""How one of several bookings ends: 年金のほうを, 8日の分を."""
