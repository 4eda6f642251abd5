"""Words of a move that tell whether somebody came to the city, leaves it, or stays in it."""

from nlu.vocabulary.events import Event
from nlu.vocabulary.phrase import Phrases, Steps, behind, either, maybe, never, within
from nlu.vocabulary.things import outside_places
from nlu.vocabulary.wards import WARDS

_OUTSIDE = " ".join((*outside_places(shortest=3), "中間", "芦屋"))
_WARD = " ".join(
    dict.fromkeys((*(form for ward in WARDS for form in ward), "八幡", "やはた", "小倉", "こくら"))
)
_IN_WARD = maybe("区 く の方 のほう のほー")
_AREA = maybe("市 県 府 都 町 し けん ふ まち の方 のほう のほー")
_HERE = "こっち こちら ここ 小倉 こくら 北九州 きたきゅうしゅう きたきゅーしゅー"
_BESIDE = "ところ とこ 所 元 もと そば 近く ちかく"
_NEAR = f"{_BESIDE} 傍 家 いえ うち 方 ほう 隣 となり"
_TO = "に へ え"
_CAME = either(
    ("来て きて", never("く も い")),
    "来た 来まし 来とる 来とっ 参りまし 越して 移って 戻って 戻りま 帰って 帰りま もどって もどりま かえって かえりま うつって こして きまし きたと きたん きたけ きたば きたの",
    "住むこと すむこと 住むように すむよーに すむように 住み始 世話にな 引っ越し 引越し ひっこし",
)
_LIVED = either(
    ("住ん すん", "で", maybe("い"), "た まし"),
    ("住ん すん", "ど", "った っと りま"),
    ("お 居", "った っと りまし っちょ"),
    "いた いまし 暮らし くらし 世話になっ せわになっ",
)
_NOW: Steps = ("今 いま このたび こんど 今度", maybe("は わ では でわ も"), within(12, stops="。"))
_LEFT_HOME: Steps = (
    "家 いえ 実家 じっか うち アパート あぱーと マンション まんしょん 団地 だんち 住まい すまい",
    maybe("を ば お"),
    "たた 畳 引き払 ひきはら 処分 しょぶん 売っ 売り うって うりま 手放 てばな 空け 出て",
)
_DWELT = "住ん すん おっ おりまし 居っ いた いまし 暮らし くらし 同居し どーきょし 世話になっ せわになっ"
_GOES = either(
    ("世話にな せわにな 厄介にな やっかいにな", never("った っと りまし")),
    "引き取 ひきと 移 うつ 引っ越 ひっこ 住む すむ 同居す どーきょす どうきょす 暮らす くらす 身を寄せ みをよせ みおよせ",
    ("行くこと いくこと ゆくこと 戻ること もどること 帰ること かえること", "にな に決 にき"),
    ("入 はい", "ること", "にな に決 にき"),
    ("同居 どーきょ どうきょ", "、 。 $"),
)
_STAYS = "団地 だんち マンション まんしょん アパート あぱーと 建物 たてもの 棟 むね 敷地 しきち ハイツ コーポ 社宅 しゃたく 市営 県営 しえい けんえい 校区 こーく 町 まち 区 市"
_FLOOR: Steps = ("1 2 3 4 5 6 7 8 9 一 二 三 四 五 六 七 八 九 十 いっ に さん よん ご ろっ なな はっ きゅー じゅっ 上の うえの 下の したの", "階 かい がい")  # fmt: skip

_CALLS = either("呼び寄せ よびよせ", ("引き取 ひきと", never("ら")))
"""Somebody is called to come and live here."""

MOVED: tuple[tuple[Event, Phrases], ...] = (
    (
        Event.CAME_FROM_OUTSIDE,
        Phrases(
            ("籍 せき 住民票 じゅうみんひょう じゅーみんひょー 住所 じゅうしょ じゅーしょ", maybe("は が も わ"), maybe("まだ"), _OUTSIDE, _AREA, either(("に", within(4, stops="、。"), "ある あり あっ 置い おい 残 のこ"), ("の", maybe("ほう 方"), "まま"))),
            (_OUTSIDE, _AREA, "の", within(8, stops="。"), *_LEFT_HOME, within(20, stops="。"), _HERE, maybe("の"), within(10, stops="、。"), _CAME),
            (_OUTSIDE, _AREA, "の", within(8, stops="。"), *_LEFT_HOME, within(20, stops="。"), _NEAR, _TO, _CAME),
            (_OUTSIDE, _AREA, "に で から", maybe(within(6, stops="、。")), _LIVED, within(12), *_NOW, either(_HERE, (_WARD, _IN_WARD))),
            ("転出 てんしゅつ 出ていく でていく", maybe("届 届け とどけ 証明 証明書 しょうめい しょうめいしょ しょーめーしょ", maybe("の")), maybe("紙 かみ 書類 しょるい"), "は を も ば お わ", within(14, stops="。"), "もろうた もろた もらった もらいまし もろうて もらって 受け取った 受け取っと 受け取って 受け取りまし"),
            (_CALLS, within(30), _OUTSIDE),
            (_OUTSIDE, within(20, stops="。"), _CALLS),
            (_OUTSIDE, _AREA, within(12, stops="。"), _DWELT, within(20, stops="。"), _HERE, maybe("の"), within(10, stops="、。"), _CAME),
            (_OUTSIDE, _AREA, "に へ え で", within(4, stops="、。"), "行っとった いっとった 行っちょった いっちょった 行ってた いってた 行っていた いっていた 出とった でとった 出てた おった いた 住んどった すんどった", within(30, stops="。"), "帰って かえって 戻って もどって", "く 来 き"),
        ),
    ),
    (
        Event.LEAVES_TOWN,
        Phrases(
            (_OUTSIDE, _AREA, "の", within(8, stops="、。"), f"{_BESIDE} 家 いえ うち 実家 じっか 方 ほう", "で に へ え と", within(6, stops="、。"), _GOES),
            (_OUTSIDE, _AREA, "の", within(10, stops="、。"), "ホーム ほーむ 施設 しせつ マンション まんしょん アパート あぱーと 団地 だんち 病院 びょういん", "に へ え", "。 $ です"),
            (_OUTSIDE, _AREA, "の", within(8, stops="、。"), "に と へ え で", within(4, stops="、。"), _GOES),
        ),
    ),
    (
        Event.MOVED_WITHIN,
        Phrases(
            (_WARD, _IN_WARD, "から", maybe("、"), _WARD, _IN_WARD, "で や じゃ だ です へ に え まで 、 。 $"),
            (_WARD, _IN_WARD, "に で", maybe(within(6, stops="、。")), _LIVED, within(12), *_NOW, either(_HERE, (_WARD, _IN_WARD))),
            (_WARD, _IN_WARD, "から", within(8, stops="。、"), "引っ越 引越 ひっこ 越し こして こしま 移 うつ 転居 てんきょ"),
            ("同じ おなじ おんなじ", within(4, stops="、。"), _STAYS, "の中 のなか"),
            ("同じ おなじ おんなじ", within(4, stops="、。"), _STAYS, within(16, stops="。"), "移 うつ 引っ越 ひっこ 越し 変わ かわ 替わ"),
            (*_FLOOR, "から", *_FLOOR, _TO, within(4, stops="、。"), "移 うつ 引っ越 ひっこ 越し 変わ かわ 替わ 降り おり"),
            ("隣の となりの 別の べつの 向かいの むかいの", "棟 むね 部屋 へや", _TO, within(4, stops="、。"), "移 うつ 引っ越 ひっこ 越し 変わ かわ 替わ"),
            (either("隣の となりの 向かいの むかいの 裏の うらの", ("すぐ", "そこの 近くの")), maybe("隣の となりの"), "家 いえ うち マンション まんしょん アパート あぱーと 建物 たてもの 団地 だんち", _TO, within(4, stops="、。"), "移 うつ 引っ越 ひっこ 越し 変わ かわ 替わ"),
        ),
    ),
)  # fmt: skip
"""Told without being asked: a place and what was done."""

ANSWERED: tuple[tuple[Event, Phrases], ...] = (
    *MOVED,
    (
        Event.MOVED_WITHIN,
        Phrases(
            ("^ 、 。", "中 なか", "です で の 、 。 $"),
            ("区 くも くが くは くわ", maybe("も が は"), maybe("、"), "同じ おなじ おんなじ"),
            ("同じ おなじ おんなじ", maybe("この"), _WARD, _IN_WARD, "の で 、"),
            (_WARD, _IN_WARD, "は も って わ", maybe("、"), "よその市 ほかの市 別の市 市外 市内 同じ市 おなじ市 よそのし しがい しない おなじし"),
            ("市 し", "は わ", maybe("、"), "変わら かわら 同じ おなじ 一緒 いっしょ"),
            ("番地 ばんち", maybe("だけ"), "が だけ", within(3, stops="。"), "変 かわ 替 違 ちが"),
            ("同じ おなじ おんなじ", within(4, stops="、。"), _STAYS),
            (*_FLOOR, "から", *_FLOOR),
            ("隣の となりの 別の べつの 向かいの むかいの", "棟 むね 部屋 へや"),
            ("小さい 小さか 小さな ちいさい ちーさい ちいさか ちーさか 広い 広か ひろい ひろか 上の うえの 下の したの", "部屋 へや 階 かい", maybe("の部屋"), _TO),
            ("号室 ごうしつ ごーしつ 部屋番号 へやばんごう へやばんごー 部屋の番号", maybe("だけ"), "が だけ を の", within(3, stops="。"), "変 かわ 替 違 ちが"),
        ),
    ),
    (
        Event.CAME_FROM_OUTSIDE,
        Phrases(
            ("^ 、 。", "来た きた 入る 入った 入って来る 入ってくる はいる 来る くる", maybe("ほう 方 ほー"), "です で 、 。 $ よ や"),
            ("外 そと", "から"),
            ("戻って もどって 帰って かえって", "きた 来た くる 来る", "ほう 方 ほー"),
            ("こっち こちら", maybe(_TO), maybe(("の", within(8, stops="、。"), _TO)), _CAME),
            ("の", _NEAR, _TO, "来た 来まし 来て 来とる きたと きたん きたけ きまし 越して こして 移って うつって"),
        ),
    ),
    (
        Event.LEAVES_TOWN,
        Phrases(
            ("^ 、 。", "出る 出ます でる でます 行く いく 出て行く 出ていく", maybe("ほう 方 ほー と"), "です で 、 。 $ よ や"),
            ("外 そと", "に へ え", "出 で"),
            ("あっち あちら 向こう むこう", maybe("の", _NEAR), _TO, never("来 き")),
            ("の", _BESIDE, _TO, "行 い ゆ"),
            ("んとこ のとこ のところ", maybe("、"), _OUTSIDE, _AREA, "です 、 。 $"),
            (_OUTSIDE, _AREA, "の", within(6, stops="、。"), "が", "連れに つれに 迎えに むかえに 引き取りに ひきとりに"),
            (_OUTSIDE, _AREA, maybe(("の", within(10, stops="、。にへ"))), _TO, within(6, stops="。、"), "行 いく いき いっ いこ ゆく ゆき 参り まいり"),
            ("の", _BESIDE, "で に", "世話にな せわにな 厄介にな やっかいにな", never("った りまし っと")),
            ("ここ こっち こちら 小倉 こくら 北九州", "を お", "出 離 はな で"),
        ),
    ),
)  # fmt: skip
"""What says it to who asks for it."""

ARRIVED = Phrases(
    ("来 き", "とる とり とっ ました まして ておりま ていま てます ちょる", never("か")),
    ("着 つ", "いた いとる きました いてい"),
    ("来た きた", "。 、 $ よ ばい と とよ ん けん"),
    (
        "越し こし 引っ越し ひっこし 移っ うつっ 戻っ もどっ 帰っ かえっ",
        "てき て来 とる とりま ました まし",
    ),
    _CALLS,
    (
        "市営 県営 公営 しえい しえー けんえい けんえー",
        maybe("住宅 団地 じゅうたく じゅーたく だんち"),
        maybe("に が"),
        "当た あた 入 はい",
    ),
    (
        "小倉 小倉北 こくら こくらきた 北九州 きたきゅうしゅう",
        maybe("区 市 く し"),
        _TO,
        "来 き 住 す 移 うつ 引っ越 ひっこ 越 こ",
    ),
    ("どこから", "って ち と 言"),
    ("うち 家 こっち こちら", _TO, "来る くる 来ます きます 呼ぶ よぶ 呼ん"),
)
"""Somebody came, or is to come, to live here; where from is not told."""

DEPARTS = Phrases(
    (
        "^ 、 。 へ に え と を 月 週 年",
        "行く 行きま 行こう 出ます 出る 出て 移る 移りま 越す 越しま 引っ越す 引っ越しま いきます いくと いくん いくけ でます",
    ),
    "これから行 これからい",
    ("へ え", maybe("です 引っ越し"), "$ 。 、"),
)
"""Somebody is to live somewhere else; where is told beside it."""

_LEAVES = "出る 出て行く 出ていく でる でていく 転出 行く いく"
_ENTERS = "入る 入ってくる 入って来る はいる はいってくる 転入 来る くる"
_AND: Steps = (maybe("の のが 人 ほう 方 もん のん"), "も と やら", maybe("、"))
HERE_AND_AWAY = Phrases(
    (
        "出て行 出てい でてい 出る でる",
        within(20, stops="。"),
        "入ってくる 入って来る 帰ってくる 帰って来る 戻ってくる 戻って来る 来る はいってくる かえってくる もどってくる くる",
        within(8, stops="。"),
        "両方 りょうほう りょーほー",
    ),
    (
        f"{_LEAVES} 出て行 出てい でてい",
        *_AND,
        f"{_ENTERS} 入",
    ),
    (_ENTERS, *_AND, _LEAVES),
)
"""One leaves and another comes: 出るのも入るのも両方."""

OF_THE_MOVE = Phrases(
    "引っ越 引越 ひっこ 越す 越し 移る 移り 移っ うつる うつり うつっ 同居 どうきょ どーきょ 入居 転勤 てんきん 転校 入学 住む 住み すむこ トラック とらっく 荷物 にもつ 運ぶ 運び 先の話 まだ先",
    (
        "に へ え",
        maybe("、"),
        "行 いく いき いっ いこ ゆく 戻 もど 帰 かえる かえり 来る くる 入 はい 出る でる",
    ),
    "呼び寄せ よびよせ 引き取 ひきと",
)
"""What is done, and to be done, on the day of a move."""

TO_A_COUNTER = Phrases(
    "予約 よやく 伺 うかが 窓口 まどぐち 手続き てつづき てつずき 届け とどけ 届を 出しに だしに 出したい だしたい そちら そっち 役所 やくしょ 空いて あいて 希望 きぼう 都合 つごう ほうがいい ほうがよか",
    (behind("日 曜 時 半 ひ"), "に", "行きます 行きたい 行けます 行こう いきます いきたい いけます"),
    ("に で へ から なら", "お願い おねがい 頼 たの"),
)
"""A visit is spoken of."""

REGISTER_STAYS = Phrases(
    (
        "住民票 じゅうみんひょう じゅーみんひょー 住所 じゅうしょ じゅーしょ 籍 せき",
        maybe("は も を"),
        within(8, stops="。、"),
        _HERE,
        either(
            ("に", maybe("、"), either("置き おき 置い おい 残 のこ", ("ある あり あっ", maybe("た っ"), "まま"))),
            ("の", "まま"),
        ),
    ),
    ("住民票 じゅうみんひょう 住所 じゅうしょ じゅーしょ", "は も", "変わら かわら 動かさ うごかさ 移さ うつさ", "ん な ず"),
)  # fmt: skip
"""Where somebody is registered does not change: 住民票はもともとこっちに置きっぱなし."""

SOMEWHERE = Phrases(
    "アパート あぱーと マンション まんしょん 団地 だんち 借家 しゃくや 実家 じっか 施設 しせつ ホーム ほーむ 県内 けんない 同じ県 おなじけん 別居 べっきょ"
)
"""Where one lives, of which it is not told where that is."""

OUTSIDE_ALONE = Phrases(("^ 、 。", "しがい けんがい", "です 、 。 $ よ たい"))
"""市外, in kana."""
