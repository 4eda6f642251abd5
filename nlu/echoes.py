"""Answers that take up what a yes would do: 「はい、取り消してください」, 「はい、その日に変えてください」, 「両方お願いします」."""

import re

from nlu.question import Effect, Question

PLEASE = "お願いします"
"""What stands for the words of the question, so that they are a yes as plain as that."""

_ASKED = (
    r"(?:、?(?:を|の|で|に|して|て|し))?、?(?:(?:お願い|おねがい|御願い)(?:いた|致)?し(?:ます|たい(?:です)?)|(?:ください|下さい)(?!ま)"
    r"|もらえ(?:ます|ません)か|いただけ(?:ます|ません)か|(?:ほしい|欲しい|いい|よか)(?:です)?|(?:結構|けっこう|大丈夫|だいじょうぶ)(?:です)?|構いません|(?:頼|たの)みます"
    r"|やって(?:ください)?|します|です|$)(?!か|ね[ぇえ]?[?]|が、)"
)
_CANCEL = re.compile(
    r"(?:(?:それ|その予約|この予約|予約|よやく|そのまま|その通り|そのとおり)(?:を|で|は|に)?、?)?(?:取り?消し?|とりけし?|キャンセル|きゃんせる)"
    + _ASKED
)
_MOVE = r"(?:日時)?(?:を)?(?:変更|へんこー|へんこう|変え|替え|かえ|移し|うつし|移動|ずらし)"
_CHANGE = re.compile(
    r"(?:(?:その|この)(?:日にち|日時|時間|じかん|日|ひ)(?:に|で|へ)|(?:それ|そちら|そっち|そこ|これ|こちら)(?:に|で|へ)|(?:その|この)(?:よう|通り|とおり)に?|そう)、?"
    + _MOVE
    + _ASKED
)
_YES_CHANGE = re.compile(r"^(?P<yes>(?:あ、?)?(?:はい|ええ|うん|そうです)、?)" + _MOVE + _ASKED)
_ONLY_CHANGE = re.compile("^" + _MOVE + _ASKED + "。?$")
_ALL = re.compile(
    r"(?:両方|りょーほー|りょうほう|(?:2|二|ふた)つ|全部|ぜんぶ|どちらも|どっちも)(?:とも)?(?:、|で|を)?(?!(?:じゃ|では)?な)"
)


def plain(text: str, question: Question) -> str:
    """`text`, normalized, with the words that a yes to `question` may take up put as a plain 「お願いします」."""
    if question.effect is Effect.CANCEL:
        return _CANCEL.sub(PLEASE, text)
    if question.several:
        text = _ALL.sub("", text)
    if question.effect is Effect.CHANGE:
        text = _YES_CHANGE.sub(rf"\g<yes>{PLEASE}", _CHANGE.sub(PLEASE, text))
    return text


def may_be_meant(text: str, question: Question) -> bool:
    """「変更してください」 alone, asked 「この日時に変更してよろしいですか」: rather a yes than another change, but no sure one."""
    return question.effect is Effect.CHANGE and _ONLY_CHANGE.match(text) is not None
