"""Words of somebody who is asked which of several procedures is meant: questions back, and how long ago it happened."""

from nlu.vocabulary.phrase import Phrases, behind, either, maybe, never, never_behind, within

_DIFFERS = ("どう どー どげ 何が なにが どこが どんなふうに どんなに", within(4), "違 ちが")
DIFFERENCE = Phrases(
    (*_DIFFERS, within(4, stops="、。"), "か ? と の やろ かいな かね", never("知 し 分 わ")),
    (
        "違い ちがい",
        "は わ が を って",
        within(6, stops="。"),
        "? か 教え おしえ 分から わから 何 なん どこ $",
    ),
)
"""その二つはどう違うとですか."""

EXPLAINS = Phrases(
    _DIFFERS,
    "違いは ちがいわ ちがいは 違いが ちがいが 違いを ちがいを",
    (
        "何 なん なに",
        maybe("の", "こと の事"),
        "ですか でしょうか かね かいな やろか なの なん",
        never("時 日 じ"),
    ),
    ("それ これ そりゃ", maybe("は わ って っちゃ"), maybe("、"), "何 なん なに"),
    "どういう どうゆう どーゆー どーゆう どげな どんな",
    ("どれ どっち どちら", maybe("に"), "なる なり あた", within(4), "か と ね"),
    ("意味 いみ", maybe("が も"), within(3), either("分 わか", "ですか", "不明")),
    "説明 せつめい せつめー",
    (maybe("どっち どちら どれ どれが どっちが どちらが"), "教え おしえ", "て", never("しま も や")),
)
"""どう違うんですか, 何ですかそれ."""

_AGO = "前に まえに 前 まえ ほど前 ほどまえ"
_NUMBERS = {
    1: "1 一 いっ いち ひと",
    2: "2 二 に ふた",
    3: "3 三 さん み",
    4: "4 四 よん よ",
    5: "5 五 ご いつ",
    6: "6 六 ろっ ろく",
    10: "10 十 じゅっ じっ",
}
_UNITS = {
    28: "か月 ヶ月 ヵ月 カ月 ケ月 ヶ月 か月間 かげつ 月 つき",
    7: "週間 しゅうかん しゅーかん 週",
    355: "年 ねん",
}

AGO: tuple[tuple[int, Phrases], ...] = (
    *(
        (count * days, Phrases((numeral, unit, maybe("ほど くらい ぐらい"), _AGO)))
        for count, numeral in _NUMBERS.items()
        for days, unit in _UNITS.items()
    ),
    (45, Phrases(("四十九日 49日 しじゅうくにち", within(4), "済 すん すみ 終 おわ おえ 過ぎ すぎ"))),
    (90, Phrases(("百か日 百箇日 ひゃっかにち", within(4), "済 すん すみ 終 おわ おえ 過ぎ すぎ"))),
    (60, Phrases("だいぶ前 だいぶまえ ずいぶん前 ずいぶんまえ ずっと前 ずっとまえ かなり前 かなりまえ")),
    (150, Phrases("半年前 はんとしまえ 半年ほど前 一周忌 いっしゅうき いっしゅーき")),
)
"""Days that have gone by at least, and how that is said."""

YEARS_SINCE = Phrases(
    (
        behind("て で"),
        maybe("、 から もう"),
        maybe("もう"),
        "1 2 3 4 5 6 7 8 9 一 二 三 四 五 六 七 八 九 十 何 いち に さん よ ご ろく なな はち きゅう じゅう なん",
        maybe(within(3, stops="、。月日")),
        "年 ねん",
    )
)
"""主人に先立たれて五年."""

_DIED = "亡くな なくな 亡うな のうな 死 しに しん 他界 逝 見送 みおく 亡くし なくし 葬 そうぎ そうしき"
_OF_MONTH = either(
    "の初め の終わり の半ば の末 の頭 のはじめ のおわり の中頃 初め 末 半ば", within(5, stops="、。けので")
)
MONTH_OF_DEATH: dict[int, Phrases] = {
    month: Phrases(
        (
            never_behind("1 十 じゅう じゅー 0"),
            f"{month}月 {kanji}月 {said}がつ",
            maybe(_OF_MONTH),
            maybe("に ころ 頃 ごろ", maybe("に")),
            maybe("、"),
            _DIED,
        )
    )
    for month, kanji, said in zip(
        range(1, 13),
        ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"],
        ["いち", "に", "さん", "し", "ご", "ろく", "しち", "はち", "く", "じゅー", "じゅーいち", "じゅーに"],
        strict=True,
    )
}
"""主人が10月の初めに亡くなりまして."""

LAST_MONTH = Phrases("先月 せんげつ 前月 ぜんげつ")
MONTH_BEFORE = Phrases("先々月 先先月 せんせんげつ")
LAST_YEAR = Phrases("去年 きょねん 昨年 さくねん 一昨年 おととし いっさくねん")
NOT_SO = Phrases(
    (
        maybe("の の中 内 り を取る する みする の方 のほう"),
        maybe("ん の と"),
        maybe("、"),
        "じゃな でわな ではな やな じゃありま でわありま ではありま 以外 いがい じゃの やのう やのー",
    ),
)
"""Behind a word of one of them: 市内じゃなくて."""

NOT_THIS_PLACE = Phrases(
    (
        "から 区 市 町 県 南 北 東 西 司 畑 松 もじ みなみ きた ひがし にし とばた わかまつ かんだ 田",
        maybe("の"),
        "やなかった やないで やのうて じゃなくて じゃなかった やなくて じゃのうて ではなくて",
    ),
    ("^", "いいえ いえ いや", maybe("いや いえ"), "、 。"),
    (
        never_behind("だ です"),
        "から",
        maybe("なん だっ"),
        "でした やった だった",
        either("、 。 $ わ けん け", "です"),
    ),
)
"""A place is not the one, or is put right: 小倉南やないで, 福岡市からでした, いや、市外からです."""

POINTED = Phrases(
    (maybe("書 しょ しょー しょう り"), either("の 行く いく する", ("に", "行く いく")), "ほう 方 ほー")
)
"""Behind a word of one of them: 証明書のほう, 取りに行くほう."""

NOT_THESE = Phrases("じゃな ではな でわな やな やのう じゃの 違う ちがう 違いま ちがいま 間違 まちが")
"""None of them is meant, or not that one."""

BOTH = Phrases("両方 りょうほう りょーほー どちらも どっちも ふたつとも")

INSTEAD_OF_INSURANCE = Phrases(
    (
        "保険証 ほけんしょ",
        maybe("う ー"),
        maybe("の"),
        "代わり かわり 替わり として がわり",
        maybe("に"),
        within(4, stops="。、"),
        "使え つかえ 使う つかう 使いた つかいた つこう なる なれ する したい して 登録 とうろく",
        never("と出 て出 ち出 ん"),
    )
)
"""保険証のかわりになるようにしてほしい, of a card: what no counter does."""

OF_A_KIND = Phrases(
    ("の", "ほう 方 やつ 分 ぶん"),
    "なんとか なんちゃら",
    ("と って っち ち", "書い かい 書か かか 書き かき"),
)
"""Behind a word that tells one procedure from others of the same thing: 電子のほう, 5年のやつ, 電子なんとか."""

WHAT_IS_THAT = Phrases(
    ("って っち とは", maybe("、"), maybe("それ"), maybe("は 、"), "何 なん", "です でしょ ね か ? やろ")
)
"""電子なんとかって、それ何ですか: what is named is only asked about."""

WHETHER_ONE_MUST = Phrases(
    (
        "といけ といか とだめ と駄目 とならん きゃいけ くちゃいけ てはいけ ばいけ",
        maybe("ん ない"),
        "もの もん",
        maybe("なん"),
        "ですか やろか かね でしょうか か",
    ),
    ("義務 ぎむ", within(6, stops="。"), "か ?"),
)
"""作らんといけんもんですか: asks of what was named whether it must be done."""

FOUND_AGAIN = Phrases(
    (
        "と思う と思っ とおもう とおもっ ち思う ちおもう 探し さがし なくし なくなっ 落とし おとし",
        within(8, stops="。"),
        "たら たけど たが とったら とったけど ていたら ていたけど てたら てたけど",
        within(24, stops="。"),
        "出てき でてき 見つか みつか あった ありました 戻って もどって",
        never("ら らん らな りませ てこ てき 時 とき"),
    )
)
"""落としたと思うたら財布から出てきた: nothing is lost any more."""

BOTH_AT_ONCE = Phrases(
    (
        "両方 りょうほう りょーほー 二つとも ふたつとも",
        maybe("とも を お ば"),
        within(4, stops="、。"),
        "一回 いっかい 1回 一度 いちど いっぺん 一緒 いっしょ まとめ でき お願 おねが して 済ま",
    )
)
"""Two that were told of are both wished: 名前の届けと、お金もらえるやつ、両方一回でできますか."""

PARTED = Phrases("、 。 けど です けん ので", ("^", "いや"))
"""What stands between the clauses of an answer."""

TOGETHER = Phrases(
    "両方 りょうほう りょーほー 合わせて あわせて 併せて 続けて つづけて まとめて いっぺんに いちどに 一度に 二つとも ふたつとも あと"
)
"""Behind what happened, which is then no mere reason for the other."""

AFTERWARDS = Phrases(
    ("あと 後 ほか", "は わ に", maybe("、"), "何 なに なん", never("時 日 じ にち")),
    (
        "あと 後 残り のこり 残っとる のこっとる ほか 他",
        maybe("の に は わ"),
        within(6, stops="。"),
        "手続き てつづき てつずき もの もん こと 分 ぶん やつ",
    ),
    (
        "あと 後 残り のこり ほか 他",
        maybe("の に は わ"),
        within(16, stops="。、"),
        "やら とか だの なんか",
        within(12, stops="。、"),
        "手続き てつづき てつずき もの もん こと 分 ぶん やつ",
    ),
)
"""What is left to be done: 届けは済んどります、そのあとの手続きです."""
