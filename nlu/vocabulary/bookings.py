"""Words about a booking that stands, by their kinds: how it is named, what can be moved of it, and the verbs for moving and
giving it back in the forms of a wish."""

from nlu.vocabulary.days import ANOTHER, WHEN
from nlu.vocabulary.phrase import Phrases, behind, either, maybe, never, never_behind, within

NOUN = "予約 よやく 申し込み 申込み 約束 やくそく"
_STANDS = either(
    "しと してお していま してい してま してた してて してあ させて",
    (
        maybe("を ば が は の"),
        maybe(("2つ 二つ ふたつ 2件 二件 3つ 三つ みっつ", maybe("も"))),
        either(
            ("入れ いれ", "と て た まし"),
            ("取っ とっ", never("て もら"), "と て た"),
            ("取っ とっ", "ても てい てあ てま て、"),
            ("取ら とら", "せて"),
            ("頼ん たのん", "ど だ で"),
            ("入っ はいっ", "と て"),
            ("ある", "ん の とです はず けど と"),
            "あります あっとです",
        ),
    ),
)
BETTER = "ほう ほー 方 がいい がよか がええ が早 がはや と早 とはや といい とよか"
"""What is thought to be better, and is not done: 予約したほうがいい, 予約すると早い."""

_NO_CASE = never(
    (
        maybe("っ"),
        maybe("た とる る"),
        maybe("ら"),
        f"たら ら く {BETTER}",
    ),
    (
        maybe("いて って おいて とって ておいて"),
        either(
            ("き おき", "たい たか たく たかっ"),
            "こう こー おこう おこー ほし 欲し",
            ("くれ", never("た て と ち")),
            ("ください 下さい", never("まし")),
            ("もらい 貰い いただき 頂き", either("たい たか たく", "ます")),
            ("もらえ 貰え いただけ 頂け", never("た まし て と")),
            ("もらお もろお いただこ 頂こ", "う ー"),
            ("もらって もろうて もろて いただいて 頂いて", "いい よか よろし ええ"),
            ("もらっても もろうても もろても いただいても 頂いても", "いい よか よろし ええ"),
        ),
    ),
)
"""No 「予約しとったら」, 「予約をしといたほうが」, 「予約させていただきたい」."""

_DAY = "日 曜 時 朝 昼 午後 午前 週 月 年 か"
_OF_IT = "ね やけど なんやけど ですけど なんですけど ですが なんですが"

MADE = Phrases(
    (NOUN, either(("し", "た まし", never("い か く う")), _STANDS), _NO_CASE),
    (NOUN, "を", "し", "た まし", never("い か く う ら ほう 方")),
    ("頼ん たのん", "どった どいた どりま でいた でた でおった どいとった"),
    (
        "取っ とっ 入れ いれ",
        "とる とり とった ている ています てます ていた てた",
        "者 もの もん 分 ぶん ん の けど",
    ),
    ("今 いま さっき この その 例 先日 先月 前 まえ この前 このまえ こないだ このあいだ", "の", NOUN),
    (_DAY, "の", NOUN, _OF_IT),
)
HELD = Phrases((_DAY, "の", NOUN))
"""予約しとる, 頼んどった, この前の予約: one that was made; and 8日の予約, which may be one that is wished."""

NAMED = Phrases(
    (
        NOUN,
        never(
            (
                maybe("を ば の が も"),
                maybe("、"),
                maybe("1つ 一つ 新しく 新しゅう"),
                either(
                    "する しよう しとこう お願い おねがい でき 取りた とりた 取れ とれ 取って とって 取ら とら 取ろ の取り方 の仕方 入れてくだ 入れても 頼みた",
                    ("し", "たい たか て に ます た方"),
                    ("し", "とき とい"),
                ),
            )
        ),
    )
)
"""The word for one, no new one being wished with it."""

WISHED = either(
    ("た", either("い か く う", ("かっ", never("た、")))),
    ("ます", never("か た と")),
    (
        "て で",
        either(
            "くだ 下さ くれ くん くり ほし 欲し いただ 頂 ちょうだい 頂戴 やって やん やり つか つかあさ いい よか も みたい",
            ("もら もろ 貰", never("わん わな")),
            (maybe("、"), "$ 。"),
            ("よ ね", "$ 。"),
        ),
    ),
    ("ちゃ", "らん り って れ ってん らんね"),
    ("ちょ", "いて って くれ"),
    ("と", either("いて って き い", "く")),
    ("させ さし", "て"),
    ("ら", "れ", never("た まし て")),
    ("る", "こと の", maybe("は が も って"), "でき 出来 可能"),
    ("ん な", "いけ といか といけ ければ ならん"),
    ("なきゃ なくちゃ", never("よか")),
    ("よう", maybe("か"), "か と って っち 思"),
)
_OFFERED = either(
    ("お願い おねがい 希望 きぼー", never("しまし")),
    "願い ねがい ください 下さい",
    ("し", WISHED),
    ("でき 出来", never("た まし な")),
    "を で です は $ 、 。",
)
COULD = either("ますか ません ますで ますやろ んで んや んか んと ると るで るか るや", ("る", "$"))
TO_MOVE = "変える 替える かえる ずらす 動かす 移す 延ばす"
_I_STEMS = "ずらし 移し うつし 動かし うごかし 直し なおし 延ばし のばし 繰り上げ くりあげ 繰り下げ くりさげ"
_E_STEMS = "早め 遅らせ おくらせ 変え 替え 換え 代え まとめ 揃え そろえ"
CAN_MOVE = "ずらせ 移せ 動かせ うごかせ 延ばせ のばせ 変えられ 替えられ"
_COULD_STEMS = f"{CAN_MOVE} うつせ まとめられ 寄せられ よせられ 揃えられ"
_CHANGED = (
    "変更 へんこう へんこー 延期 えんき 前倒し まえだおし 先送り さきおくり 後ろ倒し 移動 いどう いどー"
)
_NOT_OF_IT = "住所 名義 氏名 名前 名字 苗字 姓 世帯主 世帯 口座 番号 じゅうしょ めいぎ"
_SHIFTED = either(
    ("早 はや 遅 おそ", "く う ー ゅう よう"),
    (never_behind("回 度 日"), "はよ はよう おそう おそー", maybe("う")),
    ("後ろ うしろ 後 あと のち 先 さき 前 まえ", "に へ", maybe("ずら")),
    (
        either(f"{ANOTHER} よその", "次の つぎの 前の まえの 翌 その次の"),
        WHEN,
        "に へ",
    ),
)

EARLY_OR_LATE = "早く はやく 早う はよう 遅く おそく 遅う おそう"
AS_IT_IS = "そのまま このまま 今のまま いまのまま"

_OWN_WORDS = "日にち 日取り 日程 日時 日付 時間 時刻 曜日 予定 ひにち ひどり にってい にちじ じかん よてい 用事 用件 用向き 内容 手続き 中身 ようじ よーけん ようけん ないよう てつづき"
CHANGED = Phrases(
    (
        either(
            _I_STEMS,
            (never_behind("切り 取り とり 着 入れ 乗り 書き 買い 建て 立て 張り 貼り 両 名義 み"), _E_STEMS),
            (
                behind("^ 、 を ば に へ すこし 少し ちょっと じかん 時間 分 ぷん ふん 半 もう もっと"),
                "はやめ",
            ),
            (never_behind("つ む お ひ ひっ そ とり"), "かえ", never("り")),
        ),
        WISHED,
    ),
    (either(_COULD_STEMS), COULD),
    (
        f"{_COULD_STEMS} くっつけられ",
        "たら れば るなら ると",
        within(14, stops="。"),
        "いい よか ええ 助か たすか 済 す ありがた 嬉し うれし ね けど のに",
    ),
    ("くっつけ", WISHED),
    ("くっつけられ", COULD),
    (TO_MOVE, "こと の", maybe("は が も って とか"), "でき 出来 可能"),
    (never_behind(_NOT_OF_IT), _CHANGED, _OFFERED),
    (never_behind("人 方 かた"), "に へ", maybe("、"), "回し まわし 逃がし にがし", WISHED),
    (
        "に へ",
        maybe("、"),
        "取り替え 取りかえ とりかえ 取っ替え 持ってき もってき 持っていっ もっていっ",
        WISHED,
    ),
    (_SHIFTED, "し でき なら", either(WISHED, COULD)),
    (_SHIFTED, "お願い おねがい"),
    (
        "替わら 代わら 変わら かわら",
        "せ し",
        "て",
        maybe("も くだ ほし 下 欲"),
        either("ら ろ", "さ", "い し"),
    ),
    (
        "ずらす 動かす うごかす 移す うつす 延ばす のばす 変える かえる 遅らせる おくらせる",
        "だけ",
        "で に",
        "いい よか ええ 結構 けっこう お願い おねがい して",
    ),
    ("ずらそ 動かそ 移そ 延ばそ 変えよ かえよ 替えよ", "う", maybe("か"), "か と 思 おも"),
)
SET = Phrases(
    (
        never_behind(
            "また 今度 こんど 次回 なし 無し 白紙 はくし ご破算 帳消し 取りやめ 取り止め とりやめ やめ 中止 ちゅうし 取り消し とりけし キャンセル きゃんせる こと なったこと よう ごと 一緒 いっしょ 代わり かわり 大事 先 あと 破算 まま"
        ),
        "に へ",
        maybe("、"),
        either(("し", WISHED, never("た まし")), ("でき", COULD)),
    ),
    (
        behind("げつよう かよう すいよう もくよう きんよう どよう にちよう"),
        "に へ",
        maybe("、"),
        either(("し", WISHED, never("た まし")), ("でき", COULD)),
    ),
)
"""「12月1日にしてほしい」: of a booking that stands a change."""

_BACK = "取り消し 取消し 取消 とりけし キャンセルし きゃんせるし 取りやめ 取り止め とりやめ とり止め やめ 止め なしにし 無しにし なかったことにし 無かったことにし ご破算にし 断り ことわり 中止し 中止にし ちゅうしし ちゅうしにし 解除し かいじょし 白紙にし 白紙に戻し 白紙にもどし"
GIVEN_BACK = Phrases(
    (_BACK, WISHED),
    (
        "取り消し 取消し 取消 とりけし キャンセル きゃんせる 取りやめ 取り止め とりやめ",
        maybe("に"),
        _OFFERED,
        never("、2"),
    ),
    ("やめ 止め", "に", "し", WISHED),
    ("取り消 とりけ", "そ", "う", maybe("か"), "か と 思 おも"),
    ("やめ 止め 断ろ ことわろ", maybe("とこ"), "う よう", maybe("か"), "か と 思 おも"),
    (
        "もう もー",
        maybe("、"),
        either("いら 要ら", ("いり 要り", "ま"), "不要 ふよう"),
        within(8, stops="。、"),
        either("です ます ばい たい けん けど よ ね", "。 $"),
    ),
    ("やめ 止め", "ないけん んといけ な、 なならん"),
)

_DEED = "キャンセル きゃんせる 取り消し 取消し とりけし 変更 へんこう へんこー 延期"

KEPT = Phrases(
    (
        either(
            "取り消さ 取消さ とりけさ 消さ けさ やめ",
            ("キャンセル きゃんせる", maybe("は に を"), "し せ"),
            (_E_STEMS, maybe("ら")),
            "かえ",
            ("ずらさ 動かさ 移さ 延ばさ"),
            (_CHANGED, maybe("は を"), "し せ"),
        ),
        either(
            (
                "んで ないで なくて んと ずに んどって",
                maybe("も"),
                maybe("おいて くだ ください 下さい いい よか"),
            ),
            ("ない なか", "で でいい でよか"),
        ),
    ),
    (
        maybe(
            (
                _DEED,
                maybe("を に"),
                maybe("、 。"),
                "いえ いや 違 ちが あっ あ",
                within(3),
                maybe("、 。"),
            )
        ),
        either(
            f"{TO_MOVE} のばす 早める 取り消す 取消す とりけす やめる 止める 断る ことわる",
            (_DEED, maybe("する")),
        ),
        maybe("って ち という ちゅう"),
        maybe("わけ こと"),
        maybe("の ん と"),
        "やなくて やなくって じゃなくて じゃなくって ではなく でなく やのうて じゃのうて やなしに じゃなしに でなしに やない じゃない",
        maybe("て"),
    ),
)
"""「取り消さんでください」, 「変えんでいいです」: what is not to be done."""

OWN = Phrases(
    (_OWN_WORDS, "$"),
    (NOUN, "$"),
    (
        never_behind("毎 誕生 本"),
        "日 時 じ 半 はん 曜 分 ぶん 方 ほう やつ もの それ これ あれ そっち そちら 今の いまの 件 の 一つ 1つ ひとつ ん 週 二つ 2つ ふたつ",
        "$",
    ),
)
"""What a booking, or what can be moved of it, is called, at the end of a text."""

WHEN_WAS_IT = Phrases(
    (
        "いつ 何日 なんにち 何時 なんじ 何曜日 なんようび なんよーび",
        within(12, stops="、。"),
        either(
            "やった だった でした やったか よかった じゃった やっと やったっけ でしたっけ だっけ じゃったか",
            ("行く いく 来る くる 伺う うかがう", "ことに んやっ んだっ んでし ようにな"),
        ),
        never("ら"),
    ),
    (NOUN, "は が って", within(4, stops="、。"), "どう どげん", "なっ"),
    (
        NOUN,
        "し しと 取っ とっ 入れ いれ",
        "た る とる",
        "か やら",
        within(6, stops="。"),
        "分か わか 覚え おぼえ 忘れ わすれ",
    ),
)
"""「いつ行けばよかったんですかね」, of something that was settled."""

_ASKS = "か ? よね やろ でしょ だろ じゃろ ですね かね"
STANDS_STILL = Phrases(
    (
        f"{NOUN} ほう 方 やつ 分 ぶん",
        maybe("は わ が も って まで"),
        maybe("、"),
        within(6, stops="。、"),
        either(
            (
                "消え きえ 取り消され とりけされ なくなっ 無くなっ のうなっ 流れ ながれ 残っ のこっ 生き いき",
                "て と ちゃ ちょ",
            ),
            "そのまま",
        ),
        within(9, stops="。、"),
        _ASKS,
    ),
    (
        "は わ も まで",
        "消え きえ 取り消され とりけされ なくなら 無くなら",
        "ん ない ません",
        within(6, stops="。、"),
        _ASKS,
    ),
)
"""「年金の予約は消えてないでしょうね」, of one that was not spoken of."""

_NOTE = "紙 メモ めも 控え 控 ひかえ 手帳 てちょう 番号 葉書 ハガキ はがき カレンダー 書いたと 書いとったと"
_THINGS = "暗証番号 あんしょうばんごう あんしょーばんごー パスワード カード かーど 印鑑 はんこ 判子 通帳 保険証 ほけんしょう"
_A_THING = [
    thing + particle for thing in _THINGS.split() for particle in ("", *"をおばがも、", "を、", "お、")
]
"""What is forgotten or lost that says nothing of a booking."""

FORGOTTEN = Phrases(
    (never_behind(" ".join(_A_THING)), "忘れ わすれ"),
    "覚えと おぼえと 覚えて おぼえて 思い出せ おもいだせ うろ覚え うろおぼえ",
    (
        "分か わか",
        either(("ら", "ん な"), ("りま", "せん"), ("らんごと らんごつ らんよう らんくな らなくな")),
    ),
    (
        never_behind("暗証 あんしょう あんしょー 年金 者 母子 健康"),
        _NOTE,
        within(10, stops="。"),
        "なくし 失くし 無くし のうなっ なくなっ 見つから 見当たら みつから みあたら 洗濯 捨て すて 落と どこ どっか やぶ 破",
    ),
    ("いつ 何日 なんにち 何時 なんじ 何曜", within(6, stops="。、"), "か ね"),
    (
        "教え おしえ 知り しり 確認 かくにん 確かめ たしかめ 調べ しらべ 見て みて",
        either("た", "て", "し", "お願い", "る"),
    ),
)
"""Beside a booking that stands: when it is, is not known any more."""

HOLDS = Phrases((NOUN, _STANDS, _NO_CASE))
AND_SO = Phrases(
    (
        either("けど けれど けれども ばってん が けんど", ("者 もん もの", "です で")),
        maybe("ね ねえ も"),
        maybe("。 、"),
        "$",
    ),
    (
        "と思 とおも っち思 はず つもり",
        within(8, stops="。、"),
        either(
            (maybe("。"), "$"),
            ("。", never((within(14), "たい お願い 願い 予約 取 変 か ? れん ください いつ 何")), within(14, stops="。"), maybe("。"), "$"),
        ),
    ),
)  # fmt: skip
"""A sentence that only says that there is a booking, and waits for what is said of it; but what it is for may be told behind."""

ANEW = Phrases(
    ("新し あたらし", "く う ゅう い", maybe("、"), maybe("に"), within(6, stops="。"), NOUN),
    ("新規 しんき 改めて あらためて 一から いちから", within(6), NOUN),
    (
        "新し あたらし",
        "く う ゅう",
        maybe("、"),
        maybe("もう"),
        "取って とって 取る とる 取り とり 取りた とりた 入れて いれて",
        never("まし た ある いま いる とる"),
    ),
    (
        "そんなら ほんなら それなら じゃあ それじゃ だったら そしたら ほしたら",
        maybe("、"),
        within(8, stops="。、"),
        NOUN,
        maybe("を ば"),
        "して し お願い おねがい 取って とって 入れて いれて",
    ),
)
"""Where none was found: a new one is wished."""

MISSED = Phrases(
    (
        "入っと 入って はいっと はいって 取れと 取れて とれと とれて 残っと 残って",
        either(("ら", "ん"), "ない なか ません"),
    ),
    (
        "頼んだ たのんだ 予約した 取った 入れた",
        maybe("はず"),
        "と つもり ん はず",
        within(4),
        "思 おも やけど ですけど なの なん やった",
    ),
)
"""「ありゃ、入っとらんと？」, told that none was found."""

EVERY_ONE = "両方 りょうほう りょーほー 二つとも 2つとも ふたつとも 2件とも 二件とも 三つとも 3つとも みっつとも 全部 ぜんぶ どちらも どっちも 二つ共 両方とも みんな みーんな 残らず のこらず すべて 全て"
EVERY = Phrases(
    (
        EVERY_ONE,
        never("じゃな やな は"),
        never(("やっ し", "て", "くれ もら もろ くださ 下さ")),
    )
)
"""両方とも取り消してください"""

EVERY_ALONE = Phrases(
    (
        "^",
        maybe("あ ああ もう はい ええ うん"),
        maybe("、"),
        EVERY_ONE,
        maybe("とも"),
        either("です やめ 消 取り消 キャンセル お願い 頼", ("、", "と と言 と申"), ("、 。 $", never("行"))),
    )
)
"""The same, before why, or whether that may be: 「両方ともです、旅行に行くけん」."""
