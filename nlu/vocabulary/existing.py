"""Words of what is to become of a booking that exists: moved, another one beside it, kept."""

from nlu.vocabulary.phrase import Phrases, ahead, either, maybe, never, never_behind, within
from nlu.vocabulary.requests import CANCEL

_FINE = "は、結構 は、けっこう は、大丈夫 は、いい は結構 はけっこう は大丈夫 はいい"
_IS_NOT = "じゃな じゃあり ではな ではあり でな であり"
_NOT = never(
    (
        within(6, stops="、。"),
        either(
            "なくて へん なし 不要 いら 要ら いりま 要りま",
            _IS_NOT,
            _FINE,
            ("ません", never("か")),
            ("ない", never("ですか か でしょうか")),
        ),
    )
)
"""No word that denies it follows."""

_KIN = either(
    "家族 かぞく 身内 親戚 母 はは かあさん とうさん 両親 主人 しゅじん 旦那 だんな おっと 妻 家内 女房 嫁 息子 むすこ 娘 むすめ 子ども 子供 こども 孫 祖父 祖母"
    " じいさん じいちゃん ばあさん ばあちゃん 姉 妹 いもうと 兄 弟 おとうと きょうだい 義理 友達 ともだち 友人 知り合い 近所 隣 同居 連れ",
    ("父", never("兄")),
    ("親", never("切")),
    (never_behind("丈"), "夫"),
    ("ちち つま まご おじ おば あね あに かない よめ", ahead("の")),
)
_TWO = "2 二 に ふた"
SECOND = Phrases(
    ("もう1 もう一 もうひと もういっ もうい", maybe("、"), "件 つ 個 名 人 枠 けん にん めい わく り", _NOT),
    (_TWO, "件 つ 人 名 けん り", "目 め", _NOT),
    (
        "別 べつ 他 ほか 違う ちがう",
        maybe("の に"),
        maybe("、"),
        either("人 かた 者 ひと 予約 よやく 件 1件 一件 枠 取 とっ 申し込", ("方", never("が で を")), ("分", never("か"))),
        _NOT,
    ),
    ("追加 ついか 新規 しんき 別々 べつべつ", _NOT),
    ("両方 りょうほう どちらも どっちも 2つとも", maybe("とも"), _NOT),
    (_TWO, "人 り", "分 ぶん で とも です 行", _NOT),
    (_KIN, maybe("さん ちゃん たち の者 の人 の方"), either("の が も です だ 用 分 $", ("と", never("相談"))), _NOT),
)  # fmt: skip
KIN_IN_A_REASON = Phrases(
    (
        _KIN,
        maybe("さん ちゃん たち"),
        either("が は と", ("の", never("予約 よやく 分 ぶん 方 ほう ほー 名前 手続き 用"))),
    )
)
"""「息子が水曜は行かれんけん」, beside a wish to move the booking: it is for nobody else."""

MOVE = Phrases(
    (
        "変更 へんこう 変え 替え 代え ずら 移し 移す 移動 うつし うつす 動か 取り直 とりなお 差し替 切り替 きりかえ 振り替 置き換 早め 遅らせ 前倒し 後ろ倒し 先延ばし 延ばし 延期",
        _NOT,
    ),
    ("かえ", ahead("て た る ま"), _NOT),
    ("いどう", ahead("し で を"), _NOT),
)
INSTEAD = Phrases(
    (
        "キャンセル きゃんせる 取り消 取消 とりけ やめ",
        maybe("し にし"),
        "て",
        maybe("、"),
        within(10),
        "新し あたらし 取り直 とりなお こっち こちら 今の いまの 改めて あらためて",
    )
)
"""What is cancelled only to be taken anew."""

CALLS_OFF = Phrases(
    (
        CANCEL,
        maybe("に"),
        maybe("し"),
        either("たい ます", ("て", never("も な い")), ("ても", "らえ らい ろう らう"), "$ 、 。"),
    ),
    (
        "やめ 止め",
        maybe("に し"),
        "て",
        either("くだ 下 ほし 欲し くれ ちょ", ("も", "ら ろ"), ("いただ 頂")),
    ),
)
"""「それは取り消してください」, asked whether it is to be changed."""

BOOKING = "予約 よやく"
KEEP = Phrases(
    ("そ こ 今 いま 前 まえ 元 もと", maybe("の"), maybe(BOOKING), maybe("の"), "まま"),
    (
        "前 まえ 元 もと 最初 さいしょ 先 さき",
        "の",
        maybe("予約 よやく 方 ほう 分 日"),
        "で",
        "いい 良い よか 結構 けっこう 大丈夫 行き お願い おねがい",
    ),
    ("変更 へんこう", maybe("は も"), "なし 不要 いりません 要りません いらない"),
)
GIVES_UP = Phrases(
    (
        either(
            "やっぱり やっぱ やはり それなら だったら じゃあ じゃ では そしたら", ("なら", ahead("、 い け"))
        ),
        maybe("、"),
        maybe("もう"),
        maybe("、"),
        "いい よか ええ 結構 けっこう 大丈夫 だいじょうぶ",
        maybe("です ですわ わ よ や ばい"),
        maybe("。"),
        "$",
    )
)
_I = "私 わたし 自分 じぶん 僕 俺 うち"
MYSELF = Phrases(
    ("同じ おなじ", "人 者 ひと"),
    "本人",
    (_I, "です だけ 一人 1人 ひとり"),
    (_I, "の", never("母 父 家 夫 妻 娘 息子 子 親")),
    (_I, "が", never("連")),
)
FINE = Phrases(
    (
        maybe("あ ああ いや いえ はい ええ うん まあ"),
        maybe("、"),
        "大丈夫 だいじょうぶ 結構 けっこう いい よか ええ",
        "です だ ですよ よ ですわ わ",
        maybe("。"),
    )
)
_ONE = "1 一 ひと いっ"
BESIDES_IT = Phrases("それとは別に それとはべつに それと別に そいとは別に")
"""Behind what stays as it is: what is said now is of another visit."""

ONE_MORE = Phrases(
    ("^", "それとは別に それとはべつに それと別に そいとは別に"),
    (
        _KIN,
        "の",
        BOOKING,
        "も",
        within(4, stops="。、"),
        "入れ いれ 取っ とっ 取り とり 取れ とれ お願い おねがい したい して",
    ),
    ("もう", maybe("、"), _ONE, "件 つ けん", maybe("、"), within(8), "予約 よやく 取り 取っ"),
    (BOOKING, maybe("を が の"), maybe("、"), "もう", maybe("、"), _ONE, "件 つ けん", _NOT),
)
"""Said unasked, it needs no question."""

DENIES = Phrases(
    ("変更 へんこう 変え かえ 別の べつの 他の ほかの もう1 家族", within(8), either("ません ない なく", _IS_NOT, _FINE))
)  # fmt: skip
"""「変えません」, 「別の人じゃないです」."""
