"""How somebody hums, asks to wait, fetches something to look at or to write with, or talks with those in the room."""

from nlu.vocabulary.phrase import Phrases, Step, either, maybe, never, several, within


def _one_or_more(signs: str) -> Step:
    return either((signs, several(signs)))


_HUM = either(
    ("え", several("ー え ぇ ~"), maybe("っ"), "と", several("ー ぉ お ~"), maybe("ね")),
    ("え", "ー ぇ ~", _one_or_more("ー ぇ ~")),
    ("う", _one_or_more("ー ~"), maybe("ん"), several("ー と ぅ う ~")),
    ("う", _one_or_more("ぅ"), maybe("ん")),
    ("ん", _one_or_more("ー ん ~"), maybe("と")),
    ("あの", several("ー う ぉ お ~"), maybe("です"), maybe("ね")),
    ("その", _one_or_more("ー ~")),
    ("あ", _one_or_more("ー")),
    ("まあ", several("ー")),
    "なんか",
    ("そうです", either(("ね", _one_or_more("ー え ぇ ~")), "な なあ")),
    ("そうだ そうや", either(("ね", _one_or_more("ー え ぇ ~")), ("な", _one_or_more("あ")))),
)
_FIRST = "はい ええ あ うん すみません すいません ごめんなさい"
_BREAK = several("、 。 , . ? !")
_COMMA = maybe("、")
_NOW = maybe("今 いま ちょっと")

_AIDS = (
    "カレンダー かれんだー 手帳 てちょう 予定 予定表 よていひょう よてい こよみ 暦 老眼鏡 ろうがんきょう 眼鏡 めがね メガネ 書くもん 書くもの かくもの かくもん"
    " 鉛筆 えんぴつ ボールペン ペン ぺん メモ用紙 メモ めも 紙 かみ 補聴器 明かり 電気"
)
_WHERE = ("どこ どけ", maybe("に へ やら"))
_TAKES = (
    "見 み 確認し かくにんし 確かめ 取っ とっ 取り とり 持っ もっ 持ち もち 探し さがし 捜し 出し だし 用意し よういし かけ つけ めくっ めくり",
    maybe("に行っ に行き"),
    "てまいり て参り てき てい てみ てくる よる よります とる とります て ます る た",
    maybe("ます る まし"),
    several("ので から けん わ ね よ が けど みます"),
)
_LOOKS = either(
    (
        _NOW,
        _COMMA,
        _AIDS,
        maybe(("と か", _AIDS)),
        maybe("を ば は が 、"),
        either(
            (_NOW, _COMMA, *_TAKES),
            (*_WHERE, "や 行 い 置 お ある あっ", several("っ い た る や か ね な の う し よ れ け")),
        ),
    )
)
_WAIT = either(
    (
        "切らんで 切らないで きらんで きらないで お切りにならないで おきりにならないで",
        maybe("ください 下さい くれ"),
        several("ね よ い な"),
    ),
    (
        maybe("ちょっと ちょい 少々 少し すこし しばらく ちいと"),
        _COMMA,
        maybe("お"),
        "待 ま",
        "って っとって っちょって っちゃ ち",
        maybe("て"),
        several(
            "もらえますか もらいますか くださる 下さる くださいませ くださいまし くださいま くださいます くださいまか くださいますか 下さい ください いただけますか つかあさい なさい んない らん ない ね よ な",
            ("くれ", maybe("る ん"), maybe("か")),
        ),
    ),
)
_KIN = either(
    (
        either(
            "家内 かない 女房 妻 嫁 主人 しゅじん 旦那 亭主 夫 娘 むすめ 息子 むすこ せがれ 孫 まご 母 父 おふくろ おやじ 姉 妹 兄 弟 家族 家の者 うちの者"
            " 本人 ほんにん ヘルパー へるぱー ケアマネ",
            (maybe("お"), "母 父 かあ とう ばあ じい", "さん ちゃん"),
        ),
        maybe("さん の者 の方"),
    )
)
_OURS = maybe("うちの わしの 私の")
_HANDS_OVER = either(
    (
        maybe((within(20, stops="。"), "けん けえ き から ので で 、 。")),
        _COMMA,
        _NOW,
        _COMMA,
        _OURS,
        _KIN,
        "に と",
        _COMMA,
        several("今 いま ちょっと すぐ", ("電話", maybe("を ば"))),
        _COMMA,
        either(
            (
                "代 替 変 換 か",
                "わる わります わりますね わってもらいます わってもらう わらせます わらせてください わらせてもらいます",
            ),
            "渡ます 渡します 渡す",
        ),
        several("けん き から ので わ ね よ ばい"),
    )
)
_ASKS_KIN = either(
    (
        "今 いま ちょっと",
        _COMMA,
        _OURS,
        either(_KIN, "つま よめ だんな"),
        "に と",
        _COMMA,
        _NOW,
        "聞い きい 相談し そうだんし 確かめ 確認し",
        "て",
        "みます みる きます くる",
        several("けん から ので わ ね"),
    )
)
_MUSES = either(
    (
        maybe("今日 きょう"),
        maybe("は も"),
        "何 なん なに どれ どっち",
        never(
            "時 日 月 曜 番 じ にち よう ばん 分 ぷん の 階 かい 人 通",
            ("を ば が", "持 も 要 い"),
        ),
        within(16, stops="。、?!"),
        "やった だった やっ だっ でした",
        "か け っけ",
        maybe((maybe("い"), "ね ねえ な なあ"), "い の しら"),
        several("ー ぁ あ え ぇ う の"),
        maybe("?"),
    ),
    (
        "何 なん なに",
        maybe("を ば が"),
        within(10, stops="。、?!"),
        "言われた いわれた 頼まれた たのまれた",
        within(8, stops="。、?!"),
    ),
    (
        maybe(("これ この字", maybe("は 、"))),
        "何 なん",
        "ち て と って",
        "書い かい",
        "ちょる とる てる てある",
        several("ん の と か ね な い"),
        maybe("?"),
    ),
)
"""What somebody asks who tries to remember; 何時やったかね may ask us."""

_WRITES = (
    within(30, stops="。"),
    "書く かく 書き取る メモする メモる めもする 控える 探す さがす",
    "から けん けえ けー き ので んで まで",
    _COMMA,
    _WAIT,
    several((_BREAK, within(16, stops="。"), _AIDS, within(8, stops="。"))),
)
_CORE = either(_WAIT, _LOOKS, _MUSES, _HANDS_OVER)
_ASKS_ROOM = (
    several("ね ねえ なあ おい ほら 、"),
    either((maybe("お"), "母 父 かあ とう ばあ じい", "さん ちゃん"), "あんた"),
    several("ー 、"),
    never((within(30, stops="。?"), "ください 下さい お願い おねがい")),
    within(30, stops="。?!"),
    "やった だった じゃった でした です やっ だっ",
    maybe("っけ"),
    "か け ? ね",
    several("ね ねえ な い いな ー え ?"),
)
_GUESSED = ("0 1 2 3 4 5 6 7 8 9", "か")
_BESIDE = either(
    _HUM,
    _FIRST,
    _GUESSED,
    "ほら ね ねえ なあ おい いや 違う ちがう どうしましょう どうしましょ どうしよう",
    _KIN,
    _AIDS,
)
_LOST = either((*_WHERE, "や い お 置 行", maybe("っ"), "たか", either((maybe("い"), "ね な"), "の")))

HUMS = Phrases((_HUM, _BREAK, several((_HUM, _BREAK))))
"""All of what is said is humming."""

WAITS = Phrases(
    (
        several((either(_HUM, _FIRST), _BREAK)),
        either(
            (maybe((_WAIT, _BREAK)), _LOOKS, _BREAK, maybe(_WAIT)),
            (either(_HANDS_OVER, _ASKS_KIN), _BREAK, maybe(_WAIT)),
            (_WAIT, _BREAK, *_ASKS_ROOM),
            (_WAIT, maybe((_BREAK, either((_AIDS, maybe("が を は ば と ね")), _ASKS_KIN)))),
            _WRITES,
        ),
        _BREAK,
        several((_HUM, _BREAK)),
    ),
    (
        several((_BESIDE, _BREAK)),
        _CORE,
        _BREAK,
        several((either(_BESIDE, _CORE), _BREAK)),
    ),
)
"""All of what is said pleads to wait, hands the telephone over, tells that something is fetched, or is talk with oneself and the
others in the room, in which somebody tries to remember or looks for something."""

SEARCHES = Phrases(
    (_LOST, within(300), _WAIT, _BREAK, "$"),
    (
        "沸い 沸騰 吹きこぼ ふきこぼ 焦げ こげ 鳴っ ピンポン 玄関 げんかん 誰か来 だれかき 宅配 泣い ないて 呼ばれ",
        within(16, stops="。"),
        _WAIT,
        _BREAK,
        "$",
    ),
    (
        several((_HUM, _BREAK)),
        _WAIT,
        _BREAK,
        _AIDS,
        "が は を 、",
        within(16, stops="。"),
        "わから 分から 見つから みつから 見当たら",
        "ん な",
        _BREAK,
        "$",
    ),
)
"""Something cannot be found, or comes up, and we are to wait: カレンダーはどこに行ったかいね、ちょっと待ってくださいよ; お湯が沸いた、待って."""
