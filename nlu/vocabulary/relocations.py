"""Places that somebody lives in, leaves or goes to, and the words that tell which."""

from nlu.vocabulary.phrase import Phrases, ahead, either, maybe, never, within
from nlu.vocabulary.things import outside_places
from nlu.vocabulary.wards import WARDS

OUTSIDE = (
    *outside_places(shortest=4),
    "中間",
    "芦屋",
    "苅田",
    "隣の県",
    "よその県",
    "よその町",
    "よその市",
    "田舎のほう",
)
CITY = ("北九州", "きたきゅうしゅう", "きたきゅーしゅー", "この町", "このまち", "この街")
_HERE = (
    "小倉",
    "こくら",
    "小倉北",
    "こくらきた",
    *CITY,
    "こっち",
    "こちら",
    "ここ",
    "生まれ故郷",
)
"""What the place is called where the caller is, or comes to."""

INSIDE = tuple(
    dict.fromkeys(
        (
            *(form for ward in WARDS for form in ward),
            *_HERE,
            *["八幡", "やはた"],
            *["黒崎", "くろさき", "折尾", "おりお", "大手町", "おおてまち", "三萩野", "みはぎの", "城野", "じょうの", "徳力", "とくりき", "曽根", "守恒", "もりつね", "片野", "砂津", "すなつ", "到津", "いとうづ"],
            *["富野", "大里", "だいり", "門司港", "もじこう", "二島", "本城", "永犬丸", "えいのまる", "香月", "かつき", "若園", "わかぞの", "北方", "きたがた", "足立", "中井", "熊谷", "篠崎", "しのざき", "紫川", "旦過"],
        )
    )
)  # fmt: skip
"""Wards and quarters of the city, and what it is called by who is in it."""

QUARTERS = tuple(name for name in INSIDE if name not in _HERE)

DWELLINGS = ("老人ホーム", "グループホーム", "ホーム", "ほーむ", "施設", "しせつ", "マンション", "まんしょん", "アパート", "あぱーと", "団地", "だんち", "借家", "しゃくや", "実家", "じっか", "家", "いえ", "うち", "社宅", "サ高住")  # fmt: skip

AREA = "(?:市内|ちょう|ちょー|まち|[市町県村区府都しく]|のほう|の方|のほー)?"

_LIVED = maybe(within(9, stops="。、をばにへが"))
"""ずっと, 五十年, ひとりで."""
LEFT = Phrases(
    (
        maybe(("の", within(10, stops="。、をばにへがは"))),
        either(
            ("すんで 住んで", maybe("い"), "まし"),
            ("から", never("な に、 に。")),
            ("より", never("も")),
            "を出 ば出 をでて ばでて をはなれ を離れ ば離れ を処分 をしまっ",
            (maybe("を ば は"), "引き払 ひきはら"),
            (maybe("を ば"), "畳"),
            ("を ば", "たた"),
            ("で に", _LIVED, either(("お", never("く")), "居"), "った って りまし"),
            ("で に", _LIVED, "住んど すんど 暮らしと 暮らして くらしと くらして いた いまし 住んでまし"),
            ("で に", _LIVED, "住んで", maybe("い お"), "た っ"),
            ("で に", _LIVED, "すんで", maybe("い"), "た"),
        ),
    )
)
"""Behind a place that is left, or was lived in, or behind what of it is: 門司の家を畳んで."""

HOME_BEFORE = Phrases(
    (
        "から",
        either(
            "。 、 $ です よ ばい たい やけ なん じゃ 来 き 引っ越 ひっこ 越 こし 移 うつ 出て でて",
            ("こっち こちら こっちゃ", "に へ え"),
        ),
    ),
    (
        "に",
        maybe("ずっと 長く 長いこと ながいこと 一人で ひとりで 今まで いままで 前は"),
        "住んど すんど 住んで すんで おった おりました いた いました 暮らし くらし",
        never("る いる ます います ん"),
    ),
    ("を ば は", within(8, stops="。"), "貸し 貸す かし 売っ 売り うっ 処分 畳 たた 引き払 ひきはら"),
)
"""Behind the place, or the home there, that somebody who has moved comes from."""

OF_IT = Phrases(
    ("の", within(8, stops="。、をばにへがは"), "$"),
    ("に", "ある できた 建った", maybe("大きい 新しい"), "$"),
)
"""Joins a place to the home in it: 大阪の|団地."""

GOES_TO = Phrases(
    (
        maybe(("の", within(10, stops="。、をばがは"))),
        either("に へ え まで のほうに の方に", ahead("すんで 住んで")),
    )
)
"""Behind a place that is gone to."""

ARRIVES = Phrases(
    "来た 来て 来ま 来と 来られ きた きて きま 帰って 帰りま かえって 戻った 戻って 戻りま 戻ってま もどって 越して 越した こして 引っ越して 引っ越しま 引っ越した ひっこした ひっこして ひっこしま",
    "移った 移って 移りま 移しま 移した うつった うつって 入りま 入った 入って 入っと はいった はいって はいりま 住むごと 住むこと 住むよう 住みよ 住んど 住んで すみよ すんど すんで",
    "住民に 居を構え 呼ばれ 身を寄せ 替わった 変わった かわった",
    (
        "部屋 へや 家 いえ うち マンション アパート",
        maybe("を ば"),
        "借り かり 買いまし 買った 買うた 建て たて かった こうた",
    ),
    ("市営 県営 公営 抽選 くじ", maybe("住宅 団地"), maybe("に が"), "当た あた"),
)
"""Has come to live there."""

DEPARTS = Phrases(
    "世話にな せわにな 厄介にな 引っ越す 引っ越し 引っ越そ ひっこす ひっこし ひっこそ 越す 越します 移る 移す 移し 移り 移ろ うつる うつす うつし うつり うつろ 転勤 てんきん 赴任 ふにん やりたい やります やるけ",
    "入る 入れる 入れた 入ります はいる いれる 出る でる 出ます でます 出て行く 出ていく 帰ることにな かえることにな 戻ることにな もどることにな 住む すむ 同居 嫁ぐ 引き取",
)
"""Is to live there."""

GOES_OUT = Phrases(
    (
        "を ば",
        either(
            "出る でる 出ます でます 出て行 出ていく 出ていき 離れる はなれる 離れます はなれます",
            ("出 で", "よう", "と思"),
            ("離れ はなれ", "よう", "と思"),
        ),
        never("前 まえ"),
    ),
    (
        "を ば",
        "出て でて 離れて はなれて",
        maybe("、"),
        ahead(within(14, stops="。"), "行く 行き いく いき 住む 住み 移る 移り 引っ越"),
    ),
)
"""Behind the place where the caller lives: somebody is going to leave it."""

HOUSE_LEFT = Phrases("引き払 ひきはら 畳ん 畳み たたん たたみ 処分し 空けて")

COMES_BACK = Phrases(
    (
        "戻って もどって 帰って かえって 引っ越して ひっこして 越して こして 移って うつって",
        "くる 来る き 来 まい 参",
    ),
)
"""Comes to live here, wherever that is: 東京から戻ってくるけん."""

ALL_DONE = Phrases(
    (
        "手続き てつづき てつずき 届け とどけ",
        maybe("一切 いっさい は わ も 全部 ぜんぶ 一式 みな みんな 関係は のほうは"),
        maybe("は わ も"),
        maybe("もう 全部 ぜんぶ すべて 一通り ひととおり みな みんな"),
        "済ん すん 済ませ すませ 終わっ おわっ 終え おえ 済み",
        never("でから てから だら たら"),
    )
)
"""手続き一切は済んでいるんですが: of what happened nothing is left to be done."""

BEFORE_IT = Phrases(
    (
        "離婚 りこん 離縁 りえん 結婚 けっこん 退職 たいしょく 定年 ていねん",
        maybe("に と が"),
        either(
            (
                "し なり なっ 決まり 決まっ きまっ 成立し",
                within(3, stops="。、"),
                "て で、 けん ので から もん",
                maybe("、"),
            ),
            ("で を", within(6, stops="。"), "、 て"),
        ),
    )
)
"""What happened before a move, which is no errand of its own: 離婚して大分から帰ってきた."""

LEAVING_PAPER = Phrases(
    (
        "転出 てんしゅつ 出ていく でていく",
        maybe(
            "届 届け とど とどけ 証明 証明書 しょうめい しょうめいしょ 紙 の紙 のかみ 書類 の書類 の手続き"
        ),
        maybe("は を も"),
        within(14, stops="。、"),
        "もろう もろて もらっ もらいま 済ん 済ま すん すま 出して 出しま 出しと だして だしま だしと 受け取",
    )
)
"""The other town was left in due form."""

PAPER_FROM_HERE = Phrases(
    (
        "まえ 前 もと 元",
        "に の",
        maybe("おった いた 住んどった 住んでいた すんどった"),
        within(14, stops="。"),
        "から で",
        within(4, stops="。"),
        "紙 かみ 証明",
        maybe("を ば"),
        "もろ もら 取",
    )
)
"""It is to be left in due form after all."""

_PHONES = (
    maybe(("帰って かえって 戻って もどって 来て きて", maybe("きて 来て"))),
    maybe("、"),
    maybe("今 いま 電話を でんわを お電話を"),
    "かけて かけと かけよ 掛けて 電話 でんわ お電話 おでんわ",
)
PHONES = Phrases(_PHONES)
PHONES_FROM = Phrases((either(*OUTSIDE), maybe("市 県 町"), "から", *_PHONES))
"""Where the caller is just now: 東京からかけています."""

NOT_COMING = Phrases(
    (
        "こっち こちら ここ 小倉 こくら",
        "に へ",
        "来る くる 越してくる 引っ越してくる 入る",
        maybe("ん の"),
        "じゃ や では とじゃ で",
        "ない なか のう",
    )
)
