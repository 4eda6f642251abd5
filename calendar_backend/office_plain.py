"""An office as plain data, as its file would give it: text, numbers, lists and groups, fit for JSON."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from calendar_backend.office import OfficeFile
from calendar_backend.office_fields import STORED


def plain(office: OfficeFile) -> dict[str, Any]:
    """Every field that has not its first value; `OfficeFile.model_validate` makes the same office of it."""
    found = _plain(office.model_dump(by_alias=True, exclude_defaults=True))
    assert isinstance(found, dict)
    return found


def whole(office: OfficeFile) -> dict[str, Any]:
    """Like `plain`, with the first values written out; what is empty is left out."""
    found = _plain(office.model_dump(by_alias=True, exclude_none=True))
    assert isinstance(found, dict)
    return found


def stored(data: Mapping[str, Any]) -> OfficeFile:
    """The office that was written down as plain data some time ago, when it was right."""
    return OfficeFile.model_validate(data, context=STORED)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, time):
        return f"{value.hour}:{value:%M}"
    return value.isoformat() if isinstance(value, date) else value
