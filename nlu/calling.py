"""What else is said where a person may phone back: a question about the call, a wish for it, or something else in its place."""

from enum import StrEnum


class Calling(StrEnum):
    """Beside a yes or a no."""

    ERRAND = "errand"
    """機械のあんたでいいけん、住民票の予約をして"""
    OTHER_NUMBER = "other_number"
    """携帯のほうにかけて"""
    OWN_NUMBER = "own_number"
    """何番にかけると"""
    FROM_NUMBER = "from_number"
    """何番からかかってくると, 知らない番号には出ません"""
    WHEN = "when"
    """何時ごろになりますか, 明日の9時から10時のあいだに"""
    COST = "cost"
    """電話代はかかりますか"""
    LETTER = "letter"
    """手紙かメールで返事をもらえませんか"""
    NOBODY = "nobody"
    """誰もおらんと, 待っとったらいけませんか"""
    UNSURE = "unsure"
    """結構です, 困ったねえ: no yes, and no no"""
