"""An office as the text of its YAML file: read again, it is the same office."""

from collections.abc import Mapping
from datetime import date, time

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from calendar_backend.office import OfficeFile

_HEAD = "# 書き方は docs/office.md にあります。書かれていない値は、そこにある初めの値です。\n"
_ALWAYS = ("lead_open_days", "horizon_days", "grid_minutes")
"""Rules that are written even where they have their first values."""

_WIDTH = 110
_FLOW = 6
"""Values in one line."""
_TEXT, _LIST, _MAP = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map"))


def dump_office(office: OfficeFile) -> str:
    """YAML that `load_office` reads back as the same office; comments of the file it came from are not in it."""
    data = office.model_dump(by_alias=True, exclude_defaults=True)
    data["rules"] = {name: getattr(office.rules, name) for name in _ALWAYS} | data["rules"]
    return _HEAD + "".join(_block(key, value) for key, value in data.items())


def _block(key: str, value: object) -> str:
    node = MappingNode(_MAP, [(_node(key), _node(value))], flow_style=False)
    text: str = yaml.serialize(node, Dumper=yaml.BaseDumper, allow_unicode=True, width=_WIDTH, indent=2)
    return text


def _node(value: object) -> Node:
    """Lists of ids and groups of a few single values are written in one line, the day in front."""
    if isinstance(value, Mapping):
        flow = len(value) <= _FLOW and "id" not in value and all(map(_single, value.values()))
        keys = sorted(value, key=lambda key: key not in ("days", "date")) if flow else value
        return MappingNode(_MAP, [(_node(key), _node(value[key])) for key in keys], flow_style=flow)
    if isinstance(value, tuple):
        return SequenceNode(_LIST, [_node(v) for v in value], flow_style=_single(value))
    return ScalarNode(_TEXT, _scalar(value))


def _single(value: object) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(v, str) for v in value)
    return not isinstance(value, Mapping)


def _scalar(value: object) -> str:
    if isinstance(value, time):
        return f"{value.hour}:{value:%M}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
