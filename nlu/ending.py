"""How what was said so far ends: in the middle of a phrase, or as sentences do. Japanese puts its verb last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nlu.completeness import complete
from nlu.hesitation import asks_to_wait, hesitates
from nlu.hypothesis import Hypothesis
from nlu.meaning import Meaning
from nlu.normalize import normalize
from nlu.question import Question


class Ending(StrEnum):
    """What the last words are."""

    NOTHING = "nothing"
    """No words were heard."""
    FILLER = "filler"
    """えーと, そうですね; and what calls begin with, もしもし"""
    PARTICLE = "particle"
    """の, は, で, を, に, と, も, a verb's て: more must come."""
    REASON = "reason"
    """から, けど, ので, が: a clause that may stand for the whole."""
    NUMBER = "number"
    """Digits, or a number with its counter."""
    AGREEMENT = "agreement"
    """はい, いいえ, うん: often the whole, often a beginning."""
    POLITE = "polite"
    """です, ます, ください, with or without か, ね, よ."""
    PLAIN = "plain"
    """A verb or adjective as among friends."""
    OTHER = "other"
    """A noun, as a rule."""


_KINDS = (
    (
        Ending.FILLER,
        r"(?:え[ーえぇ]*っ?とー*|(?:^|、|[えうーあと])あの[ーう]*|そのー+|う[ーう]+んと?|んーと?|えー+|あー+|なんか|(?:^|、|[えうーあ])そうですね[ーえぇ]*"
        r"|^(?:あの?ー*)?(?:すみません|もしもし[ーい]*))",
    ),
    (Ending.AGREEMENT, r"(?:^|、)(?:は[ーあ]?い|ええ|うん|いいえ|いえ|いや|そう)"),
    (Ending.REASON, r"(?:から|けれ?ど[もさ]?|ので|んで|(?:です|ます|した|だ)が|(?:です|ます|した|だ|た|る|い|や)(?:けん|き))"),
    (
        Ending.POLITE,
        r"(?:です|でした|ます|ました|ません|でしょう|ましょう|(?:くだ|下)さい|ください?ませ|願い|ちょうだい|よろしく|ばい|たい|っちゃ)(?:か|かね|よ|ね|よね|わ|な)?ー*",
    ),
    (Ending.NUMBER, r"(?:[0-9〇一二三四五六七八九十百千万]|ゼロ|れい|まる|番|時|分|日|月)"),
    (Ending.PARTICLE, r"(?:[のはでをにともへやが]|て|って|それから|あと|じゃあ|または|とか|より|まで|など)"),
    (Ending.PLAIN, r"(?:[るうくぐすつぬぶむただい]|[るただい]?(?:よ|ね|な|わ|か|ぞ|さ|のだ|んだ))"),
)  # fmt: skip
_ENDS = tuple((kind, re.compile(rf"{pattern}$")) for kind, pattern in _KINDS)
_MARKS = "、。,.…?!？！ "


@dataclass(frozen=True, slots=True)
class SoFar:
    """What is known of an utterance in a pause, without its words."""

    ending: Ending
    complete: bool
    """It answers the question and does not end in the middle."""

    hesitates: bool
    """Nothing but fillers, or a plea to wait."""

    certain: float
    """Score of the best hypothesis, 0 to 1."""

    sounds: int
    """Kana of the best hypothesis, or its characters where the engine gives no reading."""


NO_WORDS = SoFar(Ending.NOTHING, complete=False, hesitates=False, certain=0.0, sounds=0)
"""Of sound in which nothing was heard."""


def ending(text: str) -> Ending:
    """The kind of the last words of an utterance."""
    said = normalize(text).rstrip(_MARKS)
    if not said:
        return Ending.NOTHING
    return next((kind for kind, pattern in _ENDS if pattern.search(said)), Ending.OTHER)


def so_far(hypotheses: Sequence[Hypothesis], meaning: Meaning, question: Question) -> SoFar:
    """What a pause after `hypotheses`, which mean `meaning`, is judged by."""
    best = max(hypotheses, key=lambda one: one.score, default=None)
    if best is None:
        return SoFar(Ending.NOTHING, False, False, 0.0, 0)
    hums = hesitates(hypotheses) or asks_to_wait(hypotheses)
    sounds = len(best.reading or best.text)
    return SoFar(ending(best.text), complete(meaning, question), hums, best.score, sounds)
