"""Words to meaning: dates, times, procedures, answers, commands. Pure; knows no call.

`interpret(hypotheses, question, now, lexicon)` reads what was heard; `hints_for(question, now, lexicon)` tells a
recognizer beforehand what the question allows.
"""

from nlu.hinting import hints_for
from nlu.interpret import interpret

__all__ = ["hints_for", "interpret"]
