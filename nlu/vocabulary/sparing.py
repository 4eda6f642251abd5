"""What is said of one of several bookings that is to stand while another is moved or given back: 「金曜は行きます」, 「朝のはいいんやけど」."""

from nlu.vocabulary.answers import COMES
from nlu.vocabulary.bookings import AS_IT_IS
from nlu.vocabulary.phrase import Phrases, ahead, behind, either, maybe, never, never_behind, within

_TOPIC = "は わ も はもう とは のは"
_END = ahead("、 。 ? $ けど けん けえ ので から です ばい よ ね わ き")

STAYS = Phrases(
    ("残し のこし 生かし いかし", maybe("と て とい とっ")),
    ("とっ 取っ 置い おい", "とい とっ とき ちょっ ちょい", maybe("て"), maybe("ください 下さい くれ"), _END),
    ("置い おい", "とく ちょく ときます", _END),
    ("触ら さわら いじら", "ん ない", maybe("で どい"), maybe("て")),
    ("行く いく", "って ち", "。 、 $ 言"),
    (
        never_behind("日は 日にちは 日も 時間は 時間も じかんは ひにちは ひは 曜日は 場所は 用件は 日時は"),
        AS_IT_IS,
        never("じゃ では 行か の"),
    ),
    (
        either(never_behind("に へ"), behind("代わりに かわりに")),
        "行く いく",
        either("けん けえ き ばい つもり から とよ とです 予定 ことに わ", "、 。 $"),
    ),
    (COMES, "ます", never("せ か")),
    ("行 い", "かなきゃ かなならん かないけん かんといけん かんとね かないと かないかん かなくちゃ かんと、 かんといかん"),
    (_TOPIC, maybe("まだ ちゃんと"), "いる 要る 要ります いります 要り いりよる 必要", either(_END, "とよ とです んです もん")),
    ("行け いけ 行かれ", "そう", "な や です で に", never("か もな")),
    (_TOPIC, maybe("もう"), "大丈夫 だいじょうぶ", maybe("そう です や やけん")),
    (
        _TOPIC,
        "いい よか ええ",
        "んやけど んですけど とやけど とですけど けど んだけど やけど ですけど が、 ですが",
    ),
    (_TOPIC, "行け いけ 行かれ いかれ", "る ます", never("か")),
    (
        "取り消さ とりけさ 消さ けさ やめ 動かさ うごかさ ずらさ 変え",
        "ん ない んで ないで なくて んどい ず ずに",
        maybe("です で"),
        "。 、 $ よ ばい い で と",
    ),
    ("それで これで", "よか いい ええ 結構 けっこう"),
    ("大事 だいじ 大切 たいせつ", "やけ だか なん です や"),
)  # fmt: skip

BELONGS = Phrases(
    (
        "は わ",
        maybe("、"),
        "私 わたし 自分 俺 おれ わし うち",
        "の",
        maybe("やつ 分 予約"),
        either("なので なんで なもんで やけ やけん やから だから ですから です や", "$"),
        maybe("ね よ"),
        maybe("。"),
        "$",
    ),
)
"""The same, where nothing is said behind it: 「年金のは私のなので」."""

POINTS = Phrases(
    (
        behind("^ 、 。"),
        maybe("うん はい あ いや ええ"),
        maybe("、"),
        "それは それわ それも そっちは そっちわ そっちも",
    )
)
"""Of what was named before it: 「年金？ うん、それは行く」."""

PARTS = Phrases(
    ("、", never("これは それは これわ それわ これも それも")),
    "。 ? ! けど けれど ばってん けん けえ ので から し、",
    ("ほう 方 やつ", "です で", never("か ね よ け が も は す")),
    (
        "そのまま このまま",
        "に で",
        "し おい 置い",
        maybe("と とい"),
        "て",
        never("くだ 下 くれ もら ほし いい よか お 。 、"),
    ),
    (
        "消し けし やめ 止め 取り消し とりけし キャンセルし きゃんせるし 残し のこし 残しちょっ のこしちょっ",
        maybe("と とい ちょ"),
        maybe("っ"),
        "て",
        never("くだ 下 くれ もら ほし いい よか お"),
    ),
)
"""Where one part of the sentence ends and another may begin."""

WHY = Phrases(("は わ", within(24, stops="。?"), "けん けえ ので から き もんで んで し", maybe("、"), "$"))
"""Why something stands, told before that: 「住民票は娘が代わりに行くき、そのままに」."""

GOES_ON = Phrases(
    (either("は も が を の に と わ へ ば や やっぱり やっぱ", (never_behind("ん"), "で")), "、", "$")
)
"""A pause in the middle of a part: 「午後のは、そのままに」."""

_ONE = "ほう ほー 方 やつ 分 ぶん 予約 よやく"
IT_WAS = Phrases(("の", _ONE, maybe("なん"), "でした やった だった じゃった", never("か ろ や")))
IT_IS = Phrases(
    (
        "の 個 つ こ",
        _ONE,
        maybe("なん だけ"),
        either("です でした やった だった じゃった や だ ば", "$ 。 、 を お ば"),
        never("か ろ ね"),
    )
)
"""One is pointed at, or put in the place of what was said: 年金のほうです, 3日のやつでした."""

SINGLED_OUT = Phrases(("の", "ほう ほー 方 分 ぶん やつ 予約 よやく"), ("の", "は わ"), "だけ")
"""Of one of several that were named."""

THE_OTHER = Phrases(
    (
        "もう片方 もう片っぽ もうかたっぽ もう一方 もうかたほう もう一つ もうひとつ もう1つ もいっこ 残り のこり ほか 他",
        maybe("の"),
        maybe("ほう 方 やつ 予約 よやく と"),
        never("に も 人 かた 日 時間"),
    ),
    (
        behind("^ 、 。 ? や じ"),
        maybe("ゃ ゃあ ゃ、"),
        "違う ちがう",
        "ほう 方",
        never("が は に"),
    ),
    (
        "じゃな やな ではな じゃの やの",
        maybe("い く か うて"),
        maybe("て"),
        "ほう 方 やつ もう",
    ),
)
"""The one that was not named."""


NOT_BUT = Phrases(
    "やのうて やなくて やなくって じゃのうて じゃなくて じゃなくって ではなく でなくて やなしに じゃなしに やないで"
)
"""「住民票やのうて、年金のほう」: what is named before it is not meant, but what is named behind."""

NONE_OF_THEM = Phrases(
    "どれも どの予約も どっちも どちらも 両方とも 両方 二つとも 2つとも ふたつとも りょうほう"
)
WONDERS = Phrases(
    (
        "2つ 二つ ふたつ 2件 3つ 三つ みっつ 3件",
        "も",
        maybe("予約 よやく"),
        "入れ いれ 入っ はいっ 取っ とっ あり ある あっ",
    )
)
"""「二つも入れとったかいな」"""
