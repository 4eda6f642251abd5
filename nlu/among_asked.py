"""Which procedures were meant by an answer to which of several is meant."""

from nlu.asked_for import asked_for
from nlu.choices import find_position
from nlu.choosing import (
    CHOSEN,
    answered,
    both_ways,
    not_wanted,
    of_its_kind,
    of_the_same,
    only_moves,
    only_why,
    spoken_of,
    tells_a_loss,
    turned_up,
)
from nlu.leaning_words import one_more
from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.meaning import Scored
from nlu.prepared import Prepared
from nlu.procedures import find_procedures, instead_of
from nlu.question import Expect, Question
from nlu.relocation import came_from
from nlu.requests import checks
from nlu.telling_apart import told_apart
from nlu.vocabulary.choosing import BOTH, NOT_THESE, OF_A_KIND, WHETHER_ONE_MUST
from nlu.vocabulary.events import Event
from nlu.vocabulary.moves import REGISTER_STAYS
from nlu.voting import SURE


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
    if only_moves(question.procedures, lexicon) and REGISTER_STAYS.found(part.text + "。" + part.kana):
        return _instead_of_a_move(part, question, lexicon)
    if len(question.procedures) == 2 and BOTH.found(part.text + part.kana):
        return _scored(dict.fromkeys(question.procedures, CHOSEN))
    same = of_the_same(part.text, question.procedures, lexicon)
    if same and tells_a_loss(part.text):  # なくしました、作り直してもらいたい
        return _scored(same)
    if (same and turned_up(part.text)) or WHETHER_ONE_MUST.found(part.text):
        return ()
    sure = len(inside) == 1 and inside[0].score >= SURE
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


def of_its_like(part: Prepared, question: Question, lexicon: Lexicon) -> tuple[Scored[str], ...]:
    """「電子のほうで、5年のやつと書いてあります」, once マイナンバーカードの更新 was taken: what tells another one of the same thing."""
    asked = question.known if question.expect in (Expect.DATE, Expect.TIME) else ()
    known = asked or (question.read_back if question.effect is None else ())
    if len(known) != 1 or not part.has(OF_A_KIND) or one_more(part.text):
        return ()
    named = (phrase.ids for phrase in index(lexicon).phrases if known[0] in phrase.ids and not phrase.general)
    like = tuple(dict.fromkeys(one for ids in named for one in ids))
    chosen = answered(part.text, part.kana, like, lexicon, to_us=False)
    if known[0] in chosen:
        return ()
    for meant in (chosen, of_its_kind((), part.text, known, lexicon)):
        others = [one for one in meant if one not in known]
        if len(others) == 1:
            return (Scored(others[0], CHOSEN),)
    return ()


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
