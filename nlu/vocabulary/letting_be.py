"""What is said where it is asked to when a booking is to be moved, and it is to stand after all, or nobody knows yet."""

from nlu.vocabulary.bookings import AS_IT_IS
from nlu.vocabulary.days import RELATIVE_DAYS, RELATIVE_WEEKS
from nlu.vocabulary.phrase import Phrases, either, maybe, never, never_behind, within
from nlu.vocabulary.requests import CANCEL
from nlu.vocabulary.times import HALVES, TONIGHT
from nlu.vocabulary.word import every_form

AS_IT_WAS = f"{AS_IT_IS} 元のまま"
_LATER = every_form(RELATIVE_DAYS[1], RELATIVE_DAYS[2], RELATIVE_WEEKS[1], TONIGHT, HALVES["evening"])
PHONES_AGAIN = Phrases(
    (
        f"{_LATER} 今度 こんど",
        maybe("に は"),
        maybe("、"),
        "また 改めて あらためて もう一度 もう一回",
        maybe("、 こちらから こっちから"),
        maybe("お"),
        either(
            ("電話 でんわ", maybe("を"), "し かけ 掛け"),
            ("かけ 掛け", maybe("直し なおし 直そ なおそ")),
        ),
        maybe("さして させて"),
        "ます よう う ろう る もら",
        never("が けど な"),
    )
)
"""「あしたまた掛け直そうか」: its day is none for the booking."""

LETS_BE = Phrases(
    (
        "変更 へんこう 変える かえる 動かす ずらす",
        maybe("の"),
        maybe("は を も"),
        "やめ よし 止め せん しな",
        never("たい ほう 方"),
    ),
    (
        never_behind("は、 は も も、 時間 日 曜日 日にち"),
        f"{AS_IT_WAS} もとのまま 前のまま 予約のまま 今のんで いまのんで",
        maybe("の予約 の日 の時間"),
        either("で に が", "$ 。"),
        never("時間 じかん 日 午後 午前 朝 昼"),
    ),
    (
        "やっぱ やはり",
        maybe("り"),
        maybe("、"),
        maybe("もう"),
        either(
            ("いい よか ええ", maybe("です わ よ ばい"), "$ 。 、"),
            ("行く いく 行き いき", "ます く わ けん ばい ことに", never("たい")),
        ),
    ),
    (
        "変え かえ ずらさ 動かさ うごかさ",
        "んで んでも ないで なくて んどい んと",
        maybe("も"),
        "いい よか ええ すむ 済 す $ 。",
    ),
    (
        "決ま きま 決め きめ",
        "ってから ったら てから たら",
        maybe("、 また"),
        "改めて あらためて",
        within(3),
        either("$ 。", "とい こと し させ お"),
    ),
    (
        "改めて あらためて また",
        maybe("、 こちらから こっちから"),
        maybe("お"),
        "電話 でんわ 連絡 れんらく かけ 掛け",
        maybe("直し なおし"),
        within(6, stops="。"),
        "ます とう し さ る い",
    ),
)
"""What is to be moved stands after all, or until the caller phones again."""

WAITS = Phrases(
    (
        "返事 へんじ 連絡 れんらく 結果 けっか 知らせ",
        maybe("を が の ば"),
        "待ち まち 待って まって 待っと まっと 来る くる 来て 来ん 出る",
        maybe("まで てから"),
    )
)
"""Somebody else has to tell first: 「まだ決まっとらんのですよ、病院の返事待ちで」."""

UNTIL = Phrases(
    (
        "今の いまの 前の まえの 元の もとの 古い",
        maybe("が は も 予約 よやく ほう やつ と の"),
        maybe("が は も"),
        within(10, stops="。"),
        "消え きえ なくな 無くな 取り消され とりけされ 流れ 先に さきに",
    ),
    (
        CANCEL,
        within(12, stops=""),
        "違 ちが ちご",
        within(10, stops=""),
        "動かす うごかす ずらす 変える かえる 変更 へんこう",
        maybe("する"),
        "だけ",
    ),
)
"""「いまのが先に消えて、新しいのが取れんやったら困る」"""

_BACK_AS_IT_WAS = "元のまま もとのまま 前のまま まえのまま"
STANDS_AFTER_ALL = Phrases(
    (
        "やっぱり やっぱし やはり やっぱ",
        maybe("、 り もう"),
        either(
            ("やめ 止め よし", "とく とこ とき ときま ておき ておく ておこ ます ましょ とくわ よう", never("か")),
            f"{_BACK_AS_IT_WAS} そのまま 今のまま いまのまま 予約のまま",
            ("変え かえ 替え ずらさ 動かさ うごかさ", "んで んでも ないで なくて んどい んと"),
            ("変更 へんこう", maybe("は を"), "やめ せん しな なし"),
        ),
    ),
    (never_behind("時間は 時間も 日は 日も 日にちは 曜日は じかんは じかんも ひにちは 場所は"), _BACK_AS_IT_WAS, either("で に が", "$ 。 、")),
)  # fmt: skip
"""Asked whether it is to be changed as read back: it is to stay as it was."""
