"""What is said where it is asked whether a booking is to be cancelled: that it is to be given back, in any words and by the
reason alone, that it is to stand, that nobody knows yet."""

from nlu.vocabulary.answers import COMES
from nlu.vocabulary.asked_first import THIS_ONE
from nlu.vocabulary.assent import TROUBLE
from nlu.vocabulary.bookings import WISHED
from nlu.vocabulary.letting_be import AS_IT_WAS
from nlu.vocabulary.phrase import (
    Phrases,
    Steps,
    ahead,
    behind,
    either,
    maybe,
    never,
    never_behind,
    several,
    within,
)
from nlu.vocabulary.requests import CANCEL

_END = ahead("、 。 ? ! $")
_SAYS = maybe(
    "よ ね ねえ わ わい ばい たい けん けえ けえね き ので から です とです とよ んです んよ のよ もん もんね や 、"
)
_TOLD = never((maybe("です"), "って ち っち と", maybe("、"), within(2, stops="、。"), "言 言い 言う 思 聞"))
_ENDS = (_SAYS, _END)
_THEN = "そう そげん それで そいで"
_DONE = either(
    WISHED,
    ("て で", maybe("しも しま しもう"), "うて って しもて"),
    ("と とい とっ ちゃ ちょ", "て いて って"),
)
_OTHERS = "ほかの 他の 別の べつの もう一つの もうひとつの もう片方の 残りの のこりの"
_OFF = "消さ けさ 取り消さ とりけさ 取消さ"
_NOT = either("ん ない なく なか ず", ("ない", "で"))

_TO_SOMEBODY_ELSE: Steps = (
    "ほかの 他の 別の かわりの 代わりの 次の",
    "人 方 かた",
    "に へ",
    maybe("、"),
    "回し まわし 譲 ゆず あげ やって 使",
)
GIVES = Phrases(
    ("なく 無く のう", "て", maybe("も"), "結構 けっこう いい よか ええ 構 かま"),
    (never_behind("のを ことを のは 取り消しを とりけしを キャンセルを 取り消すのを を"), "やめ 止め", "たい たく させて さして てほし てもら ていただ てくだ て下さ てください てくれ"),
    ("なくし 無くし", WISHED),
    ("消し けし 流し ながし 外し はずし 抹消し 取り下げ とりさげ 返上し 放棄し 空け", _DONE),
    ("消し けし", "て", maybe("も"), "大丈夫 だいじょうぶ", never("です ますか か ?")),
    (CANCEL, maybe("し を に で"), either(_DONE, "ください 下さい 願い ねがい"), never("って言 ち言 っち言 と言")),
    (CANCEL, maybe("で に を"), "お願い おねがい 頼 たの 願い"),
    (
        never_behind("を 日 間 分"),
        "いらん 要らん いりません 要りません いらない 要らない 不要 ふよう いらんごと 要らんごと いらなく 要らなく いらんよう 要らんよう",
        maybe("なりました なったん なった なりまして なったもん"),
        *_ENDS,
        _TOLD,
    ),
    ("もう もー", maybe("、"), "いらん 要らん いりません 要りません いらない 要らない 必要ない 必要なか 必要ありません 不要", _TOLD),
    ("なし 無し 0 ゼロ なかったこと 無かったこと 白紙 ご破算 帳消し", "に で", maybe("し"), either("しと して しとい しちゃ お願い 頼 $ 。", _DONE)),
    ("白紙 はくし ご破算", "に", "戻し もどし", _DONE),
    ("取り下げ とりさげ", maybe("を ば"), "願 お願 ねが"),
    (_THEN, maybe("、"), maybe("もう"), "して し", maybe("て"), "ください 下さい くれ もらえ もらい もらお もろお もろう やって ちょうだい ちゃ って $ 、 。"),
    _TO_SOMEBODY_ELSE,
)  # fmt: skip
"""In so many words."""

QUOTED = Phrases(
    "んでい んでよ んで、 んで。 た まし",
    (behind("しても ても でも"), "、 。 ? $"),
    ("って っち ち と とか", maybe("、"), "言っ 言う 言い いっ いう 書"),
)
"""Behind what is only told of, or is not to be done: 「取り消しますって言ったら」, 「取り消してくれんでいい」, 「取り消しても、」."""

GIVES_IN = Phrases(
    "よそう よします やめ 止め 取り消 とりけ 消そう けそう 諦め あきらめ 見送 なしに 行かん 行けん 行かれん いかれん いけん 無理 むり"
)
RESOLVED = Phrases(
    (
        "、 。",
        maybe("うん はい ええ よし じゃあ まあ"),
        maybe("、"),
        "そう そげん",
        "しましょう します しよう しときます しとこう しとく する",
        maybe("か わ よ ね かね かな"),
        maybe("。"),
        "$",
    )
)
"""At the end of talk that came to it: 「もうよそうかねえ、うん、そうしましょう」."""

ASKS_TO = Phrases(
    (
        maybe("はい ええ じゃあ では"),
        maybe("、"),
        "お願い おねがい 頼ん たのん",
        either(
            ("して で", "も", "いい よか よろしい 構いません かまいません", "です でしょう ん と", "か"),
            ("でき", "ますか ますでしょうか ますかね ますかしら"),
        ),
        maybe("ね な"),
        maybe("? 。"),
    )
)
"""The whole of it asks for what was proposed: 「お願いしてもいいですか」."""

WHAT = Phrases(
    (either((CANCEL, "し"), "消し けし やめ 止め"), "たい てほしい", maybe("ん と"), "は のは"),
    ("言 い", "いよる ってる っとる うとる うてる いよった ってた うとった った うた", "の と ん", "は"),
)
"""「消したいのは介護のほうよ」, 「私が言いよるのは年金のほうや」"""

CAN_GIVE = Phrases((CANCEL, maybe("って は も とか"), "でき 出来 可能"))
ONE_OF = Phrases(
    ("その あの この", within(3, stops="、。", least=1), "のほう の方 のやつ"),
    (
        never_behind(f"{THIS_ONE} そっちのほう そちらのほう この その 予約 よやく"),
        "だけ",
        maybe("を"),
        CANCEL,
    ),
)
"""「その税のほうは」, 「コセキだけ取り消して」: another one may be meant, by a part of its name or by one that was not understood."""

GIVES_INSTEAD = Phrases(
    (
        f"{CANCEL} 取り消す 取消す とりけす やめる 止める やめ",
        maybe("する"),
        either("ほう 方 ん と って っち", "です たい ばい よ で と 。 $"),
    )
)
"""Behind 「変えるんじゃなくて」."""

PASSES_ON = Phrases(_TO_SOMEBODY_ELSE)
"""「代わりの人に回してやって」 calls nobody to the telephone."""

_SORRY = "申し訳 もうしわけ すみません すいません すんません ごめん 悪い わるい 悪かね 悪かった 恐れ入り"
_KEPT_FROM = either(
    ("腰 膝 足 体 からだ こし ひざ あし 具合 ぐあい", "が の", within(6, stops="。"), "動かん うごかん 立てん たてん 痛うて いたうて 痛くて いたくて 悪うて わるうて 悪くて"),
    (
        "行け いけ 行かれ いかれ 来れ 来られ 伺え うかがえ 動け うごけ 動かれ 出られ 歩け 歩かれ 参れ",
        either("ん ない ません まへん なく", ("そう", "にな にもな にあり もな もあり")),
        never("こと か かも とは ?"),
    ),
    ("入院 にゅういん 手術 しゅじゅつ 葬式 そうしき お通夜 法事 ほうじ 熱 ねつ 風邪 かぜ コロナ インフルエンザ 骨折 こっせつ", within(6, stops="、。"), "なっ なり なる 出 で 入 はい ひ 引 し"),
    "ぎっくり 寝込 ねこん",
)  # fmt: skip
KEPT_FROM = Phrases(_KEPT_FROM)
"""What keeps somebody from coming, or that it does."""

REASONS = Phrases(
    _KEPT_FROM,
    ("無理 むり", maybe("や です だ なん に"), never("せんで しないで を か ?")),
    ("もう もー", within(8, stops="。、"), "行か いか 伺わ", "ん ない ん。"),
    ("行き いき 出き でき", "きら きれ", "ん ない ません"),
    ("亡くな 死に 死ん", "っ り だ ま"),
    ("重な かさな", "っ り"),
    ("都合 つごう", maybe("が の も"), "つか 付か 悪 わる"),
    ("仕方 しかた しょう しょー 仕様", maybe("が も は"), "な 無 あり"),
    "しゃあない しゃーない どうにもな やむを得 やむをえ",
    ("どうにも", "$ 。"),
    ("残念 ざんねん", maybe("です"), never("ながら行 や、")),
    ("済ませ すませ 済ん すん 済み", "た だ とる とり まし てし", never("ら あと 後")),
    ("取っ とっ もろ もら 出し だし", maybe("う っ"), "て", maybe("き"), "きた 来た きました 来ました きとる くれた くれまし", never("ら あと 後")),
)  # fmt: skip
"""Why one cannot come: who asked to cancel and says so when asked whether to, agrees."""

COURTESY = Phrases(
    (f"{TROUBLE} 世話 せわ", maybe("を ば お に"), "かけ 掛け おかけ なり"),
    (_SORRY, maybe("ない ありません なか ございません なさい か が です ね な よ けど ー 、")),
    ("せっかく 折角", within(12, stops="。"), "のに"),
)  # fmt: skip
ASSENTS = Phrases(
    ("念", maybe("を ば"), "押さ おさ"),
    ("さっき 何べん なんべん 何度 なんど 何回", maybe("から も"), within(6, stops="、。"), "言う 言っ いう いっ 言い いいよ 言わ いわ"),
    ("お願い おねがい", "し いた 致"),
    ("構わ かまわ 構い かまい", "ん ない ません まへん"),
    ("助か たすか", "り る", never("た")),
    (
        "ほかの 他の 別の 次の",
        "人 方 かた ひと",
        "が も は",
        maybe("、"),
        "入れ はいれ 取れ とれ 使え つかえ 予約でき",
        "ん ない ません",
        never("か"),
    ),
    (
        "ほかの 他の 別の 次の だれか 誰か どなたか",
        maybe("ほかの 他の 別の"),
        maybe("人 方 かた ひと"),
        "が も に",
        maybe("、"),
        within(10, stops="。、"),
        "なら たら れば",
        within(8, stops="。"),
        "いい よか よろし ええ 助か 喜 うれし 嬉し",
    ),
    ("いい よか ええ", "と って っち ち", "言い いい", "よ ま"),
    (
        either(THIS_ONE, "その1件 その一件 その1つ その一つ"),
        maybe("のほう の方"),
        "だけ",
        either(("で", maybe("、"), "いい よか ええ 結構 けっこう"), "です ばい たい"),
        *_ENDS,
    ),
    ("^ 、 。", maybe("お"), "頼 たの", "み む ん"),
    ("^", "へえ へい へー ほい", maybe("、"), ahead("、 。 お そ ど")),
)  # fmt: skip
"""What assents where nothing speaks against it."""

STANDS = Phrases(
    ("やめ 止め", "ん ない なく", "で て", maybe("も"), "よか いい ええ $ 。"),
    ("残し のこし 生かし いかし", maybe("と て とい とっ"), either("て と いて 。 $ 、", WISHED)),
    ("置い おい", "とい とっ とき ちょっ", maybe("て")),
    "取っといて とっといて 取っとって とっとって",
    (AS_IT_WAS, maybe("で に が"), either("して しと しとい おい お願い おねがい いい よか 頼 たの 結構 けっこう $ 。 です よ", _DONE)),
    (COMES, "ます", never("せ けど が か")),
    (
        never_behind("に"),
        "行く いく",
        "わ けん けえ よ ばい とよ ことに ごと 行く いく ごつ き んよ んです のよ んだ んや $ 。",
        never("っち か けど が"),
    ),
    ("行こ いこ", "う", "か ち と って"),
    ("間に合 まにあ 都合がつ つごうがつ", "う い え っ き く", never("わ ませ")),
    (_OFF, either("んで ないで なくて んといて んどいて んとって ずに んでも ないでも", ("ん ない", "$ 。 よ で"))),
    (
        CANCEL,
        maybe("を は わ に まで まで、は まで、 までは までわ"),
        either(
            "しません しまへん せん しない せんで しないで せずに せんと せんどい しなくて",
            ("いい よか ええ 結構 けっこう", maybe("です よ わ ばい"), "$ 。 、"),
            ("じゃ で や", maybe("は わ"), "な あ"),
        ),
    ),
    (CANCEL, "す", maybe("る"), "なんて とか など", within(8, stops="。"), "言 いう いっ", within(6, stops="。"), "ん ない"),
    (CANCEL, "す", maybe("る"), "気 つもり き", maybe("は わ も が"), "な あり"),
    ("取り消す 取消す とりけす キャンセルする", maybe("の"), "やめ よす よし 止め"),
    ("まだ もう少し もうちょっと", maybe("、"), either("いい よか ええ", ("取り消", "さ")), maybe("です"), "$ 。 、 よ"),
    ("考え かんがえ", "て", maybe("も"), "いい よか み から おき"),
    ("考え かんがえ", "させて さして たいん たい てから ときます とくわ"),
    ("保留 ほりゅう", maybe("に で")),
    ("切 消", "っ し", "ちゃ たら ては", "駄目 だめ いけ いか 困 こま"),
)  # fmt: skip
"""The booking is to stand."""

OTHER_ONES = Phrases(
    (_OTHERS, within(8, stops="、。"), either((_OFF, _NOT), "残し のこし そのまま"), within(8, stops="、。"))
)
"""「ほかのは消さんでよ」: said of others."""

WAVERS = Phrases(
    ("聞い きい 相談し そうだんし", "て", maybe("、"), "み から"),
    ("どうし どげんし どー", maybe("た"), "よ ろ まし もの もん", maybe("う")),
    ("どう どげん", maybe("、"), "思 おも"),
    ("迷 まよ", "う い っ"),
    ("決 き", "ま め", "っとら ってな っていな らん らな とらん てな ていな てお", maybe("ん")),
    "決めきら きめきら 決められ きめられ",
    ("あとで 後で", maybe("また"), "要る いる 必要", "って こと っち とき"),
)  # fmt: skip

ONLY_GIVES_UP = Phrases(
    (
        several("じゃあ じゃ では 、 やっぱり やっぱ やはり もう そうやね そうですね そうね"),
        either(
            (
                "やめ 止め",
                "ときます とく とくわ ておきます とこう とこ ちょきます ちょく ちょこう ちょこ ます る るわ とこうかね とこうかな とこかね ときましょう ましょう",
                maybe("、"),
                maybe("やめる やめます やめとく"),
            ),
            ("また 今度 こんど 次回", maybe("今度 こんど"), "に", "します しとく しときます するわ する"),
        ),
        maybe("わ ね よ かな"),
    ),
    (
        several("そうやね そうですね そうね 、 まあ"),
        "もう",
        maybe("、"),
        "いい よか ええ",
        maybe("です わ よ ばい"),
    ),
    (
        several("じゃあ じゃ では 、 やっぱり やっぱ やはり もう まあ そうやね そうですね そうね"),
        maybe("今回は こんかいは 今度は こんどは"),
        maybe("、"),
        either(
            ("見送", "ります る らせてください らせてもらいます っときます り"),
            ("遠慮 えんりょ", "します しときます しておきます"),
        ),
        maybe("わ ね よ かな"),
    ),
)
"""It may be the visit that is given up, or the cancelling."""
