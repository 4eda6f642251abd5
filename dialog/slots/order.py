"""In which order the slots are asked for."""

from dialog.slots import detail
from dialog.slots.day import DAY
from dialog.slots.detail import Detail
from dialog.slots.interpreter import INTERPRETER
from dialog.slots.name import NAME
from dialog.slots.office import OFFICE
from dialog.slots.people import PEOPLE
from dialog.slots.procedure import PROCEDURE
from dialog.slots.slot import Slot
from dialog.slots.time import TIME
from dialog.state import State
from nlu.question import Expect, Question

DETAILS: tuple[Detail, ...] = (INTERPRETER,)
"""What only some offices ask, as they name it in their file."""

_BY_NAME = {one.name: detail.slot(one) for one in DETAILS}

ORDER = (PROCEDURE, OFFICE, PEOPLE, *_BY_NAME.values(), DAY, TIME)
"""What must be known before a place is read back."""

OF_BOOKING = (PROCEDURE, OFFICE)
"""What a booking that is moved keeps."""

READ_BACK = (NAME, *ORDER)
"""In the order of their own sentences in the read-back."""

_BY_QUESTION = {slot.expect: slot for slot in (PROCEDURE, OFFICE, PEOPLE, DAY, TIME, NAME)} | {
    Expect.ANY: PROCEDURE
}


def missing(state: State) -> Slot:
    """The first that is to be asked for."""
    return next((slot for slot in ORDER if slot.wanted(state)), TIME)


def asked(question: Question) -> Slot | None:
    """The one that a question asks for; None: it asks for none."""
    if question.expect is Expect.DETAIL:
        return _BY_NAME.get(question.details[0])
    return _BY_QUESTION.get(question.expect)


def named(topic: Expect) -> Slot | None:
    """The one that was named without a value: 「時間を変えたい」."""
    return _BY_QUESTION.get(topic)
