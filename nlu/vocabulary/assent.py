"""What may be said around a yes (courtesy, understanding, coming), and what in a sentence with a yes speaks against it."""

from nlu.vocabulary.phrase import Phrases, ahead, either, maybe, never, several

_VERY = several("一番 いちばん もう やっと 今度は こんどは よう よく はっきり ちゃんと 本当に ほんとに ほんなこつ 必ず かならず 忘れずに わすれずに 遅れずに おくれずに")  # fmt: skip
_POLITELY = several("です でした ます ました ございます ね ねえ ねぇ よ わ ばい たい ーー")
_BUT = maybe("けど けれど けれども が ばってん")
_THEN = several("それなら そんなら ほんなら それやったら それだったら それでしたら その日なら その日でしたら その時間なら その時間でしたら それで その日が その時間が それが その日は その時間は これで 、")  # fmt: skip
_SORRY = "すみません すいません すんません 申し訳ない 申し訳ありません もうしわけない もうしわけありません 申し訳ございません 恐縮 きょうしゅく"
_UNCHANGED = "変えません かえません 変わりません かわりません 変えんです 変更しません 変更はありません 変更ありません 迷いません まよいません 動かしません"

UNCHANGED = Phrases(_UNCHANGED)
"""No yes to whether a booking is to be moved."""

TRAILS = Phrases(("が けど けれど けれども ばってん", maybe("、 。"), "$"))

COURTESY = Phrases(
    (maybe("お ご"), "手数 てすう 手間 てま 面倒 めんどう 迷惑 めいわく", maybe("を ば"), maybe("お"), "かけ 掛け", maybe("し いたし"), either("ます ました て", ("る", never("か"))), maybe(_SORRY), _POLITELY, _BUT),
    (maybe("お"), "世話 せわ", maybe("に を"), "なり かけ", "ます", _POLITELY, _BUT),
    (maybe("お"), "世話 せわ", "に", "なるね なるばい なるけど なって"),
    (maybe("ご"), "丁寧 ていねい 親切 しんせつ", "に", maybe("どうも ありがとう してもろうて していただいて してくれて"), _POLITELY),
    (several("何度も なんども なんべんも 何べんも いろいろ いろいろと お忙しいのに おいそがしいのに お忙しいところ おいそがしいところ わざわざ"), _SORRY, _POLITELY, _BUT),
    ("悪い わるい", "ね ねえ けど"),
    (_THEN, several("大変 たいへん ほんとに 本当に 大"), "ありがとう ありがと あんがと おおきに ありがたい ありがたく ありがたか 嬉しい うれしい 助かります たすかります 助かりました たすかりました 助かる たすかる", maybe("存じます ぞんじます"), _POLITELY),
    (_VERY, "楽しみに たのしみに", "し", maybe("と て"), maybe("お い"), maybe("り"), "ます", _POLITELY),
)  # fmt: skip
"""「お手数かけますが」, 「お世話になります」"""

EXPLAINS = Phrases(
    ("もう", ahead("それで そいで そんで お願い おねがい")),
    (_THEN, _VERY, "安心 あんしん", maybe("しま し"), _POLITELY, maybe("た")),
    (_THEN, _VERY, several("バスで 車で タクシーで 電車で モノレールで 歩いて"), "行け いけ 行かれ いかれ 伺え うかがえ 来れ 来られ こられ 参れ 間に合い まにあい", "ます そうです", _POLITELY),
    (_THEN, _VERY, "都合がいい つごうがいい 都合がよか つごうがよか 都合がよう 好都合 ちょうどいい ちょうどよか ちょうどよう 丁度いい 丁度よか", _POLITELY),
    (_VERY, "分かりました わかりました 分かった わかった 納得しました なっとくしました", _POLITELY),
    (_VERY, _UNCHANGED, _POLITELY),
    (_VERY, "伺います うかがいます 行きます いきます 参ります まいります 行かせてもらいます 寄せてもらいます", _POLITELY),
)  # fmt: skip
"""What adds nothing to a yes: 「それなら安心です」, 「もう変えません」."""

LEADS = Phrases((either("そう あー ああ あ はあ はー おう おー ほう うん あら まあ"), several("そう")))
"""What alone may stand before all that."""

TAKES_NOTE = Phrases(("^", "そうですか そうなんですか そげんですか", "、 。"))
"""Behind what was told, before the answer: no yes by itself."""

GRUNTED = Phrases(
    (
        "^",
        "おう",
        ahead(
            "いち にじ さんじ よじ ごじ ごぜん ごご しち はち くじ じゅう ついたち ふつか みっか よっか いつか むいか なのか ようか ここのか とおか"
            " あした あさって らいしゅう げつよう かよう すいよう もくよう きんよう"
        ),
    )
)
"""A yes that runs into what it says again: 「おうにじやね」."""

SO = Phrases(
    (
        maybe("もう じゃあ では それじゃ ほんなら"),
        "それで そんで そいで ほいで これで そのよう そのとおり その通り そのまま そうし そげん",
    )
)
"""An assent that takes up what was read back."""

PREDICATE = Phrases(
    (either("です ます ました ません でした ね ねえ よ わ ばい たい けん けえ し ので もんで から"), "$")
)
"""How a clause ends that says something by itself, so that a 「お願いします」 behind it asks for nothing in it."""

_NOT = either("ない なか 無い 無か ありません ございません")
HARMLESS = Phrases(
    "お待たせ おまたせ それなら その日なら その時間なら そのころなら その頃なら そんなら それやったら",
    "いつも どうも もちろん もらっ もらい もろう もろて もんで もんね ものですから もので どうぞ どうにか なんとか 何とか 何よりで なによりで",
    ("もう", never("1 一 い 少 ち す 二 に")),
    ("も", "安心 あんしん 助か たすか 楽に らくに 喜 よろこ 嬉 うれし 休み やすみ 空いと 空いて"),
    ("も", maybe("特に なんも 何も"), _NOT, "し けん から ので"),
    ("間違い まちがい 問題 もんだい 文句 もんく 異存 差し支え さしつかえ", maybe("は も"), _NOT),
)  # fmt: skip
"""What looks as though it spoke against a yes, and does not: 「リハビリもないし」."""

AGAINST = Phrases(
    "でも けど けれど ばってん ただ しかし やっぱ やはり 待っ まって 待ち まち ちょっと ちっと ちいと 少し すこし もうちょ 回 いっかい 一度 いちど も を ば",
    ("が", "$"),
    "? 何 なに なん いつ どこ どの どう どれ どっち どちら だれ 誰 いくら なぜ なして かな かね かしら かい かの やろ でしょ だろ ろうか とですか ですか ますか",
    ("か と って っち", "$"),
    "いや いえ 違 ちが ちご じゃ ではな でな やな ない なか なく ません まへん らん いかん いけん えん せん できん でけん でき 出来 きらん ずに んで",
    "だけ のみ しか 以外 いがい 代わり かわり 変 かえ 替 別 べつ 他 ほか 次 つぎ 今度 こんど 今日 きょう 明日 あした 早 はや 遅 おそ おそう 先 さき 前 まえ あと 後 また まで から行 てから 以降 ぐらい くらい ごろ ときに ときは",
    "無理 むり だめ ダメ 駄目 困 こま 嫌 きらい 好か すか 難 むずか きつ 忙し いそが 都合 つごう 悪 わる 心配 しんぱい 不安 残念 仕方 しかた しょうがな 痛 苦 つまら 休診 病気 熱",
    "迷 まよ 考 かんが 相談 そうだん 聞い 聞き 聞か きいて きき 訊 尋 たずね 教え おしえ 確認 かくにん 確か 調べ しらべ 見て みて 見ん 電話 でんわ 掛け 連絡 れんらく 言 いう 言う ゆう",
    "たら れば なら もし 思 おも たい たか ほしい 欲し 願 ねがい ください 下さい もらえ いただけ 頼 たの やめ 止め よそう よした 断 取 とっと キャンセル 要 いら いり いる 忘 わす 間違 まちが 読 申し",
    "分 ぶん 人 にん 名 枚 まい 通 代理 本人 車椅子 くるま 車いす 予約 よやく 番号 ばんごう 係 通訳 持 もっ",
    ("くれ", never("ま る た")),
    ("が", "ある あり あっ"),
    ("病院 びょういん 仕事 しごと 用事 ようじ 旅行 法事 透析 デイサービス 検査 手術 入院", "が や で な の に"),
    "0 1 2 3 4 5 6 7 8 9 一 二 三 四 五 六 七 八 九 十 日 曜 月",
)  # fmt: skip
"""A turn, a question, a refusal, a condition, another wish, a count: with one of these a yes is not taken for plain."""
