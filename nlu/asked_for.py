"""Which of the procedures that are named are asked for, and not only spoken of."""

from functools import lru_cache

from nlu.lexicon_index import Index
from nlu.name_places import heard_in, written
from nlu.vocabulary.asked_for import ASKED_FOR
from nlu.vocabulary.choosing import AFTERWARDS
from nlu.vocabulary.heads import SUCH_AS


@lru_cache(maxsize=256)
def asked_for(text: str, kana: str, prepared: Index) -> tuple[str, ...]:
    """Ids of all whose name stands once where a wish names it. `text`: normalized; `kana`: its reading."""
    found: dict[str, None] = {}
    for said, places in ((text, written(text, prepared)), (kana, heard_in(kana, prepared))):
        rest = AFTERWARDS.found(said)
        for phrase, _, end in places:
            if ASKED_FOR.ends(said, end) and not (rest and said.startswith(SUCH_AS, end)):
                found |= dict.fromkeys(phrase.ids)
    return tuple(found)
