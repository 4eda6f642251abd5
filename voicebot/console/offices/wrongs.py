"""What is wrong with an office, said where a form asks it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from calendar_backend.office_checks import Complaint
from voicebot.console.words import Words, words

EMPTY = "入力してください"
_FOR_A_FORM = {
    "コロンの後ろに値を書いてください": EMPTY,
    "コロンの後ろに文字を書いてください": EMPTY,
    "1つ以上書いてください": EMPTY,
    "1文字以上書いてください": EMPTY,
    "前の行に to で最後の日を書くか、時刻を直してください": "前の行に「この日まで」を書くか、時刻を直してください",
}
"""Remedies of the file that mean something else in a form."""


@dataclass
class Wrongs:
    """Complaints, Japanese as the office's own checks say them."""

    fields: dict[str, list[str]] = field(default_factory=dict)
    """By the name of the field on the form."""

    elsewhere: list[str] = field(default_factory=list)
    """With the place in the office, where the form does not ask it."""

    def __bool__(self) -> bool:
        return bool(self.fields or self.elsewhere)

    def of(self, name: str) -> str:
        return " ".join(self.fields.get(name, ()))


def sorted_out(
    complaints: Iterable[Complaint],
    section: Sequence[str | int],
    names: Iterable[str],
    place: Callable[[Sequence[str | int]], str],
) -> Wrongs:
    """`section`: where in the office the form stands, `("counters", 2)`; `names`: the fields that it asks."""
    found, asked = Wrongs(), set(names)
    for one in complaints:
        inside = tuple(one.path[: len(section)]) == tuple(section) and len(one.path) > len(section)
        rest = one.path[len(section) :]
        if inside and str(rest[0]) in asked:
            name = ".".join(map(str, _asked(rest)))
            found.fields.setdefault(name, []).append(told(one))
        else:
            found.elsewhere.append(f"{place(one.path)}: {told(one)}")
    return found


def _asked(path: Sequence[str | int]) -> Sequence[str | int]:
    """The field of a value: what is ticked of a list is one field."""
    return path[:-1] if len(path) > 1 and path[-2] in ("counters", "also_at", "when") else path


def told(one: Complaint) -> str:
    """The sentence of the office file's check, with what a form calls the fields."""
    remedy = EMPTY if re.fullmatch("「[^」]*: …」の行を足してください", one.remedy) else one.remedy
    return _called(f"{one.problem}。{_FOR_A_FORM.get(remedy, remedy)}。")


def _called(text: str) -> str:
    """Names of the file, as the Japanese form calls them."""
    japanese: Words = words("ja")

    def name(match: re.Match[str]) -> str:
        key = f"settings.fields.{match[0]}"
        return f"「{japanese(key)}」" if key in japanese else match[0]

    text = re.sub(r"「([a-z_]{2,})」(?=がありません|に値がありません)", r"\1", text)
    return re.sub(r"(?<![A-Za-z「_])[a-z_]{2,}(?![A-Za-z」_0-9-])", name, text)
