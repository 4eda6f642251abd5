"""Words to meaning: dates, times, procedures, answers, commands. Pure; knows no call.

`interpret(hypotheses, question, now, lexicon)` reads what was heard; `hints_for(question, now, lexicon)` tells a
recognizer beforehand what the question allows. `hear_digits` and `hear_names` read answers to questions for those.
"""

from nlu.completeness import complete
from nlu.hinting import hints_for
from nlu.interpret import interpret
from nlu.my_number import bare_digits, holds_my_number
from nlu.names import hear_names
from nlu.spoken_digits import hear_digits

__all__ = [
    "bare_digits",
    "complete",
    "hear_digits",
    "hear_names",
    "hints_for",
    "holds_my_number",
    "interpret",
]
