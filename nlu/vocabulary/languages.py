"""Languages that an office may have an interpreter for, by their ISO 639 codes."""

from nlu.lexicon import Entry, Term
from nlu.vocabulary.phrase import Phrases, either, maybe, never

INTERPRETER = ("通訳", "つうやく", "つーやく")
"""What is asked for."""

NOT_NEEDED = Phrases(
    "不要",
    ("要 い 入", "り ら", "ません ない んです"),
    ("要 い 入", "り ら", "ん", "$"),
    ("必要 ひつよう", maybe("は で"), maybe("あり ござい"), "ません ない"),
    ("^ 、 。 は も", "なし 無し"),
)
ENOUGH = Phrases(
    "結構です けっこうです 大丈夫 だいじょうぶ",
    ("^ 、 。", maybe("もう"), "いいです"),
    ("日本語で", "す いい お願い"),
)
"""None is needed, where no value is named: 「英語で大丈夫です」 names one."""


def _language(code: str, text: str, reading: str, *others: tuple[str, str]) -> Entry:
    return Entry(code, Term(text, reading), tuple(Term(*other) for other in others))


LANGUAGES = (
    _language("en", "英語", "えいご", ("英語", "えーご")),
    _language("zh", "中国語", "ちゅうごくご", ("中国語", "ちゅーごくご"), ("北京語", "ぺきんご")),
    _language("ko", "韓国語", "かんこくご", ("朝鮮語", "ちょうせんご")),
    _language("vi", "ベトナム語", "べとなむご", ("ヴェトナム語", "べとなむご")),
    _language("ne", "ネパール語", "ねぱーるご"),
    _language("tl", "タガログ語", "たがろぐご", ("フィリピン語", "ふぃりぴんご")),
    _language("id", "インドネシア語", "いんどねしあご"),
    _language("my", "ミャンマー語", "みゃんまーご", ("ビルマ語", "びるまご")),
    _language("th", "タイ語", "たいご"),
    _language("pt", "ポルトガル語", "ぽるとがるご", ("ブラジル語", "ぶらじるご")),
    _language("es", "スペイン語", "すぺいんご"),
    _language("jsl", "手話", "しゅわ"),
)

_SPEAKS = (
    maybe("で を が は の"),
    "お願い おねがい 話せ はなせ 話し はなし わかり わかる 分か 対応 できる できます 話す しゃべ いい 喋",
)
_NATIONS = "外国 がいこく 中国 ちゅうごく ちゅーごく 台湾 たいわん 韓国 かんこく ベトナム べとなむ ネパール ねぱーる フィリピン ふぃりぴん インドネシア いんどねしあ ミャンマー みゃんまー タイ ブラジル ぶらじる ペルー ぺるー アメリカ あめりか インド いんど スリランカ すりらんか バングラデシュ モンゴル もんごる"
SPOKEN: dict[str, Phrases] = {
    "zh": Phrases(
        "中文 普通话 汉语 漢語 你好 您好 请 们 谢谢 会说 吗 チャイニーズ ちゃいにーず ニーハオ にーはお",
        ("中国語 ちゅうごくご ちゅーごくご", *_SPEAKS),
    ),
    "en": Phrases(
        "イングリッシュ いんぐりっしゅ エクスキューズ えくすきゅーず",
        ("ハロー はろー", never("ワーク わーく と て た")),
        ("英語 えいご えーご", *_SPEAKS),
        ("日本語 にほんご", maybe("が は を"), maybe("よく あまり ちょっと"), "わか 分か 話せ はなせ でき しゃべれ", "りません らない ない ません らん らんです"),
    ),
    "ja": Phrases(
        ("^ 、 。 私 わたし わたくし 僕 ぼく", maybe("は わ"), _NATIONS, maybe("の"), "人 じん ひと", "です だ なん 、 $"),
        ("^ 、 。 私 わたし わたくし 僕 ぼく", maybe("は わ"), _NATIONS, "から", "来ま きま 来た きた"),
        ("日本語 にほんご", maybe("が は を わ"), "少し すこし ちょっと あまり", either("$ だけ です しか わか 分か 話 はな でき 上手 じょうず", "うまく")),
        ("日本語 にほんご", maybe("が は を わ"), "下手 へた 苦手 にがて 上手じゃ じょうずじゃ"),
    ),
}  # fmt: skip
"""A caller who speaks one of these, and no Japanese; `ja`: Japanese, as who comes from elsewhere."""

MADE_UP = Phrases("watching", "subscribe", "subtitles")
"""What a recognizer makes of noise, in English."""
