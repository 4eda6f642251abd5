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
_AIDS = (
    r"カレンダー|かれんだー|手帳|てちょう|予定表?|よていひょう|よてい|こよみ|暦|老眼鏡|ろうがんきょう|眼鏡|めがね|メガネ|書くもん|書くもの|かくもの|かくもん"
    r"|鉛筆|えんぴつ|ボールペン|ペン|ぺん|メモ用紙|メモ|めも|紙|かみ|補聴器|明かり|電気"
)
_TAKES = r"見|み|確認し|かくにんし|確かめ|取っ|とっ|取り|とり|持っ|もっ|持ち|もち|探し|さがし|捜し|出し|だし|用意し|よういし|かけ|つけ|めくっ|めくり"
_LOOKS = (
    rf"(?:今|いま|ちょっと)?、?(?:{_AIDS})(?:(?:と|か)(?:{_AIDS}))?(?:を|ば|は|が|、)?(?:"
    rf"(?:今|いま|ちょっと)?、?(?:{_TAKES})(?:に行っ|に行き)?(?:てき|てい|てみ|てくる|よる|よります|とる|とります|て|ます|る|た)(?:ます|る|まし)?(?:ので|から|けん|わ|ね|よ|が|けど|みます)*"
    r"|(?:どこ|どけ)(?:に|へ|やら)?(?:や|行|い|置|お|ある|あっ)[っいたるやかねなのうしよれけ]*)"
)
_WAIT = (
    r"(?:ちょっと|少々|少し|すこし|しばらく|ちいと)?、?お?(?:待|ま)(?:って|っとって|っちょって|っちゃ|ち)(?:て)?(?:もら[えい]ますか|くださいます?か?|下さい|ください|いただけますか|つかあさい|くれ[るん]?か?|なさい|んない|らん|ない|ね|よ|な)*"
)  # fmt: skip
_KIN = (
    r"(?:家内|かない|女房|妻|嫁|主人|しゅじん|旦那|亭主|夫|娘|むすめ|息子|むすこ|せがれ|孫|まご|母|父|おふくろ|おやじ|お?(?:母|父|かあ|とう|ばあ|じい)(?:さん|ちゃん)|姉|妹|兄|弟"
    r"|家族|家の者|うちの者|本人|ほんにん|ヘルパー|へるぱー|ケアマネ)(?:さん|の者|の方)?"
)
_HANDS_OVER = (
    rf"(?:[^。]{{0,20}}?(?:けん|けえ|き|から|ので|で|、|。))?、?(?:今|いま|ちょっと)?、?(?:うちの|わしの|私の)?{_KIN}(?:に|と)、?(?:今|いま|ちょっと|すぐ|電話(?:を|ば)?)*、?"
    r"(?:(?:代|替|変|換|か)わ(?:る|ります|りますね|ってもらいます|ってもらう|らせます|らせて(?:ください|もらいます))|渡し?ます|渡す)(?:けん|き|から|ので|わ|ね|よ|ばい)*"
)
_MUSES = (
    r"(?:今日|きょう)?(?:は|も)?(?:何|なん|なに|どれ|どっち)(?!時|日|曜|番|じ|にち|よう|ばん|分|ぷん|階|かい|の予約|のよやく)[^。、?!]{0,16}?(?:やった|だった|やっ|だっ|でした)(?:か|け|っけ)(?:い?ねえ?|い?なあ?|い|の|しら)?[ーぁあえぇうの]*[?]?"
    r"|(?:何|なん|なに)(?:を|ば|が)?[^。、?!]{0,10}(?:言わ|いわ|頼ま|たのま)れた[^。、?!]{0,8}"
)
"""What somebody asks who tries to remember; 何時やったかね may ask us."""
_LOST = r"(?:どこ|どけ)(?:に|へ|やら)?(?:や|い|お|置|行)っ?たか(?:い?ね|い?な|の)"
_CALLS = rf"ほら|ねえ?|なあ|おい|{_KIN}|いや|違う|ちがう"
_ASKS_KIN = (
    rf"(?:今|いま|ちょっと)、?(?:うちの|わしの|私の)?(?:{_KIN}|つま|よめ|だんな)(?:に|と)、?(?:今|いま|ちょっと)?(?:聞い|きい|相談し|そうだんし|確かめ|確認し)て"
    r"(?:みます|みる|きます|くる)(?:けん|から|ので|わ|ね)*"
)
_WRITES = rf"[^。]{{0,30}}?(?:書く|かく|書き取る|メモする|メモる|めもする|控える|探す|さがす)(?:から|けん|けえ|けー|き|ので|んで|まで)、?(?:{_WAIT})"
_BREAK = r"[、。,.…?？!\s]*"
_HUMS = re.compile(rf"(?:(?:{_HUM}){_BREAK})+")
_WAITS = re.compile(
    rf"(?:(?:{_HUM}|{_FIRST}){_BREAK})*(?:(?:{_WAIT}{_BREAK})?(?:{_LOOKS}){_BREAK}(?:{_WAIT})?|(?:{_HANDS_OVER}|{_ASKS_KIN}){_BREAK}(?:{_WAIT})?|{_WAIT}(?:{_BREAK}(?:(?:{_AIDS})(?:が|を|は|ば|と|ね)?|{_ASKS_KIN}))?|{_WRITES}(?:{_BREAK}[^。]{{0,16}}?(?:{_AIDS}|鉛筆)[^。]{{0,8}})*){_BREAK}(?:(?:{_HUM}){_BREAK})*"
)
_CORE = rf"(?:{_WAIT}|{_LOOKS}|{_MUSES}|{_HANDS_OVER})"
_MUSING = re.compile(
    rf"(?:(?:{_HUM}|{_FIRST}|{_CALLS}|{_AIDS}){_BREAK})*{_CORE}{_BREAK}(?:(?:{_HUM}|{_FIRST}|{_CALLS}|{_AIDS}|{_CORE}){_BREAK})*"
)
"""Talk with oneself and the others in the room, in which somebody tries to remember or looks for something."""
_SEARCHING = re.compile(rf".*{_LOST}.*{_WAIT}{_BREAK}")


def hesitates(hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether the best hypothesis holds nothing but fillers, or a plea to wait.

    A short 「うん」, 「ええ」 or 「そうですね」 may be a yes and is left to `interpret`.
    """
    return bool(_HUMS.fullmatch(_best(hypotheses))) or asks_to_wait(hypotheses)


def asks_to_wait(hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether the best hypothesis pleads to wait, hands the telephone over, or says that a calendar, glasses or a pen are being
    fetched."""
    said = _best(hypotheses)
    return any(pattern.fullmatch(said) for pattern in (_WAITS, _MUSING, _SEARCHING))


def _best(hypotheses: Sequence[Hypothesis]) -> str:
    best = max(hypotheses, key=lambda h: h.score, default=None)
    return normalize(best.text).lstrip("、。") if best else ""
