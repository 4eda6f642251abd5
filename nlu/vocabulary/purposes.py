"""How is told what a paper is needed for: another procedure, which is not wished for that."""

from nlu.vocabulary.phrase import Phrases, behind, either, maybe, never, within

_NEEDED = "がいる が要る が必要 がひつよ がいります が要ります がほし が欲し がいっと"
_OF_USE = "使 つか 添え そえ そゆ つけ 付け 出す だす 出し だし 出せ 要る いるち いると 持って もって 送る おくる 送り おくり 提出 ていしゅつ 必要 ひつよ"
TRIED = Phrases(
    (
        maybe("を ば お"),
        maybe("コンビニで こんびにで 機械で"),
        "取ろう とろう 取ろー とろー 出そう だそう だそー もらおう もらおー 印刷しよう 発行しよう",
        "と ち",
        either(
            ("し", "たら たけど たが たと とったら よったら"),
            ("思っ おもっ おも 思う", "たら たけど"),
        ),
    )
)
"""コンビニで住民票を取ろうとしたら、番号が: what somebody was at when something came up."""

USED_FOR = Phrases(
    (
        maybe(("の", within(8, stops="、。をがはも"))),
        "に で",
        "使 つか 添え そえ つける つけな つけん 付ける 付けな 付けん",
        never((within(3), "た", "か い")),
    ),
    (
        maybe("、"),
        "と や も",
        maybe("、"),
        "もひとつ もう一つ もう1つ もう一通 もう1通 もう一枚 もう1枚 もひとつ もーひとつ もーいっつー もういっつう あと 後",
        within(20, stops="。"),
        "に",
        _OF_USE,
    ),
)
"""住民票が2通いる、年金と、もう一つは補助金に使う: what a paper is used for, wherever it stands."""

PURPOSE = Phrases(
    (
        "は わ も が",
        within(20, stops="。、"),
        "と ち って",
        maybe("、"),
        "言うと 言いよ 言って 言っと 聞いと 聞いた 聞きまし いうと いいよ いって いっと きいと",
        within(6, stops="。、"),
        "けど が けん ので から",
    ),
    (maybe(("の", within(8, stops="、。をがはも"))), "に", _OF_USE),
    ("に", "いる", never("か の で が と け")),
    (
        maybe(("の", within(8, stops="、。をがはも"))),
        "に",
        maybe("は わ"),
        within(10, stops="、。行伺来"),
        f"{_NEEDED} をつけ を付け おつけ ば付け ばつけ を添え ば添え をそえ おそえ ばそえ",
    ),
    ("から", within(14, stops="。、"), "に", "変わ かわ 替わ 切り替 きりか"),
    (
        maybe("の手続き のてつづき のてつずき の申請 のしんせい の申し込み のもうしこみ の更新 のこうしん"),
        either(
            "に出す にだす に使う につかう に添え 用に よーに 用の よーの のため の為 で使う でつかう に持っていく"
            " にもっていく に持って行く",
            ("で に して、 して し、 しまして、", within(12, stops="。"), _NEEDED),
        ),
    ),
    (behind("て で"), within(12, stops="。"), _NEEDED),
    (
        "を が に",
        within(8, stops="。、願欲い"),
        "けん ので から もんで",
        maybe("、"),
        never((within(20), "も 一緒 いっしょ ついで")),
    ),
)
"""保育園に出す住民票, 年金の手続きで住民票がいる, パスポートを作るけん戸籍: what another one is needed for."""

ASKS_FOR_IT = Phrases(
    (
        maybe("の"),
        maybe("係の かかりの 担当の たんとうの たんとーの 窓口の まどぐちの ところの とこの"),
        either(
            ("人 ひと 担当 たんとう たんとー 係 かかり 窓口 まどぐち", "が から も は わ"),
            ("ほう ほー 方", "から"),
        ),
        within(24, stops="。"),
        "と って っち ち",
        maybe("、"),
        "言 いう いい いわ いっ ゆう ゆわ 書い",
    ),
    (
        "から",
        within(10, stops="。"),
        "手紙 てがみ 通知 つうち つーち はがき 葉書 書類 しょるい 紙 かみ",
        maybe("が も"),
        "来 き 届 とど 送 おく もら もろ",
    ),
)
"""Behind the name of those who want the paper that is named beside it: 住民票よ、年金|の人が毎年出せって言うけん."""

AND = Phrases(("と や やら とか も", maybe("、")))
"""Between two names: 保育園とパスポートに使います."""
