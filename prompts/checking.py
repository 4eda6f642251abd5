"""What is wrong with a clerk's edit of the file of sentences, in words."""

from pathlib import Path

from prompts.catalogue import SENTENCES, load
from prompts.keys import KEYS
from prompts.problems import Problem, problems

_TOLD = {
    "no_text": "'text' is missing; write the sentence",
    "no_reading": "'reading' is missing; write the sentence in hiragana as it must be heard",
    "brace": "'{field}' has a brace without its partner; write {{name}}",
    "unknown": "'{field}' has the unknown placeholder {{{name}}}; use {known}",
    "lacks": "'{field}' lacks the placeholder {{{name}}}; put it back",
    "letters": "'reading' may hold hiragana, ー, 、 and 。 only; write 「{letters}」 in hiragana",
    "questions": "asks more than one question; leave one",
    "plain": "'text' ends in 「{end}」, which is not polite; end the sentence in です, ます or ください",
    "long": "takes {seconds} s without a 「。」 (at most {most} s); shorten or divide it",
    "long_in_all": "takes {seconds} s (at most {most} s); shorten it",
}
_TAKES_NONE = "'{field}' has the unknown placeholder {{{name}}}; this sentence takes none"


def check(path: Path = SENTENCES) -> list[str]:
    """One complaint a line, each with file, line and remedy; empty when all is well.

    Raises PromptsError where the file is no YAML or has another form.
    """
    catalogue = load(path)
    complaints = [
        f"{path}: the key '{key}' is missing; copy it from the original"
        for key in KEYS
        if key not in catalogue
    ]
    for key, wordings in catalogue.items():
        for wording in wordings:
            where = f"{path}, line {wording.line} ({key})"
            if key not in KEYS:
                complaints.append(
                    f"{where}: no conversation says this key; correct its spelling or remove it"
                )
            else:
                complaints += [f"{where}: {_told(problem)}" for problem in problems(key, wording)]
    return complaints


def _told(problem: Problem) -> str:
    none = problem.kind == "unknown" and "known" not in problem.values
    return (_TAKES_NONE if none else _TOLD[problem.kind]).format(field=problem.field, **problem.values)
