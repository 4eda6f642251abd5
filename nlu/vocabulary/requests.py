"""Words of what a caller wants other than a new booking, and of wishes to move away from what was offered."""

from nlu.meaning import Request, Shift
from nlu.vocabulary.phrase import Phrases, Steps, either, maybe, never, never_behind, several, within

BOOKING = "予約 ようやく よやく 申し込み 申し込 申込み 申込"
CANCEL = "取り消し 取り消 取消し 取消 とりけし とりけ キャンセル きゃんせる"
_WEEKEND = "土曜 日曜 土日 休日 祝日 お盆 正月 年末 年始 連休 週末 どよう にちよう どにち しゅくじつ おぼん"
_BY_ITSELF = "いいえ いえ いや あの すみません すいません やっぱり やはり もう これは これを これ 、"
_ASKING = maybe(
    "します ます で です",
    (maybe("に"), "して", maybe("ください 下さい ほしいです")),
    "にしてください にして下さい にして",
)
_ON = maybe("が で")
_COUNTER = "窓口 まどぐち"
_FREE = "空いている 空いてる"

_MOVES = either("変更 へんこう へんこー 変え 替え ずらし 移し うつし", ("かえ", never("り")))
_SHIFTED = either(
    "延ばし 延ばす のばし のばす 延期 遅らせ おくらせ 早め はやめ 前倒し",
    ("早く はやく 遅く おそく", "して し なら できま でけ"),
)
_WHEN = "日にち 日程 日取り 日時 時間 時刻 曜日 ひにち にってい ひどり にちじ じかん"
_CANNOT = (
    "行けなく いけなく 行かれなく いかれなく 来れなく 来られなく こられなく これなく 伺えなく うかがえなく 行けんく 行けんごと 行けんごつ 行けんよう いけんく いけんごと"
    " 行かれんく 行かれんごと 行かれんごつ 行かれんよう いかれんく いかれんごと いかれんごつ 来れんく 来れんごと 来られんく 来られんごと こられんく こられんごと これんごと"
)
_GIVES_UP = "やめ 止め 断 ことわ 取り消 取消 とりけ キャンセル きゃんせる"

REQUESTS: dict[Request, Phrases] = {
    Request.CANCEL: Phrases(
        (BOOKING, within(12), "取り消 取消 とりけ キャンセル きゃんせる やめたい 無しに なしに なかったことに"),
        ("取り消し 取消し とりけし キャンセル", maybe("を の"), "したい たい お願い 希望 方法 できますか"),
        ("^", several(_BY_ITSELF), CANCEL, _ASKING, maybe("。"), "$"),
        (_CANNOT, within(14), _GIVES_UP),
        (BOOKING, maybe("は を ば が も の"), within(4), "断り 断ろう ことわ 要らなく いらなく いらんごと 要らんごと いらんくな 要らんくな 必要なくな"),
    ),
    Request.CHANGE: Phrases(
        (
            BOOKING,
            several("した している してる の を 日 時間 していた 取った 入れた して"),
            within(8),
            "変更 へんこう 変えたい 変えて 変えられ かえたい ずらし 移し 直し",
        ),
        "日時の変更を 日にちの変更を",
        (BOOKING, maybe("を ば の は"), within(16, stops="。、がけ"), "に へ", maybe("、"), _MOVES),
        (BOOKING, maybe("し"), maybe("を ば"), maybe("、"), "なおし 直し"),
        (BOOKING, maybe("の日 の時間"), maybe("を ば"), maybe("、"), maybe("もう少し もうちょっと もっと"), maybe("先に"), _SHIFTED),
    ),
    Request.CHECK: Phrases(
        (
            BOOKING,
            within(14),
            either(
                "確認 かくにん 確かめ いつだった いつでした いつか いつに 何時だった 何時でした 取れて 入って できています できてます 照会 忘れ わすれ 知りたい しりたい",
                ("何時から", never("開 空 あい あき やっと やって やりよ 始 はじ")),
                ("教えて おしえて", never("もろうた もろうて もらった もらって もらいまし くれ くだすった")),
            ),
        )
    ),
    Request.BRING: Phrases(
        "持ち物 もちもの 持参",
        ("持ってい 持って行 もってい もって行", "く けば ったら"),
        ("何 なに なん", maybe("を ば か"), "持って もって", "い 行 き 来"),
        ("必要 要る いる", maybe("な"), "もの 物 書類"),
        ("何 なに なん", maybe("が か を"), within(4), "必要 要り いり 持", "です ます って か い"),
    ),
    Request.DEADLINE: Phrases(
        ("いつ 何日 なんにち 何月", "まで", never((within(4), "開 空 あい やって"))),
        ("期限 きげん 締め切り 締め切 締切り 締切 しめきり", "は わ って を が の $ です いつ 教", never("切れ きれ 近 ちか")),
        "何日以内 なんにちいない 間に合います まにあいます",
    ),
    Request.HOURS: Phrases(
        ("何時 なんじ 何じ", "まで から に開 にあ に閉 にし"),
        ("営業 開庁 受付 窓口の 窓口 受け付け", "時間 じかん"),
        ("いつ", "に まで から", within(4), "開 閉 空 あい やって"),
        ("えいぎょう えーぎょー かいちょう かいちょー うけつけ", "じかん"),
    ),
    Request.OPEN_ON: Phrases(
        (_WEEKEND, within(8), "開いて 空いて あいて やって 開庁 休み", maybe("い"), "ま る と です でしょう"),
        ("日 曜 月 連休 祝日 月末", maybe("も は って わ"), "開いて やって 開庁して 営業して", maybe("い"), "ます る と"),
        ("日 曜 曜日 どよう にちよう 祝日 連休 お盆", maybe("も は って わ"), "やっと やりよ 開いと あいと", "る う ん", maybe("の と です"), "? か $ やろ とね かね"),
        ("休み 閉まっています 閉まってます 定休日 休館日 閉庁日", maybe("です は でしょう の日"), "か いつ ありますか"),
    ),
    Request.COUNTER: Phrases(
        "何階 場所は 場所わ 場所を 部屋はどこ",
        ("なんかい", "です に で の $"),
        ("何番 なんばん", maybe("の"), _COUNTER),
        ("どの どちらの どこの", "窓口 まどぐち 課 かに 係"),
        (_COUNTER, maybe("は わ"), "どこ どちら 何番 なんばん"),
        ("どこ どちら", "です でしょう であり にあり"),
        ("どこ どちら", "に へ え", "行け 行った いけ いった"),
    ),
    Request.DURATION: Phrases(
        ("どの どれ", "くらい ぐらい 位 ほど", maybe("の"), maybe("時間 じかん"), _ON, maybe("、"), "かか 掛か 待 終 すみ 済"),
        ("何 なん", "分 時間 ぷん じかん", maybe("くらい ぐらい ほど"), maybe("で も"), "かか 掛か 待 終 です"),
        "所要時間 待ち時間 待ちますか まちますか 長くかか 長く待",
        ("すぐ", maybe("に"), "終わ おわ 済み すみ", "ますか"),
        ("時間", maybe("は が わ"), "どのくらい どれくらい かかり 掛かり"),
        ("何日 なんにち", maybe("くらい ぐらい"), "で", "でき もら 出来"),
    ),
    Request.WRONG_NUMBER: Phrases(
        "間違い電話 まちがいでんわ",
        ("かけ 掛け", "間違 まちが"),
        ("間違えて まちがえて", "かけ 掛け 電話"),
        ("電話 番号 でんわ ばんごう", maybe("を 番号を"), maybe("掛け かけ"), "間違え まちがえ"),
        ("区役所 市役所", "じゃ では や", "ない ありません なか"),
    ),
    Request.CALLBACK: Phrases(
        ("折り返し おりかえし 折返し", maybe("、"), maybe("お"), "電話 でんわ ご連絡 連絡 れんらく かけ 掛け で $"),
        (
            "電話 でんわ",
            never("番号 ばんごう 口 の"),
            maybe("を ば が は"),
            maybe("、"),
            maybe("して し かけて かけなおして かけ直して 掛け直して"),
            maybe("、"),
            "もらえ もらい もらわ 貰え 貰い いただけ 頂け いただき 頂き ください 下さい ちょうだい ほしい 欲しい くれ くださら よこし",
            never("まし", ("た", never("い か"))),
        ),
        ("かけ直して かけなおして 掛け直して 電話し直して でんわしなおして", "も い くだ 下 く ほ 欲 ちょ"),
    ),
    Request.FREE: Phrases(
        (
            "空いて 空き 開いて あいて",
            maybe("い"),
            maybe("る ます とる"),
            "の ところ 日 時間 とき 枠",
            maybe("は わ を お が"),
            "いつ どこ あり 何 ない 教 おしえ $ 、 ある",
        ),
        ("いつ 何日 何曜日 何曜 何時 どこ どの日 どの時間", "が なら だったら やったら 頃が", "空 開 あい 取れ 予約でき 大丈夫"),
        (
            "ほかの 他の 別の",
            "日 日にち 時間 曜日 週",
            maybe("は わ も で に なら だったら"),
            "空いて 開いて あいて 空き ありますか ありませんか ないですか ない? あると?",
        ),
        ("空き あき", maybe("状況 は わ"), "あります ありません どう ある を教 $"),
        ("いつ 何日 何時", maybe("に"), "予約 取 行け", maybe("が"), maybe("でき れ"), "ますか"),
        (_FREE, "ところ 日 時間", maybe("は"), "$"),
    ),
}  # fmt: skip

UNASKED: dict[Request, Phrases] = {
    Request.CHANGE: Phrases(
        (_WHEN, maybe("だけ"), maybe("を ば の も が は"), maybe("、"), _MOVES),
        (_WHEN, "だけ", within(10), "に へ", "$ し 変 か 。"),
    ),
    Request.CANNOT_COME: Phrases(
        (_CANNOT, maybe("に"), "な"),
        (BOOKING, within(24), "行けません 行けない 行けん 行かれん 行かれません 来れません 来られません 来れない 来れん いけません いかれん こられません"),
        (BOOKING, within(24), "都合が悪 つごうがわる"),
        ("都合 つごう", maybe("が の"), "悪くな わるくな 悪うな わるうな つかなくな つかんくな つかんごとな"),
    ),
    Request.LATE: Phrases(
        (
            never_behind("届が 届出が 届け出が 届けが 手続きが 提出が 申請が 出すのが 支払いが 期限に とどけが とどけでが てつづきが"),
            "遅れ おくれ 遅刻 ちこく",
            either("そう ます る します する 気味", ("て", "行き いき 着き つき 来ます きます")),
            never("ことなく"),
        ),
        (never_behind("期限に きげんに"), "間に合わ まにあわ", "ん な"),
    ),
}  # fmt: skip
"""What is about a booking that stands only where no day and no time was asked for: 「日にちを変えて」, 「行けなくなりました」."""

FLOOR = Phrases("階 なんかい 場所 部屋")
STANDING = (Request.CHANGE, Request.CANCEL, Request.CHECK, Request.CANNOT_COME, Request.LATE)
"""What is done with a booking that stands."""

MOVED = Phrases(_MOVES)

SOMEBODY_ELSES = Phrases(
    (
        "病院 医院 医者 歯科 眼科 内科 美容院 美容室 床屋 散髪 ホテル 旅館 飛行機 新幹線 レストラン 食事 デイサービス デイ 診察 検査 検診 健診 リハビリ マッサージ"
        " びょういん びょーいん いしゃ びよういん びようしつ びよーいん びよーしつ とこや ほてる けんさ けんしん",
        maybe("さん"),
        maybe("の方 のほう"),
        maybe("の"),
        "ご予約 予約 よやく",
    )
)
_NOT_DONE = never("い かろ かっ")
OVER = Phrases(
    (maybe("を が"), "した た", _NOT_DONE),
    (maybe("を が"), "しました しまして"),
    (maybe("を が"), maybe("する る"), "ので から けん んで"),
)
THEN = Phrases((maybe("を が"), "して しに行 て", never("くだ 下 ほ 欲 も いた お $")))
"""Behind a word for cancelling or changing: it was done, or is to be done and more with it."""

UNDECIDED = Phrases(
    (
        "いつ いつごろ いつ頃 何日 なんにち どの日 何曜日 なんようび 何時 なんじ 何時ごろ どれ どっち",
        maybe("が に なら"),
        "いい よか よい 良い 良か しよう しましょう しまし しよ する すれば なさ 行こう いこう 行け いけ 決め きめ",
        within(6, "、。"),
        "か かね かな ち って 言われ いわれ や",
    ),
    ("どう どげん", "し", maybe("た"), "もんか ものか ようか よっか ましょうか ましょか ようかね"),
    "迷う まよう 迷って まよって 迷いま まよいま 迷うと まようと",
    ("決 き", "めきら められん められな められま めかね まっとらん まってな まっていな まらん まりま めとらん めてな めていな めていま まっていま"),
    ("考 かんが", "えとらん えてな えていな えていま えてお"),
    ("急に きゅうに いきなり 急にそげん", within(4, "、。"), "言われても いわれても 聞かれても きかれても"),
)  # fmt: skip
"""Of a day or a time that is asked for: 「いつがいいかねえ」, 「まだ決めとらんです」."""

UNKNOWN = Phrases(
    ("分か わか", "りません らない らん りかね んない"),
    "知りません 知らない 知らん おぼえとらん",
    ("手元に", maybe("は"), "ない ありません なく"),
    ("覚えて おぼえて", maybe("い"), "ない ませ らん"),
    ("忘れ わすれ", "ました た てしま てい てる とる"),
    ("番号 控え メモ", "が は を", "ない ありません なくし もらっていない もらっていません もらってない もらってません"),
)  # fmt: skip

_MORE: Steps = (
    never_behind("時 分 半 日"),
    "もう少し もうちょっと もうすこし もうちっと もうちと もういっと もっと もちっと あと少し 少し ちょっと できれば",
    maybe("、"),
    maybe("だけ"),
)
_THAT_TIME: Steps = (
    "時間 じかん 時刻 それ どれも どちらも 朝 あさ",
    maybe("だと では じゃ は わ が も で"),
    maybe("、"),
    maybe("ちょっと 少し すこし"),
)
_DAY = "日 日にち 日程 週 曜日 月"
_OF = (maybe("い の"), maybe("の"))
SHIFTS: tuple[tuple[Shift, Phrases], ...] = (
    (
        Shift.LATER_DAY,
        Phrases(
            (*_MORE, "遅 おそ 後 あと 先 さき のち", *_OF, _DAY),
            (*_MORE, "先", "が で に の $"),
        ),
    ),
    (Shift.EARLIER_DAY, Phrases((*_MORE, "早 はや 前 まえ 近", *_OF, _DAY), (*_MORE, "近い"))),
    (Shift.LATER_TIME, Phrases((*_THAT_TIME, "早 はや", "すぎ 過ぎ"))),
    (Shift.EARLIER_TIME, Phrases((*_THAT_TIME, "遅 おそ", "すぎ 過ぎ"))),
    (Shift.LATER_TIME, Phrases((*_MORE, either("遅 おそ あと のち", ("後", never("ろ")))))),
    (Shift.EARLIER_TIME, Phrases((*_MORE, "早 はや 前 まえ", never("す")))),
)
"""The first that stands in the sentence counts."""
