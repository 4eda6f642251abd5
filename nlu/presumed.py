"""What is wanted of a booking that stands, by words that do not name it: where one is known to, 「翌日にずらして」 moves it."""

import re
from collections.abc import Callable

from nlu import bookings
from nlu.deeds import Holds
from nlu.event_words import kanji
from nlu.lexicon import Lexicon, Term
from nlu.meaning import Request
from nlu.modified import own_reading, own_word
from nlu.vocabulary import looked_up
from nlu.vocabulary import presumed as words
from nlu.vocabulary.asking import ASKS
from nlu.vocabulary.bookings import CHANGED, GIVEN_BACK, OWN, SET
from nlu.vocabulary.giving_back import KEPT_FROM
from nlu.vocabulary.requests import HOLDER, REQUESTS, SOMEBODY_ELSES
from nlu.vocabulary.word import pronounced

_PARTS = re.compile(r"[、。?]|(?<=けど)|(?<=けん)")

_ENDING = re.compile(r"^[ぁ-ん]{1,5}(?=[、。]|$)")
"""The rest of a verb, in which no day is named: やめ|とくけん."""

_SHORTEST, _SHORTEST_HEARD = 2, 4
"""Characters of a name by its writing, and kana of one by its reading."""

OVERRIDDEN = (
    None,
    Request.FREE,
    Request.OPEN_ON,
    Request.OPEN_LATE,
    Request.HOURS,
    Request.BRING,
    Request.LATE,
    Request.ACCESS,
    Request.CANNOT_COME,
    Request.UNDECIDED,
)
"""What a sentence may seem to ask that moves a booking or gives it back: 「1日は透析やった、ほかの日はなかと」."""


def find(text: str, found: Request | None, answers: Holds) -> Request | None:
    """`text`: normalized, or a reading; `found`: what it asks for where none stands; `answers`: whether a part of it names
    a day, a time or a procedure."""
    if SOMEBODY_ELSES.found(text):
        return found
    left = words.COMES_AFTER_ALL.replaced(bookings.kept_out(text), "、")
    if words.ONLY_CANCEL.found(left):
        return Request.CANCEL
    if found is Request.CHECK and SET.found(left) and answers(left):
        return Request.CHANGE
    if found is Request.CHECK and HOLDER.found(left) and KEPT_FROM.found(left) and not ASKS.found(left):
        return Request.CANNOT_COME
    introduces = found is Request.CHECK and not REQUESTS[Request.CHECK].found(left)
    if found not in OVERRIDDEN and not introduces:
        return found
    if bookings.wished(CHANGED, left) or SET.found(left) or words.MOVED.found(left):
        return Request.CHANGE
    given_up = words.GIVEN_FOR.find(left)
    if given_up is not None and answers(left[given_up[1] :]):
        return Request.CHANGE
    for phrases in (GIVEN_BACK, words.GIVEN_UP):
        for start, end in phrases.every(left):
            if bookings.own(left[:start]) and not _of_another_thing(left[:start]):
                return Request.CHANGE if answers(_ENDING.sub("", left[end:])) else Request.CANCEL
    cannot = words.CANNOT_COME.found(left)
    if found in (None, Request.CANNOT_COME) and words.LEANS.found(left) and (cannot or answers(left)):
        return Request.CHANGE
    if found in (None, Request.HOURS) and looked_up.LOOKED_UP.found(left):
        return Request.CHECK
    if found in (None, Request.UNDECIDED) and looked_up.WHETHER_TO_COME.found(left):
        return Request.UNDO
    hindered = found is None and words.HINDERED.found(left) and words.AT_A_LOSS.found(left)
    if cannot or hindered or (found is None and words.MAY_NOT_COME.found(left)):
        return found or Request.CANNOT_COME
    if found is None and looked_up.LOST.found(left) and looked_up.OF_NUMBER.found(left):
        return Request.NUMBER
    if found is None and (
        looked_up.CALLED_UP.found(left)
        or looked_up.LOST.found(left)
        or looked_up.WHETHER_MADE.found(left)
        or bookings.keeps(text)
    ):
        return Request.CHECK
    return found


def _of_another_thing(before: str) -> bool:
    """「手帳がもういらん」"""
    needless = words.NEEDLESS_THING.find(before)
    return needless is not None and not OWN.found(before[needless[0] : needless[1] - 1])


def behind_reason(text: str) -> str:
    """What stands behind the last reason, told of what was settled; empty where none is told. `text`: normalized."""
    return text[max((end for _, end in words.HINDERED.every(text)), default=len(text)) :]


def staying(text: str) -> str:
    """The parts of the sentence in which something is said to stay as it is, or is taken back: 「年金だけ残して、あとは消して」,
    「年金、いや違う、住民票のほう」."""
    parts = [part for part in _PARTS.split(text) if words.STAYS.found(part)]
    place = words.CORRECTS.find(text)
    return "、".join([*parts, text[: place[0]]] if place else parts)


def less_staying(text: str, another: Callable[[str], bool]) -> str:
    """`text` less the parts of the sentence in which another one is said to stay."""
    parts = _PARTS.split(text)
    left = [part for part in parts if not (words.STAYS.found(part) and another(part))]
    return "、".join(left) if len(left) < len(parts) else text


def touched(text: str, kana: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Ids of the procedures of which a name stands anywhere: 「年金のとき、迎えが3時半になるけん」."""
    return tuple(
        entry.id
        for entry in lexicon.entries
        if any(_stands(term, text, kana) for term in (entry.name, *entry.aliases))
    )


def of_its_number(text: str) -> bool:
    """Whether the number or the note of a booking is lost, which names no procedure: 「番号がわからんでも変更はできますか」."""
    return looked_up.LOST.found(text)


def of_kind(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Ids of those that are but a paper to be fetched, or of the others, where they are told apart by that: 紙のほう, 相談のほう."""
    text = text[max((end for _, end in words.NOT_BUT.every(text)), default=0) :]
    paper, talk = words.PAPER.found(text), words.TALK.found(text)
    if paper == talk:
        return ()
    return tuple(one.id for one in lexicon.entries if one.name.text.endswith(words.PAPERS) is paper)


def _stands(term: Term, text: str, kana: str) -> bool:
    """Also what tells it from others, where it is pointed at: 「税金のほう」 of 税金の証明書."""
    written = len(term.text) >= _SHORTEST and term.text in text
    heard_in = term.reading in kana or pronounced(term.reading) in pronounced(kana)
    if written or (len(term.reading) >= _SHORTEST_HEARD and heard_in):
        return True
    own, heard = own_word(term.text), pronounced(own_reading(term.reading))
    return (own != term.text and _pointed_at(own, text)) or (
        len(heard) >= _SHORTEST_HEARD
        and heard != pronounced(term.reading)
        and _pointed_at(heard, pronounced(kana))
    )


def _pointed_at(name: str, said: str) -> bool:
    """Whether it stands as a word of its own before のほう, の分."""
    return any(
        said.startswith(name, at)
        and (at == 0 or not _one_word(said[at - 1], name[0]))
        and words.POINTED_AT.ends(said, at + len(name))
        for at in range(len(said))
    )


def _one_word(before: str, first: str) -> bool:
    return kanji(before) and kanji(first)
