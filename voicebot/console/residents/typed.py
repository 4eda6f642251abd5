"""What a resident types to book, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from calendar_backend import OfficeFile
from calendar_backend.details import NONE
from numbering import BadNumber, Reason, e164, name_holds_my_number
from voicebot.console.ask import Ask
from voicebot.console.which_office import LONGEST_NAME

_LONGEST_SHOWN = 80
"""Characters of what was typed that a page shows again."""

_PHONE = {Reason.TOO_SHORT: "phone_short", Reason.TOO_LONG: "phone_long", Reason.WITHHELD: "phone_withheld"}


@dataclass
class Typed:
    phone: str = ""
    """As typed; empty: none."""

    name: str = ""
    details: dict[str, str] = field(default_factory=dict)
    """What is answered to what the office asks besides."""

    second: bool = False
    """Meant beside another booking of the number."""

    number: str = ""
    """The telephone number as E.164."""

    wrong: dict[str, str] = field(default_factory=dict)
    """By the field: a key below `book.wrong`."""

    def fields(self) -> Mapping[str, str]:
        """As a form carries it on."""
        return {"phone": self.phone, "name": self.name} | {f"d.{k}": v for k, v in self.details.items()}


def sent(ask: Ask) -> bool:
    """Whether the form has what a resident types."""
    return "phone" in ask.form


def read(ask: Ask, office: OfficeFile) -> Typed:
    """Twelve digits that may be somebody's My Number are not even shown again."""
    typed = Typed(
        ask.form.get("phone", "").strip()[:_LONGEST_SHOWN],
        " ".join(ask.form.get("name", "").split())[:_LONGEST_SHOWN],
        second=ask.form.get("second") == "yes",
    )
    _read_phone(typed)
    _read_name(typed, wanted=office.rules.asks_name)
    for name, offers in office.rules.asks.items():
        typed.details[name] = ask.form.get(f"d.{name}", "")
        if typed.details[name] not in (NONE, *offers):
            typed.details[name], typed.wrong[f"d.{name}"] = NONE, "choose"
    return typed


def _read_phone(typed: Typed) -> None:
    if not typed.phone:
        return
    try:
        typed.number = e164(typed.phone)
    except BadNumber as error:
        typed.wrong["phone"] = _PHONE.get(error.reason, "phone")
        if name_holds_my_number(typed.phone):
            typed.phone, typed.wrong["phone"] = "", "my_number"


def _read_name(typed: Typed, wanted: bool) -> None:
    if not wanted:
        typed.name = ""
    elif not typed.name:
        typed.wrong["name"] = "no_name"
    elif name_holds_my_number(typed.name):
        typed.name, typed.wrong["name"] = "", "my_number"
    elif len(typed.name) > LONGEST_NAME or not typed.name.isprintable():
        typed.wrong["name"] = "name"
