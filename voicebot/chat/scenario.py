"""A written call: what stands in the calendar, what the caller and others do, and what must come of it.

The format is described in docs/scenarios.md.
"""

from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, ValidationError, field_validator, model_validator

from dialog.state import Outcome
from voicebot.chat import typed
from voicebot.chat.deeds import Books, Cancels, Closes, Moment, Number, Strict

NUMBER = "NUMBER"
"""In a line of the caller: the booking number of what stands first."""


class Guess(Strict):
    """One hypothesis of a recognizer."""

    text: str
    score: float = Field(default=1.0, ge=0, le=1)
    reading: str = ""


class Step(Strict):
    """One thing that happens in the call, or that must be so at this moment. Exactly one field is set."""

    line: str | None = None
    """Typed by the caller; a scenario writes it without this key."""

    heard: tuple[Guess, ...] | None = None
    says: tuple[str, ...] | None = None
    never: tuple[str, ...] | None = None
    book: Books | None = None
    close: Closes | None = None
    cancel: Cancels | None = None
    calendar: Literal["up", "down"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _typed(cls, data: object) -> object:
        return {"line": data} if isinstance(data, str) else data

    @field_validator("line")
    @classmethod
    def _readable(cls, line: str | None) -> str | None:
        if line is not None:
            try:
                typed.read(line.replace(NUMBER, "1000"))
            except typed.BadLine as error:
                raise ValueError(str(error)) from None
        return line

    @model_validator(mode="after")
    def _one(self) -> "Step":
        if len(self.model_fields_set) != 1:
            raise ValueError("a step is one line of the caller or has exactly one key")
        return self


class Before(Strict):
    """What stands when the phone rings. One of the two."""

    book: Books | None = None
    close: Closes | None = None

    @model_validator(mode="after")
    def _one(self) -> "Before":
        if (self.book is None) == (self.close is None):
            raise ValueError("write either book or close")
        return self


class Row(Strict):
    """A booking of the caller that stands at the end."""

    procedure: str
    start: Moment
    more: tuple[str, ...] = ()
    phone: str | None = None
    """None: the caller's."""

    people: int = 1
    name: str = ""
    """In katakana."""

    details: dict[str, str] = Field(default={})
    office: str = ""
    """Its id; empty: the first."""


class Note(Strict):
    """An entry on the call-back list."""

    about: str = ""
    """A phrase of it."""

    phone: str | None = None


class Expect(Strict):
    """What must be so when the call is over."""

    outcome: Outcome
    rows: tuple[Row, ...]
    callbacks: tuple[Note, ...] | None = None
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    turns: int | None = None


class Scenario(Strict):
    """One written call."""

    about: str
    now: Moment
    caller: Number
    phone: Number = ""
    """Given in the call for a booking; empty: the number phoned from."""

    office: str | tuple[str, ...] = ()
    """Files of one or several offices, from the scenario's folder on; none: the demo office."""

    called: Number = ""
    """The number dialled."""

    before: tuple[Before, ...] = ()
    call: tuple[Step, ...] = Field(min_length=1)
    expect: Expect

    def office_files(self, path: Path) -> tuple[str, ...]:
        """Where the office files lie of a scenario that lies at `path`."""
        names = (self.office,) if isinstance(self.office, str) else self.office
        return tuple(str(path.parent / name) for name in names if name)


class BrokenScenario(Exception):
    """A scenario that cannot be used. The message names file, place and what is wrong."""


def load(path: Path) -> Scenario:
    """Reads one scenario. Raises BrokenScenario."""
    try:
        return Scenario.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except OSError as error:
        raise BrokenScenario(f"{path}: cannot be read ({error.strerror})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise BrokenScenario(f"{path}{line}: this is not YAML; mind indentation and quotes") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the scenario"
        raise BrokenScenario(f"{path}: {place}: {first['msg']}") from error
