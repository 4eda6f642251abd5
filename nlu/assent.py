"""A yes in a sentence of several clauses: 「はい、お手数かけますが、それでお願いします」."""

import re
from collections.abc import Sequence
from dataclasses import replace

from nlu import echoes
from nlu.agreement import agrees
from nlu.answers import find_answer
from nlu.meaning import Answer, Meaning, Request, Scored
from nlu.normalize import normalize
from nlu.overheard import overheard
from nlu.question import Effect, Expect, Question
from nlu.repeated import Repeated
from nlu.vocabulary import answers as words
from nlu.vocabulary import assent
from nlu.vocabulary.existing import BESIDES_IT
from nlu.vocabulary.phrase import Phrases, ahead
from nlu.vocabulary.which_booking import THE_ONE_OF

_SCORE = 0.85
_PLAIN = 0.8
"""Words of a yes from here on are one by themselves."""

_MOST = 30
"""Characters of other talk in which nothing was found that speaks against the yes."""

_STORY = 40
"""Characters of a story that a yes of several words may have beside it."""

_MUCH = 3
"""So much affirmed or repeated bears an ordinary story beside it."""

_CLAUSES = re.compile("[、。,!\\s]+")
_TIME_NOW = Phrases(("今の", ahead("時間 日時")))


def plainly(text: str, question: Question) -> str:
    """`text` less what was asked of somebody in the room, with ですね for 「になったんですよね」 behind a yes, with a pause behind a grunted yes, whose end would be taken for the beginning of a number (お|うにじ), and
    with 「今の時間」 for the one that was just read back."""
    if question.read_back and question.effect is not Effect.CANCEL:
        text = _less_company(_less_aside(text))
    if question.expect in (Expect.ANY, Expect.PROCEDURE) and (another := BESIDES_IT.find(text)):
        text = text[another[0] :]
    if question.standing and question.choices:
        text = THE_ONE_OF.replaced(text, "のと")
    text = assent.GRUNTED.replaced(text, "おう、")
    if question.read_back and words.BEGINS_YES.ends(text):
        text = words.BECOMES.replaced(text, "ですね。")
    return _TIME_NOW.replaced(text, "その") if question.read_back else text


def _less_aside(text: str) -> str:
    """What is answered us, where somebody in the room was asked first and it is a plain yes: 「お父さん、3日でいい？ うん、いいです」."""
    said = normalize(text)
    if not assent.ASIDE.ends(said):
        return text
    said = said.rstrip("。)")
    rest = said[max(said.rfind(end) + 1 for end in "。?)") :]
    answer = find_answer(rest, "")
    yes = answer is not None and answer.value is Answer.YES and answer.score >= _SCORE
    return rest if yes or assent.REPORTS.all_of(rest) else text


def _less_company(text: str) -> str:
    """What is answered behind 「二人で行きます」, where it begins with a yes: who comes along takes no place."""
    said = normalize(text)
    rest = said[max(assent.COMES_ALONG.ends(said), default=0) :]
    return rest if len(rest) < len(said) and words.BEGINS_YES.ends(rest) else text


def without_reason(text: str, question: Question) -> str:
    """`text` less why the booking is to be cancelled or moved: 「はい、取り消してください。金曜まで入院やけん」."""
    head, stop, behind = text.partition("。")
    why = question.effect is not None and assent.WHY.found(behind)
    why = why and not (echoes.stays(behind, question) or assent.TURNS.found(behind))
    if question.effect is Effect.CHANGE:
        against = assent.GIVES_UP.found(behind) or assent.OF_THAT.found(behind)
        against = against or _speaks_against(assent.HELD_UP.replaced(behind, " "))
        return head + stop if why and words.BEGINS_YES.ends(head) and not against else text
    return head + stop if why and _assents(Repeated(head, 0), question) else text


def assented(meaning: Meaning, said: Sequence[Repeated], question: Question, *, other: bool) -> Meaning:
    """The meaning, its yes plain, where everything that was heard assents to what was read back.

    `said`: every hypothesis without fillers and what it only says again; `other`: something else was named.
    """
    if other or question.expect is not Expect.ANSWER or not question.read_back:
        return meaning
    if question.effect is Effect.CANCEL and any(words.NOTHING_GIVEN_BACK_ON.found(one.rest) for one in said):
        return meaning
    if meaning.answer is not None and (meaning.answer.value is Answer.NO or meaning.answer.score >= _SCORE):
        return meaning
    resolved = question.effect is None and all(map(_resolves, said))
    if _wants_something(replace(meaning, elsewhere=None) if resolved else meaning, question):
        return meaning
    if not (resolved or all(_assents(one, question) for one in said) or agrees(said, question)):
        return meaning
    return replace(meaning, answer=Scored(Answer.YES, _SCORE))


def _resolves(said: Repeated) -> bool:
    """Whether the end of other talk is a yes: 「水曜はごみの日やけ、ああ、朝のうちに出しとけばいいんか。うん、ならそれで」."""
    ends = assent.RESOLVES.find(said.rest) or (assent.RESOLVES_OF_DAY.find(said.rest) if said.kinds else None)
    return ends is not None and not assent.UNRESOLVED.found(said.rest[: ends[0]])


def _wants_something(meaning: Meaning, question: Question) -> bool:
    cancels = question.effect is Effect.CANCEL
    return bool(
        meaning.command
        or (meaning.request and not (cancels and meaning.request is Request.CANCEL))
        or meaning.order
        or meaning.shift
        or meaning.topic
        or meaning.unknown
        or meaning.emergency
        or meaning.elsewhere
        or meaning.excluded
        or meaning.impossible
        or not set(meaning.dropped) <= set(question.read_back if cancels else ())
        or meaning.people
        or meaning.weekday_of
        or meaning.foreign
        or meaning.hard_of_hearing
    )


def _assents(said: Repeated, question: Question) -> bool:
    """Whether enough is affirmed or repeated for what is said beside it, and nothing speaks against it."""
    text = _in_spite(_to_us(echoes.plain(assent.TAKES_NOTE.replaced(said.rest), question), question))
    if not text.strip("、。?") and not said.kinds:
        return False
    if overheard(text, question.text) or assent.TRAILS.found(text):
        return False
    if question.effect is Effect.CHANGE and assent.UNCHANGED.found(text):
        return False
    cancels = question.effect is Effect.CANCEL
    if cancels and echoes.stays(text, question):
        return False
    begins = bool(words.BEGINS_YES.ends(text))
    clauses = _clauses(text)
    other = [clause for clause in clauses if _beside(clause)]
    agreed = [clause for clause in clauses if clause not in other and _is_yes(clause)]
    gladly = [clause for clause in clauses if clause not in other and _agrees(clause)]
    if not other:
        refuses = words.MAY_REFUSE.found(text) and not words.TAKES_THAT.found(text) and not said.kinds
        explained = bool(said.kinds) and assent.EXPLAINS.found(text)
        repeats = not cancels and not said.loosely and (said.kinds > 1 or explained)
        return begins or (not refuses and bool(agreed)) or repeats
    ends = bool(agreed) and clauses[-1] in agreed
    takes_up = ends and bool(assent.SO.ends(clauses[-1]))
    length = sum(map(len, other))
    if ends and (begins or takes_up) and length <= _MOST and all(map(_is_harmless, other)):
        return True
    if cancels:
        return False
    if _is_explained(clauses, agreed, other, length) or _is_noted(said, other, begins=begins):
        return True
    much = said.kinds + max(len(gladly), begins) + takes_up
    closes = bool(gladly) and clauses[-1] in gladly
    suits = begins and not said.told_of and assent.GLADLY.found(other[-1])
    return much >= _MUCH and (closes or suits) and length <= _STORY and not any(map(_opposes, other))


def _is_explained(clauses: Sequence[str], agreed: Sequence[str], other: Sequence[str], length: int) -> bool:
    """Whether a yes is followed by nothing but why it suits: 「それでお願い、朝は畑やけん」."""
    first = next((clause for clause in clauses if _beside(clause) or clause in agreed), "")
    why = assent.WHY.found(other[-1]) and clauses[-1] == other[-1]
    plain = [assent.WHY.replaced(clause) for clause in other]
    against = any(assent.AGAINST.found(assent.HARMLESS.replaced(clause, " ")) for clause in plain)
    return first in agreed and why and length <= _MOST and not against


def _is_noted(said: Repeated, other: Sequence[str], *, begins: bool) -> bool:
    """Whether the day and the time were written down, and nothing else is said: 「12月2日、10時、書いた、丸したばい」."""
    return begins and said.kinds > 1 and not said.told_of and all(map(_is_harmless, other))


def _to_us(text: str, question: Question) -> str:
    """What was said to the office, with its words for what was read back as plain ones."""
    text = assent.AGREES_ASKING.replaced(text, "ですね、")
    text = assent.COMPLAINS.replaced(assent.SAID_SO.replaced(text, f"。それで{echoes.PLEASE}。"))
    rooms = list(assent.ROOM.every(text))
    text = assent.INSISTS.replaced((text[rooms[-1][1] :] or "?") if rooms else text, "。")
    text = assent.ALL.replaced(text)
    if question.several:
        text = assent.SEVERAL.replaced(text)
    return assent.REFERS.replaced(assent.REPORTS.replaced(text, assent.AGREED), "それ")


def _in_spite(text: str) -> str:
    """What is agreed to in more words than one behind 「難儀なんやけど、まあ」."""
    ends = [end for _, end in assent.CONCEDES.every(text)]
    if not ends:
        return text
    before, behind = text[: ends[-1]], text[ends[-1] :]
    after = _clauses(behind)
    told = assent.CONCEDES.replaced(before)
    resolved = len(after) > 1 and all(_agrees(one) and not _beside(one) for one in after)
    return behind if resolved and not _is_yes(told) and not _speaks_against(told) else text


def _clauses(text: str) -> list[str]:
    """Parted where the speaker paused; behind a yes and before a last 「それで…」 also where nobody did."""
    begun = max(words.BEGINS_YES.ends(text), default=0)
    end = next(
        (at for at in range(begun, len(text)) if assent.SO.ends(text, at) and not _beside(text[at:])),
        len(text),
    )
    parted = "、".join((text[:begun], text[begun:end], text[end:]))
    return [clause for clause in _CLAUSES.split(parted) if clause]


def _beside(clause: str) -> str:
    """What is left beside the words of a yes and what may stand around it."""
    if assent.LEADS.all_of(clause):
        return ""
    for said in (assent.EXPLAINS, words.ANY_YES, assent.COURTESY, words.POLITE):
        clause = said.replaced(clause)
    return clause


def _is_yes(clause: str) -> bool:
    return any(score >= _PLAIN and phrases.found(clause) for phrases, score in words.YES)


def _agrees(clause: str) -> bool:
    return _is_yes(clause) or assent.EXPLAINS.found(clause)


def _is_harmless(clause: str) -> bool:
    return assent.PREDICATE.found(clause) and not assent.AGAINST.found(assent.HARMLESS.replaced(clause, " "))


def _opposes(clause: str) -> bool:
    return not assent.PREDICATE.found(clause) or _speaks_against(clause)


def _speaks_against(text: str) -> bool:
    left = assent.HARMLESS.replaced(text, " ")
    return assent.OPPOSES.found(assent.NO_OBSTACLE.replaced(left, " "))
