"""What is wrong with a sentence that somebody typed, in words, by the field at which it is told."""

from prompts.catalogue import Wording
from prompts.keys import samples
from prompts.problems import SPEECH, TEXT, Problem, problems
from prompts.rendering import fill
from voicebot.console.words import Words
from voicebot.speech.pronunciation import front_end, sound, writing

LONGEST = 500
"""Characters of a field."""


def complaints(words: Words, key: str, wording: Wording) -> dict[str, str]:
    """By `text`, `reading` and `speech`; empty when all is well. What `prompts check` finds, and what the voice would misread."""
    told: dict[str, str] = {}
    for problem in _found(key, wording):
        kind = (
            f"{problem.kind}_none"
            if problem.kind == "unknown" and not problem.values.get("known")
            else problem.kind
        )
        said = words(f"sentences.problems.{kind}", **problem.values)
        told[problem.field] = f"{told[problem.field]} {said}" if problem.field in told else said
    return told


def _found(key: str, wording: Wording) -> list[Problem]:
    long = [
        Problem(name, "characters", {"most": LONGEST})
        for name in ("text", "reading", "speech")
        if len(getattr(wording, name)) > LONGEST
    ]
    return long or problems(key, wording) or _misread(key, wording)


def _misread(key: str, wording: Wording) -> list[Problem]:
    sentence = fill(key, wording, samples())
    heard = front_end(writing(sentence))
    if sound(heard) == sound(sentence.reading):
        return []
    return [Problem(SPEECH if wording.speech else TEXT, "misread", {"heard": heard})]
