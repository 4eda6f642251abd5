"""Words to meaning: dates, times, procedures, answers, commands. Pure; knows no call.

`interpret(hypotheses, question, now, lexicon)` reads what was heard; `hints(question, now, lexicon)` tells a
recognizer beforehand what the question allows.
"""
