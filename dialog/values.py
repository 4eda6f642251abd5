"""Values of the conversation in the form that sentences take."""

from collections.abc import Sequence

from dialog.office import Office
from nlu.lexicon import Term
from prompts import formats
from prompts.sentence import Spoken


def term(value: Term) -> Spoken:
    """A name as the office writes and reads it."""
    return formats.name(value.text, value.reading)


def procedure(office: Office, procedure_id: str) -> Spoken:
    """The procedure's name."""
    return term(office.procedure(procedure_id).name)


def procedures(office: Office, ids: Sequence[str]) -> Spoken:
    """Their names: 住民票と、戸籍謄本・抄本."""
    return formats.joined([procedure(office, one) for one in ids])


def ward(value: Term) -> Spoken:
    """小倉南区."""
    return formats.ward(value.text.split()[0], value.reading.split()[0])


def menu(office: Office) -> Spoken:
    """The keypad menu: 住民票は1を、…"""
    return formats.menu([(term(p.name), p.key) for p in office.procedures if p.key][:3])
