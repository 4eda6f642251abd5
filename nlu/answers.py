"""Yes or no. A yes books, so it must be said in so many words; a no may be found more freely."""

from dataclasses import replace

from nlu import echoes, leanings
from nlu.meaning import Answer, Scored
from nlu.normalize import without_fillers
from nlu.overheard import overheard, speaks_to_us, without_greetings
from nlu.phonemes import phonemes
from nlu.question import Effect, Question
from nlu.vocabulary import answers as words
from nlu.vocabulary.guide import NOT_DONE, WAS_DONE, WHETHER_DONE
from nlu.vocabulary.phrase import Phrases

CLEAR = 0.95
"""Nothing but a yes, or a no, was said."""

SHORT = 14
"""Characters. In so few, a word of refusal is the whole of what was said."""

UNKNOWN = Question()

GREETED = 0.75
UNEXPLAINED = 3
"""Characters beside the words of a yes that make it another talk."""

MUSING = 0.7

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
    said = words.MUST_BE.replaced(said, "です") if asked.read_back else said
    text = _less_said_back(echoes.plain(said, asked), question)
    other = other and text == said
    if overheard(text, question):
        return None
    if (spoken := without_greetings(text)) != text:
        return None if not spoken.strip(words.BARE) else _beside_greeting(spoken, asked, other)
    if words.HESITATES.all_of(text):
        return None
    if echoes.stays(text, asked):
        return None if words.BEGINS_YES.ends(text) else Scored(Answer.NO, 0.85)
    if echoes.may_be_meant(text, asked):
        return Scored(Answer.YES, 0.7)
    if words.DECLINES.all_of(text):
        return Scored(Answer.NO, 0.85)
    if _denies(text, question):
        return Scored(Answer.NO, 0.85)
    if words.IS_THERE.found(question) and (there := _there(text)):
        return Scored(there, 0.85)
    if WHETHER_DONE.found(question):
        if done := _done(text):
            return Scored(done, 0.85)
        question = ""
    if words.NEITHER.found(text) or (asked.choices and words.NONE_OF_THEM.found(text)):
        return Scored(Answer.NO, 0.85)
    if asked.effect is Effect.CANCEL and words.NOTHING_GIVEN_BACK_ON.found(text):
        return None
    yes, no = _strongest(words.YES, text), _strongest(words.NO, text)
    starts_yes, starts_no = bool(words.BEGINS_YES.ends(text)), bool(words.BEGINS_NO.ends(text))
    if words.EITHER.found(text) and not starts_yes and not starts_no:
        return None
    if starts_no:
        return Scored(Answer.NO, _no_score(text, yes))
    if not yes and not no:
        return _by_sound(kana) or leanings.lean(text, question)
    settled = words.MUSES.replaced(text)
    if yes and not no and not other and not _beside_yes(settled):
        return _plain_yes(text, yes if settled == text else min(yes, MUSING), question, starts_yes)
    if starts_yes:
        return None if _is_other_talk(text, no, other, question) else _started_with_yes(text, no, other)
    if no and not yes and len(text) <= SHORT and not words.DOUBT.found(text) and not words.ASKS.found(text):
        return Scored(Answer.NO, no)
    if question:
        return leanings.lean(text, question)
    if not no or words.DOUBT.found(text) or words.ASKS.found(text):
        return None
    return Scored(Answer.NO, min(no, 0.7) if yes else no)


def _less_said_back(text: str, question: str) -> str:
    """「金曜やろ、うん、行ける」, asked of a Friday: the yes, where nothing else is said."""
    end = max(words.SAID_BACK.ends(text), default=0)
    said = words.IS_IT.replaced(text[:end].strip("、。?"))
    same = end and all(piece in question for piece in said.split("の"))
    return text[end:] if same and not _beside_yes(text[end:]) else text


def _denies(text: str, question: str) -> bool:
    """「10時やなくて10時半」, asked of ten o'clock."""
    denied = (text[:start].rpartition("、")[2].rpartition("の")[2] for start, _ in words.DENIES.every(text))
    return any(len(said) > 1 and said in question for said in denied)


def _no_score(text: str, yes: float) -> float:
    """A no that goes on with a question, a doubt, or with what is a yes by itself, is not sure."""
    if (
        words.ASKS.found(text)
        or words.DOUBT.found(text)
        or words.AFTER_ALL.found(text)
        or words.HUMS.found(text)
    ):
        return 0.7
    return 0.85 if yes else CLEAR


def _there(text: str) -> Answer | None:
    """「ございません」, 「はい、あります」, to 「ございますか」."""
    if words.NONE_THERE.all_of(text):
        return Answer.NO
    return Answer.YES if words.SOME_THERE.all_of(text) else None


def _done(text: str) -> Answer | None:
    """「まだです」, 「葬儀屋さんが出してくれました」, to 「もう出しましたか」."""
    if NOT_DONE.found(text):
        return Answer.NO
    return Answer.YES if WAS_DONE.found(text) else None


def _strongest(said: tuple[tuple[Phrases, float], ...], text: str) -> float:
    return max((score for phrases, score in said if phrases.found(text)), default=0.0)


def _beside_yes(text: str) -> str:
    """What is left beside the words of a yes and what adds nothing to them."""
    return words.POLITE.replaced(words.ANY_YES.replaced(text)).strip()


def _plain_yes(text: str, score: float, question: str, starts_yes: bool) -> Scored[Answer]:
    """Nothing but yes was said; to an offer, 「結構です」 refuses."""
    refuses = (
        words.MAY_REFUSE.found(text)
        and not words.TAKES_THAT.found(text)
        and not starts_yes
        and words.OFFERS.found(question)
    )
    return Scored(Answer.NO, 0.7) if refuses else Scored(Answer.YES, min(CLEAR, score))


def _started_with_yes(text: str, no: float, other: bool) -> Scored[Answer]:
    """「はい、でも3時で」, 「はい、違います」: never a yes that is sure."""
    if no:
        contrary = no >= 0.9 and len(text) <= SHORT
        return Scored(Answer.NO, 0.55) if contrary else Scored(Answer.YES, 0.5)
    return Scored(Answer.YES, 0.6 if other or words.BUT.found(text) else 0.75)


def _beside_greeting(text: str, asked: Question, other: bool) -> Scored[Answer] | None:
    """Who greets may be speaking to somebody else."""
    answer = find_answer(text, "", asked, other=other)
    return replace(answer, score=min(answer.score, GREETED)) if answer else None


def _is_other_talk(text: str, no: float, other: bool, question: str) -> bool:
    """「はい、それでは続きです」, to a read-back: はい, and a sentence in which nothing is about it."""
    if no or other or words.BUT.found(text) or words.DOUBT.found(text) or speaks_to_us(text):
        return False
    if question and not words.CONFIRMS.found(question):
        return False
    return len(_beside_yes(text)) >= UNEXPLAINED


def _by_sound(kana: str) -> Scored[Answer] | None:
    """A short utterance written as something else (灰, 遺影) that sounds exactly like an answer."""
    sounds = phonemes(kana)
    if sounds in _SOUNDS_YES:
        return Scored(Answer.YES, 0.85)
    return Scored(Answer.NO, 0.85) if sounds in _SOUNDS_NO else None
