"""Wishes among free places, and slots named without a value."""

import re

from nlu.meaning import Order
from nlu.question import Expect

_ORDERS: tuple[tuple[Order, re.Pattern[str]], ...] = (
    (
        Order.EARLIEST,
        re.compile(
            r"(?:なるべく|なるたけ|できるだけ|出来るだけ|できれば|とにかく)(?:早|はや|すぐ|近い)|[一1]番(?:早|近)い|いちばん(?:早|はや|近)い|最短|最速|直近"
            r"|早ければ早い|早い(?:日|時間|とき|ほう|方)?(?:なら|が|で|に|ほど)|すぐ(?:に|が|で|$)|早め|空いて(?:い)?る(?:一番|中で)"
        ),
    ),
    (
        Order.ANY,
        re.compile(
            r"いつでも|何日でも|何曜日?でも|なんようび?でも|何時でも|なんじでも|なんにちでも|どの(?:日|時間)でも|いつだって|どこでも|(?:お)?任せ|おまかせ|空いて(?:い)?る(?:ところ|時間|日|とき)"
            r"|特に(?:希望|こだわり).{0,3}(?:な|ありません)"
        ),
    ),
)
_CHANGE = r"(?:を|が|は|の方を|だけ|も)?.{0,8}(?:変|かえ|替|違|ちが|間違|別|直|ほか|他)"
_TOPICS: tuple[tuple[Expect, re.Pattern[str]], ...] = (
    (Expect.TIME, re.compile(r"(?:お?時間|時刻|じかん)(?:" + _CHANGE + r"|の方|のほう|(?:を|です)?$)")),
    (
        Expect.DATE,
        re.compile(
            r"(?:日にち|日付|日程|ひにち|曜日|お?日取り|(?:^|[、。])日)(?:"
            + _CHANGE
            + r"|の方|のほう|(?:を|です)?$)"
        ),
    ),
    (
        Expect.PROCEDURE,
        re.compile(
            r"(?:お?手続き?|用件|要件|てつづき|ようけん)(?:" + _CHANGE + r"|の方|のほう|(?:を|です)?$)"
        ),
    ),
    (
        Expect.NAME,
        re.compile(r"(?:お?名前|氏名|なまえ)(?:" + _CHANGE + r"|が違|がちが|の方|のほう|(?:を|です|が)?$)"),
    ),
    (Expect.OFFICE, re.compile(r"(?:区?役所|くやくしょ|場所|どの区|(?:^|[、。])区)(?:" + _CHANGE + r"|を$)")),
)


def find_order(text: str) -> Order | None:
    return next((order for order, pattern in _ORDERS if pattern.search(text)), None)


def find_topic(text: str) -> Expect | None:
    """「時間を変えたい」, or the bare 「日にち」 after 「どこが違いますか」."""
    return next((topic for topic, pattern in _TOPICS if pattern.search(text)), None)
