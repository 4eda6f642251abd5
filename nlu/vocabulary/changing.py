"""What is said where it is asked whether a booking is to be moved to what was read back: that it is, what becomes of the old place
and of the number, that it is rather given back."""

from nlu.vocabulary.asking import ASKED
from nlu.vocabulary.bookings import NOUN
from nlu.vocabulary.phrase import Phrases, behind, either, maybe, never_behind, several, within
from nlu.vocabulary.requests import CANCEL

_POLITE = several(
    "よろしく どうぞ どうか お願い おねがい します いたします 致します 申し上げます ね ねえ よ わ 、 。"
)
_DO = either(
    (
        "て で",
        either(
            "ください 下さい くださいませ くれ くれん くれんね ちょうだい おいて おいてください ほしい",
            ("もら もろ 貰 いただ 頂", either("います いたい おう おうか えますか えませんか けますか けませんか きたい えたら ければ けたら けると えると えれば")),
            ("もろうて もらって いただいて", maybe("も"), "いい よか 結構 けっこう 構いません かまいません 大丈夫", maybe("です ですよ よ")),
        ),
    ),
    ("と とい ちゃ ちょ ちょい とっ", "いて って て", maybe("ください 下さい くれ")),
    ("ちゃ", "って り", maybe("ください 下さい")),
    "ます ましょう",
)  # fmt: skip
_GLAD = maybe(
    "、 と ば", "助か たすか 幸い さいわい ありがた 嬉し うれし 結構 けっこう", within(6, stops="、。")
)
MOVES = Phrases(
    (
        several(
            "はい ええ うん じゃあ では それでは もう 、 そう それで そんなら その通り そのとおり その通りに そのとおりに そのように そっちに それに 早う 早く"
        ),
        maybe("ご お"),
        either(
            ("変更 へんこう へんこー", maybe("し を で に のほど のほう の方", "のほど、 の、")),
            "変え かえ 替え 換え 改め あらため 移し うつし ずらし 動かし 直し",
        ),
        either((_DO, _GLAD, _POLITE), ("お願い おねがい よろしく", _POLITE), ("いただ 頂 願 ねが", "き い きたい えれば ければ います", _POLITE)),
        maybe("。"),
    ),
)  # fmt: skip
"""The whole of it asks for what was read back: 「ご変更のほど、よろしくお願いします」, 「変えといてください」."""

_OLD = either(
    ("前 まえ 元 もと 今 いま 古い 最初 さいしょ", "の"),
    ("もと まえ 元 前", "から"),
)
_GONE = "消え きえ なくな 無くな のうな 取り消され とりけされ 流れ どうな どげんな 生き 残 のこ 消し けし"
OLD_PLACE = Phrases(
    (_OLD, within(14, stops="。?"), _GONE, within(10, stops="。"), f"{ASKED} かいな のかな $"),
    (
        "変え かえ 変更 へんこう ずら",
        within(8, stops="。"),
        "ら と と、 ても",
        within(12, stops="。"),
        either(_OLD, "日 ひ 分 ぶん"),
        within(14, stops="。"),
        _GONE,
    ),
    (NOUN, "が は", "二つ ふたつ 2つ 二重 にじゅう ダブ", within(8, stops="。"), f"{ASKED} かいな $"),
)  # fmt: skip
"""「前の2日の分は、ほっといても消えるんかね」."""

NUMBER = Phrases(
    (
        never_behind("暗証 あんしょう 電話 でんわ 個人 口座"),
        "番号 ばんごう ばんごー",
        maybe("も は って が を の"),
        maybe("、"),
        within(8, stops="。"),
        "変わ かわ 同じ おなじ おんなじ 新し あたらし 前の まえの そのまま 使え つかえ",
    ),
)
"""「番号は変わるんかね」: of the booking."""

GIVES_UP = Phrases(
    (
        maybe("いっそ もう やっぱり やっぱ それなら いっその", within(4, stops="。")),
        f"{CANCEL} やめ 止め",
        maybe("する した に し"),
        either(
            ("ほう 方", within(6, stops="、。"), "かな かね かも よか いい ええ と思 か と"),
            ("よう ましょう", "か かな かね と"),
            ("たい たほう た方",),
        ),
    ),
)
"""It is rather to be given back, thought aloud: 「いっそキャンセルしたほうがいいかな」."""

STAYS = Phrases(
    (
        "日 ひ 曜 時 半 分 か じ 日の 曜日の にち にちの か",
        maybe("の"),
        "まま",
        maybe("で に が"),
        maybe("、"),
        either(
            "いい よか ええ 結構 けっこう 行き 行く 参り お願い おねがい 頼 $ 。 よろし",
            ("し して", maybe("と とい とって とっ"), maybe("て"), maybe("おい"), maybe("て")),
        ),
    ),
    (
        never_behind("時間は 日は 曜日は 日にちは じかんは ひは"),
        "元 もと 前 まえ 今 いま",
        "の",
        "まま",
        maybe("で に が"),
        either("いい よか ええ 結構 けっこう お願い おねがい 頼 $ 。 よろし 行 参 し"),
    ),
)
"""The booking is to stay where it is: 「やっぱり水曜のままにしといて」, 「元のままでよかった」."""

OF_A_PART = Phrases(
    (
        "日にち ひにち 日 ひ 曜日 ようび 時間 じかん 時刻",
        "は わ も だけ",
        within(8, stops="。"),
        "まま 同じ おなじ おんなじ 変わら かわら",
    )
)
"""What stays is the day or the time alone: 「日にちはそのまま、三日のまま」, 「時間は前とおんなじ」."""

_ENDS = (maybe("わ ね ねえ よ ばい です けん"), maybe("。"), "$")
RESOLVED = Phrases(
    (
        behind("、 。 ? か"),
        maybe("うん ええ はい じゃあ まあ よし ほんなら"),
        maybe("、"),
        "そうしよう そうします そうしましょう そうする それでいこう それで行こう それでいきましょう",
        *_ENDS,
    ),
    (
        behind("、 。 ? か"),
        "うん ええ はい よし",
        maybe("、"),
        "構わん かまわん 構いません かまいません 構わない いいです いい よか よかです 大丈夫 お願いします それでいい それでよか それでお願いします",
        *_ENDS,
    ),
)
"""At the end of talk that came to it: 「三日は友引やったかね、まあ関係ないか、うん、そうしよう」."""

AGAINST = Phrases(
    "やっぱ やはり やめ 止め 取り消 とりけ キャンセル 待って まって 待った ちょっと待 無理 むり だめ 駄目 都合が悪 都合悪 いけん いかん 別の ほかの 他の 変えん 変えな 元のまま 違う 違います 困る 困り 嫌"
)
"""What was told before it speaks for another place, or for none."""
