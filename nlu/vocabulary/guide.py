"""Words of who tells what has happened, and asks what is to be done."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, within
from nlu.vocabulary.unwished import ANOTHER, HANDED_IN, NO_QUESTION, NO_WISH, SO_FAR

_WHAT = "何 なに なん どんな どう どげん どういう"
_DONE = (
    "したらいい したらよか したらええ したらよろ すればいい すればよろ すればよか するといい しなきゃ せんといけ せないけ しないといけ"
    " やったらいい やればいい が必要 がいる がいり が要る が要り をしたら をすれば をやれば から始め からはじめ から手 からすれば からしたら"
    " したらいっちょ いりますか 要りますか 必要ですか"
)

ASKS_WHAT_TO_DO = Phrases(
    (_WHAT, never("か"), within(8, stops="。"), _DONE),
    ("手続 てつづ", within(6, stops="。"), "教え おしえ 全部 ぜんぶ 一覧"),
    ("手続 てつづ", within(4, stops="。"), "何 なに なん どんな"),
)
"""何をしたらいいですか, 手続きは何がいりますか, どうしたらいいですか. Not なんか届けがいるんでしょう, of one that is not known by its name."""

NONE_OF_THEM = Phrases(
    "なし 無し ありません ない いません いない おりません おらん どれも どちらも違 いずれも"
)
"""No choice of several is so."""

NOT_DECIDED = Phrases(
    (
        "まだ 決め きめ 決ま きま",
        maybe("きめ きま 決め 決ま"),
        maybe("て で"),
        maybe("い お"),
        "ない なく なか ません らん とらん ちょらん ておらん てな",
    ),
    (
        "どっち どちら どれ",
        maybe("の"),
        maybe("ほう 方 扶養 保険"),
        maybe("に が を"),
        within(8, stops="。"),
        "得 とく 入る 入れ はいる いれ",
        within(6),
        "か ん と や $",
    ),
    ("話し合 相談 迷 考え", maybe("っ し い え"), maybe("て"), maybe("い お"), "る とる よる ちゅう よ"),
    "相談中 検討中 どっちでもな どちらでもな どっちでもあり どちらでもあり",
    ("存じ ぞんじ", maybe("あげ 上げ"), "ません ませ"),
    ("わか 分か", "らん りません らない りませ りかね らへん らんと"),
    "知らん しらん 知りません しりません 知らない 聞いとらん 聞いてない",
)
"""まだ決めとらん, どっちに入れたら得ですか, よう分からん, とんと存じませんで."""

OF_A_UNION = Phrases(
    (
        "建設 けんせつ 土建 どけん 医師 いし 歯科 しか 薬剤師 理容 美容 税理士 食品 酒販 全国土木 弁護士 歯医者 お医者",
        maybe("さん"),
        maybe("の 業"),
        "国保 こくほ 国民健康保険 こくみんけんこうほけん",
    ),
    ("国保 こくほ 国民健康保険", "組合 くみあい"),
)
"""建設国保: an insurance of a trade, which goes by the name of the city's."""

DENIED = Phrases(
    (maybe("の保険 のほけん のほう"), maybe("で"), "じゃな やな じゃの やの ではな でな はやめ をやめ")
)
"""Behind what is named: 社保じゃなくなって."""

FIRST_OF_ALL = Phrases(
    "最初の さいしょの 一つ目 ひとつ目 1つ目 ひとつめ 先に言 先のほう さきのほう 上のほう 前のほう まえのほう 一番目 始めの 初めの はじめの"
)
LAST_OF_ALL = Phrases(
    "最後の さいごの あとのほう 後のほう あとに言 後に言 下のほう 二つ目 ふたつめ 2つ目 あとのやつ 後のやつ 後の方 あとの方"
)
"""By its place among what was read out."""

TELLS_A_PLACE = 14
"""Characters of an answer that names nothing but a place, at most."""

WHETHER_DONE = Phrases(("もう", within(10, stops="。"), "ましたか"))
"""A question whether something was done: 死亡届は、もう出しましたか."""

_NOT_YET = either(
    ("まだ", maybe("なん やった"), "$ 。 、 です や だ じゃ ばい たい よ ね なあ なん"),
    (
        either(HANDED_IN, "し やっ 行っ いっ 何も なにも なんも"),
        "とらん とらな とりませ ちょらん ちょりませ てない ていない てなか てません ていません ておりませ ておらん てへん とりまへん",
    ),
    ("これから 今から いまから", never("は も")),
    ("出さん ださん 出さない ださない", "と 、 ままで"),
)
NOT_DONE = Phrases((_NOT_YET,))
"""まだです, まだ出しとらん, これからです, 何もしとらんとです."""

_SEEN_TO = either(
    (either(HANDED_IN, "行っ いっ 任せ まかせ 頼ん たのん 渡し わたし お願いし おねがいし"), SO_FAR, NO_WISH),
    ("し やっ", "て", "くれ もら もろ いただ 頂", "た と ま うた うと っと いた", never("らん らな")),
    ("済 す", "んど んだ んでい んでお んでま んでる みま んじょ"),
    ("済み ずみ すみ 終わり おわり", "です ました や だ"),
    ("終わ おわ", "った って っと っち"),
    (either(HANDED_IN, "し"), "とる とり とっ ちょる ちょり てある てあり"),
    ANOTHER,
)
WAS_DONE = Phrases((_SEEN_TO, NO_QUESTION))
"""葬儀屋さんが出してくれました, 息子が行ってくれた, もう済んどります, 任せました."""

_NOTICE = ("届け とどけ 届 とどけで", maybe("だけ のほう の方"), "は わ も を ば なら")
NOTICE_IS_IN = Phrases((*_NOTICE, within(16, stops="。"), _SEEN_TO, NO_QUESTION))
NOTICE_IS_NOT = Phrases((*_NOTICE, within(6, stops="。"), _NOT_YET))
"""届けは葬儀屋さんが出してくれたんですけど, 届けはまだで, told with what happened."""
