"""What to bring to a visit."""

from collections.abc import Sequence
from dataclasses import replace

from dialog.office import Office
from dialog.state import Phase, State
from nlu.lexicon import Term
from nlu.meaning import Meaning, Request
from prompts import formats, render
from prompts.sentence import Sentence


def told(office: Office, ids: Sequence[str]) -> tuple[Sentence, ...]:
    """For all of the procedures, every thing once; what a clerk wrote as a sentence stands by itself. Empty: nothing."""
    terms = [term for term in (office.procedure(one).bring for one in ids) if term is not None]
    every = dict.fromkeys(thing for term in terms for thing in _things(term))
    things = [thing for thing in every if not formats.ends_politely(thing[0])]
    asked = [render("bring_asked", what=formats.name(*thing)) for thing in every if thing not in things]
    if not things:
        return tuple(asked)
    texts, readings = zip(*things, strict=True)
    return (render("bring", what=formats.name("、".join(texts), "、".join(readings))), *asked)


def asked_of(state: State, meaning: Meaning) -> Meaning:
    """`meaning`, or the question what to bring, where it is asked whether one of those things is needed, which a procedure goes by as
    well: 「戸籍謄本も要りますか」, of a passport."""
    visit = state.procedures or (state.stands.procedures if state.stands else ())
    done = state.phase in (Phase.CONFIRMING, Phase.ANYTHING_ELSE)
    if meaning.request is not None or not done or not meaning.needed:
        return meaning
    things = [
        thing for one in visit if (term := state.office.procedure(one).bring) for thing in _things(term)
    ]
    names = [
        term.text
        for one in state.lexicon.entries
        if one.id in meaning.needed
        for term in (one.name, *one.aliases)
    ]
    if not any(name in thing for name in names for thing, _ in things):
        return meaning
    return replace(
        meaning, request=Request.BRING, procedures=(), asked_for=(), joined=(), more=False, answer=None
    )


def _things(term: Term) -> list[tuple[str, str]]:
    texts, readings = term.text.split("、"), term.reading.split("、")
    if len(texts) != len(readings):
        return [(term.text, term.reading)]
    return list(zip(texts, readings, strict=True))
