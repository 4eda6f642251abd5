"""「よその市からですか、市内ですか」: which of the procedures that are asked about an answer means, by the office's own words for
it and by the places in it (福岡市から, 大阪に, 同じ区の中)."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from nlu.ages import find_age
from nlu.elsewhere import find_elsewhere
from nlu.event_words import negated, spot
from nlu.events import find_events
from nlu.leaning_words import one_more
from nlu.lexicon import Entry, Lexicon, Term
from nlu.lexicon_index import Index, index
from nlu.meaning import Scored
from nlu.modified import all_kana
from nlu.normalize import normalize
from nlu.phonemes import phonemes
from nlu.prepared import Prepared, prepare
from nlu.question import Effect, Expect, Question
from nlu.relocation import leaves_the_city
from nlu.requests import asks
from nlu.telling_apart import told_apart
from nlu.topics import about, find_topics
from nlu.vocabulary.choosing import (
    DIFFERENCE,
    EXPLAINS,
    FOUND_AGAIN,
    INSTEAD_OF_INSURANCE,
    NOT_SO,
    PARTED,
    POINTED,
    WHAT_IS_THAT,
)
from nlu.vocabulary.events import BECAUSE, Act, Event
from nlu.vocabulary.losses import CARD
from nlu.vocabulary.moves import (
    ANSWERED,
    ARRIVED,
    DEPARTS,
    HERE_AND_AWAY,
    OF_THE_MOVE,
    OUTSIDE_ALONE,
    SOMEWHERE,
    TO_A_COUNTER,
)
from nlu.vocabulary.relocations import INSIDE, PHONES_FROM, QUARTERS
from nlu.vocabulary.things import Thing, outside_places
from nlu.vocabulary.unwished import DONE
from nlu.voting import SURE

CHOSEN, HEARD = 0.9, 0.85
"""One of them was meant, by the writing or by the sounds."""

AGE_OF_ELDERS = 75
"""Years, of `Event.AGE_75`."""

_WITH_ITS_NAME = 2
"""Words that tell a topic together with the name of the thing."""

EITHER_WAY = 0.6
"""福岡市です: from there, or there?"""

_MOVES = {
    Thing.FROM_OUTSIDE: Event.CAME_FROM_OUTSIDE,
    Thing.TO_OUTSIDE: Event.LEAVES_TOWN,
    Thing.WITHIN: Event.MOVED_WITHIN,
}
"""What a place says of a move, those outside of the city first."""


def asks_what_they_are(text: str) -> bool:
    """Whether the caller asks what the procedures are: どう違うんですか. `text`: normalized."""
    return EXPLAINS.found(text)


def asks_the_difference(text: str, asked: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the caller asks how they differ, and takes none of them behind that: どう違うとですか, not 違うとですか、じゃあ登録で.
    `text`: normalized."""
    place = DIFFERENCE.find(text)
    if place is None:
        return False
    rest = prepare(text[place[1] :])
    said = (rest.text, rest.kana, asked, lexicon)
    return not (answered(*said) or told_apart(*said))


def answered(
    text: str, kana: str, asked: Sequence[str], lexicon: Lexicon, *, to_us: bool = True
) -> dict[str, float]:
    """Procedure id -> score for those among `asked` that the answer means; empty where it tells none from the others.
    `text`: normalized; `kana`: its reading; `to_us`: they were asked about, so that a place alone is an answer."""
    prepared = index(lexicon)
    text, kana = PHONES_FROM.replaced(text, "。"), PHONES_FROM.replaced(kana, "。")
    placed = _by_place(text, asked, prepared, alone=to_us) or _by_place(kana, asked, prepared, alone=to_us)
    if placed:
        return placed
    return _by_age(text, kana, asked, prepared, alone=to_us) or _by_words(text, kana, asked, lexicon)


def by_place_or_age(text: str, kana: str, asked: Sequence[str], lexicon: Lexicon) -> dict[str, float]:
    """The same where they were not asked about, by what is told of a place (よその市からになるんですけど) or an age."""
    prepared = index(lexicon)
    return next(
        (
            told
            for said in (text, kana)
            if (told := _by_place(PHONES_FROM.replaced(said, "。"), asked, prepared, alone=False))
        ),
        _by_age(text, kana, asked, prepared, alone=False),
    )


def rather(
    said: Prepared, named: Sequence[Scored[str]], question: Question, lexicon: Lexicon
) -> tuple[Scored[str], ...]:
    """The one of the same name that is meant in the place of the one that is known: 「登録やないです、証明書のほうです」; empty where
    none is pointed at, and it is neither denied nor done, or another one is named for sure."""
    asked = question.expect in (Expect.DATE, Expect.TIME)
    known = question.read_back or (question.known if asked else ())
    own = next((one for one in lexicon.entries if (one.id,) == known), None)
    if own is None or not own.answered_by or question.effect is Effect.CANCEL:
        return ()
    other = any(one.score >= SURE and one.value != own.id for one in named)
    if other or one_more(said.text) or asks(said.text):
        return ()
    like = akin(own.id, lexicon)
    meant = _by_words(said.text, said.kana, [one.id for one in like], lexicon)
    ends = [(text, end) for text, end in word_ends(like, said) if POINTED.ends(text, end)]
    turned = ends or any(NOT_SO.ends(*place) or DONE.ends(*place) for place in word_ends([own], said))
    return tuple(Scored(one, score) for one, score in meant.items() if turned and one != own.id)


def akin(known: str, lexicon: Lexicon) -> list[Entry]:
    """Those that go by a name of it, and are told apart by a question; itself among them."""
    names = {one.text for entry in lexicon.entries if entry.id == known for one in entry.aliases}
    return [one for one in lexicon.entries if one.answered_by and names & {each.text for each in one.aliases}]


def word_ends(entries: Sequence[Entry], said: Prepared) -> Iterator[tuple[str, int]]:
    """Where a word ends that answers which of them is meant, in the text or in how it sounds."""
    for term in (term for one in entries for term in one.answered_by):
        for text, end in (
            (said.text, _written_end(term, said.text)),
            (said.kana, _heard_end(term, said.kana)),
        ):
            if end:
                yield text, end


def _by_age(text: str, kana: str, asked: Sequence[str], prepared: Index, *, alone: bool) -> dict[str, float]:
    """「母は82です」: of two of which one is for those who have turned 75."""
    age = find_age(text, kana, asked=alone)
    older = _meant(Event.AGE_75, asked, prepared)
    if age is None or len(older) != 1 or len(asked) != 2:
        return {}
    return {one: CHOSEN for one in asked if (one in older) == (age >= AGE_OF_ELDERS)}


def _by_place(text: str, asked: Sequence[str], prepared: Index, *, alone: bool) -> dict[str, float]:
    told = next((event for event, phrases in ANSWERED if alone and phrases.found(text)), None)
    if told is not None and len(meant := _meant(told, asked, prepared)) == 1:
        return {meant[0]: CHOSEN}
    places = [(kind, place) for place in spot(text)[0] for kind in place.kinds if kind in _MOVES]
    said = {kind for kind, place in places if not NOT_SO.ends(text, place.end)}
    if text[: min((one.start for kind, one in places if kind is Thing.WITHIN), default=0)].endswith(
        outside_places()
    ):
        said.discard(Thing.WITHIN)  # 福岡市内
    for kind, event in _MOVES.items():
        meant = _meant(event, asked, prepared)
        if kind in said and len(meant) == 1:
            both = kind is Thing.FROM_OUTSIDE and Thing.TO_OUTSIDE in said
            return {} if both else {meant[0]: CHOSEN}
    if said or not alone:
        return {}
    return _by_verb(text, asked, prepared)


def _by_verb(text: str, asked: Sequence[str], prepared: Index) -> dict[str, float]:
    """「もう来とる。大分の別府」, 「門司の市営に当たった」: places that nothing joins to a verb, and what was done; a ward or a quarter
    of the city is one of the other home."""
    arrived, departs = ARRIVED.found(text), DEPARTS.found(text)
    from_here = leaves_the_city(text)
    arrived, departs = arrived or from_here is False, departs or bool(from_here)
    if OUTSIDE_ALONE.found(text) or _names(text, outside_places()):
        came, leaves = (_meant(one, asked, prepared) for one in (Event.CAME_FROM_OUTSIDE, Event.LEAVES_TOWN))
        ways = came if arrived and not departs else leaves if departs and not arrived else [*came, *leaves]
    elif _names(text, QUARTERS):
        ways = _meant(Event.MOVED_WITHIN, asked, prepared)
    else:
        here = _meant(Event.MOVED_HERE, asked, prepared)
        somewhere = here and SOMEWHERE.found(text) and not find_elsewhere(text)
        ways = here if arrived else list(asked) if somewhere else []
    return {one: CHOSEN if len(ways) == 1 else EITHER_WAY for one in ways}


def _names(text: str, places: Iterable[str]) -> bool:
    """Whether one of them is named, and not denied: 苅田町やないで門司."""
    ends = (text.find(place) + len(place) for place in places if place in text)
    return any(not (NOT_SO.ends(text, end) or NOT_SO.ends(text, end + 1)) for end in ends)


def both_ways(text: str, asked: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """「出るのも入るのも両方」: one leaves the city, and another comes to it. `text`: normalized, or a reading."""
    if not HERE_AND_AWAY.found(text) or far_from_here(text):
        return ()
    prepared = index(lexicon)
    return tuple(
        one
        for event in (Event.LEAVES_TOWN, Event.CAME_FROM_OUTSIDE)
        for one in _meant(event, asked, prepared)
    )


def far_from_here(text: str) -> bool:
    """「東京から熊本に行く息子の話」: whether somebody moves from one place outside of the city to another."""
    places = spot(text)[0]
    left = next((place.end for place in places if Thing.FROM_OUTSIDE in place.kinds), len(text))
    away = any(place.start >= left and Thing.TO_OUTSIDE in place.kinds for place in places)
    return away and not any(name in text for name in INSIDE if name != "ここ")


def only_of_the_move(text: str, asked: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the days told are those of the move, and none of the visit: 来月大阪に行くことになって. `text`: normalized, or a reading."""
    return only_moves(asked, lexicon) and OF_THE_MOVE.found(text) and not TO_A_COUNTER.found(text)


def only_moves(asked: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether all that is asked about are moves."""
    moves = {one for event in _MOVES.values() for one in index(lexicon).events.get(event, ())}
    return bool(asked) and moves.issuperset(asked)


def _meant(event: Event, asked: Sequence[str], prepared: Index) -> list[str]:
    """Those asked about that go by a name for this event and not only for a broader one."""
    return [one for one in prepared.events.get(event, ()) if one in asked]


def of_the_same(text: str, asked: Sequence[str], lexicon: Lexicon) -> dict[str, float]:
    """「なくしたんです」, asked about マイナンバーカード: what was done with the thing that all of them go by."""
    prepared = index(lexicon)
    for word, _ in _shared(asked, lexicon):
        clauses = (
            normalize(word) + of + part
            for part in PARTED.replaced(text, "。").split("。")
            if part and not _names_another(part, asked, prepared)
            for of in "をの"
        )
        for told in (one for clause in clauses for one in find_events(clause)):
            ids = prepared.procedures(told) if told.start == 0 else ()
            if len(ids) == 1:
                return {ids[0]: CHOSEN}
    return {}


def _names_another(clause: str, asked: Sequence[str], prepared: Index) -> bool:
    """「保険証がなくなると聞いて」, asked about マイナンバーカード."""
    return any(
        one.text in clause and set(asked).isdisjoint(one.ids) and not find_events(one.text)
        for one in prepared.phrases
    )


def tells_a_loss(text: str) -> bool:
    """Whether something was lost, so that another is to be made. `text`: normalized."""
    lost = any(Act.LOSE in act.acts and not negated(text, act.end) for act in spot(text)[1])
    return lost and not turned_up(text)


def turned_up(text: str) -> bool:
    """Whether what was lost is there again: 落としたと思うたら財布から出てきた. `text`: normalized, or a reading."""
    return FOUND_AGAIN.found(text)


def spoken_of(text: str, asked: Sequence[str], lexicon: Lexicon) -> dict[str, float]:
    """「割れてしもうたんよ」, asked about マイナンバーカード: what is told with the thing that all of them go by."""
    told = () if WHAT_IS_THAT.found(text) else _told_with_name(text, asked, lexicon)
    return next((found for found in told if len(found) == 1), {})


def as_insurance(text: str, asked: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the card that is asked about is to serve at a doctor's, which is settled there. `text`: normalized, or a reading."""
    ours = {word for word, _ in _shared(asked, lexicon)}
    return INSTEAD_OF_INSURANCE.found(text) and not ours.isdisjoint(CARD.split())


def only_why(text: str, named: str, asked: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether what is named only happened before something is to be done with the thing that is asked about: 結婚して名字が変わったんで、
    カードに書いてもらう."""
    prepared = index(lexicon)
    kinds = {
        kind for word, _ in _shared(asked, lexicon) for one in spot(normalize(word))[0] for kind in one.kinds
    }
    ends = [told.end for told in find_events(text) if named in prepared.procedures(told)]
    because = [text.find(word, end) + len(word) for end in ends for word in BECAUSE if word in text[end:]]
    return any(kinds.intersection(one.kinds) for at in because for one in spot(text[at:])[0])


def of_its_kind(named: Sequence[str], text: str, asked: Sequence[str], lexicon: Lexicon) -> dict[str, float]:
    """「暗証番号の初期化」, 「電子なんとかの更新です」, asked whether マイナンバーカード is to be made, fetched or renewed: another
    procedure about the thing that all of them go by. Of a letter that says 期限 alone it may be one of those asked about as well.
    `named`: ids of what is named for sure."""
    prepared = index(lexicon)
    things = [normalize(word) for word, _ in _shared(asked, lexicon) if not find_events(normalize(word))]
    kinds = [kind for thing in things if (kind := about(thing, prepared)).issuperset(asked)]
    others = frozenset[str]().union(*kinds) - {*asked}
    if meant := [one for one in named if one in others]:
        return dict.fromkeys(meant, CHOSEN)
    told = () if WHAT_IS_THAT.found(text) else _told_with_name(text, asked, lexicon)
    return next((found for found in told if not others.isdisjoint(found)), {})


def _told_with_name(text: str, asked: Sequence[str], lexicon: Lexicon) -> Iterator[dict[str, float]]:
    for word, reading in _shared(asked, lexicon):
        said = prepare(f"{reading if all_kana(text) else normalize(word)}。{text}")
        yield find_topics(said.text, said.kana, index(lexicon), least=_WITH_ITS_NAME)


def _shared(asked: Sequence[str], lexicon: Lexicon) -> list[tuple[str, str]]:
    """Names that all of them go by with their readings, the longest first."""
    names = [{(one.text, one.reading) for one in e.aliases} for e in lexicon.entries if e.id in asked]
    return sorted(set.intersection(*names) if names else (), key=lambda one: (-len(one[0]), one))


def _by_words(text: str, kana: str, asked: Sequence[str], lexicon: Lexicon) -> dict[str, float]:
    entries = [entry for entry in lexicon.entries if entry.id in asked]
    if not all(entry.answered_by for entry in entries):
        return {}
    written, heard = _hit(entries, text, _written_end), _hit(entries, kana, _heard_end)
    if len(written) == 1:
        return dict.fromkeys(written, CHOSEN)
    return dict.fromkeys(heard, HEARD) if not written and len(heard) == 1 else {}


def _hit(entries: Sequence[Entry], said: str, end_of: Callable[[Term, str], int]) -> set[str]:
    """Those of which a word was said; none that is done already: 証明のほう、登録はずっと前にしとる."""
    ends = [(one.id, end) for one in entries for term in one.answered_by if (end := end_of(term, said))]
    ends = [(one, end) for one, end in ends if not NOT_SO.ends(said, end)]
    return {one for one, end in ends if not DONE.ends(said, end)}


def not_wanted(text: str, kana: str, asked: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Those of which a word of their name was said as what is done already or not meant, and none as what is wanted: 登録はずっと前にしとる."""
    entries = [entry for entry in lexicon.entries if entry.id in asked]
    said, end_of = (kana, _heard_end) if all_kana(text) else (text, _written_end)
    ends = {
        one.id: [end_of(term, said) for term in one.answered_by if term.text in one.name.text]
        for one in entries
    }
    return tuple(
        one
        for one, of in ends.items()
        if any(of) and all(DONE.ends(said, end) or NOT_SO.ends(said, end) for end in of if end)
    )


def _written_end(term: Term, text: str) -> int:
    """Where it ends; 0: it was not said."""
    word = normalize(term.text)
    at = text.find(word)
    return at + len(word) if at >= 0 else 0


def _heard_end(term: Term, kana: str) -> int:
    sounds = phonemes(term.reading)
    if sounds not in phonemes(kana):
        return 0
    return next(
        (at for at in range(1, len(kana)) if phonemes(kana[:at]).endswith(sounds)),
        len(kana),
    )
