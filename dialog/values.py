"""Values of the conversation in the form that sentences take."""

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


def menu(office: Office) -> Spoken:
    """The keypad menu: 住民票は1を、…"""
    return formats.menu([(term(p.name), p.key) for p in office.procedures if p.key][:3])
