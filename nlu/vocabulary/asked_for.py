"""What stands behind the name of a procedure that is wished: it is named alone, asked for, or said to be the one. All else only
speaks of it: 年金の日, 15日が年金やけん, 暗証番号は覚えとかないけんとですか."""

from nlu.vocabulary.phrase import Phrases, Steps, either, maybe, never, several, within

_OF_IT = several(
    "の方 のほう のほー の分 のぶん の件 のけん の手続き のてつづき のてつずき の申請 のしんせい の予約 のよやく の更新 のこうしん"
    " の相談 のそうだん のこと の届け のとどけ の用 のよう の書類 のしょるい の証明 のしょうめい の窓口 のまどぐち の切り替え のきりかえ"
    " の加入 のかにゅう の申し込み のもうしこみ の受け取り のうけとり の登録 のとうろく の変更 のへんこう の発行 のはっこう のやつ の紙 のかみ"
    " 手続き てつづき てつずき 申請 しんせい 予約 よやく 更新 こうしん 相談 そうだん 届け とどけ 届 など とか やら なんか だけ のみ 一つ ひとつ 一本"
)
_WHY = "やけん やけえ だから だけん やから ですけん ですから なので なんで なけん じゃけ"
_SO_FAR = "やった だった でした じゃった"
_ASKED = "か かね ですか でしょうか とですか と?"
_WISH = (
    "願 ねが 頼 たの たい たく たか 欲し ほし ください 下さい くださ ちょうだい いただ 頂 もらえ もらわ もらお もらい よろし よか いい ええ"
    " 要る 要り いるん いるとよ いるとで いるとた いるけん いるの いります いりま いっと 必要 ひつよ 予約 よやく 変え かえ 替え 変更 へんこう して し、 します しに する やり やる"
    " 取り とり 取る とる 取っ とっ 出し だし 出す 出さ 作り つくり 作る つくる 作ら 行き いき 行く いく 行か 来 くる きま 入り はいり 入る はいる"
    " 先 合わせ あわせ 一緒 いっしょ 足し 追加 ついで"
)
_FOLLOWS = "を お ば も に が って"
_OPEN = never((within(14, stops="。、?"), "誰 だれ どこ いつ 何 なに なん いくら なんぼ どう どげ どん"))
_CAN = either(
    ("ま", "す せ", never("と けど")),
    ("ん", never("かっ と、 け")),
    ("る", either("か かね かな かいな やろ でしょ とです と? ? ね", "$ 。")),
)
_POLITE = either(
    ("お願い おねがい", maybe("し いたし"), "でき て"),
    ("もらえ もろえ 貰え いただけ 頂け くれ", _CAN),
    ("て で", "も", "いい よか よろし ええ 構 かま"),
    ("てもらって てもろうて ていただいて", "も", "いい よか よろし ええ 構 かま"),
    ("予約 よやく", maybe("は が を も"), "でき 取れ とれ"),
    ("変え かえ 替え 変更 へんこう", maybe("が"), "られ でき"),
    ("一緒 いっしょ 合わせて あわせて ついで 追加 ついか", maybe("に で"), maybe("、 は"), "いい よか ええ でき 取れ とれ 大丈夫 だいじょうぶ"),
)  # fmt: skip
"""A wish in the form of a question."""

ASKED_FOR = Phrases(
    (never(_WHY, _SO_FAR), _OF_IT, maybe(_FOLLOWS), _OPEN, within(14, stops="。?、"), _POLITE),
    (_OF_IT, "を お ば も", "取れ とれ 出せ だせ 作れ つくれ", _CAN),
    (
        _OF_IT,
        "は わ",
        maybe("、"),
        either(("お願い おねがい", "でき て"), ("予約 よやく", maybe("は が"), "でき")),
    ),
    (_OF_IT, maybe("を お ば も は わ と が に で へ って や ね ねえ よ"), "$ 。 、 ?"),
    (
        _OF_IT,
        maybe("なん"),
        "です だ や じゃ ばい たい っちゃ ちゃ",
        never(_WHY, "けん けえ から ので", "っ ろう ろー", _SO_FAR),
    ),
    (_OF_IT, "なん", maybe("です や だ じゃ"), never("けん から で")),
    (
        never(_WHY, _SO_FAR),
        _OF_IT,
        maybe("を お ば も は わ と が に で へ って や の"),
        within(14, stops="。?、"),
        _WISH,
        never((within(8, stops="。、"), _ASKED, "$ 。 ?"), (within(8, stops="。、"), "っけ")),
    ),
    (
        "って ち っち という とか",
        maybe("いう 言う ゆう"),
        within(10, stops="。"),
        "あれ それ そっち そい あい",
        maybe("の"),
        "ほう ほー 方 です を ば だ や、 お願い おねがい",
    ),
    (_OF_IT, either("に で", "について に関して にかんして"), "$ 。 、"),
)
"""年金です, 年金のほうをお願いします, 年金に変えて."""

TAKES_BACK = Phrases(
    (
        "やっぱり やっぱ やはり 間違え まちがえ 間違い まちがい 違う ちがう 違い ちがい 違った ちがった いいえ いえ いや ほんとは 本当は ほんとわ",
        within(12, stops="。"),
        "$",
    )
)
IT_WAS = Phrases((_OF_IT, maybe("なん"), _SO_FAR, never(_WHY, "けん けど ので から もんで が、")))
"""Before and behind what is meant in the place of what was said: やっぱり|児童扶養手当|でした."""

_TAKEN_ALONG: Steps = (either(("持っ もっ", maybe("て"), "行 い 来 き こ"), "持参 じさん 用意 ようい"),)
NEEDED = Phrases(
    ("って は わ も が を ば とか とかは", maybe("、"), *_TAKEN_ALONG),
    (
        "って は わ も が とか とかは",
        maybe("、"),
        either(
            ("いる 要る", never("もの もん 物 書類 とこ ところ")),
            "いり 要り いっと いると",
            ("必要 ひつよう ひつよー", either(never("な"), "なん")),
        ),
    ),
)
"""Behind the name of a paper that may have to be brought: 戸籍謄本って|いるんでしたっけ."""

WHETHER_NEEDED = Phrases(
    (
        "って は わ も が とか とかは",
        maybe("、"),
        either("いる 要る いり 要り いっと", ("必要 ひつよう ひつよー", maybe("な")), _TAKEN_ALONG),
        within(10, stops="。、?どが"),
        "か かね かな よね ですね っけ とよ ?",
        maybe("?"),
        "$ 。 ?",
    ),
)
"""The same, where nothing else is asked: 戸籍謄本も|要りますか."""

TIMED_BY = Phrases(
    (
        _OF_IT,
        maybe("が を お ば は わ も の で に"),
        maybe("、 全部 ちゃんと もう 無事に"),
        either(
            (
                "終わ おわ 済 済ん すん 済ませ すませ 済まし すまし 済み すみ し",
                maybe("って った んで んだ て た で"),
                maybe("の"),
                "から 後 あと 次第 しだい ら",
            ),
            ("終わる おわる 済む すむ 始まる はじまる する", "前 まえ まで ころ 頃 よりも より"),
        ),
    ),
    (
        _OF_IT,
        "の より よりも",
        maybe("すぐ"),
        "あと 後 前 まえ 次 つぎ 直後 直前 先 さき",
        maybe("すぐ すぐに"),
        "に の が で は わ、 だ や な $ 、 。",
    ),
)
"""Behind what something else is to be done before or after: 介護のほうが|終わってからがいい, 住民票|のあとに."""
