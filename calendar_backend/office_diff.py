"""What is different between two offices, thing by thing, and an office with some of it put back. Pure.

A thing is what a clerk would name: the telephone number, a counter's hours, a procedure's aliases, one closed day. A list
of hours or aliases is one thing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from calendar_backend.life_event import LifeEvent
from calendar_backend.office import Counter, OfficeFile, Procedure, Rules
from calendar_backend.office_plain import plain

Path = tuple[str, ...]
"""`("phone",)`, `("rules", "cut_off")`, `("counters", "ido", "hours")`, `("counters", "ido")` for one that comes or goes,
`("closed", JSON of the row)`, `("counters",)` for the order of what is in both."""

_BY_ID: dict[str, type[BaseModel]] = {"counters": Counter, "procedures": Procedure, "guide": LifeEvent}
_ROWS = ("closed", "open_days")


@dataclass(frozen=True, slots=True)
class Difference:
    path: Path
    before: Any
    """Plain, as in the file; None: there was none, or the first value."""
    after: Any


class Conflict(Exception):
    """Things that have changed since, so that they cannot be put back; `args[0]` are their paths."""

    @property
    def paths(self) -> tuple[Path, ...]:
        found: tuple[Path, ...] = self.args[0]
        return found


def differences(before: OfficeFile, after: OfficeFile) -> list[Difference]:
    """In the order of the file."""
    return _between(plain(before), plain(after))


def put_back(now: OfficeFile, before: OfficeFile, after: OfficeFile) -> dict[str, Any]:
    """Plain data of the office as it is now, with the change from `before` to `after` undone. Whether it is a good
    office is not checked.

    Raises Conflict where something is no more as the change left it.
    """
    data, order = plain(now), plain(before)
    changes = differences(before, after)
    gone = tuple(one.path for one in changes if _at(data, one.path) != one.after)
    if gone:
        raise Conflict(gone)
    for one in sorted(changes, key=lambda one: len(one.path) == 1 and one.path[0] in _BY_ID):
        _put(data, one.path, one.before)
        if len(one.path) == 2 and one.path[0] in _BY_ID and one.before:
            data[one.path[0]] = _in_its_place(data[one.path[0]], [part["id"] for part in order[one.path[0]]])
    return data


def _between(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    found: list[Difference] = []
    for name in OfficeFile.model_fields:
        one, other = before.get(name), after.get(name)
        if name in _BY_ID:
            found += _parts(name, one or [], other or [])
        elif name in _ROWS:
            found += _rows(name, one or [], other or [])
        elif name == "rules":
            pairs = ((rule, (one or {}).get(rule), (other or {}).get(rule)) for rule in Rules.model_fields)
            found += [Difference((name, rule), a, b) for rule, a, b in pairs if a != b]
        elif one != other:
            found.append(Difference((name,), one, other))
    return found


def _parts(name: str, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[Difference]:
    one, other = ({part["id"]: part for part in parts} for parts in (before, after))
    found: list[Difference] = []
    for part in dict.fromkeys((*one, *other)):
        if part not in one or part not in other:
            found.append(Difference((name, part), one.get(part), other.get(part)))
            continue
        pairs = ((field, one[part].get(field), other[part].get(field)) for field in _BY_ID[name].model_fields)
        found += [Difference((name, part, field), a, b) for field, a, b in pairs if a != b]
    orders = [[part for part in parts if part in one and part in other] for parts in (one, other)]
    if orders[0] != orders[1]:
        found.append(Difference((name,), *orders))
    return found


def _rows(name: str, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[Difference]:
    gone = [Difference((name, _key(row)), row, None) for row in before if row not in after]
    return gone + [Difference((name, _key(row)), None, row) for row in after if row not in before]


def _key(row: Mapping[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)


def _at(data: Mapping[str, Any], path: Path) -> Any:
    """The value of a thing; of an order, the order of what it names."""
    name, *rest = path
    value = data.get(name)
    if name in _BY_ID:
        if not rest:
            return [part["id"] for part in value or []]
        part = next((part for part in value or [] if part["id"] == rest[0]), None)
        return part.get(rest[1]) if part and len(rest) > 1 else part
    if name in _ROWS:
        return next((row for row in value or [] if _key(row) == rest[0]), None)
    return (value or {}).get(rest[0]) if rest else value


def _put(data: dict[str, Any], path: Path, value: Any) -> None:
    name, *rest = path
    if name in _BY_ID:
        data[name] = _with_part(data.get(name, []), rest, value)
    elif name in _ROWS:
        rows = [row for row in data.get(name, []) if _key(row) != rest[0]]
        data[name] = sorted([*rows, value] if value else rows, key=lambda row: str(row["date"]))
    elif rest:
        data[name] = _with_field(data.get(name) or {}, rest[0], value)
    else:
        data.update(_with_field(data, name, value))
        if value is None:
            data.pop(name, None)


def _with_part(parts: list[dict[str, Any]], rest: list[str], value: Any) -> list[dict[str, Any]]:
    if not rest:
        place = {part: n for n, part in enumerate(value)}
        return sorted(parts, key=lambda part: place.get(part["id"], len(place)))
    if len(rest) > 1:
        return [_with_field(part, rest[1], value) if part["id"] == rest[0] else part for part in parts]
    left = [part for part in parts if part["id"] != rest[0]]
    return [*left, value] if value else left


def _in_its_place(parts: list[dict[str, Any]], order: list[str]) -> list[dict[str, Any]]:
    """The last part, which has come back, behind those that were before it."""
    *others, back = parts
    before = set(order[: order.index(back["id"])])
    at = max((n + 1 for n, part in enumerate(others) if part["id"] in before), default=0)
    return [*others[:at], back, *others[at:]]


def _with_field(part: Mapping[str, Any], field: str, value: Any) -> dict[str, Any]:
    left = {name: old for name, old in part.items() if name != field}
    return left if value is None else left | {field: value}
