"""Words to meaning: dates, times, procedures, answers, commands. Pure; knows no call.

`interpret(hypotheses, question, now, lexicon)` reads what was heard, as an answer to what `question.expect` asks for;
`hints_for(question, now, lexicon)` tells a recognizer beforehand what the question allows.
"""

from nlu.continuing import goes_on, together
from nlu.errands import Errands, errands
from nlu.hesitation import asks_to_wait, hesitates
from nlu.hinting import hints_for
from nlu.interpret import interpret
from nlu.life_events import asks_whether_done
from nlu.my_number import bare_digits, holds_my_number
from nlu.sparing import Spared, spared
from nlu.yes_asking import yes_and_question

__all__ = [
    "Errands",
    "Spared",
    "asks_to_wait",
    "asks_whether_done",
    "bare_digits",
    "errands",
    "goes_on",
    "hesitates",
    "hints_for",
    "holds_my_number",
    "interpret",
    "spared",
    "together",
    "yes_and_question",
]
