"""Words that lean on what was said before: 「印鑑証明も」, 「ほんとに要るのは戸籍やった」."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, never_behind, within

_TOO = Phrases(
    "それと それから 一緒 いっしょ ついで",
    (never_behind("その そん の た"), "あと", never("の に で")),
    (never_behind("けれど けど"), "も", "お願い おねがい です したい 取 と、 、 。 $"),
    (
        "も",
        "いる いります いると いっと 要る 要り 要ると ほしい ほしか 欲し 必要 頼みます 頼む たのむ たのみ 入れて いれて 足して くっつけ 付けて つけて",
        never("か？ か?"),
    ),
    (
        never_behind("時間 じかん 時刻 日 日にち ひにち 曜日 場所"),
        "も",
        maybe("、"),
        "その日 そのひ 同じ日 おなじひ おんなじ日 おんなじひ 一緒の日 いっしょのひ 続けて つづけて",
    ),
    (never_behind("は わ"), "もう一つ もうひとつ もひとつ もーひとつ もいっちょ"),
    (
        "くっつけ つけ足 付け足 つけ加え 付け加え つけくわえ 足し たし 追加 ついか 加え くわえ 入れ込 抱き合わせ",
        "て し も た を で",
    ),
    (
        "も",
        maybe("、"),
        "お願い おねがい 頼み たのみ 一緒に いっしょに したい したか して しとき しとこ しておき しておこ やりたい 取り とり 取っ とっ やっ 済ませ すませ 申し込み もうしこみ もらいた もらっとき もろうとき",
    ),
)

_APART = Phrases(
    ("別の べつの ほかの 他の 違う ちがう 別ん ほかん", "日 ひ 時間 じかん 曜日 週", "に で"),
)

_WHEN = (
    "時間 じかん 時刻 時 じ 分 ふん ぷん 半 はん ごろ 頃 ころ くらい ぐらい 日 ひ び にち 曜 よう よー 曜日 火 水 木 金 週 しゅう しゅー 月 がつ 年 午前 午後 ごご ごぜん 朝 あさ"
    " 昼 ひる 夕方 ゆうがた 夕 うち 前 まえ あと 後 翌日 ふつか みっか よっか いつか むいか なのか ようか ここのか とおか はつか ほか 別 べつ 先 さき いつ どこ か から"
)
"""Of another day or time, not of another procedure: 同じ時間に変えて."""

_MISTAKEN = Phrases(
    (
        "ほんとは 本当は ほんとに 本当に ほんとう ほんなこつ 実は じつは 要るのは いるのは 要るとは いるとは 必要なのは 欲しいのは ほしいのは ほしかった 欲しかった",
        within(24, stops="。"),
        either("やった だった でした なんです やん とです です のほう の方", "がいる が要る が必要"),
    ),
    ("間違 まちが", within(10, stops="。"), "予約 取っ とっ 頼 入れ た て"),
    (
        "って と ち",
        maybe("、"),
        either(
            ("書い かい", "て", maybe("い"), "あ ま る"),
            ("書 か", "いとっ いとり いちゃ"),
            ("言わ いわ", "れ"),
        ),
        never("ら"),
    ),
    (
        never_behind(_WHEN),
        "に へ",
        maybe("、"),
        maybe("用件を 用事を 内容を 中身を"),
        "変え 替え 換え かえ 変更 差し替え さしかえ",
        "て し た の を お",
    ),
    ("の", "ほう 方", "やった だった でした やん"),
)


def mistaken(text: str) -> bool:
    """Whether what is named is meant in the place of what was booked."""
    return _MISTAKEN.found(text)


def one_more(text: str) -> bool:
    """Whether what is named comes on top of what was named before, and does not take its place; not on another day."""
    return _TOO.found(text) and not _APART.found(text)
