"""Corrections and exclusions inside one utterance: the last thing said stands."""

import re
from dataclasses import replace
from typing import TypeVar

from nlu.found import Found

T = TypeVar("T")

CORRECTS = re.compile(
    r"いや(?!す)|いえ|じゃな|ではな|でな[くい]|違[うっい]|ちが[うっい]|間違|まちが|やっぱ|やはり|訂正|もとい|ごめん"
    r"|すみません|すいません|失礼|じゃねえ|やなくて|やない|じゃのう"
)
"""Between two values of one kind: the one before is taken back. やなくて is Kansai and Kyushu speech."""

_EXCLUDES = re.compile(
    r"(?:日)?(?:以外|を除|の?ほか|じゃな[くい](?!ですか)|ではな[くい]|では?だめ|やなく"
    r"|[はわ]、?(?:ちょっと|だめ|ダメ|駄目|無理|都合が|行けな|いけな|避け|難し|むずかし|仕事|用事|いや|嫌|困|忙し|できな|できません|来られ"
    r"|行かれ|違|だいじょうぶじゃ|大丈夫じゃ))"
)


def standing(text: str, found: list[Found[T]]) -> list[Found[T]]:
    """What is left of `found` (in spoken order) after corrections; what is refused is marked so."""
    left: list[Found[T]] = []
    for item in found:
        if left and CORRECTS.search(text, left[-1].end, item.start):
            left = []
        left.append(item)
    return [replace(item, ruled_out=True) if _EXCLUDES.match(text, item.end) else item for item in left]
