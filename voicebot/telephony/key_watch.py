"""Notices a My Number that is pressed on the keys, also in several answers, one after another."""

from dataclasses import dataclass, field

from dialog import events, keypad
from dialog.state import State
from nlu.question import Expect
from numbering import Completeness, completeness, is_my_number
from numbering.my_number import DIGITS


@dataclass
class KeyWatch:
    """One per stream; told every event, in order, before the conversation is."""

    _groups: list[str] = field(default_factory=list)
    """Digits in a row; a new group after a question was heard out, a pause, * or #."""

    _from_ms: int = 0
    """When the first of them was pressed."""

    _for_person: bool = False
    """The first of them was a 0 that asked for a person."""

    _apart: bool = False
    """The next digit begins a group."""

    def watch(self, state: State, event: events.Event, now_ms: int) -> int | None:
        """When the first digit of the My Number was pressed that this event completes; `state`: before the event.

        Twelve digits without a break are one. In groups that were each an answer, as dates and times are, they are one
        only with the right check digit, and so are a 0 for a person and the telephone number to be phoned back. What
        was taken as an answer counts no more, save where numbers are asked for.
        """
        ends = True
        match event:
            case events.KeyPressed(digit=digit) if digit.isdecimal():
                self._add(digit, state, now_ms)
                ends = len(self._groups[-1]) >= keypad.most_digits(state.question)
            case events.KeyPressed() | events.NoInput():
                self._apart = True
            case events.Heard() | events.Played(last=True):
                self._apart = True
                return None
            case _:
                return None
        if not self._complete(ends):
            return None
        self._groups.clear()
        return self._from_ms

    def _add(self, digit: str, state: State, now_ms: int) -> None:
        if self._apart and state.misses == 0 and state.question.expect is not Expect.DIGITS:
            self._groups.clear()
        if self._apart and self._for_person and self._groups == ["0"]:
            self._groups.clear()
        if not self._groups:
            self._from_ms = now_ms
            self._for_person = digit == "0" and keypad.most_digits(state.question) == 1
        if self._apart or not self._groups:
            self._groups.append("")
        self._apart = False
        self._groups[-1] += digit

    def _complete(self, ends: bool) -> bool:
        last = self._groups[-1] if self._groups else ""
        to_phone_back = self._for_person and completeness(last[1:]) is Completeness.COMPLETE
        if len(last) >= DIGITS and not to_phone_back:
            return True
        rows = ("".join(self._groups[n:]) for n in range(len(self._groups)))
        return ends and any(is_my_number(row) for row in rows)
