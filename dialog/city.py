"""Several offices as one, as long as it is not known which of them is meant."""

from dataclasses import replace
from functools import lru_cache

from dialog.office import Answers, Office, Procedure
from nlu.lexicon import Entry, Lexicon, Term
from prompts.notes import CITY


@lru_cache(maxsize=8)
def city(offices: tuple[Office, ...]) -> Office:
    """All that any of them does, as the first says that does it; telephone and hours of people are the first
    office's. Its id is empty."""
    procedures: dict[str, Procedure] = {}
    keys: set[str] = set()
    for procedure in (p for office in offices for p in office.procedures):
        if procedure.id not in procedures:
            procedures[procedure.id] = replace(procedure, key="") if procedure.key in keys else procedure
            keys.add(procedure.key)
    lexicon = _together([office.lexicon for office in offices])
    return replace(
        offices[0],
        id="",
        name=Term(*CITY),
        procedures=tuple(procedures.values()),
        lexicon=lexicon,
        guide=tuple({one.id: one for office in reversed(offices) for one in office.guide}.values()),
        asks=(),
        answers=_agreed(offices),
    )


def same_everywhere(offices: tuple[Office, ...], procedure_id: str) -> bool:
    """Whether all offices that do it say the same of it, and of when its counter is open."""
    here = [(office, p) for office in offices for p in office.procedures if p.id == procedure_id]
    told = [(replace(p, key=""), counter and counter.open) for o, p in here for counter in (o.counter(p),)]
    return all(one == told[0] for one in told)


def _agreed(offices: tuple[Office, ...]) -> Answers:
    return tuple(one for one in offices[0].answers if all(one in office.answers for office in offices))


def _together(lexicons: list[Lexicon]) -> Lexicon:
    entries: dict[str, Entry] = {}
    for entry in (entry for lexicon in lexicons for entry in lexicon.entries):
        known = entries.get(entry.id)
        aliases = dict.fromkeys((*(known.aliases if known else ()), *entry.aliases))
        answers = dict.fromkeys((*(known.answered_by if known else ()), *entry.answered_by))
        entries[entry.id] = replace(known or entry, aliases=tuple(aliases), answered_by=tuple(answers))
    opens = min(lexicon.opens for lexicon in lexicons)
    closes = max(lexicon.closes for lexicon in lexicons)
    events = {one.id: one for lexicon in reversed(lexicons) for one in lexicon.events}
    return Lexicon(tuple(entries.values()), opens, closes, tuple(events.values()))
