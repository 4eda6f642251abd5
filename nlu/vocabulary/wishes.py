"""Words of wishes among free places, and of slots named without a value."""

from nlu.meaning import Order
from nlu.question import Expect
from nlu.vocabulary.days import ANOTHER
from nlu.vocabulary.phrase import (
    Phrases,
    Row,
    ahead,
    behind,
    either,
    maybe,
    never,
    never_behind,
    several,
    within,
)

_FREE = "空いている 空いてる 空いとる 空いちょる あいとる"
ORDERS: dict[Order, Phrases] = {
    Order.EARLIEST: Phrases(
        ("なるべく なるたけ できるだけ 出来るだけ できれば とにかく", "早 はや はよ お早 おはや すぐ 近い"),
        ("一番 1番 いちばん", "早い はやい 近い"),
        "最短 最速 早ければ早い",
        ("直近", never("の")),
        ("一番 1番 いちばん", maybe("、"), "最初 さいしょ 初め はじめ", "の", "で に", "$ お 頼 た 、 。 入 は"),
        ("一番 1番 いちばん", maybe("、"), "最初 さいしょ 初め はじめ", "の", "時間 じかん 時刻 とき 枠"),
        (
            either(("早め", never(("て", "も くだ 下 ほし 欲 い く や 、 。 $"))), (never_behind("っち そちら それ こちら これ あちら あれ ほう 方"), "はやめ", ahead("に の で が 、 。 $"))),
            never(("に", maybe("、"), "家 うち 出 で 支度 着 つ 来 行って いって 切り上げ 寝 起き 昼 夕")),
        ),
        ("早い はやい", maybe("日 時間 じかん とき ほう 方"), either("なら が に ほど", ("で", never("す")))),
        ("すぐ", "に が で $", never((within(8, stops="。、?"), "とる とります とって とった ました くれた くれて くれまし"))),
        (_FREE, "一番 中で"),
    ),
    Order.LATEST: Phrases(
        (
            "なるべく なるたけ できるだけ 一番 1番 いちばん",
            maybe("、"),
            "遅 おそ",
            never((maybe("い か"), "日 曜日 週")),
        ),
        ("一番 1番 いちばん", maybe("、"), "最後 さいご おしまい", "の", "時間 じかん 枠 ほう 方"),
    ),
    Order.ANY: Phrases(
        ("あんた あなた そっち そちら お宅 おたく", maybe("の"), maybe("ほう 方"), "が で", maybe("、"), "決め きめ 選ん えらん"),
        "いつでも いつでん 何時でん なんじでん 何日でも 何曜日でも 何曜でも なんようびでも なんようでも 何時でも なんじでも なんにちでも どの日でも どの時間でも いつだって どこでも 任せ おまかせ",
        (_FREE, "ところ 時間 日 とき"),
        ("どれ どっち どちら 何 なん どいつ", "でも でん", maybe("、"), "いい 良い よい よか ええ えい 構 かま 大丈夫 だいじょうぶ 結構 けっこう"),
        (
            "前後 ぜんご 多少 たしょう 少々 少し すこし ちょっと ちいと いくらか 分 ふん ぷん",
            within(4, stops="、。"),
            "ずれ ずらし 動い 前後し",
            within(6, stops="、。"),
            "構わ 構い かまわ かまい いい よか ええ 大丈夫 平気",
        ),
        (
            "そっち そちら お宅 おたく あんた あなた 役所 やくしょ",
            maybe("さん 様 さま"),
            either(
                ("の", "お手すき 手すき おてすき お手隙 手の空い 手があい お暇 おひま", within(4, stops="、。")),
                ("の", maybe("ほうの 方の いい よか ええ"), "都合 つごう", within(4, stops="、。"), "合わせ あわせ いい よか 良い ええ"),
                ("で が に", maybe("適当に てきとうに"), "決めて きめて 決めち きめち 選んで えらんで 合わせ あわせ 見繕"),
            ),
        ),
        ("特に希望 特にこだわり", within(3), "な ありません"),
    ),
}  # fmt: skip

SOON = Phrases(("早い 早か はやい はやか 早め はやめ", "時間 じかん 時刻 時 うち 方 ほう"))
LATE = Phrases(
    ("遅い 遅か おそい おそか 遅め おそめ", "時間 じかん 時刻 時 とき 方 ほう"),
)
"""Of the time that is asked for: 遅い時間で."""

_CHANGED: Row = (maybe("を が は の方を だけ も"), within(8), "変 かえ 替 違 ちが 間違 別 直 ほか 他")
_ALONE: Row = (maybe("を です"), maybe("。"), "$")
_BAD: Row = (
    "が は わ も",
    maybe("ちょっと どうも"),
    either(("悪 わる", "い か う"), "合わん あわん 合わない 合いません"),
)
_LITTLE: Row = ("が は わ も", "ちょっと どうも", maybe("ね な"), several("え ー あ"), "、 。 $")
_NAMED = either(_CHANGED, "の方 のほう", _ALONE, _BAD, _LITTLE)
TOPICS: dict[Expect, Phrases] = {
    Expect.TIME: Phrases(("時間 時刻 じかん", _NAMED)),
    Expect.DATE: Phrases(
        ("日にち 日付 日程 ひにち 曜日 日取り", _NAMED),
        ("^ 、 。", "日", _NAMED),
        (ANOTHER, "日 ひ 曜日", never("本")),
    ),
    Expect.PROCEDURE: Phrases(
        ("手続き 手続 用件 要件 中身 中味 てつづき ようけん なかみ", _NAMED),
        ("用事 ようじ 内容 ないよう", maybe("を ば だけ"), maybe("、"), "変え かえ 替え 換え 変更"),
    ),
    Expect.NAME: Phrases(("名前 氏名 なまえ", either(_NAMED, "が違 がちが", ("が", "$")))),
    Expect.OFFICE: Phrases(
        ("役所 くやくしょ 場所 どの区", either(_CHANGED, ("を", "$"))),
        ("^ 、 。", "区", either(_CHANGED, ("を", "$"))),
    ),
}

LEFT_TO_DO = Phrases(
    (
        "そのあと その後 残り のこり いろいろ ほかの",
        within(8, stops="。"),
        "手続き 手続 てつづき てつずき",
        "のほう の方 です を",
        maybe("です で"),
        never((within(8), "変 かえ 替")),
    )
)
"""そのあとの、いろいろの手続きのほうです: what is told of a death, and no wish to change what for."""

UNCHANGED = Phrases(
    ("元 もと 前 まえ 今 いま 予約 その", maybe("の"), "まま まんま 通り とおり"),
    ("そのまま そのまんま 同じ おなじ おんなじ 一緒 いっしょ 変わらず 変わりなし", never("ように")),
    ("変え かえ 替え", "んで ないで なくて ずに"),
)
"""That what was asked for stays as it is."""

_AS_BEFORE = (
    maybe("は も を だけは"),
    maybe("、"),
    maybe("前と まえと 今と いまと 予約と"),
    either(
        ("同じ おなじ おんなじ 一緒 いっしょ", ahead("で に $ 、 。 が や と")),
        "そのまま そのまんま 今のまんま いまのまんま 元のまんま 据え置き すえおき 据置 変わらず かわらず 変わりなし 変わりませ 変わらん 変わらない かわりませ かわらん 今まで通り 今までどおり いままでどおり いままで通り 今のまま いまのまま 元のまま もとのまま 前のまま まえのまま 元のとおり 前のとおり 予約通り 予約どおり",
        ("変え かえ 替え 換え", "んで ないで なくて ずに んでよ"),
    ),
    never("ように じゃ では だと は だめ"),
)  # fmt: skip
_SAME = "同じ おなじ おんなじ 一緒の いっしょの"
_NOT_SAME = never(
    (
        maybe("だと は わ じゃ では も が"),
        either(
            "だめ 駄目 無理 いけん 困 なく なか ない やなく 疲れ つかれ きつ しんど えらい 難し むずかし 忙し せわし 大変 たいへん 嫌 いや やめ 都合",
            ("じゃ",),
        ),
    )
)
_CLOCK = "時間 時刻 じかん"
_DAY = either(
    "日にち 日付 曜日 ひにち",
    (behind("^ 、 。"), "ひ", ahead("は わ")),
    (never_behind("毎 今 明 昨 両 平 終"), "日"),
)
_NUMBER = ("0 1 2 3 4 5 6 7 8 9 一 二 三 四 五 六 七 八 九 十 じゅう く に さん よ ご いち はち", "時 じ")
_NOT_DONE = either("んで んと んどい んどっ ないで なくて なくち ずに", ("ん", "でよか でいい でん"))
_NEEDLESS = "いりま 要りま いらん 要らん いらな 要らな なし 無し ありませ なかです ないです 結構 けっこう 不要 せんで せんと しない しませ"
_FIRST_SAID = either(
    (
        "最初 さいしょ はじめ 初め 元 もと 前 まえ 予約",
        maybe("に と の で"),
        "言うた 言った いうた いった 決めた きめた 取った とった 頼んだ 予約した 聞いた",
    ),
    ("最初 さいしょ もともと 元々", "の"),
)
KEPT: dict[Expect, Phrases] = {
    Expect.DATE: Phrases(
        (either("日時 にちじ", _DAY), *_AS_BEFORE),
        (_DAY, "と も や", _CLOCK, *_AS_BEFORE),
        (_SAME, "日にち 日 ひ", never("本 曜 付"), _NOT_SAME),
    ),
    Expect.TIME: Phrases(
        (either("日時 にちじ", _CLOCK), *_AS_BEFORE),
        (_CLOCK, "と も や", _DAY, *_AS_BEFORE),
        (_SAME, _CLOCK, _NOT_SAME),
        ("そのまま 今のまま いまのまま 元のまま もとのまま 前のまま 今まで いままで", "の", _CLOCK, "で に"),
        (_CLOCK, maybe("は も"), within(8, stops="、。"), "のまま のまんま"),
        (
            _CLOCK,
            maybe("は も を だけは"),
            maybe("、"),
            "動かさ うごかさ ずらさ 変え かえ 替え いじら",
            _NOT_DONE,
        ),
        (_CLOCK, maybe("の は"), "変更 へんこう へんこー", maybe("は も を"), _NEEDLESS),
        (_FIRST_SAID, _CLOCK, never("じゃ では だと は が より")),
        (_SAME, ahead(_NUMBER)),
        (
            either(_NUMBER, (*_NUMBER, "半 はん")),
            "で は も から からで",
            maybe("、"),
            maybe("そのまま"),
            either("変わらん 変わらず 変わりな かわらん かわらず 変わりませ", ("変え かえ 替え", _NOT_DONE)),
        ),
        (either(_NUMBER, (*_NUMBER, "半 はん"), "5分 0分 ごふん じゅっぷん じっぷん"), "のまま のまんま"),
    ),
}
"""Which of a booking's day and time is to stay as it is: 「時間は同じで」, 「日と時間はそのままで」, 「同じ日の」."""

THE_USUAL = Phrases(
    (
        "いつもの いつもん 毎度の まいどの 例の れいの",
        maybe("とおり 通り"),
        "やつ あれ それ 件 分 ぶん もの もん 手続 てつづ 用 紙 かみ 書類 しょるい を ば で です $ 、 。",
    ),
    ("いつも 毎度 まいど", "と", "同じ おなじ おんなじ 一緒 いっしょ"),
    (
        "この前 このまえ こないだ この間 このあいだ 前回 ぜんかい 先月 せんげつ 去年 きょねん 前に来た まえに来た せんだって 前 まえ",
        maybe("と の"),
        maybe("きと ときと 時と"),
        maybe("まったく 全く"),
        "同じ おなじ おんなじ 一緒 いっしょ",
        maybe("の"),
        "で を ば やつ もの もん 手続 てつづ 用 紙 書類 です や $ 、 。",
    ),
)
"""What it is for, told by an earlier time alone: いつものやつ, この前と同じで."""
