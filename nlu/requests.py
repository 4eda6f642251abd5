"""What a caller wants other than a new booking, and wishes to move away from what was offered."""

import re

from nlu.meaning import Request, Shift

_BOOKING = r"(?:ご?予約|よやく|申し?込み?)"
_REQUESTS: tuple[tuple[Request, re.Pattern[str]], ...] = (
    (
        Request.CANCEL,
        re.compile(
            _BOOKING
            + r".{0,12}?(?:取り?消|とりけ|キャンセル|きゃんせる|やめたい|無しに|なしに|なかったことに)|(?:取り?消し|とりけし|キャンセル)(?:を|の)?(?:し?たい|お願い|希望|方法|できますか)"
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
            + r".{0,14}?(?:確認|かくにん|確かめ|いつ(?:だった|でした|か|に)|何時(?:だった|でした|から)|取れて|入って|できて(?:い)?ます|照会|忘れ)"
        ),
    ),
    (
        Request.BRING,
        re.compile(
            r"持ち物|もちもの|持って(?:い|行)(?:く|けば|ったら)|持参|(?:必要|要る|いる)(?:な)?(?:もの|物|書類)|(?:何|なに|なん)(?:が|か|を)?.{0,4}(?:必要|要り|いり|持)(?:です|ます|って|か|い)"
        ),
    ),
    (
        Request.HOURS,
        re.compile(
            r"(?:何時|なんじ|何じ)(?:まで|から)|(?:営業|開庁|受付|窓口の?|受け付け)(?:時間|じかん)|(?:何時|いつ)(?:に|まで|から).{0,4}(?:開|閉|空|あい|やって)|(?:土曜|日曜|土日|休日|祝日).{0,6}(?:開いて|空いて|やって)(?:い)?(?:ます|る)か"
        ),
    ),
)
_MORE = r"(?<![時分半日])(?:もう(?:少し|ちょっと|すこし|ちっと|ちと|いっと)|もっと|もちっと|あと少し|少し|ちょっと|できれば)、?(?:だけ)?"
_DAY = r"(?:日|日にち|日程|週|曜日|月)"
_SHIFTS: tuple[tuple[Shift, re.Pattern[str]], ...] = (
    (Shift.LATER_DAY, re.compile(_MORE + r"(?:(?:遅|おそ|後|あと|先|さき|のち)[いの]?(?:の)?" + _DAY + "|先(?:が|で|に|の|$))")),
    (Shift.EARLIER_DAY, re.compile(_MORE + r"(?:(?:早|はや|前|まえ|近)[いの]?(?:の)?" + _DAY + "|近い)")),
    (Shift.LATER_TIME, re.compile(_MORE + r"(?:遅|おそ|後(?!ろ)|あと|のち)")),
    (Shift.EARLIER_TIME, re.compile(_MORE + r"(?:早|はや|前|まえ)(?!す)")),
)  # fmt: skip


def find_request(text: str) -> Request | None:
    """`text`: normalized."""
    return next((request for request, pattern in _REQUESTS if pattern.search(text)), None)


def find_shift(text: str) -> Shift | None:
    """`text`: normalized. A bare 「もう少し遅く」 is about the time of day."""
    return next((shift for shift, pattern in _SHIFTS if pattern.search(text)), None)
