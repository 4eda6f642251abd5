"""What a sentence tells to have happened, or to be done with a thing: 「父が先月死にました」 is a death, 「実印を作りたい」 a seal to register."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nlu.event_words import Token, kanji, negated, spot
from nlu.vocabulary.applied import APPLIED, NOTICED, READY
from nlu.vocabulary.events import MEANS, YEAR_OF_BIRTH, Act, Event
from nlu.vocabulary.families import HAPPENED
from nlu.vocabulary.losses import LOST
from nlu.vocabulary.moves import MOVED
from nlu.vocabulary.things import BROADER, PLACES, Thing

_FAR = 14
"""Characters that may stand between a thing and what is done with it."""

_NEAR = {Act.COME: 8, Act.BECOME: 4, Act.CERTIFY: 2, Act.PUT_IN: 3, Act.TAKE_OUT: 8}
_TITLES = ("なんとか", "なんちゃら", "さん", "ちゃん", "さま", "様", "くん", "君", "たち")
_LINKS = "がはわもをおばにのとへえで、っま"
"""What a word is joined to its verb by: が, を, って, まで."""

_BREAKS = ("。", "?", "、いや")


@dataclass(frozen=True, slots=True)
class Told:
    """`text[start:end]` tells of an event. None: of nothing that a ward does, so that no name inside it is meant."""

    event: Event | None
    start: int
    end: int


@lru_cache(maxsize=512)
def find_events(text: str, *, shortest: int = 0) -> tuple[Told, ...]:
    """In spoken order. `text`: normalized, or a reading; `shortest`: of a reading, kana of a verb that tells it alone."""
    things, acts = spot(text)
    found = _whole(text)
    used: set[Token] = set()
    for act in acts:
        told = _with_thing(text, act, things, used) or _alone(text, act, shortest)
        if told is not None and told.event is not None and negated(text, act.end):
            told = Told(None, told.start, told.end)
        if told is not None and not any(told.start < other.end and other.start < told.end for other in found):
            found.append(told)
    return tuple(found)


def _whole(text: str) -> list[Told]:
    """行橋の家をたたんでこっちに来た, 財布ごと落としてカードも入っとった: what a place, a purse or kin and what was done tell together."""
    found: list[Told] = []
    for event, phrases in (*MOVED, *LOST, *HAPPENED, *NOTICED):
        if (place := phrases.find(text)) is not None:
            told = Told(event, *place)
            if not any(told.start < other.end and other.start < told.end for other in found):
                found.append(told)
    return found


def _with_thing(text: str, act: Token, things: list[Token], used: set[Token]) -> Told | None:
    """What the act is said of: the nearest thing before it with which it means something."""
    for thing in reversed([one for one in things if one.end <= act.start]):
        gap = text[thing.end : act.start]
        if not _joined(gap, act):
            break
        if Thing.OTHER in thing.kinds:
            return Told(None, thing.start, act.end) if len(gap) <= 2 and gap != "と" else None
        for kind, deed in ((kind, deed) for kind in _kinds(thing) for deed in act.acts):
            event = MEANS.get((deed, kind))
            if event is not None:
                if thing in used or not _said_of(gap, deed, act, place=kind in PLACES):
                    return None
                used.add(thing)
                event = READY.get(event, event) if APPLIED.ends(text, act.end) else event
                moved = _address(text, thing, things) if deed is Act.SHIFT and kind in PLACES else None
                return Told(event, (moved or thing).start, act.end)
    return None


def _address(text: str, place: Token, things: list[Token]) -> Token | None:
    """住民票 of 「住民票をね、京都に移して」: what is moved there."""
    before = (one for one in things if Thing.ADDRESS in one.kinds and one.end <= place.start)
    return next((one for one in before if "。" not in text[one.end : place.start]), None)


def _kinds(thing: Token) -> Iterator[Thing]:
    for one in thing.kinds:
        kind: Thing | None = one
        while kind is not None:
            yield kind
            kind = BROADER.get(kind)


def _joined(gap: str, act: Token) -> bool:
    return len(gap) <= _FAR and not any(mark in gap for mark in _BREAKS)


def _said_of(gap: str, deed: Act, act: Token, *, place: bool) -> bool:
    for title in _TITLES:
        gap = gap.removeprefix(title)
    if len(gap) > _NEAR.get(deed, _FAR) or (act.short and len(gap) > 1):
        return False
    out_of = deed is Act.TAKE_OUT and gap.startswith("から")
    if gap and gap[0] not in _LINKS and not (place or out_of):
        return False
    if not place and gap.startswith("の") and len(gap) > 1 and not act.noun:
        return "が" in gap[2:] and not kanji(gap[1:2])
    if deed is Act.COME:
        return "が" not in gap and "は" not in gap
    return not (deed is Act.BE_BORN and "年" in gap)


def _alone(text: str, act: Token, shortest: int) -> Told | None:
    if text.startswith(YEAR_OF_BIRTH, act.end):
        return None
    if act.short or act.of_somebody or act.end - act.start < shortest:
        return None
    event = next((MEANS[(deed, None)] for deed in act.acts if (deed, None) in MEANS), None)
    return Told(event, act.start, act.end) if event else None
