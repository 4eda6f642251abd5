"""Days that lie behind us: named, and never bent forward."""

import re
from datetime import date

from nlu.date_rule import Rules, Values

RULES = Rules()

_DAY = r"の?(?:[月火水木金土日]曜日?|\d{1,2}月(?:の?\d{1,2}日)?|\d{1,2}日)?"
_AGO = r"(?:ほど|程|くらい|ぐらい|ばかり|近く)?(?:前(?!後|半|もって)|まえ)"


@RULES.on(
    rf"(?:先々?週|前の週|前週|先々?月|前の月|去年|昨年|おととし|一昨年){_DAY}|前の[月火水木金土日]曜日?|昨日|一昨日|おととい|一昨々日|昨晩|昨夜|ゆうべ"
)
def past(m: re.Match[str], today: date) -> Values:
    return ()


@RULES.on(
    rf"(?:\d{{1,3}}日|\d{{1,2}}週間?|\d{{1,2}}[ヶかカケヵ箇個]月間?|\d{{1,2}}年|半年|半月|数日|数週間|数か月){_AGO}"
)
def ago(m: re.Match[str], today: date) -> Values:
    """「3日前」; behind another day it is counted from that (`anchors`)."""
    return ()


def gone_by(said: str) -> bool:
    """Whether the words name such a day."""
    return any(rule.pattern.search(said) for rule in RULES)
