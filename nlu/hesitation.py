"""Humming is no answer: 「えーと」, 「うーん」, 「ちょっと待ってください」."""

import re
from collections.abc import Sequence

from nlu.hypothesis import Hypothesis
from nlu.normalize import normalize

_HUM = (
    r"え[ーえぇ~]*っ?と[ーぉお~]*ね?|え[ーぇ~]{2,}|う[ー~]+ん?[ーとぅう~]*|うぅ+ん?|ん[ーん~]+と?|あの[ーうぉお~]*(?:です)?ね?|その[ー~]+"
    r"|あー+|まあー*|なんか|そうです(?:ね[ーえぇ~]+|なあ?)|そう(?:だ|や)(?:ね[ーえぇ~]+|なあ+)"
)
_FIRST = r"はい|ええ|あ|うん|すみません|すいません|ごめんなさい"
_LOOKS = r"(?:今|いま)?、?(?:カレンダー|手帳|予定|てちょう|よてい)を?(?:見|み|確認し|かくにんし)(?:て|ます|る)(?:ので|から|けん|みます)?"
_WAIT = (
    r"(?:ちょっと|少々|少し|すこし|しばらく|ちいと)?、?お?(?:待|ま)(?:って|ち)(?:て)?(?:もら[えい]ますか|くださいます?か?|下さい|ください|いただけますか|くれ[るん]?か?|ね|よ|な)*(?:ね|よ|な)?"
)  # fmt: skip
_BREAK = r"[、。,.…\s]*"
_HUMS = re.compile(rf"(?:(?:{_HUM}){_BREAK})+")
_WAITS = re.compile(
    rf"(?:(?:{_HUM}|{_FIRST}){_BREAK})*(?:{_LOOKS}{_BREAK})?(?:{_WAIT}){_BREAK}(?:(?:{_HUM}){_BREAK})*"
)


def hesitates(hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether the best hypothesis holds nothing but fillers, or a plea to wait.

    A short 「うん」, 「ええ」 or 「そうですね」 may be a yes and is left to `interpret`.
    """
    best = max(hypotheses, key=lambda h: h.score, default=None)
    text = normalize(best.text).lstrip("、。") if best else ""
    return bool(_HUMS.fullmatch(text) or _WAITS.fullmatch(text))
