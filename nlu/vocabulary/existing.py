"""Words of what is to become of a booking that exists: moved, another one beside it, kept."""

from nlu.meaning import Request
from nlu.vocabulary.phrase import Phrases, ahead, behind, either, maybe, never, never_behind, several, within
from nlu.vocabulary.requests import CANCEL

_FINE = "は、結構 は、けっこう は、大丈夫 は、いい は結構 はけっこう は大丈夫 はいい"
_IS_NOT = "じゃな じゃあり ではな ではあり でな であり"
_NOT = never(
    (maybe("る す"), "っちいうか っちゅうか ちいうか というか ちゅうか っていうか ていうか かどうか"),
    (
        within(6, stops="、。"),
        either(
            "なくて んでも んでい んでよ んでえ へん なし 不要 いら 要ら いりま 要りま",
            _IS_NOT,
            _FINE,
            ("ません", never("か")),
            ("ない", never("ですか か でしょうか", (behind("せない"), "け と"))),
        ),
    ),
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
_NO_ERRAND = either(
    "体調 たいちょう 具合 ぐあい 調子 ちょうし 都合 つごう 病院 びょういん 通院 つういん 容体 容態 気分 機嫌 看病 世話 送り 迎え むかえ おくり 運動会 うんどうかい 参観 さんかん 発表会 はっぴょうかい 学校 がっこう 保育園 ほいくえん"
    " 幼稚園 ようちえん 塾 誕生日 たんじょうび 結婚式 けっこんしき 法事 ほうじ 葬式 そうしき 見舞 みまい 仕事 しごと 用事 ようじ 休み やすみ 車 くるま デイサービス でいさーびす リハビリ りはびり",
    ("介護", never("保険 認定 サービス の申請")),
)
_THEIRS = "くれた くれとっ くれまし くれて くれたん くださった くださいまし 予約したん よやくしたん 取ったん とったん したんかね したんやろ したんでしょ したとやろ 泣い ないと ないて なきよ"
"""What somebody of the family did, which is no errand of theirs: 「息子が電話してくれて」."""
_BOOKS = "予約 よやく 取っ とっ 取り とり 取れ とれ 入れ いれ お願い おねがい 頼 たの"
_TWO = "2 二 に ふた"
SECOND = Phrases(
    ("もう1 もう一 もうひと もういっ もうい", maybe("、"), "件 つ 個 名 人 枠 けん にん めい わく り", _NOT),
    (_TWO, "件 つ 人 名 けん り", "目 め", _NOT),
    (
        "別 べつ 他 ほか 違う ちがう",
        maybe("の に"),
        maybe("、"),
        either("お願い おねがい 頼み たのみ 人 かた 者 ひと 予約 よやく 件 1件 一件 枠 取 とっ 申し込", ("方", never("が で を")), ("分", never("か"))),
        _NOT,
    ),
    ("日 時 半 分 曜 じ はん ふん ぷん び よう", "にも", within(4, stops="、。"), _BOOKS, _NOT),
    ("別に べつに", within(14, stops="。"), _BOOKS, _NOT),
    ("追加 ついか 新規 しんき 別々 べつべつ", _NOT),
    ("両方 りょうほう どちらも どっちも 2つとも", maybe("とも"), _NOT),
    (_TWO, "人 り", "分 ぶん で とも です 行", _NOT),
    (_KIN, maybe("さん ちゃん たち の者 の人 の方"), either(
            "も です だ 用 分 $",
            ("の", never(_NO_ERRAND)),
            ("が", never((within(30, stops="。"), _THEIRS))),
            ("と", never("相談")),
        ),
        _NOT,
    ),
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
    ("かえ", ahead("て た る ま ちょ"), _NOT),
    ("延ば のば ずら うつ", "せ そ", never("んで な")),
    ("いどう", ahead("し で を"), _NOT),
)
AFTER_ALL = Phrases("やっぱ やはり")
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
        "消し けし",
        either(
            "とい とっ とき たい ちょっ ちょい",
            ("て", "くだ 下 くれ ほし 欲し もら もろ いただ 頂 ちょ つか や けし $ 。 、"),
        ),
    ),
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
    ("そ こ 今 いま 前 まえ 元 もと", maybe("の"), maybe(BOOKING), maybe("の"), "まま まんま"),
    (
        "2つ 二つ ふたつ 二件 2件 にけん",
        maybe("も は と"),
        maybe("、"),
        "いりま 要りま いらん 要らん いらない 要らない",
    ),
    (
        "分か わか",
        "れば りゃ ったら",
        maybe("、"),
        maybe("もう それで"),
        "十分 じゅうぶん 結構 けっこう いい よか ええ 安心",
    ),
    (
        maybe("、 。 ? ね わ"),
        "なら そんなら ほんなら それなら そいなら だったら そしたら",
        maybe("、"),
        "いい よか ええ 結構 けっこう",
        maybe("です わ よ ばい の"),
        several("よ わ ね たい 、 よかです"),
        within(8, stops="。"),
        "忘れ わすれ ありが 安心",
    ),
    (
        "忘れ わすれ",
        "とった ちょった てた ていま ており とっ",
        within(8, stops="。"),
        maybe("。"),
        "なら そんなら ほんなら それなら でしたら だったら",
        maybe("、"),
        "いい よか ええ 結構 けっこう",
    ),
    ("ほた ほっ ほう", "っちょって っちょい っとって といて ておいて っといて"),
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
    ("変えんで かえんで 変えんと かえんと", never((within(16), "変えて かえて に"))),
    ("変更 へんこう 変え かえ 別の べつの 他の ほかの もう1 家族", within(8), either(("ません ない", never("か ですか でしょうか だろうか やろか やろうか")), "なく わんでも", _IS_NOT, _FINE))
)  # fmt: skip
"""「変えません」, 「別の人じゃないです」."""

_WHETHER = either(
    ("か", "? 。 $ ね な"), "? かね かいね かしら と? とね とですか でしょ やろ", ("の ん", "? 。 $")
)
HINDERED = Phrases(
    (
        either(
            ("行 い 来 こ 伺 うかが", maybe("か"), "れん れな れま けん けな けま られん られな"),
            "都合が悪 つごうがわる 都合がつか つごうがつか",
            ("無理", "に や で だ"),
            "むりに むりや",
        ),
    ),
)
"""Asked whether it is to be moved: why it is."""

WISHES_FOR = Phrases(
    ("に へ", maybe("、"), either("してくれ してくだ して下 していただ してほし しては して。 しち して$ しとって しといて してもら してんか しちゃ 頼む たのむ", ("して", "$ 、 。"), "でき できん できま でけ ならん なりま", "入れ いれ", "行きた いきた")),
)  # fmt: skip
"""Beside a day or an hour: there it is to be moved."""

ASKED_OF_IT: dict[Request, Phrases] = {
    Request.COPIES: Phrases(
        ("枚 通 まい つう", maybe("とも いっぺんに 一度に"), "もらえ 取れ とれ 出せ", within(4, stops="。"), either("なら ったら でした", _WHETHER)),
    ),
    Request.CHANGE_COST: Phrases(
        (
            either("変更 へんこう 変え かえ ずら 動か", _NOT),
            within(24, stops="。"),
            "ペナルティ ぺなるてぃ 罰 ばっきん 迷惑 めいわく お金 おかね 料金 手数料 怒ら おこら 叱ら しから",
            within(14, stops="。"),
            _WHETHER,
        ),
    ),
    Request.UNDECIDED: Phrases(
        ("かどうか かどーか", within(4), "まだ", within(12, stops="。"), "言え いえ 分から わから 決め きめ 決ま"),
        (
            "まだ 今は いまは",
            maybe("、"),
            maybe("なんとも 何とも どうとも はっきり"),
            "言え いえ 分から わから 決め きめ 決ま きま",
            "ん な ま",
        ),
    ),
}  # fmt: skip
"""What is asked, or left open, whatever else is said."""

WONDERED = {
    Request.WHOSE: Phrases(
        ("覚え おぼえ 記憶 きおく 心当たり こころあたり", maybe("が は も に"), within(3), "な ござい ありま あらへん", never("らなかった")),
        ("誰 だれ どなた", "が", within(4), "取 とっ とり し 予約 よやく 入れ", within(8, stops="。"), _WHETHER),
        ("誰 だれ どなた", "が", within(4), "取 とっ し 入れ", "た", within(4, stops="。"), "やろ だろ じゃろ でしょ か"),
        ("私 わたし うち 俺 僕 わし", "が は", maybe("、"), within(4), "し 取 とっ 予約 よやく", within(8, stops="。"), "と? とですか んですか ましたか ましたっけ んかね"),
        (BOOKING, maybe("なんか など やら は を"), maybe("、"), "しと して し", "らん りません りまっせん ない ませ なか てない", never("から ので けん")),
        (never_behind("言い いい 聞き きき 書き かき 覚え おぼえ"), "人違い ひとちがい 間違 まちが", within(12, stops="。"), _WHETHER),
    ),
    Request.CHECK: Phrases(
        ("二重 にじゅう 2重 ダブっ だぶっ 重なっ かさなっ 重複", within(12), "な と て"),
    ),
    Request.COPIES: Phrases(
        ("枚 通 部 まい つう 枚数 通数 部数 まいすう つうすう", maybe("を ば が は"), maybe("1 2 3 4 5 一 二 三 四 五 いち に さん", "通 枚 つう まい"), "に", "し な 増や ふや"),
    ),
}  # fmt: skip
"""What is asked of it where nothing else is said."""
