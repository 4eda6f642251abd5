"""The words of commands. A name (係員, もう一度) commands with what asks for it behind it, or alone; a deed (聞こえません) by itself.

Written and as the kana that a recognizer writes: particles as they sound, long vowels with ー too.
"""

from nlu.meaning import Command
from nlu.vocabulary.hearing import MISSED
from nlu.vocabulary.phrase import (
    BEGINS,
    Phrases,
    Row,
    ahead,
    either,
    maybe,
    never,
    never_behind,
    several,
    within,
)

_TO = (
    maybe("さん"),
    maybe("の方 のほう 方 ほう"),
    maybe(("を に と へ え お で が は も って", maybe("ー う"))),
    several(
        "、 直接 ちょくせつ ちょっと 一度 電話 電話で 今 いま すぐ すぐに 早く はやく ゆっくり もう 少し すこし はっきり 大きな声で 大き声で ちゃんと とにかく"
        " とりあえず それか 先に まず だけ さっき さっきの"
    ),
)
"""Between a name and what asks for it. A particle may be drawn out: 「職員の方とーお話ししたい」."""

_PLEASE = either(
    "お願い おねがい 御願い 頼み 頼む 頼ん たのみます たのむけん たのむよ ください 下さい ほしい 欲しい",
    ("くれ", never("た まし")),
)
_HERE: Row = ("います いません おります おりません おられます おられません", "か")
_PRESENT = "おらん おらんと おらんの いませんか いらっしゃいませんか いないの いないん いらっしゃいま がいい がよか 希望"
_SAYS = either(
    "言って 言うて 言ってん ゆって ゆうて ゆーて おっしゃ 話して 話て 話を 話しを はなして しゃべって しゃべら 喋って 聞かせ 聞きた 聞いていい 聞いても きかせて きかして おしえて"
    " 説明 せつめい 繰り返 繰返 くりかえ 確認 かくにん 読んで 読み上 よんで",
    ("いって", ahead("くだ 下 くれ も ほ 欲 いた よ や 、 。 $")),
    ("教え", never("られ")),
)
_COMES = never("来 き い")
_TALK = either(
    "つないで つないだ つなげて つながりたい つなぎたい つながせて 繋いで 繋いだ 繋げて 繋ぎたい かえて 替えて 代えて しゃべりた しゃべれ 喋りた"
    " 呼んで よんで よこして 出せ だせ 出さんか ださんか 出しなさい 回して まわして 聞きたい ききたい",
    ("出して だして", never("もらっ もろう もろた")),
    ("代わ 替わ 変わ 換わ かわ", "りたい れます れる れんか らんか れや っちゃ"),
    ("代わって 替わって 変わって 換わって かわって", never("き 来 行 いく いっ")),
    (
        "お話 話 おはなし はなし はな",
        maybe("し"),
        maybe("を が"),
        maybe("、"),
        maybe("し"),
        "たい たか させ できま できん せます せる せんか せんと せんの",
    ),
    ("話 はな 相談 そうだん", "して", maybe("から"), "決め きめ 考え かんがえ"),
    ("聞いて きいて", "もらえ もらい もらわ みて", never("まし た")),
    ("お話 話 おはなし はなし はな", "を聞いて をきいて がある があり"),
    ("相談", maybe("し"), "たい たか でき を"),
    "そうだんしたい そうだんしたか",
    ("出て でて", _COMES),
)
_ASKS_FOR_US: Row = (
    "聞いて きいて きーて",
    "もらえ もらわれ もらいた ください くださ 下さい 下さ くれん くれま くれんね ほし 欲し",
)
ALONE = Phrases(
    (
        maybe("さん 様"),
        several("を お に と へ え で だけ よ ね です ですけど ですが ですか でいい でいいです がいい がいいです でたのむ でおのむ"),
        several("! ?"),
        "$ 、 。",
    )
)  # fmt: skip
"""What may follow a name that stands for the whole sentence."""


def _asks(*markers: Row) -> Phrases:
    return Phrases(
        *((*_TO, marker) if not isinstance(marker, tuple) else (*_TO, *marker) for marker in markers)
    )


_PERSON = "人 方 ひと かた"
NAMES: tuple[tuple[Command, Phrases, Phrases], ...] = (
    (
        Command.AGENT,
        Phrases(
            "責任者 せきにんしゃ せきにんもの 上司 じょうし 上の者 上の人 うえのもの うえのひと 係員 オペレーター オペレータァ オペレータ 担当者 職員 誰か だれか かかりいん たんとうしゃ たんとーしゃ おぺれーたー おぺれーた しょくいん",
            ("課長 係長", ahead("を に と へ")),
            ("係りの 係の", "人 者 方 ひと かた もの"),
            ("係り 係", ahead("につな に代 に替 にお願")),
            ("誰か だれか", "人 ひと ほかの人 他の人"),
            ("担当の 担当", "者 人 方 ひと かた"),
            ("かかりの たんとうの たんとーの", "ひと かた もの"),
            ("窓口", ahead("につな に繋 に代 に替 に回")),
            ("窓口の 職員の", _PERSON),
            ("まどぐちの しょくいんの", "ひと かた"),
            (BEGINS, "人間", never("ドック")),
            (BEGINS, "人", ahead("に と を は へ が お 出")),
            ("にんげん ひと", ahead("に と を お は わ")),
            ("直接 電話を 電話", ahead((within(3), "つない 繋"))),
        ),
        _asks(_PLEASE, _TALK, _HERE, _PRESENT, _ASKS_FOR_US),
    ),
    (
        Command.START_OVER,
        Phrases((never_behind("月 年 週 日 の"), "最初 始め 初め はじめ さいしょ 頭 あたま 一 1 いち", "から")),
        _asks(_PLEASE, _SAYS, "やり やる やろ 始め はじめ したい します し直 しなお 聞いて きいて いい いきま"),
    ),
    (
        Command.REPEAT,
        Phrases(
            ("も", maybe("う ー"), maybe("、"), "一 1", "度 回 遍 ぺん ど かい", maybe("だけ")),
            ("も", maybe("う ー"), maybe("、"), "いち いっ", "ど かい ぺん", maybe("だけ")),
            "もっかい もっ回 もっぺん もっと大きな声で もっと大き声で",
        ),
        _asks(_PLEASE, _SAYS, ("い いい いか よか よろしい", "です でしょう かな ろうか"), "良いです"),
    ),
    (
        Command.BACK,
        Phrases(("一つ 1つ ひとつ いっこ", "前 まえ"), "前の質問 前のところ 前の問い まえのしつもん"),
        _asks(_PLEASE, ("戻 もど", "っ し り る")),
    ),
    (
        Command.SLOWER,
        Phrases("ゆっくり ゆっくりと ゆっくりめ"),
        _asks(_PLEASE, _SAYS, "はなせ しゃべれ 喋れ", ("して", "くだ も ほ $ 、 。")),
    ),
)  # fmt: skip
"""A command, its names, and what asks for it behind one of them."""

_ASKED_FOR = "日にち ひにち 日付 時間 じかん 何時 名前 お名前 なまえ おなまえ 電話番号 でんわばんごう 番号 ばんごう 予約番号 よやくばんごう 手続き てつづき 用件 人数 区 いつ 私 わたし"
"""Said back with ですか by who is not sure what was asked."""

_NO_QUESTION = never("か")
_STOPS = "やめ 止め"
DEEDS: tuple[tuple[Command, Phrases], ...] = (
    (
        Command.START_OVER,
        Phrases(
            ("やり直 やりなお", "そう せ したい し、 し。 します ししょ しましょ しを しで"),
            ("やり直し やりなおし", "$"),
            ("やり直して やりなおして", "くだ も ほ $ 、 。"),
        ),
    ),
    (
        Command.GOODBYE,
        Phrases(
            ("もういいです もうええです もうええで", _NO_QUESTION),
            (
                "^ 、 。 じゃあ なら いや",
                "もう",
                maybe("、"),
                "いい よか ええ いらん 要らん いりません",
                several("です よ ばい わ や けん たい ちゃ っちゃ とよ"),
                "$ 、 。",
            ),
            "もう結構 もうけっこう もうけっこー さようなら さよなら また今度 またにします またにする またあとで また後で やめときます",
            ("予約 よやく", maybe("は わ"), "しません", _NO_QUESTION),
            ("よやく", maybe("は わ"), "しません やめます やめとき"),
            ("予約", maybe("は"), "やめ", never("な", ("て", within(1, least=1)))),
            ("予約", maybe("は"), "止め しないです しないで いりません 要りません いらない 結構"),
            ("^ 、 やっぱ やっぱり 今日は もう の予約は", _STOPS, "とき とく てお とこう"),
            ("^ 、 やっぱ やっぱり 今日は もう の予約は", _STOPS, "ます", never("ので")),
            ("^ 、 やっぱ やっぱり 今日は もう の予約は", _STOPS, "る", "$ 。 わ ばい けん"),
            ("切ります", _NO_QUESTION),
            (never_behind("い"), "きります", _NO_QUESTION),
            ("今日は きょうは", maybe("、"), "もう", maybe("、"), "いい よか ええ", several("です よ ばい わ や たい"), _NO_QUESTION),
            ("また", "電話します でんわします かけます かけ直します"),
            ("かけ直し", either("ます たい ていい $ 。", ("ても", never("ら")))),
            ("かけなおし 電話し直し", "ます たい"),
            ("あとで 後で", "かけ", "ます る 直"),
            ("^", "失礼します 失礼いたします"),
        ),
    ),
    (
        Command.REPEAT,
        Phrases(
            (never_behind("耳が みみが"), "聞こえ きこえ", either("ない ませ な ん づら にく にっか", ("まし", never("た")))),
            *MISSED,
            ("何て なんて", maybe("?"), "$"),
            "なんですって 何ですって",
            ("繰り返 繰返 くりかえ", "して しを せ"),
            ("繰り返し 繰返し くりかえし", "$"),
            ("^", "え えっ 何 なに", maybe("?"), "$"),
            ("^", "えっ。", "$"),
            ("^", "何ですか 何でしょうか"),
            ("^", "え", maybe("、"), "なん 何", "です て"),
            ("聞こえ きこえ", "とらん よらん"),
            ("耳が みみが 耳も みみも", maybe("ちょっと 少し"), "遠 とお"),
            ("^", maybe("え えっ あ はい えっと"), maybe("、 ?"), _ASKED_FOR, maybe("の こと のこと"), "ですか", maybe("?"), "$"),
            ("声 こえ 音 おと", maybe("が は も"), maybe("もっと もう少し ちょっと 少し"), "小さ ちいさ ちっちゃ"),
            ("声 こえ 音 おと", maybe("を"), maybe("もっと もう少し ちょっと 少し"), "大きく おおきく", "し"),
            ("大声 おおごえ", "で", "お願 おねが 言 話 頼 しゃべ ゆ は"),
            (
                "大きい 大きか おおきい おおきな おおきか でかい",
                "声 こえ",
                either("で", ("を", "出 だ"), ("に", "し")),
            ),
        ),
    ),
    (
        Command.BACK,
        Phrases(
            (
                "^ 、 。 前に まえに 前の質問に まえのしつもんに ところに 最初に さいしょに いや やっぱ やっぱり すみません ちょっと もう一度 もう1度 つ前に 一つ 1つ ひとつ いっこ 少し すこし"
                " 手前に さっきの質問に さっきのに 元に もとに",
                maybe("、"),
                "戻 もど",
                either("って して りたい れます してほ せ", ("る", "$ 。")),
                maybe("くだ 下さ くれ もら もう ほ 欲 おくれ お願 いた い です か 、 。"),
                never("から"),
            )
        ),
    ),
    (
        Command.SLOWER,
        Phrases(
            "早口 はやくち",
            ("^ 、 。 すみません ちょっと 少し", "速 早 はや", either("すぎ 過ぎ くて", ("い", "です $ 。 わ ね よ んで"))),
            (
                "話 しゃべ しゃべり 喋 喋り 説明 言葉 声 言い方 テンポ はなし",
                maybe("す る し方 方 かた う"),
                maybe("の"),
                maybe("が は も"),
                maybe("、"),
                maybe("ちょっと 少し すこし"),
                "速 早 はや",
                either("すぎ 過ぎ くて", ("い", "です $ 。 わ ね よ んで")),
            ),
        ),
    ),
)  # fmt: skip
"""A command and what does it by itself."""

ANNOUNCES = Phrases(
    (
        "る い う た す ぐ む く つ 希望の 用の",
        "場合 ばあい 方 かた 際 さい とき 時",
        "は わ には",
        never((within(300), "どう どげん")),
    ),
    "を押 をおし をお選 発信音 おつなぎします おつなぎして おつなぎいたします",
    ("番号", maybe("を お"), "押 おし"),
    ("お待ちください", "$"),
)
"""A machine that tells its callers what to press."""

TOLD = Phrases(
    (
        maybe("くれ ください 下さい くださいよ もらって もらえ もらうように るように な"),
        "って ち",
        "$ 。",
    ),
    (
        maybe("くれ ください 下さい くださいよ もらって もらえ もらうように るように な"),
        maybe("、"),
        "って と ち て",
        maybe("、"),
        "言 いわれ いっとっ いってま ゆわれ ゆっとっ 聞い 聞き ききま 書い",
    ),
    "され ました まして なくて ないで んでい",
    ("した", never("い かろ かっ")),
    ("しました", "ら けど が $ 、 。"),
    (maybe("し"), "たい てほしい", "の もの こと", "は わ"),
)
"""Behind what asks: it was told, or is not wanted."""
