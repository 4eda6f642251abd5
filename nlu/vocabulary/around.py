"""What callers say around days, times and procedures, for a listener for sounds; and wishes that name no day and no time."""

from nlu.meaning import Order
from nlu.vocabulary.word import Word, words

_FILLERS = """えーと= えっと= えー= あの= あのー= あ= うーん= うーんと= ええと= んー= そうですね= そうですねえ=そうですねー すみません= じゃあ= それじゃあ=
    では=でわ もしもし= まあ= そのー= できれば= それでは=それでわ"""
_PARTICLES = "は=わ が= に= で= を=お へ=え も= か= ば= と="
_ENDINGS = """お願いします=おねがいします お願いいたします=おねがいいたします お願いできますか=おねがいできますか ですか= がいいです=
    がいいんですけど= 予約したいです=よやくしたいです 予約したいんですが=よやくしたいんですが の予約をお願いします=のよやくおおねがいします
    をしたいんですが=おしたいんですが の手続きです=のてつづきです の手続き=のてつづき の予約=のよやく を取りたいんですが=おとりたいんですが
    なんですが= なんですけど= にしてください= は空いていますか=わあいていますか でよかです= がよかです= でいいです= で頼みます=でたのみます
    大丈夫です=だいじょうぶです 結構です=けっこうです 欲しいです=ほしいです 希望します=きぼうします"""
_BEHIND_NAMES = (
    "と申します=ともうします といいます= でございます= ですけど= ですが= と申しますが=ともうしますが"
)


def around_words() -> list[Word]:
    """Most stand in no text's lattice: they say nothing of a day or a time."""
    return [
        *words("Filler", None, _FILLERS),
        *words("Of-", None, "の="),
        *words("DayWish", Order.EARLIEST, "一番早い日=いちばんはやいひ なるべく早い日=なるべくはやいひ"),
        *words("DayWish", Order.ANY, "いつでも="),
        *words("TimeWish", Order.EARLIEST, "一番早い時間=いちばんはやいじかん"),
        *words("TimeWish", Order.ANY, "何時でも=なんじでも"),
        *words("Particle", None, _PARTICLES),
        *words("Copula", None, "です="),
        *words("Ending", None, _ENDINGS),
        *words("BehindName", None, _BEHIND_NAMES),
    ]
