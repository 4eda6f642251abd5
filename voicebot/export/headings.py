"""The headings of a list of bookings, as offices and booking systems write them."""

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum


class Column(StrEnum):
    """What a column holds; the value is the heading as the day sheet writes it."""

    DATE = "日付"
    START = "開始"
    MOMENT = "日時"
    """Both in one."""
    PROCEDURE = "手続き"
    COUNTER = "窓口"
    NUMBER = "番号"
    NAME = "お名前"
    KANA = "フリガナ"
    LAST = "姓"
    FIRST = "名"
    PHONE = "電話"
    PEOPLE = "人数"
    STATE = "状態"
    DETAILS = "確認事項"
    """What the office asks besides, with the answers: 「通訳：英語」."""
    NOT_READ = "終了"
    """What follows from the others, or only counts the lines."""


_WORDS = {
    Column.DATE: "日付 日 日ニチ 年月日 予約日 予約日付 来庁日 来庁予定日 来所日 来訪日 訪問日 利用日 希望日 実施日 予定日 "
    "date day bookingdate reservationdate visitdate appointmentdate startdate",
    Column.START: "開始 時刻 時間 時間帯 開始時刻 開始時間 予約時刻 予約時間 来庁時刻 来庁時間 来庁予定時刻 来所時間 希望時刻 "
    "希望時間 start time starttime bookingtime reservationtime visittime appointmenttime",
    Column.MOMENT: "日時 予約日時 来庁日時 来庁予定日時 来所日時 開始日時 希望日時 利用日時 datetime startdatetime startat "
    "appointment",
    Column.PROCEDURE: "手続き 手続 手続き名 手続名 手続き内容 手続内容 用件 用事 要件 内容 予約内容 業務 業務名 サービス "
    "サービス名 メニュー メニュー名 目的 来庁目的 procedure procedures service menu purpose business",
    Column.COUNTER: "窓口 窓口名 カウンター 課 課名 担当課 counter counters window desk",
    Column.NUMBER: "番号 予約番号 予約no 予約id 受付番号 受付no bookingnumber bookingno bookingid reservationnumber "
    "reservationno reservationid reference number",
    Column.NAME: "名前 氏名 姓名 漢字氏名 予約者 予約者名 予約者氏名 来庁者 来庁者名 来庁者氏名 申込者 申込者名 申込者氏名 申請者 "
    "申請者名 申請者氏名 代表者 代表者名 客様名 顧客名 name fullname customer customername visitor visitorname guest",
    Column.KANA: "フリガナ カナ カナ氏名 カナ名 氏名カナ 名前カナ 氏名フリガナ 名前フリガナ 予約者名カナ 読ミ 読ミガナ 読ミ仮名 "
    "ヨミ ヨミガナ カタカナ kana furigana namekana reading",
    Column.LAST: "姓 名字 苗字 lastname familyname surname",
    Column.FIRST: "名 下ノ名前 firstname givenname",
    Column.PHONE: "電話 電話番号 tel tel番号 telno 携帯 携帯電話 携帯番号 携帯電話番号 携帯tel 連絡先 連絡先電話 連絡先電話番号 "
    "連絡先番号 連絡先tel 固定電話 自宅電話 自宅電話番号 phone phonenumber telephone telephonenumber mobile mobilephone "
    "mobilenumber cell cellphone contact",
    Column.PEOPLE: "人数 予約人数 来庁人数 来庁者数 来所人数 利用人数 people persons party partysize guests headcount "
    "numberofpeople",
    Column.STATE: "状態 ステータス 予約状態 予約状況 状況 status state bookingstatus",
    Column.DETAILS: "確認事項 details",
    Column.NOT_READ: "終了 終了時刻 終了時間 終了日時 所要時間 曜日 休ミ no # 通シ番号 行番号 連番 項番 来庁 end endtime enddatetime "
    "duration weekday",
}
_DECORATION = re.compile(r"必須|任意|[^\w#]|_")
_POLITE = re.compile("^(?:オ|ゴ|御)(?=.)")


class BadHeading(Exception):
    """Why the headings cannot be used: one Japanese sentence with the remedy."""


def columns(headings: Sequence[str]) -> list[Column | None]:
    """What each column holds; None where there is no heading. Raises BadHeading, which names what is not known, what
    stands twice and what is missing."""
    found = [_column(heading) if _plain(heading) else None for heading in headings]
    unknown = [
        heading.strip()
        for heading, column in zip(headings, found, strict=True)
        if column is None and _plain(heading)
    ]
    if unknown:
        raise BadHeading(
            f"見出し「{'」「'.join(unknown)}」が読めません。その列を消すか、次のどれかに直してください: "
            f"{'、'.join(column for column in Column)}。"
        )
    for column in Column:
        same = [h.strip() for h, known in zip(headings, found, strict=True) if known is column]
        if len(same) > 1 and column is not Column.NOT_READ:
            raise BadHeading(
                f"見出し「{'」「'.join(same)}」は、どれも「{column}」と読めます。1つだけ残してください。"
            )
    _complete(found)
    return found


def _complete(found: list[Column | None]) -> None:
    needed = [Column.PROCEDURE] if Column.MOMENT in found else [Column.DATE, Column.START, Column.PROCEDURE]
    missing = [column for column in needed if column not in found]
    if missing:
        raise BadHeading(f"1行目に見出し「{'」「'.join(missing)}」がありません。")
    if Column.MOMENT in found and {Column.DATE, Column.START}.intersection(found):
        raise BadHeading("見出し「日時」があるときは、「日付」と「開始」の列を消してください。")


def _column(heading: str) -> Column | None:
    plain = _plain(heading)
    return _KNOWN.get(plain) or _KNOWN.get(_POLITE.sub("", plain))


def _plain(heading: str) -> str:
    """Half-width, lower case, katakana, without spaces and marks: 「お電話番号 （必須）」 is オ電話番号."""
    shown = unicodedata.normalize("NFKC", heading).casefold()
    kana = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in shown)
    return _DECORATION.sub("", kana)


_KNOWN = {_plain(word): column for column, words in _WORDS.items() for word in words.split()}
