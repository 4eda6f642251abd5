"""Days that are told and not wished: 「11月20日に引っ越してきたので」, 「来月引っ越すんですけど」."""

import re

from nlu.found import Found
from nlu.meaning import DateSpan

_MOVED = r"(?:引っ?越|ひっこ|越)し(?:て|た|まし)"
_DONE = r"(?:転入|転居|転出|結婚|けっこん|離婚|入籍|出産|退職|死亡)(?:して|した|しまし|し、)"
_HAPPENED = r"(?:生まれ|産まれ|うまれ|亡くな[っり]|なくな[っり]|無くし|なくし|失くし|落とし|辞め|届[いき]|切れ)(?:て|た|まし|ちゃ|とる|とっ)"
_WILL = r"(?:引っ?越|ひっこ)(?:す|しま|しを)|(?:転入|転居|転出|結婚|離婚|入籍|出産|退職)(?:する|すん|しま)|生まれ(?:る|ま)|切れ(?:る|ま)"
_PAST = re.compile(rf"[^。\d]{{0,14}}?(?:{_MOVED}|{_DONE}|{_HAPPENED})")
_FUTURE = re.compile(rf"[^。、\d]{{0,8}}?(?:{_WILL})")
_ASKED = re.compile(r"[はわって、]+(?:何|なん)(?:曜|よう|よー|日|にち|時|じ)|生まれ(?:です|の|、|。|$)")
_BEHIND = re.compile(
    r"[^。]{0,24}?(?:まし(?:た|て)|(?<!あし)た(?![いらめびてけちもりくと])|てから|とって|っとる|[しっいりきえめれ]て(?=[、。]|$|い))"
)
"""Anything that happened, behind a day that is past already: 「昨日電話した者ですが」."""

_BORN = re.compile(r"生年月日|生まれ(?:は|が|年)")
_AHEAD = re.compile(r"明|あした|あす|あさって|翌|来|今度|次の|後")


_BECAUSE = re.compile(r"(?:な|なん)ので|(?:だ|です|や)(?:から|けん|けぇ)|やけん?(?!ど)|じゃけん")


def reason(text: str, item: Found[DateSpan]) -> bool:
    """「娘が来るのが土曜なので」: where another day follows, that one is wished and not this."""
    return _BECAUSE.match(text, item.end) is not None


def told(text: str, item: Found[DateSpan]) -> bool:
    """Whether a day belongs to something that happened or will, and is no wish for a place."""
    if not item.values and item.rule in ("past", "ago"):
        return _BEHIND.match(text, item.end) is not None
    if _BORN.search(text, 0, item.start):
        return True
    if _FUTURE.match(text, item.end) or _ASKED.match(text, item.end):
        return True
    return _PAST.match(text, item.end) is not None and not _AHEAD.search(item.text)
