"""The grammar of days and times: tables of rules over the kinds of words in `nlu.vocabulary`."""

from nlu.chart import Rules
from nlu.rules import clock, months, parts, runs, steps, weeks

RULES = Rules()
for part in (months, weeks, steps, runs, clock, parts):
    RULES.extend(part.RULES)
