"""Corrections and refusals inside one utterance: the last thing said stands."""

import re
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import TypeVar

from nlu.found import Found

T = TypeVar("T")

CORRECTS = re.compile(
    r"(?:いや|イヤ)(?!す)|いえ|(?:じゃ|では|でわ|で)な(?:い(?!と)|かった|く(?!ても|ちゃ))|(?:じゃ|では)(?:だめ|いけん)|違[うっい]|ちが[うっいわ]|間違|まちが|やっぱ|やはり|訂正|もとい|ごめん|(?:^|[、。をはとで])あ[っ、。]"
    r"|すみません|すいません|失礼|じゃねえ|やなくて|やない|じゃのう|やのうて|じゃのうて|っ[ちて](?:言[いうっ]|いい|ゆ)|と(?:言い|いい|申し)まし|(?:は|を)?(?:やめて|よして|キャンセルして)|より[もは](?![前後早遅])|(?:つもり|予定)(?:でし|だっ|やっ)た|思って(?:い)?(?:た|まし)"
)
"""Between two values of one kind: the one before is taken back. やなくて is Kansai and Kyushu speech."""

_JOINS = re.compile(r"[、。]?(?:と|か|や|も|とか|それと|それか|または|あと|[、。])[、。]?")
_EXCEPT = r"(?:日)?(?:以外|を除|の?ほか|(?:じゃ|では|でわ)な(?:い(?!と|ですか)|く(?!ても|ちゃ))|(?:じゃ|では?)(?:だめ|いけん|困)|やなく|を?避け)"
_REFUSED = (
    r"(?:[はわも]|だと|やと|だったら|では)、?(?:ちょっと|だめ|ダメ|駄目|無理|むり|都合が|行けな|いけな|避け|難し|むずかし|仕事|用事|用が|予定|いや|嫌|困|忙し|できな|できません|来られ|来れ|行かれ|行けん"
    r"|行けま|いけん|いけま|いかれ|違|だいじょうぶじゃ|大丈夫じゃ|やめ|よして|早すぎ|はやすぎ|はや過ぎ|早過ぎ|遅すぎ|遅過ぎ|急|いっぱい|厳し|きつ|埋ま|病院|通院|留守|旅行|デイ|つまらん|好かん|おらん|いません|空いて(?:い)?(?:ない|ません|ん))"
)
_EXCLUDES = re.compile(f"(?:の?(?:間|あいだ))?(?:{_EXCEPT}|{_REFUSED})")
_REASON = re.compile(
    r"[はわも](?!.*(?:空い|大丈夫|だいじょうぶ|いい(?!え)|よか|行け(?!な|ん|ま)|お願い))[^。]{1,18}?"
    r"(?:から|ので|けん|けぇ|けえ|んで|けど|けれど|が|し|ばってん|やけ)[、。]?"
)
"""「水曜は病院があるけん、木曜で」: a reason after は, and something else behind it."""


_ASKED = re.compile(r"(?:です|でしょう|ます|ません)?か[ねな]?[。?]*$")
"""「3時は無理ですか」 asks for it."""


def standing(text: str, found: list[Found[T]]) -> list[Found[T]]:
    """What is left of `found` (in spoken order) after corrections; what is refused is marked so."""
    left: list[Found[T]] = []
    for item in found:
        if left and CORRECTS.search(text, left[-1].end, item.start) and not _refused(text, left[-1], item):
            left = []
        left.append(item)
    marked = [
        replace(item, ruled_out=_refused(text, item, following))
        for item, following in zip_longest(left, left[1:])
    ]
    return _spread(text, marked)


def _refused(text: str, item: Found[T], following: Found[T] | None) -> bool:
    if following and CORRECTS.match(text, item.end) and not re.match("[はわ]", text[item.end :]):
        return False
    if refused := _EXCLUDES.match(text, item.end):
        return _ASKED.match(text, refused.end()) is None
    return following is not None and _REASON.fullmatch(text, item.end, following.start) is not None


def _spread(text: str, found: list[Found[T]]) -> list[Found[T]]:
    """「月曜と火曜以外」: both are refused."""
    out = list(found)
    for before, after in reversed(list(pairwise(range(len(out))))):
        if out[after].ruled_out and _JOINS.fullmatch(text, out[before].end, out[after].start):
            out[before] = replace(out[before], ruled_out=True)
    return out
