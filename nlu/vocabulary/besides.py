"""Words of what is asked about a booking that is read back, or was just made: copies, giving it back later, news of it, a name.

Written and as the kana that a recognizer writes.
"""

from nlu.meaning import Request
from nlu.vocabulary.applied import LETTER
from nlu.vocabulary.brought import BROUGHT
from nlu.vocabulary.phrase import Phrases, ahead, behind, either, maybe, never, never_behind, several, within
from nlu.vocabulary.requests import CANCEL

_ENDS = (
    several("です ます でしょう と とです の ん んです とよ っちゃ"),
    either(
        (
            "か かね かな かいな かいね かしら やろか ろうか とね とよね よね やったね",
            maybe("ねえ ねー ね え"),
            "、 。 ? $",
        ),
        "? やろ でしょ",
        ("の と とよ ん", maybe("。 、"), "$ 。"),
        (maybe("よ"), "ね", maybe("。"), "$"),
    ),
)
_ASKED = (within(12, stops="。"), *_ENDS)
_WHETHER = "か ? と とね"
_IS_DONE = "た とる とん てる ました ています"
_MAY = "いただけ 頂け いい ええ よか よろし 大丈夫 だいじょうぶ 構 かま でき 出来 もらえ 取れ とれ だめ いかん いけん"
_HOW_MANY = "1 2 3 4 5 6 一 二 三 四 五 いっ いち に さん よん ご 何 なん"
_SHEETS = "枚 通 部 まい つう"
_BAD = either(
    (
        "行 い 来 こ 伺 うかが",
        maybe("か"),
        "けな れな られな けん れん られん えな",
        maybe("く ごと ごつ よう"),
        maybe("に な"),
    ),
    ("遅れ おくれ", "そう る"),
    ("都合 つごう 予定 よてい 具合 ぐあい 体調 たいちょう 用事 ようじ 急用", within(6, stops="。、")),
    f"{CANCEL} いけん いかん だめ 変更 へんこう 変え",
    "断 ことわ",
)
_IF = "たら なら とき 時 場合 ときは れば としたら と困"
_UNDONE = f"{CANCEL} 断 ことわ 変更 へんこう 変え かえ"
_GIVES_BACK = f"{_UNDONE} 電話 でんわ 連絡 れんらく 言う いう"
_NEWS = either(
    f"{LETTER} 連絡 れんらく メール めーる 郵便 ゆうびん ショートメール ショートメッセージ sms ライン line 予約票 控え 引換券",
    (never_behind("用 よう 手 て 表 色 お"), "紙 かみ"),
)

BESIDES: dict[Request, Phrases] = {
    Request.UNDO: Phrases(
        (_BAD, within(8, stops="。、?"), _IF, within(10, stops="。"), either(_GIVES_BACK, "どう どげん どこ いつ"), *_ASKED),
        (_BAD, within(8, stops="。、?"), _IF, within(12, stops="。"), "お金 おかね 料金 罰金 ばっきん キャンセル料", *_ASKED),
        "キャンセル料 きゃんせるりょう 取消料",
        ("あとで 後で あとから 後から 当日 前日 直前 前の日", within(10, stops="。、"), _UNDONE, within(6, stops="。、"), either(_MAY, "られ れます れる れん"), *_ASKED),
        (f"{CANCEL} 変更 へんこう", maybe("を は って"), within(6, stops="。、"), "いつまで 前日 当日"),
    ),
    Request.COPIES: Phrases(
        (_HOW_MANY, _SHEETS, maybe("ずつ"), maybe("、 を が ほど"), maybe("で でも"), within(4, stops="。"), _MAY, *_ASKED),
        (
            _HOW_MANY,
            _SHEETS,
            maybe("ずつ"),
            maybe("、 を が は"),
            within(4, stops="。、"),
            "いる いり 要る 要り ほしい 欲しい ほしか ください 下さい もらい もらえ もろう 必要 お願い おねがい 頼",
            never("ません まへん らない らん"),
        ),
        (_HOW_MANY, _SHEETS, maybe("だけ"), "で", "いい よか ええ 結構 けっこう 大丈夫 だいじょうぶ"),
        (
            "本籍 ほんせき 続柄 つづきがら 世帯全員 家族全員 全員 ぜんいん 世帯主 せたいぬし マイナンバー まいなんばー 抄本 しょうほん",
            maybe("の が も は を"),
            maybe("ちゃんと"),
            "載 のっ のせ のった 入 はい いれ いり 書い 記載 省略 付き つき",
        ),
        ("世帯全員 家族全員 一人 ひとり 家族 せたいぜんいん かぞくぜんいん", "の分 のぶん", *_ASKED),
        ("の分 のぶん", maybe("も を"), "一緒に いっしょに 同時に まとめて いっぺんに", maybe("、"), "取れ とれ もらえ 出せ いただけ 頂け", *_ASKED),
        ("枚数 通数 部数 まいすう つうすう 何枚 何通 なんまい なんつう", within(16, stops="。"), either("言 いう いわ 伝 つた 決め きめ", ("もらえ 取れ とれ", "ま る"))),
    ),
    Request.REMINDER: Phrases(
        (
            _NEWS,
            maybe("か何か とか でも か なんか で"),
            maybe("が は を も って"),
            within(6, stops="。"),
            "来 く き 届 とど もらえ もらう 送 おく 知らせ しらせ いただけ くれ あり ある",
            never("たと た。 ました まし たけ たん たの とる とっと ていま っと"),
            *_ASKED,
        ),
        ("前の日 前日 まえのひ ぜんじつ 近くな 近づい 直前", within(6, stops="。"), "電話 でんわ 連絡 れんらく 知らせ しらせ お知らせ おしらせ", *_ASKED),
        ("電話 でんわ", "で", "知らせ しらせ お知らせ 教え おしえ", *_ASKED),
    ),
    Request.BRING: Phrases(
        (
            f"カード かーど 登録証 とうろくしょう 証明するもの 写真付き {BROUGHT}",
            maybe("とか だけ も"),
            maybe("は が を わ で"),
            maybe("、 別に やっぱり"),
            "いる いり 要る 要り いらん 要らん 必要 ひつよう 持って もって 見せ いい よか 大丈夫",
            *_ASKED,
        ),
        ("写真付き 写真つき しゃしんつき 身分証 免許証", within(12, stops="。"), "ない なか 無い 持たん 返し 返納 終わって 切れ", within(20, stops="。"), "受け うけ いい よか 大丈夫 だいじょうぶ でき もらえ", *_ASKED),
    ),
    Request.FEE: Phrases(
        (behind("0 百 千 ひゃく びゃく ぴゃく せん"), "円 えん", maybe("に で", ("っち", "いう")), within(4, stops="。"), "なる なり です いる かか こと", *_ASKED),
    ),
    Request.DURATION: Phrases(
        ("時間 じかん", maybe("が は も"), within(4, stops="。"), "かか 掛か", *_ASKED),
        ("昼 ひる 何時 なんじ", maybe("ごろ 頃 過ぎ すぎ"), "まで", maybe("は も"), "かか 掛か", *_ASKED),
    ),
    Request.NAMELESS: Phrases(
        ("名前 なまえ 氏名 しめい 住所 じゅうしょ", within(10, stops="。"), either(("申し上げ もうしあげ 申し 言う 言っ 伝え 名乗っ", maybe("て"), maybe("い お"), "りませ ませ な とらん とりませ てな らん")), within(14, stops="。"), "よろし いい よか 大丈夫 だいじょうぶ 構", *_ASKED),
        ("名前 なまえ 氏名 しめい 住所 じゅうしょ", maybe("は も を とか って わ"), maybe("、"), within(4, stops="。"), "言わ いわ 言う いう 聞か きか 聞く いら いる いり 要ら 要り 要る 必要 伝え つたえ 名乗", *_ASKED),
    ),
}  # fmt: skip
"""To a read-back and once something was done."""

NEEDED = Phrases(
    (
        never_behind(
            "予約 よやく 金 かね 名前 なまえ 住所 料金 手数料 電話 でんわ 付き添い つきそい 人 ひと 者 もの"
        ),
        "は って も が を わ なんか とか なんかは とかは",
        maybe("、"),
        within(12, stops="。?、"),
        either(
            "いり 要り いるん いると いるの いるか 要る いらん いらな 要らん 要らな 必要 ひつよう",
            ("持って もって", "い 行 来 く こ ゆ"),
            (
                "用意 ようい 準備 じゅんび 揃え そろえ もらって もろうて 書いて かいて",
                maybe("し"),
                maybe("て と"),
                "おけば おいたら とけば といたら おく とく いけば 行けば いったら 行ったら",
            ),
            ("忘れ わすれ なくて のうて", "て たら も ても"),
        ),
        within(8, stops="。"),
        either(
            ("か かね かな かいな かしら やろか ろうか", maybe("ね"), "$ 。 ?"),
            "? やろ でしょ よね やね っちゃろ",
        ),
    )
)
"""Whether a thing is to be brought, whatever it is: 「会社からもらった書類はいりますか」."""

TOGETHER = Phrases(
    (
        "一緒に いっしょに 同時に まとめて 続けて つづけて 一度に いっぺんに 同じ窓口で おなじまどぐちで 同じところで おなじとこで",
        within(6, stops="。"),
        "でき やって して 済 すむ もらえ いただけ 出し だし",
        *_ASKED,
    ),
    (
        "窓口 まどぐち",
        maybe("は って わ も"),
        maybe("、"),
        "同じ おなじ 一緒 いっしょ ひとつ 一つ 別 べつ",
        maybe("の"),
        maybe("とこ ところ 場所 窓口"),
        *_ENDS,
    ),
    (
        "別々 べつべつ 別の窓口 べつのまどぐち 二回 2回 にかい",
        within(8, stops="。"),
        "並 なら 行 いか 回 まわ 窓口 ですか 要 いる",
        *_ASKED,
    ),
)
"""Of several that are read back: 同じ窓口でできるとですか."""

SETTLED = Phrases(
    (
        "確定 かくてい 決まり きまり 決定 けってい 決まっ きまっ",
        several("です なん した たん た とる と の ん って っち"),
        _WHETHER,
    ),
    (
        never_behind("まだ"),
        "予約 よやく",
        maybe("は が も"),
        maybe("もう これで ちゃんと ほんとに"),
        "でき 取れ とれ",
        _IS_DONE,
        within(4, stops="。"),
        _WHETHER,
    ),
)
"""To a read-back: そんなら、もう決まりですか."""

DONE = Phrases(
    (
        "本当に ほんとに ほんとう ちゃんと これで もう",
        within(6, stops="。"),
        either(
            (
                "取れ とれ でき 出来 入っ はいっ 予約され",
                maybe("て"),
                f"{_IS_DONE} たん",
            ),
            "大丈夫なん だいじょうぶなん",
        ),
        within(4, stops="。"),
        either(f"{_WHETHER} やろ よね", ("ん の", "$ 。 ?")),
    ),
)
"""Once it was done: ちゃんと取れとると？"""

OF_JUST_NOW = Phrases(
    (
        "さっき 先ほど さきほど 今さっき いまさっき さいぜん",
        within(14, stops="。"),
        either(
            (
                "何時 なんじ 何日 なんにち いつ 何曜 なんよう",
                maybe("に から の"),
                "やった だった でした でしょ じゃった です",
                within(3, stops="。"),
                "か ね ? っけ",
            ),
            (
                "取れ とれ でき 出来 入っ はいっ",
                maybe("て"),
                "と てい る ます",
                within(6, stops="。"),
                "よね ね か やろ でしょ ?",
            ),
        ),
    ),
)
"""Where another errand is under way: さっき取ったのは何時やったかね, さっきの分は入っとるんですよね."""

ERRANDS = Phrases(
    (
        "ほか 他 あと",
        maybe("に は には っち って にっち にって"),
        maybe("、"),
        "何 なに なん どんな どういう どげな",
        within(8, stops="。"),
        "ある あり でき 出来 頼め たのめ 受け",
        within(8, stops="。"),
        f"{_WHETHER} の",
    ),
    (
        "何 なん なに どんな",
        "でもでき でも頼め でも聞け でもやって でもして でも受け ができ が出来 が頼め がたのめ を頼め のことができ の予約ができ ことが頼め ことができ ことが出来",
        within(8, stops="。、"),
        ahead("か ? と の ん"),
    ),
)
"""Asked for more: ほかにっち、何があると？"""

FACILITIES = Phrases(
    (
        "椅子 いす イス ベンチ トイレ といれ お手洗い エレベーター エレベータ えれべーたー えれべーた スロープ 手すり 授乳室 喫茶 食堂 自販機 コピー機",
        maybe("は が って も とか"),
        maybe("、"),
        within(8, stops="。"),
        "あり ある ござい 使え つかえ 借り かり",
        *_ASKED,
    ),
)
"""What there is in the house, of which nobody has told us: 「椅子はありますかね」."""
