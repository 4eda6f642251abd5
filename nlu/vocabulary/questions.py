"""Words of what callers ask beside a booking: of parking, fees, papers, the machine; and of a swindle that they were told of.

Written and as the kana that a recognizer writes.
"""

from nlu.meaning import Request
from nlu.vocabulary.phrase import Phrases, either, maybe, never, never_behind, within

_ASKED = (within(6, "、。"), "か ? やろ でしょ かね とね と? の? ん? かいな ですの")
_MAY = "いい よか 良い 良か 大丈夫 だいじょうぶ 構わ 構い かまわ かまい よろし できる できま できん 出来ま 出来る だめ 駄目 いけん いかん 可能"
_NEEDED = "いり いる 要り 要る 必要 ひつよう 持って もって いらん 要らん"
_SOMEBODY = (
    "娘 息子 嫁 婿 家内 妻 女房 主人 旦那 夫 父 母 親 子ども 子供 こども 孫 家族 姉 妹 兄 弟 ヘルパー 友達 知り合い 身内 同居人 ケアマネ"
    " むすめ むすこ よめ かない しゅじん ちち はは おや まご かぞく あね いもうと あに おとうと へるぱー ともだち しりあい ほかの人 他の人 別の人 誰か"
)
_STANDS_IN = (maybe("の者 さん の方 のもの"), "が でも に", maybe("、"))
_INSTEAD = maybe("代わりに かわりに 代理で だいりで 取りに とりに")
_SEAL = (
    "はんこ 判子 ハンコ 印鑑 いんかん 認印 みとめいん 実印 じついん シャチハタ しゃちはた",
    never("登録 証明 とうろく とーろく しょうめい しょーめ"),
)
_MACHINE = "機械 ロボット コンピュータ ai 自動音声 自動応答 録音 きかい ろぼっと えーあい こんぴゅーた じどうおんせい ろくおん"
_BY_PHONE = "電話が でんわが 電話で言 でんわでい 電話でい 電話を受け 電話がか メールが ハガキが はがきが atm エーティーエム えーてぃーえむ"
_MONEY_BACK = "還付金 かんぷきん 払い戻し はらいもどし 過払い お金が戻 おかねがもど お金が返 お金を返 医療費が戻 医療費が返 いりょうひがもど 保険料が戻 保険料が返 ほけんりょうがもど"

QUESTIONS: dict[Request, Phrases] = {
    Request.FRAUD: Phrases(
        "詐欺 かんぷきんさぎ おれおれさぎ",
        (never_behind("う"), "さぎ", "の電話 のでんわ や じゃ で"),
        (_MONEY_BACK, within(40), _BY_PHONE),
        (_BY_PHONE, within(40), _MONEY_BACK),
        (
            "atm エーティーエム えーてぃーえむ",
            "に へ え で を まで",
            within(8),
            "行け 行って いけ いって 行くよう 操作 そうさ 手続 てつづき",
        ),
        ("キャッシュカード きゃっしゅかーど 通帳 つうちょう", within(6), "預か あずか 渡せ 渡し わたせ わたし 取りに来 とりにき 交換"),
        ("役所 やくしょ 市役所 区役所", within(8), "名乗 なのる なのって なのり"),
    ),
    Request.FEE: Phrases(
        ("いくら", maybe("くらい ぐらい ほど"), either("です でしょ かか 掛か いり いる 要 必要 する します しま やろ ね な と で 払 はら ?", "$", ("か", "$ ? ね"))),
        (
            "手数料 料金 費用 代金 お金 てすうりょう てすーりょう りょうきん りょーきん ひよう おかね",
            maybe("は が って わ も"),
            either("いくら 何円 なんえん なんぼ どの どれ ? $", ("かか 掛か いり いる 要り 要る 必要", *_ASKED), ("あり", "ますか")),
        ),
        ("無料 ただ タダ 有料 むりょう ゆうりょう", "です なん", *_ASKED),
        ("何円 なんえん なんぼ", maybe("くらい ぐらい"), "です でしょ かか 掛か いり いる します する $ ?"),
    ),
    Request.CONVENIENCE_STORE: Phrases(
        (
            "コンビニ こんびに",
            within(12),
            "取れ とれ 出せ だせ もらえ 貰え でき 出来 発行 受け取れ 済ませ",
            never("ん な ませんで ず"),
        ),
        ("コンビニ こんびに", within(14), "んですか んとですか んと? ないですか ないんですか ませんか んのですか"),
    ),
    Request.PARKING: Phrases(
        ("駐車場 ちゅうしゃじょう ちゅーしゃじょー ちゅうしゃじょ パーキング ぱーきんぐ", never((within(12), "けん やけ ので から、 混む 混み 混ん こむ"))),
        ("車 くるま", "で", maybe("来て きて 行って いって"), maybe("も"), _MAY, *_ASKED),
        ("車で くるまで", "来て きて 行って いって", maybe("も"), _MAY),
        ("車 くるま", maybe("は を が も"), within(6), "停め 止め とめ 駐め 置け おけ", "られ る れ ら たい と"),
    ),
    Request.ACCESS: Phrases(
        "行き方 いきかた 道順 みちじゅん 道のり アクセス 最寄り もより バス停 ばすてい 何駅 なにえき 何て駅",
        (
            "区役所 市役所 役所 そちら そっち くやくしょ しやくしょ やくしょ",
            maybe("は わ って の ちゃ"),
            maybe("場所 ばしょ"),
            maybe("は わ って"),
            "どこ どちら どの辺 どこら",
            maybe("らへん 辺 へん"),
            "です に あり でしょ ね かね やった やろ な か ? $",
        ),
        ("住所 じゅうしょ", maybe("は を が わ"), "教え おしえ どこ 何 なん ですか どちら"),
        ("どうやって どげんして どうやったら どげん", within(4), "行けば いけば 行ったら いったら 行きます いきます 行くん いくん 行き着"),
        ("何 なん どの", "番のバス 番の バス ばす 駅", within(6), "乗 の 降り おり"),
    ),
    Request.SEAL: Phrases(
        (
            *_SEAL,
            maybe("とか も"),
            maybe("は が って わ を も"),
            within(4, "、。"),
            _NEEDED,
            *_ASKED,
        ),
        (*_SEAL, maybe("は わ を も"), "持って もって", within(14, "、。"), "か ?"),
        (*_SEAL, "は わ", "? $"),
    ),
    Request.PROXY: Phrases(
        ("代理 だいり", maybe("人 の人 の者 の方 にん のもの"), maybe("で でも が に"), maybe("も"), within(6), _MAY, *_ASKED),
        ("代理 だいり", maybe("人 の人 の者 の方 にん"), "でも が行って がいって で行って でいって", within(6), _MAY),
        (
            "本人 ほんにん",
            either("以外 いがい", ("じゃ で や が で は では", "な の 行か いか 来", "い く き ん けれ かったら")),
            within(8),
            either(_MAY, "取れ とれ"),
            maybe(within(6), "か ?"),
        ),
        (_SOMEBODY, *_STANDS_IN, _INSTEAD, "行って いって 取って とって 来て きて して 出して だして 頼んで たのんで", maybe("も"), _MAY),
        ("私 わたし うち 俺 僕", "だけ ひとり 一人", maybe("で が"), _INSTEAD, "行って いって 取って とって 来て きて", maybe("も"), _MAY, *_ASKED),
        (_SOMEBODY, *_STANDS_IN, _INSTEAD, "行ったら いったら 行っちゃ いっちゃ 行くと いくと", _MAY),
        (_SOMEBODY, maybe("の者 さん"), "でも", maybe("、"), either(_MAY, "取れ とれ"), *_ASKED),
        (_SOMEBODY, maybe("の者 さん"), "の分 のぶん", maybe("も を は"), within(6), "取れ とれ もらえ 出せ でき", *_ASKED),
        ("委任状 いにんじょう いにんじょー", maybe("は が って わ も"), within(4), _NEEDED, *_ASKED),
    ),
    Request.MACHINE: Phrases(
        ("あんた あなた おたく お宅 これ 相手 あい て そちら そっち", maybe("は わ って、 、 って"), either(_MACHINE, "人間 人ですか 人なの 人なん にんげん"), either("$", _ASKED, ("?"))),
        (_MACHINE, maybe("さん なん が"), "です なん やろ なの と? や? じゃ", *_ASKED),
        (_MACHINE, maybe("さん"), "か ? ね かね やね やろ", "$ ね よ い ?"),
        (_MACHINE, "は が とは には わ 相手", within(8), "好か 苦手 いや 嫌 話したくな すかん にがて やれん しきらん"),
        (_MACHINE, "が", maybe("しゃべ 話 喋 出 答え"), within(8), "?"),
        ("人間 にんげん 生身 本物の人", "です なん が なの と?", *_ASKED),
        ("人が 人間が ひとが", "話し 出 しゃべ 喋 答え", within(8), "か ?"),
    ),
    Request.WEEKDAY: Phrases(
        (
            "何曜日 何曜 なんようび なんよう なんよーび なにようび",
            maybe("に"),
            maybe("です でしょう なります なる やった だった になりますでしょう やろ だろう かいな"),
            maybe("か かね かな ね と う かしら っけ なん"),
            maybe("ね な"),
            maybe("? 。"),
            "$",
        ),
    ),
    Request.WELFARE: Phrases("生活保護 せいかつほご"),
}  # fmt: skip

OF = Phrases(("は わ って", "$"))
"""Behind what a question is about."""

ASKS = Phrases(
    (
        "ですか ますか でしょうか んですか ませんか ますかね ですかね でしょうかね やろか やろうか とですか かしら だろうか と? の? か? 教えてください 教えて下さい おしえてください"
        " 教えてほしい 知りたいんですが 知りたいです 聞きたいんですが どうなりますか",
        maybe("。 ?"),
        "$",
    )
)
"""What a question ends on."""
