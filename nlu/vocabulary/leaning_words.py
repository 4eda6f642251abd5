"""Words that lean on what was said before: 「印鑑証明も」, 「ほんとに要るのは戸籍やった」."""

from nlu.vocabulary.days import ANOTHER
from nlu.vocabulary.phrase import Phrases, either, maybe, never, never_behind, within

TOO = Phrases(
    "それと それから ついで",
    ("一緒 いっしょ", never(("に", "暮ら くら 住 すむ すみ 生活"))),
    (never_behind("その そん の た"), "あと", never("の に で")),
    (never_behind("けれど けど"), "も", "お願い おねがい です したい 取 と、 、 。 $"),
    (
        "も",
        "いる いります いると いっと 要る 要り 要ると ほしい ほしか 欲し 必要 頼みます 頼む たのむ たのみ 入れて いれて 足して くっつけ 付けて つけて",
        never("か？ か?"),
    ),
    (
        "も",
        maybe("、"),
        "言うた いうた 言った いった 言いました 言うとった 頼んだ たのんだ 頼みました",
        "やろ でしょ じゃろ だろ やん よね よ はず ? とに のに 。 $",
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
"""What is named comes on top: それと, 印鑑証明も."""

APART = Phrases(
    (ANOTHER, "日 ひ 時間 じかん 曜日 週", "に で"),
)
"""On another day or at another time, which is no more of the same visit: 別の日に."""

_WHEN_ENDS = (
    "時間 じかん 時刻 時 じ 分 ふん ぷん 半 はん ごろ 頃 ころ くらい ぐらい 日 ひ び にち 曜 よう よー 曜日 火 水 木 金 週 しゅう しゅー 月 がつ 年 午前 午後 ごご ごぜん 朝 あさ"
    " 昼 ひる 夕方 ゆうがた 夕 うち 前 まえ あと 後 翌日 ふつか みっか よっか いつか むいか なのか ようか ここのか とおか はつか ほか 別 べつ 先 さき いつ どこ か から"
)
"""Before a change of day or time, not of procedure: 同じ時間に変えて."""

MISTAKEN = Phrases(
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
        never_behind(_WHEN_ENDS),
        "に へ",
        maybe("、"),
        maybe("用件を 用事を 内容を 中身を"),
        "変え 替え 換え かえ 変更 差し替え さしかえ",
        "て し た の を お られ",
    ),
    ("の", "ほう 方", "やった だった でした やん"),
)
"""What is named is meant in the place of what was booked."""
