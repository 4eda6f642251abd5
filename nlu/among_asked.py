"""Which procedures were meant by an answer to which of several is meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from nlu.asked_for import asked_for
from nlu.choices import find_position
from nlu.choosing import (
    CHOSEN,
    answered,
    both_ways,
    by_place_or_age,
    not_wanted,
    of_its_kind,
    of_the_same,
    only_moves,
    only_why,
    rather,
    spoken_of,
    tells_a_loss,
    turned_up,
)
from nlu.fetching import to_fetch
from nlu.leaning_words import one_more
from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.meaning import Scored
from nlu.prepared import Prepared
from nlu.procedures import HAPPENED, find_procedures, instead_of
from nlu.question import Expect, Question
from nlu.relocation import came_from
from nlu.requests import checks
from nlu.telling_apart import told_apart
from nlu.vocabulary.choosing import BOTH, NOT_THESE, NOT_THIS_PLACE, OF_A_KIND, WHETHER_ONE_MUST
from nlu.vocabulary.events import Event
from nlu.vocabulary.leaning_words import TAKEN_BACK
from nlu.vocabulary.moves import REGISTER_STAYS
from nlu.voting import SURE

TO_BE_ASKED = 0.75
"""Of several of which one is meant."""


@dataclass(frozen=True, slots=True)
class Like:
    """Others of the same thing than the one that was taken."""

    found: tuple[Scored[str], ...] = ()
    meant: bool = False
    """In its place; else they are only told of, so that which is meant is to be asked."""


def among_asked(
    found: tuple[Scored[str], ...], question: Question, part: Prepared, lexicon: Lexicon
) -> tuple[Scored[str], ...]:
    """When the caller was asked to choose among some procedures, those count, what differs between them, and 「2番目」;
    another one where it is asked for in their place."""
    if not question.procedures:
        return _of_the_move(question, part, lexicon) or found
    if both := both_ways(part.text, question.procedures, lexicon):
        return _scored(dict.fromkeys(both, CHOSEN))
    inside = tuple(s for s in found if s.value in question.procedures)
    by_place = only_moves(question.procedures, lexicon)  # what is named tells more than a place
    if by_place and REGISTER_STAYS.found(part.text + "。" + part.kana):
        return _instead_of_a_move(part, question, lexicon)
    if len(question.procedures) == 2 and BOTH.found(part.text + part.kana):
        return _scored(dict.fromkeys(question.procedures, CHOSEN))
    same = of_the_same(part.text, question.procedures, lexicon)
    if same and tells_a_loss(part.text):  # なくしました、作り直してもらいたい
        return _scored(same)
    if (same and turned_up(part.text)) or WHETHER_ONE_MUST.found(part.text):
        return ()
    sure = len(inside) == 1 and inside[0].score >= (SURE if by_place else HAPPENED)
    named = tuple(one.value for one in found if one.score >= SURE)
    if not sure and (of_its := of_its_kind(named, part.text, question.procedures, lexicon)):
        return _scored(of_its)
    if not sure and (chosen := answered(part.text, part.kana, question.procedures, lexicon)):
        return _scored(chosen)
    less = not_wanted(part.text, part.kana, question.procedures, lexicon)
    if less and (another := instead_of(less, part.text, part.kana, lexicon)):
        return _scored(another)
    apart = told_apart(part.text, part.kana, question.procedures, lexicon)
    if apart and len(inside) != 1 and apart.keys().isdisjoint(less):
        return _scored(apart)
    in_their_place = inside and inside[0].score < SURE and NOT_THESE.found(part.text)
    others = asked_for(part.text, part.kana, index(lexicon)) if in_their_place else ()
    if wanted := tuple(s for s in found if s.value in others and s.value not in question.procedures):
        return wanted
    if inside and inside[0].score >= 0.5:
        alone = len(inside) == 1 or inside[0].score > inside[1].score + 0.1
        return (Scored(inside[0].value, max(inside[0].score, 0.85)), *inside[1:]) if alone else inside
    found = tuple(s for s in found if not only_why(part.text, s.value, question.procedures, lexicon))
    told = spoken_of(part.text, question.procedures, lexicon)
    if found and not (max(s.score for s in found) < SURE and told.keys() & {*question.procedures}):
        return () if _asks_for_more(part) else found
    if same or told:
        return _scored(same or told)
    place = find_position(part.written, len(question.procedures))
    return (Scored(question.procedures[place.value], place.score),) if place else ()


def meant_instead(
    part: Prepared, found: tuple[Scored[str], ...], question: Question, lexicon: Lexicon, *, when: bool
) -> Like:
    """What is to be fetched, or is another one of the same thing than the one that was taken. `found`: what is named; `when`: a day
    or a time is said besides."""
    if fetched := to_fetch(part, question, lexicon) or rather(part, found, question, lexicon):
        return Like(fetched, meant=True)
    named = any(one.score >= HAPPENED for one in found)
    return Like() if named else _of_its_like(part, question, lexicon, when=when)


def _of_its_like(part: Prepared, question: Question, lexicon: Lexicon, *, when: bool) -> Like:
    """Once one of several of the same thing was taken, another one that is told: by what it was asked with (電子のほうで), and by its
    place or age, too, where what was said is taken back (ああ違うわ、苅田町やったけ、市外からになるんよ); beside a day or a time that may
    tell something else."""
    asked = question.known if question.expect in (Expect.DATE, Expect.TIME) else ()
    known = asked or (question.read_back if question.effect is None else ())
    if len(known) != 1 or one_more(part.text):
        return Like()
    groups = _like(known[0], lexicon)
    back = part.has(TAKEN_BACK) or (not when and part.has(NOT_THIS_PLACE))
    pointed = part.has(OF_A_KIND) and not when
    turned = back or pointed
    chosen = _first(answered(part.text, part.kana, one, lexicon, to_us=back) for one in groups if turned)
    if chosen.keys() - {*known} and known[0] not in chosen:
        among = (*known, *chosen) if when else (*chosen,)
        score = CHOSEN if len(among) == 1 else TO_BE_ASKED
        return Like(_scored(dict.fromkeys(among, score)), meant=True)
    of_kind = of_its_kind((), part.text, known, lexicon) if pointed and known[0] not in chosen else {}
    others = [one for one in of_kind if one not in known]
    if len(others) == 1:
        return Like((Scored(others[0], CHOSEN),), meant=True)
    quiet = when or chosen
    told = _first(by_place_or_age(part.text, part.kana, one, lexicon) for one in groups if not quiet)
    return Like() if known[0] in told else Like(_scored(told))


def _like(known: str, lexicon: Lexicon) -> list[tuple[str, ...]]:
    """Those that go by a word of it: all by their own words, and each few that are told apart by a question."""
    phrases = [phrase for phrase in index(lexicon).phrases if known in phrase.ids and len(phrase.ids) > 1]
    own = tuple(dict.fromkeys(one for phrase in phrases if not phrase.general for one in phrase.ids))
    asked_apart = {entry.id for entry in lexicon.entries if entry.answered_by}
    return [own, *(phrase.ids for phrase in phrases if phrase.general and asked_apart.issuperset(phrase.ids))]


def _first(found: Iterable[dict[str, float]]) -> dict[str, float]:
    return next(filter(None, found), {})


def _of_the_move(question: Question, part: Prepared, lexicon: Lexicon) -> tuple[Scored[str], ...]:
    """The procedure of a move that the guide asks about, where it is told from where: 若松からです."""
    events = index(lexicon).events
    if question.first_visit not in events.get(Event.MOVED_HERE, ()):
        return ()
    event = came_from(part.text) or came_from(part.kana)
    ids = events.get(event, ()) if event else ()
    return (Scored(ids[0], CHOSEN),) if len(ids) == 1 else ()


def settled(procedures: tuple[Scored[str], ...], question: Question) -> bool:
    """Whether one was meant for sure, or which of some that were not all asked about is still to be asked."""
    if not procedures:
        return False
    beyond = any(one.value not in question.procedures for one in procedures)
    return procedures[0].score >= SURE or (len(procedures) > 1 and beyond)


def _instead_of_a_move(part: Prepared, question: Question, lexicon: Lexicon) -> tuple[Scored[str], ...]:
    """「世帯主が死んで、私になるけん、住所は変わらんのですよ」."""
    text, kana = REGISTER_STAYS.replaced(part.text), REGISTER_STAYS.replaced(part.kana)
    told = find_procedures(text, kana, lexicon, asked=True)
    return _scored({one: score for one, score in told.items() if one not in question.procedures})


def _asks_for_more(part: Prepared) -> bool:
    """「一緒に保険と年金も変えんといけんのやろ、いっぺんにできるかね」: a question about more, and no answer."""
    return one_more(part.text) and checks(part.text)


def _scored(found: dict[str, float]) -> tuple[Scored[str], ...]:
    return tuple(Scored(procedure, score) for procedure, score in found.items())
