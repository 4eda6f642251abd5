"""What a caller wants other than a new booking, and wishes to move away from what was offered."""

import re
from collections.abc import Callable

from nlu.meaning import Request, Shift

_BOOKING = r"(?:ご?予約|よう?やく|申し?込み?)"
_HOLIDAY = (
    r"(?:土曜|日曜|土日|休日|祝日|お盆|正月|年末|年始|連休|週末|どよう|にちよう|どにち|しゅくじつ|おぼん)"
)
_FLOOR = re.compile("階|なんかい|場所|部屋")
_REQUESTS: tuple[tuple[Request, re.Pattern[str]], ...] = (
    (
        Request.CANCEL,
        re.compile(
            _BOOKING
            + r".{0,12}?(?:取り?消|とりけ|キャンセル|きゃんせる|やめたい|無しに|なしに|なかったことに)|(?:取り?消し|とりけし|キャンセル)(?:を|の)?(?:し?たい|お願い|希望|方法|できますか)"
            + r"|^(?:(?:いいえ|いえ|いや|あの|すみません|すいません|やっぱり|やはり|もう|これ(?:は|を)?)、?)*"
            + r"(?:取り?消し?|とりけし?|キャンセル|きゃんせる)(?:し?ます|で|です|(?:に)?(?:して|にして)(?:ください|下さい|ほしいです)?)?[。]?$"
        ),
    ),
    (
        Request.CHANGE,
        re.compile(
            _BOOKING
            + r"(?:した|している|してる|の|を|日|時間|していた|取った|入れた|して)*.{0,8}?(?:変更|へんこう|変え(?:たい|て|られ)|かえたい|ずらし|移し|直し)|(?:日時|日にち)の変更を"
        ),
    ),
    (
        Request.CHECK,
        re.compile(
            _BOOKING
            + r".{0,14}?(?:確認|かくにん|確かめ|いつ(?:だった|でした|か|に)|何時(?:だった|でした|から)|取れて|入って|できて(?:い)?ます|照会|忘れ|わすれ|知りたい|教えて|しりたい|おしえて)"
        ),
    ),
    (
        Request.BRING,
        re.compile(
            r"持ち物|もちもの|(?:持|も)って(?:い|行)(?:く|けば|ったら)|持参|(?:必要|要る|いる)(?:な)?(?:もの|物|書類)|(?:何|なに|なん)(?:が|か|を)?.{0,4}(?:必要|要り|いり|持)(?:です|ます|って|か|い)"
        ),
    ),
    (
        Request.DEADLINE,
        re.compile(
            r"(?:いつ|何日|なんにち|何月)(?:まで|までに)(?!.{0,4}(?:開|空|あい|やって))|(?:期限|きげん|締め?切り?|しめきり)(?:は|わ|って|を|が|の|$|です|いつ|教)|何日以内|なんにちいない|(?:間に合い|まにあい)ます"
        ),
    ),
    (
        Request.HOURS,
        re.compile(
            r"(?:何時|なんじ|何じ)(?:まで|から|に(?:開|あ|閉|し))|(?:営業|開庁|受付|窓口の?|受け付け)(?:時間|じかん)|いつ(?:に|まで|から).{0,4}(?:開|閉|空|あい|やって)"
            r"|(?:えいぎょう|えーぎょー|かいちょう|かいちょー|うけつけ)じかん"
        ),
    ),
    (
        Request.OPEN_ON,
        re.compile(
            rf"{_HOLIDAY}.{{0,8}}(?:開いて|空いて|あいて|やって|開庁|休み)(?:い)?(?:ま|る|と|です|でしょう)|(?:日|曜|曜日|\d月|連休|祝日|月末)(?:も|は|って|わ)?(?:開いて|やって|開庁して|営業して)(?:い)?(?:ます|る|と)"
            r"|(?:お?休み|閉まって(?:い)?ます|定休日|休館日|閉庁日)(?:です|は|でしょう|の日)?(?:か|いつ|ありますか)"
        ),
    ),
    (
        Request.COUNTER,
        re.compile(
            r"何階|なんかい(?:です|に|で|の|$)|何番(?:の)?窓口|なんばん(?:の)?(?:まどぐち|窓口)|(?:どの|どちらの|どこの)(?:窓口|まどぐち|課|かに|係)|(?:窓口|まどぐち)(?:は|わ)?(?:どこ|どちら|何番|なんばん)"
            r"|(?:どこ|どちら)(?:に|へ|え)(?:行|い)(?:け|った)|場所(?:は|わ|を)|(?:どこ|どちら)(?:です|でしょう|であり|にあり)|部屋はどこ"
        ),
    ),
    (
        Request.DURATION,
        re.compile(
            r"(?:どの|どれ)(?:くらい|ぐらい|位|ほど)(?:の)?(?:時間|じかん)?(?:が|で)?、?(?:かか|掛か|待|終|すみ|済)|(?:何|なん)(?:分|時間|ぷん|じかん)(?:くらい|ぐらい|ほど)?(?:で|も)?(?:かか|掛か|待|終|です)|(?:所要|待ち)時間"
            r"|時間(?:は|が|わ)?(?:どのくらい|どれくらい|かかり|掛かり)|すぐ(?:に)?(?:終わ|おわ|済み|すみ)ますか|(?:待ち|まち)ますか|長く(?:かか|待)|(?:何日|なんにち)(?:くらい|ぐらい)?で(?:でき|もら|出来)"
        ),
    ),
    (
        Request.WRONG_NUMBER,
        re.compile(
            r"間違い電話|まちがいでんわ|(?:電話|番号|でんわ|ばんごう)(?:を|番号を)?(?:掛け|かけ)?(?:間違|まちが)え|(?:かけ|掛け)(?:間違|まちが)|(?:間違|まちが)えて(?:かけ|掛け|電話)|(?:区|市)役所(?:じゃ|では|や)(?:ない|ありません|なか)(?:です|ん)?"
        ),
    ),
    (
        Request.FREE,
        re.compile(
            r"(?:空いて|空き|開いて|あいて)(?:い)?(?:る|ます|とる)?(?:の|ところ|日|時間|とき|枠)(?:は|わ|を|お|が)?(?:いつ|どこ|あり|何|ない|教|おしえ|$|、|ある)|(?:いつ|何日|何曜日?|何時|どこ|どの日|どの時間)(?:が|なら|だったら|やったら|頃が)(?:空|開|あい|取れ|予約でき|大丈夫)"
            r"|(?:空き|あき)(?:状況|は|わ)?(?:あります|ありません|どう|ある|を教|$)|(?:いつ|何日|何時)(?:に)?(?:予約|取|行け)(?:が)?(?:でき|れ)?ますか|空いて(?:い)?る(?:ところ|日|時間)は?$"
        ),
    ),
)
_MORE = r"(?<![時分半日])(?:もう(?:少し|ちょっと|すこし|ちっと|ちと|いっと)|もっと|もちっと|あと少し|少し|ちょっと|できれば)、?(?:だけ)?"
_THAT_TIME = r"(?:時間|じかん|時刻|それ|どれも|どちらも|朝|あさ)(?:だと|では|じゃ|[はわがもで])?、?(?:ちょっと|少し|すこし)?"
_DAY = r"(?:日|日にち|日程|週|曜日|月)"
_SHIFTS: tuple[tuple[Shift, re.Pattern[str]], ...] = (
    (Shift.LATER_DAY, re.compile(_MORE + r"(?:(?:遅|おそ|後|あと|先|さき|のち)[いの]?(?:の)?" + _DAY + "|先(?:が|で|に|の|$))")),
    (Shift.EARLIER_DAY, re.compile(_MORE + r"(?:(?:早|はや|前|まえ|近)[いの]?(?:の)?" + _DAY + "|近い)")),
    (Shift.LATER_TIME, re.compile(_THAT_TIME + r"(?:早|はや)(?:すぎ|過ぎ)")),
    (Shift.EARLIER_TIME, re.compile(_THAT_TIME + r"(?:遅|おそ)(?:すぎ|過ぎ)")),
    (Shift.LATER_TIME, re.compile(_MORE + r"(?:遅|おそ|後(?!ろ)|あと|のち)")),
    (Shift.EARLIER_TIME, re.compile(_MORE + r"(?:早|はや|前|まえ)(?!す)")),
)  # fmt: skip


_STANDING = (Request.CHANGE, Request.CANCEL, Request.CHECK)
_SOMEBODY_ELSES = re.compile(
    r"(?:病院|医院|医者|歯科|眼科|内科|歯医者|美容院|美容室|床屋|散髪|ホテル|旅館|飛行機|新幹線|レストラン|食事|デイ(?:サービス)?|診察|検査|検診|健診|リハビリ|マッサージ"
    r"|びょ[うー]いん|いしゃ|はいしゃ|びよ[うー](?:いん|しつ)|とこや|ほてる|けんさ|けんしん)(?:さん)?(?:の方|のほう)?の?(?:ご?予約|よやく)"
)
_OVER = re.compile(
    r"(?:を|が)?(?:し(?:た(?!い|か[ろっ])|ま(?:した|して))|た(?!い|か[ろっ])|(?:する|る)?(?:ので|から|けん|んで))"
)
_THEN = re.compile(r"(?:を|が)?(?:し(?:て|に行)|て)(?!くだ|下|ほ|欲|も|いた|お|$)")
"""Behind a word for cancelling or changing: it was done, or is to be done and more with it."""


def find_request(
    text: str, answers: Callable[[str], bool] = lambda part: False, *, fresh: bool = True
) -> Request | None:
    """What the sentence asks for. `text`: normalized; `answers`: whether a part of it answers what was asked; `fresh`:
    no day and no time was asked for yet.

    A booking somewhere else is none of ours. 「予約をキャンセルして、来週の水曜」 answers where a day was asked for, and else moves
    the booking.
    """
    for request, pattern in _REQUESTS:
        match = pattern.search(text)
        if match is None:
            continue
        if request not in _STANDING:
            return request
        behind = text[match.end() :]
        if _SOMEBODY_ELSES.search(text) or (_OVER.match(behind) and answers(behind)):
            return None
        if request is Request.CANCEL and _THEN.match(behind) and answers(behind):
            return Request.CHANGE if fresh else None
        return request
    return None


_UNKNOWN = re.compile(
    r"(?:分か|わか)(?:りません|らない|らん|りかね|んない)|知(?:りません|らない|らん)|(?:覚え|おぼえ)て(?:い)?(?:ない|ません|ませ|らん)|おぼえとらん|(?:忘れ|わすれ)(?:ました|た|て(?:しま|い|る)|とる)"
    r"|手元に(?:は)?(?:ない|ありません|なく)|(?:番号|控え|メモ)(?:が|は|を)(?:ない|ありません|なくし|もらって(?:い)?(?:ない|ません))"
)


def find_unknown(text: str) -> bool:
    """Whether the caller says not to know what was asked. `text`: normalized."""
    return _UNKNOWN.search(text) is not None


def find_shift(text: str) -> Shift | None:
    """`text`: normalized. A bare 「もう少し遅く」 is about the time of day."""
    return next((shift for shift, pattern in _SHIFTS if pattern.search(text)), None)


def asks_for_floor(text: str) -> bool:
    """Whether a question about a counter is about where in the building it is."""
    return bool(_FLOOR.search(text))
