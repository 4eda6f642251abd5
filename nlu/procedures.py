"""Which procedures an utterance names: by writing, by sound, by what happened, by nearness of sound, by part of a name."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from nlu.background import is_background, is_why, is_why_of_event
from nlu.choosing import answered
from nlu.elsewhere import find_elsewhere
from nlu.event_words import spot
from nlu.events import Told, find_events
from nlu.everyday import without_everyday
from nlu.examples import less_left_at_75, one_stop
from nlu.leaning_words import one_more
from nlu.lexicon import Lexicon
from nlu.lexicon_index import Index, Phrase, index
from nlu.modified import all_kana, goes_on, modifier, of_something_else, spoken_in, spoken_modifier
from nlu.near_names import Match, grown, near
from nlu.phonemes import phonemes
from nlu.relocation import find_relocation
from nlu.telling_apart import told_apart
from nlu.topics import find_topics
from nlu.unwished import wished
from nlu.vocabulary.choosing import AFTERWARDS, BOTH_AT_ONCE
from nlu.vocabulary.heads import OWNERS, SUCH_AS
from nlu.vocabulary.phrase import Phrases, ahead, behind, either, maybe, never, within
from nlu.vocabulary.purposes import TRIED
from nlu.vocabulary.relocations import ALL_DONE, BEFORE_IT
from nlu.vocabulary.requests import CANCELLED
from nlu.vocabulary.things import Thing
from nlu.vocabulary.unwished import DONE, SAID_BACK

WRITTEN, HEARD = 0.97, 0.92
"""A whole name or alias of one entry, in writing or in sound."""

HAPPENED = 0.9
"""What leads to one entry."""

SHORTEST = 4
"""Kana of a verb that tells an event by its sound alone."""

SHORT = 2
"""Characters of a name that may be but the beginning of another word."""

SHARED = 0.6
"""Each entry of an alias or an event that leads to several: ask which."""

PART_OF_ONE, PART_OF_MANY = 0.7, 0.55
"""A part of a name that is in one entry, or in several."""

_TAKES_BACK = Phrases(
    (
        within(300, least=1),
        either(
            "、いやいや 。いやいや じゃなくて ではなくて でわなくて やなくて じゃなく、 ではなく、 でわなく、 やっぱり やっぱ、 違います 違いました 違う、 違う。 ちがいます ちがいました"
            " ちがう、 ちがう。 間違えました まちがえました 訂正して 訂正します ていせいして ていせいします もとい",
            ("、いや 。いや", never("す")),
        ),
        maybe("、 。"),
    )
)
_AFTER_ALL = Phrases(
    (behind("やっぱ やは やわ"), "り", ahead("こんしゅ こんど こんげつ こんか こんや こんばん"))
)
"""Of やっぱり今週, in which 離婚 sounds."""

_OF = ("の", "の中の", "のなかの")
_ALL_OF_IT = 3
"""Words of a story that tell together what is wanted, though something that happened is named in it."""
_SHARED_BY_ALL = ("同じ", "おなじ", "同一")
"""Before what is named only to say that it is the same: 同じ世帯なんですけど."""

_SOME_OF_IT = 2
"""The same, where what happened was seen to."""

_INSIDE_WORD = re.compile(r"[一-龥々]{2}|[ァ-ヺー]{2}")


@lru_cache(maxsize=512)
def find_procedures(text: str, kana: str, lexicon: Lexicon, *, asked: bool = False) -> Mapping[str, float]:
    """Procedure id -> score. `text`: normalized; `kana`: its reading in hiragana; `asked`: whether a procedure was asked for, so that
    what is spoken of counts where none is named. Of what was taken back, and of what is only told of, nothing is found."""
    prepared = index(lexicon)
    if meant := one_stop(text, kana, prepared):
        return meant
    said = wished(text, kana, prepared)
    said = replace(said, text=SAID_BACK.replaced(said.text, "。"), kana=SAID_BACK.replaced(said.kana, "。"))
    text, kana = _corrected(said.text, said.kana, prepared)
    text, kana = _AFTER_ALL.replaced(text, "し"), _AFTER_ALL.replaced(kana, "し")
    text, kana = less_left_at_75(text, kana, prepared)
    matches = _named(text, kana, prepared, (*said.done, *said.dropped))
    if said.only or (said.dropped and not asked):
        matches = _less_stories(matches)
    if asked and (moved := _moved_since(matches, text, kana, prepared)):
        return dict.fromkeys(moved, HAPPENED)
    if asked and (wanted := _wanted_since(matches, text, kana, prepared)):
        return wanted
    if asked and (besides := _besides(matches, text, kana, prepared)):
        return besides
    if not matches and said.done and (rest := _rest(said.done, text, kana, prepared)):
        return dict.fromkeys(rest, HAPPENED if len(rest) == 1 else SHARED)
    if not matches and (meant := instead_of(said.dropped, text, kana, lexicon)):
        return meant
    shared = {procedure for match in matches for procedure in match.phrase.ids}
    named = any(len(match.phrase.ids) == 1 for match in matches)
    about = find_topics(text, kana, prepared, frozenset(shared)) if asked and not named else {}
    if len(about) == 1 or (len(about) == 2 and BOTH_AT_ONCE.found(text)):
        return about if len(about) == 1 else dict.fromkeys(about, HAPPENED)
    if matches and not named:
        ids = tuple(shared)
        if apart := told_apart(text, kana, ids, lexicon, nouns=True) or answered(
            text, kana, ids, lexicon, to_us=False
        ):
            return apart
    if matches or about:
        return _scores(matches) or about
    if none_of_ours(text, kana, prepared):
        return {}
    parts = [
        match
        for match in _exact(prepared.fragments, text, PART_OF_ONE, written=True)
        if _stands_alone(text, match, prepared) and not DONE.ends(text, match.end)
    ]
    parts += _spoken_parts(kana, prepared) if all_kana(text) else []
    heard = without_everyday(CANCELLED.replaced(kana, "、"), prepared)
    return _with_parts(_scores(near(prepared.distinct, phonemes(heard))), parts)


def _moved_since(matches: list[Match], text: str, kana: str, prepared: Index) -> tuple[str, ...]:
    """「離婚して大分から帰ってきた」: the move, where nothing is named but what happened before it."""
    if not matches or not all(find_events(match.phrase.text) for match in matches):
        return ()
    before = BEFORE_IT.found(text) or BEFORE_IT.found(kana)
    moves = find_relocation(text, kana) if before else None
    ids = prepared.events.get(moves, ()) if moves else ()
    return ids if len(ids) == 1 else ()


def _wanted_since(matches: list[Match], text: str, kana: str, prepared: Index) -> dict[str, float]:
    """「妹が離婚して、子どもを二人抱えとって、もらえるお金があると聞いた」: what all of it leads to, where nothing is named but what
    happened, and a word of several that this is one of (手当)."""
    of_several = [match for match in matches if len(match.phrase.ids) > 1 and match.phrase.general]
    told = [match for match in matches if match not in of_several]
    if not told or not all(find_events(match.phrase.text) for match in told):
        return {}
    if not (BEFORE_IT.found(text) or BEFORE_IT.found(kana)):
        return {}
    found = find_topics(text, kana, prepared, least=_ALL_OF_IT)
    meant = len(found) == 1 and all(set(found) <= set(match.phrase.ids) for match in of_several)
    return found if meant else {}


def _besides(matches: list[Match], text: str, kana: str, prepared: Index) -> dict[str, float]:
    """「東京から越してきて、手続きは済んでいるんですが、実印をまだ届けていない」, 「住民票を取ろうとしたら、番号を間違えて」: what else is told of,
    where all that is named is done, or was only tried."""
    done = all(find_events(one.phrase.text) for one in matches) and ALL_DONE.found(text)
    tried = all(TRIED.ends(text, text.find(one.phrase.text) + len(one.phrase.text)) for one in matches)
    if not matches or not (done or tried):
        return {}
    ours = {id for one in matches for id in one.phrase.ids}
    found = find_topics(text, kana, prepared, least=_SOME_OF_IT if done else _ALL_OF_IT, moved=not done)
    return found if len(found) == 1 and ours.isdisjoint(found) else {}


def _less_stories(matches: list[Match]) -> list[Match]:
    """「カードが見つからんけん、印鑑証明は今度にして、住民票だけ」: what is named without what happened."""
    named = [one for one in matches if one.phrase.sounds and not _is_story(one.phrase.text)]
    return named or matches


def _is_story(name: str) -> bool:
    """カードをなくした, but not 引っ越し."""
    return (name.endswith("た") or "が" in name or "を" in name) and bool(find_events(name))


def _rest(done: tuple[str, ...], text: str, kana: str, prepared: Index) -> tuple[str, ...]:
    """「死亡届は済んどります、そのあとの手続きです」: what else the same event leads to."""
    if not (AFTERWARDS.found(text) or AFTERWARDS.found(kana)):
        return ()
    after = {id for ids in prepared.events.values() if set(done) & set(ids) for id in ids}
    return tuple(id for id in prepared.names if id in after and id not in done)


def instead_of(dropped: tuple[str, ...], text: str, kana: str, lexicon: Lexicon) -> dict[str, float]:
    """「印鑑登録、ちがうわ、証明のほうです」: of those that go by a word of the one that is taken off, the one that is told by what it is
    asked with."""
    prepared = index(lexicon)
    kin = {
        id
        for phrase in prepared.phrases
        if not phrase.general and set(phrase.ids) & set(dropped)
        for id in phrase.ids
        if id not in dropped
    }
    asked = tuple(id for id in prepared.names if id in kin)
    return answered(text, kana, asked, lexicon, to_us=False) if asked else {}


def none_of_ours(text: str, kana: str, prepared: Index) -> bool:
    """Whether what is named is no ward's business, so that nothing near to it in sound was meant."""
    return (
        any(one.event is None for one in find_events(text))
        or any(
            of_something_else(text, match.start, prepared.known, general=match.phrase.general)
            for match in _exact(prepared.phrases, text, WRITTEN, written=True)
        )
        or any(
            _narrowed_by_sound(match, kana, prepared) is None
            for match in _exact(prepared.audible, phonemes(kana), HEARD, written=False)
            if all_kana(text)
        )
        or bool(find_elsewhere(text) or find_elsewhere(kana))
    )


def named_of_others(text: str, kana: str, lexicon: Lexicon) -> bool:
    """Whether something is named, or to be done, that is plainly another's business: 罹災証明書, 農業者年金, 診断書がほしい."""
    prepared = index(lexicon)
    things = {thing.start for thing in spot(text)[0] if Thing.OTHER in thing.kinds}
    done = any(one.event is None and one.start in things for one in find_events(text))
    return done or any(
        of_something_else(text, match.start, prepared.known, general=match.phrase.general)
        for match in _exact(prepared.phrases, text, WRITTEN, written=True)
    )


def _scores(matches: list[Match]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for match in matches:
        score = match.score if len(match.phrase.ids) == 1 else min(match.score, SHARED)
        for procedure in match.phrase.ids:
            scores[procedure] = max(scores.get(procedure, 0.0), score)
    return scores


def _named(text: str, kana: str, prepared: Index, done: tuple[str, ...]) -> list[Match]:
    """What is named in so many words, or by what happened, which leads to nothing that is `done` or taken off. Of two at one place the
    longer was meant."""
    sounds = phonemes(kana)
    written = _exact(prepared.phrases, text, WRITTEN, written=True)
    told = [one for one in find_events(text) if not any(_is_all_of(one, match) for match in written)]
    meant = [match for match in written if not _belongs(match, text, told, prepared)]
    meant = [match for match in meant if not is_why(match, text, meant)]
    meant = [narrowed for match in meant if (narrowed := _narrowed(match, text, prepared))]
    other = [match.phrase.sounds for match in written if match.start not in {one.start for one in meant}]
    said = text if told or written else kana
    told = told if said == text else list(find_events(kana, shortest=SHORTEST))
    heard = _heard(sounds, said, prepared)
    if all_kana(said):
        told = [one for one in told if not _is_heard(one, said, heard)]
        other += [
            phonemes(said[one.start : one.end]) for one in told if not one.event or prepared.procedures(one)
        ]
    heard = [match for match in heard if not any(match.phrase.sounds in one for one in other)]
    wanted = [*meant, *(_in_kana(match, said) for match in heard)] if all_kana(said) else meant
    if all_kana(said):
        heard = [match for match in heard if not is_why(_in_kana(match, said), said, wanted)]
    names = [grown(match, prepared.distinct, sounds) for match in _without_contained(meant + heard)]
    events = [
        Match(Phrase(said[one.start : one.end], "", ids), one.start, one.end, HAPPENED)
        for one in told
        if (ids := tuple(id for id in prepared.procedures(one) if id not in done))
        and not is_background(one, said, wanted)
    ]
    stories = [*events, *(one for one in wanted if _is_story(one.phrase.text))]
    why = {one.phrase.text for one in stories if is_why_of_event(one, said, events)}
    names, events = ([one for one in found if one.phrase.text not in why] for found in (names, events))
    names = [match for match in names if not any(_has(match, one, text, sounds) for one in (*names, *events))]
    names = [one for one in names if not (set(one.phrase.ids) <= set(done) and find_events(one.phrase.text))]
    if events or any(find_events(one.phrase.text) for one in names):
        others = [one for one in names if not _is_example(one, text, sounds)]
        names = others if others or events else names
    alone = {match.phrase.ids[0] for match in (*names, *events) if len(match.phrase.ids) == 1}
    return [m for m in (*names, *events) if len(m.phrase.ids) == 1 or alone.isdisjoint(m.phrase.ids)]


def _heard(sounds: str, said: str, prepared: Index) -> list[Match]:
    """Whole names by their sounds."""
    found = _exact(prepared.audible, sounds, HEARD, written=False)
    return [narrowed for match in found if (narrowed := _narrowed_by_sound(match, said, prepared))]


def _is_all_of(told: Told, match: Match) -> bool:
    """Whether the name says more than was told (よその市から引っ越してきた), or stands in between (会社に出す住民票を辞めた)."""
    between = len(match.phrase.ids) == 1 and told.start < match.start and match.end < told.end
    between = between and not find_events(match.phrase.text)
    longer = match.end - match.start > told.end - told.start or told.event is not None
    return between or (longer and match.start <= told.start and told.end <= match.end)


def _is_heard(told: Told, kana: str, heard: list[Match]) -> bool:
    """Whether the name that was heard says all that happened, and more."""
    return told.event is not None and any(
        phonemes(kana[told.start : told.end]) in match.phrase.sounds for match in heard
    )


def _narrowed_by_sound(match: Match, said: str, prepared: Index) -> Match | None:
    """The same in kana; None, too, where the office does not know the word before it: つうきん|てあて."""
    word = spoken_modifier(said[: _in_kana(match, said).start]) if match.phrase.general else ""
    if not word or not all_kana(said):
        return match
    having = {id for one in prepared.phrases if spoken_in(word, one.sounds) for id in one.ids}
    ids = tuple(id for id in match.phrase.ids if id in having)
    return replace(match, phrase=replace(match.phrase, ids=ids)) if ids else None


def _in_kana(match: Match, kana: str) -> Match:
    """A match in the sounds of `kana`, by its place there."""
    start = max(place for place in range(len(kana) + 1) if len(phonemes(kana[:place])) <= match.start)
    end = max(place for place in range(len(kana) + 1) if len(phonemes(kana[:place])) <= match.end)
    return replace(match, start=start, end=end)


def _belongs(match: Match, text: str, told: list[Told], prepared: Index) -> bool:
    """Whether the name is but a part of what was told (住民票を移したい), or of what is none of ours (罹災証明書)."""
    if any(
        match.start < one.end and one.start < match.end
        for one in told
        if one.event is None or prepared.procedures(one)
    ):
        return True
    if match.end - match.start <= SHORT and goes_on(text, match.end, prepared.known):
        return True
    return of_something_else(text, match.start, prepared.known, general=match.phrase.general)


def _has(match: Match, other: Match, text: str, sounds: str) -> bool:
    """マイナンバーカード of 「マイナンバーカードの暗証番号」, where the other name tells which of several is meant."""
    if len(match.phrase.ids) < 2 or len(other.phrase.ids) > 1:
        return False
    own, its = match.phrase.sounds, other.phrase.sounds or phonemes(other.phrase.text)
    if any(f"{match.phrase.text}{of}{other.phrase.text}" in text for of in _OF):
        return True
    return any(f"{own}{phonemes(of)}{its}" in sounds for of in _OF)


def _is_example(match: Match, text: str, sounds: str) -> bool:
    """「保険とか年金とか、母が亡くなったあとの手続き」: but one of what comes with what happened."""
    return any(
        match.phrase.text + such in text
        or (match.phrase.sounds and match.phrase.sounds + phonemes(such) in sounds)
        for such in SUCH_AS
    )


def _narrowed(match: Match, text: str, prepared: Index) -> Match | None:
    """「所得の証明書」: of all that go by the common word those whose names have the word before it, too. None where only
    others have it (出生証明書)."""
    word = modifier(text, match.start) if match.phrase.general else ""
    if word and word[-1] in OWNERS and text[match.start - 1] == "の":
        return match
    having = [id for id, names in prepared.names.items() if word and any(word in name for name in names)]
    if not having or len(match.phrase.ids) == 1:
        return match
    ids = tuple(id for id in match.phrase.ids if id in having)
    return replace(match, phrase=replace(match.phrase, ids=ids)) if ids else None


def _corrected(text: str, kana: str, prepared: Index) -> tuple[str, str]:
    """「住民票、いや、戸籍謄本」: only what stands behind the correction, where it names something itself."""
    said, heard = (max(_TAKES_BACK.ends(form), default=0) for form in (text, kana))
    if not said or not heard or one_more(text[said:]):
        return text, kana
    rest, sounds = text[said:], phonemes(kana[heard:])
    named = any(p.text in rest for p in prepared.phrases) or any(p.sounds in sounds for p in prepared.audible)
    return (rest, kana[heard:]) if named else (text, kana)


def _stands_alone(text: str, match: Match, prepared: Index) -> bool:
    """Whether a fragment is a word there: 番号 is none in 電話番号, and 犬の登録 is none of ours."""
    around = (
        text[match.start - 1 : match.start + 1] if match.start else "",
        text[match.end - 1 : match.end + 1],
    )
    if any(_INSIDE_WORD.fullmatch(pair) for pair in around) or text.endswith(_SHARED_BY_ALL, 0, match.start):
        return False
    return not of_something_else(text, match.start, prepared.known, general=True)


def _spoken_parts(kana: str, prepared: Index) -> list[Match]:
    """The same in kana, where the sentence begins with one: とうほん."""
    found = _exact(prepared.spoken, phonemes(kana), PART_OF_ONE, written=False)
    return [one for one in found if one.start == 0 and not DONE.ends(kana, _in_kana(one, kana).end)]


def _exact(phrases: tuple[Phrase, ...], text: str, score: float, *, written: bool) -> list[Match]:
    """Longest first; what lies inside a longer one is no match of its own."""
    found: list[Match] = []
    inside = [p for p in phrases if p.text in text] if written else [p for p in phrases if p.sounds in text]
    for phrase in inside:
        wanted = phrase.text if written else phrase.sounds
        at = text.find(wanted)
        if not any(m.start < at + len(wanted) and at < m.end for m in found):
            found.append(Match(phrase, at, at + len(wanted), score))
    return found


def _without_contained(matches: list[Match]) -> list[Match]:
    """印鑑登録 written and 印鑑登録証明書 heard at one place: the longer was said."""
    names = {m.phrase.sounds for m in matches}
    return [m for m in matches if not any(m.phrase.sounds in other for other in names - {m.phrase.sounds})]


def _with_parts(scores: dict[str, float], parts: list[Match]) -> dict[str, float]:
    """Two parts of one name (「マイナンバーカード、えーと、更新」) name it; one part names all that have it."""
    hits: dict[str, list[Match]] = {}
    for match in parts:
        for procedure in match.phrase.ids:
            hits.setdefault(procedure, []).append(match)
    most = max((sum(len(m.phrase.text) for m in found) for found in hits.values()), default=0)
    out = dict(scores)
    for procedure, found in hits.items():
        covered = sum(len(m.phrase.text) for m in found)
        if covered < most:
            continue
        alone = sum(1 for other in hits.values() if sum(len(m.phrase.text) for m in other) == most) == 1
        score = 0.85 if alone and len(found) > 1 else PART_OF_ONE if alone else PART_OF_MANY
        out[procedure] = max(out.get(procedure, 0.0), score)
    return out
