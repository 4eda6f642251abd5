"""What is said of one errand of a visit that is booked for several: it is taken off, it stays, another takes its place."""

from nlu.vocabulary.bookings import WISHED
from nlu.vocabulary.days import ANOTHER
from nlu.vocabulary.phrase import Phrases, either, maybe, never, never_behind, within

_PART = maybe(
    "の方 のほう のほー の分 のぶん の件 のけん の用 の用事 の用件 の手続き のてつづき のてつずき の予約 のよやく のやつ ほう 方"
)
_CANCEL = "取り消し 取消し 取消 とりけし キャンセルし きゃんせるし キャンセル きゃんせる"
_TO_CHANGE = "替え 変え 換え かえ 代え 変更 へんこう 交換 こうかん 差し替え さしかえ 取り替え とりかえ 入れ替え いれかえ"
_NEEDLESS = "いらん 要らん いりません 要りません いらない 要らない いらなく 要らなく いらんごと 要らんごと いらんく 要らんく いらんよう 要らんよう いりまっせん 不要 必要な 必要ありま"

OFF = Phrases(
    (
        f"{_CANCEL} やめ 止め 取りやめ 取り止め とりやめ 外し はずし 抜い ぬい 除い のぞい のけ 省い はぶい 減らし へらし 削っ けずっ 消し けし 落とし",
        either(
            WISHED,
            ("とい とっ とき とく ちょい ちょっ", maybe("て")),
            (maybe("に を で"), "お願い おねがい 頼 たの"),
            "ます ませんか",
            ("て", maybe("も"), "$ 。 、 いい よか ええ 構わ かまわ よろし もろ もら ほし くれ"),
        ),
    ),
    ("やめ 止め", either(("る", maybe("けん わ ばい ことに つもり"), "$ 。 、 し"), "よう ようと ようか")),
    ("やめ 止め", "に", either(("し", WISHED), ("し", "とい とっ とき とく"), "する")),
    (_CANCEL, "です で $ 。"),
    (_NEEDLESS, never((within(3, stops="。、"), "か ?"))),
    ("なし 無し", either(("に", "し"), ("で", maybe("お願い おねがい いい よか ええ"), "$ 。 、 い お け"))),
    (
        never_behind("で て も と に ら ば"),
        "いい よか ええ 結構 けっこう",
        maybe("です とです んです"),
        maybe("ばい よ わ けん"),
        "$ 。 、",
        never("か"),
    ),
    (
        "また 今度 こんど 次回 じかい 後日 ごじつ 先 さき",
        maybe("の機会 ので"),
        "に",
        either(("し", WISHED), "します しとく しときます する しとい"),
    ),
    ("見送", "り ら っ"),
    ("せん しな しません", either("で", ("く", "て")), maybe("も"), "いい よか ええ"),
    ("行かん いかん 行かない せんで しないで", "で", maybe("も"), "いい よか ええ よう"),
)
"""Behind its name, with whatever stands between: it is not wanted any more."""

NOT_OFF = Phrases(
    (
        "やめ 止め 取り消し とりけし キャンセルし 外し はずし",
        "とらん とらな とりませ てな ていな てませ ていませ ちょらん",
    )
)
"""It was not taken off: 「印鑑登録はやめとらんよね」."""

STAYS = Phrases(
    "残し のこし 残る のこる 生かし いかし",
    ("そのまま このまま 今のまま いまのまま", never("じゃ では で困")),
    (
        "行く いく 行き いき 参り まいり 伺い うかがい もらい 取り とり",
        maybe("に行き にいき に行く にいく"),
        either(("ます", never("せ か")), "けん けえ 、 。 $ わ ばい"),
    ),
    (
        maybe("まだ ちゃんと やっぱり"),
        "いる 要る いります 要ります いりよる 必要で 必要や 必要だ いるけん",
        never((within(6, stops="。、"), "か ?"), "ん の"),
    ),
)
"""Behind its name: it is still wanted."""

ONLY = Phrases(
    (
        _PART,
        "だけ のみ 一つ ひとつ 1つ 一本",
        maybe("は わ を お ば"),
        maybe("、"),
        either(
            "残 のこ に お願い おねがい 頼 たの 行 取り とり もらい いる 要る いります 要ります そのまま 予約 よやく",
            ("で", never("す")),
        ),
        never("す、が"),
    ),
)
"""Behind its name: it alone is still wanted."""

_WHICH = (maybe("る たい ます"), "の ん と ほう", "は わ って", maybe("、"), "$")
WHICH_IS_OFF = Phrases(
    (
        "やめ 止め 取り消す 取り消し 取消す とりけす とりけし キャンセルする キャンセルし 外す 外し はずす 抜く いらん 要らん いらない 要らない 必要ない 取りやめ",
        *_WHICH,
    )
)
WHICH_STAYS = Phrases(("残す のこす 残し のこし 要る いる 必要な 行く いく", *_WHICH))
"""Before its name, at the end of what was said: 「やめるのは|住民票のほうです」, 「要るのは|住民票です」."""

TOO = Phrases((_PART, "も"))

ALONE = Phrases(
    (
        _PART,
        maybe("だけ のみ"),
        maybe("を ば お は わ なん"),
        maybe("です だ や ですよ ですけど ね よ ばい たい"),
        "$ 。 、",
    )
)
"""Behind its name: nothing is said of it."""

INTO = Phrases(
    (
        _PART,
        "に へ",
        maybe("、"),
        either(
            f"{_TO_CHANGE} 切り替え きりかえ 振り替え",
            ("し", WISHED),
            ("し", "とい とっ とき"),
            "お願い おねがい",
        ),
    ),
    (_PART, maybe("なん"), "やった だった でした じゃった", never("ら り")),
    (_PART, "に", maybe("は"), "用 よう", maybe("事 じ"), "が"),
    (_PART, maybe("を ば お が"), within(6, stops="。、"), "代わり かわり 替わり", "に で"),
)
"""Behind the name of another: it takes the place of one."""

QUOTED = Phrases(
    (
        within(14, stops="。、"),
        "ち って っち と",
        maybe("、"),
        "言う 言い 言わ 言っ 言うて いう いわれ 聞い",
    )
)
"""Behind its name: somebody else says so."""

EXCHANGED = Phrases(
    (
        _PART,
        maybe("を お ば から だけ は わ の代わりに のかわりに の代わり のかわり"),
        maybe("、 ね、 ですね、"),
    )
)
"""Between the name of one and of what takes its place."""

JOINS = Phrases((maybe("の方 のほう"), "と や も とか およびは 、 と、 も、 やら"))
"""Between two of which the same is said."""

CHANGES = Phrases((_PART, "に へ", maybe("、"), either(_TO_CHANGE, ("し", WISHED))))
"""Behind the name of what takes the place of the only errand, where that is not named."""

INTO_THAT = Phrases(("そっち そちら そい それ", _PART, "に へ", maybe("、"), _TO_CHANGE))
"""What was named last takes the place of one."""

ADDS = Phrases(
    "付け足 つけ足 つけたし 付け加え つけくわえ くっつけ 抱き合わせ",
    ("追加 ついか 足し", "し て で を お"),
    (
        "予約 よやく 日 ひ それ とき 時間 じかん",
        "に",
        maybe("ね"),
        maybe("、"),
        within(16, stops="。"),
        "も",
        maybe("、"),
        "一緒 いっしょ 入れ いれ 足し お願い おねがい して してもらえ",
    ),
)
"""What is named is to be done at the same visit."""

ONE_OF_THEM = Phrases(
    (
        "片方 かたほう 片っぽ かたっぽ どっちか どちらか 一つ ひとつ 1つ 片一方",
        maybe("だけ は を ば が のほう"),
        within(10, stops="。、"),
        f"{_CANCEL} やめ 止め 外し はずし 減らし へらし 抜い 要ら いら いりま 要りま 済ん すん 消し けし 取りやめ",
    ),
    (
        "片方 かたほう 片っぽ かたっぽ 一つ ひとつ 1つ 片一方",
        "だけ",
        maybe("で の"),
        either("いい よか ええ 結構", "です や $ 。 、 お願い おねがい"),
    ),
)
"""One of them is to be taken off, and which is not said."""

THE_OTHER = Phrases(
    (
        never_behind(f"{ANOTHER}"),
        "もう片方 もうかたほう もう一つ もうひとつ もう1つ もう一方 あと ほか 他 残り のこり それ以外",
        maybe("の"),
        maybe("ほう 方 やつ 分 用事"),
        maybe("は わ を ば お が"),
        maybe("、 もう もー 全部 ぜんぶ"),
        f"{_CANCEL} やめ 止め 外し はずし 抜い いら 要ら いりま 要りま 消し けし なし 結構 けっこう",
    ),
)
"""Those that were not named are taken off."""

UNDONE = Phrases(
    ("元 もと 前 まえ", "に のとおりに の通りに のように の予約に の用件に", maybe("、"), "戻 もど"),
    ("元 もと", "に の通りに のとおりに のように", "し"),
    "元通り もとどおり 元どおり",
)
"""What was changed is to be as it was."""

WHOLE = Phrases(
    (
        "両方 りょうほう りょーほー 二つとも 2つとも ふたつとも 全部 ぜんぶ どっちも どちらも 丸ごと まるごと 予約ごと すべて 全て みんな",
        never("やな じゃな ではな じゃの やの でな とちが と違"),
    ),
    (
        "行け いけ 行かれ いかれ 来れ 来られ 伺え うかがえ 出られ 動け 動かれ",
        "ん ない ません まっせん なく なか",
        never("こと"),
    ),
    ("無理 むり", "に や です だ なん"),
)
"""The whole visit is given up, by every errand or as nobody can come."""
