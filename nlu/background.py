"""What happened is but why another thing is wanted, or whose: 引っ越したので住民票を, 亡くなった父の戸籍, 戸籍をお願いします、孫が結婚するけん."""

from nlu.events import Told, find_events
from nlu.leaning_words import one_more
from nlu.near_names import Match
from nlu.vocabulary.choosing import TOGETHER, YEARS_SINCE
from nlu.vocabulary.events import BECAUSE, EXPLAINS, WISH_ENDS
from nlu.vocabulary.heads import OWNERS


def is_why(match: Match, text: str, named: list[Match]) -> bool:
    """「離婚したので児童扶養手当を」: a name that tells an event, as the background of another."""
    why = _is_past(text) and bool(find_events(match.phrase.text))
    return why and is_background(Told(None, match.start, match.end), text, named)


def is_background(told: Told, text: str, named: list[Match]) -> bool:
    """「引っ越したので住民票を」, 「亡くなった父の戸籍」: why another thing is wanted, or whose."""
    whose = text[told.end :].removeprefix("た")[:1] in OWNERS
    if (one_more(text[told.end :]) or TOGETHER.found(text[told.end :])) and not whose:
        return False
    return _is_said_why(told, text, named) or any(
        told.end <= match.start and (whose or _is_past(text[told.end - 1 : match.start])) for match in named
    )


def _is_said_why(told: Told, text: str, named: list[Match]) -> bool:
    """「戸籍謄本をお願いします。孫が結婚するけん、取ってきてっち言われた」: why, in a sentence behind the wish."""
    wished = max((end for _, end in WISH_ENDS.every(text[: told.start])), default=-1)
    rest = text[told.end :].partition("。")[0]
    return any(match.end < wished for match in named) and bool(EXPLAINS.found(rest)) and not one_more(rest)


def is_why_of_event(event: Match, said: str, events: list[Match]) -> bool:
    """「主人が亡くなったもんで、世帯主を替えたい」: what happened first is only why the other is done."""
    others = [one for one in events if set(one.phrase.ids).isdisjoint(event.phrase.ids)]
    return is_background(Told(None, event.start, event.end), said, others)


def _is_past(text: str) -> bool:
    """Whether what is told is why another thing is wanted, or happened years ago (亡くして三年)."""
    return any(word in text for word in BECAUSE) or YEARS_SINCE.found(text)
