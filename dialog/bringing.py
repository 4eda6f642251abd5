"""What to bring to a visit."""

from collections.abc import Sequence

from dialog.office import Office
from nlu.lexicon import Term
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


def _things(term: Term) -> list[tuple[str, str]]:
    texts, readings = term.text.split("、"), term.reading.split("、")
    if len(texts) != len(readings):
        return [(term.text, term.reading)]
    return list(zip(texts, readings, strict=True))
