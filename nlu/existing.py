"""What is to become of a booking that exists, as an answer to 「そのご予約を変更なさいますか」 or 「もう1件お取りしますか」.

「大丈夫です」 and 「結構です」 leave open what is fine, so they are no answer here.
"""

import re
from dataclasses import replace

from nlu.meaning import Answer, Command, Meaning, Scored
from nlu.prepared import Prepared
from nlu.question import Existing, Question

SURE = 0.9

_NOT = r"(?![^、。]{0,6}?(?:(?:じゃ|では|で)(?:な|あり)|ません(?!か)|ない(?!(?:です)?か|でしょうか)|なくて|へん|なし|不要|いら|要ら|いりま|要りま|は、?(?:結構|けっこう|大丈夫|いい)))"
_KIN = (
    r"(?:家族|かぞく|身内|親戚|母|はは|お?かあさん|父(?!兄)|ちち(?=の)|お?とうさん|両親|親(?!切)|主人|しゅじん|旦那|だんな|(?<!丈)夫|おっと|妻|つま(?=の)|家内|女房|嫁"
    r"|息子|むすこ|娘|むすめ|子ども|子供|こども|孫|まご(?=の)|祖父|祖母|お?じい(?:さん|ちゃん)|お?ばあ(?:さん|ちゃん)|姉|妹|いもうと|兄|弟|おとうと|きょうだい|おじ(?=の)|おば(?=の)|義理"
    r"|友達|ともだち|友人|知り合い|近所|お?隣|同居|連れ)(?:さん|ちゃん|たち|の者|の人|の方)?"
)
_SECOND = re.compile(
    r"(?:もう(?:1|一|ひと|いっ?)、?(?:件|つ|個|名|人|枠|けん|にん|めい|わく|り)|(?:2|二|に|ふた)(?:件|つ|人|名|けん|り)(?:目|め)"
    r"|(?:別|べつ|他|ほか|違う|ちがう)(?:の|に)?、?(?:人|方(?!が|で|を)|かた|者|ひと|予約|よやく|件|1件|一件|枠|取|とっ|分(?!か)|申し込)"
    r"|追加|ついか|新規|しんき|(?:別々|べつべつ)|(?:両方|りょうほう|どちらも|どっちも|2つとも)(?:とも)?"
    r"|(?:2|二|ふた)(?:人|り)(?:分|ぶん|で|とも|です|行)|"
    + _KIN
    + r"(?:の|が|も|です|だ|用|分|と(?!相談)|$))"
    + _NOT
)
_MOVE = re.compile(
    r"(?:変更|へんこう|変え|替え|かえ(?=[てたるま])|代え|ずら|移(?:し|す|動)|うつ[しす]|いどう(?=し|で|を)|動か|取り直|とりなお|差し替|切り替|きりかえ|振り替|置き換"
    r"|(?:早め|遅らせ|前倒し|後ろ倒し|先延ばし|延ばし|延期))" + _NOT
)
_INSTEAD = re.compile(
    r"(?:キャンセル|きゃんせる|取り?消|とりけ|やめ)(?:し|にし)?て、?.{0,10}(?:新し|あたらし|取り直|とりなお|こっち|こちら|今の|いまの|改めて|あらためて)"
)
_KEEP = re.compile(
    r"(?:そ|こ|今|いま|前|まえ|元|もと)の?(?:予約|よやく)?の?まま|(?:前|まえ|元|もと|最初|さいしょ|先|さき)の(?:予約|よやく|方|ほう|分|日)?で(?:いい|良い|よか|結構|けっこう|大丈夫|行き|お願い|おねがい)"
    r"|(?:変更|へんこう)(?:は|も)?(?:なし|不要|いりません|要りません|いらない)"
)
_GIVES_UP = re.compile(
    r"(?:やっぱり?|やはり|それなら|なら(?=[、いけ])|だったら|じゃあ?|では|そしたら)、?(?:もう)?、?(?:いい|よか|ええ|結構|けっこう|大丈夫|だいじょうぶ)(?:です|ですわ|わ|よ|や|ばい)?[。]?$"
)
_MYSELF = re.compile(
    r"(?:同じ|おなじ)(?:人|者|ひと)|本人|(?:私|わたし|自分|じぶん|僕|俺|うち)(?:です|の(?!母|父|家|夫|妻|娘|息子|子|親)|が(?!連)|だけ|一人|1人|ひとり)"
)
_FINE = re.compile(
    r"(?:あ|ああ|いや|いえ|はい|ええ|うん|まあ)?、?(?:大丈夫|だいじょうぶ|結構|けっこう|いい|よか|ええ)(?:です|だ|ですよ|よ|ですわ|わ)[。]?"
)
_ONE_MORE = re.compile(
    r"もう、?(?:1|一|ひと|いっ)(?:件|つ|けん)、?.{0,8}?(?:予約|よやく|取[りっ])|(?:予約|よやく)(?:を|が|の)?、?もう、?(?:1|一|ひと|いっ)(?:件|つ|けん)"
    + _NOT
)
"""Said unasked, it needs no question."""

_HELD_UP = (Command.REPEAT, Command.BACK, Command.AGENT)
"""Commands whose words are found in 「もう1件」, 「前の予約のまま」, 「ほかの人に」."""


def about_existing(meaning: Meaning, said: Prepared, question: Question) -> Meaning:
    """The meaning of an answer to a question about a booking that exists; `said`: the best hypothesis."""
    if question.existing is None:
        return replace(meaning, existing=Existing.SECOND) if _ONE_MORE.search(said.text) else meaning
    found = find_existing(said.text) or find_existing(said.kana)
    if found is not None:
        command = None if meaning.command in _HELD_UP else meaning.command
        return replace(meaning, existing=found, answer=None, command=command)
    if meaning.command is None and _GIVES_UP.search(said.text):
        return replace(meaning, command=Command.GOODBYE)
    if _FINE.fullmatch(said.text):
        return replace(meaning, answer=None)
    denied = question.existing is Existing.SECOND and _MYSELF.search(said.text)
    if denied or (meaning.answer is None and _denies(said.text)):
        return replace(meaning, answer=Scored(Answer.NO, SURE))
    return meaning


def find_existing(text: str) -> Existing | None:
    """`text`: normalized, or its reading."""
    if _INSTEAD.search(text):
        return Existing.MOVE
    if _SECOND.search(text):
        return Existing.SECOND
    if _MOVE.search(text):
        return Existing.MOVE
    return Existing.KEEP if _KEEP.search(text) else None


_DENIES = re.compile(
    r"(?:変更|へんこう|変え|かえ|別の|べつの|他の|ほかの|もう1|家族).{0,8}?(?:(?:じゃ|では|で)(?:な|あり)|ません|な[いく]|は、?(?:結構|けっこう|大丈夫|いい))"
)


def _denies(text: str) -> bool:
    """「変えません」, 「別の人じゃないです」."""
    return _DENIES.search(text) is not None
