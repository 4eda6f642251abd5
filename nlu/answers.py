"""Yes or no. A yes books, so it must be said in so many words; a no may be found more freely."""

import re
from dataclasses import replace

from nlu import echoes, leanings
from nlu.answer_words import BARE, NO, POLITE, YES
from nlu.meaning import Answer, Scored
from nlu.normalize import without_fillers
from nlu.overheard import overheard, speaks_to_us, without_greetings
from nlu.phonemes import phonemes
from nlu.question import Question

CLEAR = 0.95
"""Nothing but a yes, or a no, was said."""

SHORT = 14
"""Characters. In so few, a word of refusal is the whole of what was said."""

UNKNOWN = Question()

_HESITATES = re.compile(r"(?:そうです(?:ね[えぇー]+|ねー*、?うーん)|うーん|どう(?:し|で))[。.、]*")
_DECLINES = re.compile(
    r"(?:いや|いえ|あ)?、?(?:やっぱり?|やはり|もう)、?(?:いい|よか|ええ|結構|けっこう|大丈夫)(?:です|ですわ|わ|よ|ばい)?[。]?"
)
_THERE = re.compile(
    r"(?:はい|いいえ|いえ|いや)?[、。]?(?:特に|別に|とくに)?、?(?:は|も)?(?:(?P<none>あ?りません|ございません|ない(?:です|よ|ね)?|なか(?:です|よ)?)|あり?ます|ございます|ある(?:よ|ばい)?)[。]?"
)
_IS_THERE = re.compile(r"(?:あり|ござい)ますか|おありですか")
_DOUBT = re.compile(
    r"(?:分か|わか)(?:ら|り(?:ません|かね))|知らん|どちらでも|どっちでも|考え(?!て(?:い)?ません)|迷|相談|ちょっと(?:待|考)|お?待ち?ください|まだ決|未定"
    r"|どう(?:しよう|かな|だろう|でしょう)|(?:に|と)?(?:よ(?:り(?:ます|けり)|る(?:な|ね|と思|か|けど|$|。))|次第)"
)
_ASKS = re.compile(
    r"(?:です|ます|でしょう|ません|ました|たい|ない|る|ある|いる|の|た)(?:か|かね|かな|かしら)[ね]?[?。]?$|[?]$|かな[ぁあー]?[。]?$|教えて"
)
_AFTER_ALL = re.compile(
    r"(?:構い|かまい)ません|構わない|かまわない|(?<!でなく)て?もいいかな|それで(?:お願い|おねがい|いい)"
)
_HUMS = re.compile(r"ううん[^、。！!]")
"""「ううん景色は…」 is a hum (うーん) as recognizers and writers put it."""

GREETED = 0.75
UNEXPLAINED = 3
"""Characters beside the words of a yes that make it another talk."""

_CONFIRMS = re.compile(r"(?:予約|内容|変更|取り?消し?)[^。]*(?:よろしい|間違い)")
MUSING = 0.7
_MUSES = re.compile(r"(?<=[よこおも]う)か(?:ね|な)[ぁあえー]*(?=、|。|$)")
"""「それでいこうかね」 is rather a yes."""

_EITHER = re.compile(
    r"でも.{1,12}でも(?:、)?(?:いい|良い|よい|よか|構|かま|大丈夫|結構)|どちらでも|どっちでも"
)
_NEITHER = re.compile(
    r"(?:どちら|どっち|どれ)(?:で)?も(?:あ?りません|ございません|な(?:い|か)(?!でしょ|も)|違|ちが)"
)
_BUT = re.compile(r"でも|ですが|だけど|ですけど|けど|けれど|ただし?|が、|やけど|ばってん")
_YES_RE = tuple((re.compile(pattern), score) for pattern, score in YES)
_NO_RE = tuple((re.compile(pattern), score) for pattern, score in NO)
_ANY_YES = re.compile("|".join(pattern for pattern, _ in YES))
_POLITE = re.compile(POLITE)
_REFUSES_POLITELY = re.compile(
    r"^(?!.*(?:それ|そちら|そこ|これ)で).*(?:結構|けっこう|大丈夫|だいじょうぶ|いいです(?!ね))"
)
_OFFERS = re.compile(
    r"いかが|必要|ご?利用(?:に|なさ|さ)|しましょうか|ご?希望|お探し|いりますか|要りますか|他に|ほかに|欲しい|ございますか"
)

_SOUNDS_YES = frozenset(
    phonemes(kana) for kana in ("はい", "はーい", "ええ", "そうです", "おねがいします", "はいおねがいします")
)
_SOUNDS_NO = frozenset(
    phonemes(kana) for kana in ("いいえ", "いーえ", "いえ", "ちがいます", "いいえちがいます", "だめです")
)


def find_answer(
    text: str, kana: str, asked: Question = UNKNOWN, *, other: bool = False
) -> Scored[Answer] | None:
    """Yes, no, or neither (None).

    `text`: normalized; `kana`: its reading; `asked`: with its words, where they are known; `other`: a day, a time or a
    procedure was named too, so that 「はい、でも3時で」 is a yes that must not be taken for plain.
    """
    question = asked.text
    said = without_fillers(text or kana)
    text = echoes.plain(said, asked)
    other = other and text == said
    if overheard(text, question):
        return None
    if (spoken := without_greetings(text)) != text:
        return None if not spoken.strip(BARE) else _beside_greeting(spoken, asked, other)
    if _HESITATES.fullmatch(text):
        return None
    if echoes.may_be_meant(text, asked):
        return Scored(Answer.YES, 0.7)
    if _DECLINES.fullmatch(text):
        return Scored(Answer.NO, 0.85)
    if (there := _THERE.fullmatch(text)) and _IS_THERE.search(question):
        return Scored(Answer.NO if there["none"] else Answer.YES, 0.85)
    if _NEITHER.search(text):
        return Scored(Answer.NO, 0.85)
    yes, no = _strongest(_YES_RE, text), _strongest(_NO_RE, text)
    starts_yes = (
        re.match(r"(?:あ、?|ああ、?)?(?:は[ー]?い|ええ(?!と)|うん(?!ー|と|にゃ)|そうです(?!ね))", text)
        is not None
    )
    starts_no = (
        re.match(
            r"(?:あ、?|ああ、?)?(?:いいえ|いえ(?![ばる])|ううん|うんにゃ|いんにゃ|いんや|いや(?!す)|違(?:い?ます|う(?:$|[、。よっばた]|と(?!ころ|き|思))))",
            text,
        )
        is not None
    )
    if _EITHER.search(text) and not starts_yes and not starts_no:
        return None
    if starts_no:
        return Scored(Answer.NO, _no_score(text, yes))
    if not yes and not no:
        return _by_sound(kana) or leanings.lean(text, question)
    settled = _MUSES.sub("", text)
    if yes and not no and not other and not _POLITE.sub("", _ANY_YES.sub("", settled)):
        return _plain_yes(text, yes if settled == text else min(yes, MUSING), question, starts_yes)
    if starts_yes:
        return None if _is_other_talk(text, no, other, question) else _started_with_yes(text, no, other)
    if no and not yes and len(text) <= SHORT and not _DOUBT.search(text) and not _ASKS.search(text):
        return Scored(Answer.NO, no)
    if question:
        return leanings.lean(text, question)
    if not no or _DOUBT.search(text) or _ASKS.search(text):
        return None
    return Scored(Answer.NO, min(no, 0.7) if yes else no)


def _no_score(text: str, yes: float) -> float:
    """A no that goes on with a question, a doubt, or with what is a yes by itself, is not sure."""
    if _ASKS.search(text) or _DOUBT.search(text) or _AFTER_ALL.search(text) or _HUMS.match(text):
        return 0.7
    return 0.85 if yes else CLEAR


def _strongest(patterns: tuple[tuple[re.Pattern[str], float], ...], text: str) -> float:
    return max((score for pattern, score in patterns if pattern.search(text)), default=0.0)


def _plain_yes(text: str, score: float, question: str, starts_yes: bool) -> Scored[Answer]:
    """Nothing but yes was said; to an offer, 「結構です」 refuses."""
    refuses = _REFUSES_POLITELY.search(text) and not starts_yes and _OFFERS.search(question)
    return Scored(Answer.NO, 0.7) if refuses else Scored(Answer.YES, min(CLEAR, score))


def _started_with_yes(text: str, no: float, other: bool) -> Scored[Answer]:
    """「はい、でも3時で」, 「はい、違います」: never a yes that is sure."""
    if no:
        contrary = no >= 0.9 and len(text) <= SHORT
        return Scored(Answer.NO, 0.55) if contrary else Scored(Answer.YES, 0.5)
    return Scored(Answer.YES, 0.6 if other or _BUT.search(text) else 0.75)


def _beside_greeting(text: str, asked: Question, other: bool) -> Scored[Answer] | None:
    """Who greets may be speaking to somebody else."""
    answer = find_answer(text, "", asked, other=other)
    return replace(answer, score=min(answer.score, GREETED)) if answer else None


def _is_other_talk(text: str, no: float, other: bool, question: str) -> bool:
    """「はい、それでは続きです」, to a read-back: はい, and a sentence in which nothing is about it."""
    if no or other or _BUT.search(text) or _DOUBT.search(text) or speaks_to_us(text):
        return False
    if question and not _CONFIRMS.search(question):
        return False
    return len(_POLITE.sub("", _ANY_YES.sub("", text))) >= UNEXPLAINED


def _by_sound(kana: str) -> Scored[Answer] | None:
    """A short utterance written as something else (灰, 遺影) that sounds exactly like an answer."""
    sounds = phonemes(kana)
    if sounds in _SOUNDS_YES:
        return Scored(Answer.YES, 0.85)
    return Scored(Answer.NO, 0.85) if sounds in _SOUNDS_NO else None
