"""Words of times: halves and parts of the day, and what bounds a time."""

from nlu.vocabulary.word import Word, words

HALVES = {
    "am": "午前=ごぜん 今朝 早朝 明け方 未明 朝=あさ",
    "pm": "午後=ごご 五後 語後",
    "noon": "昼 お昼=おひる ひる",
    "evening": "夕方=ゆうがた 夕刻",
    "night": "夜 晩 深夜 真夜中 夜中 よる ばん",
}
"""Which half of the day a clock time is in; a morning hour has no 13."""

PARTS = {
    "forenoon": "昼前 お昼前 昼の前 お昼の前 ひるまえ おひるまえ 昼までに 昼まで お昼までに お昼まで",
    "morning": "午前中=ごぜんちゅう 午前のうち 午前の間 午前 ごぜん 朝のうち あさのうち 朝方 あさがた",
    "am": "朝 あさ 朝っぱら",
    "first": "朝1番 朝一番=あさいちばん 朝いちばん 朝いち 朝イチ 朝一 朝1 朝の1番 朝の一番 朝のいちばん 朝の最初 朝最初 あさいち 朝一ばん 開庁すぐ 開庁直後 開庁時間すぐ 開庁と同時"
    " 開いてすぐ 開いたらすぐ 開くのと同時 開くと同時 あくのと同時 あくと同時 あくのとどうじ あくとどうじ 開いたとき 開くとき 開くころ 開く時間 開く時刻 開いた直後 開いて直後 あいてすぐ ひらいてすぐ あいたらすぐ 開いたすぐ",
    "early": "午後1番 午後一番=ごごいちばん 午後いちばん 午後いち 午後イチ 午後一 午後い 午後1 ごごいち 午後の1番 午後の一番 午後のいちばん 昼1番 昼一番 昼いちばん 昼いち 昼イチ 昼一 昼1 ひるいち ひるいちばん お昼一番 お昼いち お昼イチ",
    "lunch": "昼過ぎ お昼過ぎ=おひるすぎ 昼すぎ お昼すぎ ひるすぎ 昼から お昼から ひるから おひるから 午後の初め 昼の初め",
    "rest": "昼休み お昼休み ひるやすみ おひるやすみ",
    "noon": "お昼 おひる 昼 ひる お昼時",
    "evening": "夕方 ゆうがた 夕刻 閉まる前 閉まるぎりぎり 閉まるまぎわ 閉まる間際 閉庁前 閉庁間際",
    "afternoon": "午後 ごご 五後 語後 昼以降 お昼以降",
    "night": "夜 晩 よる",
    "dawn": "早朝 明け方 未明",
    "deep": "深夜 真夜中 夜中",
}
_LUNCH = "お昼 おひる 昼 ひる 昼飯 昼めし お昼めし ひるめし 昼ご飯 昼ごはん ひるごはん お昼ご飯 お昼ごはん おひるごはん 昼食 ちゅうしょく"
_EATEN = "いただいて 頂いて 終えて おえて 食べて たべて 食うて 食って くうて くって 済ませて すませて 済まして すまして とって 済んで すんで 終わって おわって"
_HAS_EATEN = "いただいた 頂いた 終えた おえた 食べた たべた 食うた 食った くうた くった 済ませた すませた 済んだ すんだ 終わった おわった とった"
_AFTER_LUNCH = [
    *(f"{meal}{of}{eaten}から" for meal in _LUNCH.split() for of in ("を", "ば", "が", "") for eaten in _EATEN.split()),
    *(f"{meal}{of}{eaten}{after}" for meal in _LUNCH.split() for of in ("を", "ば", "が", "") for eaten in _HAS_EATEN.split() for after in ("あと", "後", "ら")),
    *(f"{meal}{after}" for meal in _LUNCH.split() if meal.endswith(("飯", "し", "食", "ん", "く")) for after in ("のあと", "の後", "後")),
]  # fmt: skip
"""お昼を食べてから, 昼飯のあと."""

_NEVER = {
    "am": (*tuple("食日顔刊鮮型市礼露霞倉"), "ごはん", "ご飯", "ドラ", "どら", "手", "って"),
    "night": (*tuple("間勤景食行わ"), "けん", "ばい", "つもり"),
    "noon": ("前", "過", "す", "以降", "休", "寝", "食", "を食", "ば食", "ご飯", "間", "ドラ", "ね"),
    "first": ("時", "じ", "番", "ばん"),
    "early": ("時", "じ", "番", "ばん", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
    "forenoon": ("後",),
    "lunch": (),
}
"""What makes another word of it: 朝食, 昼寝."""


TONIGHT = "今夜 今晩 こんや こんばん"
SAME, TIME = "同じ おなじ おんなじ 元の もとの", "時間 じかん 時刻 お時間 おじかん"
KEPT = "そのまま そのまんま 同じ おなじ おんなじ おなし 今まで通り 今までどおり いままでどおり これまでどおり 変わらず かわらず 変えんと かえんと 一緒 いっしょ 変えず 変えない 変えんで かえず かえない かえんで"
"""「同じ時間」, 「時間はそのまま」."""


def time_words() -> list[Word]:
    """All of them."""
    out: list[Word] = []
    for half, forms in HALVES.items():
        out += words("Half", half, forms, never=("中",) if half == "am" else ())
    for part, forms in PARTS.items():
        out += words("Part", part, forms, never=_NEVER.get(part, ()))
    out += words("Part", "lunch", _AFTER_LUNCH)
    out += words("Noon", None, "正午=しょうご")
    out += words("AmPm", "am", "am a.m. a.m", never=tuple("abcdefghijklmnopqrstuvwxyz")) + words(
        "AmPm", "pm", "pm p.m. p.m", never=tuple("abcdefghijklmnopqrstuvwxyz")
    )
    out += words("HalfOfDay", (0, "night"), TONIGHT, never=("は、", "わ"))
    out += words("HalfOfDay", (1, "night"), "明晩") + words("HalfOfDay", (1, "am"), "明朝")
    out += words("HalfHour", 30, "半=はん", never=("年", "月", "分", "額", "日", "々"))
    out += words("Exactly", None, "ちょうど= きっかり ぴったり ジャスト")
    out += words("MinutesBefore", None, "前=まえ", never=("後", "半"))
    out += words("MinutesPast", None, "過ぎ すぎ")
    out += words("HourAround", None, "台 代 だい")
    out += words("Around", None, "ごろ= ころ 頃 くらい ぐらい= 前後 あたり 辺り 近く 付近")
    out += words("Roughly", None, "ごろ ころ 頃 くらい ぐらい")
    out += words("Shortly", None, "ちょっと 少し すこし ちょい")
    out += words(
        "After",
        None,
        "以降=いこう 以後 過ぎ=すぎ より後 から後 からあと より遅い より遅く より遅 を回っ 回っ を過ぎ より後ろ よりあと",
    )
    out += words("Ahead", None, "前 まえ", never=("後", "半"))
    out += words("PastIt", None, "過ぎ すぎ 後 あと を回 過ぎた")
    out += words("Until", False, "までに まで= までには 以前 いぜん") + words(
        "Until",
        True,
        "に入る前 になる前 に入るまえ になるまえ にはいるまえ にはいる前 に入らんうち にならんうち より前 より早い より早く より早 前まで よりまえ より手前 よりも前 の前まで",
    )
    out += words("To", True, "から= ~ 〜 - - 以降")
    out += words(
        "ToClosing",
        None,
        "から閉庁まで から閉まるまで から終わりまで から最後まで から閉庁時間まで から閉庁の時間まで から閉まる時間まで",
    )
    out += words("FromOpening", None, "開庁 開庁時間 開庁の時間")
    out += words(
        "Later",
        None,
        "後=ご のち あと 先 したら 経ったら たったら 経ってから たってから 経過後 経過したら さき",
        never=("半", "の予", "れ", "前"),
    )
    out += words(
        "End",
        "soon",
        "早い 早め はやい はやめ 前半 初め 早い時間 早めの時間 早いうち 早い方 早いほう はやいじかん はやめのじかん 早うち 早めのほう 早い時刻",
    )
    out += words(
        "End",
        "late",
        "遅い 遅め おそい おそめ 後半 終わり 遅い時間 遅めの時間 遅いうち 遅い方 遅いほう おそいじかん おそめのじかん",
    )
    out += words("SameTime", None, [f"{same}{time}" for same in SAME.split() for time in TIME.split()])
    out += words(
        "SameTime",
        None,
        [f"{time}{of}{kept}" for time in TIME.split() for of in "はわも" for kept in KEPT.split()],
    )
    late = "言い 言う 言わ いいだ いうて になって になりま 気づ 気が きづ きが 思い出 おもいだ 電話 でんわ すみま すいま 申し訳 もうしわけ ごめん"
    out += words("Now", None, "今ごろ 今頃 今くらい 今ぐらい いまごろ 今ごろの時間", never=late.split())
    out += words("TimeNow", None, "今の時間 いまの時間 いまのじかん 今の時刻")
    out += words("FromNow", None, "今から これから いまから 今後 向こう ここ")
    return out
