"""How it is asked from when until when the counters are open."""

from nlu.vocabulary.asking import WHETHER
from nlu.vocabulary.phrase import Phrases, either, maybe, several, within
from nlu.vocabulary.wards import CITY_HALL

_CLOCK = "時 半 分 じ はん"
_OPENS = "開い 開く 開き やっていま やってる やってま やっとる やっとり やりよ 始ま はじま"
_SO = either(WHETHER, "よね でしょ やろ っけ かしら")

_NAMED = (
    (_CLOCK, "から", maybe("、 もう しか"), _OPENS, within(8, stops="、。"), _SO),
    (_CLOCK, "から", "じゃ では でわ や", "な", within(6, stops="、。"), _SO),
    (
        f"{CITY_HALL} 窓口 まどぐち 受付 うけつけ そちら",
        "は わ って",
        within(8, stops="、。"),
        _CLOCK,
        "から まで",
        within(4, stops="、。"),
        _SO,
    ),
    (
        _OPENS,
        within(3, stops="、。"),
        "の と",
        "は わ",
        within(8, stops="、。"),
        _CLOCK,
        "から まで",
        within(4, stops="、。"),
        _SO,
    ),
)
HOURS_NAMED = Phrases(*_NAMED)
"""The hour that stands in such a question is none of the visit: 8時半から開いとるんですか、9時からやないんですか."""

HOURS = Phrases(
    *_NAMED,
    ("何時 なんじ 何じ", "まで から に開 にあ に閉 にし"),
    (
        "一番 1番 いちばん",
        maybe("、"),
        "遅い おそい",
        "時間 じかん 枠 の と",
        within(4, stops="。"),
        "何時 なんじ いつ ?",
    ),
    ("営業 開庁 受付 窓口の 窓口 受け付け", "時間 じかん"),
    ("いつ", "に まで から", within(4), "開 閉 空 あい やって"),
    (
        "昼の休み ひるのやすみ 昼休み ひるやすみ お昼休み 昼も ひるも お昼も おひるも 昼は ひるは お昼は おひるは 昼の間 昼の時間",
        within(12, stops="、。"),
        either("です でしょ やろ", "閉 しま 開 あい やっ 休 やす あり ある 受け"),
        within(6, stops="、。"),
        either(WHETHER, "かいの"),
        several("の ー な ね え ?"),
        "$ 。",
    ),
    ("えいぎょう えーぎょー かいちょう かいちょー うけつけ", "じかん"),
)
