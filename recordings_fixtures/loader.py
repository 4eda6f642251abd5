"""Reads the calls of this folder: what is said, on which clock, and the rows which must stand at the end."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

FOLDER = Path(__file__).resolve().parent

Outcome = Literal[
    "booked", "changed", "cancelled", "answered", "transferred", "callback", "abandoned", "failed"
]


def _moment(value: Any) -> Any:
    return dt.datetime.fromisoformat(value) if isinstance(value, str) else value


Moment = Annotated[AwareDatetime, BeforeValidator(_moment)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Voice(_Strict):
    """Who speaks, and through which line."""

    name: Literal["mei", "jf_alpha", "jf_nezumi", "jm_kumo"]
    """`mei` is Open JTalk's; jf_ and jm_ are Kokoro's."""

    speed: float = Field(default=1.0, ge=0.5, le=1.5)
    half_tone: float = Field(default=0.0, ge=-6, le=6)
    """Semitones up or down; with Kokoro's voices the timbre goes along."""

    level_dbfs: float = Field(default=-20.0, ge=-40, le=-10)
    """Active speech level on the line."""

    noise_dbfs: float = Field(default=-55.0, ge=-80, le=-35)
    """Level of the line noise."""


class Means(_Strict):
    """The slots that one utterance fills; what is not said is None."""

    procedure: str | None = None
    date: dt.date | None = None
    time: dt.time | None = None
    answer: Literal["yes", "no"] | None = None
    choice: int | None = Field(default=None, ge=1, le=3)
    """Which of the offered places, counted from 1."""

    command: Literal["repeat", "agent", "start_over", "back", "slower", "goodbye"] | None = None


class Turn(_Strict):
    """One thing the caller does. Exactly one of `say`, `spoken`, `silence_s`, `keys` and `hang_up`."""

    say: str | None = None
    """As written. 「…」 is a pause of 0.6 to 0.9 s."""

    reading: str | None = None
    """The same in hiragana, as it sounds."""

    spoken: str | None = None
    """What was heard of a person, in a call that was made a recording (`voicebot replay --record`)."""

    silence_s: float | None = Field(default=None, gt=0, le=60)
    """Nothing but line noise for so many seconds."""

    keys: str | None = Field(default=None, pattern=r"^[0-9*#]+$")
    hang_up: bool = False
    file: str | None = None
    """Path of the WAV file below this folder; with `say`, `spoken` and `silence_s`."""

    means: Means = Means()

    @model_validator(mode="after")
    def _one_thing(self) -> "Turn":
        sounds = [self.say is not None, self.spoken is not None, self.silence_s is not None]
        if sum([*sounds, self.keys is not None, self.hang_up]) != 1:
            raise ValueError("a turn has exactly one of say, spoken, silence_s, keys and hang_up")
        if (self.say is None) != (self.reading is None):
            raise ValueError("say and reading come together")
        if (self.file is None) == any(sounds):
            raise ValueError("file goes with say, spoken or silence_s, and only with them")
        return self

    @property
    def path(self) -> Path | None:
        return FOLDER / self.file if self.file else None


class Before(_Strict):
    """Bookings that stand when the call comes in."""

    procedure: str
    start: Moment
    count: int = Field(default=1, ge=1)
    phone: Literal["caller"] | None = None
    """`caller`: the caller's own, made earlier. None: those of so many others."""

    @model_validator(mode="after")
    def _one_of_the_caller(self) -> "Before":
        if self.phone and self.count > 1:
            raise ValueError("count is for the bookings of others")
        return self


class Row(_Strict):
    """A booking that must stand when the call is over."""

    procedure: str
    start: Moment
    more: tuple[str, ...] = ()
    """What is done after the first procedure in the same visit."""

    phone: str | None = None
    """None: the caller's own number."""


class Expect(_Strict):
    outcome: Outcome
    rows: tuple[Row, ...] = ()


class Call(_Strict):
    """One recorded call."""

    id: str
    about: str
    now: Moment
    """The clock when the phone rings."""

    caller: str = Field(alias="from", pattern=r"^(\+[0-9]{8,15})?$")
    """Empty: withheld."""

    office: str = ""
    """Path of the office's YAML file below this folder; empty: the demo office."""

    voice: Voice | None = None
    """Whose voice it was made with; None: a person's."""

    before: tuple[Before, ...] = ()
    turns: tuple[Turn, ...] = Field(min_length=1)
    expect: Expect

    @property
    def office_file(self) -> Path | None:
        return FOLDER / self.office if self.office else None


@dataclass(frozen=True)
class BrokenCall(Exception):
    """A call file that cannot be used. The message names file, place and remedy."""

    message: str

    def __str__(self) -> str:
        return self.message


def call_files() -> list[Path]:
    """The YAML files of all calls, in the order of their names."""
    return sorted((FOLDER / "calls").glob("*.yaml"))


def load(path: Path) -> Call:
    """Reads one call.

    Raises:
        BrokenCall: not YAML, not of this shape, or `id` differs from the file's name.
    """
    try:
        call = Call.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise BrokenCall(f"{path.name}{line}: not readable as YAML; mind indentation and quotes") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the call"
        raise BrokenCall(f"{path.name}: {place}: {first['msg']}") from error
    if call.id != path.stem:
        raise BrokenCall(f"{path.name}: id is {call.id}; name file and id alike")
    return call


def load_all() -> list[Call]:
    """All calls. Raises what `load` raises."""
    return [load(path) for path in call_files()]
