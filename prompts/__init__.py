"""What is said: a key and its values to a Japanese sentence and its reading. The sentences are data."""

from prompts.catalogue import PromptsError
from prompts.checking import check
from prompts.overrides import Override, saying
from prompts.rendering import fixed_pieces, fixed_sentences, keys, render, sample_sentences
from prompts.sentence import Sentence, Spoken

__all__ = [
    "Override",
    "PromptsError",
    "Sentence",
    "Spoken",
    "check",
    "fixed_pieces",
    "fixed_sentences",
    "keys",
    "render",
    "sample_sentences",
    "saying",
]
