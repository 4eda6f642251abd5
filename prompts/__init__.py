"""What is said: a key and its values to a Japanese sentence and its reading. The sentences are data."""

from prompts.catalogue import PromptsError
from prompts.checking import check
from prompts.rendering import fixed_sentences, keys, render, sample_sentences
from prompts.sentence import Sentence, Spoken

__all__ = [
    "PromptsError",
    "Sentence",
    "Spoken",
    "check",
    "fixed_sentences",
    "keys",
    "render",
    "sample_sentences",
]
