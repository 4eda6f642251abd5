"""Whether the visitor needs an interpreter, and in which language."""

from dialog.slots.detail import Detail
from nlu.lexicon import Term
from nlu.vocabulary.languages import INTERPRETER as NEEDED
from nlu.vocabulary.languages import LANGUAGES

INTERPRETER = Detail(
    name="interpreter",
    label=Term(*NEEDED[:2]),
    kinds={language.id: language.name for language in LANGUAGES},
)
